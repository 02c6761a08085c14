"""Lists that Spark answers about."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.backends.sql.compilers.pyspark import compiler
from ibis.config import Config

from sightline.engines.lists import Lists

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from pyspark.sql import SparkSession


class _Options(Config):
    """Ibis' options for Spark, which come with a part of it that needs pandas."""

    treat_nan_as_null: bool = False


class SparkLists(Lists):
    """Lists over a Spark session of their own."""

    dialect = "pyspark"

    def __init__(
        self, session: SparkSession, tables: Mapping[str, ir.Table], folder: Path | None
    ) -> None:
        """Take a session in which the tables are known by their names."""
        super().__init__(tables, compiler)
        ibis.options.pyspark = ibis.options.pyspark or _Options()
        self._session, self._folder, self._kept = session, folder, ExitStack()

    def forget(self) -> None:
        """Remove what the session holds: its names, and files of small tables."""
        for table in self._session.catalog.listTables():
            if table.isTemporary:
                self._session.catalog.dropTempView(table.name)
        self._kept.close()

    def _fetch(self, sql: str, schema: pa.Schema) -> pa.Table:
        with warnings.catch_warnings():
            # Spark leaves the socket that the rows came through for Python to close.
            warnings.simplefilter("ignore", ResourceWarning)
            return self._session.sql(sql).toArrow()

    def _hold(self, name: str, table: pa.Table) -> None:
        # Spark takes tables from memory by way of pandas only, which is not needed for this.
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
        made = tempfile.TemporaryDirectory(prefix="spark-table-", dir=self._folder)
        path = Path(self._kept.enter_context(made)) / "table.parquet"
        pq.write_table(table, path)
        self._session.read.parquet(path.absolute().as_uri()).createOrReplaceTempView(name)

    def _define(self, name: str, sql: str) -> None:
        self._session.sql(sql).createOrReplaceTempView(name)
