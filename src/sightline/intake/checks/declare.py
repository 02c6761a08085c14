"""How a check of rows is declared: a rule, a list, and a condition in SQL that is true of a fault.

    @check("W11", "error", "section_47", "icpc_date", uses="icpc_unnecessary icpc_led_to_plan",
           means="...", remedy="...", breaks=[{...}], keeps=[{...}])
    def conference_though_unnecessary(at: At) -> str:
        return "t.icpc_unnecessary = 'Y' AND t.icpc_date IS NOT NULL"

The condition sees the row as ``t``, every other list by its key, and ``first_seen``. Of the rows
of an example, the last is the one that the rule is asked of; ``beside`` holds rows of other lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sightline.intake.rules import RULES, Rule, Severity
from sightline.standards import all_standards
from sightline.standards.columns import Column
from sightline.standards.declare import Table

Example = Sequence[Mapping[str, Any]]
CHECKS: list[Check] = []


@dataclass(frozen=True)
class At:
    """What a condition may rest on besides rows: the list, the day, and whose lists they are."""

    table: type[Table]
    as_at: date
    own_names: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The day of the snapshot, in SQL."""
        return f"DATE '{self.as_at.isoformat()}'"

    @property
    def window(self) -> str:
        """The first day of the list's window, in SQL."""
        return f"({self.day} - INTERVAL {self.table.period.months or 0} MONTH)::DATE"

    @property
    def days_off(self) -> str:
        """Bank holidays of the years around the snapshot, as a list in SQL."""
        from sightline.kit.calendar import bank_holidays

        years = range(self.as_at.year - 3, self.as_at.year + 1)
        days = [day for year in years for day in bank_holidays(year)]
        return ", ".join(f"DATE '{day.isoformat()}'" for day in days)


@dataclass(frozen=True)
class Check:
    """A condition on rows of one list, with the rule it belongs to."""

    rule: Rule
    table: type[Table]
    column: str
    """The column that an issue names; empty where it is about the list as a whole."""
    condition: Callable[[At], str]
    uses: tuple[str, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Other lists that it looks into, with the columns that it needs there."""
    severity: Severity | None = None
    message: str = ""
    breaks: Example = ()
    keeps: Example = ()
    beside: Mapping[str, Example] = field(default_factory=dict)
    windowed: bool = False
    """Whether the condition looks at other rows of the list, through a window."""
    whole: bool = False
    """Whether it is asked once, of the list and not of rows."""
    needs_authority: bool = False

    def __post_init__(self) -> None:
        """A check that is not sound cannot be imported; one that is is made known."""
        for wrong in self._contradictions():
            raise ValueError(f"Check {self.rule.id} of {self.table.key}: {wrong}")
        CHECKS.append(self)

    def _contradictions(self) -> Iterator[str]:
        names = {column.name for column in self.table.columns}
        for name in (*self.uses, *([self.column] if self.column else [])):
            if name not in names:
                yield f"there is no column {name!r}"
        for key, columns in self.others:
            other = table_of(key)
            for name in set(columns) - {column.name for column in other.columns}:
                yield f"{key} has no column {name!r}"
        if not (self.breaks and self.keeps):
            yield "it needs a row that breaks it and a row that keeps it"

    @property
    def grade(self) -> Severity:
        """Its own severity, else its rule's."""
        return self.severity or self.rule.severity

    @property
    def says(self) -> str:
        """What is said of a row that breaks it."""
        return self.message or self.rule.means

    @property
    def named(self) -> Column | None:
        """The column that an issue names."""
        return self.table.column(self.column) if self.column else None


def table_of(key: str) -> type[Table]:
    """The list with that key, of any standard."""
    for standard in all_standards():
        for table in standard.tables:
            if table.key == key:
                return table
    raise KeyError(key)


def words(text: str) -> tuple[str, ...]:
    """Names in a string, parted by blanks."""
    return tuple(text.split())


def check(
    rule_id: str,
    severity: Severity,
    lists: str,
    column: str,
    *,
    means: str,
    remedy: str,
    breaks: Example,
    keeps: Example,
    uses: str = "",
    others: Mapping[str, str] | None = None,
    beside: Mapping[str, Example] | None = None,
    graded: Severity | None = None,
    windowed: bool = False,
    whole: bool = False,
    needs_authority: bool = False,
) -> Callable[[Callable[[At], str]], Callable[[At], str]]:
    """Declare a check for one list, or for several parted by blanks.

    A further check of a rule that is declared already says its own ``means``, and may be
    ``graded`` otherwise.
    """

    def take(condition: Callable[[At], str]) -> Callable[[At], str]:
        rule = RULES.get(rule_id) or Rule(rule_id, severity, means, remedy)
        for key in words(lists):
            Check(
                rule,
                table_of(key),
                column,
                condition,
                words(uses),
                tuple((k, words(v)) for k, v in (others or {}).items()),
                graded,
                means,
                breaks,
                keeps,
                beside or {},
                windowed,
                whole,
                needs_authority,
            )
        return condition

    return take


def blank(column: str) -> str:
    """That a cell is empty; one that could not be read is not."""
    return f"(t.{column} IS NULL AND NOT t.{column}__unread)"


def filled(column: str) -> str:
    """That a cell holds something, readable or not."""
    return f"(t.{column} IS NOT NULL OR t.{column}__unread)"


def birthday(years: int, born: str = "t.date_of_birth") -> str:
    """The day on which somebody reaches an age; born on 29 February, 1 March in other years."""
    leap = f"(month({born}) = 2 AND day({born}) = 29 AND (year({born}) + {years}) % 4 <> 0)::INT"
    return f"(({born} + INTERVAL {years} YEAR)::DATE + {leap})"


def days_from(day: date, count: int) -> str:
    """A day some days on, for examples."""
    return (day + timedelta(days=count)).isoformat()
