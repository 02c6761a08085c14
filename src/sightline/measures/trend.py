"""Figures over time: by months from one load, or by month from load to load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from sightline.kit.calendar import DAY, add_months
from sightline.measures.asked import TODAY
from sightline.measures.data import Data
from sightline.measures.declare import Measure
from sightline.measures.figure import Figure
from sightline.measures.figures import figures
from sightline.measures.settings import Settings


def months_to(as_at: date, count: int) -> list[tuple[date, date]]:
    """The last so many months up to a day, the first first, none sharing a day with another.

    A month ends on the same day as the one asked for, or the last there is; the next begins the
    day after.
    """
    ends = [add_months(as_at, -n) for n in range(count, -1, -1)]
    return [(before + DAY, end) for before, end in pairwise(ends)]


def trend_of_load(
    data: Data, measures: Sequence[Measure], settings: Settings, count: int, by: str = ""
) -> list[Figure]:
    """The figures of each of the last months, from one load.

    A measure of one day has that day alone. A list holds no more months than its extract covers:
    the earlier ones are then empty, not nought.
    """
    moving = [m for m in measures if m.window != TODAY]
    found = [
        figure
        for window in months_to(data.as_at, count)
        for figure in figures(data, moving, settings, by, window)
    ]
    still = [m for m in measures if m.window == TODAY]
    return [*found, *figures(data, still, settings, by)]


def month_of_load(
    data: Data, measures: Sequence[Measure], settings: Settings, since: date | None, by: str = ""
) -> list[Figure]:
    """The figures of one load in a row of loads: events since the load before, or of a month.

    Of a measure with a lag the window lies so many months back.
    """
    start = since + DAY if since else months_to(data.as_at, 1)[0][0]
    found = []
    for lag in sorted({m.lag for m in measures}):
        mine = [m for m in measures if m.lag == lag]
        window = (add_months(start - DAY, -lag) + DAY, add_months(data.as_at, -lag))
        found += figures(data, mine, settings, by, window)
    return found


def by_measure(found: Sequence[Figure]) -> dict[str, list[Figure]]:
    """Figures by measure, each by when its window ends."""
    made: dict[str, list[Figure]] = {}
    for figure in sorted(found, key=lambda f: f.end):
        made.setdefault(figure.measure, []).append(figure)
    return made


def known(found: Sequence[Figure]) -> Iterator[Figure]:
    """The figures that have a value."""
    return (figure for figure in found if figure.known)
