"""Parquet files: columns with names and kinds of their own."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sightline.intake.cells import Cells
from sightline.intake.readers.convert import MOMENT, cells
from sightline.intake.readers.held import HeadedSheet
from sightline.intake.readers.refused import damaged, too_large

_MOST_CELLS = 60_000_000
_MOST_BYTES = 800_000_000
_AGAIN = "Ask for the file again."
_LONDON = "Europe/London"


def read_parquet(path: Path) -> HeadedSheet:
    """The one table of a Parquet file. Raises ``RefusedError`` where it cannot be read."""
    try:
        with pq.ParquetFile(path) as file:
            _check_size(path.name, file.metadata)
            table = file.read()
        columns = [_cells(column) for column in table.columns]
    except (pa.ArrowException, OSError, ValueError) as error:
        raise damaged(path.name, "it is no whole Parquet file", _AGAIN) from error
    return HeadedSheet(path.name, path.stem, table.column_names, columns)


def _check_size(file: str, about: pq.FileMetaData) -> None:
    """A few bytes can stand for billions of rows that are all alike."""
    count = about.num_rows * about.num_columns
    if count > _MOST_CELLS:
        raise too_large(file, f"it holds {count:,} cells")
    size = sum(about.row_group(i).total_byte_size for i in range(about.num_row_groups))
    if size > _MOST_BYTES:
        raise too_large(file, f"it unpacks to {size // 1_000_000:,} MB")


def _cells(column: pa.ChunkedArray) -> Cells:
    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.cast(kind.value_type)
        kind = column.type
    made = _by_kind(column, kind)
    return made if made is not None else cells(column.to_pylist())


def _by_kind(column: pa.ChunkedArray, kind: pa.DataType) -> Cells | None:
    """The cells of a column of a plain kind; None for one that must be seen value by value."""
    types, length = pa.types, len(column)
    if types.is_null(kind):
        return Cells(length)
    if types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind):
        texts = column.cast(pa.string())
        return Cells(length, text=_full(pc.if_else(pc.equal(texts, ""), None, texts)))
    if types.is_boolean(kind):
        return Cells(length, text=_full(pc.if_else(column, "TRUE", "FALSE")))
    if types.is_date(kind) or types.is_timestamp(kind):
        return Cells(length, moments=_full(_moments(column)))
    if types.is_floating(kind) or types.is_decimal(kind) or _is_small(kind):
        return Cells(length, numbers=_full(_no_nan(column.cast(pa.float64(), safe=False))))
    return None


def _is_small(kind: pa.DataType) -> bool:
    """Whole numbers of 64 bits may be codes that a float would change."""
    return pa.types.is_integer(kind) and kind.bit_width <= 32


def _moments(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """With a time zone, the clock time in England; without, as it stands."""
    if getattr(column.type, "tz", None):
        column = pc.local_timestamp(column.cast(pa.timestamp("us", _LONDON), safe=False))
    return column.cast(MOMENT, safe=False)


def _no_nan(numbers: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.if_else(pc.is_nan(numbers), None, numbers)


def _full(column: pa.ChunkedArray) -> pa.Array | None:
    if column.null_count == len(column):
        return None
    whole = column.combine_chunks()
    return pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole
