"""What is derived from one document: its reading as rows, ready to be stored."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sightline.kit.problems import Problem
from sightline.reports.facts import EventFacts
from sightline.reports.findings import Labels, as_row
from sightline.reports.reading import Reading, as_dict, rows
from sightline.reports.shelf.schema import COUNTS, EVENT_COLUMNS, LISTS

Label = Callable[[Sequence[str]], Sequence[Labels]]
Row = dict[str, Any]
# SQLite takes no half of a surrogate pair. The mark in its place is as long, so spans still hold.
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Derived:
    """The rows of one document, by table; ``themes`` are those of each finding, in order.

    Plain values, to be made in one process and stored by another. ``name`` is the file's.
    """

    sha256: str
    name: str
    problems: tuple[Problem, ...]
    reading: Row
    events: list[Row]
    items: list[Row]
    findings: list[Row]
    themes: list[tuple[str, ...]]


def finding_texts(reading: Reading) -> list[str]:
    """The words of every finding of a reading, in order: what is to be labelled."""
    if reading.document is None:
        return []
    text = reading.document.text
    return [text[finding.start : finding.end] for finding in reading.findings]


def derive(reading: Reading, labels: Sequence[Labels], version: str) -> Derived:
    """Everything that is stored of a reading. ``labels`` are those of its findings, in order."""
    whole = as_dict(reading)
    found = _findings(reading, labels)
    return Derived(
        sha256=reading.sha256,
        name=reading.path,
        problems=tuple(reading.problems),
        reading=_clean(
            {
                "kind": reading.kind,
                "layout": reading.layout,
                "pages": whole["pages"],
                "reader_version": version,
                "text": reading.document.text if reading.document else "",
                "problems": _json(whole["problems"]),
            }
        ),
        events=_events(reading, whole["events"]),
        items=_items(whole["events"]),
        findings=found,
        themes=[tuple(t for t in dict.fromkeys(one.themes) if t != "none") for one in labels],
    )


def who_is(urn: str, authority: str) -> str:
    """What an authority goes by in the library: its Ofsted number, or its name if it has none."""
    return urn or authority


def _events(reading: Reading, whole: list[Row]) -> list[Row]:
    if not reading.events:
        return []
    return [
        _event(place, flat, event)
        for place, (flat, event) in enumerate(zip(rows(reading), whole, strict=True))
    ]


def _event(place: int, flat: dict[str, str], event: Row) -> Row:
    row: Row = {name: flat[name] for name in EVENT_COLUMNS}
    row.update({name: int(flat[name] or 0) for name in COUNTS})
    facts = {name: event[name] for name in ("facts", "quotes", "items")}
    who = who_is(flat["urn"], flat["authority"])
    return _clean(
        {"place": place, "who": who, "region": event["region"], **row, "facts": _json(facts)}
    )


def _items(events: list[Row]) -> list[Row]:
    return [
        _clean({"event": place, **_flat_item(item)})
        for place, event in enumerate(events)
        for item in event["items"]
    ]


def _flat_item(item: Row) -> Row:
    flat = {name: value for name, value in item.items() if name != "parts"}
    return {**flat, "framework_tags": _json(item["framework_tags"])}


def _findings(reading: Reading, labels: Sequence[Labels]) -> list[Row]:
    document = reading.document
    if document is None:
        return []
    events = reading.events or [EventFacts(reading.kind)]
    found = []
    for finding, label in zip(reading.findings, labels, strict=True):
        row = as_row(document, finding, label, events[finding.event])
        row["who"] = who_is(row["urn"], row["authority"])
        row.update({name: _json(row[name]) for name in LISTS})
        found.append(_clean({"event": finding.event, **row}))
    return found


def _json(value: Any) -> str:
    return (
        "[]"
        if value == []
        else json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    )


def _clean(row: Row) -> Row:
    return {
        name: _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in row.items()
    }
