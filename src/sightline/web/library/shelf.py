"""The library as pages read it: opened for reading alone, with people's corrections laid over."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings

from sightline.reports.shelf import MARKS, Shelf
from sightline.reports.shelf.files import Files
from sightline.reports.shelf.schema import SCHEMA_VERSION
from sightline.web.library.overlay import Overlay, overlay

Row = dict[str, Any]
_MANY = 10_000
_START = re.compile(r"[0-9a-f]{12,64}")


def folder() -> Path:
    """Where the library is."""
    return Path(settings.WORKSPACE.library)


def drawn() -> Path:
    """Where pages keep what they have drawn. All of it can be made again."""
    return Path(settings.WORKSPACE.root) / "drawn"


def stamp() -> str:
    """A mark of the library as it is now: another after every change to it."""
    database = folder() / "library.sqlite3"
    marks = []
    for file in (database, database.with_name(database.name + "-wal")):
        with suppress(FileNotFoundError):
            about = file.stat()
            if about.st_size:
                marks.append(f"{about.st_ino:x}.{about.st_size:x}.{about.st_mtime_ns:x}")
    return "-".join(marks)


@contextmanager
def opened() -> Iterator[Library | None]:
    """The library, for as long as it is needed; None where there is none yet."""
    library = Library.at(folder())
    try:
        yield library
    finally:
        if library is not None:
            library.close()


def corrected(findings: Iterable[Row]) -> list[Row]:
    """Findings as people corrected them, without those that a person said are none.

    One query of corrections, however many findings. A finding that was corrected has the numbers
    of its corrections as ``corrected``. Doing it twice is the same as once.
    """
    rows = list(findings)
    with opened() as library:
        return library.overlay.all(rows) if library else rows


def _plain(row: Row) -> Row:
    """A finding on no theme has none: the reader's word for that is not a theme."""
    return row if "none" not in row["themes"] else {**row, "themes": []}


class Library(Shelf):
    """A shelf that cannot be written to. What it answers is as people corrected it."""

    def __init__(self, connection: sqlite3.Connection, where: Path) -> None:
        self.folder = where
        self.mark = stamp()
        self._connection = connection
        self._files = Files(where)

    @classmethod
    def at(cls, where: Path) -> Library | None:
        """The library of a folder; None where there is none, or an earlier version wrote it."""
        file = where / "library.sqlite3"
        if not file.is_file():
            return None
        connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=10)
        connection.row_factory = sqlite3.Row
        if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
            connection.close()
            return None
        return cls(connection, where)

    @cached_property
    def overlay(self) -> Overlay:
        """People's corrections."""
        return overlay(self._connection, self.mark)

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """Rows of the library's tables, for what no other question gives."""
        return self._connection.execute(sql, values).fetchall()

    def document(self, start: str) -> Row | None:
        """The one document whose hash begins so."""
        if not _START.fullmatch(start):
            return None
        found = self.ask("SELECT sha256 FROM documents WHERE sha256 GLOB ?", (start + "*",))
        if len(found) != 1:
            return None
        sql = """
            SELECT d.name AS path, d.sha256, d.size, d.added_at, COALESCE(r.kind, '') AS kind,
                COALESCE(r.pages, 0) AS pages, COALESCE(r.reader_version, '') AS reader_version,
                COALESCE(r.problems, '[]') AS problems
            FROM documents d LEFT JOIN readings r USING (sha256) WHERE d.sha256 = ?
        """
        return dict(self.ask(sql, (found[0]["sha256"],))[0])

    def file_of(self, sha256: str) -> Path:
        """Where a document is kept as it came."""
        return self._files.path(sha256)

    def findings(
        self,
        who: str | None = None,
        theme: str | None = None,
        role: str | None = None,
        polarity: str | None = None,
        sha256: str | None = None,
        event: int | None = None,
    ) -> Iterator[Row]:
        """Findings as corrected, in the order of their documents."""
        if not self.overlay.findings:
            yield from map(_plain, super().findings(who, theme, role, polarity, sha256, event))
            return
        read = list(super().findings(who, theme, role, polarity, sha256, event))
        found = [*self.overlay.all(read), *self._moved_here(read, who, role, sha256, event)]
        if theme is not None or polarity is not None:
            found.sort(key=lambda f: (f["path"], f["sha256"], f["start"]))
        for row in found:
            if theme in (None, *row["themes"]) and polarity in (None, row["polarity"]):
                yield _plain(row)

    def _moved_here(
        self,
        read: Sequence[Row],
        who: str | None,
        role: str | None,
        sha256: str | None,
        event: int | None,
    ) -> Iterator[Row]:
        """Corrected findings that the question as read did not give."""
        seen = {(row["sha256"], row["start"], row["end"]) for row in read}
        for one in {span[0] for span in self.overlay.findings if span not in seen}:
            if sha256 in (None, one):
                for row in self.overlay.all(super().findings(who, None, role, None, one, event)):
                    if "corrected" in row and (one, row["start"], row["end"]) not in seen:
                        yield row

    def search(
        self,
        words: str,
        who: str | None = None,
        theme: str | None = None,
        kind: str | None = None,
        limit: int = 50,
        roles: Sequence[str] | None = None,
        marks: tuple[str, str] = MARKS,
    ) -> list[Row]:
        """Findings that hold all the words, as corrected. See ``Shelf.search``."""
        if theme is None or not self.overlay.findings:
            found = super().search(words, who, theme, kind, limit, roles, marks)
            return [_plain(row) for row in self.overlay.all(found)]
        found = super().search(words, who, None, kind, _MANY, roles, marks)
        told = [_plain(row) for row in self.overlay.all(found) if theme in row["themes"]]
        return told[:limit]

    def events(self, who: str | None = None, sha256: str | None = None) -> list[Row]:
        """What each document tells of each inspection or visit, its facts as corrected."""
        found = super().events(who, sha256)
        return [self.overlay.event(row) for row in found]
