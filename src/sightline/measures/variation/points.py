"""What a chart over time is made of: points, events, limits, and periods between events."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from sightline.measures.variation.words import MIN_CHILDREN


@dataclass(frozen=True, slots=True)
class Point:
    """One figure at one date, unrounded; for a proportion also its count and what it is of."""

    on: date
    value: float
    count: int | None = None
    of: int | None = None

    @property
    def judged(self) -> bool:
        """Whether the rules look at it: a share of fewer than ten children is only shown."""
        return self.of is None or self.of >= MIN_CHILDREN


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, marked on the chart; with ``rebase`` the limits begin anew.

    A point dated on the day of the event, or later, belongs to what came after it.
    """

    on: date
    title: str
    rebase: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a point is expected: the centre, the limits (3 sigma), and two thirds of the way."""

    centre: float
    low: float
    high: float
    near_low: float
    near_high: float


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule that a point takes part in; ``way`` is 1 for high or rising, -1 for low or falling."""

    rule: str
    way: int
    words: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point as drawn: its limits (None on a run chart), signals, and the period it lies in."""

    point: Point
    limits: Limits | None
    signals: tuple[Signal, ...]
    period: int


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch with one set of limits: from a named event, or from the first point.

    ``centre`` is the mean, the pooled share, or the median (run, g). ``moving_range`` is the
    mean moving range that the limits of an XmR or t chart rest on; ``sigma_z`` that of p′.
    ``judged`` counts the points that the rules look at. ``rarer`` is, for a share, how many of
    the rarer answer are expected at a point on average.
    """

    start: date
    event: Event | None
    judged: int
    centre: float
    moving_range: float | None = None
    sigma_z: float | None = None
    rarer: float | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart over time, ready to draw and to judge. Dots are in order of date."""

    kind: str
    dots: tuple[Dot, ...]
    periods: tuple[Period, ...]
    events: tuple[Event, ...]


def shares(rows: Iterable[tuple[date, int, int]]) -> tuple[Point, ...]:
    """Points from rows of (date, how many, of how many). A date with no child gives no point."""
    return tuple(share(on, count, of) for on, count, of in rows if of or count)


def share(on: date, count: int, of: int) -> Point:
    """The point of a share. ValueError where the count is not within what it is of."""
    if not 0 <= count <= of or not of:
        raise ValueError(f"A share on {on} cannot be {count} of {of}.")
    return Point(on, count / of, count, of)


def days_between(dates: Iterable[date]) -> tuple[Point, ...]:
    """Points for a t chart: the days from each event to the next, dated by the later one."""
    return tuple(
        Point(after, float((after - before).days)) for before, after in pairwise(sorted(dates))
    )


def between_events(flags: Iterable[tuple[date, bool]]) -> tuple[Point, ...]:
    """Points for a g chart: how many children came between one rare event and the next.

    ``flags`` are (date, whether it happened) for each child, in order. Those before the first
    event and after the last are part of no gap.
    """
    gaps: list[Point] = []
    since: int | None = None
    for on, happened in flags:
        if happened and since is not None:
            gaps.append(Point(on, float(since)))
        if happened:
            since = 0
        elif since is not None:
            since += 1
    return tuple(gaps)


def periods_of(
    points: Iterable[Point], events: Sequence[Event]
) -> list[tuple[Event | None, list[Point]]]:
    """The points in order of date, parted at the events that rebase. Empty periods are left out."""
    breaks = sorted((event for event in events if event.rebase), key=lambda event: event.on)
    starts = [event.on for event in breaks]
    ordered = sorted(points, key=lambda point: point.on)
    return [
        (breaks[place - 1] if place else None, list(part))
        for place, part in groupby(ordered, key=lambda point: bisect_right(starts, point.on))
    ]
