"""Bars of grades: one bar for each row, cut into its counts, as SVG that prints in grey."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from sightline.audits.results import Distribution

# Of the Analysis Function: from the worst to the best, each with a text that can be read on it.
_COLOURS = (("#801650", "#fff"), ("#f46a25", "#000"), ("#28a197", "#000"), ("#12436d", "#fff"))
_LEFT, _WIDE, _ROW, _BAR, _TOP = 260, 460, 34, 24, 34
_LETTERS = 38


def bars(found: Sequence[Distribution], title: str) -> Markup:
    """Distributions on one scale as bars of shares; each part has its count printed in it."""
    steps = found[0].scale.steps
    if len(steps) > len(_COLOURS):
        return Markup("")
    high = _TOP + _ROW * len(found) + 4
    inside = [_legend([step.label for step in steps])]
    inside += [_row(one, number) for number, one in enumerate(found)]
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_LEFT + _WIDE} {high}" '
        f'width="{_LEFT + _WIDE}" height="{high}" font-family="arial, sans-serif" font-size="14">'
        f"<title>{escape(title)}</title>{''.join(inside)}</svg>"
    )


def _legend(labels: Sequence[str]) -> str:
    made, x = [], 0
    for label, (fill, _) in zip(labels, _COLOURS, strict=False):
        made.append(
            f'<rect x="{x}" y="4" width="14" height="14" fill="{fill}"/>'
            f'<text x="{x + 20}" y="16">{escape(label)}</text>'
        )
        x += 36 + 8 * len(label)
    return "".join(made)


def _row(one: Distribution, number: int) -> str:
    top = _TOP + number * _ROW
    title = one.title if len(one.title) <= _LETTERS else f"{one.title[: _LETTERS - 1]}…"
    made = [f'<text x="0" y="{top + 17}">{escape(title)}</text>']
    x = float(_LEFT)
    for step, (fill, ink) in zip(one.scale.steps, _COLOURS, strict=False):
        count = one.counts[step.value]
        if count:
            wide = _WIDE * count / one.of
            made.append(_part(x, top, wide, count, fill, ink))
            x += wide
    return "".join(made)


def _part(x: float, top: int, wide: float, count: int, fill: str, ink: str) -> str:
    part = (
        f'<rect x="{x:.1f}" y="{top}" width="{max(wide - 1, 1):.1f}" height="{_BAR}" '
        f'fill="{fill}"/>'
    )
    if wide < 9 * len(str(count)) + 4:
        return part
    middle = x + wide / 2
    text = f'<text x="{middle:.1f}" y="{top + 17}" fill="{ink}" text-anchor="middle">{count}</text>'
    return part + text
