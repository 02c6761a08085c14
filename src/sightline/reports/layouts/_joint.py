"""What letters of joint targeted area inspections share."""

from __future__ import annotations

import re

from sightline.kit.dates import find_range
from sightline.reports import letters
from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts.declare import Source
from sightline.reports.sections import Heading, items, split
from sightline.reports.sentences import sentences
from sightline.reports.topics import cohorts_in

HEADINGS = (
    Heading(r"joint targeted area inspection of\b.*", "apart"),
    Heading(r"(?:headline findings?|summary)", "headline"),
    Heading(r"areas? for (?:immediate and )?priority actions?", "priority_action"),
    Heading(r"(?:what needs to improve|areas? for improvement)", "improvement"),
    Heading(r"(?:(?:key )?strengths|main findings)", "finding"),
    Heading(r"(?:case|practice) stud(?:y|ies)\b.*", "study"),
    Heading(r"(?:context|background)", "apart"),
    Heading(r"next steps", "apart"),
    Heading(r"you(?:rs?)? (?:sincerely|faithfully),?", "apart"),
)
_SUBJECT = re.compile(r"^Joint\s+targeted\s+area\s+inspection\b", re.M | re.I)
_BETWEEN = re.compile(r"\b(?:Between|From)\s+(?=\d)|\btook\s+place\s+(?:from|between|on)\s+", re.I)
_THEMES = (
    ("domestic abuse", r"domestic (?:abuse|violence)"),
    (
        "neglect",
        r"older children who are neglected|\bneglect of|living with neglect|response "
        r"to[^.]{0,30} neglect",
    ),
    ("sexual abuse in the family", r"sexual abuse in the family"),
    ("serious youth violence", r"serious youth violence"),
    ("criminal exploitation", r"criminal exploitation|sexual exploitation"),
    ("child sexual exploitation", r"child sexual exploitation"),
    ("mental health", r"mental ill[- ]health|mental health"),
    ("identification of initial need and risk", r"initial need and risk|identification of"),
    ("early help", r"early help|need help"),
)
_BODIES = (
    ("Ofsted", r"Ofsted"),
    ("CQC", r"Care\s+Quality\s+Commission|CQC"),
    ("HMICFRS", r"HMICFRS|Fire\s*(?:&|and)\s*Rescue"),
    ("HMIC", r"HMIC\b|Inspectorate\s+of\s+Constabulary|HMI\s+Constabulary"),
    ("HMI Probation", r"HMI\s*Prob|Inspectorate\s+of\s+Probation|\bHMIP\b"),
)
_NO_PRIORITY = re.compile(r"no\s+(?:areas\s+for\s+)?priority\s+actions?", re.I)
_DUE = re.compile(r"\bby\s+(?=\d{1,2}\s+[A-Z])")


def looks_joint(source: Source) -> bool:
    """Whether the letter's subject is a joint targeted area inspection."""
    opening = source.opening
    return bool(_SUBJECT.search(source.document.text[:4000])) and "dear " in opening[:3000]


def sections(source: Source) -> list[Section]:
    """The letter's sections. A study of one child's story is a finding, never a list of items."""
    found = split(source, HEADINGS, first_role="apart")
    summary = _summary_paragraphs(source, found)
    parts = [Section(s.title, "finding" if s.role == "study" else s.role, s.blocks) for s in found]
    return [summary, *parts] if summary else parts


def _summary_paragraphs(source: Source, found: list[Section]) -> Section | None:
    """In 2016 to 2020 the summary has no heading: it follows the subject's paragraphs."""
    subject = next((s for s in found if s.title.lower().startswith("joint targeted")), None)
    if subject is None or any(s.role == "headline" for s in found):
        return None
    blocks = tuple(b for b in subject.blocks[3:] if b.kind == "paragraph")
    return Section("Summary", "headline", blocks) if blocks else None


def read(source: Source, parts: list[Section], framework_version: str) -> EventFacts:
    """The facts of a joint inspection's letter."""
    event = EventFacts("joint_inspection", "JTAI", framework_version)
    letters.add_letter_date(source, event)
    _add_dates(source, event)
    _add_theme(source, event)
    _add_bodies(source, event)
    for part in parts:
        if part.role in ("improvement", "priority_action"):
            event.items += items(source, part, part.role, prose=True)
    return event


def _subject(source: Source) -> tuple[int, int]:
    text = source.document.text
    dear = re.search(r"^Dear\b", text, re.M)
    start = text.find("\n", dear.end()) + 1 if dear else 0
    subject = _SUBJECT.search(text, start)
    start = subject.end() if subject else start
    return start, min(start + 3000, len(text))


def _add_dates(source: Source, event: EventFacts) -> None:
    start, end = _subject(source)
    document = source.document
    for match in _BETWEEN.finditer(document.text, start, end):
        found = find_range(document.text, match.end(), match.end() + 90, event.value("letter_date"))
        if found:
            cited = document.cite(found.start, found.end)
            event.add("start_date", found.first, cited, cited.quote, found.misprint)
            event.add("end_date", found.last, cited, cited.quote, found.misprint)
            return
    event.flag("no_dates", "The letter does not say when the inspection was.", "Check the letter.")


def _add_theme(source: Source, event: EventFacts) -> None:
    start, end = _subject(source)
    text = source.document.text
    for theme, pattern in _THEMES:
        match = re.compile(pattern.replace(" ", r"\s+"), re.I).search(
            text, start, min(end, start + 1600)
        )
        if match:
            event.add("theme", theme, source.document.cite(match.start(), match.end()))
            break
    told = [
        span
        for block in source.blocks
        if start <= block.start < end
        for span in sentences(text, block.start, block.end)
    ]
    scope = next((s for pattern in _SCOPES for s in told if pattern.search(text, *s)), None)
    if scope:
        cited = source.document.cite(*scope)
        event.add("scope", cited.quote, cited)
        for cohort in cohorts_in(cited.quote):
            event.add("cohorts", cohort, cited)


# The deep dive says what was looked at; where there was none, the response that was inspected.
_SCOPES = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in (r"deep\s+dive", r"inspection\s+focused\s+on", r"response\s+to")
)


def _add_bodies(source: Source, event: EventFacts) -> None:
    start, end = _subject(source)
    named = []
    for body, pattern in _BODIES:
        match = re.compile(pattern).search(source.document.text, start, end)
        if match and not (body == "HMIC" and "HMICFRS" in named):
            named.append(body)
            event.add("inspectorates", body, source.document.cite(match.start(), match.end()))
