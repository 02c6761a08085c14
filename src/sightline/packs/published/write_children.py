"""Writes the rows about children of a published file: for the working copy alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sightline.measures.children import COUNTED, NOT_JUDGED
from sightline.measures.declare import DOWN, UP
from sightline.measures.groups import NOT_SAID
from sightline.packs.published.insert import insert
from sightline.packs.published.people import Person
from sightline.packs.published.refs import reference
from sightline.packs.published.schema import ANSWERS, DUE_KIND, OVERDUE_KIND
from sightline.packs.published.texts import to_json

if TYPE_CHECKING:
    from sightline.measures.children import Behind
    from sightline.measures.deadlines.steps import Step
    from sightline.measures.signals.raised import Sign
    from sightline.packs.practice.model import Report
    from sightline.packs.published.behind import Behinds

    About = Behind | Step | Sign

Row = tuple[Any, ...]


class _Numbers(dict[Any, int]):
    """Numbers for things, given as they are first asked for, from 1."""

    def __missing__(self, thing: Any) -> int:
        number = self[thing] = len(self) + 1
        return number


def write_children(
    file: sqlite3.Connection,
    report: Report,
    key: bytes,
    behind: Iterable[Behinds],
    people: Iterable[Person],
) -> None:
    """Write who works with each child, what is overdue, due and signalled, and the rows behind."""
    told = _Told(file, report, key, {one.child_id: one for one in people})
    insert(file, "step", told.steps(report))
    insert(file, "sign", told.signs(report))
    for rows in behind:
        told.behind(rows)
    told.finish()


class _Told:
    """The children that have been told of, and the numbers that stand for repeated texts."""

    def __init__(
        self,
        file: sqlite3.Connection,
        report: Report,
        key: bytes,
        people: dict[str, Person],
    ) -> None:
        self.file, self.key, self.authority = file, key, report.authority
        self.words, self.places, self.shown, self.parts = (_Numbers() for _ in range(4))
        self.people = people
        self.children = _Numbers()
        self.late = _latest(report.overdue)
        self.next_row = 1
        self.indicators = {one.measure.id: n for n, one in enumerate(report.indicators, 1)}
        self.look_at = {one.measure.id: one.look_at for one in report.indicators}
        for child_id in people:
            self.children[child_id]  # every child of the lists has a number, whatever is told

    def steps(self, report: Report) -> Iterator[Row]:
        """The steps that are overdue, and those that are due, in the report's order."""
        for kind, rows in ((OVERDUE_KIND, report.overdue), (DUE_KIND, report.due)):
            for s in rows:
                dates = (_iso(s.since), _iso(s.due), s.days_late)
                yield (None, kind, s.deadline, s.title, s.waits_for, *self._who(s), *dates,
                       *self._place(s))  # fmt: skip

    def signs(self, report: Report) -> Iterator[Row]:
        """The signs in the report's order."""
        for s in report.signs:
            yield (None, s.signal, s.title, *self._who(s), _iso(s.since), s.days, s.because,
                   *self._place(s))  # fmt: skip

    def behind(self, told: Behinds) -> None:
        """The rows of a measure, those to look at first; what is not in the report is left out."""
        number = self.indicators.get(told.measure)
        if number is None or not told.rows:
            return
        look_at = _look_at(self.look_at[told.measure], told)
        order = _Order(look_at, told.better, self.late)
        pairs = sorted(zip(told.rows, told.parts), key=lambda pair: order.of(pair[0]))
        first = self.next_row
        insert(self.file, "behind", self._behind(number, pairs))
        self.file.execute(
            "UPDATE indicator SET look_at = ?, first_row = ?, last_row = ? WHERE id = ?",
            (look_at, first, self.next_row - 1, number),
        )

    def _behind(
        self, number: int, pairs: Iterable[tuple[Behind, tuple[str, ...]]]
    ) -> Iterator[Row]:
        known: dict[Row, int] = {}
        for row, parts in pairs:
            values = tuple(row.shown.values())
            if values not in known:
                known[values] = self.shown[to_json(row.shown)]
            place, line = self._place(row)
            yield (
                self.next_row, number, *self._who(row), ANSWERS.index(row.answer),
                _plain(row.value), known[values], place, line, self.parts[parts],
            )  # fmt: skip
            self.next_row += 1

    def _who(self, row: About) -> Row:
        return self._child(row), self.words[row.team], self.words[row.worker], row.age

    def _place(self, row: About) -> Row:
        words = self.words
        return self.places[words[row.list or ""], words[row.file or ""],
                           words[row.sheet or ""]], row.row  # fmt: skip

    def _child(self, row: About) -> int | None:
        """The number of a child. One of whom no list of open children tells is as the row says."""
        if row.child_id == NOT_SAID:
            return None
        known = self.people.get(row.child_id)
        if known is None:
            self.people[row.child_id] = Person(row.child_id, row.team, row.worker, row.age)
        elif not known.open_as and known.team == NOT_SAID != row.team:
            self.people[row.child_id] = replace(known, team=row.team, worker=row.worker)
        return self.children[row.child_id]

    def finish(self) -> None:
        """The children, and the texts that rows point to."""
        insert(self.file, "child", self._children())
        insert(self.file, "word", ((number, word) for word, number in self.words.items()))
        insert(self.file, "shown", ((number, text) for text, number in self.shown.items()))
        insert(self.file, "parts", ((number, *parts) for parts, number in self.parts.items()))
        insert(self.file, "place", ((number, *where) for where, number in self.places.items()))
        self.file.execute(
            "UPDATE said SET value = ? WHERE name = 'children'", (str(len(self.children)),)
        )

    def _children(self) -> Iterator[Row]:
        for child_id, number in self.children.items():
            one = self.people[child_id]
            late_for, days = self.late.get(child_id, (None, None))
            ref = reference(self.key, self.authority, child_id)
            yield (number, ref, child_id, self.words[one.team], self.words[one.worker], one.age,
                   one.open_as, _iso(one.last_seen_on), late_for, days)  # fmt: skip


@dataclass(frozen=True)
class _Order:
    """The order of a measure's rows: to look at, then by length or by how long overdue."""

    look_at: str
    better: str
    late: dict[str, tuple[str, int]]

    def of(self, row: Behind) -> Row:
        """Rows to look at, then those that cannot be judged; then how long; then the child."""
        rank = 0 if row.answer == self.look_at else 1 if row.answer == NOT_JUDGED else 2
        days = self.late.get(row.child_id, ("", -1))[1]
        return (rank, self._length(row.value), -days, row.child_id, row.list, row.file or "",
                row.sheet or "", row.row or 0)  # fmt: skip

    def _length(self, value: Any) -> float:
        """The longest first where shorter is better, the least first where more is better."""
        if not isinstance(value, (int, float)):
            return 0
        return -value if self.better == DOWN else value if self.better == UP else 0


def _look_at(said: str, told: Behinds) -> str:
    """Which answer somebody should look at; of rows that are only counted, all or none."""
    counted = {row.answer for row in told.rows} <= {COUNTED, NOT_JUDGED}
    return (COUNTED if told.better == DOWN else "") if counted else said


def _latest(overdue: Iterable[Step]) -> dict[str, tuple[str, int]]:
    """What each child waits for longest past its day, and for how many days."""
    found: dict[str, tuple[str, int]] = {}
    for step in overdue:
        if step.days_late > found.get(step.child_id, ("", -1))[1]:
            found[step.child_id] = (step.waits_for, step.days_late)
    return found


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _plain(value: Any) -> Any:
    """A value as the file keeps it: a number or a text."""
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, (int, float, str)) else str(value)
