"""Putting rows into a table of a published file, many at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any


def insert(file: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Put rows into a table; None for its number gives the next one."""
    iterator = iter(rows)
    first = next(iterator, None)
    if first is None:
        return
    statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"
    file.execute(statement, first)
    file.executemany(statement, iterator)
