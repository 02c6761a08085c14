"""Reading a CSV file as text: every column, with the row in the file that each value is from."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.csv as csv

from sightline.kit.problems import Problem, UserError

_SHOWN = 5


class Rows(NamedTuple):
    """A file's columns by heading, the row of each, and the rows that could not be read."""

    columns: dict[str, pa.Array]
    rows: pa.Array
    problems: list[Problem]


def read(path: Path) -> Rows:
    """Every column of a CSV file as text. A row with too many or too few cells is left out.

    Raises ``UserError`` for a file that is no table: empty, not text, or without headings.
    """
    data, encoding = _text(path)
    names = _headings(path, data, encoding)
    bad: list[tuple[int, int, int]] = []

    def skip(row: csv.InvalidRow) -> str:
        bad.append((row.number, row.actual_columns, row.expected_columns))
        return "skip"

    try:
        table = csv.read_csv(
            pa.BufferReader(data),
            # One thread, so that a row knows its number.
            csv.ReadOptions(use_threads=False, encoding=encoding, block_size=max(len(data), 1)),
            csv.ParseOptions(invalid_row_handler=skip, newlines_in_values=True),
            csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid as error:
        raise UserError(
            f"{path.name}: cannot be read as a table ({error}). Save it again as CSV with one row "
            "of headings."
        ) from error
    table = table.combine_chunks()
    left_out = {number for number, _, _ in bad}
    numbers = (n for n in range(2, len(table) + len(bad) + 2) if n not in left_out)
    columns = {n.strip(): _one(table[n]) for n in table.column_names}
    return Rows(columns, pa.array(numbers, pa.int32()), _bad_rows(path, bad))


def headings(path: Path) -> list[str]:
    """The headings of a CSV file. Raises ``UserError`` as ``read`` does."""
    data, encoding = _text(path)
    return [name.strip() for name in _headings(path, data, encoding)]


def _one(column: pa.ChunkedArray) -> pa.Array:
    whole = column.combine_chunks()
    return whole if isinstance(whole, pa.Array) else whole.chunk(0)


def _text(path: Path) -> tuple[bytes, str]:
    data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        raise UserError(f"{path.name}: the file is empty. Download it again.")
    if b"\x00" in data[:4096]:
        raise UserError(f"{path.name}: this is no CSV file. Save it as CSV (UTF-8).")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data, "cp1252"  # what older releases were saved in
    return data, "utf8"


def _headings(path: Path, data: bytes, encoding: str) -> list[str]:
    import csv as plain

    first = data.decode("utf-8" if encoding == "utf8" else encoding, "replace")
    names = next(plain.reader(first.splitlines()[:1]), [])
    if len(names) < 2 or len(set(names)) != len(names):
        raise UserError(
            f"{path.name}, row 1: the headings must be two or more, each of its own name. Delete "
            "what stands above them."
        )
    return names


def _bad_rows(path: Path, bad: list[tuple[int, int, int]]) -> list[Problem]:
    if not bad:
        return []
    listed = "; ".join(f"row {n} has {a} cells, not {e}" for n, a, e in bad[:_SHOWN])
    return [
        Problem(
            "row_of_other_length",
            f"{path.name}: {len(bad):,} rows were left out ({listed}).",
            "The rest was loaded. Download the file again, or correct these rows.",
        )
    ]
