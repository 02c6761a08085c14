"""What comes next, as rows for a page: dates, windows, reasons and how sure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sightline.kit.dates import say
from sightline.packs.words import TOPICS, listed, when
from sightline.regime.authorities import by_urn, unlisted
from sightline.regime.expected import Expected
from sightline.regime.history import Event
from sightline.regime.timetable import next_events
from sightline.reports.same_event import HistoryEvent, to_regime_events

_KINDS = {
    "inspection": "inspection",
    "focused_visit": "focused visit",
    "monitoring_visit": "monitoring visit",
    "joint_inspection": "joint inspection",
}


def expected_of(history: Sequence[HistoryEvent], as_of: date) -> list[Expected]:
    """What is expected next of an authority, given its history as at a date."""
    urn = next((e.urn for e in history if e.urn), "")
    name = history[0].authority if history else ""
    authority = (by_urn(urn) if urn else None) or unlisted(name)
    return next_events(authority, to_regime_events(history), as_of)


def rows_of(expected: Expected) -> dict[str, Any]:
    """One expectation: a title, rows of words and values, reasons, and what it rests on."""
    rows = [("Expected", _window(expected)), ("How sure", expected.confidence_words)]
    if expected.nominal:
        first, last = expected.nominal
        rows.append(("By the stated rule", f"{say(first)} to {say(last)}"))
    if expected.calibrated:
        first, middle, last = expected.calibrated
        rows.append(("As seen in practice", f"{say(first)} to {say(last)}, likely {say(middle)}"))
    if expected.alternative:
        rows.append(("Or", expected.alternative))
    if expected.topics:
        named = [
            f"{TOPICS[t.topic.value]} ({t.share:.0%} of past visits)" for t in expected.topics[:3]
        ]
        rows.append(("Likely topics", listed(named)))
    if expected.notice:
        rows.append(("Notice", expected.notice))
    return {
        "title": expected.what[0].upper() + expected.what[1:],
        "rows": rows,
        "reasons": list(expected.reasons),
        "basis": _basis(expected),
    }


def _window(expected: Expected) -> str:
    if expected.earliest == expected.latest:
        return f"by {say(expected.latest)}"
    return (
        f"{say(expected.earliest)} to {say(expected.latest)}, most likely about "
        f"{say(expected.likely)}"
    )


def _basis(expected: Expected) -> str:
    events = listed(list(_event_words(expected.events))) or "none"
    rules = listed(expected.rules)
    return f"Rules {rules} of {' and '.join(expected.rule_sets)}. Events used: {events}."


def _event_words(events: Iterable[Event]) -> Iterable[str]:
    for event in events:
        yield f"{_KINDS.get(event.kind.value, event.kind.value)} of {when(event.when)}"
