"""Reading a file: from its bytes to what it is, what it says, and what is wrong with it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePath
from typing import Any

from sightline.kit.dates import make_date
from sightline.kit.problems import Problem
from sightline.reports.document import Document, Unreadable
from sightline.reports.facts import FIELDS, GRADES, EventFacts, Section, as_text
from sightline.reports.findings import Finding, findings
from sightline.reports.layouts.declare import Source

COLUMNS = [
    "path",
    "kind",
    "framework",
    "framework_version",
    "inspection_type",
    "authority",
    "urn",
    "ons_code",
    "start_date",
    "end_date",
    "letter_date",
    "published_date",
    "lead_inspector",
    "inspectors",
    "addressee",
    "scope",
    "topic",
    "ordinal",
    "overall",
    "leaders",
    "help_and_protection",
    "in_care",
    "care_leavers",
    "adoption",
    "lscb",
    "previous_overall",
    "previous_date",
    "n_improvements",
    "n_priority_actions",
    "n_findings",
    "pages",
    "virtual",
    "problems",
    "event_kind",
]
_SINGLE = [
    "authority",
    "start_date",
    "end_date",
    "letter_date",
    "published_date",
    "lead_inspector",
    "addressee",
    "scope",
    "topic",
    "ordinal",
    "previous_overall",
    "previous_date",
]
_NAME_DATE = re.compile(
    r"(?<!\d)(20\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)|(\d{1,2})[ _-]([A-Za-z]{3,9})[ "
    r"_-](20\d{2})"
)


@dataclass
class Reading:
    """What one file turned out to be. ``document`` is None where it cannot be read."""

    path: str
    kind: str
    layout: str = ""
    sha256: str = ""
    document: Document | None = None
    events: list[EventFacts] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def findings(self) -> list[Finding]:
        """Every finding, in the order of the text."""
        if self.document is None or self.kind == "unreadable":
            return []
        return findings(self.document, self.sections, self.events)

    def count(self, event: int) -> int:
        """How many findings belong to the event at that place."""
        return sum(1 for finding in self.findings if finding.event == event)


def read_bytes(data: bytes, path: str = "") -> Reading:
    """Read a file's bytes. Never raises for what the file holds: that becomes a problem."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        document = _document(data, path)
    except Unreadable as error:
        return Reading(path, "unreadable", sha256=digest, problems=[error.problem])
    reading = read_document(document, path)
    reading.sha256 = digest
    return reading


def _document(data: bytes, path: str) -> Document:
    """The document, in the format that the bytes are in, whatever the name promises."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    named_pdf = PurePath(path).suffix.lower() == ".pdf"
    if named_pdf or b"%pdf-" in head:
        from sightline.reports.read_pdf import read_pdf

        return read_pdf(data)
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")) or b"<body" in head:
        from sightline.reports.read_html import read_html

        return read_html(data)
    from sightline.reports.read_text import read_text

    return read_text(data)


def read_document(document: Document, path: str = "") -> Reading:
    """Recognise a document's layout and read its facts, sections and items."""
    from sightline.reports.authority import add_authority
    from sightline.reports.due_dates import add_due_dates
    from sightline.reports.layouts import recognise

    source = Source(document)
    layout = recognise(source)
    reading = Reading(path, layout.kind, layout.id, document=document)
    reading.problems.extend(document.problems)
    reading.sections = layout.sections(source)
    reading.events = layout.read(source, reading.sections)
    for event in reading.events:
        if event.authority is None and layout.id != "other":
            add_authority(source, event)
        if layout.kind in ("inspection", "focused_visit", "monitoring_visit", "joint_inspection"):
            add_due_dates(document, event)
        _add_published(event, path)
        reading.problems.extend(event.problems)
    return reading


def _add_published(event: EventFacts, path: str) -> None:
    """The date of publication may come from the file's name, marked as such."""
    if event.fact("published_date") or event.kind == "article":
        return
    found = date_in_name(path)
    if found:
        event.add("published_date", found, None, "", "from the file's name")


