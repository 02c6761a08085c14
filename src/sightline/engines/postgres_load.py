"""Loading a snapshot into PostgreSQL: a schema, its tables, and the mark that it is complete.

All is done in one transaction, so that others see the whole snapshot or nothing. The mark is a
table with the hash of each Parquet file; a schema whose mark does not agree is loaded anew.

PostgreSQL has the character NUL in no text. Where a system left one, the sign for it, ␀, is kept in
its place, so that texts that differ still differ; DuckDB and Spark keep NUL itself.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import psycopg
import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq
from psycopg.sql import SQL, Composable, Composed, Identifier

from sightline.engines.base import Parquets
from sightline.engines.kinds import POSTGRES, damaged, table_name
from sightline.engines.postgres_text import by_code_point
from sightline.kit.problems import UserError

PREFIX = "sightline_"
MARK = "sightline_loaded"
# Another way of loading is another mark: what was loaded the old way is loaded anew.
FORMAT = 1
ROWS = 65_536
NUL, NUL_SIGN = b"\x00", "\u2400".encode()
Connection: TypeAlias = "psycopg.Connection[Any]"

_NAME = re.compile(r"[A-Za-z0-9._@-]+")
# PostgreSQL cuts off a longer name without saying so.
_LONGEST = 63


def schema_name(name: str) -> str:
    """The schema of a snapshot; ``ValueError`` for a name that PostgreSQL would not keep whole."""
    made = PREFIX + name
    if not _NAME.fullmatch(name) or len(made) > _LONGEST:
        raise ValueError(f"A snapshot cannot be kept in PostgreSQL as {name!r}")
    return made


def load(
    connection: Connection, parquets: Parquets, schemas: Mapping[str, pa.Schema], name: str
) -> None:
    """Load a snapshot's files unless they are there already.

    Two that load at once wait for each other. Raises ``UserError`` where the
    user may not create a schema, or a value cannot be kept.
    """
    hashes = {key: f"{FORMAT}:{_hash(path)}" for key, path in parquets.items()}
    schema = schema_name(name)
    if _marked(connection, schema) == hashes:
        return
    connection.read_only = False
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('sightline'))")
        if _marked(connection, schema) != hashes:
            _load_anew(connection, schema, parquets, schemas)
            _mark(connection, schema, hashes)


def drop_schema(connection: Connection, name: str) -> bool:
    """Remove a snapshot's schema; whether there was one."""
    if name not in held_schemas(connection):
        return False
    connection.execute(SQL("DROP SCHEMA {} CASCADE").format(Identifier(schema_name(name))))
    return True


def held_schemas(connection: Connection) -> list[str]:
    """The names of the snapshots that have a schema."""
    asked = "SELECT nspname FROM pg_namespace WHERE starts_with(nspname, %s) ORDER BY nspname"
    return [row[0].removeprefix(PREFIX) for row in connection.execute(asked, [PREFIX])]


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise damaged(path) from error


def _marked(connection: Connection, schema: str) -> dict[str, str]:
    mark = Identifier(schema, MARK)
    # to_regclass would repeat what it found before it waited for another who loads.
    asked = "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = %s AND tablename = %s"
    if connection.execute(asked, [schema, MARK]).fetchone() is None:
        return {}
    return dict(connection.execute(SQL("SELECT list, sha256 FROM {}").format(mark)).fetchall())


def _mark(connection: Connection, schema: str, hashes: Mapping[str, str]) -> None:
    mark = Identifier(schema, MARK)
    connection.execute(SQL("CREATE TABLE {} (list text, sha256 text)").format(mark))
    with connection.cursor() as cursor:
        cursor.executemany(SQL("INSERT INTO {} VALUES (%s, %s)").format(mark), hashes.items())


def _load_anew(
    connection: Connection, schema: str, parquets: Parquets, schemas: Mapping[str, pa.Schema]
) -> None:
    connection.execute(SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(Identifier(schema)))
    connection.execute(SQL("CREATE SCHEMA {}").format(Identifier(schema)))
    collation = by_code_point(connection)
    for key, path in parquets.items():
        table = Identifier(schema, table_name(key))
        connection.execute(_create(table, schemas[key], collation))
        _copy(connection, table, key, _csv(path, schemas[key]))
        connection.execute(SQL("ANALYZE {}").format(table))


def _create(table: Composable, schema: pa.Schema, collation: Composable) -> Composed:
    return SQL("CREATE TABLE {} ({})").format(table, columns_sql(schema, collation))


def columns_sql(schema: pa.Schema, collation: Composable) -> Composed:
    """The columns of a table, as CREATE TABLE has them."""
    return SQL(", ").join(
        SQL("{} {} {}").format(
            Identifier(field.name),
            SQL(POSTGRES[field.type]),
            SQL("COLLATE {}").format(collation) if field.type == pa.string() else SQL(""),
        )
        for field in schema
    )


def _csv(path: Path, schema: pa.Schema) -> Iterator[bytes]:
    """A Parquet file as CSV, a part at a time: null is nothing at all, no text is ``""``."""
    options = pc.WriteOptions(include_header=False, quoting_style="all_valid")
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(ROWS):
                part = io.BytesIO()
                pc.write_csv(pa.Table.from_batches([batch]).cast(schema), part, options)
                yield part.getvalue().replace(NUL, NUL_SIGN)
    except (OSError, pa.ArrowInvalid) as error:
        raise damaged(path) from error


def _copy(connection: Connection, table: Composable, key: str, parts: Iterator[bytes]) -> None:
    try:
        with (
            connection.cursor() as cursor,
            cursor.copy(SQL("COPY {} FROM STDIN (FORMAT csv)").format(table)) as copy,
        ):
            for part in parts:
                copy.write(part)
    except psycopg.DataError as error:
        # Its message may quote the value, and what follows quotes the row: only its kind is told.
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__).lower()
        raise UserError(
            f"{key}: PostgreSQL cannot keep a value of this list ({kind}). "
            "Mend it in the extract and load that again, or use DuckDB."
        ) from None
