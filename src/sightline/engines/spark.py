"""Spark: an engine for pools too large for one computer; it reads the snapshots' Parquet.

A Java machine starts with the first lists opened and serves until this process ends. What Spark
writes (its warehouse, temporary files, log) is in a folder that is removed then. A Spark that
runs in this process already, as in a notebook of a platform, is used and left running.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sightline.engines.base import Engine, Limits, Parquets

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from pyspark.sql import SparkSession

    from sightline.engines.lists import Lists


class Spark(Engine):
    """Spark on this computer, or a cluster at ``spark://host:port`` that sees the same folders."""

    title = "Spark"

    def __init__(self, url: str, limits: Limits) -> None:
        """Take which one. Nothing is started yet."""
        self.master = url if "://" in url else f"local[{limits.threads}]"
        self.limits = limits

    @contextmanager
    def open(self, parquets: Parquets, name: str) -> Iterator[Lists]:
        """The lists of one snapshot."""
        with self._session() as session:
            from sightline.engines.spark_lists import SparkLists

            lists = SparkLists(session, _tables(session, parquets), self.limits.folder)
            try:
                yield lists
            finally:
                lists.forget()

    @contextmanager
    def open_pool(
        self, parquets: Mapping[str, Parquets], names: Mapping[str, str]
    ) -> Iterator[Lists]:
        """The lists of several authorities together."""
        with self._session() as session:
            from sightline.engines.spark_lists import SparkLists

            parts = {
                authority: _tables(session, lists, f"__{number}")
                for number, (authority, lists) in enumerate(parquets.items())
            }
            lists = SparkLists(session, {}, self.limits.folder)
            try:
                lists.pool(parts)
                yield lists
            finally:
                lists.forget()

    @contextmanager
    def _session(self) -> Iterator[SparkSession]:
        """A session of its own, so that the names of one opening are not those of another."""
        from sightline.engines.spark_start import started

        session = started(self.master, self.limits).newSession()
        for name, value in SETTINGS.items():
            session.conf.set(name, value)
        yield session


SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    # Not even a query made by hand reads a file by its path.
    "spark.sql.runSQLOnFiles": "false",
    # Days long past are those that the file says.
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    # Snapshots are small to Spark: two hundred parts of a shuffle would be mostly empty.
    "spark.sql.shuffle.partitions": "4",
}


def _tables(session: SparkSession, parquets: Parquets, suffix: str = "") -> dict[str, ir.Table]:
    from sightline.engines.kinds import SPARK, table_name, typed_schema
    from sightline.engines.lists import unbound

    tables = {}
    for key, path in parquets.items():
        schema, name = typed_schema(key, path), table_name(key) + suffix
        columns = ", ".join(f"`{field.name}` {SPARK[field.type]}" for field in schema)
        read = session.read.schema(columns).parquet(path.absolute().as_uri())
        read.createOrReplaceTempView(name)
        tables[key] = unbound(name, schema)
    return tables
