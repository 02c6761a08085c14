"""The plot-the-dots rules: which points are more than the usual ups and downs.

The rules and their order are those of NHSRplotthedots (``ptd_calculate_point_type.R``, release
0.2.2 and later), the NHS-R Community's package for NHS England's Making Data Count:

1. a point outside the limits;
2. seven points in a row, each above the one before (or each below);
3. two of three points in a row beyond two thirds of the way to a limit (but within it), when all
   three lie on one side of the centre; only those beyond are marked;
4. seven points in a row on one side of the centre.

A point exactly on a limit is inside it; one exactly on the centre is on neither side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sightline.measures.variation.points import Limits, Signal
from sightline.measures.variation.words import above, below

OUTSIDE, TREND, TWO_OF_THREE, RUN = "outside", "trend", "two of three", "run"


@dataclass(frozen=True, slots=True)
class Rules:
    """How many points make a run or a trend. The defaults are those of NHSRplotthedots."""

    run: int = 7
    trend: int = 7
    two_of_three: bool = True

    def __post_init__(self) -> None:
        """Refuse lengths that any series would show."""
        if self.run < 2 or self.trend < 3:
            raise ValueError("A run needs at least 2 points, and a trend at least 3.")


PLOT_THE_DOTS = Rules()
_Rule = tuple[str, list[int], Callable[[int], str]]


def signals(
    values: Sequence[float], limits: Sequence[Limits], rules: Rules = PLOT_THE_DOTS
) -> list[tuple[Signal, ...]]:
    """The signals of each point of one period, the rule that counts most first.

    Source: NHSRplotthedots, as the module says. Assumes points in order of date, one period.
    """
    sides = [_side(value, line.centre) for value, line in zip(values, limits, strict=True)]
    found: list[_Rule] = [
        (OUTSIDE, _outside(values, limits), _outside_words),
        (TREND, _trends(values, rules.trend), lambda way: _trend_words(way, rules.trend)),
    ]
    if rules.two_of_three:
        found.append((TWO_OF_THREE, _two_of_three(values, limits, sides), _near_words))
    found.append((RUN, _runs(sides, rules.run), lambda way: _run_words(way, rules.run)))
    return [
        tuple(Signal(rule, ways[at], say(ways[at])) for rule, ways, say in found if ways[at])
        for at in range(len(values))
    ]


def _side(value: float, line: float) -> int:
    return int(above(value, line)) - int(below(value, line))


def _outside(values: Sequence[float], limits: Sequence[Limits]) -> list[int]:
    return [
        int(above(value, line.high)) - int(below(value, line.low))
        for value, line in zip(values, limits, strict=True)
    ]


def _trends(values: Sequence[float], length: int) -> list[int]:
    """Where a point is part of two trends, the later one says its way, as NHSRplotthedots does."""
    steps = [_side(after, before) for before, after in pairwise(values)]
    ways = [0] * len(values)
    for at in range(len(steps) - length + 2):
        window = steps[at : at + length - 1]
        if abs(sum(window)) == length - 1:
            ways[at : at + length] = [window[0]] * length
    return ways


def _runs(sides: Sequence[int], length: int) -> list[int]:
    ways = [0] * len(sides)
    for at in range(len(sides) - length + 1):
        window = sides[at : at + length]
        if abs(sum(window)) == length:
            ways[at : at + length] = window
    return ways


def _two_of_three(
    values: Sequence[float], limits: Sequence[Limits], sides: Sequence[int]
) -> list[int]:
    near = [_near(value, line) for value, line in zip(values, limits, strict=True)]
    ways = [0] * len(values)
    for at in range(len(values) - 2):
        three = range(at, at + 3)
        if abs(sum(sides[i] for i in three)) == 3 and sum(near[i] for i in three) >= 2:
            for i in three:
                ways[i] = sides[i] if near[i] else ways[i]
    return ways


def _near(value: float, line: Limits) -> bool:
    inside = not above(value, line.high) and not below(value, line.low)
    return inside and (above(value, line.near_high) or below(value, line.near_low))


def _outside_words(way: int) -> str:
    return f"{'above the upper' if way > 0 else 'below the lower'} limit"


def _trend_words(way: int, length: int) -> str:
    return f"part of {length} points in a row, each {'above' if way > 0 else 'below'} the last"


def _near_words(way: int) -> str:
    return f"one of two points in three close to the {'upper' if way > 0 else 'lower'} limit"


def _run_words(way: int, length: int) -> str:
    return f"part of {length} points in a row {'above' if way > 0 else 'below'} the centre line"
