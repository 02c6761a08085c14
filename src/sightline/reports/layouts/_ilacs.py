"""What all ILACS reports share: the title block, the table on page 1, numbered sections."""

from __future__ import annotations

import re
from datetime import date

from sightline.kit.dates import find_range
from sightline.reports.facts import EventFacts, Section
from sightline.reports.judgements import (
    GRADE,
    Judgement,
    add_judgements,
    cross_check,
    table,
)
from sightline.reports.layouts.declare import Source
from sightline.reports.people import names_in, tidy
from sightline.reports.previous import add_previous
from sightline.reports.sections import Heading, items, split

_LEADERS = (
    r"impact\s+of\s+leaders\s+on\s+(?:social\s+work\s+)?practice"
    r"(?:\s+with\s+children\s+and\s+families)?"
)
_EXPERIENCE = r"experiences?\s+(?:and\s+progress\s+)?of\s+"
_HELP = _EXPERIENCE + r"children\s+who\s+need\s+help\s+and\s+protection"
_BOTH = _EXPERIENCE + r"children\s+in\s+care\s+and\s+care\s+leavers"
_CARE = _EXPERIENCE + r"children\s+in\s+care"
_LEAVERS = _EXPERIENCE + r"(?:children\s+)?care[\s-]+leavers"
LABELS = {
    "leaders": _LEADERS,
    "help_and_protection": _HELP,
    "in_care": rf"(?:{_BOTH}|{_CARE})",
    "care_leavers": _LEAVERS,
    "overall": r"overall\s+effectiveness",
}
_SEPARATOR = r"\s*(?:[:,–-]|\bis\b:?|\bare\b:?|\brequires?\b)?\s*"
_SECTION = {
    area: re.compile(rf"(?:the\s+)?{label}{_SEPARATOR}(?P<grade>{GRADE})?\.?", re.I)
    for area, label in LABELS.items()
    if area != "overall"
}
HEADINGS = (
    Heading(r"judgement(?: grade)?", "apart"),
    Heading(r"(?:what needs to improve|areas? for improvement)", "improvement"),
    Heading(r"areas? for priority action", "priority_action"),
    Heading(r"(?:the )?(?:" + _LEADERS.replace(r"\s+", " ") + r")\b.*", "finding", bold=True),
    Heading(
        r"(?:the )?experiences? (?:and progress )?of (?:children|care)\b.*", "finding", bold=True
    ),
    Heading(r"the office for standards in education\b.*", "apart"),
)
_DATES = re.compile(r"Inspection\s+dates?\s*:?", re.I)
_LEAD = re.compile(r"Lead\s+inspectors?\s*:?", re.I)


def looks_like_ilacs(source: Source) -> bool:
    """Whether page 1 has the ILACS table: leaders' impact, and children's experiences."""
    opening = source.opening
    return bool(
        re.search(_LEADERS.replace(r"\s+", " "), opening)
        and re.search(_HELP.replace(r"\s+", " "), opening)
        and "dear " not in opening[:800]
    )


def has_separate_care_leavers(source: Source) -> bool:
    """Whether care leavers have a row of their own (2023 on)."""
    opening = source.opening
    return bool(
        re.search(_LEAVERS.replace(r"\s+", " ").replace(r"[\s-]+", " "), opening)
    ) and not re.search(
        _BOTH.replace(r"\s+", " ") + r"\s+(?:outstanding|good|requires|inadequate)", opening
    )


def has_overall(source: Source) -> bool:
    """Whether the table has a row for overall effectiveness (until March 2026)."""
    return bool(
        re.search(
            rf"overall effectiveness:?\s+{GRADE.replace(chr(92) + 's+', ' ')}", source.opening
        )
    )


def sections(source: Source) -> list[Section]:
    """The summary below the table, what needs to improve, and one section for each judgement."""
    end = _table_end(source)
    top = tuple(b for b in source.blocks if b.start < end)
    rest = split(source, HEADINGS, first_role="headline", first_title="Summary", after=end)
    return [Section("", "apart", top), *rest]


def _table_end(source: Source) -> int:
    """Where the prose of page 1 begins: after the last grade of the table."""
    judged = _table(source)
    return judged[-1].citation.end if judged else 0


def _table(source: Source) -> list[Judgement]:
    labels = dict(LABELS)
    if not has_overall(source):  # the prose may speak of the overall grade of the one before
        del labels["overall"]
    stop = "overall" if "overall" in labels else "care_leavers"
    return table(source.document, labels, 0, min(source.document.first_page_end, 2500), stop)


def read(source: Source, parts: list[Section], framework_version: str) -> EventFacts:
    """The facts of an ILACS report."""
    event = EventFacts("inspection", "ILACS", framework_version)
    document = source.document
    end = document.first_page_end
    period_end = _add_dates(source, event)
    _add_lead(source, event, end)
    add_judgements(event, _table(source))
    cross_check(event, _heading_grades(source))
    _infer_type(event, period_end)
    spoken = [p for p in parts if p.role in ("headline", "finding") and p.blocks]
    add_previous(document, event, [(b.start, b.end) for p in spoken for b in p.blocks])
    for part in parts:
        if part.role in ("improvement", "priority_action"):
            event.items += items(source, part, part.role)
    return event


def _add_dates(source: Source, event: EventFacts) -> date | None:
    """Add first and last day; the end of the first period, where inspectors came back later."""
    document = source.document
    for label in _DATES.finditer(document.text, 0, document.first_page_end):
        found = find_range(document.text, label.end(), label.end() + 160)
        if found:
            citation = document.cite(found.start, found.end)
            event.add("start_date", found.first, citation, citation.quote, found.misprint)
            event.add("end_date", found.last, citation, citation.quote, found.misprint)
            return found.days[1] if len(found.days) > 2 else None
    event.flag("no_dates", "Page 1 gives no inspection dates.", "Check the report.")
    return None


def _add_lead(source: Source, event: EventFacts, end: int) -> None:
    document = source.document
    label = _LEAD.search(document.text, 0, end)
    if not label:
        return
    table_start = re.compile(r"\bJudgement\b").search(document.text, label.end(), end)
    stop = min(label.end() + 200, table_start.start() if table_start else end)
    for number, citation in enumerate(names_in(document, label.end(), stop)):
        if number == 0:
            event.add("lead_inspector", tidy(citation.quote), citation)
        event.add("inspectors", tidy(citation.quote), citation)


def _heading_grades(source: Source) -> list[Judgement]:
    """Grades repeated in the headings of sections."""
    found = []
    for block in source.blocks:
        if block.kind not in ("heading", "paragraph") or block.end - block.start > 200:
            continue
        if block.page == 1:
            continue
        for area, pattern in _SECTION.items():
            match = pattern.fullmatch(source.document.text, block.start, block.end)
            if match and match["grade"]:
                cited = source.document.cite(match.start("grade"), match.end("grade"))
                found.append(Judgement(area, cited))
                break
    return found


# A short inspection takes one week on site, a standard one two. No report says which it was.
_SHORT_DAYS = 5


def _infer_type(event: EventFacts, first_period_end: date | None) -> None:
    start, end = event.value("start_date"), first_period_end or event.value("end_date")
    if isinstance(start, date) and isinstance(end, date):
        event.inspection_type = "short" if (end - start).days < _SHORT_DAYS else "standard"
