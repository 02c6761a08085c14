"""Draws a chart of the report as small SVG: plain Vega-Lite put to vl-convert, then made slim."""

from __future__ import annotations

import re
from typing import Any

Spec = dict[str, Any]
GREY, BLACK = "#3D3D3D", "#0b0c0c"
_FONT = "Arial,Helvetica,sans-serif"
_CONFIG = {
    "font": _FONT,
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal", "grid": False,
        "domainColor": GREY, "tickColor": GREY, "labelColor": BLACK, "titleColor": BLACK,
    },
    "background": None,
    # Room for labels that a reader's own font sets wider than the one they were measured with.
    "padding": {"left": 48, "right": 26, "top": 6, "bottom": 6},
}  # fmt: skip
_OPENING = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
# What Vega writes for its own use, and what is the same all over.
_NEEDLESS = re.compile(
    r" (?:role|class|pointer-events|aria-[a-z]+|font-family|opacity|fill-opacity|"
    r'stroke-miterlimit|style)="(?:1|[^"\d][^"]*)"| stroke-width="1"| font-size="13px"'
)
_EMPTY = re.compile(
    r'<path d="(?:|M0(?:\.5)?,0(?:\.5)?h[\d.]+v[\d.]+h-?[\d.]+Z)"(?: display="none")?/>|'
    r'<text[^>]* opacity="0">[^<]*</text>|<g(?: transform="translate\([\d.,]*\)")?></g>'
)
_PLAIN = re.compile(r"<g>((?:(?!</?g\b).)*)</g>")
# Words between tags are left as they are.
_TAG = re.compile(r"<[^>]*>")
_LONG = re.compile(r"(\d+\.\d)\d+")


def draw(spec: Spec, title: str) -> str:
    """The drawing, with its title as its name, without what a page does not need."""
    import vl_convert
    from markupsafe import escape

    svg = vl_convert.vegalite_to_svg({**spec, "config": _CONFIG})
    opening = _OPENING.search(svg)
    if opening is None:
        raise ValueError("the chart was not drawn")
    size = _SIZE.search(opening[0])
    width, height = size.groups() if size else ("600", "300")
    body = _slim(svg[opening.end() :])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(title)}" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="{_FONT}" font-size="13px" class="chart">{body}'
    )


def _slim(svg: str) -> str:
    """A drawing with coordinates to a tenth, without empty parts and names for scripts."""
    svg = _TAG.sub(lambda tag: _LONG.sub(r"\1", _NEEDLESS.sub("", tag[0])), svg)
    before = ""
    while before != svg:
        before, svg = svg, _PLAIN.sub(r"\1", _EMPTY.sub("", svg))
    return svg
