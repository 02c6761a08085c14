"""Control charts over time: XmR, p, Laney's p′, g, t, and a run chart where there is too little.

Each function takes points (in any order) and events, and gives a ``Chart``: limits are worked out
for each period apart, and begin anew only at an event that says so. All is worked out once, on
unrounded values. Every chart assumes that, while nothing changes, one point does not depend on
the one before it: windows that overlap (six months, every month) do, and must not be charted so.
A verdict needs ten judged points in the period (``verdicts.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import ceil, log, sqrt
from statistics import NormalDist, mean, median

from sightline.measures.variation.points import (
    Chart,
    Dot,
    Event,
    Limits,
    Period,
    Point,
    Signal,
    periods_of,
)
from sightline.measures.variation.rules import PLOT_THE_DOTS, Rules, signals

XMR, P, P_PRIME, G, T, RUN_CHART = "XmR", "p", "p′", "g", "t", "run"
# 3 sigma and 2 sigma from the mean moving range (sigma is about that range over 1.128).
TO_LIMIT = 2.66
TO_NEAR = 2 * TO_LIMIT / 3
D2 = 1.128
# The upper limit of moving ranges (D4 for two points), above which one is left out.
SCREEN = 3.267
NELSON = 3.6

_Lines = tuple[list[Limits | None], Period]
_Make = Callable[[Event | None, list[Point]], _Lines]


def xmr(
    points: Sequence[Point],
    events: Sequence[Event] = (),
    rules: Rules = PLOT_THE_DOTS,
    *,
    floor: float | None = None,
    screen: bool = True,
) -> Chart:
    """The chart of individual values: mean ± 2.66 × the mean moving range.

    Source: Shewhart's individuals chart as NHSRplotthedots draws it (``ptd_spc_standard.R``).
    With ``screen``, moving ranges of 3.267 × their mean or more are left out, once (Nelson 1982);
    the Excel tool of Making Data Count leaves none out. ``floor`` is a value that the limits
    cannot go below: 0 for counts and days. Assumes values that vary about one mean, roughly alike
    on both sides. A period of one point has no limits.
    """

    def make(event: Event | None, part: list[Point]) -> _Lines:
        values = [point.value for point in part]
        centre, moving = mean(values), mean_moving_range(values, screen=screen)
        period = _period(event, part, centre, moving_range=moving)
        if moving is None:
            return [None] * len(part), period
        return [_about(centre, moving * TO_LIMIT / 3, floor, None)] * len(part), period

    return _chart(XMR, points, events, rules, make)


def p_chart(
    points: Sequence[Point], events: Sequence[Event] = (), rules: Rules = PLOT_THE_DOTS
) -> Chart:
    """The chart of proportions: p̄ ± 3 √(p̄ (1 - p̄) / n), between 0 and 1.

    p̄ is the pooled share of the period, n the children at the point. Source: Montgomery,
    *Introduction to Statistical Quality Control*; as qicharts2 draws it. Assumes that each child
    counts apart from the others and that only chance differs between points: where the points
    vary more than that, use p′. A point of fewer than 10 children is drawn but not judged.
    """
    return _chart(P, points, events, rules, lambda event, part: _proportions(event, part, 1.0))


def p_prime_chart(
    points: Sequence[Point],
    events: Sequence[Event] = (),
    rules: Rules = PLOT_THE_DOTS,
    *,
    screen: bool = True,
) -> Chart:
    """Laney's chart of proportions: p̄ ± 3 σz √(p̄ (1 - p̄) / n), between 0 and 1.

    σz is the mean moving range of z = (p - p̄) / √(p̄ (1 - p̄) / n), over 1.128; with σz = 1 it is
    the p chart. Source: Laney, "Improved control charts for attributes", *Quality Engineering*
    14(4), 2002. Assumes p̄ is neither 0 nor 1, and that what differs between points beyond chance
    is part of the usual run of things. Ranges are screened as for ``xmr``; Laney screens none.
    """

    def make(event: Event | None, part: list[Point]) -> _Lines:
        return _proportions(event, part, sigma_z(part, screen=screen))

    return _chart(P_PRIME, points, events, rules, make)


def g_chart(
    points: Sequence[Point], events: Sequence[Event] = (), rules: Rules = PLOT_THE_DOTS
) -> Chart:
    """The chart of children between rare events (``points.between_events``).

    The count between two events is geometric with p = 1 / (mean + 1). The centre is its median;
    the limits are where a normal chart has 3 sigma: its 0.135% and 99.865% points (2 sigma: 2.275%
    and 97.725%). Source: Benneyan, "Number-between g-type statistical quality control charts",
    *Health Care Management Science* 4, 2001, with probability limits in place of mean + 3 sigma,
    which one gap in fifty would pass by chance. Assumes that each child is as likely as another.
    """
    return _chart(G, points, events, rules, _geometric)


def t_chart(
    points: Sequence[Point], events: Sequence[Event] = (), rules: Rules = PLOT_THE_DOTS
) -> Chart:
    """The chart of days between rare events (``points.days_between``).

    Days to the power 1 / 3.6 are about normal where days are exponential: they are charted as XmR
    (no range left out), and the lines are raised to 3.6 again. Source: Nelson, "A control chart
    for parts-per-million nonconforming items", *Journal of Quality Technology* 26(3), 1994; as
    qicharts2. Assumes a steady chance from day to day. Two events on one day are 0 days apart,
    which the transform does not spread: where that is common, chart counts by month.
    """

    def make(event: Event | None, part: list[Point]) -> _Lines:
        values = [point.value ** (1 / NELSON) for point in part]
        centre, moving = mean(values), mean_moving_range(values, screen=False)
        period = _period(event, part, centre**NELSON, moving_range=moving)
        if moving is None:
            return [None] * len(part), period
        return [_raised(_about(centre, moving * TO_LIMIT / 3, 0.0, None))] * len(part), period

    return _chart(T, points, events, rules, make)


def run_chart(points: Sequence[Point], events: Sequence[Event] = ()) -> Chart:
    """Points about their median, with no limits, no rules and no verdict."""

    def make(event: Event | None, part: list[Point]) -> _Lines:
        return [None] * len(part), _period(event, part, median(point.value for point in part))

    return _chart(RUN_CHART, points, events, PLOT_THE_DOTS, make)


def mean_moving_range(values: Sequence[float], *, screen: bool = True) -> float | None:
    """The mean distance from one value to the next; None for fewer than two values.

    With ``screen``, distances of 3.267 × their mean or more are left out, once (Nelson,
    "Control charts for individual measurements", *Journal of Quality Technology* 14(3), 1982).
    """
    ranges = [abs(after - before) for before, after in pairwise(values)]
    if not ranges:
        return None
    usual = mean(ranges)
    kept = [size for size in ranges if size < SCREEN * usual] if screen else ranges
    return mean(kept) if kept else usual


def sigma_z(points: Sequence[Point], *, screen: bool = True) -> float:
    """How many times more than chance the shares vary from point to point: 1 is chance alone.

    The mean moving range of the z-scores over 1.128 (Laney 2002). 1 where it cannot be worked out:
    fewer than two judged points, or all or none of the children. Small points are left out.
    """
    judged = [point for point in points if point.judged]
    pooled = _pooled(judged)
    if not 0 < pooled < 1:
        return 1.0
    scores = [(point.value - pooled) / _sigma(pooled, point) for point in judged]
    ranged = mean_moving_range(scores, screen=screen)
    return 1.0 if ranged is None else ranged / D2


def _chart(
    kind: str, points: Sequence[Point], events: Sequence[Event], rules: Rules, make: _Make
) -> Chart:
    dots: list[Dot] = []
    periods: list[Period] = []
    for event, part in periods_of(points, events):
        lines, period = make(event, part)
        dots += _dots(part, lines, rules, len(periods))
        periods.append(period)
    ordered = tuple(sorted(events, key=lambda event: event.on))
    return Chart(kind, tuple(dots), tuple(periods), ordered)


def _dots(
    part: list[Point], lines: Sequence[Limits | None], rules: Rules, period: int
) -> list[Dot]:
    judged = [
        (at, line)
        for at, (point, line) in enumerate(zip(part, lines, strict=True))
        if line is not None and point.judged
    ]
    found = signals([part[at].value for at, _ in judged], [line for _, line in judged], rules)
    marks: dict[int, tuple[Signal, ...]] = {at: mark for (at, _), mark in zip(judged, found)}
    return [
        Dot(point, line, marks.get(at, ()), period)
        for at, (point, line) in enumerate(zip(part, lines, strict=True))
    ]


def _period(
    event: Event | None,
    part: list[Point],
    centre: float,
    *,
    moving_range: float | None = None,
    sigma_z: float | None = None,
    rarer: float | None = None,
) -> Period:
    judged = sum(point.judged for point in part)
    return Period(part[0].on, event, judged, centre, moving_range, sigma_z, rarer)


def _about(centre: float, sigma: float, floor: float | None, top: float | None) -> Limits:
    def within(value: float) -> float:
        value = value if floor is None else max(value, floor)
        return value if top is None else min(value, top)

    low, near_low, near_high, high = (within(centre + k * sigma) for k in (-3, -2, 2, 3))
    return Limits(centre, low, high, near_low, near_high)


def _proportions(event: Event | None, part: list[Point], wider: float) -> _Lines:
    pooled = _pooled(part)
    children = mean(point.of or 0 for point in part)
    lines: list[Limits | None] = [
        _about(pooled, wider * _sigma(pooled, point), 0.0, 1.0) for point in part
    ]
    rarer = children * min(pooled, 1 - pooled)
    return lines, _period(event, part, pooled, sigma_z=wider, rarer=rarer)


def _pooled(points: Sequence[Point]) -> float:
    """The share of all children of the points together."""
    of = sum(point.of or 0 for point in points)
    return sum(_count(point) for point in points) / of if of else 0.0


def _count(point: Point) -> int:
    if point.of is None or point.count is None:
        raise ValueError(f"The point on {point.on} has no count: a proportion needs its numbers.")
    return point.count


def _sigma(pooled: float, point: Point) -> float:
    return sqrt(pooled * (1 - pooled) / (point.of or 1))


def _geometric(event: Event | None, part: list[Point]) -> _Lines:
    missed = 1 - 1 / (mean(point.value for point in part) + 1)
    low, near_low, centre, near_high, high = (
        _geometric_point(missed, k) for k in (-3, -2, 0, 2, 3)
    )
    lines: list[Limits | None] = [Limits(centre, low, high, near_low, near_high)] * len(part)
    return lines, _period(event, part, centre)


def _geometric_point(missed: float, sigma: float) -> float:
    """The fewest children between events that so much of the distribution does not pass."""
    if not missed:
        return 0.0
    passed = NormalDist().cdf(-sigma)
    return float(max(0, ceil(log(passed) / log(missed)) - 1))


def _raised(lines: Limits) -> Limits:
    return Limits(
        lines.centre**NELSON,
        lines.low**NELSON,
        lines.high**NELSON,
        lines.near_low**NELSON,
        lines.near_high**NELSON,
    )
