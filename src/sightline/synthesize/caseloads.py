"""How many children each worker held on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sightline.synthesize.events import Child, Holding
from sightline.synthesize.view import View

_CENSUS = (9, 30)


def holdings(view: View) -> Iterator[tuple[Child, int, Holding]]:
    """Every stretch of work begun by the day: child, place of the episode from 1 (0 for a
    personal adviser's), and the stretch."""
    for child in view.world.children:
        for place, episode in enumerate(child.episodes, 1):
            for holding in episode.holdings:
                if holding.start <= view.day:
                    yield child, place, holding
        if child.leaver:
            for holding in child.leaver.holdings:
                if holding.start <= view.day:
                    yield child, 0, holding


def held_on(view: View, day: int) -> Counter[int]:
    """Children held on a day, by the number of the worker."""
    return Counter(
        holding.worker.number
        for _, _, holding in holdings(view)
        if holding.start <= day < holding.end
    )


def last_census(view: View) -> int:
    """The last 30 September up to the day."""
    month, day = _CENSUS
    this_year = date(view.as_at.year, month, day)
    found = this_year if this_year <= view.as_at else this_year.replace(year=view.as_at.year - 1)
    return found.toordinal()
