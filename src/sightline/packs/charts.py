"""Charts as SVG, drawn by Altair: each stands beside a sentence and a table that say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

GRADES = ("Outstanding", "Good", "Requires improvement", "Adequate", "Inadequate")
# Dark enough on white (3:1), and told apart by their place and words as well.
INK = "#1d70b8"
GRADE_INK = {
    "Outstanding": "#00703c",
    "Good": "#1d70b8",
    "Requires improvement": "#b25a00",
    "Adequate": "#505a5f",
    "Inadequate": "#942514",
}
_FONT = "Arial, Helvetica, sans-serif"
_CONFIG = {
    "font": _FONT,
    "view": {"stroke": None},
    "axis": {"labelFontSize": 13, "titleFontSize": 13, "gridColor": "#e5e7e8", "domain": False},
    "header": {"labelFontSize": 14, "labelFontWeight": "bold", "title": None},
    "background": "white",
    # Room for labels that a reader's own font sets wider than the one they were measured with.
    "padding": {"left": 48, "right": 16, "top": 6, "bottom": 6},
}


def judgements(rows: Sequence[dict[str, Any]], title: str) -> str:
    """Grades over time, one small strip for each judgement.

    ``rows`` have ``when`` (an ISO date), ``area`` and ``grade``.
    """
    present = [g for g in GRADES if any(r["grade"] == g for r in rows) or g != "Adequate"]
    areas = list(dict.fromkeys(r["area"] for r in rows))
    base = {
        "x": {
            "field": "when",
            "type": "temporal",
            "axis": {"title": None, "format": "%Y", "tickCount": 7, "labelOverlap": "greedy"},
        },
        "y": {
            "field": "grade",
            "type": "nominal",
            "scale": {"domain": present},
            "axis": {"title": None, "grid": True},
        },
    }
    spec = {
        "data": {"values": list(rows)},
        "facet": {
            "row": {"field": "area", "type": "nominal", "sort": areas, "header": _row_header()}
        },
        "spec": {
            "width": 430,
            "height": 18 * len(present),
            "layer": [
                {"mark": {"type": "line", "interpolate": "step-after", "color": "#b1b4b6"}},
                {
                    "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1},
                    "encoding": {"color": _grade_colour(present)},
                },
            ],
            "encoding": base,
        },
        "spacing": 12,
    }
    return _svg(spec, title)


def _row_header() -> dict[str, Any]:
    return {"labelAngle": 0, "labelAlign": "left", "labelOrient": "top", "labelAnchor": "start"}


def _grade_colour(present: Sequence[str]) -> dict[str, Any]:
    return {
        "field": "grade",
        "type": "nominal",
        "scale": {"domain": list(present), "range": [GRADE_INK[g] for g in present]},
        "legend": None,
    }


def _whole(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Ticks at whole numbers only: small counts would get halves, printed as whole."""
    most = max((r["count"] for r in rows), default=0)
    return {"values": list(range(most + 1))} if most <= 4 else {"tickMinStep": 1}


def bars(rows: Sequence[dict[str, Any]], title: str, unit: str) -> str:
    """Horizontal bars with their numbers. ``rows`` have ``name`` and ``count``, in order."""
    spec = {
        "data": {"values": list(rows)},
        "width": 430,
        "height": 24 * max(len(rows), 1),
        "encoding": {
            "y": {
                "field": "name",
                "type": "nominal",
                "sort": [r["name"] for r in rows],
                "axis": {"title": None, "labelLimit": 260},
            },
            "x": {
                "field": "count",
                "type": "quantitative",
                "axis": {"title": unit, "format": "d"} | _whole(rows),
            },
        },
        "layer": [
            {"mark": {"type": "bar", "color": INK}},
            {
                "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 13},
                "encoding": {"text": {"field": "count", "type": "quantitative"}},
            },
        ],
    }
    return _svg(spec, title)


def grade_shares(rows: Sequence[dict[str, Any]], title: str) -> str:
    """Inspections by year, one strip for each grade. ``rows``: ``year``, ``grade``, ``count``."""
    present = [g for g in GRADES if any(r["grade"] == g for r in rows)]
    spec = {
        "data": {"values": list(rows)},
        "facet": {
            "row": {"field": "grade", "type": "nominal", "sort": present, "header": _row_header()}
        },
        "spec": {
            "width": 480,
            "height": 56,
            "encoding": {
                "x": {
                    "field": "year",
                    "type": "ordinal",
                    "axis": {"title": None, "labelAngle": 0},
                },
                "y": {
                    "field": "count",
                    "type": "quantitative",
                    "axis": {"title": None, "format": "d"} | _whole(rows),
                },
            },
            "layer": [
                {"mark": {"type": "bar"}, "encoding": {"color": _grade_colour(present)}},
                {
                    "mark": {"type": "text", "dy": -7, "fontSize": 11},
                    "encoding": {"text": {"field": "count", "type": "quantitative"}},
                },
            ],
        },
        "spacing": 10,
    }
    return _svg(spec, title)


_OPENING = re.compile(r"<svg\b[^>]*>")
_VIEW = re.compile(r'width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"')
_OWN_NAMES = re.compile(r' (?:role|aria-label|aria-roledescription)="[^"]*"')


def _svg(spec: dict[str, Any], title: str) -> str:
    """The drawing, as wide as its column allows, with its title as its name."""
    import altair as alt
    import vl_convert
    from markupsafe import escape

    chart = alt.Chart.from_dict({**spec, "config": _CONFIG}, validate=False)
    svg = vl_convert.vegalite_to_svg(chart.to_dict(validate=False))
    opening = _OPENING.search(svg)
    if opening is None:
        raise ValueError("the chart was not drawn")
    size = _VIEW.search(opening[0])
    width, height = size.groups() if size else ("600", "300")
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(title)}" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" class="chart">'
        f"<title>{escape(title)}</title>"
    )
    return head + _OWN_NAMES.sub("", svg[opening.end() :])
