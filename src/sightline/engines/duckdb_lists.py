"""Lists that DuckDB answers about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
from ibis.backends.sql.compilers.duckdb import compiler

from sightline.engines.lists import Lists, unbound
from sightline.kit.problems import UserError

if TYPE_CHECKING:
    import ibis.expr.types as ir


class DuckDBLists(Lists):
    """Lists over a connection that is shut off from everything else."""

    dialect = "duckdb"

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, tables: Mapping[str, ir.Table]
    ) -> None:
        """Take an open connection in which the tables are known by their names."""
        super().__init__(tables, compiler)
        self._connection = connection

    def _fetch(self, sql: str, schema: pa.Schema) -> pa.Table:
        # Nothing outlives the connection, but what changes it would change later answers.
        kinds = [statement.type for statement in duckdb.extract_statements(sql)]
        if kinds != [duckdb.StatementType.SELECT]:
            raise ValueError("An engine runs one query at a time, and nothing but queries")
        try:
            return self._connection.sql(sql).to_arrow_table()
        except duckdb.OutOfMemoryException:
            raise UserError(
                "DuckDB ran out of the memory it may use. Allow it more, or give it a folder "
                "for temporary files."
            ) from None

    def _hold(self, name: str, table: pa.Table) -> None:
        # As a table of its own DuckDB knows its size, and joins from the smaller side.
        self._connection.register("to_hold", table)
        self._connection.execute(f'CREATE TEMP TABLE "{name}" AS FROM "to_hold"')
        self._connection.unregister("to_hold")

    def keep(self, expression: ir.Table) -> ir.Table:
        """The rows, worked out once, in memory."""
        self._hold_small_tables(expression)
        self._views += 1
        name = f"kept_{self._views}"
        self._connection.execute(f'CREATE TEMP TABLE "{name}" AS {self.sql(expression)}')
        return unbound(name, expression.schema().to_pyarrow())

    def _define(self, name: str, sql: str) -> None:
        self._connection.execute(f'CREATE VIEW "{name}" AS {sql}')
