"""A figure of a measure: n of N, a number, a length or a rate, with what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sightline.measures.groups import ALL


@dataclass(frozen=True)
class Figure:
    """One figure of a measure.

    ``value`` is a part of a whole for "%" (0.79), a number, a length in days, or a rate; None where
    nothing could be counted, which is not 0. ``numerator`` and ``denominator`` are the rows behind
    it. ``excluded`` are rows that could not be judged. ``hidden`` says that the counts are kept
    back because they are small. ``group`` is "All", or a group of the
    breakdown; ``category`` a group that the measure itself divides into.
    """

    measure: str
    title: str
    start: date
    end: date
    by: str = ""
    group: str = ALL
    category: str = ""
    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None
    unit: str = ""
    better: str = ""
    excluded: int | None = 0
    note: str = ""
    hidden: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a value."""
        return self.value is not None
