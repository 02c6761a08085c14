"""Judgements: reading printed grades beside the labels they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sightline.kit.cite import Citation
from sightline.regime.grades import normalise
from sightline.reports.document import Document
from sightline.reports.facts import EventFacts

GRADE = (
    r"(?:outstanding|good|requir(?:es?|ing)\s+improvement(?:\s+to\s+be\s+good)?|inadequate"
    r"|adequate)"
)
_GRADE = re.compile(rf"\b{GRADE}\b|\bnot\s+judged\b", re.I)
# A grade stands beside its label: at most a line's end and a separator come between.
_FARTHEST = 45


class Judgement(NamedTuple):
    """One printed grade and the judgement area that it belongs to."""

    area: str
    citation: Citation


def table(
    document: Document, labels: Mapping[str, str], start: int, end: int, stop_after: str = ""
) -> list[Judgement]:
    """The grades in a table of judgements printed between ``start`` and ``end``.

    ``labels`` maps each area to a regular expression of its printed label. Cells arrive in the
    order of their rows, so each grade belongs to the label read last. Reading stops after the
    area ``stop_after`` has its grade.
    """
    found: list[Judgement] = []
    pending: tuple[str, int] | None = None
    for area, left, right in _tokens(document.text, labels, start, end):
        if area:
            pending = (area, right)
        elif pending and left - pending[1] <= _FARTHEST:
            found.append(Judgement(pending[0], document.cite(left, right)))
            if pending[0] == stop_after:
                break
            pending = None
    return found


def _tokens(
    text: str, labels: Mapping[str, str], start: int, end: int
) -> Iterator[tuple[str, int, int]]:
    """Labels and grades in reading order; a grade has an empty area."""
    parts = [f"(?P<{area}>{pattern})" for area, pattern in labels.items()]
    pattern = re.compile("|".join(parts) + rf"|(?P<GRADE>{_GRADE.pattern})", re.I)
    for match in pattern.finditer(text, start, end):
        name = match.lastgroup or ""
        yield ("" if name == "GRADE" else name), match.start(), match.end()


def add_judgements(event: EventFacts, judgements: list[Judgement]) -> None:
    """Add each grade as a fact, normalised, with the printed words kept; "not judged" adds none."""
    for area, citation in judgements:
        grade = normalise(citation.quote)
        if grade is not None:
            event.add(area, grade.value, citation, citation.quote)


def cross_check(event: EventFacts, headings: list[Judgement]) -> None:
    """Compare the table's grades with those in the section headings; fill in what is missing."""
    for area, citation in headings:
        grade = normalise(citation.quote)
        printed = event.value(area)
        if grade is None:
            continue
        if printed is None:
            note = "from the section's heading: the table does not give it"
            event.add(area, grade.value, citation, citation.quote, note)
        elif printed != grade.value:
            event.flag(
                "contradiction",
                f"The table grades {area.replace('_', ' ')} {printed}, "
                f"the section's heading says {grade.value}.",
                "The table is kept. Check the report.",
            )
