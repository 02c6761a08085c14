"""What reading a column gives: its values, and marks for the cells that need a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.cells import Cells
from sightline.standards.columns import Column
from sightline.standards.declare import Standard


class Mark(NamedTuple):
    """Cells of a column that break a rule of fields: their rows, from 0, and what they print.

    ``severity`` is empty for that of the rule itself.
    """

    rule: str
    rows: pa.Array
    printed: pa.Array | None
    message: str = ""
    severity: str = ""


@dataclass
class Read:
    """A column as it was read: an array of its type, null where blank or not readable."""

    values: pa.Array
    unread: pa.Array | None = None
    """True where a cell holds something that could not be read; None where there is none."""
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True)
class Setting:
    """What reading depends on besides the cells: the standard, the day, the kind of file."""

    standard: Standard
    as_at: date
    from_text: bool
    """Whether the file holds only text (CSV), so that a date as text is nothing to remark on."""

    def is_placeholder(self, text: str) -> bool:
        """Whether a text stands for nothing: "#N/A", "-"."""
        return text.strip().upper() in self.standard.blanks


Meaning = tuple[Any, str]
"""A value, and how it was come by: "" for as expected, "unread", or a word of the reader's own."""


class Spread:
    """Distinct texts of a column and where each stands, so that each is read once."""

    def __init__(self, text: pa.Array) -> None:
        """Find the distinct texts."""
        coded = text.dictionary_encode()
        self.texts: pa.Array = coded.dictionary
        self.places: pa.Array = coded.indices

    def take(self, values: pa.Array) -> pa.Array:
        """Values given for the distinct texts, laid out over the rows."""
        return values.take(self.places)

    def flags(self, chosen: pa.Array) -> pa.Array:
        """True in the rows of the distinct texts that are chosen."""
        return pc.fill_null(self.take(chosen), False)


def read_texts(
    text: pa.Array,
    kind: pa.DataType,
    read: Callable[[str], Meaning],
    plain: Callable[[pa.Array], pa.Array] | None = None,
) -> tuple[pa.Array, dict[str, pa.Array], pa.Array | None]:
    """Texts read each once: the values, the rows by how they were come by, and what is unread.

    ``plain`` tells which texts ``read`` would give back as they are. Most identifiers are all
    different and plain, so to read one by one only what is not saves most of the time.
    """
    spread = Spread(text)
    odd = None if plain is None else pc.invert(plain(spread.texts))
    if odd is not None and not pc.any(odd).as_py():
        return text, {}, None
    unlike = spread.texts if odd is None else spread.texts.filter(odd)
    meanings = [read(one) for one in unlike.to_pylist()]
    values = pa.array([value for value, _ in meanings], kind)
    hows = pa.array([how for _, how in meanings], pa.string())
    if odd is not None:
        values = pc.replace_with_mask(spread.texts, odd, values)
        hows = pc.replace_with_mask(pa.repeat(pa.scalar(""), len(odd)), odd, hows)
    told = sorted({how for _, how in meanings} - {""})
    flags = {how: spread.flags(pc.equal(hows, how)) for how in told}
    rows = {how: pc.indices_nonzero(flagged) for how, flagged in flags.items()}
    return spread.take(values), rows, flags.get("unread")


def merged(first: pa.Array | None, second: pa.Array | None) -> pa.Array | None:
    """The first that is not null."""
    if first is None or second is None:
        return first if second is None else second
    return pc.coalesce(first, second)


def either(first: pa.Array | None, second: pa.Array | None) -> pa.Array | None:
    """True where either is."""
    if first is None or second is None:
        return first if second is None else second
    return pc.or_(first, second)


def printed(cells: Cells, rows: pa.Array) -> pa.Array:
    """What the cells of these rows print, as text."""
    shown = [
        pc.cast(part.take(rows), pa.string())
        for part in (cells.text, cells.moments, cells.numbers)
        if part is not None
    ]
    return pc.coalesce(*shown) if shown else pa.nulls(len(rows), pa.string())


def number_as_text(numbers: pa.Array) -> pa.Array:
    """Numbers as text, whole ones without a point: 9212044.0 gives "9212044"."""
    whole = pc.and_(pc.equal(pc.floor(numbers), numbers), pc.less(pc.abs(numbers), 1e15))
    cut = pc.if_else(whole, numbers, None).cast(pa.int64()).cast(pa.string())
    if cut.null_count == numbers.null_count:
        return cut
    return pc.coalesce(cut, numbers.cast(pa.string()))


def as_text(cells: Cells) -> pa.Array:
    """A column all as text: days as 2026-11-03, whole numbers without a point."""
    found = cells.text
    if cells.numbers is not None:
        found = merged(found, number_as_text(cells.numbers))
    if cells.moments is not None:
        days = pc.strftime(cells.moments, format="%Y-%m-%d")
        found = merged(found, days)
    return pa.nulls(cells.length, pa.string()) if found is None else found


def heading(column: Column) -> str:
    """The column as a person knows it."""
    return column.heading.strip()
