"""Children under 18 in an authority, as the published statistics imply: number and rate.

No population is published in these files. But where a number of children and its rate per 10,000
are, the population that the department divided by follows, as closely as the rate was rounded.
"""

from __future__ import annotations

from dataclasses import dataclass

from sightline.benchmarks.areas import AUTHORITY
from sightline.benchmarks.declare import figure
from sightline.benchmarks.measures import of_figure
from sightline.benchmarks.series import Series
from sightline.benchmarks.store import Store
from sightline.regime.authorities import Authority, by_dfe_code, resolve

PER = 10_000
# A number, its rate, and how finely the rate is printed.
_PAIRS = (
    ("lait-cpp-total-numref", "lait-cpp-total-rateper10-000", 0.1),
    ("lait-cpp-num", "lait-cpp-rate", 0.1),
    ("lait-cpp-abuse", "lait-cpp-abuse-rate", 0.1),
    ("lait-lacnum", "lait-lac", 1.0),
)


@dataclass(frozen=True, slots=True)
class Population:
    """How many children of 0 to 17 lived in an authority, for rates per 10,000.

    ``low`` and ``high`` are the fewest and the most that the printed rate allows. ``how`` is a
    sentence: from which figures it follows, and where they stand.
    """

    authority: str
    year: str
    children: int
    low: int
    high: int
    how: str
    source: str


def population(store: Store, authority: str | Authority, year: str | int) -> Population | None:
    """The children of 0 to 17 that a year's published rates were reckoned with, or None.

    ``year`` is that of the statistics: 2025 is the year to 31 March 2025, whose rates use the
    population estimate of the middle of 2024. Of several pairs of figures the closest is taken.
    """
    whose = authority if isinstance(authority, Authority) else _named(authority)
    if whose is None:
        return None
    found = [_implied(store, whose, str(year), *pair) for pair in _PAIRS]
    there = [one for one in found if one]
    return min(there, key=lambda one: one.high - one.low, default=None)


def _named(text: str) -> Authority | None:
    return by_dfe_code(text) or resolve(text)


def _implied(
    store: Store, authority: Authority, year: str, number: str, rate: str, printed: float
) -> Population | None:
    counted = _value(store, number, authority, year)
    per = _value(store, rate, authority, year)
    if not counted or not per or per[0] <= printed:
        return None
    low, likely, high = bounds(counted[0], per[0], printed)
    return Population(
        authority=authority.name,
        year=year,
        children=likely,
        low=low,
        high=high,
        how=f"{counted[0]:,.0f} at a rate of {per[0]:g} per 10,000 ({counted[1]}): between "
        f"{low:,} and {high:,} children, as the rate is rounded.",
        source=counted[2],
    )


def bounds(number: float, rate: float, printed: float) -> tuple[int, int, int]:
    """The least, the likely and the most children, for a rate printed in steps of ``printed``."""
    half = printed / 2
    return (
        round(number / (rate + half) * PER),
        round(number / rate * PER),
        round(number / (rate - half) * PER),
    )


def _value(
    store: Store, slug: str, authority: Authority, year: str
) -> tuple[float, str, str] | None:
    declared = figure(slug)
    if declared is None or declared.data_set.slug not in store.loaded():
        return None
    series = Series.read(store, of_figure(declared))
    key = series.area(AUTHORITY, authority.dfe_code)
    values = {y.year: y.value for y in series.years(key)} if key else {}
    value = values.get(year)
    title = declared.title[0].lower() + declared.title[1:]
    return (value, title, series.source(str(key))) if value else None
