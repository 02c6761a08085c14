"""Writing to the library's tables: listing a document, and putting its rows in their place."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from sightline.reports.shelf.database import writing
from sightline.reports.shelf.derive import Derived, Row
from sightline.reports.shelf.files import Files
from sightline.reports.shelf.queries import Queries


class Store(Queries):
    """The library's rows. Whoever calls a method that begins with "put" is in a transaction."""

    _files: Files

    def put_document(self, sha256: str, name: str, size: int) -> None:
        """List a document under the first name that it came by.

        One whose name was lost goes by its hash, until it comes with a name again.
        """
        if self.name_of(sha256) == sha256 != name:
            self._connection.execute("DELETE FROM documents WHERE sha256 = ?", (sha256,))
        self._connection.execute(
            "INSERT OR IGNORE INTO documents (sha256, name, added_at, size) VALUES (?, ?, ?, ?)",
            (sha256, name, now(), size),
        )

    def put_removal(self, sha256: str, reason: str) -> bool:
        """Take a document from the list, with a record of it; False where it is not listed."""
        found = self._connection.execute(
            "SELECT name, added_at FROM documents WHERE sha256 = ?", (sha256,)
        ).fetchone()
        if found is None:
            return False
        self._connection.execute(
            "INSERT INTO removals (sha256, name, added_at, removed_at, reason)"
            " VALUES (?, ?, ?, ?, ?)",
            (sha256, found["name"], found["added_at"], now(), reason),
        )
        self._connection.execute("DELETE FROM documents WHERE sha256 = ?", (sha256,))
        return True

    def put_derived(self, sha256: str, derived: Derived) -> None:
        """Put what was derived from a document in the place of what was there."""
        self._connection.execute("DELETE FROM readings WHERE sha256 = ?", (sha256,))
        self._insert("readings", sha256, [derived.reading])
        self._insert("events", sha256, derived.events)
        self._insert("items", sha256, derived.items)
        last = self._connection.execute("SELECT COALESCE(MAX(id), 0) FROM findings").fetchone()[0]
        numbered = [{"id": n, **row} for n, row in enumerate(derived.findings, last + 1)]
        self._insert("findings", sha256, numbered)
        self._connection.executemany(
            "INSERT INTO finding_themes (theme, finding) VALUES (?, ?)",
            [(t, n) for n, themes in enumerate(derived.themes, last + 1) for t in themes],
        )

    def _insert(self, table: str, sha256: str, rows: Sequence[Row]) -> None:
        if not rows:
            return
        columns = list(rows[0])
        names = ", ".join(f'"{column}"' for column in ("sha256", *columns))
        marks = ", ".join("?" * (len(columns) + 1))
        self._connection.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",
            [(sha256, *(row[column] for column in columns)) for row in rows],
        )

    def tidy(self) -> None:
        """Make list and folder agree again, as a process that was stopped may have left them."""
        self._files.tidy()
        kept = set(self._files.all())
        listed = {row["sha256"] for row in self._connection.execute("SELECT sha256 FROM documents")}
        for sha256 in kept - listed:
            self._adopt(sha256)
        with writing(self._connection):
            for sha256 in listed - kept:
                if self.version_of(sha256) is None and not self._files.has(sha256):
                    sql = "DELETE FROM documents WHERE sha256 = ?"
                    self._connection.execute(sql, (sha256,))

    def _adopt(self, sha256: str) -> None:
        """A document that is not listed: its removal was interrupted, or the list was lost."""
        if self.is_removed(sha256):
            self._files.drop(sha256)
            return
        with writing(self._connection):
            self.put_document(sha256, sha256, self._files.path(sha256).stat().st_size)

    def kind_of(self, sha256: str) -> str | None:
        """What kind of document it is; None where it has not been read."""
        return self._one("SELECT kind FROM readings WHERE sha256 = ?", sha256)

    def version_of(self, sha256: str) -> str | None:
        """The version of the reader that read it; None where it has not been read."""
        return self._one("SELECT reader_version FROM readings WHERE sha256 = ?", sha256)

    def name_of(self, sha256: str) -> str | None:
        """The name that a document first came by; None where it is not listed."""
        return self._one("SELECT name FROM documents WHERE sha256 = ?", sha256)

    def is_removed(self, sha256: str) -> bool:
        """Whether it was removed, and has not been brought back since."""
        sql = "SELECT 1 FROM removals WHERE sha256 = ?"
        return self.name_of(sha256) is None and self._one(sql, sha256) is not None

    def _one(self, sql: str, sha256: str) -> str | None:
        row: sqlite3.Row | None = self._connection.execute(sql, (sha256,)).fetchone()
        return None if row is None else str(row[0])


def now() -> str:
    """The time, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
