"""An authority's history: every inspection and visit once, with all documents that tell of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sightline.reports.same_event.history_event import HistoryEvent, Shown, days_on_site, event_of
from sightline.reports.same_event.joining import join
from sightline.reports.same_event.regime_events import to_regime_events
from sightline.reports.same_event.spans import Span, span_of
from sightline.reports.same_event.tellings import Said, Source, Standing, Telling, tellings
from sightline.reports.same_event.words import Runs, runs, runs_of

if TYPE_CHECKING:
    from sightline.reports.shelf import Shelf

__all__ = [
    "HistoryEvent",
    "Said",
    "Shown",
    "Source",
    "Span",
    "Standing",
    "days_on_site",
    "histories",
    "history",
    "span_of",
    "to_regime_events",
]


def history(shelf: Shelf, who: str) -> list[HistoryEvent]:
    """The inspections and visits of one authority, in order, each once.

    ``who`` is its Ofsted number (URN), or the name of an authority that has none. Events without
    any date come after the inspection that their document names before them, or last.
    """
    return _history(shelf, shelf.events(who))


def histories(shelf: Shelf) -> dict[str, list[HistoryEvent]]:
    """The history of every authority in the library, by ``who``."""
    told: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for event in shelf.events():
        if event["who"]:
            told[event["who"]].append(event)
    found = {who: _history(shelf, events) for who, events in told.items()}
    return {who: events for who, events in found.items() if events}


def _history(shelf: Shelf, events: Iterable[Mapping[str, Any]]) -> list[HistoryEvent]:
    words = _Words(shelf)
    return [event_of(group) for group in join(tellings(events), words.of)]


class _Words:
    """The words of a telling's document, each looked up once and only when it is needed."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.known: dict[tuple[str, int], Runs] = {}

    def of(self, telling: Telling) -> Runs:
        source = telling.source
        key = source.sha256, -1 if telling.official else source.place
        if key not in self.known:
            self.known[key] = self._read(telling)
        return self.known[key]

    def _read(self, telling: Telling) -> Runs:
        """All of a report or letter; of an article, what it says about this event."""
        source = telling.source
        if telling.official:
            return runs(self.shelf.text(source.sha256))
        found = self.shelf.findings(sha256=source.sha256, event=source.place)
        return runs_of(finding["quote"] for finding in found)
