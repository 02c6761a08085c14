"""Charts of the report on practice, as small SVG: over time, between teams, categories, waits.

Each is told apart by shape and words as well as by colour, and stands beside a sentence and a
table that say the same. Drawn by vl-convert from plain Vega-Lite: a report has hundreds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sightline.packs.practice.draw import BLACK, GREY, Spec, draw

# The palette of the Analysis Function: each is 3:1 or more on white.
BLUE, ORANGE, PALE, GREEN = "#12436D", "#F46A25", "#BFBFBF", "#00703C"
JUDGED, SIGNAL, FEW = "judged", "signal", "few"
WITHIN, LOOK, UNUSUAL = "within", "look", "unusual"
WIDTH = 560
_GRID = {"title": None, "tickCount": 5, "grid": True, "gridColor": "#e5e7e8"}
_NAMED = 250
_LABELS = 7
Row = Mapping[str, Any]


def over_time(
    dots: Sequence[Row],
    events: Sequence[Row],
    title: str,
    percent: bool,
    target: Row | None = None,
) -> str:
    """Figures over time, with limits where there are any, and the target where there is one.

    ``dots`` have ``when`` (an ISO date), ``value``, ``mark`` (judged, signal or few), ``part`` (the
    stretch between events that it lies in), and ``centre``, ``low`` and ``high``, None without
    limits. ``events`` have ``when`` and ``words``, a ``target`` has ``value`` and ``words``.
    """
    limits = _limit_lines(dots)
    layers = [
        *([_lines(limits)] if limits else []),
        *([_line_names(limits)] if limits and dots[-1]["high"] is not None else []),
        {"mark": {"type": "line", "color": BLUE, "strokeWidth": 2},
         "encoding": {"detail": {"field": "part"}}},
        {"mark": {"type": "point", "opacity": 1, "strokeWidth": 1.5}, "encoding": _marks(
            {JUDGED: ("circle", BLUE, BLUE), SIGNAL: ("diamond", ORANGE, BLACK),
             FEW: ("circle", "white", BLUE)}, SIGNAL)},
        *(_event_layers(events) if events else []),
        *(_target_layers(target) if target else []),
    ]  # fmt: skip
    spec = {
        "data": {"values": list(dots)},
        "width": WIDTH,
        "height": 190,
        "layer": layers,
        "encoding": {
            "x": {"field": "when", "type": "temporal", "axis": _months(dots)},
            "y": {
                "field": "value", "type": "quantitative", "scale": _scale(dots, percent, target),
                "axis": _GRID | _form(percent),
            },
        },
    }  # fmt: skip
    return draw(spec, title)


def begins_at_nought(dots: Sequence[Row], percent: bool, target: Row | None = None) -> bool:
    """Whether the axis of figures over time begins at 0: where that leaves room to see them."""
    return _scale(dots, percent, target)["domain"][0] == 0


def _scale(dots: Sequence[Row], percent: bool, target: Row | None) -> Spec:
    """From 0 where the figures fill half of it; else about the figures, limits and target."""
    seen = [d[k] for d in dots for k in ("value", "low", "high") if d.get(k) is not None]
    seen += [target["value"]] if target else []
    low, high = min(seen, default=0), max(seen, default=1)
    room = (high - low) * 0.08 or abs(high) * 0.1 or 1
    top = min(high + room, 1) if percent and high <= 1 else high + room
    bottom = 0 if low <= high / 2 else max(low - room, 0)
    return {"domain": [round(bottom, 4), round(top, 4)], "nice": False, "zero": False}


def _form(percent: bool) -> Spec:
    return {"format": ".0%"} if percent else {"format": "~r"}


def _months(dots: Sequence[Row]) -> Spec:
    """A label for every so many figures, the last among them."""
    days = list(dict.fromkeys(d["when"] for d in dots))
    every = max(1, -(-len(days) // _LABELS))
    shown = days[::-1][::every][::-1]
    return {"title": None, "format": "%b %Y", "values": shown, "labelFlush": False,
            "labelOverlap": False}  # fmt: skip


def _limit_lines(dots: Sequence[Row]) -> list[Row]:
    names = {"high": "upper limit", "centre": "usual", "low": "lower limit"}
    return [
        {"when": d["when"], "at": d[key], "line": name, "part": d["part"]}
        for key, name in names.items()
        for d in dots
        if d.get(key) is not None
    ]


def _lines(limits: Sequence[Row]) -> Spec:
    dashes = {"upper limit": [6, 4], "usual": [1, 0], "lower limit": [6, 4]}
    return {
        "data": {"values": list(limits)},
        "mark": {"type": "line", "color": GREY, "strokeWidth": 1, "interpolate": "step"},
        "encoding": {
            "y": {"field": "at", "type": "quantitative"},
            "detail": {"field": "part"},
            "strokeDash": _mapped("line", dashes),
        },
    }


def _line_names(limits: Sequence[Row]) -> Spec:
    """The name of each line at its right end."""
    last = {one["line"]: one for one in limits}
    return {
        "data": {"values": list(last.values())},
        "mark": {"type": "text", "align": "left", "dx": 10, "fontSize": 12, "color": GREY},
        "encoding": {
            "y": {"field": "at", "type": "quantitative"},
            "text": {"field": "line"},
        },
    }


def _event_layers(events: Sequence[Row]) -> list[Spec]:
    data = {"values": list(events)}
    return [
        {"data": data, "mark": {"type": "rule", "color": "#801650", "strokeDash": [2, 3]},
         "encoding": {"y": {"value": 0}, "y2": {"value": "height"}}},
        {"data": data,
         "mark": {"type": "text", "align": "left", "baseline": "top", "dx": 4, "fontSize": 12,
                  "color": "#801650", "limit": 150},
         "encoding": {"y": {"value": 0}, "text": {"field": "words"}}},
    ]  # fmt: skip


def _target_layers(target: Row) -> list[Spec]:
    """A line across at the target, named at its left end."""
    data = {"values": [dict(target)]}
    level = {"field": "value", "type": "quantitative"}
    return [
        {"data": data, "mark": {"type": "rule", "color": GREEN, "strokeWidth": 2,
                                "strokeDash": [14, 4]},
         "encoding": {"x": {"value": 0}, "x2": {"value": "width"}, "y": level}},
        {"data": data, "mark": {"type": "text", "align": "left", "baseline": "bottom", "dx": 4,
                                "dy": -3, "fontSize": 12, "color": GREEN},
         "encoding": {"x": {"value": 0}, "y": level, "text": {"field": "words"}}},
    ]  # fmt: skip


def _mapped(field: str, values: Mapping[str, Any]) -> Spec:
    """Values of a field as they are drawn, without a legend: the words beside the chart say it."""
    scale = {"domain": list(values), "range": list(values.values())}
    return {"field": field, "type": "nominal", "scale": scale, "legend": None}


def _marks(said: Mapping[str, tuple[str, str, str]], large: str) -> Spec:
    """Shape, filling and edge of each kind of mark, one of which is large."""
    return {
        "shape": _mapped("mark", {k: v[0] for k, v in said.items()}),
        "fill": _mapped("mark", {k: v[1] for k, v in said.items()}),
        "stroke": _mapped("mark", {k: v[2] for k, v in said.items()}),
        "size": {"condition": {"test": f"datum.mark == '{large}'", "value": 170}, "value": 60},
    }


def team_dots(rows: Sequence[Row], overall: float, title: str) -> str:
    """The share of each team, beside what chance explains for a team of its size.

    ``rows`` have ``name``, ``value``, ``mark`` (within, look, unusual or few), and ``low``,
    ``high``, ``far_low``, ``far_high``; in the order in which they are to stand.
    """
    bars = ({"x": {"field": "far_low"}, "x2": {"field": "far_high"}},
            {"x": {"field": "low"}, "x2": {"field": "high"}})  # fmt: skip
    layers = [
        {"mark": {"type": "rule", "color": PALE, "strokeWidth": 3}, "encoding": _across(bars[0])},
        {"mark": {"type": "rule", "color": PALE, "strokeWidth": 9}, "encoding": _across(bars[1])},
        {"data": {"values": [{"at": overall}]}, "mark": {"type": "rule", "color": GREY},
         "encoding": {"x": {"field": "at", "type": "quantitative"},
                      "y": {"value": 0}, "y2": {"value": "height"}}},
        {"mark": {"type": "point", "opacity": 1, "strokeWidth": 1.5}, "encoding": {
            "x": {"field": "value", "type": "quantitative"},
            **_marks({WITHIN: ("circle", BLUE, BLUE), LOOK: ("square", BLUE, BLUE),
                      UNUSUAL: ("diamond", ORANGE, BLACK), FEW: ("circle", "white", BLUE)},
                     UNUSUAL)}},
    ]  # fmt: skip
    shown = [r[k] for r in rows for k in ("value", "far_high") if r.get(k) is not None]
    top = min(1.0, max([*shown, overall]) * 1.05) or 1.0
    spec = {
        "data": {"values": list(rows)},
        "width": 400,
        "height": 24 * max(len(rows), 1),
        "encoding": {
            "y": _names(rows),
            "x": {"type": "quantitative", "scale": {"domain": [0, top], "nice": False},
                  "axis": {"title": None, "format": ".0%", "tickCount": 5}},
        },
        "layer": layers,
    }  # fmt: skip
    return draw(spec, title)


def _across(fields: Mapping[str, Any]) -> Spec:
    return {"x": {**fields["x"], "type": "quantitative"}, "x2": fields["x2"]}


def _names(rows: Sequence[Row]) -> Spec:
    return {
        "field": "name",
        "type": "nominal",
        "sort": [r["name"] for r in rows],
        "axis": {"title": None, "labelLimit": _NAMED, "ticks": False, "domain": False},
    }


def bars(rows: Sequence[Row], title: str, percent: bool) -> str:
    """Bars from 0. ``rows`` have ``name``, ``value`` and ``words`` for the end, in order."""
    most = max((r["value"] for r in rows), default=0) or 1
    spec = {
        "data": {"values": list(rows)},
        "width": 300,
        "height": 24 * max(len(rows), 1),
        "encoding": {
            "y": _names(rows),
            "x": {"field": "value", "type": "quantitative",
                  "scale": {"domain": [0, round(most * 1.02, 6)], "nice": False},
                  "axis": {"title": None, "tickCount": 4} | _form(percent)},
        },
        "layer": [
            {"mark": {"type": "bar", "color": BLUE, "height": 14}},
            {"mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 13},
             "encoding": {"text": {"field": "words"}}},
        ],
    }  # fmt: skip
    return draw(spec, title)


def waiting(steps: Sequence[Row], median: int | None, title: str) -> str:
    """The part still waiting after so many days, with its 95% interval.

    ``steps`` have ``day``, ``share``, ``low`` and ``high``. A median is marked where it is known.
    """
    band = {"y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}}
    layers: list[Spec] = [
        {"mark": {"type": "area", "color": PALE, "opacity": 0.6, "interpolate": "step-after"},
         "encoding": band},
        {"mark": {"type": "line", "color": BLUE, "strokeWidth": 2, "interpolate": "step-after"},
         "encoding": {"y": {"field": "share", "type": "quantitative"}}},
    ]  # fmt: skip
    if median is not None:
        words = (
            f"half by {median:,} day{'' if median == 1 else 's'}" if median else "half on the day"
        )
        at: Spec = {"data": {"values": [{"day": median, "share": 0.5, "words": words}]}}
        place = {"y": {"field": "share", "type": "quantitative"}}
        layers += [
            {**at, "mark": {"type": "point", "size": 110, "shape": "diamond", "filled": True,
                            "color": GREY, "opacity": 1}, "encoding": place},
            {**at, "mark": {"type": "text", "align": "left", "dx": 10, "dy": -8, "fontSize": 13},
             "encoding": {**place, "text": {"field": "words"}}},
        ]  # fmt: skip
    spec = {
        "data": {"values": list(steps)},
        "width": WIDTH,
        "height": 190,
        "layer": layers,
        "encoding": {
            "x": {"field": "day", "type": "quantitative", "scale": {"domainMin": 0, "nice": False},
                  "axis": {"title": "days since the start", "tickCount": 8, "tickMinStep": 1,
                           "format": "~r"}},
            "y": {"type": "quantitative", "scale": {"domain": [0, 1]},
                  "axis": _GRID | _form(True)},
        },
    }  # fmt: skip
    return draw(spec, title)
