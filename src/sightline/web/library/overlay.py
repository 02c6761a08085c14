"""Lays people's corrections over what was read: one query, however many findings there are.

A correction is found again by its place, or by its words where a later reading moved them. One
that cannot be found is in ``lost``: it stays listed, and changes nothing.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any

Row = dict[str, Any]
Span = tuple[str, int, int]
FactKey = tuple[str, int, str, int, int]
_KEPT = 4


@dataclass(frozen=True)
class Change:
    """What people say of one finding, and which corrections say so."""

    themes: tuple[str, ...] | None = None
    polarity: str | None = None
    gone: bool = False
    by: tuple[int, ...] = ()


@dataclass
class Overlay:
    """Every correction in force, by the place where its words stand now."""

    findings: dict[Span, Change] = field(default_factory=dict)
    facts: dict[FactKey, tuple[Any, int]] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)
    mark: str = ""
    """Which corrections these are."""

    def finding(self, row: Row) -> Row | None:
        """A finding as corrected; None where it is no finding."""
        change = self.findings.get((row["sha256"], row["start"], row["end"]))
        if change is None:
            return row
        if change.gone:
            return None
        themes = row["themes"] if change.themes is None else list(change.themes)
        return {
            **row,
            "themes": themes,
            "polarity": change.polarity or row["polarity"],
            "corrected": list(change.by),
        }

    def all(self, rows: Iterable[Row]) -> list[Row]:
        """Findings as corrected, without those that are none."""
        if not self.findings:
            return list(rows)
        return [made for row in rows if (made := self.finding(row)) is not None]

    def event(self, row: Row) -> Row:
        """An event with its facts and items as corrected."""
        facts = [self.fact(row, one) for one in row["facts"]]
        times = Counter(one["fact"] for one in facts)
        changed = {
            one["fact"]: str(one["value"])
            for one in facts
            if "corrected" in one and one["fact"] in row and times[one["fact"]] == 1
        }
        items = [
            item
            for item in row["items"]
            if not self.findings.get((row["sha256"], item["start"], item["end"]), Change()).gone
        ]
        return {**row, **changed, "facts": facts, "items": items}

    def fact(self, event: Row, fact: Row) -> Row:
        """A fact as corrected."""
        said = self.facts.get(fact_key(event, fact))
        if said is None:
            return fact
        note = f"Corrected by a person; read as {fact['value']}."
        return {**fact, "value": said[0], "note": note, "corrected": [said[1]]}


def fact_key(event: Mapping[str, Any], fact: Mapping[str, Any]) -> FactKey:
    """What a fact goes by: its document, its event, its name, and where its words stand."""
    cited = fact["citation"] or {"start": 0, "end": 0}
    return event["sha256"], event["place"], fact["fact"], cited["start"], cited["end"]


_MADE: OrderedDict[tuple[str, str], Overlay] = OrderedDict()
_LOCK = Lock()


def overlay(connection: sqlite3.Connection, mark: str) -> Overlay:
    """The corrections in force, laid over the library that ``mark`` stands for."""
    from sightline.web.library.models import Correction

    live = list(Correction.objects.filter(withdrawn_at=None).order_by("pk"))
    said = ",".join(f"{one.pk} {one.at.isoformat()}" for one in live)
    key = mark, hashlib.sha256(said.encode()).hexdigest()
    with _LOCK:
        if key in _MADE:
            return _MADE[key]
    made = _overlay(connection, live, key[1])
    with _LOCK:
        _MADE[key] = made
        while len(_MADE) > _KEPT:
            _MADE.popitem(last=False)
    return made


def _overlay(connection: sqlite3.Connection, live: Sequence[Any], mark: str) -> Overlay:
    made, documents = Overlay(mark=mark), _Documents(connection)
    for one in live:
        placed = (
            _place_fact(made, documents, one)
            if one.field == "fact"
            else (_place_finding(made, documents, one))
        )
        if not placed:
            made.lost.add(one.pk)
    return made


def _place_finding(made: Overlay, documents: _Documents, one: Any) -> bool:
    span = nearest(documents.findings(one.sha256), one)
    if span is None:
        return False
    key = one.sha256, *span
    made.findings[key] = _changed(made.findings.get(key, Change()), one)
    return True


def _changed(change: Change, one: Any) -> Change:
    by = (*change.by, one.pk)
    if one.field == "themes":
        return replace(change, themes=tuple(one.now), by=by)
    if one.field == "polarity":
        return replace(change, polarity=one.now, by=by)
    return replace(change, gone=bool(one.now), by=by)


def _place_fact(made: Overlay, documents: _Documents, one: Any) -> bool:
    facts = documents.facts(one.sha256).get(one.fact, [])
    if not one.quote:
        found = [(e, s) for e, s in facts if e == one.event and s[:2] == (0, 0)]
    else:
        of_event = [f for f in facts if f[0] == one.event] or facts
        span = nearest([s for _, s in of_event], one)
        found = [(e, s) for e, s in of_event if span == s[:2]]
    if not found:
        return False
    event, (start, end, _) = found[0]
    made.facts[one.sha256, event, one.fact, start, end] = (one.now, one.pk)
    return True


Placed = tuple[int, int, str]


def nearest(places: Sequence[Placed], one: Any) -> tuple[int, int] | None:
    """The place of a correction's words: where they stood, else the nearest with the same words."""
    if (one.start, one.end, one.quote) in places:
        return one.start, one.end
    words = plain(one.quote)
    same = [(abs(start - one.start), start, end) for start, end, q in places if plain(q) == words]
    return min(same)[1:] if same else None


def plain(text: str) -> str:
    """Words alone: another reading may break lines elsewhere."""
    return " ".join(text.split())


class _Documents:
    """The findings and facts of documents, each asked for once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._findings: dict[str, list[Placed]] = {}
        self._facts: dict[str, dict[str, list[tuple[int, Placed]]]] = {}

    def findings(self, sha256: str) -> list[Placed]:
        """Where each finding stands, and its words."""
        if sha256 not in self._findings:
            sql = 'SELECT "start", "end", quote FROM findings WHERE sha256 = ?'
            rows = self.connection.execute(sql, (sha256,))
            self._findings[sha256] = [tuple(row) for row in rows]
        return self._findings[sha256]

    def facts(self, sha256: str) -> dict[str, list[tuple[int, Placed]]]:
        """By a fact's name: the event, and where its words stand."""
        if sha256 not in self._facts:
            self._facts[sha256] = self._read_facts(sha256)
        return self._facts[sha256]

    def _read_facts(self, sha256: str) -> dict[str, list[tuple[int, Placed]]]:
        found: dict[str, list[tuple[int, Placed]]] = {}
        sql = "SELECT place, facts FROM events WHERE sha256 = ? ORDER BY place"
        for place, facts in self.connection.execute(sql, (sha256,)):
            for one in json.loads(facts)["facts"]:
                cited = one["citation"] or {"start": 0, "end": 0, "quote": ""}
                where = cited["start"], cited["end"], cited["quote"]
                found.setdefault(one["fact"], []).append((place, where))
        return found
