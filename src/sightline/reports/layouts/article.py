"""News articles about inspections: one or several authorities, with quotations."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import groupby

from sightline.kit.cite import Citation
from sightline.kit.dates import PrintedDate, find_dates, find_range, month_number
from sightline.regime.authorities import Authority, find_in
from sightline.reports.blocks import Block
from sightline.reports.facts import EventFacts, Item, Section
from sightline.reports.judgements import GRADE, Judgement, add_judgements
from sightline.reports.layouts.declare import Layout, Source
from sightline.reports.news import (
    Sentence,
    authorities_told_of,
    body_blocks,
    followed,
    improvements,
)
from sightline.reports.ordinals import ORDINAL, ordinal_value
from sightline.reports.quotes import quotes_in
from sightline.reports.topics import cohorts_in, topic_of

_SUBJECT = re.compile(r"ofsted|inspector|focused visit|monitoring visit|inspection", re.I)
_SERVICES = re.compile(r"children[’']?s?[’']?\s+(?:social\s+)?(?:services|care)|social\s+work", re.I)
_MONITORING = re.compile(rf"(?:\b(?P<nth>{ORDINAL})\s+)?(?:\w+\s+)?monitoring\s+(?:visits?|report)", re.I)
_FOCUSED = re.compile(r"(?:focus+ed|[“\"]focus+ed[”\"])\s+(?:visits?|checks?|inspections?)", re.I)
_JOINT = re.compile(r"joint\s+targeted\s+area\s+inspection|\bJTAI\b", re.I)
_SCOPE = re.compile(
    r"looked\s+at|focus+(?:ed|ing)\s+(?:particularly\s+|mainly\s+|specifically\s+)?on\b|evaluated", re.I
)
_EARLIER = re.compile(
    r"\b(?:last|most\s+recently|previously|last\s+fully)\s+(?:fully\s+)?inspected|\b(?:last|previous)\s+inspection"
    r"|\b(?:rated|judged|graded)\b[^.]{0,60}?\bin\b[^.]{0,20}?\d{4}|\binspected\s+(?:by\s+Ofsted\s+)?in\b",
    re.I,
)
_NOW = re.compile(
    rf"services\b[^.]{{0,60}}?\b(?:are|is|were|was|require|requires|rated|judged|been)\b[^.]{{0,40}}?{GRADE}"
    rf"|services\s+in\s+[\w\s]+?\s+{GRADE}",
    re.I,
)
_GRADED = re.compile(rf"\b{GRADE}\b", re.I)
_AREAS = {
    "adoption": re.compile(r"\badoption\b", re.I),
    "leaders": re.compile(r"\bleadership\b", re.I),
    "care_leavers": re.compile(r"\bcare\s+leavers\b", re.I),
    "help_and_protection": re.compile(r"help\s+and\s+protection", re.I),
    "in_care": re.compile(r"looked[- ]after|in\s+care\b(?!\s+leavers)", re.I),
}
_LAST_MONTH = re.compile(r"\b(?:last|earlier\s+this)\s+month\b(?:\s*\((\w{3,9})\.?\))?", re.I)


def _recognises(source: Source) -> bool:
    text = source.document.text[:8000]
    if source.opening.startswith("dear ") or "\nDear " in text[:2500]:
        return False
    return bool(
        len(_SUBJECT.findall(text)) >= 2 and _SERVICES.search(text) and find_in(text)
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
        _add_visit_date(source, event, about, published)
        earlier = _earlier_event(source, event, about, authority)
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
        _add_grades_now(source, event, about)
    else:
        _add_scope(source, event, about, told, authority)
    return event


def _mention(source: Source, told: list[Sentence], authority: Authority) -> Citation | None:
    for sentence in told:
        for left, right, named in find_in(source.document.text[sentence.start : sentence.end]):
            if named is authority:
                return source.document.cite(sentence.start + left, sentence.start + right)
    return None


def _add_scope(
    source: Source,
    event: EventFacts,
    about: list[Sentence],
    told: list[Sentence],
    authority: Authority,
) -> None:
    """The clause that says what inspectors looked at; in a list of authorities, its own clause."""
    text = source.document.text
    for sentence in told:
        for match in _SCOPE.finditer(text, sentence.start, sentence.end):
            span = _clause(text, sentence, match.start(), match.end(), authority)
            if span is None or (sentence not in about and not _names(text, sentence, authority)):
                continue
            if topic_of(text[match.start() : span[1]]) == "other" and match[0].lower() != "looked at":
                continue
            cited = source.document.cite(*span)
            event.add("scope", cited.quote, cited)
            event.add("topic", topic_of(text[match.start() : span[1]]), cited)
            for cohort in cohorts_in(cited.quote):
                event.add("cohorts", cohort, cited)
            _add_wider_scope(source, event, about, sentence)
            return


def _add_wider_scope(
    source: Source, event: EventFacts, about: list[Sentence], first: Sentence
) -> None:
    """ "They also evaluated …" widens the scope."""
    for sentence in about:
        if sentence.start > first.start and _ALSO.match(source.document.text, sentence.start):
            cited = source.document.cite(sentence.start, sentence.end)
            event.add("scope", cited.quote, cited)
            return


_ALSO = re.compile(r"(?:They|Inspectors)\s+also\s+(?:evaluated|looked|considered|reviewed|assessed)\b")


def _names(text: str, sentence: Sentence, authority: Authority) -> bool:
    return any(a is authority for _, _, a in find_in(text[sentence.start : sentence.end]))


def _clause(
    text: str, sentence: Sentence, start: int, end: int, authority: Authority
) -> tuple[int, int] | None:
    """From the authority named before the scope words to the next authority named."""
    named = [
        (sentence.start + left, sentence.start + right, a)
        for left, right, a in find_in(text[sentence.start : sentence.end])
    ]
    if len({a.urn for _, _, a in named}) < 2:
        return sentence.start, sentence.end
    before = [entry for entry in named if entry[1] <= start]
    if not before or before[-1][2] is not authority:
        return None
    after = [entry[0] for entry in named if entry[0] >= end]
    return before[-1][0], (re.sub(r",?\s*(?:and\s*)?$", "", text[: after[0]]).__len__() if after else sentence.end)


def _add_grades_now(source: Source, event: EventFacts, about: list[Sentence]) -> None:
    """Grades that the inspection gave: not those said of an earlier one."""
    text = source.document.text
    for sentence in about:
        if _EARLIER.search(text, sentence.start, sentence.end):
            continue
        if event.fact("overall") is None:
            now = _NOW.search(text, sentence.start, sentence.end)
            grade = now and _GRADED.search(text, now.start(), now.end())
            if grade:
                cited = source.document.cite(*grade.span())
                add_judgements(event, [Judgement("overall", cited)])
                continue
        _add_area_grades(source, event, sentence.start, sentence.end)


def _add_area_grades(source: Source, event: EventFacts, start: int, end: int) -> None:
    """ "adoption and leadership gained ‘good’ ratings": each area named near one grade."""
    text = source.document.text
    grades = list(_GRADED.finditer(text, start, end))
    if len(grades) != 1 or not re.search(r"rat(?:ed|ings?)|judge|grad", text[start:end], re.I):
        return
    cited = source.document.cite(*grades[0].span())
    for area, pattern in _AREAS.items():
        if pattern.search(text, start, end) and event.fact(area) is None:
            add_judgements(event, [Judgement(area, cited)])


def _add_visit_date(
    source: Source, event: EventFacts, about: list[Sentence], published: PrintedDate | None
) -> None:
    """When inspectors were there: exact days, or "last month" before the article's date."""
    document = source.document
    for sentence in about:
        if _EARLIER.search(document.text, sentence.start, sentence.end):
            continue
        if not re.search(r"visit|inspect", document.text[sentence.start : sentence.end], re.I):
            continue
        month = _LAST_MONTH.search(document.text, sentence.start, sentence.end)
        if month and published:
            cited = document.cite(*month.span())
            value = _month_before(published.value, month[1])
            for name in ("start_date", "end_date"):
                event.add(name, value, cited, cited.quote, "the month is stated, not the days")
            return
        found = find_range(document.text, sentence.start, sentence.end)
        if found and (published is None or found.first < published.value):
            cited = document.cite(found.start, found.end)
            event.add("start_date", found.first, cited, cited.quote)
            event.add("end_date", found.last, cited, cited.quote)
            return


