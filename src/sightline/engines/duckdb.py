"""DuckDB: the default engine, in memory, shut off from the network and from every file.

The Parquet is read by Arrow, and DuckDB is handed what Arrow reads. It is allowed no file at
all. Views on the files themselves would need ``allowed_paths``, and what that allows to be read
may be written too: ``COPY … TO 'list.parquet' (USE_TMP_FILE false)`` replaced a snapshot's file.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from sightline.engines.base import Engine, Limits, Parquets

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir

    from sightline.engines.lists import Lists


class DuckDB(Engine):
    """DuckDB inside this process. Nothing is kept when the lists are closed."""

    title = "DuckDB"

    def __init__(self, limits: Limits) -> None:
        """Take what it may use."""
        self.limits = limits

    @contextmanager
    def open(self, parquets: Parquets, name: str) -> Iterator[Lists]:
        """The lists of one snapshot."""
        from sightline.engines.duckdb_lists import DuckDBLists

        with self._connected() as connection:
            yield DuckDBLists(connection, _tables(connection, parquets))

    @contextmanager
    def open_pool(
        self, parquets: Mapping[str, Parquets], names: Mapping[str, str]
    ) -> Iterator[Lists]:
        """The lists of several authorities together."""
        from sightline.engines.duckdb_lists import DuckDBLists

        with self._connected() as connection:
            parts = {
                authority: _tables(connection, lists, f"__{number}")
                for number, (authority, lists) in enumerate(parquets.items())
            }
            lists = DuckDBLists(connection, {})
            lists.pool(parts)
            yield lists

    @contextmanager
    def _connected(self) -> Iterator[duckdb.DuckDBPyConnection]:
        if self.limits.folder is None:
            with closing(_connect(self.limits, "")) as connection:
                yield connection
            return
        self.limits.folder.mkdir(parents=True, exist_ok=True)
        with (
            tempfile.TemporaryDirectory(prefix="duckdb-", dir=self.limits.folder) as folder,
            closing(_connect(self.limits, folder)) as connection,
        ):
            yield connection


def _connect(limits: Limits, temporary: str) -> duckdb.DuckDBPyConnection:
    """A connection whose settings are final. It reaches no file but its temporary ones."""
    import duckdb

    settings: dict[str, Any] = {
        "memory_limit": f"{limits.memory_mb}MiB",
        "threads": limits.threads,
        "temp_directory": temporary,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "allow_persistent_secrets": False,
        "python_enable_replacements": False,
    }
    connection = duckdb.connect(":memory:", config=settings)
    # The folder for temporary files can be named only while files are still allowed.
    for setting in (
        "TimeZone = 'UTC'",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"SET {setting}")
    return connection


def _tables(
    connection: duckdb.DuckDBPyConnection, parquets: Parquets, suffix: str = ""
) -> dict[str, ir.Table]:
    import pyarrow.dataset as ds

    from sightline.engines.kinds import table_name, typed_schema
    from sightline.engines.lists import unbound

    tables = {}
    for key, path in parquets.items():
        schema, name = typed_schema(key, path), table_name(key) + suffix
        connection.register(name, ds.dataset(path, schema=schema, format="parquet"))
        tables[key] = unbound(name, schema)
    return tables
