"""Text files that are one table: CSV, and the same with tabs, semicolons or pipes."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.csv

from sightline.intake.cells import Cells
from sightline.intake.readers.encodings import Text, as_utf8
from sightline.intake.readers.held import HeldSheet
from sightline.intake.readers.notes import Note, Notes, some
from sightline.intake.readers.refused import damaged, too_large
from sightline.kit.problems import Problem

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 65536
_SAMPLE_ROWS = 200
_BLOCK = 8 << 20
_MOST_BYTES = 600_000_000
_MOST_COLUMNS = 16_384
# What was done about a ragged row, and what a person can do.
_LONGER = (
    "What is over was kept, in columns without a heading.",
    "Look for a comma or other delimiter inside a cell there, and put that cell in quotation "
    "marks.",
)
_SHORTER = (
    "What is missing was read as blank.",
    "Look for a line break inside a cell there, or a row cut short.",
)
_OPENED = (
    "The lines from there were cut without regard to quotation marks.",
    "Close or take away the quotation mark.",
)
_STATED = re.compile(r"\Asep=(.)\r?\n", re.I)


@dataclass
class _Ragged:
    """A row with more or fewer cells than the others: where it stands, from 0, and its text."""

    row: int
    text: str


@dataclass
class _Parsed:
    table: pa.Table
    ragged: list[_Ragged] = field(default_factory=list)


def read_delimited(path: Path) -> HeldSheet:
    """The one sheet of a text file. Raises ``RefusedError`` where it cannot be read."""
    if path.stat().st_size > _MOST_BYTES:
        raise too_large(path.name, f"it is over {_MOST_BYTES // 1_000_000:,} MB")
    content = path.read_bytes()
    text = as_utf8(content)
    del content
    problems = list(_about_encoding(path.name, text))
    data = text.utf8
    if b"\0" in data:
        problems.append(_nul(path.name, data))
        data = data.replace(b"\0", b"")
    if not data.strip():
        raise damaged(path.name, "it is empty", "Ask for the file again.")
    delimiter, width = _shape(data)
    if width > _MOST_COLUMNS:
        raise damaged(path.name, f"its rows have over {_MOST_COLUMNS:,} cells")
    parsed = _parse(path.name, data, delimiter, width)
    columns, notes = _mended(parsed, delimiter, width)
    return HeldSheet(path.name, path.stem, columns, problems, Notes(notes))


def _about_encoding(file: str, text: Text) -> Iterable[Problem]:
    if text.encoding == "cp1252":
        lines = some([f"line {n}" for n in text.rows_1252])
        yield Problem(
            "S15",
            f"{file} is not UTF-8; it was read as Windows-1252 ({lines}).",
            "Look at names with accents in those lines, or save the file as CSV (UTF-8).",
        )


def _nul(file: str, data: bytes) -> Problem:
    line = data.count(b"\n", 0, data.index(b"\0")) + 1
    return Problem(
        "S12",
        f"{file} holds {data.count(0):,} NUL characters, the first in line {line}; they were left "
        "out.",
        "Export the file again as CSV (UTF-8), and look at that line.",
    )


def _shape(data: bytes) -> tuple[str, int]:
    """What parts the cells, and how many most rows have.

    Each delimiter is tried on the first rows: the one that cuts most of them into the same
    number of cells is right, and of two that do, the one that makes more cells.
    """
    sample = data[:_SAMPLE].decode("utf-8", "ignore")
    stated = _STATED.match(sample)
    lines = sample.splitlines(keepends=True)
    whole = lines[:-1] if len(data) > _SAMPLE and len(lines) > 1 else lines
    choices = [stated[1]] if stated else _DELIMITERS
    tried = [(*_agreed(whole, d), -i, d) for i, d in enumerate(choices)]
    _, width, _, delimiter = max(tried)
    return delimiter, width


def _agreed(lines: list[str], delimiter: str) -> tuple[int, int]:
    """How many of the first rows have the commonest number of cells over one; and that number."""
    rows = _rows(lines[:_SAMPLE_ROWS], delimiter)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0, 1
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count, width


def _rows(lines: Iterable[str], delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> list[list]:
    try:
        return list(csv.reader(lines, delimiter=delimiter, quoting=quoting))  # type: ignore[arg-type]
    except csv.Error:
        # A cell over the limit of Python's reader: only a quotation mark left open gives that.
        return [line.rstrip("\r\n").split(delimiter) for line in lines]


def _parse(file: str, data: bytes, delimiter: str, width: int) -> _Parsed:
    ragged: list[_Ragged] = []

    def keep(row: pyarrow.csv.InvalidRow) -> str:
        ragged.append(_Ragged(row.number - 1, row.text))
        return "skip"

    names = [str(i) for i in range(width)]
    try:
        table = pyarrow.csv.read_csv(
            pa.BufferReader(data),
            # One thread: with more, the rows that are skipped have no number.
            pyarrow.csv.ReadOptions(column_names=names, use_threads=False, block_size=_BLOCK),
            pyarrow.csv.ParseOptions(
                delimiter=delimiter,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=keep,
            ),
            pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                null_values=[""],
                strings_can_be_null=True,
            ),
        )
    except (pa.ArrowInvalid, pa.ArrowCapacityError):
        return _parse_slowly(data, delimiter, width)
    return _without_open_mark(data, _Parsed(table, ragged))


def _without_open_mark(data: bytes, parsed: _Parsed) -> _Parsed:
    """Where the last mark of the file opens and is not closed, the last row has swallowed others.

    If it also had too many or too few cells, it is among the ragged rows already.
    """
    rows = parsed.table.num_rows
    if rows == 0 or data.count(b'"') % 2 == 0 or data.rstrip().endswith(b'"'):
        return parsed
    last = [column[rows - 1].as_py() or "" for column in parsed.table.columns]
    if not any("\n" in cell for cell in last):
        return parsed
    start = data.rfind(b"\n", 0, data.rfind(b'"')) + 1
    row = _Ragged(rows - 1 + len(parsed.ragged), data[start:].decode())
    return _Parsed(parsed.table.slice(0, rows - 1), [*parsed.ragged, row])


def _parse_slowly(data: bytes, delimiter: str, width: int) -> _Parsed:
    """Line by line, quotation marks as they stand: what is left when they make no sense."""
    lines = data.decode().splitlines()
    schema = pa.schema([(str(i), pa.string()) for i in range(width)])
    return _Parsed(schema.empty_table(), [_Ragged(i, line) for i, line in enumerate(lines)])


def _mended(parsed: _Parsed, delimiter: str, width: int) -> tuple[list[Cells], list[Note]]:
    """All rows in their order, ragged ones among them; and what to say of those."""
    if not parsed.ragged:
        return [_cells(column) for column in parsed.table.columns], []
    placed: list[tuple[int, list[str]]] = []
    open_marks, shift = [], 0
    for one in parsed.ragged:
        rows = _cut(one.text, delimiter)
        if len(rows) > 1:
            open_marks.append(one.row + shift)
        placed += [(one.row + shift + i, row) for i, row in enumerate(rows)]
        shift += len(rows) - 1
    columns = _woven(parsed.table, placed)
    return columns, _about_rows(placed, open_marks, width)


def _cut(text: str, delimiter: str) -> list[list[str]]:
    """A ragged row's cells. A mark left open has swallowed rows: they are cut without marks."""
    if text.count('"') % 2 and "\n" in text:
        return [row or [""] for row in _rows(text.splitlines(), delimiter, csv.QUOTE_NONE)]
    return _rows([text], delimiter)[:1] or [[""]]


