"""Lists that PostgreSQL answers about."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import psycopg
import pyarrow as pa
from ibis.backends.sql.compilers.postgres import compiler
from psycopg.sql import SQL, Identifier

from sightline.engines.kinds import POSTGRES
from sightline.engines.lists import Lists

if TYPE_CHECKING:
    import ibis.expr.types as ir

ROWS = 20_000


class PostgresLists(Lists):
    """Lists over a connection that asks in transactions that can only read."""

    dialect = "postgres"

    def __init__(self, connection: psycopg.Connection[Any], tables: Mapping[str, ir.Table]) -> None:
        """Take an open connection, and tables that say in which schema they are."""
        super().__init__(tables, compiler)
        self._connection = connection

    def _fetch(self, sql: str, schema: pa.Schema) -> pa.Table:
        self._connection.read_only = True
        parts = []
        # A cursor in binary runs one statement and no more, and one with a name stays on the
        # server: the answer comes over a part at a time.
        with (
            self._connection.transaction(),
            self._connection.cursor("sightline", binary=True) as cursor,
        ):
            cursor.execute(sql.encode())
            while rows := cursor.fetchmany(ROWS):
                parts.append(_table(rows, schema))
        return pa.concat_tables(parts) if parts else schema.empty_table()

    def _hold(self, name: str, table: pa.Table) -> None:
        columns = SQL(", ").join(
            SQL("{} {}").format(Identifier(field.name), SQL(POSTGRES[field.type]))
            for field in table.schema
        )
        self._write(SQL("CREATE TEMPORARY TABLE {} ({})").format(Identifier(name), columns))
        self._connection.read_only = False
        copying = SQL("COPY {} FROM STDIN").format(Identifier(name))
        with self._connection.cursor() as cursor, cursor.copy(copying) as copy:
            for row in zip(*(column.to_pylist() for column in table.columns)):
                copy.write_row(row)

    def _define(self, name: str, sql: str) -> None:
        view = SQL("CREATE TEMPORARY VIEW {} AS ").format(Identifier(name))
        self._write(view + SQL(sql))

    def _write(self, statement: Any) -> None:
        self._connection.read_only = False
        with self._connection.transaction():
            self._connection.execute(statement)


def _table(rows: list[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    columns = [_column(values, field.type) for values, field in zip(zip(*rows), schema)]
    return pa.Table.from_arrays(columns, schema=schema)


def _column(values: tuple[Any, ...], kind: pa.DataType) -> pa.Array:
    # PostgreSQL adds up whole numbers as decimals of any length.
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        number = int if pa.types.is_integer(kind) else float
        values = tuple(number(v) if isinstance(v, Decimal) else v for v in values)
    return pa.array(values, kind)
