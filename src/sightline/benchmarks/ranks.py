"""Ranks and quartile bands, by the rules of the Local Authority Interactive Tool.

The best has rank 1, and those that tie share the better rank. The bands part the authorities by
three quartiles between the lowest and the highest figure; A is the best. A figure for which
neither way is better has no rank and no band.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from sightline.benchmarks.declare import Better

BANDS = "ABCD"
_PARTS = (0.0, 0.25, 0.5, 0.75, 1.0)


def rank(value: float | None, values: Sequence[float], better: Better) -> int | None:
    """The rank of a figure among those of all authorities, itself one of them."""
    if value is None or better is Better.CONTEXT:
        return None
    if better is Better.HIGHER:
        return 1 + sum(other > value for other in values)
    return 1 + sum(other < value for other in values)


def quartiles(values: Sequence[float]) -> tuple[float, ...]:
    """The lowest figure, the three quartiles, and the highest; nothing of no figures.

    A quartile that falls between two figures is as far between them as it falls (R's type 7).
    """
    if not values:
        return ()
    ordered = sorted(values)
    return tuple(_quantile(ordered, part) for part in _PARTS)


def _quantile(ordered: Sequence[float], part: float) -> float:
    place = (len(ordered) - 1) * part
    low, high = ordered[floor(place)], ordered[ceil(place)]
    if low == high:
        return low
    between = place - floor(place)
    return (1 - between) * low + between * high


def band(value: float | None, bounds: Sequence[float], better: Better) -> str | None:
    """The quartile band of a figure: A is the best quarter, D the one furthest from it.

    A figure on a quartile counts to the lower quarter of figures. Where many authorities tie, the
    best can so be outside A: that is the tool's rule.
    """
    if value is None or not bounds or better is Better.CONTEXT:
        return None
    quarter = next(n for n, bound in enumerate(bounds[1:]) if value <= bound)
    return BANDS[3 - quarter] if better is Better.HIGHER else BANDS[quarter]


def mean(values: Sequence[float | None]) -> float | None:
    """The mean of the figures that there are, or None of none."""
    there = [v for v in values if v is not None]
    return sum(there) / len(there) if there else None


def change(latest: float | None, previous: float | None) -> float | None:
    """How much the latest figure is above the one before; None where one of them is not there."""
    if latest is None or previous is None:
        return None
    return round(latest - previous, 10)  # 57.3 less 49.2 is 8.1
