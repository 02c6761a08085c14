"""The grid of one sheet that calamine has parsed, as columns of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sightline.intake.cells import Cells
from sightline.intake.readers.convert import cells, joined, padded

# So many rows are Python values at one time: enough for speed, and not too much memory.
_BATCH = 65_536

Errors = Sequence[tuple[int, int, str]]


def rows_in(sheet: Any) -> int:
    """How many rows there are from the first of the sheet to the last with a value."""
    return sheet.end[0] + 1 if sheet.end else 0


def top_of(sheet: Any, rows: int, errors: Errors) -> list[list[Any]]:
    """The first rows of a sheet, as they are."""
    shown = sheet.to_python(skip_empty_area=False, nrows=rows) if sheet.end else []
    for row, column, text in errors:
        if row < len(shown) and column < len(shown[row]):
            shown[row][column] = text
    return shown


def columns_of_sheet(sheet: Any, first: int, errors: Errors) -> list[Cells]:
    """All columns of a sheet from row ``first``.

    calamine shows a cell with an error as a blank one, so ``errors`` says what those show.
    """
    if not sheet.end:
        return []
    by_column: dict[int, list[tuple[int, str]]] = {}
    for row, column, text in errors:
        by_column.setdefault(column, []).append((row, text))
    parts = []
    start = first
    for batch in _batches(islice(sheet.iter_rows(), first, None)):
        parts.append(_columns(batch, start, by_column))
        start += len(batch)
    if not parts:
        return [Cells(0) for _ in range(sheet.end[1] + 1)]
    return [joined(same) for same in zip(*padded(parts))]


def _batches(rows: Iterator[list[Any]]) -> Iterator[list[list[Any]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _columns(
    batch: list[list[Any]], start: int, errors: dict[int, list[tuple[int, str]]]
) -> list[Cells]:
    made = []
    for place, column in enumerate(zip(*batch)):
        if place in errors:
            column = _with_errors(column, start, errors[place])
        made.append(cells(column))
    return made


def _with_errors(
    column: tuple[Any, ...], start: int, errors: Iterable[tuple[int, str]]
) -> tuple[Any, ...]:
    mended = list(column)
    for row, text in errors:
        if 0 <= row - start < len(mended):
            mended[row - start] = text
    return tuple(mended)