def _woven(table: pa.Table, placed: list[tuple[int, list[str]]]) -> list[Cells]:
    """The table's columns with the placed rows put in."""
    total = table.num_rows + len(placed)
    order = _order(total, [row for row, _ in placed], table.num_rows)
    widest = max(table.num_columns, *(len(cells) for _, cells in placed))
    columns = []
    for i in range(widest):
        added = pa.array([r[i] or None if i < len(r) else None for _, r in placed], pa.string())
        own = table.column(i) if i < table.num_columns else pa.nulls(table.num_rows, pa.string())
        chunks = own.chunks if isinstance(own, pa.ChunkedArray) else [own]
        columns.append(_cells(pa.chunked_array([*chunks, added], pa.string()).take(order)))
    return columns


def _order(total: int, rows: list[int], regular: int) -> pa.Array:
    """For each row of the whole, where it is: the regular rows go first, the placed ones after."""
    order, following = [0] * total, iter(range(regular))
    of_placed = {row: regular + i for i, row in enumerate(rows)}
    for row in range(total):
        place = of_placed.get(row)
        order[row] = next(following) if place is None else place
    return pa.array(order, pa.int64())


def _cells(column: pa.ChunkedArray) -> Cells:
    whole = column.combine_chunks()
    if isinstance(whole, pa.ChunkedArray):  # over two gigabytes of text in one column
        whole = pa.concat_arrays(whole.chunks)
    return Cells(len(whole), text=None if whole.null_count == len(whole) else whole)


def _about_rows(placed: list[tuple[int, list[str]]], opened: list[int], width: int) -> list[Note]:
    swallowed = set(opened)
    longer = [row for row, cells in placed if any(cells[width:]) and row not in swallowed]
    shorter = [row for row, cells in placed if len(cells) < width and any(cells)]
    about = (
        (longer, f"more cells than the {width} that most rows have", _LONGER),
        (shorter, f"fewer cells than the {width} that most rows have", _SHORTER),
        (opened, "a quotation mark that is opened and not closed", _OPENED),
    )
    return [
        Note(
            "S16",
            f"{{file}} has {words} in {{places}}. {kept}",
            remedy,
            [(row, f"row {row + 1}") for row in rows],
        )
        for rows, words, (kept, remedy) in about
    ]
