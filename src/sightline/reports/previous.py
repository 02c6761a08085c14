"""The inspection before: when it was and what it found, where a document says so."""

from __future__ import annotations

import re

from sightline.kit.dates import find_dates
from sightline.regime.grades import normalise
from sightline.reports.document import Document
from sightline.reports.facts import EventFacts
from sightline.reports.judgements import GRADE
from sightline.reports.sentences import sentences

_PREVIOUS = re.compile(
    r"\b(?:last|previous|previously)\s+(?:\w+\s+){0,4}?(?:inspect(?:ed|ion)s?|ILACS|judged)\b"
    r"|\binspect(?:ed|ion)\b(?:\s+\S+){0,6}?\s+(?:in|of)\s+(?:\w+\s+)?20\d\d"
    r"|\b(?:since|at|following|from)\s+the\s+(?:\w+\s+){0,3}inspection\b"
    r"|\bILACS(?:\s+inspection)?\b|\binspected\s+in\b|\bat\s+(?:that|the)\s+time\b",
    re.I,
)
_NOT_INSPECTION = re.compile(
    r"\b(?:focused|monitoring|assurance)\s+visits?\b|\bJTAI\b|joint\s+targeted", re.I
)
_WHOLE = re.compile(
    r"overall\s+effectiveness|\bjudged\s+(?:to\s+be\s+|as\s+)?{g}\s+overall|{g}\s+overall"
    r"|\boverall\b[^.]{{0,60}}{g}|(?:children[’']s\s+)?(?:services|authority|service|council)\b[^.]{{0,80}}?"
    r"\b(?:judged|rated|graded|found|deemed)\s+(?:to\s+be\s+|to\s+|as\s+)?(?:\w+ing\s+)?{g}"
    r"|\ball\s+(?:areas|judgements)[^.]{{0,40}}{g}".replace("{g}", GRADE).replace("{{", "{").replace(
        "}}", "}"
    ),
    re.I,
)
_ANY_GRADE = re.compile(rf"\b{GRADE}\b", re.I)
_PART = re.compile(
    r"experiences?\s+and\s+progress|children\s+in\s+care|care\s+leavers|help\s+and\s+protection"
    r"|in\s+need\s+of|this\s+area|leadership|permanence|impact\s+of\s+leaders|adoption",
    re.I,
)


def add_previous(document: Document, event: EventFacts, start: int, end: int) -> None:
    """Add the date and grade of the previous inspection as ``text[start:end]`` states them.

    The grade counts only where it is that of services as a whole; a grade of one area is not.
    """
    text = document.text
    for left, right in sentences(text, start, end):
        before = _PREVIOUS.search(text, left, right)
        if not before:
            continue
        if event.fact("previous_date") is None:
            _add_date(document, event, before, left, right)
        if event.fact("previous_overall") is None:
            _add_grade(document, event, left, right)
        if event.fact("previous_date") and event.fact("previous_overall"):
            break


def _add_date(
    document: Document, event: EventFacts, before: re.Match[str], left: int, right: int
) -> None:
    own_start = event.value("start_date")
    visit = _NOT_INSPECTION.search(document.text, left, right)
    for found in find_dates(document.text, max(left, before.start() - 60), right):
        if own_start and found.value >= own_start:
            continue
        if visit and visit.end() <= found.start and found.start - visit.end() < 40:
            continue
        citation = document.cite(found.start, found.end)
        event.add(
            "previous_date", _as_precise(found.value.isoformat(), found.precision), citation,
            citation.quote,
        )
        return


def _as_precise(iso: str, precision: str) -> str:
    """2017-11-20, 2017-11 or 2017: no more exact than it is printed."""
    return {"day": iso, "month": iso[:7], "year": iso[:4]}[precision]


def _add_grade(document: Document, event: EventFacts, left: int, right: int) -> None:
    whole = _WHOLE.search(document.text, left, right)
    if not whole:
        return
    part = _PART.search(document.text, left, whole.end())
    if part and "overall" not in document.text[left:right].lower():
        return
    for grade in _ANY_GRADE.finditer(document.text, whole.start(), right):
        value = normalise(grade[0])
        if value is not None:
            citation = document.cite(grade.start(), grade.end())
            event.add("previous_overall", value.value, citation, citation.quote)
            return
