"""A published file, open for reading by several threads: nothing can write to it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sightline.kit.problems import UserError
from sightline.packs.published.schema import FORMAT

_MAPPED = 512 << 20


class File:
    """A file as it was when it was opened. Each thread has a connection of its own.

    A file is replaced, never changed: one that was opened before goes on telling what it told.
    Raises ``UserError`` where it is no published file, or one of another format.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: list[sqlite3.Connection] = []
        try:
            (found,) = self._one("PRAGMA user_version") or (None,)
        except sqlite3.Error as error:
            raise UserError(
                f"{path}: this cannot be read as a published file ({error}). Run sightline publish."
            ) from error
        if found != FORMAT:
            self.close()
            raise UserError(f"{path}: made by another release. Run sightline publish --again.")

    def close(self) -> None:
        """Close every thread's connection. Nothing may be asked afterwards."""
        with self._lock:
            while self._opened:
                self._opened.pop().close()

    def _connection(self) -> sqlite3.Connection:
        made: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if made is None:
            address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
            # Only its thread asks it; it may be closed by another.
            made = sqlite3.connect(address, uri=True, check_same_thread=False)
            made.execute(f"PRAGMA mmap_size = {_MAPPED}")
            self._local.connection = made
            with self._lock:
                self._opened.append(made)
        return made

    def _all(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._connection().execute(query, values).fetchall()

    def _one(self, query: str, values: Sequence[Any] = ()) -> Any:
        return self._connection().execute(query, values).fetchone()

    def _each(self, query: str, values: Sequence[Any] = ()) -> Iterator[Any]:
        yield from self._connection().execute(query, values)
