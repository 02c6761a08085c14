"""What a mapping says in words, said in SQL: rows taken, values worked out, rows passed over.

In all of it ``b`` is a row of the list that is made: the row of the SSD that it comes from, with
``n`` (its number), ``child`` (the child's identifier), ``ended`` (when what it is about ended, null
while it goes on) and ``moment`` (that day, else the snapshot date). ``as_at()`` is the snapshot
date, ``since()`` the first day of the list's period, ``year_before(day)`` the same day a year
earlier. A table is called by its key and has all columns that are declared; one that the extract
lacks is null throughout.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sightline.standards.columns import Column
from sightline.standards.declare import Table

Columns = tuple[Column, ...]
Place = tuple[str, str]
"""A list's key and a column's name."""


@dataclass(frozen=True)
class Expression:
    """A value that is counted, asked or worked out.

    ``sql`` is a value of ``b``, or with ``select`` a query for ``n`` and ``value``, in which rows
    that are not found have the value ``otherwise``. ``needs`` are columns that it cannot do
    without, besides those of the fill; ``better_with`` those that it is less exact without.
    ``words`` names the local words that it looks for.
    """

    sql: str
    select: bool = False
    otherwise: str = "NULL"
    needs: Columns = ()
    better_with: Columns = ()
    words: str = ""


@dataclass(frozen=True)
class Narrow:
    """Which rows of a table a fill looks at, as a condition, beside ``b``."""

    where: str
    needs: Columns = ()
    better_with: Columns = ()
    words: str = ""


class Lookup(NamedTuple):
    """Which one of several rows that belong to a row is read: the first in ``order``."""

    where: str
    order: str
    needs: Columns = ()
    better_with: Columns = ()


@dataclass(frozen=True)
class Rows:
    """Which rows of the SSD a list is made of.

    ``takes`` says which of the rows ``r`` could be in it; ``latest``, where there is one row for
    a child, which of them is taken first; ``keeps`` whether that one then belongs in it.
    ``began`` is the date without which a row's place in time is not known, or with
    ``blank_is_usual`` what it is about did not happen. ``ended`` is when it ended. Rows with the
    same ``together`` are one thing, of which any may have the latest date.
    """

    began: Column
    takes: str
    latest: str = ""
    keeps: str = "TRUE"
    ended: str = "CAST(NULL AS DATE)"
    blank_is_usual: bool = False
    together: Column | None = None
    needs: Columns = ()
    better_with: Columns = ()


@dataclass
class Said:
    """All that is said in SQL, by list and column; each once."""

    expressions: dict[Place, Expression] = field(default_factory=dict)
    narrowed: dict[Place, dict[type[Table], Narrow]] = field(default_factory=dict)
    lookups: dict[tuple[str, type[Table]], Lookup] = field(default_factory=dict)
    rows: dict[str, Rows] = field(default_factory=dict)


SAID = Said()


def place(column: Column) -> Place:
    """A column of a list, as a key."""
    return column.table.key, column.name


def work(column: Column, expression: Expression) -> None:
    """Say how a column is worked out; ``ValueError`` if that was said before."""
    if place(column) in SAID.expressions:
        raise ValueError(f"{'.'.join(place(column))} is worked out twice")
    SAID.expressions[place(column)] = expression


def narrow(columns: Columns, tables: Mapping[type[Table], Narrow]) -> None:
    """Say which rows some columns of a list look at, table by table."""
    for column in columns:
        SAID.narrowed[place(column)] = dict(tables)


def quoted(*codes: str) -> str:
    """Codes as a list in SQL."""
    return ", ".join("'" + code.replace("'", "''") + "'" for code in codes)
