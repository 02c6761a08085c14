"""How a list is declared: a class whose attributes are its columns, checked as it is made.

    class Assessments(Table, standard="annex_a", number=4, title="Assessments", source=...):
        \"\"\"Children whose assessment was open, or finished, in the last six months.\"\"\"

        child_id = ChildId("Child Unique ID", key=True, required=True)
        started_on = Date("Assessment start date", required=True)
        ended_on = Date("Assessment completed date", not_before="started_on")

A declaration that contradicts itself cannot be imported: see ``contradictions``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import ClassVar

from sightline.standards.columns import (
    ChildId,
    Code,
    Column,
    Count,
    Date,
    DateRule,
    DateTime,
    Decimal,
    Id,
    Integer,
    Json,
    Postcode,
    Text,
    Upn,
    Urn,
    YesNo,
    usually,
    weeks_before,
)
from sightline.standards.headings import How, heading_key
from sightline.standards.sheets import sheet_keys
from sightline.standards.sources import Source

__all__ = [
    "ChildId",
    "Code",
    "Column",
    "Count",
    "Date",
    "DateRule",
    "DateTime",
    "Decimal",
    "Id",
    "Integer",
    "Json",
    "Period",
    "Postcode",
    "Standard",
    "Table",
    "Text",
    "Upn",
    "Urn",
    "YesNo",
    "usually",
    "weeks_before",
]


class Period(Enum):
    """What stretch of time a list covers, counted back from the day of the snapshot."""

    AT_A_POINT = "at the snapshot date"
    SIX_MONTHS = "the six months to the snapshot date"
    TWELVE_MONTHS = "the twelve months to the snapshot date"
    HISTORY = "all that the system holds"

    @property
    def months(self) -> int | None:
        """How many months back it reaches; none for a history without an end."""
        return {Period.AT_A_POINT: 0, Period.SIX_MONTHS: 6, Period.TWELVE_MONTHS: 12}.get(self)


@dataclass(eq=False)
class Standard:
    """A set of lists that belong together.

    ``blanks`` are values that the standard's files hold for "nothing here"; ``no_dates`` are
    dates that mean the same.
    """

    key: str
    title: str
    source: Source
    description: str
    blanks: tuple[str, ...] = ()
    no_dates: tuple[date, ...] = ()
    made: list[type[Table]] = field(default_factory=list, repr=False)

    @property
    def tables(self) -> tuple[type[Table], ...]:
        """Its lists by number, and by key where they have none."""
        return tuple(sorted(self.made, key=lambda table: (table.number or 0, table.key)))

    def by_key(self, key: str) -> type[Table]:
        """The list with that key; ``KeyError`` says which keys there are."""
        for table in self.made:
            if table.key == key:
                return table
        keys = ", ".join(table.key for table in self.tables)
        raise KeyError(f"{self.title} has no list {key!r}; it has {keys}")

    def by_number(self, number: int) -> type[Table]:
        """The list with that number."""
        for table in self.made:
            if table.number == number:
                return table
        raise KeyError(f"{self.title} has no list {number}")

    def check(self) -> None:
        """Stop if a column refers to a list or column that the standard does not have."""
        names = {f"{table.key}.{column.name}" for table in self.made for column in table.columns}
        for table in self.made:
            for column in table.columns:
                if column.references and column.references not in names:
                    raise ValueError(
                        f"{table.key}.{column.name} refers to {column.references!r}, "
                        f"which {self.key!r} does not have"
                    )


STANDARDS_MADE: dict[str, Standard] = {}


def declare_standard(
    key: str,
    title: str,
    source: Source,
    description: str,
    blanks: tuple[str, ...] = (),
    no_dates: tuple[date, ...] = (),
) -> Standard:
    """Make a standard known, so that lists can be declared for it."""
    if key in STANDARDS_MADE:
        raise ValueError(f"The standard {key!r} is declared twice")
    made = Standard(key, title, source, description, blanks, no_dates)
    STANDARDS_MADE[key] = made
    return made


class Table:
    """A list, declared by its class. Its docstring, its ``population``, says whom it holds.

    Keyword arguments of the class: ``standard`` (a key), ``title``, ``source``, and where they
    apply ``number``, ``key`` (else the class's name in snake case), ``period``, ``sheets`` (other
    names of its sheet or file), ``one_row_per_key`` (each key once), ``partial`` (columns that are
    not required may be missing from a file). ``sheet_name`` is its sheet in a template.
    """

    standard: ClassVar[str] = ""
    key: ClassVar[str] = ""
    number: ClassVar[int | None] = None
    title: ClassVar[str] = ""
    source: ClassVar[Source | None] = None
    period: ClassVar[Period] = Period.HISTORY
    sheets: ClassVar[tuple[str, ...]] = ()
    sheet_name: ClassVar[str] = ""
    sheet_keys: ClassVar[frozenset[str]] = frozenset()
    population: ClassVar[str] = ""
    one_row_per_key: ClassVar[bool] = False
    columns: ClassVar[tuple[Column, ...]] = ()
    _by_heading: ClassVar[dict[str, tuple[Column, How]] | None] = None

    def __init_subclass__(
        cls,
        *,
        standard: str = "",
        title: str = "",
        source: Source | None = None,
        number: int | None = None,
        key: str = "",
        period: Period = Period.HISTORY,
        sheets: tuple[str, ...] = (),
        one_row_per_key: bool = False,
        partial: bool = False,
    ) -> None:
        """Take what was declared, check it, and make it known to its standard."""
        from sightline.standards.contradictions import contradictions

        cls.columns = tuple(said for said in vars(cls).values() if isinstance(said, Column))
        cls.standard, cls.title, cls.source, cls.number = standard, title, source, number
        cls.key, cls.period, cls.sheets = key or _snake(cls.__name__), period, sheets
        cls.sheet_name = f"List {number}" if number else title
        cls.population = " ".join((cls.__doc__ or "").split())
        cls.one_row_per_key, cls.sheet_keys = one_row_per_key, sheet_keys(cls)
        for column in cls.columns:
            column.optional = column.optional or (partial and not (column.key or column.required))
        for wrong in contradictions(cls):
            raise ValueError(f"{cls.__module__}.{cls.__qualname__}: {wrong}")
        STANDARDS_MADE[standard].made.append(cls)

    @classmethod
    def column(cls, name: str) -> Column:
        """The column of that name; ``KeyError`` says which there are."""
        for column in cls.columns:
            if column.name == name:
                return column
        names = ", ".join(column.name for column in cls.columns)
        raise KeyError(f"{cls.key} has no column {name!r}; it has {names}")

    @classmethod
    def headings(cls) -> dict[str, tuple[Column, How]]:
        """Each heading by which a column is known, as its key, with the column and how exactly."""
        if cls._by_heading is None:
            found: dict[str, tuple[Column, How]] = {}
            for column in cls.columns:
                for alias in column.aliases:
                    found.setdefault(heading_key(alias), (column, "alias"))
            for column in cls.columns:
                for heading in column.all_headings:
                    found[heading_key(heading)] = (column, "exact")
            cls._by_heading = found
        return cls._by_heading

    @classmethod
    def key_column(cls) -> Column:
        """The column that a row is known by."""
        return next(column for column in cls.columns if column.key)

    @classmethod
    def child_column(cls) -> ChildId | None:
        """The column that holds the child's identifier; none in a list about others."""
        return next((column for column in cls.columns if isinstance(column, ChildId)), None)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])", "_", name).lower()
