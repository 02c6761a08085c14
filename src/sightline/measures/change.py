"""Whether a measure is really changing: its figures over time as a control chart, with verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sightline.measures.asked import TODAY
from sightline.measures.declare import BAND, CONTEXT, DOWN, UP, Measure
from sightline.measures.figure import Figure
from sightline.measures.settings import Settings
from sightline.measures.variation.choose import Choice, Kind, chart_for, control_chart
from sightline.measures.variation.points import Chart, Event, Point
from sightline.measures.variation.rules import OUTSIDE
from sightline.measures.variation.verdicts import Aim, Better, Verdict, judge

_AIMS: dict[str, Better] = {UP: "up", DOWN: "down", CONTEXT: "context", BAND: "context"}


@dataclass(frozen=True)
class Change:
    """A measure over time: the chart, why that chart, the two verdicts, and the target if set.

    Of a ``stock``, those who are there on a day, neighbouring months share children: runs and
    trends are to be expected, and only a point outside the limits is a signal.
    """

    measure: str
    chart: Chart
    choice: Choice
    verdict: Verdict
    target: float | None = None
    stock: bool = False


def change(measure: Measure, figures: Sequence[Figure], settings: Settings) -> Change:
    """The change of a measure over figures of windows that share no day, in order of time.

    A share is charted as a proportion, a count as a count, and a length or ratio as single values.
    """
    points = [point for point in map(_point, figures) if point is not None]
    kind = _kind(figures)
    events = [Event(e.on, e.title, e.rebase) for e in settings.events]
    chart = control_chart(kind, points, events)
    stock = measure.window == TODAY and not measure.renewed
    if stock:
        chart = _outside_alone(chart)
    target = settings.targets.get(measure.id)
    verdict = judge(chart, Aim(_AIMS[measure.better], target))
    return Change(measure.id, chart, chart_for(kind, points), verdict, target, stock)


def _outside_alone(chart: Chart) -> Chart:
    """The chart without the signals of runs, trends and two of three."""
    dots = (
        replace(dot, signals=tuple(s for s in dot.signals if s.rule == OUTSIDE))
        for dot in chart.dots
    )
    return replace(chart, dots=tuple(dots))


def _kind(figures: Sequence[Figure]) -> Kind:
    units = {figure.unit for figure in figures if figure.known}
    if units == {"%"} and all(_whole(f.numerator) for f in figures if f.known):
        return "proportion"
    if units == {"number"}:
        return "count"
    return "days" if units & {"days", "weeks", "months"} else "rate"


def _whole(value: float | None) -> bool:
    return value is not None and value == int(value)


def _point(figure: Figure) -> Point | None:
    """A figure as a point; one of which nothing was counted is none."""
    if figure.value is None:
        return None
    if figure.unit == "%" and _whole(figure.numerator) and figure.denominator:
        count, of = int(figure.numerator or 0), int(figure.denominator)
        return Point(figure.end, count / of, count, of)
    return Point(figure.end, figure.value)
