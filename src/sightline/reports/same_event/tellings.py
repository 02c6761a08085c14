"""Tellings: what one document says of one inspection or visit, its own or an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Any

from sightline.kit.cite import Citation
from sightline.reports.facts import GRADES
from sightline.reports.same_event.spans import Span, between, span_of

VISITS = ("inspection", "focused_visit", "monitoring_visit", "joint_inspection")
_EARLIER = {"previous_overall": "overall", "previous_date": "start_date"}


class Standing(IntEnum):
    """How much a document's word weighs: the higher, the more official and the nearer."""

    LATER_NEWS = 1
    NEWS = 2
    LATER_REPORT = 3
    REPORT = 4

    @property
    def words(self) -> str:
        """What such a document is, in plain words."""
        return _WORDS[self]

    @property
    def first_hand(self) -> bool:
        """Whether the document is about this very event."""
        return self in (Standing.NEWS, Standing.REPORT)


_WORDS = {
    Standing.REPORT: "the report or letter",
    Standing.LATER_REPORT: "a later report or letter",
    Standing.NEWS: "news of it",
    Standing.LATER_NEWS: "later news",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A document that tells of an event: which one, and how it stands to the event.

    ``place`` is the place, in the document, of the event it tells; ``dated`` is the document's
    own date as it is printed: of the letter, of publication, of the article.
    """

    sha256: str
    path: str
    place: int
    standing: Standing
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a fact: its value, the words that give it, and the document."""

    value: Any
    source: Source
    citation: Citation | None = None
    printed: str = ""
    note: str = ""


@dataclass(frozen=True)
class Telling:
    """What one document says of one event. ``facts`` go by the names in ``facts.FIELDS``.

    ``before`` is a day by which the event had begun, where the document tells of a later one.
    """

    source: Source
    kind: str
    who: str
    authority: str
    urn: str
    facts: Mapping[str, tuple[Said, ...]]
    framework: str = ""
    framework_version: str = ""
    inspection_type: str = ""
    n_findings: int = 0
    items: tuple[Mapping[str, Any], ...] = ()
    quotes: tuple[Mapping[str, Any], ...] = ()
    before: date | None = None

    def text(self, name: str) -> str:
        """The first value of a fact, as text; empty where there is none."""
        said = self.facts.get(name)
        return str(said[0].value) if said else ""

    @cached_property
    def stated(self) -> Span | None:
        """When it was, as the document says: of fieldwork, or, told later, maybe of the report."""
        return between(self.text("start_date"), self.text("end_date"))

    @cached_property
    def grades(self) -> dict[str, str]:
        """The grades it gives, by judgement area."""
        return {name: self.text(name) for name in GRADES if name in self.facts}

    @cached_property
    def own_date(self) -> Span | None:
        """The document's own date."""
        return span_of(self.source.dated)

    @property
    def official(self) -> bool:
        """Whether the document is the inspectors' own, about this event."""
        return self.source.standing is Standing.REPORT


def tellings(events: Iterable[Mapping[str, Any]]) -> list[Telling]:
    """What the library's events (``Shelf.events``) say, and what they say of the one before."""
    rows = sorted(events, key=lambda e: (e["sha256"], e["place"]))
    told: list[Telling] = []
    seen: set[tuple[str, str]] = set()
    for row in rows:
        if row["event_kind"] not in VISITS or not row["who"]:
            continue
        earlier = row["kind"] == "article" and (row["sha256"], row["who"]) in seen
        seen.add((row["sha256"], row["who"]))
        told.append(_own(row, earlier))
        if row["kind"] != "article":
            told.extend(_before(row))
    return told


def _own(row: Mapping[str, Any], earlier: bool) -> Telling:
    news = row["kind"] == "article"
    standing = Standing.REPORT if not news else Standing.NEWS
    standing = Standing.LATER_NEWS if earlier else standing
    dated = row["published_date"] if news else row["letter_date"] or row["published_date"]
    source = Source(row["sha256"], row["path"], row["place"], standing, dated)
    facts = _facts(row["facts"], source)
    if news:  # the article's date is not that of the report
        facts.pop("published_date", None)
    return Telling(
        source=source,
        kind=row["event_kind"],
        who=row["who"],
        authority=row["authority"],
        urn=row["urn"],
        facts=facts,
        framework=row["framework"],
        framework_version=row["framework_version"],
        inspection_type=row["inspection_type"],
        n_findings=row["n_findings"],
        items=tuple(row["items"]),
        quotes=tuple(row["quotes"]),
    )


def _facts(facts: Iterable[Mapping[str, Any]], source: Source) -> dict[str, tuple[Said, ...]]:
    found: dict[str, tuple[Said, ...]] = {}
    for fact in facts:
        cited = Citation(**fact["citation"]) if fact["citation"] else None
        said = Said(fact["value"], source, cited, fact["printed"], fact["note"])
        found[fact["fact"]] = (*found.get(fact["fact"], ()), said)
    return found


def _before(row: Mapping[str, Any]) -> Iterator[Telling]:
    """What a report or letter says of the inspection before it, where it gives its date."""
    dated = row["letter_date"] or row["published_date"]
    source = Source(row["sha256"], row["path"], row["place"], Standing.LATER_REPORT, dated)
    facts = {
        _EARLIER[name]: said
        for name, said in _facts(row["facts"], source).items()
        if name in _EARLIER
    }
    own = between(row["start_date"], row["end_date"]) or span_of(dated)
    earlier = Telling(
        source=source,
        kind="inspection",
        who=row["who"],
        authority=row["authority"],
        urn=row["urn"],
        facts=facts,
        before=own.first if own else None,
    )
    if earlier.stated and (own is None or earlier.stated.first < own.first):
        yield earlier
