"""A sheet to a typed list: its columns read, rows without data passed over, marks kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.cells import Cells
from sightline.intake.matching import Placed
from sightline.intake.reading.column import read_column
from sightline.intake.reading.values import Mark, Setting
from sightline.standards.columns import Column
from sightline.standards.declare import Standard

_TOTALS = ("total", "totals", "grand total", "applied filters")


@dataclass
class Loaded:
    """A list as it was loaded.

    ``rows`` has the columns that were found, typed, and ``_file``, ``_sheet``, ``_row`` (the
    number of the row in the sheet, from 1). ``unread`` flags cells that could not be read.
    """

    placed: Placed
    rows: pa.Table
    unread: dict[str, pa.Array] = field(default_factory=dict)
    marks: list[tuple[Column, Mark]] = field(default_factory=list)
    passed_over: int = 0
    children: pa.Array | None = None
    """Each row's child as the cell prints it, blank ones null."""

    @property
    def key(self) -> str:
        """The list's key, such as ``contacts``."""
        return self.placed.table.key

    @property
    def name(self) -> str:
        """Its name in a snapshot, such as ``annex_a.contacts``."""
        return f"{self.placed.table.standard}.{self.key}"


def load_list(placed: Placed, standard: Standard, as_at: date) -> Loaded:
    """Read the sheet's columns as the list declares them. Cells that cannot be read are marked."""
    first = placed.header_row + 1
    length = max(placed.sheet.length - first, 0)  # before the columns: they let the sheet go
    columns = placed.sheet.columns(first)
    kept, passed_over = _kept(columns, length, standard)
    numbers = pa.array(range(first + 1, first + 1 + length), pa.int32())
    if kept is not None:
        columns = [_filtered(cells, kept) for cells in columns]
        numbers = numbers.filter(kept)
    setting = Setting(standard, as_at, _only_text(columns))
    loaded = Loaded(placed, pa.table({}), passed_over=passed_over)
    arrays: dict[str, pa.Array] = {}
    by_column = {one.column.name: place for place, one in placed.match.matched.items()}
    blank = Cells(len(numbers))
    for column in placed.table.columns:
        if column.name not in by_column:
            continue
        at = by_column[column.name]
        read = read_column(columns[at] if at < len(columns) else blank, column, setting)
        arrays[column.name] = read.values
        if read.unread is not None:
            loaded.unread[column.name] = read.unread
        loaded.marks += [(column, mark) for mark in read.marks]
    same = {"_file": placed.sheet.file, "_sheet": placed.sheet.name}
    for name, text in same.items():
        coded = pa.DictionaryArray.from_arrays(
            pa.array([0] * len(numbers), pa.int8()), pa.array([text])
        )
        arrays[name] = coded.cast(pa.string())
    loaded.rows = pa.table({**arrays, "_row": numbers})
    return loaded


def _only_text(columns: list[Cells]) -> bool:
    """Whether a file holds nothing but text, as CSV does."""
    return all(cells.moments is None and cells.numbers is None for cells in columns)


def _filtered(cells: Cells, kept: pa.Array) -> Cells:
    parts = (cells.text, cells.moments, cells.numbers)
    text, moments, numbers = (None if p is None else p.filter(kept) for p in parts)
    return Cells(pc.sum(kept).as_py() or 0, text, moments, numbers)


def _kept(columns: list[Cells], length: int, standard: Standard) -> tuple[pa.Array | None, int]:
    """Which rows hold data, None for all; and how many others were passed over.

    Rows that are blank at the end are no rows. What is passed over: blank rows between others,
    rows of placeholders and noughts alone (formulas filled in ahead), filters and totals.
    """
    if not length or not columns:
        return None, 0
    some = pa.repeat(pa.scalar(False), length)
    any_text = some
    for cells in columns:
        if cells.moments is not None:
            some = pc.or_(some, pc.is_valid(cells.moments))
        if cells.numbers is not None:
            some = pc.or_(some, pc.fill_null(pc.not_equal(cells.numbers, 0.0), False))
            any_text = pc.or_(any_text, pc.is_valid(cells.numbers))
        if cells.text is not None:
            some = pc.or_(some, _says(cells.text, standard))
            any_text = pc.or_(any_text, pc.is_valid(cells.text))
    some = pc.and_not(some, _is_total(columns, length))
    if pc.all(some).as_py():
        return None, 0
    last = pc.indices_nonzero(any_text)
    end = last[-1].as_py() + 1 if len(last) else 0
    return some, end - (pc.sum(some.slice(0, end)).as_py() or 0)


def _says(text: pa.Array, standard: Standard) -> pa.Array:
    """Where a text is neither blank nor a placeholder."""
    coded = text.dictionary_encode()
    tidy = pc.utf8_upper(pc.utf8_trim_whitespace(coded.dictionary))
    silent = pc.is_in(tidy, pa.array(["", *standard.blanks], pa.string()))
    if not pc.any(silent).as_py():
        return pc.is_valid(text)
    return pc.fill_null(pc.invert(silent).take(coded.indices), False)


def _is_total(columns: list[Cells], length: int) -> pa.Array:
    """Rows whose first cell says that they are a total, or the filters of an export."""
    none = pa.repeat(pa.scalar(False), length)
    first = columns[0].text
    if first is None:
        return none
    lower = pc.utf8_lower(pc.utf8_trim_whitespace(first))
    exact = pc.is_in(lower, pa.array(_TOTALS))
    return pc.or_(exact, pc.fill_null(pc.starts_with(lower, "applied filters"), False))
