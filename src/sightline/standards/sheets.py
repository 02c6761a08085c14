"""Which list a sheet or a file holds, by its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from sightline.standards.headings import heading_key, normalise_heading

if TYPE_CHECKING:
    from sightline.standards.declare import Standard, Table

_NUMBERED = re.compile(r"^(?:(?:aa|annex a) (?:list )?|list )0?(\d{1,2})\b")
_ENDING = re.compile(r"\.(?:csv|parquet|xlsx?|ods)$", re.I)


class SheetMatch(NamedTuple):
    """The list that a sheet's name names, and how: whole, by its number, or within the name."""

    table: type[Table]
    how: Literal["exact", "number", "within"]


def sheet_keys(table: type[Table]) -> frozenset[str]:
    """The names that a list's sheet may have, as keys of headings."""
    own = (table.key, table.title, table.sheet_name, *table.sheets)
    numbered = (f"List {table.number}: {table.title}",) if table.number else ()
    return frozenset(heading_key(_spaced(name)) for name in (*own, *numbered))


def match_sheet(name: str, standard: Standard) -> SheetMatch | None:
    """The list of a standard that a sheet or file of that name holds, or None.

    A name that is a list's own goes first ("Early Help", "ssd_contacts"), then one that begins
    with a number ("List_04 assessments v2", "AA_4_x"), then one that holds a list's name, if it
    holds only one: the longest counts, so "Early help assessments May" is not of Assessments.
    None means that the headings must tell.
    """
    key = heading_key(_spaced(name))
    for table in standard.tables:
        if key in table.sheet_keys:
            return SheetMatch(table, "exact")
    numbered = _NUMBERED.match(normalise_heading(_spaced(name)))
    for table in standard.tables:
        if numbered and table.number == int(numbered[1]):
            return SheetMatch(table, "number")
    within = _within(normalise_heading(_spaced(name)), standard)
    return SheetMatch(within.pop(), "within") if len(within) == 1 else None


def _spaced(name: str) -> str:
    """A name in words: "List_1.csv" and "list1" give "List 1"."""
    words = _ENDING.sub("", name.strip()).replace("_", " ")
    return re.sub(r"\blist(?=\d)", "list ", words, flags=re.I)


def _within(name: str, standard: Standard) -> set[type[Table]]:
    """The lists whose names stand as whole words in a name, less those within a longer one."""
    padded = f" {name} "
    found = {
        (words, table)
        for table in standard.tables
        for alias in (table.title, *table.sheets)
        if f" {(words := normalise_heading(_spaced(alias)))} " in padded
    }
    return {
        table
        for words, table in found
        if not any(words != longer and words in longer for longer, _ in found)
    }
