"""The kinds of typed columns, and what each is called in Arrow, PostgreSQL and Spark.

DuckDB and Spark read the same Parquet, PostgreSQL is loaded from it. So that a column has one
type everywhere, all that is text is ``string`` and every point in time ``timestamp[us]``.
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sightline.kit.problems import UserError

POSTGRES: dict[pa.DataType, str] = {
    pa.string(): "text",
    pa.date32(): "date",
    pa.timestamp("us"): "timestamp",
    pa.int32(): "integer",
    pa.int64(): "bigint",
    pa.float64(): "double precision",
    pa.bool_(): "boolean",
}
SPARK: dict[pa.DataType, str] = {
    pa.string(): "STRING",
    pa.date32(): "DATE",
    pa.timestamp("us"): "TIMESTAMP_NTZ",
    pa.int32(): "INT",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
}


def typed_schema(key: str, path: Path) -> pa.Schema:
    """The columns of a list's Parquet file, each in its one type.

    Raises ``UserError`` where the file is missing or is not Parquet, ``TypeError`` for a column of
    a kind that no standard has.
    """
    try:
        read = pq.read_schema(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise damaged(path) from error
    return pa.schema([pa.field(f.name, _one_type(key, f)) for f in read])


def damaged(path: Path) -> UserError:
    """What to say of a snapshot's file that cannot be read."""
    return UserError(
        f"{path.name}: this file of the snapshot is missing or damaged ({path}). "
        "Run sightline snapshots verify, and load the extract again if it says so."
    )


def _one_type(key: str, column: pa.Field) -> pa.DataType:
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if kind in POSTGRES:
        return kind
    # A column without a single value may have been written without a type.
    if pa.types.is_large_string(kind) or pa.types.is_null(kind):
        return pa.string()
    if pa.types.is_timestamp(kind) and kind.tz is None:
        return pa.timestamp("us")
    raise TypeError(f"{key}.{column.name} is {kind}, which is no kind of column of a standard")


def table_name(key: str) -> str:
    """What a list's table is called in an engine: ``annex_a__contacts`` for its key."""
    return key.replace(".", "__")


def conformed(found: pa.Table, schema: pa.Schema) -> pa.Table:
    """An engine's answer with the names and types that the expression promises.

    Engines differ in how wide the numbers are that they count and add up with.
    """
    columns = [
        column if column.type == field.type else column.cast(field.type)
        for column, field in zip(found.columns, schema, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=schema)
