"""Questions from the search box and its filters: which findings, the best or the latest first."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sightline.reports.shelf import match_words
from sightline.reports.shelf.schema import LISTS
from sightline.web.library.shelf import Library, Row

OPEN, CLOSE = "\x02", "\x03"
"""What stands around a word that was searched for. No document's text holds either."""
_WHEN = "COALESCE(NULLIF(e.start_date, ''), NULLIF(e.letter_date, ''), e.published_date)"
_EVENT = "LEFT JOIN events e ON e.sha256 = f.sha256 AND e.place = f.event"
_RANK = "bm25(findings_fts, 4.0, 1.0, 2.0)"
_MOST_RANKED = 5_000
"""Of more findings than this the latest are given, not the best: any would do as well."""
_MOST_TOKENS = 64


@dataclass(frozen=True)
class Asked:
    """What is asked for. What is empty is not asked about; years are of the inspection."""

    words: str = ""
    theme: str = ""
    polarity: str = ""
    kind: str = ""
    authority: str = ""
    role: str = ""
    since: int | None = None
    until: int | None = None

    @property
    def anything(self) -> bool:
        """Whether anything is asked for at all."""
        return self != Asked()


@dataclass(frozen=True)
class Found:
    """How many findings there are, and those of one page."""

    total: int
    rows: list[Row]


def ask(library: Library, asked: Asked, first: int = 0, limit: int = 20) -> Found:
    """Findings from the ``first`` on. Words give the best match first; else the latest."""
    words = match_words(asked.words)
    if asked.words and not words:
        return Found(0, [])
    total, ids = (
        _matched(library, asked, words, first, limit)
        if words
        else _browsed(library, asked, first, limit)
    )
    return Found(total, _rows(library, ids, words))


def _matched(
    library: Library, asked: Asked, words: str, first: int, limit: int
) -> tuple[int, list[int]]:
    """How many findings hold the words, and the numbers of one page of them."""
    where, values = _where(library, asked)
    if not (where or asked.kind or asked.since or asked.until):
        sql = "SELECT COUNT(*) FROM findings_fts WHERE findings_fts MATCH ?"
        total = library.ask(sql, [words])[0][0]
        if total > _MOST_RANKED:
            return total, _latest(library, words, first, limit)
    if asked.kind or asked.since or asked.until:
        events = [[sha256, place] for _, sha256, place in _events(library, asked)]
        inside = "SELECT value ->> 0, value ->> 1 FROM json_each(?)"
        where.append(f"(f.sha256, f.event) IN ({inside})")
        values.append(json.dumps(events))
    # The words are looked up first: CROSS JOIN keeps SQLite from beginning elsewhere.
    source = "findings_fts CROSS JOIN findings f ON f.id = findings_fts.rowid"
    if not _needs_finding(where):
        source = "findings_fts"
        where = [condition.replace("f.id", "+findings_fts.rowid") for condition in where]
    condition = " AND ".join([*where, "findings_fts MATCH ?"])
    sql = f"SELECT findings_fts.rowid FROM {source} WHERE {condition}"
    ids = [row[0] for row in library.ask(sql, [*values, words])]
    if len(ids) <= _MOST_RANKED:
        ids = _ranked(library, ids, words)
    else:
        ids.sort(reverse=True)
    return len(ids), ids[first : first + limit]


def _latest(library: Library, words: str, first: int, limit: int) -> list[int]:
    """The numbers of findings, the last that were read first."""
    sql = """
        SELECT rowid FROM findings_fts WHERE findings_fts MATCH ?
        ORDER BY rowid DESC LIMIT ? OFFSET ?
    """
    return [row[0] for row in library.ask(sql, [words, limit, first])]


def _needs_finding(where: Sequence[str]) -> bool:
    """Whether a condition asks more of a finding than its number."""
    return any("f." in condition.replace("f.id", "") for condition in where)


def _ranked(library: Library, ids: Sequence[int], words: str) -> list[int]:
    """The numbers of findings, the best match first."""
    sql = f"""
        SELECT rowid FROM findings_fts
        WHERE findings_fts MATCH ? AND +rowid IN (SELECT value FROM json_each(?))
        ORDER BY {_RANK}, rowid
    """
    return [row[0] for row in library.ask(sql, [words, json.dumps(ids)])]


def _browsed(library: Library, asked: Asked, first: int, limit: int) -> tuple[int, list[int]]:
    """How many findings there are, and the numbers of one page of them, by their events' dates."""
    where, values = _where(library, asked)
    condition = " AND ".join(where) or "1"
    sql = f"SELECT sha256, event, COUNT(*) FROM findings f WHERE {condition} GROUP BY sha256, event"
    counts = {(row[0], row[1]): row[2] for row in library.ask(sql, values)}
    dated = [(s, p) for _, s, p in sorted(_events(library, asked), reverse=True)]
    if not (asked.kind or asked.since or asked.until):
        dated += sorted(set(counts) - set(dated))  # documents that tell of no event
    events = [event for event in dated if event in counts]
    ids: list[int] = []
    passed = 0
    for event in events:
        skip = max(first - passed, 0)
        passed += counts[event]
        if skip < counts[event] and len(ids) < limit:
            sql = f"""
                SELECT id FROM findings f WHERE sha256 = ? AND event = ? AND {condition}
                ORDER BY "start" LIMIT ? OFFSET ?
            """
            ids += [r[0] for r in library.ask(sql, [*event, *values, limit - len(ids), skip])]
    return passed, ids


