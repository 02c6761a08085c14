"""Full-text search over whole documents: an index beside the library, made again from it.

Findings have an index of their own in the library. This one holds all that a document says:
letterheads, articles, and what stands outside the findings.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sightline.reports.shelf import match_words
from sightline.web.library.asking import CLOSE, OPEN
from sightline.web.library.shelf import Library, Row, drawn
from sightline.workspace import make_private

_SCHEMA = """
CREATE TABLE IF NOT EXISTS had (id INTEGER PRIMARY KEY, sha256 TEXT UNIQUE, version TEXT);
CREATE TABLE IF NOT EXISTS mark (mark TEXT);
CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(
    name, text, tokenize = 'porter unicode61 remove_diacritics 2'
);
"""
_RANK = "bm25(texts, 2.0, 1.0)"


@contextmanager
def _index(library: Library) -> Iterator[sqlite3.Connection]:
    """The index, brought up to the library as it is."""
    make_private(drawn())
    connection = sqlite3.connect(drawn() / "texts.sqlite3", timeout=20, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        if _mark(connection) != library.mark:
            _bring_up(connection, library)
        yield connection
    finally:
        connection.close()


def _mark(connection: sqlite3.Connection) -> str:
    try:
        row = connection.execute("SELECT mark FROM mark").fetchone()
    except sqlite3.OperationalError:
        return ""
    return row["mark"] if row else ""


def _bring_up(connection: sqlite3.Connection, library: Library) -> None:
    """Add what is new, replace what was read anew, and drop what is gone: in one transaction."""
    connection.executescript("PRAGMA journal_mode = WAL;" + _SCHEMA)
    connection.execute("BEGIN IMMEDIATE")
    try:
        had = {row["sha256"]: row for row in connection.execute("SELECT * FROM had")}
        sql = "SELECT sha256, reader_version || ' ' || length(text) AS version FROM readings"
        now = {row["sha256"]: row["version"] for row in library.ask(sql)}
        for sha256, row in had.items():
            if now.get(sha256) != row["version"]:
                connection.execute("DELETE FROM texts WHERE rowid = ?", (row["id"],))
                connection.execute("DELETE FROM had WHERE id = ?", (row["id"],))
        for sha256, version in now.items():
            if sha256 not in had or had[sha256]["version"] != version:
                _put(connection, library, sha256, version)
        connection.execute("DELETE FROM mark")
        connection.execute("INSERT INTO mark VALUES (?)", (library.mark,))
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _put(connection: sqlite3.Connection, library: Library, sha256: str, version: str) -> None:
    made = connection.execute("INSERT INTO had (sha256, version) VALUES (?, ?)", (sha256, version))
    connection.execute(
        "INSERT INTO texts (rowid, name, text) VALUES (?, ?, ?)",
        (made.lastrowid, library.name_of(sha256), library.text(sha256)),
    )


def bring_up(library: Library) -> None:
    """Make the index ready before somebody searches."""
    with _index(library):
        pass


def documents_with(library: Library, words: str, limit: int = 5) -> tuple[int, list[Row]]:
    """How many documents hold all the words, and the best of them.

    Each has ``sha256``, its ``snippet``, and where in its text the first of the words begins and
    ends (``start`` and ``end``; both 0 where its name alone holds them).
    """
    asked = match_words(words)
    if not asked:
        return 0, []
    with _index(library) as index:
        where = "WHERE texts MATCH ?"
        total = index.execute(f"SELECT COUNT(*) FROM texts {where}", (asked,)).fetchone()[0]
        sql = f"""
            SELECT sha256, snippet(texts, 1, ?, ?, '…', 40) AS snippet
            FROM texts JOIN had ON had.id = texts.rowid {where} ORDER BY {_RANK}, sha256 LIMIT ?
        """
        rows = index.execute(sql, (OPEN, CLOSE, asked, limit)).fetchall()
    return total, [_hit(library, row) for row in rows]


def _hit(library: Library, row: sqlite3.Row) -> Row:
    """A document that holds the words, and the place of the first of them that is shown."""
    shown = row["snippet"].strip("…")
    first, last = shown.find(OPEN), shown.find(CLOSE)
    bare = shown.replace(OPEN, "").replace(CLOSE, "")
    at = library.text(row["sha256"]).find(bare) if first >= 0 else -1
    start, end = (at + first, at + last - 1) if at >= 0 else (0, 0)
    return {"sha256": row["sha256"], "snippet": row["snippet"], "start": start, "end": end}


def all_with(library: Library, words: str) -> list[str]:
    """The hash of every document that holds all the words, the best first."""
    asked = match_words(words)
    if not asked:
        return []
    with _index(library) as index:
        sql = f"""
            SELECT sha256 FROM texts JOIN had ON had.id = texts.rowid
            WHERE texts MATCH ? ORDER BY {_RANK}, sha256
        """
        return [row["sha256"] for row in index.execute(sql, (asked,))]
