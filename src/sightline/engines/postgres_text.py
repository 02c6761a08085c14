"""Text in PostgreSQL: in the order of DuckDB and Spark, and with capitals beyond ASCII."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.sql import SQL, Composable, Identifier, Literal

SCHEMA, COLLATION = "sightline", "by_code_point"
# PostgreSQL has one of its own from then on.
_BUILT_IN = 170_000
# Any will do that knows which letters are capitals; systems have different ones.
_LETTERS = ("C.UTF-8", "C.utf8", "en_GB.utf8", "en_US.utf8", "en_GB.UTF-8", "en_US.UTF-8")


def by_code_point(connection: psycopg.Connection[Any]) -> Composable:
    """The collation for columns of text, made if need be; call it in a transaction.

    All snapshots share it: PostgreSQL does not compare text of two collations. Where the system
    has no locale that serves, order is still by code point, but ``upper`` knows only ASCII.
    """
    if connection.info.server_version >= _BUILT_IN:
        return Identifier("pg_catalog", "pg_c_utf8")
    connection.execute(SQL("CREATE SCHEMA IF NOT EXISTS {}").format(Identifier(SCHEMA)))
    if any(_made(connection, letters) for letters in _LETTERS):
        return Identifier(SCHEMA, COLLATION)
    return Identifier("pg_catalog", "C")


def _made(connection: psycopg.Connection[Any], letters: str) -> bool:
    statement = SQL(
        "CREATE COLLATION IF NOT EXISTS {} (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = {})"
    ).format(Identifier(SCHEMA, COLLATION), Literal(letters))
    try:
        with connection.transaction():
            connection.execute(statement)
    except (psycopg.errors.UndefinedObject, psycopg.errors.InvalidParameterValue):
        return False
    return True
