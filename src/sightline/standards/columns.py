"""The kinds of column, and what a declaration may say of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal

from sightline.standards.in_force import in_force
from sightline.standards.sources import Source

Severity = Literal["error", "query"]


@dataclass(frozen=True)
class DateRule:
    """That a date should not come before, or after, another one on the same row.

    With ``days`` the other date is first moved that many days earlier (for "before") or later
    (for "after"). ``strict`` rules out the same day too. A broken "query" may still be right.
    Where one of the two has a time of day and the other has not, they are compared as days.
    """

    other: str
    side: Literal["before", "after"] = "before"
    days: int = 0
    strict: bool = False
    severity: Severity = "error"

    def __str__(self) -> str:
        """The rule in words, with the name of the other column: "not before started_on"."""
        weeks, rest = divmod(self.days, 7)
        span = f"{self.days} days" if rest else f"{weeks} weeks"
        slack = f"{span} {self.side} "
        where = f"{slack if self.days else ''}{self.other}"
        if self.strict:
            return f"{'after' if self.side == 'before' else 'before'} {where}"
        return f"{'usually ' if self.severity == 'query' else ''}not {self.side} {where}"


def usually(other: str) -> DateRule:
    """A rule that is only a query when broken."""
    return DateRule(other, severity="query")


def weeks_before(other: str, weeks: int) -> DateRule:
    """A rule that allows the weeks before the other date: what can befall an unborn child."""
    return DateRule(other, days=7 * weeks)


Rules = str | DateRule | tuple[str | DateRule, ...]


def _rules(given: Rules, side: Literal["before", "after"], strict: bool = False) -> list[DateRule]:
    several: Iterable[str | DateRule] = given if isinstance(given, tuple) else (given,)
    made = [DateRule(one) if isinstance(one, str) else one for one in several if one]
    return [DateRule(r.other, side, r.days, strict, r.severity) for r in made]


@dataclass(eq=False)
class Column:
    """One column of a list.

    ``heading`` is what the standard prints now; left out, it is the name itself. ``headings`` are
    the standard's own other prints, ``aliases`` spellings seen or to be expected in files.
    ``required`` means the cell may not be blank, ``optional`` that the whole column may be
    missing. ``key`` marks the column that a row is known by. ``pairs_with`` names a column that
    is filled exactly when this one is. ``sensitive`` columns say who or where somebody is, or
    more than a reader of figures needs: hide them unless asked. A ``placeholder`` is declared by
    the standard but not yet filled by anybody.
    """

    heading: str = ""
    _: KW_ONLY
    headings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    description: str = ""
    blank_when: str = ""
    required: bool = False
    optional: bool = False
    key: bool = False
    since: date | None = None
    until: date | None = None
    pairs_with: str = ""
    references: str = ""
    sensitive: bool = False
    placeholder: bool = False
    source: Source | None = None
    name: str = field(init=False, default="")
    table: type[Any] = field(init=False, default=object, repr=False)

    kind: ClassVar[str] = "text"

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name it is declared under, also for a heading where none is given."""
        self.name, self.table = name, owner
        self.heading = self.heading or name

    def __repr__(self) -> str:
        """Its kind and name."""
        return f"<{type(self).__name__} {self.name}>"

    @property
    def all_headings(self) -> tuple[str, ...]:
        """The standard's own headings for it, the current one first."""
        return (self.heading, *self.headings)

    @property
    def date_rules(self) -> tuple[DateRule, ...]:
        """Its place in time among the other dates of the row; none for what is not a date."""
        return ()

    @property
    def code_set(self) -> str:
        """The key of the code set that its values come from, or nothing."""
        return ""

    def in_force(self, day: date) -> bool:
        """Whether the standard had this column on that day."""
        return in_force(self.since, self.until, day)


@dataclass(eq=False)
class Text(Column):
    """Words. Where some values are fixed codes among free text, ``special`` is their code set."""

    _: KW_ONLY
    special: str = ""

    @property
    def code_set(self) -> str:
        """The set of the special values, if any."""
        return self.special


class Id(Text):
    """An identifier: kept as text, with its leading noughts."""

    kind = "id"


class ChildId(Id):
    """The authority's own identifier of the child, young person or unborn child."""


class Urn(Id):
    """Ofsted's unique reference number of a setting or an agency."""


class Upn(Id):
    """A unique pupil number: thirteen characters."""


class Postcode(Text):
    """A postcode of the United Kingdom."""

    kind = "postcode"


class Json(Text):
    """Values of its own in JSON, as the SSD keeps outcomes and factors."""

    kind = "json"


@dataclass(eq=False)
class Date(Column):
    """A day. ``not_before`` and ``not_after`` name dates on the same row; ``after`` is strict.

    ``ahead`` says that it may come after the day of the snapshot: a due date, an expected birth.
    """

    _: KW_ONLY
    not_before: Rules = ()
    not_after: Rules = ()
    after: Rules = ()
    ahead: bool = False

    kind = "date"

    @property
    def date_rules(self) -> tuple[DateRule, ...]:
        """Its rules in the order before, after, strictly after."""
        return (
            *_rules(self.not_before, "before"),
            *_rules(self.not_after, "after"),
            *_rules(self.after, "before", strict=True),
        )


class DateTime(Date):
    """A day and a time of day."""

    kind = "datetime"


@dataclass(eq=False)
class Code(Column):
    """A value of a code set. ``open`` says that other values are expected, and are kept."""

    _: KW_ONLY
    codes: str = ""
    open: bool = False

    kind = "code"

    @property
    def code_set(self) -> str:
        """The set its values come from."""
        return self.codes


@dataclass(eq=False)
class YesNo(Code):
    """Yes or no; with ``codes="yes_no_unknown"``, or not known."""

    _: KW_ONLY
    codes: str = "yes_no"


@dataclass(eq=False)
class Integer(Column):
    """A whole number, of any sign unless ``minimum`` and ``maximum`` bound it."""

    _: KW_ONLY
    minimum: float | None = None
    maximum: float | None = None

    kind = "integer"


@dataclass(eq=False)
class Count(Integer):
    """A number of things: whole, and nought at least."""

    _: KW_ONLY
    minimum: float | None = 0


@dataclass(eq=False)
class Decimal(Integer):
    """A number that may have a part after the point."""

    kind = "decimal"
