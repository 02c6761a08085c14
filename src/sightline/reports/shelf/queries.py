"""Questions to the library: documents, events, findings, authorities, and search."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from sightline.reports.shelf.schema import LISTS

Row = dict[str, Any]
MARKS = ("[", "]")
"""What stands around a word that was searched for, in a snippet."""

_WHEN = "COALESCE(NULLIF(e.start_date, ''), NULLIF(e.letter_date, ''), e.published_date)"
_FINDING = f"""
    f.id, d.name AS path, f.sha256, f.event, f.who, f.authority, f.urn, e.kind AS kind,
    e.event_kind, {_WHEN} AS date, f.section, f.paragraph, f.page, f."start", f."end", f.quote,
    f.role, f.themes, f.polarity, f.trajectory, f.prevalence, f.cohorts, f.framework_tags
"""
_JOINED = """
    JOIN documents d ON d.sha256 = f.sha256
    LEFT JOIN events e ON e.sha256 = f.sha256 AND e.place = f.event
"""
_FILTERED = f"JOIN findings f ON f.id = findings_fts.rowid {_JOINED}"
_RANK = "bm25(findings_fts, 4.0, 1.0, 2.0)"
_WORDS = re.compile(r'"([^"]*)"|(\S+)')


class Queries:
    """What can be asked of the library. Rows are plain dictionaries, in a fixed order."""

    _connection: sqlite3.Connection

    def _rows(self, sql: str, values: tuple[Any, ...] | list[Any] = ()) -> Iterator[Row]:
        for row in self._connection.execute(sql, values):
            yield _unpacked(dict(row))

    def documents(self) -> list[Row]:
        """Every document: its hash, name, kind, layout, pages, problems, and what it gave.

        ``kind`` is empty for one that has not been read yet.
        """
        found = list(
            self._rows(
                """
                SELECT d.name AS path, d.sha256, d.size, d.added_at, COALESCE(r.kind, '') AS kind,
                    COALESCE(r.layout, '') AS layout, COALESCE(r.pages, 0) AS pages,
                    COALESCE(r.reader_version, '') AS reader_version,
                    (SELECT COUNT(*) FROM events e WHERE e.sha256 = d.sha256) AS n_events,
                    (SELECT COUNT(*) FROM findings f WHERE f.sha256 = d.sha256) AS n_findings,
                    COALESCE(r.problems, '[]') AS problems
                FROM documents d LEFT JOIN readings r USING (sha256)
                ORDER BY d.name, d.sha256
                """
            )
        )
        return [{**row, "problems": json.loads(row["problems"])} for row in found]

    def text(self, sha256: str) -> str:
        """A document's text as it was read; KeyError where there is none."""
        found = self._connection.execute("SELECT text FROM readings WHERE sha256 = ?", (sha256,))
        row = found.fetchone()
        if row is None:
            raise KeyError(sha256)
        return str(row["text"])

    def events(self, who: str | None = None, sha256: str | None = None) -> list[Row]:
        """What each document tells of each inspection or visit, by date; dates as printed.

        ``who`` is Ofsted's number (URN), or the name of an authority that has none. The columns
        are those of ``sightline read``, with ``facts``, ``quotes`` and ``items`` in full,
        each with its citation.
        """
        where, values = _where({"e.who": who, "e.sha256": sha256})
        sql = f"""
            SELECT d.name AS path, e.*, r.pages, r.kind AS document_kind
            FROM events e JOIN documents d USING (sha256) JOIN readings r USING (sha256) {where}
            ORDER BY {_WHEN} = '', {_WHEN}, d.name, e.sha256, e.place
        """
        return [{**row, **row.pop("facts")} for row in self._rows(sql, values)]

    def items(self, who: str | None = None) -> Iterator[Row]:
        """Areas for improvement and priority actions, whole, in the order of their documents."""
        where, values = _where({"e.who": who})
        return self._rows(
            f"""
            SELECT d.name AS path, e.authority, e.urn, i.* FROM items i
            JOIN documents d USING (sha256)
            JOIN events e ON e.sha256 = i.sha256 AND e.place = i.event {where}
            ORDER BY d.name, i.sha256, i."start"
            """,
            values,
        )

    def findings(
        self,
        who: str | None = None,
        theme: str | None = None,
        role: str | None = None,
        polarity: str | None = None,
        sha256: str | None = None,
        event: int | None = None,
    ) -> Iterator[Row]:
        """Findings in the order of their documents, each with its citation and labels."""
        asked = {
            "f.who": who,
            "f.role": role,
            "f.polarity": polarity,
            "f.sha256": sha256,
            "f.event": event,
        }
        where, values = _where(asked)
        joined = _JOINED
        if theme is not None:
            joined += " JOIN finding_themes t ON t.finding = f.id AND t.theme = ?"
            values.insert(0, theme)
        order = 'd.name, f.sha256, f."start"'
        return self._rows(
            f"SELECT {_FINDING} FROM findings f {joined} {where} ORDER BY {order}", values
        )

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
        """Findings that hold all the words, the best match first, each with a ``snippet``.

        Words in double quotes must stand together; a star at a word's end finds every word that
        begins so. Endings do not matter: "plan" finds "planning". ``kind`` is that of the
        document ("article") or of the event it tells of ("focused_visit"); ``roles`` are those of
        findings ("improvement").
        """
        asked = match_words(words)
        if not asked:
            return []
        where, values = _where({"f.who": who})
        if theme is not None:
            where += " AND EXISTS (SELECT 1 FROM finding_themes WHERE theme = ? AND finding = f.id)"
            values.append(theme)
        if kind is not None:
            where += " AND (e.kind = ? OR e.event_kind = ?)"
            values += [kind, kind]
        if roles is not None:
            where += f" AND f.role IN ({', '.join('?' * len(roles))})"
            values += roles
        # The best are chosen first: a snippet is made for each row that the outer query sees.
        sql = f"""
            SELECT {_FINDING}, snippet(findings_fts, 0, ?, ?, '…', 24) AS snippet
            FROM findings_fts JOIN findings f ON f.id = findings_fts.rowid {_JOINED}
            WHERE findings_fts MATCH ? AND findings_fts.rowid IN (
                SELECT findings_fts.rowid FROM findings_fts
                {_FILTERED if len(values) else ""} {where} AND findings_fts MATCH ?
                ORDER BY {_RANK} LIMIT ?
            ) ORDER BY {_RANK}, f.id
        """
        return list(self._rows(sql, [*marks, asked, *values, asked, limit]))

    def authorities(self) -> list[Row]:
        """The authorities that documents tell of, by name, with how much there is of each."""
        return list(
            self._rows(
                f"""
                SELECT e.who, e.urn, e.authority, e.region, COUNT(DISTINCT e.sha256) AS n_documents,
                    COUNT(*) AS n_events, SUM(e.n_findings) AS n_findings,
                    MIN(NULLIF({_WHEN}, '')) AS first_date, MAX({_WHEN}) AS last_date
                FROM events e WHERE e.who != '' GROUP BY e.who ORDER BY e.authority
                """
            )
        )

    def removals(self) -> list[Row]:
        """What was taken out of the library: which document, when, and why."""
        return list(self._rows("SELECT * FROM removals ORDER BY id"))

    def export(self, what: str) -> Iterator[Row]:
        """Every row of ``documents``, ``events``, ``items`` or ``findings``, as plain values."""
        if what == "documents":
            return iter(self.documents())
        if what == "events":
            return iter(self.events())
        if what in ("items", "findings"):
            return self.items() if what == "items" else self.findings()
        raise ValueError(f"{what!r} cannot be exported: choose documents, events, items, findings")


def match_words(words: str) -> str:
    """A full-text query that means just these words, whatever marks they hold; empty for none."""
    terms = []
    sound = words.encode("utf-8", "replace").decode().replace("\0", " ")  # half pairs, no text
    for phrase, word in _WORDS.findall(sound.replace("“", '"').replace("”", '"')):
        term = (phrase or word).replace('"', " ").strip()
        if any(c.isalnum() for c in term):
            star = "*" if not phrase and term.endswith("*") else ""
            terms.append(f'"{term.rstrip("*")}"{star}')
    return " ".join(terms)


def _where(asked: dict[str, Any]) -> tuple[str, list[Any]]:
    """A WHERE clause for the questions that are asked; one that holds always where none is."""
    used = {column: value for column, value in asked.items() if value is not None}
    return "WHERE " + " AND ".join(["1", *(f"{c} = ?" for c in used)]), list(used.values())


def _unpacked(row: Row) -> Row:
    for name in (*LISTS, "facts"):
        if name in row:
            row[name] = json.loads(row[name])
    return row
