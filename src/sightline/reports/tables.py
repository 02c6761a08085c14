"""National tables: what the library says of many authorities, as plain rows.

Each event counts once, however many documents tell of it, and only where its own report or
letter is in the library: what is known by hearsay is not counted. The library holds what was
added to it, which may not be every report there is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sightline.regime.grades import Grade, direction
from sightline.regime.themes import by_id
from sightline.reports.facts import GRADES
from sightline.reports.same_event import HistoryEvent, histories
from sightline.reports.shelf import Shelf
from sightline.reports.threads.quotes import ITEMS

Row = dict[str, Any]
Histories = Mapping[str, Sequence[HistoryEvent]]
_GRADES = {grade.value: grade for grade in Grade}
GRADED = ("SIF", "ILACS")
NOT_KNOWN = "Not known"
NOT_COMPARED = "not comparable"
_DIRECTIONS = {1: "up", -1: "down", 0: "the same", None: NOT_COMPARED}


@dataclass(frozen=True)
class Table:
    """Plain rows under a name, with one sentence that says what they count."""

    name: str
    description: str
    columns: tuple[str, ...]
    rows: list[Row]


def tables(shelf: Shelf) -> list[Table]:
    """Every national table."""
    told = histories(shelf)
    return [
        grades(shelf, told),
        improvement_themes(shelf, told),
        focused_visits(shelf, told),
        changes(shelf, told),
        changes_by_year(shelf, told),
    ]


def grades(shelf: Shelf, told: Histories | None = None) -> Table:
    """How many inspections gave each grade, by framework, year and judgement area."""
    counts: dict[tuple[str, int, str], Counter[str]] = defaultdict(Counter)
    for event in _own(told or histories(shelf), "inspection"):
        for area, grade in event.grades.items():
            counts[event.framework, _year(event), area][grade] += 1
    rows = [
        {
            "framework": framework,
            "year": year,
            "area": area,
            **{grade: counts[framework, year, area][grade] for grade in _GRADES},
            "inspections": counts[framework, year, area].total(),
        }
        for framework, year, area in sorted(counts, key=lambda k: (k[1], k[0], GRADES.index(k[2])))
    ]
    return Table(
        "grades",
        "Inspections by the grade given for each judgement area, by framework and by the year in "
        "which inspectors were first there; children in care and care leavers were judged "
        "together in ILACS before 2023.",
        ("framework", "year", "area", *_GRADES, "inspections"),
        rows,
    )


def improvement_themes(shelf: Shelf, told: Histories | None = None) -> Table:
    """On which themes authorities were told to improve, by year."""
    voices = {
        (event.voice.sha256, event.voice.place): event
        for event in _own(told or histories(shelf))
        if event.voice
    }
    reports: Counter[int] = Counter(_year(event) for event in voices.values())
    items: Counter[tuple[int, str]] = Counter()
    events: dict[tuple[int, str], set[tuple[str, int]]] = defaultdict(set)
    for role in ITEMS:
        for finding in shelf.findings(role=role):
            key = finding["sha256"], finding["event"]
            for theme in finding["themes"] if key in voices else ():
                items[_year(voices[key]), theme] += 1
                events[_year(voices[key]), theme].add(key)
    rows = [
        {
            "year": year,
            "theme": theme,
            "title": by_id(theme).title,
            "items": count,
            "told": len(events[year, theme]),
            "reports": reports[year],
        }
        for (year, theme), count in sorted(items.items(), key=lambda i: (i[0][0], -i[1], i[0][1]))
    ]
    return Table(
        "improvement_themes",
        "Areas for improvement and priority actions by theme and by the year in which inspectors "
        "were first there: how many items name the theme, and how many of that year's reports "
        "and letters do; one item may name several themes.",
        ("year", "theme", "title", "items", "told", "reports"),
        rows,
    )


def focused_visits(shelf: Shelf, told: Histories | None = None) -> Table:
    """Focused visits by topic and by the overall grade that the authority held at the time."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for history in (told or histories(shelf)).values():
        for place, event in enumerate(history):
            if event.kind == "focused_visit" and event.official:
                counts[event.value("topic") or "other"][_held(history[:place], event)] += 1
    rows = [
        {
            "topic": topic,
            **{grade: found[grade] for grade in (*_GRADES, NOT_KNOWN)},
            "visits": found.total(),
        }
        for topic, found in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
    ]
    return Table(
        "focused_visits",
        "Focused visits by topic and by the grade for overall effectiveness that the authority "
        "held when inspectors came: of the last inspection in the library, or as the letter says.",
        ("topic", *_GRADES, NOT_KNOWN, "visits"),
        rows,
    )


