"""How a mapping between lists is declared: which columns fill which, how, and what stays empty."""

from __future__ import annotations

import collections.abc
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from sightline.standards.codes import code_set
from sightline.standards.columns import Column
from sightline.standards.declare import Table


class Way(Enum):
    """How a value comes from the columns that it is taken from, in the order they are given."""

    SAME = "as it is"
    FIRST = "the first that is not blank"
    LATEST = "the latest date"
    ON_LATEST = "the first, from the row with the latest of the second"
    IN_FORCE = (
        "the first, from the latest row in force at the snapshot date; where what is listed has "
        "ended and none is, from the latest that had not ended before it did"
    )
    COUNT = "how many rows"
    ANY = "yes if there is such a row, else no"
    WORKED = "worked out"


# Ways in which a value is carried over, so that its codes must be codes of the target.
_CARRIED = (Way.SAME, Way.FIRST, Way.ON_LATEST, Way.IN_FORCE)
_NEEDS_WORDS = (Way.COUNT, Way.ANY, Way.WORKED)


@dataclass(frozen=True)
class Fill:
    """What one column is filled from. ``codes`` turns the source's into the target's.

    A code that turns into "" counts as blank.
    """

    way: Way
    columns: tuple[Column, ...]
    note: str = ""
    codes: collections.abc.Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """Two columns that hold the same identifier, by which their tables are joined."""

    left: Column
    right: Column


def same(column: Column, note: str = "") -> Fill:
    """The column's value as it is."""
    return Fill(Way.SAME, (column,), note)


def first(*columns: Column, codes: collections.abc.Mapping[str, str] | None = None) -> Fill:
    """The first of the columns that is not blank."""
    return Fill(Way.FIRST, columns, codes=codes or {})


def latest(*columns: Column, note: str = "") -> Fill:
    """The latest of the dates, of all rows joined."""
    return Fill(Way.LATEST, columns, note)


def on_latest(value: Column, when: Column, note: str = "") -> Fill:
    """A value from the row that has the latest date."""
    return Fill(Way.ON_LATEST, (value, when), note)


def in_force(value: Column, start: Column, end: Column, note: str = "") -> Fill:
    """A value from the row that is in force at the snapshot date, or was at the end."""
    return Fill(Way.IN_FORCE, (value, start, end), note)


def count(*columns: Column, note: str) -> Fill:
    """How many rows there are; the note says which."""
    return Fill(Way.COUNT, columns, note)


def worked(
    *columns: Column, note: str, codes: collections.abc.Mapping[str, str] | None = None
) -> Fill:
    """Worked out; the note says how."""
    return Fill(Way.WORKED, columns, note, codes or {})


def whether(*columns: Column, note: str) -> Fill:
    """Yes if there is a row as the note says, else no."""
    return Fill(Way.ANY, columns, note)


@dataclass(frozen=True)
class Mapping:
    """How one list is made: a row for each row of ``rows`` that ``where`` lets in.

    Every column of the target is in ``fills``, or in ``unfilled`` with the reason. ``links`` join
    the tables that the fills name to ``rows``, directly or one through another. ``decided`` says
    what neither standard settles, how it was settled here, and why.
    """

    target: type[Table]
    rows: type[Table]
    where: str
    fills: collections.abc.Mapping[Column, Fill]
    unfilled: collections.abc.Mapping[Column, str]
    links: tuple[Link, ...]
    decided: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """A mapping that is not sound cannot be imported."""
        for wrong in self._contradictions():
            raise ValueError(f"Mapping to {self.target.key}: {wrong}")

    def _contradictions(self) -> Iterator[str]:
        if not self.where.strip():
            yield "it does not say which rows it takes"
        for column in (*self.fills, *self.unfilled):
            if column.table is not self.target:
                yield f"{column.name} is a column of another list"
        for column in self.target.columns:
            if (column in self.fills) == (column in self.unfilled):
                yield f"{column.name} is to be filled, or left empty with a reason, and not both"
        if any(not reason.strip() for reason in self.unfilled.values()):
            yield "a column is left empty without a reason"
        if not all(one.strip().endswith(".") for one in self.decided):
            yield "what was decided is said in whole sentences"
        reached = self._reached()
        for column, fill in self.fills.items():
            yield from _of_a_fill(column, fill, reached)

    def _reached(self) -> set[type[Table]]:
        """The tables that are joined to ``rows``, and that one itself."""
        reached: set[type[Table]] = {self.rows}
        for _ in self.links:
            for link in self.links:
                if {link.left.table, link.right.table} & reached:
                    reached |= {link.left.table, link.right.table}
        return reached

    @property
    def sources(self) -> tuple[Column, ...]:
        """Every column that the mapping reads, once."""
        read = [column for fill in self.fills.values() for column in fill.columns]
        return tuple(dict.fromkeys(read))


def _of_a_fill(column: Column, fill: Fill, reached: set[type[Table]]) -> Iterator[str]:
    if not fill.columns:
        yield f"{column.name} is filled from no column"
    for source in fill.columns:
        if source.table not in reached:
            yield f"{column.name}: nothing joins {source.table.__name__}"
    if fill.way in _NEEDS_WORDS and not fill.note.strip():
        yield f"{column.name}: it is not said how it is worked out"
    if column.code_set and fill.way in (*_CARRIED, Way.WORKED):
        yield from _of_its_codes(column, fill)


def _of_its_codes(column: Column, fill: Fill) -> Iterator[str]:
    target = set(code_set(column.code_set).codes)
    for code in set(fill.codes.values()) - target - {""}:
        yield f"{column.name}: {code!r} is not a code of {column.code_set}"
    if fill.way not in _CARRIED:
        return
    values = fill.columns if fill.way is Way.FIRST else fill.columns[:1]
    for source in (one for one in values if one.code_set and one.code_set != column.code_set):
        for code in code_set(source.code_set).codes:
            if fill.codes.get(code, code) not in target | {""}:
                yield f"{column.name}: {code!r} of {source.name} is no code of {column.code_set}"
