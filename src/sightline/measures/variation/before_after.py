"""Before and after an event: how much a figure differs, and whether chance would explain it.

A difference says nothing about its cause, and each sentence says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, median
from typing import TYPE_CHECKING, Any

from sightline.measures.variation.points import Event
from sightline.measures.variation.words import (
    CAUTION,
    MIN_CHILDREN,
    TOO_FEW,
    days_words,
    event_words,
    share_words,
)

if TYPE_CHECKING:
    import numpy as np

    Days = np.ndarray[Any, np.dtype[np.int64]]

HIGHER, LOWER, NO_CLEAR_DIFFERENCE = "higher", "lower", "no clear difference"
_Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Change:
    """After less before, with its 95% interval: shares, or days. None where too few to tell."""

    before: float | None
    after: float | None
    difference: float | None
    low: float | None
    high: float | None
    verdict: str
    words: str


def compare_shares(before: tuple[int, int], after: tuple[int, int], event: Event) -> Change:
    """A proportion before and after, from (how many, of how many).

    The difference of the shares, with Newcombe's interval from the two Wilson intervals (method
    10 of Newcombe, "Interval estimation for the difference between independent proportions",
    *Statistics in Medicine* 17, 1998). Assumes that children count apart from each other, and
    that no child is in both. Too few to tell: fewer than 10 children on either side. The verdict
    is higher or lower where the interval leaves out 0.
    """
    (count, of), (count_after, of_after) = before, after
    if min(of, of_after) < MIN_CHILDREN:
        return _too_few(of, of_after)
    share, share_after = count / of, count_after / of_after
    difference = share_after - share
    low, high = newcombe((count_after, of_after), (count, of))
    verdict = _verdict(low, high)
    values = f"{share_words(count_after, of_after)} after, {share_words(count, of)} before"
    ends = f"{abs(low) * 100:.0f}", f"{abs(high) * 100:.0f}"
    size = f"{abs(difference) * 100:.0f} percentage points {verdict}"
    words = _words(event, values, verdict, size, ends)
    return Change(share, share_after, difference, low, high, verdict, words)


def compare_days(before: Sequence[int], after: Sequence[int], event: Event) -> Change:
    """Whole days taken before and after, for what has ended.

    The Hodges-Lehmann difference: the median of every after less every before. Its interval is
    the pair of differences that the rank-sum test would just not refuse at 5% (Moses), with the
    normal approximation and the spread reduced for ties; source: Hollander, Wolfe and Chicken,
    *Nonparametric Statistical Methods*, chapter 4. ``before`` and ``after`` are the medians.
    Assumes that the two differ by a shift, and that children count apart. Too few to tell: fewer
    than 10 on either side. Those still waiting are not in it: use ``survival.compare_waits``
    where many are, or where the later ones have had less time to end.
    """
    import numpy as np

    if min(len(before), len(after)) < MIN_CHILDREN:
        return _too_few(len(before), len(after))
    earlier, later = (np.sort(np.asarray(days, dtype=np.int64)) for days in (before, after))
    difference, low, high = hodges_lehmann(later, earlier)
    verdict = _verdict(low, high)
    medians = float(np.median(earlier)), float(np.median(later))
    values = f"a median of {days_words(medians[1])} after, {days_words(medians[0])} before"
    ends = f"{abs(low):g}", f"{abs(high):g}"
    size = f"{days_words(abs(difference))} {'longer' if verdict == HIGHER else 'shorter'}"
    words = _words(event, values, verdict, size, ends)
    return Change(medians[0], medians[1], difference, low, high, verdict, words)


def wilson(count: int, of: int) -> tuple[float, float]:
    """Wilson's 95% interval of a proportion of one child or more (1927)."""
    share, squared = count / of, _Z**2
    middle = 2 * count + squared
    reach = _Z * sqrt(squared + 4 * count * (1 - share))
    below, beyond = (middle - reach), (middle + reach)
    scale = 2 * (of + squared)
    return max(0.0, below / scale), min(1.0, beyond / scale)


def newcombe(first: tuple[int, int], second: tuple[int, int]) -> tuple[float, float]:
    """Newcombe's 95% interval (method 10) of the first share less the second."""
    (share, low, high), (share2, low2, high2) = (
        (count / of, *wilson(count, of)) for count, of in (first, second)
    )
    difference = share - share2
    return (
        difference - sqrt((share - low) ** 2 + (high2 - share2) ** 2),
        difference + sqrt((high - share) ** 2 + (share2 - low2) ** 2),
    )


def hodges_lehmann(first: Days, second: Days) -> tuple[float, float, float]:
    """The median of every first less every second, with its 95% interval. Both sorted."""
    pairs = len(first) * len(second)
    middle = median(
        _difference_at(first, second, place) for place in {(pairs + 1) // 2, pairs // 2 + 1}
    )
    reach = _Z * _rank_sum_sigma(first, second)
    place = max(1, int(pairs / 2 - reach))
    return (
        float(middle),
        float(_difference_at(first, second, place)),
        float(_difference_at(first, second, pairs + 1 - place)),
    )


def _difference_at(first: Days, second: Days, place: int) -> int:
    """The ``place``-th smallest of all differences, by halving: no table of pairs is made."""
    import numpy as np

    low, high = int(first[0] - second[-1]), int(first[-1] - second[0])
    while low < high:
        middle = (low + high) // 2
        # Pairs with first - second <= middle.
        reached = int(np.searchsorted(first, second + middle, side="right").sum())
        low, high = (low, middle) if reached >= place else (middle + 1, high)
    return low


def _rank_sum_sigma(first: Days, second: Days) -> float:
    """The standard deviation of the rank-sum statistic under chance, reduced for ties."""
    import numpy as np

    both = np.concatenate((first, second))
    ties = np.unique(both, return_counts=True)[1].astype(float)
    total = float(len(both))
    tied = float((ties**3 - ties).sum()) / (total * (total - 1))
    return sqrt(len(first) * len(second) / 12 * (total + 1 - tied))


def _verdict(low: float, high: float) -> str:
    if low > 0:
        return HIGHER
    return LOWER if high < 0 else NO_CLEAR_DIFFERENCE


def _words(event: Event, values: str, verdict: str, size: str, ends: tuple[str, str]) -> str:
    opening = f"Since {event_words(event.title, event.on)}: {values}."
    if verdict == NO_CLEAR_DIFFERENCE:
        return f"{opening} Chance would explain the difference."
    least, most = ends if verdict == HIGHER else ends[::-1]
    return f"{opening} That is {size} (likely {least} to {most}). {CAUTION}"


def _too_few(before: int, after: int) -> Change:
    words = f"{before} before and {after} after: {TOO_FEW} ({MIN_CHILDREN} of each are needed)."
    return Change(None, None, None, None, None, TOO_FEW, words)
