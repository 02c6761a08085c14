"""Which chart suits which measure, and why, in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from statistics import mean
from typing import Literal, get_args

from sightline.measures.variation.points import Chart, Event, Point
from sightline.measures.variation.rules import PLOT_THE_DOTS, Rules
from sightline.measures.variation.spc import (
    P_PRIME,
    RUN_CHART,
    XMR,
    G,
    P,
    T,
    g_chart,
    p_chart,
    p_prime_chart,
    run_chart,
    sigma_z,
    t_chart,
    xmr,
)
from sightline.measures.variation.verdicts import MIN_POINTS, MIN_RARER

Kind = Literal["proportion", "count", "days", "rate", "children between", "days between"]
_ONE_IN_TWENTY = 1.645


@dataclass(frozen=True, slots=True)
class Choice:
    """The chart to draw, and why. ``instead`` names the chart that other points would allow."""

    chart: str
    why: str
    instead: str = ""


def chart_for(kind: Kind, points: Sequence[Point]) -> Choice:
    """The chart for a kind of figure.

    A proportion has a p chart, or p′ where its z-scores vary more than chance (``overdispersed``);
    a count, a median or mean of days, or a rate has XmR; gaps between rare events have g (in
    children) or t (in days). Fewer than 10 judged points make a run chart, and so does a
    proportion or a count that is mostly nought (fewer than 2 expected at a point): there, ask for
    the children, or the days, between.
    """
    if kind not in get_args(Kind):
        raise ValueError(f"No chart is known for {kind!r}: use one of {', '.join(get_args(Kind))}.")
    judged = [point for point in points if point.judged]
    if len(judged) < MIN_POINTS:
        return Choice(RUN_CHART, f"Fewer than {MIN_POINTS} points to judge.")
    if kind == "children between":
        return Choice(G, "Children counted between rare events.")
    if kind == "days between":
        return Choice(T, "Days counted between rare events.")
    if kind == "proportion":
        return _for_proportion(points)
    if kind == "count" and mean(point.value for point in judged) < MIN_RARER:
        return Choice(RUN_CHART, "Too rare to chart as a count.", instead=T)
    return Choice(XMR, "One value at a time.")


def control_chart(
    kind: Kind,
    points: Sequence[Point],
    events: Sequence[Event] = (),
    rules: Rules = PLOT_THE_DOTS,
) -> Chart:
    """The chart of ``chart_for``, drawn. Counts, days and rates have no limit below nought.

    Which chart it is depends on all the points, whatever periods the events make.
    """
    draw: dict[str, Callable[[Sequence[Point], Sequence[Event]], Chart]] = {
        XMR: partial(xmr, rules=rules, floor=0.0),
        P: partial(p_chart, rules=rules),
        P_PRIME: partial(p_prime_chart, rules=rules),
        G: partial(g_chart, rules=rules),
        T: partial(t_chart, rules=rules),
        RUN_CHART: run_chart,
    }
    return draw[chart_for(kind, points).chart](points, events)


def overdispersed(points: Sequence[Point]) -> bool:
    """Whether shares vary from point to point more than chance does in 95 series of 100.

    σz (``spc.sigma_z``) above 1 + 1.645 √(0.8264 k - 1.082) / (k - 1) for k points: the standard
    error of a mean moving range over 1.128 (Cryer and Ryan, "The estimation of sigma for an X
    chart", *Journal of Quality Technology* 22(3), 1990). Assumes z-scores about normal. False
    for fewer than 10 judged points.
    """
    judged = sum(point.judged for point in points)
    if judged < MIN_POINTS:
        return False
    error = sqrt(0.8264 * judged - 1.082) / (judged - 1)
    return sigma_z(points) > 1 + _ONE_IN_TWENTY * error


def _for_proportion(points: Sequence[Point]) -> Choice:
    of = sum(point.of or 0 for point in points)
    count = sum(point.count or 0 for point in points)
    rarer = min(count, of - count) / len(points)
    if 0 < rarer < MIN_RARER:
        return Choice(RUN_CHART, "Too rare to chart as a percentage.", instead=G)
    if overdispersed(points):
        return Choice(P_PRIME, "The percentages vary more than chance alone would make them.")
    return Choice(P, "The percentages vary as chance would make them.")