def _events(library: Library, asked: Asked) -> list[tuple[str, str, int]]:
    """Date, document and place of every event of these kinds and years."""
    where, values = ["1"], []
    if asked.kind:
        where.append("(kind = ? OR event_kind = ?)")
        values += [asked.kind, asked.kind]
    if asked.since:
        where.append(f"{_WHEN} >= ?")
        values.append(f"{asked.since:04d}")
    if asked.until:
        where.append(f"{_WHEN} != '' AND substr({_WHEN}, 1, 4) <= ?")
        values.append(f"{asked.until:04d}")
    sql = f"SELECT {_WHEN}, sha256, place FROM events e WHERE {' AND '.join(where)}"
    return [(row[0], row[1], row[2]) for row in library.ask(sql, values)]


def _where(library: Library, asked: Asked) -> tuple[list[str], list[Any]]:
    """Conditions on a finding itself, and what they use."""
    conditions = _by_label(library, asked)
    if asked.authority:
        conditions.append(("f.who = ?", [asked.authority]))
    if asked.role:
        conditions.append(("f.role = ?", [asked.role]))
    return [c for c, _ in conditions], [value for _, used in conditions for value in used]


def _by_label(library: Library, asked: Asked) -> list[tuple[str, Sequence[Any]]]:
    """Conditions on what people may have corrected."""
    changed = _changed(library)
    conditions: list[tuple[str, Sequence[Any]]] = []
    if gone := [number for number, change in changed.items() if change.gone]:
        conditions.append((f"f.id NOT IN ({_marks(gone)})", gone))
    if asked.theme:
        told = {n: asked.theme in c.themes for n, c in changed.items() if c.themes is not None}
        has = "f.id IN (SELECT finding FROM finding_themes WHERE theme = ?)"
        conditions.append(_either(has, asked.theme, told))
    if asked.polarity:
        said = {n: c.polarity == asked.polarity for n, c in changed.items() if c.polarity}
        conditions.append(_either("f.polarity = ?", asked.polarity, said))
    return conditions


def _either(read: str, value: str, told: Mapping[int, bool]) -> tuple[str, Sequence[Any]]:
    """As read, unless a person said otherwise."""
    if not told:
        return read, [value]
    yes = [number for number, held in told.items() if held]
    condition = f"(({read} AND f.id NOT IN ({_marks(told)})) OR f.id IN ({_marks(yes)}))"
    return condition, [value, *told, *yes]


def _marks(values: Any) -> str:
    return ", ".join("?" * len(values))


def _changed(library: Library) -> dict[int, Any]:
    """The changes by the number of their finding."""
    changes = library.overlay.findings
    sql = 'SELECT id, sha256, "start", "end" FROM findings WHERE sha256 = ?'
    found = {}
    for sha256 in {span[0] for span in changes}:
        for row in library.ask(sql, (sha256,)):
            if change := changes.get((sha256, row["start"], row["end"])):
                found[row["id"]] = change
    return found


def _rows(library: Library, ids: Sequence[int], words: str) -> list[Row]:
    """The findings in this order, each with its ``snippet``: its sentence, the words marked."""
    sql = f"""
        SELECT f.*, d.name AS path, e.kind, e.event_kind, {_WHEN} AS date
        FROM findings f JOIN documents d ON d.sha256 = f.sha256 {_EVENT}
        WHERE f.id IN ({_marks(ids)})
    """
    read = [_unpacked(dict(row)) for row in library.ask(sql, ids)]
    found = {row["id"]: row for row in library.overlay.all(read)}
    snippets = _snippets(library, ids, words) if words else {}
    return [{**found[n], "snippet": snippets.get(n, found[n]["quote"])} for n in ids if n in found]


def _unpacked(row: Row) -> Row:
    made = row | {name: json.loads(row[name]) for name in LISTS}
    return made | {"themes": [theme for theme in made["themes"] if theme != "none"]}


def _snippets(library: Library, ids: Sequence[int], words: str) -> dict[int, str]:
    """Each finding's words with those that were searched for marked; long ones cut short."""
    if not ids:
        return {}
    sql = f"""
        SELECT rowid, snippet(findings_fts, 0, ?, ?, '…', {_MOST_TOKENS}) AS snippet
        FROM findings_fts WHERE findings_fts MATCH ? AND rowid IN ({_marks(ids)})
    """
    rows = library.ask(sql, [OPEN, CLOSE, words, *ids])
    return {row["rowid"]: row["snippet"] for row in rows}
