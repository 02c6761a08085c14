"""How sure a share from a sample is: a 95% interval, narrower where most of the list was read."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054
MINIMUM = 10
TOO_FEW = "too few to tell"


@dataclass(frozen=True, slots=True)
class Interval:
    """The share that was found, and between which shares the list's own is likely to lie."""

    share: float
    low: float
    high: float
    count: int
    of: int

    def __str__(self) -> str:
        """In words: "40% (8 of 20; between 22% and 61%)"."""
        low, high = round(self.low * 100), round(self.high * 100)
        share = round(self.share * 100)
        return f"{share}% ({self.count} of {self.of}; between {low}% and {high}%)"


def interval(
    count: int, of: int, population: int | None = None, minimum: int = MINIMUM
) -> Interval | None:
    """The 95% interval of ``count`` of ``of`` drawn from ``population``; None under ``minimum``.

    Wilson's score interval (E. B. Wilson, 1927). Where the list that was drawn from is known,
    the sample counts as if it were larger by (population - 1) / (population - of): the finite
    population correction (Cochran, Sampling Techniques, 1977) put into Wilson's form. When all
    were read there is no doubt, and both ends are the share. It holds for random draws alone.
    """
    if not 0 <= count <= of or (population is not None and of > population):
        raise ValueError(f"{count} of {of} from {population} cannot be")
    if of < max(minimum, 1):
        return None
    share = count / of
    if population == of:
        return Interval(share, share, share, count, of)
    size = of if population is None else of * (population - 1) / (population - of)
    middle = (share + Z * Z / (2 * size)) / (1 + Z * Z / size)
    half = Z / (1 + Z * Z / size) * sqrt(share * (1 - share) / size + Z * Z / (4 * size * size))
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half), count, of)
