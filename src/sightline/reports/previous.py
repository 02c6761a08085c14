"""The inspection before: when it was and what it found, where a document says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from sightline.kit.cite import Citation
from sightline.kit.dates import PrintedDate, find_dates
from sightline.regime.grades import normalise
from sightline.reports.document import Document
from sightline.reports.facts import EventFacts
from sightline.reports.judgements import GRADE
from sightline.reports.sentences import sentences

_PREVIOUS = re.compile(
    r"\b(?:last|previous|previously|earlier)\s+(?:\w+\s+){0,4}?(?:inspect(?:ed|ion)s?|ILACS|judged|judgement)\b"
    r"|\b(?:since|at|following|after|from|during)\s+(?:the|its|their|that)\s+(?:\w+\s+){0,4}?inspections?\b"
    r"|\binspection\s+(?:of\s+[\w\s’']{0,50}?)?in\s+(?:\w+\s+)?20\d\d|\bILACS\s+inspection\b"
    r"|\bin\s+(?:\w+\s+)?20\d\d\b[^.]{0,60}?\bjudged\b|inspection\s+judgement\s+(?:for|of)"
    r"|\binspected\s+(?:by\s+Ofsted\s+)?in\b|\bsince\s+(?:it|they)\s+(?:was|were)\s+judged",
    re.I,
)
_VISIT = re.compile(
    r"\b(?:focused|monitoring|assurance)\s+visits?\b|\bJTAI\b|joint\s+targeted\s+area\s+inspections?",
    re.I,
)
_QUOTE = r"[‘“'\"]?"
_JUDGED = re.compile(
    r"\b(?:judged|found|rated|graded|deemed|judge?ments?(?:\s+grade)?\s+(?:of|was|were))\b"
    rf"(?:\s+[\w’'-]+){{0,7}}?\s+{_QUOTE}(?P<grade>{GRADE})\b|\b(?P<overall>{GRADE})\s+overall\b"
    rf"|\b(?:services?|they|authority|council)\b[^.,]{{0,50}}?\b(?P<need>required\s+improvement\s+to\s+be\s+good)"
    rf"|\boverall\s+{_QUOTE}(?P<noun>{GRADE}){_QUOTE}?[’”'\"]?\s+(?:inspection\s+)?judgement"
    rf"|\bremain(?:ed)?\s+(?P<same>{GRADE})\s+in\s+(?:their|its)\s+overall"
    rf"|overall\s+effectiveness[^.]{{0,60}}?\b(?P<effect>{GRADE})\b",
    re.I,
)
_OWN = re.compile(r"\b(?:now|this\s+inspection|currently|no\s+longer|at\s+this)\b", re.I)
_PART = re.compile(
    r"experiences?\s+(?:and\s+progress\s+)?of|children\s+in\s+care|care\s+leavers|care-experienced|help\s+and\s+protection"
    r"|in\s+need\s+of|front\s+door|this\s+area|\bleadership\b|permanence|impact\s+of\s+leaders|adoption"
    r"|children[’']s\s+homes?|residential|fostering|virtual\s+school|audit|schools?\b",
    re.I,
)


class _Said(NamedTuple):
    """A grade said of an earlier inspection, with that inspection's date where it is given."""

    grade: str
    citation: Citation
    dated: PrintedDate | None


def add_previous(document: Document, event: EventFacts, spans: Iterable[tuple[int, int]]) -> None:
    """Add the date and the overall grade of the inspection before, as the text states them.

    The grade counts only where it is that of services as a whole. Where several earlier
    inspections are named, the latest one counts; a date is no more exact than it is printed.
    """
    before = event.value("start_date")
    before = before if isinstance(before, date) else None
    said: list[_Said] = []
    dates: list[PrintedDate] = []
    for start, end in spans:
        for left, right, context in _about_before(document, start, end):
            dates += _inspection_dates(document, left, right, before)
            said += _grades(document, left, right, context, before)
    if said:
        best = max(
            said, key=lambda s: (s.dated is not None, s.dated.value if s.dated else date.min)
        )
        event.add("previous_overall", best.grade, best.citation, best.citation.quote)
        if best.dated:
            dates.insert(0, best.dated)
    if dates:
        first = next(
            (d for d in dates if d.precision != "year" and d.value.year == dates[0].value.year),
            dates[0],
        )
        cited = document.cite(first.start, first.end)
        event.add("previous_date", as_precise(first), cited, cited.quote)


