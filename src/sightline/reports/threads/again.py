"""Recurrence: what inspectors have told one authority twice or more, in their own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sightline.reports.same_event import HistoryEvent, history
from sightline.reports.shelf import Shelf
from sightline.reports.threads.quotes import Quote, by_event, listed, theme_title, times
from sightline.reports.threads.similarity import Similarity


@dataclass(frozen=True)
class Told:
    """What was told at one event: its items on the theme, or where it has none its weaknesses."""

    event: HistoryEvent
    quotes: tuple[Quote, ...]

    @property
    def to_improve(self) -> bool:
        """Whether it was told as an area for improvement or a priority action."""
        return self.quotes[0].is_item


@dataclass(frozen=True)
class Pair:
    """Two quotes side by side, from one event and the next that tells of the theme.

    They are together because both are on the theme; of all such pairs they share most words.
    ``similarity`` (0 to 1) and ``shared`` words are evidence for a reader, not a verdict.
    """

    first: Quote
    first_event: HistoryEvent
    second: Quote
    second_event: HistoryEvent
    similarity: float
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Recurrence:
    """A theme on which an authority was told the same twice or more.

    ``told`` is in order; ``pairs`` sets each event beside the next. ``sentence`` says when it was
    told to improve, and when a weakness was found.
    """

    who: str
    authority: str
    theme: str
    title: str
    told: tuple[Told, ...]
    pairs: tuple[Pair, ...]
    sentence: str

    @property
    def times_to_improve(self) -> int:
        """At how many events it was an area for improvement or a priority action."""
        return sum(told.to_improve for told in self.told)


def recurrence(shelf: Shelf, who: str, weaknesses: bool = True) -> list[Recurrence]:
    """The themes told at two events or more, those told to improve most often first.

    An item counts for every theme it names; a weakness, which is a single sentence, only for the
    theme that is foremost in it. Without ``weaknesses``, only items count.
    """
    events = history(shelf, who)
    found = by_event(events, shelf.findings(who=who))
    similarity = Similarity(q.quote for quotes in found.values() for q in quotes if q.is_weakness)
    made = []
    for theme, told in _by_theme(events, found, weaknesses).items():
        if len(told) > 1:
            made.append(_recurrence(who, theme, told, similarity))
    return sorted(made, key=lambda r: (-r.times_to_improve, -len(r.told), r.title))


def _by_theme(
    events: Sequence[HistoryEvent], found: Mapping[int, Sequence[Quote]], weaknesses: bool
) -> dict[str, list[Told]]:
    themes: dict[str, list[Told]] = defaultdict(list)
    for place, quotes in found.items():
        here: dict[str, list[Quote]] = defaultdict(list)
        for quote in quotes:
            named = quote.themes if quote.is_item else quote.themes[:1]
            if quote.is_item or (weaknesses and quote.is_weakness):
                for theme in named:
                    here[theme].append(quote)
        for theme, on_theme in here.items():
            items = [q for q in on_theme if q.is_item]
            themes[theme].append(Told(events[place], tuple(items or on_theme)))
    return themes


def _recurrence(who: str, theme: str, told: list[Told], similarity: Similarity) -> Recurrence:
    title = theme_title(theme)
    pairs = tuple(_pair(one, other, similarity) for one, other in pairwise(told))
    authority = told[0].event.authority
    return Recurrence(who, authority, theme, title, tuple(told), pairs, _sentence(title, told))


def _pair(one: Told, other: Told, similarity: Similarity) -> Pair:
    alike, first, second = max(
        ((similarity.cosine(a.quote, b.quote), a, b) for a in one.quotes for b in other.quotes),
        key=lambda found: found[0],
    )
    shared = similarity.shared(first.quote, second.quote)
    return Pair(first, one.event, second, other.event, round(alike, 3), shared)


def _sentence(title: str, told: Sequence[Told]) -> str:
    when = times([one.event for one in told])
    items = [w for w, one in zip(when, told) if one.to_improve]
    found = [w for w, one in zip(when, told) if not one.to_improve]
    parts = [
        *([f"told to improve it in {listed(items)}"] if items else []),
        *([f"weaknesses found in {listed(found)}"] if found else []),
    ]
    return f"{title}: {'; '.join(parts)}."
