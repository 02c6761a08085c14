"""Small drawings for the paper report, as SVG: a measure over time, and how long children wait.

They are told apart by shape as well as by colour, so that they can be read in grey.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from math import ceil, floor, log10

from sightline.measures.change import Change
from sightline.measures.print import number, percent
from sightline.measures.variation.points import Dot
from sightline.measures.variation.survival import Step
from sightline.packs.practice.telling import is_share

WIDTH, HEIGHT = 470.0, 128.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 10.0, 16.0, 20.0
# The Analysis Function's colours: each can be told from white at 3:1.
_BLUE, _ORANGE, _GREY, _BAND = "#12436D", "#F46A25", "#3D3D3D", "#E4E8EC"
_GREEN = "#00703C"
_TYPE = 'font-family="Libertinus Serif" font-size="10.5"'
Scale = Callable[[float], float]


def over_time(change: Change) -> str:
    """A measure's points with their usual range and its events."""
    dots = change.chart.dots
    share = is_share(change)
    ticks = _ticks(dots, share, change.target)
    low, high = ticks[0], ticks[-1]
    x = _scale(*_ends([d.point.on.toordinal() for d in dots]), _LEFT + 6, WIDTH - _RIGHT - 6)
    y = _scale(low, high, HEIGHT - _BOTTOM, _TOP)
    parts = [_axis(ticks, y, share), *_limits(dots, x, y)]
    parts += [_event(e.title, x(e.on.toordinal())) for e in change.chart.events
              if dots[0].point.on <= e.on <= dots[-1].point.on]  # fmt: skip
    if change.target is not None:
        at = y(change.target)
        parts += [_line(_LEFT, at, WIDTH - _RIGHT, at, _GREEN, "10 3"),
                  _text(_LEFT + 3, at - 3, "target", "start")]  # fmt: skip
    parts += [*_points(dots, x, y), *_days(dots, x)]
    return _svg(parts)


def begins_at_nought(change: Change) -> bool:
    """Whether the scale of a measure over time begins at 0."""
    return _ticks(change.chart.dots, is_share(change), change.target)[0] == 0


def waiting(steps: Sequence[Step], median: int | None) -> str:
    """The part still waiting by day, as steps down, with the day by which half had arrived."""
    last = max(step.day for step in steps)
    x = _scale(0, max(last, 1), _LEFT + 6, WIDTH - _RIGHT - 6)
    y = _scale(0, 1, HEIGHT - _BOTTOM, _TOP)
    parts = [_axis([0, 0.5, 1], y, share=True)]
    path, share = f"M{_n(x(0))} {_n(y(1))}", 1.0
    for step in steps:
        path += f"L{_n(x(step.day))} {_n(y(share))}L{_n(x(step.day))} {_n(y(step.share))}"
        share = step.share
    parts.append(f'<path d="{path}" fill="none" stroke="{_BLUE}" stroke-width="1.8"/>')
    if median is not None:
        parts.append(_line(x(median), y(0.5), x(median), HEIGHT - _BOTTOM, _GREY, "3 2"))
    parts += [_text(x(0), HEIGHT - 6, "0 days", "start"),
              _text(x(last), HEIGHT - 6, f"{last:,} days", "end")]  # fmt: skip
    return _svg(parts)


def _ticks(dots: Sequence[Dot], share: bool, target: float | None) -> list[float]:
    """The marks of the scale, on round numbers, about all that is drawn."""
    values = [dot.point.value for dot in dots] + ([] if target is None else [target])
    for dot in dots:
        values += [dot.limits.low, dot.limits.high] if dot.limits else []
    low, high = min(values), max(values)
    if share:
        low, high = max(low, 0.0), min(high, 1.0)
    step = _round_step(high - low or abs(high) or 1)
    # A hair, so that a limit on a mark does not ask for one more.
    first = max(floor(low / step + 1e-9), 0)
    last = max(ceil(high / step - 1e-9), first + 1)
    return [step * n for n in range(first, last + 1)]


def _round_step(span: float) -> float:
    """A step of 1, 2 or 5 times a power of ten, about a quarter of the span."""
    rough = span / 4
    power = 10.0 ** floor(log10(rough))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough * 0.999)


