"""Who works with each child as at the day, from the lists of children for whom something is open.

A child may stand in several lists. What counts is the first that has something open: care, then a
protection plan, then help as a child in need, then leaving care. Of a child for whom nothing is
open it is the last team that they had.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sightline.measures.groups import NOT_SAID

if TYPE_CHECKING:
    from sightline.measures.data import Data


class _List(NamedTuple):
    """A list, what a child in it is open as, and the columns of its beginning, end and visit."""

    key: str
    words: str
    start: str = ""
    end: str = ""
    seen: str = ""


_LISTS = (
    _List("annex_a.children_in_care", "In care", "cla_start_date", "cla_end_date",
          "last_visit_date"),
    _List("annex_a.child_protection", "Child protection plan", "plan_start_date", "plan_end_date",
          "last_visit_date"),
    _List("annex_a.children_in_need", "Child in need", "cin_start_date", "cin_closure_date",
          "last_seen_date"),
    _List("annex_a.care_leavers", "Care leaver"),
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """A child as at the day. ``open_as`` is nothing where nothing is open."""

    child_id: str
    team: str
    worker: str
    age: int | None
    open_as: str = ""
    last_seen_on: date | None = None


class _Told(NamedTuple):
    """What one row of a list says of a child; the first in order counts."""

    closed: bool
    place: int
    no_team: bool
    gone: int
    person: Person


def people(data: Data) -> Iterator[Person]:
    """Every child in the lists of those who have a worker, by identifier."""
    told: dict[str, list[_Told]] = {}
    for place, one in enumerate(_LISTS):
        if one.key in data:
            for row in _rows(data, one):
                made = _told(row, one, place, data.as_at)
                told.setdefault(made.person.child_id, []).append(made)
    for child_id in sorted(told):
        yield _of(told[child_id])


def _rows(data: Data, one: _List) -> Iterator[dict[str, Any]]:
    table = data[one.key]
    names = {"start": one.start, "end": one.end, "seen": one.seen, "born": "date_of_birth",
             "team": "allocated_team", "worker": "allocated_worker"}  # fmt: skip
    picked = {name: table[column] for name, column in names.items() if column}
    rows = table.filter(table.child_id.notnull()).select("child_id", "_file", "_row", **picked)
    assert data.lists is not None
    found = data.lists.run(rows).to_pylist()
    yield from sorted(found, key=lambda row: (row["child_id"], row["_file"] or "", row["_row"]))


def _told(row: dict[str, Any], one: _List, place: int, as_at: date) -> _Told:
    start, end = row.get("start"), row.get("end")
    is_open = not one.start or (start is not None and start <= as_at and not (end and end <= as_at))
    gone = end.toordinal() if end else 0
    person = Person(
        row["child_id"],
        row["team"] or NOT_SAID,
        row["worker"] or NOT_SAID,
        age_on(row["born"], as_at),
        one.words if is_open else "",
        row.get("seen"),
    )
    return _Told(not is_open, place, not row["team"], 0 if is_open else -gone, person)


def _of(rows: list[_Told]) -> Person:
    """One child of what the lists say: as open where they first are, the visit the latest."""
    from dataclasses import replace

    first = min(rows, key=lambda told: (told.closed, told.place, told.gone))
    mine = [told for told in rows if told.closed == first.closed]
    # A list that leaves the team blank does not hide the one that another gives.
    named = min(mine, key=lambda told: (told.no_team, told.place, told.gone)).person
    seen = [told.person.last_seen_on for told in rows if told.person.last_seen_on]
    return replace(
        first.person,
        team=named.team,
        worker=named.worker,
        last_seen_on=max(seen, default=None),
    )


def age_on(born: date | None, day: date) -> int | None:
    """Whole years from a birth to a day; None before birth, and where it is not known."""
    if born is None or born > day:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
