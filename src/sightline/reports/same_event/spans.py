"""Spans of days: a date as exact as it was printed, and what fits with what."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from sightline.kit.dates import MONTHS, say, say_period

_PRINTED = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
PRECISIONS = ("day", "month", "year")


class Span(NamedTuple):
    """From the first day that is meant to the last; a month or a year is all of its days."""

    first: date
    last: date
    precision: str = "day"

    def meets(self, other: Span) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Span) -> bool:
        """Whether all of it lies in the other."""
        return other.first <= self.first and self.last <= other.last

    def days_from(self, other: Span) -> int:
        """How many days lie between the two; 0 where they meet."""
        return max(0, (self.first - other.last).days, (other.first - self.last).days)

    @property
    def words(self) -> str:
        """In words, no more exact than it is: "22 January 2019", "July 2017", "2015"."""
        if self.precision == "year":
            return str(self.first.year)
        if self.precision == "month":
            return f"{MONTHS[self.first.month - 1]} {self.first.year}"
        return say_period(say(self.first), say(self.last))


def span_of(text: str) -> Span | None:
    """The days that "2017-07-13", "2017-07" or "2017" means; None for anything else."""
    match = _PRINTED.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return Span(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31), "year")
        if day is None:
            return Span(
                date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
            )
        return Span(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def between(first: str, last: str) -> Span | None:
    """From one printed date to another; either may be missing, and the order is mended."""
    spans = [span for span in (span_of(first), span_of(last)) if span]
    if not spans:
        return None
    precision = max((span.precision for span in spans), key=PRECISIONS.index)
    return Span(min(s.first for s in spans), max(s.last for s in spans), precision)
