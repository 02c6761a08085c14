"""Checks of the library: every document is what it was, and every quote is what it says."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from sightline.kit.problems import Problem
from sightline.reports.shelf.files import Files, digest

_AGAIN = "Add the document again."
_RESUME = "Resume the library: it is read then."
_REREAD = "Read everything anew; if this stays, please report it."


def problems(connection: sqlite3.Connection, files: Files) -> Iterator[Problem]:
    """What is wrong, in no more words than are needed; nothing where all is well."""
    yield from _database(connection)
    listed = connection.execute(
        "SELECT sha256, name, text FROM documents LEFT JOIN readings USING (sha256) ORDER BY name"
    ).fetchall()
    for sha256, name, text in listed:
        yield from _document(files, sha256, name)
        if text is None:
            yield Problem("not_read", f"{name} has not been read.", _RESUME)
        else:
            yield from _quotes(connection, sha256, name, text)
    known = {row["sha256"] for row in listed}
    for sha256 in files.all():
        if sha256 not in known:
            yield Problem("not_listed", f"The document {sha256[:12]} is not listed.", _RESUME)


def _database(connection: sqlite3.Connection) -> Iterator[Problem]:
    found = connection.execute("PRAGMA quick_check").fetchone()[0]
    if found != "ok":
        yield Problem("database", f"The database is damaged: {found}.", "Move it away and resume.")
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        yield Problem("database", f"Rows of {broken[0]} belong to no document.", _REREAD)
    try:
        connection.execute(
            "INSERT INTO findings_fts (findings_fts, rank) VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError:
        yield Problem("index", "The search index does not match the findings.", _REREAD)


def _document(files: Files, sha256: str, name: str) -> Iterator[Problem]:
    try:
        data = files.get(sha256)
    except FileNotFoundError:
        yield Problem("missing", f"The document {name} is missing.", _AGAIN)
        return
    if digest(data) != sha256:
        yield Problem("changed", f"The document {name} is no longer what was added.", _AGAIN)


def _quotes(connection: sqlite3.Connection, sha256: str, name: str, text: str) -> Iterator[Problem]:
    for table in ("findings", "items"):
        sql = f'SELECT "start", "end", quote FROM {table} WHERE sha256 = ?'
        for start, end, quote in connection.execute(sql, (sha256,)):
            if text[start:end] != quote:
                yield _misquoted(name, start, end)
    for (facts,) in connection.execute("SELECT facts FROM events WHERE sha256 = ?", (sha256,)):
        whole = json.loads(facts)
        cited = [f["citation"] for f in whole["facts"] if f["citation"]] + whole["quotes"]
        for at in cited:
            if text[at["start"] : at["end"]] != at["quote"]:
                yield _misquoted(name, at["start"], at["end"])


def _misquoted(name: str, start: int, end: int) -> Problem:
    return Problem("misquoted", f"{name}: a quote is not the text at {start}–{end}.", _REREAD)
