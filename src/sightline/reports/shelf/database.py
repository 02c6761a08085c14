"""The library's database file: opening it, and writing to it while others do the same."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sightline.kit.problems import UserError
from sightline.reports.shelf.schema import DERIVED, DERIVED_TABLES, KEPT, SCHEMA_VERSION

BUSY_SECONDS = 30.0
_TRIES = 20
_PAUSE = 0.05


def open_database(file: Path) -> sqlite3.Connection:
    """A connection to the library's database, its tables created or brought up to date.

    Raises ``UserError`` where a later version of Sightline wrote it, or it is not a database.
    """
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        patiently(lambda: connection.execute("PRAGMA journal_mode = WAL"))
        connection.execute("PRAGMA synchronous = FULL")  # a power cut loses no name
        connection.execute("PRAGMA foreign_keys = ON")
        _bring_up_to_date(connection)
    except sqlite3.OperationalError:
        connection.close()
        raise
    except sqlite3.DatabaseError as error:
        connection.close()
        raise UserError(
            f"{file.name} is damaged and cannot be opened ({error}). Move it away: the library is "
            "read again from its documents."
        ) from error
    except UserError:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    if _version(connection) == SCHEMA_VERSION:
        return
    with writing(connection):
        found = _version(connection)  # another process may have been quicker
        if found > SCHEMA_VERSION:
            raise UserError(
                "The library was written by a later version of Sightline. Use that version, or "
                "another workspace."
            )
        if found < SCHEMA_VERSION:
            for table in DERIVED_TABLES:
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            for statement in _statements(KEPT + DERIVED):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all of it is written or none. Waits while another process writes."""
    patiently(lambda: connection.execute("BEGIN IMMEDIATE"))
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def patiently(action: Callable[[], object]) -> None:
    """Do it, trying again for a while where another process holds the database."""
    for left in reversed(range(_TRIES)):
        try:
            action()
            return
        except sqlite3.OperationalError as error:
            if not left or not any(word in str(error) for word in ("locked", "busy")):
                raise
            time.sleep(_PAUSE)
