"""A comparison: plain values that say how an authority stands on one published figure."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from sightline.benchmarks.declare import Better


class YearValue(NamedTuple):
    """A figure of one year. ``status`` says why there is none; it is empty where there is one."""

    year: str
    value: float | None
    status: str


@dataclass(frozen=True, slots=True)
class Place:
    """An area and its figures, the oldest first. ``code`` is empty for a mean of several."""

    code: str
    name: str
    latest: YearValue
    previous: YearValue | None
    change: float | None
    years: tuple[YearValue, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Statistical neighbours, the nearest first, and their mean over those with a figure.

    ``source`` says which list was used; ``with_figure`` counts those that the latest mean is of.
    """

    mean: Place
    each: tuple[Place, ...]
    with_figure: int
    source: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How an authority stands on one published figure.

    ``measure`` is its slug, ``indicator`` Sightline's own ("" where it has none). ``better`` is
    "higher", "lower" or "context". ``rank`` goes from 1, the best, ``of`` is how many authorities
    have a figure, and ``quartile_band`` from A, the best, to D: each None where neither way is
    better or there is no figure. ``quartiles`` are the lowest figure, the three quartiles, and
    the highest. ``same_meaning`` and ``differs`` set it against the authority's own figure.
    """

    measure: str
    title: str
    indicator: str
    part: str
    authority: str
    code: str
    unit: str
    better: str
    latest: YearValue
    previous: YearValue | None
    change: float | None
    rank: int | None
    of: int
    quartile_band: str | None
    quartiles: tuple[float, ...]
    neighbours: Neighbours | None
    region: Place | None
    england: Place | None
    years: tuple[YearValue, ...]
    same_meaning: bool
    differs: str
    source: str

    @property
    def improved(self) -> bool | None:
        """Whether the change is for the better; None for no change, or neither way is better."""
        if not self.change or self.better == Better.CONTEXT:
            return None
        return (self.change > 0) == (self.better == Better.HIGHER)

    def as_dict(self) -> dict[str, Any]:
        """The comparison as plain lists and dictionaries, for JSON."""
        return asdict(self)
