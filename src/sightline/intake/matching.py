"""Which list a sheet holds, and where its headings stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sightline.intake.cells import Sheet
from sightline.standards.declare import Standard, Table
from sightline.standards.headings import HeadingMatch, heading_key, match_headings
from sightline.standards.sheets import match_sheet

_LOOK = 30
"""How many rows from the top may stand above the headings."""
_ENOUGH = 0.4
"""What share of a list's needed columns a row of headings has, at least."""
_SEND = frozenset({"upn"})
_SEND_WORDS = ("ehcplan", "senprimaryneed", "ehcneeds", "ehcp")


@dataclass(frozen=True)
class Placed:
    """A sheet that holds a list: the list, the row of its headings (from 0), and the columns."""

    sheet: Sheet
    table: type[Table]
    header_row: int
    match: HeadingMatch
    by_name: bool


@dataclass(frozen=True)
class Unplaced:
    """A sheet that holds no list; ``send`` says that it is of the area SEND inspection."""

    sheet: Sheet
    send: bool
    named: type[Table] | None = None
    """The list that its name names, though its headings are not that list's."""


def place(sheet: Sheet, standards: Sequence[Standard]) -> Placed | Unplaced:
    """The list that a sheet holds, by its headings; its name decides where they leave a choice."""
    top = sheet.top(1 if sheet.headed else _LOOK)
    named = [m.table for s in standards if (m := match_sheet(sheet.name, s))]
    rows = [(n, row) for n, row in enumerate(top) if _words(row) >= 2 or (sheet.headed and row)]
    if any(_is_send(row) for _, row in rows):
        return Unplaced(sheet, True)
    best = _best(rows, named, False) or _best(rows, [t for s in standards for t in s.tables], True)
    if best is None:
        return Unplaced(sheet, False, named[0] if named else None)
    _, row, table, match = best
    return Placed(sheet, table, row, match, table in named)


Candidate = tuple[float, int, type[Table], HeadingMatch]


def _best(
    rows: Iterable[tuple[int, list[Any]]], tables: Sequence[type[Table]], keyed: bool
) -> Candidate | None:
    """The row and list that agree most: most of the list's columns, then most of the headings.

    ``keyed`` asks for the list's key too, where no name says which list it is.
    """
    best: Candidate | None = None
    for number, row in rows:
        keys = [heading_key(cell) for cell in row if isinstance(cell, str) and cell.strip()]
        for table in tables:
            share = _share(keys, table, keyed)
            if share and (best is None or share > best[0]):
                best = share, number, table, match_headings(row, table)
    return best


def _share(keys: Sequence[str], table: type[Table], keyed: bool) -> float:
    """How well headings fit a list, from 0; 0 where too few of its columns are there."""
    known = {table.headings()[key][0].name for key in keys if key in table.headings()}
    needed = {c.name for c in table.columns if not c.optional} or {table.key_column().name}
    has_key = table.key_column().name in known
    if len(known) < 2 or not (
        has_key or (not keyed and len(known & needed) > _ENOUGH * len(needed))
    ):
        return 0
    if len(known & needed) / len(needed) < _ENOUGH and len(known) / len(keys) < 0.5:
        return 0
    return len(known) / max(len(keys), 1) + len(known & needed) / len(needed)


def _words(row: Sequence[Any]) -> int:
    return sum(isinstance(cell, str) and bool(cell.strip()) for cell in row)


def _is_send(row: Sequence[Any]) -> bool:
    """Whether these are headings of the area SEND inspection's Annex A."""
    keys = {heading_key(cell) for cell in row if isinstance(cell, str)}
    return bool(keys & _SEND) and any(word in key for key in keys for word in _SEND_WORDS)