def _scale(low: float, high: float, start: float, end: float) -> Scale:
    span = (high - low) or 1
    return lambda value: start + (min(max(value, low), high) - low) / span * (end - start)


def _ends(values: Sequence[float]) -> tuple[float, float]:
    return min(values), max(values)


def _axis(ticks: Sequence[float], y: Scale, share: bool) -> str:
    said = percent if share else number
    return "".join(
        _line(_LEFT, y(tick), WIDTH - _RIGHT, y(tick), "#D5D9DC", "")
        + _text(_LEFT - 5, y(tick) + 3.5, said(round(tick, 4)), "end")
        for tick in ticks
    )


def _limits(dots: Sequence[Dot], x: Scale, y: Scale) -> list[str]:
    """The usual range as a band, and the centre as a line, of each period."""
    parts = []
    for period in sorted({dot.period for dot in dots}):
        mine = [(x(d.point.on.toordinal()), d.limits) for d in dots if d.period == period]
        known = [(at, limits) for at, limits in mine if limits]
        if len(known) < 2:
            continue
        above = [f"{_n(at)} {_n(y(limits.high))}" for at, limits in known]
        under = [f"{_n(at)} {_n(y(limits.low))}" for at, limits in reversed(known)]
        centre = [f"{_n(at)} {_n(y(limits.centre))}" for at, limits in known]
        parts.append(f'<path d="M{"L".join(above + under)}Z" fill="{_BAND}"/>')
        parts.append(f'<path d="M{"L".join(centre)}" fill="none" stroke="{_GREY}"/>')
    return parts


def _points(dots: Sequence[Dot], x: Scale, y: Scale) -> list[str]:
    places = [(x(dot.point.on.toordinal()), y(dot.point.value)) for dot in dots]
    path = "L".join(f"{_n(at)} {_n(up)}" for at, up in places)
    line = f'<path d="M{path}" fill="none" stroke="{_BLUE}" stroke-width="1.6"/>'
    return [line, *(_mark(*place, dot) for place, dot in zip(places, dots))]


def _mark(at: float, up: float, dot: Dot) -> str:
    """A point: a dot, a ring for one of fewer than ten, a diamond where it is out of the usual."""
    if not dot.point.judged:
        return f'<circle cx="{_n(at)}" cy="{_n(up)}" r="3" fill="white" stroke="{_BLUE}"/>'
    if dot.signals:
        ends = f"M{_n(at)} {_n(up - 5)}L{_n(at + 5)} {_n(up)}L{_n(at)} {_n(up + 5)}L{_n(at - 5)}"
        return f'<path d="{ends} {_n(up)}Z" fill="{_ORANGE}" stroke="#0B0C0C"/>'
    return f'<circle cx="{_n(at)}" cy="{_n(up)}" r="3" fill="{_BLUE}"/>'


def _event(title: str, at: float) -> str:
    """A line at an event, with its name on whichever side has room."""
    late = at > WIDTH * 0.6
    side = _text(at - 3 if late else at + 3, 10, title[:60], "end" if late else "start")
    return _line(at, _TOP - 4, at, HEIGHT - _BOTTOM, _GREY, "2 2") + side


def _days(dots: Sequence[Dot], x: Scale) -> list[str]:
    """The months of the first point and the last, and of one between."""
    chosen = sorted({0, len(dots) // 2, len(dots) - 1}) if len(dots) > 4 else [0, len(dots) - 1]
    anchors = {chosen[0]: "start", chosen[-1]: "end"}
    return [
        _text(x(dots[n].point.on.toordinal()) + (0, -6, 6)[_side(n, chosen)], HEIGHT - 6,
              f"{dots[n].point.on:%b %Y}", anchors.get(n, "middle"))
        for n in chosen
    ]  # fmt: skip


def _side(place: int, chosen: Sequence[int]) -> int:
    return 1 if place == chosen[0] else 2 if place == chosen[-1] else 0


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, dash: str) -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
    return f'<line {ends} stroke="{colour}"{dashed}/>'


def _text(x: float, y: float, words: str, anchor: str) -> str:
    said = escape(words)
    return f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" {_TYPE}>{said}</text>'


def _svg(parts: Sequence[str]) -> str:
    size = f'viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}" height="{HEIGHT:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