def as_precise(printed: PrintedDate) -> str:
    """2017-11-20, 2017-11 or 2017: no more exact than it is printed."""
    return printed.value.isoformat()[: {"day": 10, "month": 7, "year": 4}[printed.precision]]


def _about_before(
    document: Document, start: int, end: int
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Sentences about an earlier inspection, each with where its context begins and ends."""
    last: tuple[int, int] | None = None
    for left, right in sentences(document.text, start, end):
        if _cue(document.text, left, right):
            yield left, right, last or (left, right)
            last = (left, right)
        elif last and re.match(
            r"(?:At\s+that\s+time|The\s+local\s+authority\s+was|It\s+was|Services\s+were)\b",
            document.text[left:right],
        ):
            yield left, right, last
            last = None
        else:
            last = None


def _cue(text: str, left: int, right: int) -> re.Match[str] | None:
    """The words that name an earlier inspection, if they are not those of a visit."""
    visits = [m.span() for m in _VISIT.finditer(text, left, right)]
    for match in _PREVIOUS.finditer(text, left, right):
        if not any(a < match.end() and match.start() < b for a, b in visits):
            return match
    return None


def _inspection_dates(
    document: Document, left: int, right: int, before: date | None
) -> list[PrintedDate]:
    """Dates in the sentence that are of an inspection rather than of a visit or a report."""
    cue = _cue(document.text, left, right)
    visit = _VISIT.search(document.text, left, right)
    found = []
    for printed in find_dates(document.text, left, right):
        between = document.text[visit.end() : printed.start] if visit else ""
        near_visit = visit and 0 < len(between) < 40 and "inspection" not in between
        if cue and printed.start < cue.start() - 60:
            continue
        if not near_visit and (before is None or printed.value < before.replace(day=1)):
            found.append(printed)
    return found


def _grades(
    document: Document, left: int, right: int, context: tuple[int, int], before: date | None
) -> Iterator[_Said]:
    text = document.text
    for match in _JUDGED.finditer(text, left, right):
        group = next(g for g in ("grade", "overall", "effect", "need", "noun", "same") if match[g])
        grade = normalise(re.sub("^required", "requires", match[group], flags=re.I))
        if grade is None or _is_part(text, left, right, match, group):
            continue
        if _OWN.search(
            text, match.start() - 20 if match.start() - 20 > left else left, match.start(group)
        ):
            continue
        dates = _inspection_dates(document, left, right, before) or _inspection_dates(
            document, *context, before
        )
        near = [d for d in dates if d.start > match.end() and d.start - match.end() < 30]
        dated = next(iter(near or dates), None)
        yield _Said(grade.value, document.cite(*match.span(group)), dated)


_PRONOUN = re.compile(
    r"(?:when\s+|where\s+|which\s+)?(?:it|the\s+service|this)\s+(?:was|had)", re.I
)


def _is_part(text: str, left: int, right: int, match: re.Match[str], group: str) -> bool:
    """Whether the grade is said of one area only."""
    clause = max(
        left,
        text.rfind(",", left, match.start()) + 1,
        text.rfind(" when ", left, match.start()) + 1,
    )
    subject = text[clause : match.start(group)]
    if _PRONOUN.match(subject.strip()):  # "… when it was judged": what it is stands before
        subject = text[left : match.start(group)]
    after = text[match.end(group) : min(match.end(group) + 40, right)]
    if re.search(
        r"\bfrom\s+(?:an?|its|the|their)\s+(?:\w+\s+)?judgement",
        text[max(left, match.start() - 25) : match.end()],
    ):
        return True
    if "overall" in subject.lower() or re.search(
        r"^\s+(?:for\s+)?overall|\boverall\s+effectiveness", text[match.end(group) : right]
    ):
        return False
    return bool(
        _PART.search(subject)
        or re.match(
            r"\s+for\s+(?!(?:children|services)\b)|\s+in\s+(?:relation|respect|this|help|leadership|adoption|care)\b",
            after,
        )
    )