def _held(before: Sequence[HistoryEvent], visit: HistoryEvent) -> str:
    """The overall grade held: of the last graded inspection, or as the letter itself says."""
    said = visit.value("previous_overall")
    if said in _GRADES:
        return str(said)
    graded = [event for event in before if event.kind == "inspection" and event.grades]
    return graded[-1].grades.get("overall", NOT_KNOWN) if graded else NOT_KNOWN


def changes(shelf: Shelf, told: Histories | None = None) -> Table:
    """How each authority's overall grade changed from one graded inspection to the next."""
    rows = [
        {
            "authority": after.authority,
            "urn": after.urn,
            "from_date": _first_day(before),
            "from_framework": before.framework,
            "from_grade": before.grades.get("overall", ""),
            "to_date": _first_day(after),
            "to_framework": after.framework,
            "to_grade": after.grades.get("overall", ""),
            "change": _change(before, after),
        }
        for history in (told or histories(shelf)).values()
        for before, after in pairwise(_graded(history))
        if before.official and after.official
    ]
    rows.sort(key=lambda row: (row["authority"], row["to_date"]))
    return Table(
        "changes",
        "The overall grade of each authority at one graded inspection and at the next, where the "
        "library has both reports, by the first day on site; without an overall grade, as from "
        "April 2026, there is nothing to compare.",
        (
            "authority",
            "urn",
            "from_date",
            "from_framework",
            "from_grade",
            "to_date",
            "to_framework",
            "to_grade",
            "change",
        ),
        rows,
    )


def changes_by_year(shelf: Shelf, told: Histories | None = None) -> Table:
    """How many authorities went up, went down, or stayed the same, by year."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in changes(shelf, told).rows:
        counts[row["to_date"][:4]][row["change"]] += 1
    words = tuple(_DIRECTIONS.values())
    rows = [
        {"year": int(year), **{word: found[word] for word in words}, "inspections": found.total()}
        for year, found in sorted(counts.items())
    ]
    return Table(
        "changes_by_year",
        "Authorities whose overall grade went up, went down or stayed the same since their graded "
        "inspection before, by the year of the later one.",
        ("year", *words, "inspections"),
        rows,
    )


def _own(told: Histories, kind: str | None = None) -> Iterable[HistoryEvent]:
    """The events whose own report or letter is in the library, with their date."""
    for history in told.values():
        for event in history:
            if event.official and event.when and kind in (None, event.kind):
                yield event


def _graded(history: Sequence[HistoryEvent]) -> list[HistoryEvent]:
    """Graded inspections in order; one known by hearsay parts the two that stand around it."""
    return [e for e in history if e.kind == "inspection" and e.when and _counts(e)]


def _counts(event: HistoryEvent) -> bool:
    graded = any(area != "lscb" for area in event.grades)
    return graded and (event.framework in GRADED or not event.official)


def _change(before: HistoryEvent, after: HistoryEvent) -> str:
    one, other = (_GRADES.get(e.grades.get("overall", "")) for e in (before, after))
    return _DIRECTIONS[direction(one, other)] if one and other else NOT_COMPARED


def _year(event: HistoryEvent) -> int:
    return event.when.first.year if event.when else 0


def _first_day(event: HistoryEvent) -> str:
    return event.when.first.isoformat() if event.when else ""
