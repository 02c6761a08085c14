"""Quotes: a finding with its citation, and the event of a history to which it belongs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sightline.kit.problems import UserError
from sightline.regime.themes import THEME_IDS, by_id
from sightline.reports.same_event import HistoryEvent

ITEMS = ("improvement", "priority_action")


@dataclass(frozen=True, slots=True)
class Quote:
    """What inspectors wrote, word for word, and where it stands in which document."""

    quote: str
    path: str
    sha256: str
    event: int
    page: int
    start: int
    end: int
    section: str
    role: str
    themes: tuple[str, ...]
    polarity: str
    trajectory: str

    @property
    def is_item(self) -> bool:
        """Whether it is an area for improvement or a priority action."""
        return self.role in ITEMS

    @property
    def is_weakness(self) -> bool:
        """Whether it says that something does not work; an item says so by what it is."""
        return self.is_item or self.polarity == "weakness"

    @property
    def is_credit(self) -> bool:
        """Whether it says that something works, or is getting better."""
        if self.is_item:
            return False
        return self.polarity == "strength" or (
            self.trajectory == "improving" and self.polarity in ("mixed", "neutral")
        )


def quote_of(row: Mapping[str, Any]) -> Quote:
    """A row of ``Shelf.findings`` or ``Shelf.search`` as a quote."""
    return Quote(
        quote=row["quote"],
        path=row["path"],
        sha256=row["sha256"],
        event=row["event"],
        page=row["page"],
        start=row["start"],
        end=row["end"],
        section=row["section"],
        role=row["role"],
        themes=tuple(row["themes"]),
        polarity=row["polarity"],
        trajectory=row["trajectory"],
    )


def by_event(
    history: Sequence[HistoryEvent], rows: Iterable[Mapping[str, Any]]
) -> dict[int, list[Quote]]:
    """The findings by the place of their event in the history.

    Only those of the document in each event's ``voice`` count: a letter and news of it, or two
    copies of a letter, say the same thing once.
    """
    places = {
        (event.voice.sha256, event.voice.place): place
        for place, event in enumerate(history)
        if event.voice
    }
    found: dict[int, list[Quote]] = defaultdict(list)
    for row in rows:
        place = places.get((row["sha256"], row["event"]))
        if place is not None:
            found[place].append(quote_of(row))
    return dict(sorted(found.items()))


def theme_title(theme: str) -> str:
    """A theme's title; raises ``UserError`` where there is no such theme."""
    if theme not in THEME_IDS:
        raise UserError(f"There is no theme {theme!r}. Choose one of: {', '.join(THEME_IDS)}.")
    return by_id(theme).title


def times(events: Sequence[HistoryEvent]) -> list[str]:
    """When each event was, in as few words as tell them apart: the year, or the month and year."""
    years = [str(event.when.first.year) if event.when else "" for event in events]
    named = []
    for event, year in zip(events, years):
        if event.when is None:
            named.append("a visit that is not dated")
        elif years.count(year) == 1 or event.when.precision == "year":
            named.append(year)
        else:
            named.append(f"{event.when.first:%B} {year}")
    return named


def listed(parts: Sequence[str]) -> str:
    """Parts as a sentence lists them: "one, two and three"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
