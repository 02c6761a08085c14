"""Reads the rows about children of a published file, a page at a time, of the teams asked for.

``teams`` is everywhere None for all teams, and a list of names for those alone: an empty one is no
team, and gives no row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sightline.packs.published.file import File
from sightline.packs.published.model import (
    DUE,
    OVERDUE,
    Child,
    Counts,
    OfChild,
    Paged,
    Row,
    Sign,
    Step,
)
from sightline.packs.published.schema import ANSWERS, DUE_KIND, GROUPS, OVERDUE_KIND
from sightline.packs.published.told import (
    BEHIND_ROWS,
    CHILD_ROWS,
    NOBODY,
    SIGN_ROWS,
    STEP_ROWS,
    child_of,
    row_of,
    sign_of,
    step_of,
)

T = TypeVar("T")
Teams = Collection[str] | None
SIZE = 50
KINDS = {OVERDUE: OVERDUE_KIND, DUE: DUE_KIND}
_OF_CHILD = 2_000
_BETWEEN = "id BETWEEN ? AND ?"


@dataclass
class _Asked:
    """Conditions and their values."""

    said: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: Any) -> _Asked:
        self.said.append(condition)
        self.values += values
        return self

    def of_words(self, column: str, names: Collection[str] | None) -> _Asked:
        """Only rows whose word is one of the names; None is any."""
        if names is None:
            return self
        marks = ", ".join("?" * len(names))
        return self.add(f"{column} IN (SELECT id FROM word WHERE word IN ({marks}))", *names)

    @property
    def where(self) -> str:
        return " AND ".join(self.said) or "1"


class Children(File):
    """What a published file tells of children. An identifier not known gives nothing."""

    def rows(
        self,
        measure: str,
        *,
        answer: str | None = None,
        teams: Teams = None,
        worker: str | None = None,
        by: str = "",
        group: str = "",
        value: str | None = None,
        page: int = 1,
        size: int = SIZE,
    ) -> Paged[Row]:
        """The rows behind a measure, those to look at first, the longest overdue first.

        Then by child. Where a measure is a length, the longest or shortest come first instead.
        ``by`` and ``group`` keep a group of a breakdown, as in the figures; ``value`` a category of
        a measure that divides into some.
        """
        asked = self._asked_of(measure, answer, teams, worker)
        if asked is None:
            return Paged([], 0, page, size)
        if by == "team":
            asked.of_words("team", [group])
        elif by in GROUPS:
            asked.add(f"parts IN (SELECT id FROM parts WHERE {by} = ?)", group)
        elif by:
            return Paged([], 0, page, size)
        if value is not None:
            asked.add("value = ?", value)
        return self._paged("behind", "id", BEHIND_ROWS, asked, page, size, row_of)

    def _asked_of(
        self, measure: str, answer: str | None, teams: Teams, worker: str | None
    ) -> _Asked | None:
        """Conditions on the rows of a measure; None where there are none."""
        found = self._one(
            "SELECT id, first_row, last_row FROM indicator WHERE key = ?1 OR slug = ?1", (measure,)
        )
        if found is None or found[1] is None or answer not in (None, *ANSWERS):
            return None
        asked = _Asked().add(_BETWEEN, *found[1:]).of_words("team", teams)
        if worker is not None:
            asked.of_words("worker", [worker])
        return asked.add("answer = ?", ANSWERS.index(answer)) if answer else asked

    def answers(
        self, measure: str, *, teams: Teams = None, worker: str | None = None
    ) -> dict[str, int]:
        """How many rows of a measure have each answer; those of none are left out."""
        asked = self._asked_of(measure, None, teams, worker)
        if asked is None:
            return {}
        rows = self._all(
            f"SELECT answer, count(*) FROM behind NOT INDEXED WHERE {asked.where} "
            "GROUP BY answer ORDER BY answer",
            asked.values,
        )
        return {ANSWERS[code]: count for code, count in rows}

    def steps(
        self,
        kind: str,
        *,
        deadline: str | None = None,
        teams: Teams = None,
        worker: str | None = None,
        page: int = 1,
        size: int = SIZE,
    ) -> Paged[Step]:
        """What is "overdue", the longest first, or "due" in the next days, the first first."""
        if kind not in KINDS:
            return Paged([], 0, page, size)
        asked = _named(teams, worker).add("kind = ?", KINDS[kind])
        if deadline is not None:
            asked.add("deadline = ?", deadline)
        return self._paged("step", "id", STEP_ROWS, asked, page, size, step_of)

    def signs(
        self,
        *,
        signal: str | None = None,
        teams: Teams = None,
        worker: str | None = None,
        page: int = 1,
        size: int = SIZE,
    ) -> Paged[Sign]:
        """Signals of children, what has gone on longest first."""
        asked = _named(teams, worker)
        if signal is not None:
            asked.add("signal = ?", signal)
        return self._paged("sign", "id", SIGN_ROWS, asked, page, size, sign_of)

    def children(
        self,
        teams: Teams = None,
        worker: str | None = None,
        text: str | None = None,
        is_open: bool | None = None,
        page: int = 1,
        size: int = SIZE,
    ) -> Paged[Child]:
        """Children by who works with them; ``text`` is a part of the identifier.

        ``is_open`` keeps those for whom something is open as at the day, or those for whom not.
        Those with something overdue come first, the longest first; then by identifier.
        """
        asked = _named(teams, worker)
        if text:
            asked.add("instr(lower(child_id), lower(?)) > 0", text.strip())
        if is_open is not None:
            asked.add("(open_as != '') = ?", int(is_open))
        order = "days_late IS NULL, days_late DESC, child_id"
        return self._paged("child", order, CHILD_ROWS, asked, page, size, child_of)

    def child(self, ref: str) -> Child | None:
        """The child that a reference stands for."""
        row = self._one(f"{CHILD_ROWS} WHERE x.ref = ?", (ref,))
        return child_of(row) if row else None

    def child_ref(self, child_id: str) -> str | None:
        """The reference of a child."""
        row = self._one("SELECT ref FROM child WHERE child_id = ?", (child_id,))
        return row[0] if row else None

    def of_child(self, child_id: str) -> OfChild | None:
        """Every row, step and sign about a child, and who works with them."""
        row = self._one("SELECT id, ref FROM child WHERE child_id = ?", (child_id,))
        found = self.child(row[1]) if row else None
        if row is None or found is None:
            return None
        mine = _Asked().add("child = ?", row[0])
        steps = self._paged("step", "id", STEP_ROWS, mine, 1, _OF_CHILD, step_of).rows
        return OfChild(
            found,
            self._paged("behind", "indicator, id", BEHIND_ROWS, mine, 1, _OF_CHILD, row_of).rows,
            [step for step in steps if step.kind == OVERDUE],
            [step for step in steps if step.kind == DUE],
            self._paged("sign", "id", SIGN_ROWS, mine, 1, _OF_CHILD, sign_of).rows,
        )

    def teams(self) -> list[Counts]:
        """Each team: how many children are open to it, and what there is to look at.

        What has no team comes last, as "Not recorded".
        """
        return self._counts("team", _Asked())

    def workers(self, team: str) -> list[Counts]:
        """Each worker of a team in the same way."""
        return self._counts("worker", _Asked().of_words("team", [team]))

    def counts(self, teams: Teams = None, worker: str | None = None) -> Counts:
        """How much there is to look at in some teams together."""
        asked = _named(teams, worker)
        numbers = [
            self._one(f"SELECT count(*) FROM {table} WHERE {where} AND {asked.where}", asked.values)
            for table, where in _COUNTED
        ]
        return Counts("", *(row[0] for row in numbers))

    def _counts(self, column: str, asked: _Asked) -> list[Counts]:
        parts = [
            f"SELECT {column} AS who, {place} AS part FROM {table} WHERE {where} AND {asked.where}"
            for place, (table, where) in enumerate(_COUNTED)
        ]
        rows = self._all(
            "SELECT word, sum(part = 0), sum(part = 1), sum(part = 2), sum(part = 3) "
            f"FROM ({' UNION ALL '.join(parts)}) JOIN word ON id = who "
            f"GROUP BY word ORDER BY word = {NOBODY}, lower(word)",
            asked.values * len(_COUNTED),
        )
        return [Counts(*row) for row in rows]

    def _paged(
        self,
        table: str,
        order: str,
        query: str,
        asked: _Asked,
        page: int,
        size: int,
        make: Callable[[Any], T],
    ) -> Paged[T]:
        """A page: its rows are found first, and then told in full."""
        # The rows of a measure lie beside each other: to walk them is quicker than any index.
        indexed = "NOT INDEXED" if asked.said[:1] == [_BETWEEN] else ""
        page, size = max(1, page), max(1, size)
        here = f"FROM {table} {indexed} WHERE {asked.where}"
        total = self._one(f"SELECT count(*) {here}", asked.values)[0]
        ids = self._all(
            f"SELECT id {here} ORDER BY {order} LIMIT ? OFFSET ?",
            [*asked.values, size, (page - 1) * size],
        )
        places = [row[0] for row in ids]
        rows = self._told(table, query, places) if places else []
        return Paged([make(row) for row in rows], total, page, size)

    def _told(self, table: str, query: str, ids: Sequence[int]) -> list[Any]:
        """Rows in full, in the order of their numbers as given."""
        marks = ", ".join("?" * len(ids))
        rows = self._all(query.replace("SELECT ", "SELECT x.id, ", 1) + f" WHERE x.id IN ({marks})",
                         ids)  # fmt: skip
        found = {row[0]: row[1:] for row in rows}
        return [found[one] for one in ids]


_COUNTED = (
    ("child", "open_as != ''"),
    ("step", f"kind = {OVERDUE_KIND}"),
    ("step", f"kind = {DUE_KIND}"),
    ("sign", "1"),
)


def _named(teams: Teams, worker: str | None) -> _Asked:
    asked = _Asked().of_words("team", teams)
    return asked if worker is None else asked.of_words("worker", [worker])
