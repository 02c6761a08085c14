"""How a planter of errors is declared: a rule, its lists, and a function that makes the change.

    @plants("W06", "early_help")
    def completed_before_start(at: Place) -> Change | None:
        \"\"\"Reported at the date of completion.\"\"\"
        if at["assessment_completion_date"] is None:
            return None
        return at.change("assessment_completion_date", at["assessment_start_date"] - at.days(1, 20))

The function changes nothing itself. It says what to change, and what a check will then report; or
None, where the row does not suit. It may rely on clean rows: a child is touched only once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, NamedTuple

from sightline.kit.calendar import add_months
from sightline.standards import standard

Row = dict[str, Any]
Rows = list[Row]
Names = list[str]
PLANTERS: list[Planter] = []


class Fault(NamedTuple):
    """What a check reports: a rule, the list, the row and the column. An empty rule is that of
    the planter."""

    rule: str
    list: str
    row: Row
    column: str


@dataclass
class Change:
    """What a planter does: cells set, rows taken out, rows added, and what will be reported."""

    edits: list[tuple[str, Row, Row]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    removed: list[tuple[str, Row]] = field(default_factory=list)
    added: list[tuple[str, Row]] = field(default_factory=list)

    def set(self, list_key: str, row: Row, **values: Any) -> Change:
        """Set cells of a row."""
        self.edits.append((list_key, row, values))
        return self

    def report(self, list_key: str, row: Row, column: str, rule: str = "") -> Change:
        """Expect one more fault to be reported."""
        self.faults.append(Fault(rule, list_key, row, column))
        return self

    def remove(self, list_key: str, rows: Sequence[Row]) -> Change:
        """Take rows out of a list."""
        self.removed += [(list_key, row) for row in rows]
        return self

    def add(self, list_key: str, row: Row) -> Change:
        """Put a row at the end of a list."""
        self.added.append((list_key, row))
        return self


@dataclass(frozen=True, slots=True)
class Bed:
    """What is known of the whole: the day, dice, names of workers, and what is to be written.

    ``text_only`` says that the rows will be written as text (CSV), where no date is a date.
    """

    as_at: date
    rng: Random
    workers: Sequence[str] = ()
    text_only: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One row of one list, with the child's rows in every list."""

    list: str
    row: Row
    child: Mapping[str, Sequence[Row]]
    bed: Bed

    def __getitem__(self, column: str) -> Any:
        """A value of the row."""
        return self.row[column]

    @property
    def as_at(self) -> date:
        """The day of the snapshot."""
        return self.bed.as_at

    @property
    def window(self) -> date:
        """The first day that the list covers."""
        return window_of(self.list, self.as_at)

    def days(self, least: int, most: int) -> timedelta:
        """Some days, by the dice."""
        return timedelta(days=self.bed.rng.randint(least, most))

    def pick(self, options: Sequence[Any]) -> Any:
        """One of several, by the dice."""
        return self.bed.rng.choice(options)

    def there(self, columns: Sequence[str]) -> Names:
        """Those of the columns that are filled in."""
        return [column for column in columns if self.row.get(column) is not None]

    def rows(self, *lists: str) -> Rows:
        """The child's rows in some lists."""
        return [row for key in lists for row in self.child.get(key, ())]

    def change(self, column: str, value: Any, report: str = "", /, **others: Any) -> Change:
        """Set a cell of this row, and others; reported at that column, or at another."""
        made = Change().set(self.list, self.row, **{column: value}, **others)
        return made.report(self.list, self.row, report or column)


Function = Callable[[Place], Change | None]


class Planter(NamedTuple):
    """A rule in one list, the function that breaks it there, and where it may reach.

    ``most`` is the largest share of the list's rows, where more would break a rule of the list.
    """

    rule: str
    list: str
    make: Function
    most: float


def plants(rule: str, *lists: str, most: float = 0.5) -> Callable[[Function], Function]:
    """Declare a planter for some lists of Annex A."""

    def take(make: Function) -> Function:
        for key in lists:
            standard("annex_a").by_key(key)
            PLANTERS.append(Planter(rule, key, make, most))
        return make

    return take


@cache
def window_of(list_key: str, as_at: date) -> date:
    """The first day that a list of Annex A covers."""
    return add_months(as_at, -(standard("annex_a").by_key(list_key).period.months or 0))


def age_on(born: date, day: date) -> int:
    """Age at the last birthday; -1 before birth. Born on 29 February, it is 1 March."""
    if born > day:
        return -1
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def open_plan(at: Place) -> bool:
    """Whether the child is on a child protection plan."""
    return any(row["plan_end_date"] is None for row in at.rows("child_protection"))


def in_care(at: Place) -> bool:
    """Whether the child is in care."""
    return any(row["cla_end_date"] is None for row in at.rows("children_in_care"))
