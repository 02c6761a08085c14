"""News articles about inspections: one or several authorities, with quotations."""

from __future__ import annotations

import re
from itertools import groupby

from sightline.kit.cite import Citation
from sightline.kit.dates import PrintedDate, find_dates
from sightline.regime.authorities import Authority
from sightline.reports.blocks import Block
from sightline.reports.facts import EventFacts, Item, Section
from sightline.reports.layouts.declare import Layout, Source
from sightline.reports.layouts.other import looks_official
from sightline.reports.named import named_in, names_any
from sightline.reports.news import (
    Sentence,
    authorities_told_of,
    body_blocks,
    followed,
    improvements,
)
from sightline.reports.news_facts import add_grades, add_scope, add_visit_date, earlier_event
from sightline.reports.ordinals import ORDINAL, ordinal_value
from sightline.reports.quotes import quotes_in

_SUBJECT = re.compile(r"ofsted|inspector|focused visit|monitoring visit|inspection", re.I)
_SERVICES = re.compile(
    r"children[’']?s?[’']?\s+(?:social\s+)?(?:services|care)|social\s+work", re.I
)
_MONITORING = re.compile(
    rf"(?:\b(?P<nth>{ORDINAL})\s+)?(?:\w+\s+)?monitoring\s+(?:visits?|report)", re.I
)
_FOCUSED = re.compile(r"(?:focus+ed|[“\"]focus+ed[”\"])\s+(?:visits?|checks?|inspections?)", re.I)
_JOINT = re.compile(r"joint\s+targeted\s+area\s+inspection|\bJTAI\b", re.I)


def _recognises(source: Source) -> bool:
    text = source.document.text[:8000]
    if source.opening.startswith("dear ") or "\nDear " in text[:2500]:
        return False
    if looks_official(source):
        return False
    return bool(
        len(_SUBJECT.findall(text)) >= 2 and _SERVICES.search(text) and names_any(source, 8000)
    )


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    body = body_blocks(source)
    told = followed(source, body)
    published = _published(source, body)
    kind, ordinal = _event_kind(source, body)
    events: list[EventFacts] = []
    for authority in authorities_told_of(source, told):
        about = [s for s in told if s.about is authority]
        event = _main_event(source, about, told, authority, kind)
        if ordinal and kind == "monitoring_visit":
            event.add("ordinal", ordinal_value(ordinal.quote), ordinal, ordinal.quote)
        add_visit_date(source, event, about, published)
        earlier = earlier_event(source, event, about, authority)
        events += [event, *([earlier] if earlier else [])]
    parts[:] = _by_authority(source, body, told, events)
    _add_improvements(source, events, told)
    _add_quotes(source, events, told)
    for event in events:
        if published:
            cited = source.document.cite(published.start, published.end)
            event.add("published_date", published.value, cited, cited.quote)
    return events or [EventFacts("article")]


def _by_authority(
    source: Source, body: list[Block], told: list[Sentence], events: list[EventFacts]
) -> list[Section]:
    """The article's prose in runs about one authority; bylines, captions and the page are apart."""
    places = {id(e.authority): n for n, e in reversed(list(enumerate(events)))}
    about = {s.block.start: places.get(id(s.about), 0) for s in reversed(told)}
    prose = [b for b in body if _is_prose(source.words(b), b.kind)]
    sections = [
        Section("Article", "finding", tuple(run), event=place)
        for place, run in groupby(prose, key=lambda b: about.get(b.start, 0))
    ]
    kept = {b.start for b in prose}
    rest = tuple(b for b in source.blocks if b.start not in kept)
    return [*sections, Section("The page", "apart", rest)]


def _is_prose(words: str, kind: str) -> bool:
    ends = words.rstrip("”\"’' ").endswith((".", "?", "!")) or words.endswith((":", "”", '"'))
    return len(words) > 40 and (ends or kind == "bullet") and not _CAPTION.search(words)


_CAPTION = re.compile(r"\b(?:Picture|Photo|Image|Credit):", re.I)


def _published(source: Source, body: list[Block]) -> PrintedDate | None:
    """The article's own date: the first full date of its first lines."""
    end = min(1200, len(source.document.text))
    return next((d for d in find_dates(source.document.text, 0, end) if d.precision == "day"), None)


def _event_kind(source: Source, body: list[Block]) -> tuple[str, Citation | None]:
    """What kind of visit the article is news of, and which of a series."""
    text = source.document.text
    joint, monitoring, focused = (p.search(text) for p in (_JOINT, _MONITORING, _FOCUSED))
    if monitoring and (not focused or monitoring.start() < focused.start()):
        nth = next((m for m in _MONITORING.finditer(text) if m["nth"]), None)
        return "monitoring_visit", source.document.cite(*nth.span("nth")) if nth else None
    if focused:
        return "focused_visit", None
    return ("joint_inspection" if joint else "inspection"), None


def _main_event(
    source: Source,
    about: list[Sentence],
    told: list[Sentence],
    authority: Authority,
    kind: str,
) -> EventFacts:
    event = EventFacts("article")
    event.event_kind = kind
    event.framework = "JTAI" if kind == "joint_inspection" else ""
    event.authority = authority
    mention = _mention(source, told, authority)
    event.add("authority", authority.name, mention, mention.quote if mention else "")
    if kind == "inspection":
        add_grades(source, event, about)
    else:
        add_scope(source, event, about, told, authority)
    return event


def _mention(source: Source, told: list[Sentence], authority: Authority) -> Citation | None:
    for sentence in told:
        for left, right, named in named_in(source, sentence.start, sentence.end):
            if named is authority:
                return source.document.cite(left, right)
    return None


def _add_improvements(source: Source, events: list[EventFacts], told: list[Sentence]) -> None:
    for start, end, about in improvements(source, told):
        event = next((e for e in events if e.authority is about), events[0] if events else None)
        if event is not None:
            event.items.append(Item("improvement", start, end))


def _add_quotes(source: Source, events: list[EventFacts], told: list[Sentence]) -> None:
    if not told or not events:
        return
    for quote in quotes_in(source.document, told[0].start, told[-1].end):
        sentence = next((s for s in told if s.start <= quote.citation.start < s.end), None)
        about = sentence.about if sentence else None
        event = next((e for e in events if e.authority is about), events[0])
        event.quotes.append(quote)


def _sections(source: Source) -> list[Section]:
    """The article's body is one section of findings; the rest of the page is apart."""
    body = body_blocks(source)
    inside = set(body)
    rest = tuple(b for b in source.blocks if b not in inside)
    return [Section("Article", "finding", tuple(body)), Section("The page", "apart", rest)]


LAYOUT = Layout(
    id="article",
    kind="article",
    title="News article",
    in_use="any time",
    recognises=_recognises,
    read=_read,
    sections=_sections,
    notes="An event for each authority told of, and one for its inspection before where the "
    "article "
    "gives a date or a grade. A date may be that of the fieldwork or of the report.",
    traps=("Leicester is not Leicestershire.", "Other stories on the page are not the article."),
)