def date_in_name(path: str) -> date | None:
    """A full date in a file's name: 2023-01-13, 20230113 or 13 January 2023."""
    from sightline.kit.dates import find_dates

    for match in _NAME_DATE.finditer(PurePath(path).stem):
        if match[1]:
            found = make_date(int(match[1]), int(match[2]), int(match[3]))
        else:
            words = f"{match[4]} {match[5]} {match[6]}"
            found = next((d.value for d in find_dates(words) if d.precision == "day"), None)
        if found:
            return found
    return None


def rows(reading: Reading) -> list[dict[str, str]]:
    """One row per event, by the columns of the table; a file without events gives one row."""
    if not reading.events:
        return [_row(reading, EventFacts(reading.kind), 0)]
    return [_row(reading, event, place) for place, event in enumerate(reading.events)]


def _row(reading: Reading, event: EventFacts, place: int) -> dict[str, str]:
    row = dict.fromkeys(COLUMNS, "")
    row.update(
        path=reading.path,
        kind=event.kind,
        event_kind=event.event_kind or ("" if event.kind == "article" else event.kind),
        framework=event.framework,
        framework_version=event.framework_version,
        inspection_type=event.inspection_type,
        inspectors=as_text(event.values("inspectors")),
        n_improvements=str(event.count("improvement")),
        n_priority_actions=str(event.count("priority_action")),
        n_findings=str(reading.count(place)),
        pages=str(reading.document.pages) if reading.document else "0",
        virtual=as_text(bool(event.value("virtual"))),
        problems=_problems(reading, event),
    )
    for name in (*_SINGLE, *GRADES):
        row[name] = _SPACES.sub(" ", as_text(event.value(name)))
    if event.authority is not None:
        row.update(urn=event.authority.urn, ons_code=event.authority.ons_code)
    return row


_SPACES = re.compile(r"\s+")


def _problems(reading: Reading, event: EventFacts) -> str:
    own = [p for p in reading.problems if p not in _others(reading, event)]
    return "; ".join(f"{p.code}: {p}" for p in own)


def _others(reading: Reading, event: EventFacts) -> list[Problem]:
    return [p for other in reading.events if other is not event for p in other.problems]


def as_dict(reading: Reading) -> dict[str, Any]:
    """Everything read, as plain values: facts with their citations, items, quotations, problems."""
    return {
        "path": reading.path,
        "sha256": reading.sha256,
        "kind": reading.kind,
        "layout": reading.layout,
        "pages": reading.document.pages if reading.document else 0,
        "events": [_event_dict(reading, event, n) for n, event in enumerate(reading.events)],
        "problems": [
            {"code": p.code, "message": p.message, "remedy": p.remedy} for p in reading.problems
        ],
    }


def _event_dict(reading: Reading, event: EventFacts, place: int) -> dict[str, Any]:
    document = reading.document
    assert document is not None
    return {
        "kind": event.kind,
        "event_kind": event.event_kind or event.kind,
        "framework": event.framework,
        "framework_version": event.framework_version,
        "inspection_type": event.inspection_type,
        "inspection_type_note": "inferred from the days on site"
        if event.inspection_type in ("short", "standard")
        else "",
        "urn": event.authority.urn if event.authority else "",
        "ons_code": event.authority.ons_code if event.authority else "",
        "region": event.authority.region if event.authority else "",
        "facts": [_fact_dict(name, fact) for name in FIELDS for fact in event.facts.get(name, [])],
        "items": [
            {
                "role": item.role,
                "number": item.number,
                **document.cite(item.start, item.end).as_dict(),
                "framework_tags": _tags(document.text[item.start : item.end]),
                "parts": [document.cite(*part).as_dict() for part in item.parts],
            }
            for item in event.items
        ],
        "quotes": [
            {"said_by": quote.said_by, **quote.citation.as_dict()} for quote in event.quotes
        ],
        "n_findings": reading.count(place),
    }


def _tags(text: str) -> tuple[str, ...]:
    from sightline.regime.themes import framework_tags

    return framework_tags(text)


def _fact_dict(name: str, fact: Any) -> dict[str, Any]:
    value = fact.value.isoformat() if isinstance(fact.value, date) else fact.value
    return {
        "fact": name,
        "value": value,
        "printed": fact.printed,
        "note": fact.note,
        "citation": fact.citation.as_dict() if fact.citation else None,
    }
