"""An indicator over time: its chart with limits and events, its two verdicts, and its table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sightline.kit.calendar import long_date
from sightline.measures.figure import Figure
from sightline.measures.print import in_print, number, percent
from sightline.measures.variation.points import Dot
from sightline.measures.variation.verdicts import MIN_POINTS
from sightline.packs import practice_charts
from sightline.packs.practice.model import Indicator
from sightline.packs.practice.sentences import STOCK, target_words
from sightline.packs.practice.view_tables import View, table
from sightline.packs.words import period

if TYPE_CHECKING:
    from sightline.measures.settings import Event

_RANGE = ("Usual", "Usual range", "What a rule says")
_KIND = {
    "XmR": "single values (XmR)",
    "p": "a percentage (p)",
    "p′": "a percentage that varies more than chance (Laney's p′)",
    "g": "children between rare events (g)",
    "t": "days between rare events (t)",
    "run": "a run chart, without limits",
}


def over_time(one: Indicator, events: Sequence[Event]) -> View | None:
    """The indicator's figures over time; None where there are fewer than two."""
    known = [figure for figure in one.trend if figure.known]
    if len(known) < 2:
        return None
    marked = [event for event in events if known[0].end <= event.on <= known[-1].end]
    dots = _dots(one)
    unit = {figure.unit for figure in known} == {"%"}
    sentence = _sentence(known)
    return {
        "sentence": sentence,
        "chart": _chart(one, dots, marked, unit, sentence),
        "key": _key(one, dots, marked, unit),
        "table": _table(one, marked),
    }


def _chart(
    one: Indicator,
    dots: Sequence[dict[str, Any]],
    events: Sequence[Event],
    unit: bool,
    sentence: str,
) -> Markup:
    told = [{"when": e.on.isoformat(), "words": e.title} for e in events]
    aim = target_words(one.measure, one.change)
    title = f"{one.measure.title}: {sentence}" + (f" The target: {aim}." if aim else "")
    return Markup(practice_charts.over_time(dots, told, title, unit, _target(one)))


def _target(one: Indicator) -> dict[str, Any] | None:
    """The target as it is drawn; None where none is set."""
    words = target_words(one.measure, one.change)
    if not words or one.change is None:
        return None
    return {"value": one.change.target, "words": f"target: {words}"}


def _limited(one: Indicator) -> dict[Any, Dot]:
    """The dots of a control chart by their day, of the periods with points enough for limits."""
    if one.change is None:
        return {}
    chart = one.change.chart
    return {
        dot.point.on: dot
        for dot in chart.dots
        if chart.periods[dot.period].judged >= MIN_POINTS and dot.limits
    }


def _dots(one: Indicator) -> list[dict[str, Any]]:
    """What is drawn of each figure. One that is not known parts the line, as do new limits."""
    limited, made, part = _limited(one), [], 0
    dots = one.change.chart.dots if one.change else ()
    periods = {dot.point.on: dot.period for dot in dots}
    for figure in one.trend:
        if figure.value is None:
            part += 1
            continue
        stretch = f"{part}/{periods.get(figure.end, 0)}"
        made.append(_dot(figure, limited.get(figure.end), stretch))
    return made


def _dot(figure: Figure, dot: Dot | None, part: str) -> dict[str, Any]:
    limits = dot.limits if dot else None
    mark = practice_charts.JUDGED
    if dot and not dot.point.judged:
        mark = practice_charts.FEW
    elif dot and dot.signals:
        mark = practice_charts.SIGNAL
    return {
        "when": figure.end.isoformat(),
        "value": figure.value,
        "mark": mark,
        "part": part,
        "centre": limits.centre if limits else None,
        "low": limits.low if limits else None,
        "high": limits.high if limits else None,
    }


def _sentence(known: Sequence[Figure]) -> str:
    """The first and the last figure, and the lowest and highest between them."""
    first, last = known[0], known[-1]
    least, most = min(known, key=_value), max(known, key=_value)
    said = (
        f"{in_print(first)} on {long_date(first.end)}, {in_print(last)} on {long_date(last.end)}, "
        f"of {len(known):,} figures."
    )
    if least.value == most.value:
        return f"{said} All are the same."
    ends = (
        f"Lowest: {in_print(least)} on {long_date(least.end)}. "
        f"Highest: {in_print(most)} on {long_date(most.end)}."
    )
    return f"{said} {ends}" if len(known) > 2 else said


def _value(figure: Figure) -> float:
    return figure.value or 0.0


def _key(
    one: Indicator, dots: Sequence[dict[str, Any]], events: Sequence[Event], unit: bool
) -> str:
    """How to read the chart: what its marks mean, of those that it has."""
    marks = {dot["mark"] for dot in dots}
    limited = any(dot["high"] is not None for dot in dots)
    change, aim = one.change, target_words(one.measure, one.change)
    at_nought = practice_charts.begins_at_nought(dots, unit, _target(one))
    said = [
        (f"The chart is of {_KIND[change.chart.kind]}." if change and limited else ""),
        ("Solid grey: the usual level. Dashed: the limits of the usual range." if limited else ""),
        ("Diamond: a figure that a rule picks out." if practice_charts.SIGNAL in marks else ""),
        ("Hollow: fewer than 10, not judged." if practice_charts.FEW in marks else ""),
        ("Dotted: an event." if events else ""),
        (f"Green, long dashes: the target, {aim}." if aim else ""),
        (STOCK if change and change.stock and limited else ""),
        ("" if at_nought else "The axis does not begin at 0."),
    ]
    return " ".join(part for part in said if part)


def _table(one: Indicator, events: Sequence[Event]) -> View:
    """The same figures, with the usual range and what the rules say of each."""
    limited = _limited(one)
    head = ["When", "Figure", *(_RANGE if limited else ()), *(["Events"] if events else ())]
    rows, before = [], None
    for figure in one.trend:
        row = [period(figure.start, figure.end), in_print(figure)]
        row += _limits(limited.get(figure.end), figure.unit) if limited else []
        row += [_happened(events, before, figure.end)] if events else []
        rows.append(row)
        before = figure.end
    caption = f"{one.measure.id} {one.measure.title}: over time"
    return table(caption, head, rows, (1, 2, 3) if limited else (1,))


def _happened(events: Sequence[Event], before: date | None, until: date) -> str:
    """The events since the figure before."""
    mine = (e for e in events if (before is None or e.on > before) and e.on <= until)
    return "; ".join(f"{event.title} ({long_date(event.on)})" for event in mine)


def _limits(dot: Dot | None, unit: str) -> list[str]:
    if dot is None or dot.limits is None:
        return ["", "", ""]
    limits = dot.limits
    words = "; ".join(signal.words for signal in dot.signals)
    usual = f"{_level(limits.low, unit)} to {_level(limits.high, unit)}"
    judged = dot.point.judged
    return [_level(limits.centre, unit), usual, words if judged else "fewer than 10: not judged"]


def _level(value: float, unit: str) -> str:
    if unit == "%":
        return percent(min(max(value, 0.0), 1.0))
    return number(round(max(value, 0.0), 1))