def _month_before(published: date, named: str | None) -> str:
    before = published.replace(day=1) - timedelta(days=1)
    if named and named[:3].title() in "JanFebMarAprMayJunJulAugSepOctNovDec":
        before = before.replace(month=month_number(named), day=1)
    return f"{before.year}-{before.month:02d}"


def _earlier_event(
    source: Source, event: EventFacts, about: list[Sentence], authority: Authority
) -> EventFacts | None:
    """The inspection before, where the article gives its date or grade: an event of its own."""
    earlier = EventFacts("article")
    earlier.event_kind = "inspection"
    earlier.authority = authority
    for sentence in about:
        if _EARLIER.search(source.document.text, sentence.start, sentence.end):
            _add_earlier(source, event, earlier, sentence)
    if not earlier.facts:
        return None
    earlier.facts["authority"] = list(event.facts["authority"])
    return earlier


def _add_earlier(
    source: Source, event: EventFacts, earlier: EventFacts, sentence: Sentence
) -> None:
    document = source.document
    start = _EARLIER.search(document.text, sentence.start, sentence.end)
    begin = sentence.start if start is None else max(sentence.start, start.start() - 40)
    dates = find_dates(document.text, begin, sentence.end)
    if dates and event.fact("previous_date") is None:
        value = dates[0].value.isoformat()[: {"day": 10, "month": 7, "year": 4}[dates[0].precision]]
        cited = document.cite(dates[0].start, dates[0].end)
        event.add("previous_date", value, cited, cited.quote)
        note = "as stated: of the inspection or of its report"
        earlier.add("start_date", value, cited, cited.quote, note)
        earlier.add("end_date", value, cited, cited.quote, note)
    for grade in _GRADED.finditer(document.text, begin, sentence.end):
        cited = document.cite(*grade.span())
        area = _area_after(document.text, grade.end(), sentence.end)
        if area and earlier.fact("overall"):
            add_judgements(earlier, [Judgement(area, cited)])
        elif earlier.fact("overall") is None:
            add_judgements(earlier, [Judgement("overall", cited)])
            add_judgements(event, [Judgement("previous_overall", cited)])


def _area_after(text: str, start: int, end: int) -> str:
    """The area that a grade is followed by: "outstanding leadership, management"."""
    ahead = text[start : min(start + 30, end)]
    return next((area for area, pattern in _AREAS.items() if pattern.search(ahead)), "")


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
    notes="An event for each authority told of, and one for its inspection before where the article "
    "gives a date or a grade. A date may be that of the fieldwork or of the report.",
    traps=("Leicester is not Leicestershire.", "Other stories on the page are not the article."),
)
