"""The words and the minimums that every answer about variation shares."""

from __future__ import annotations

from datetime import date

from sightline.kit.calendar import long_date

TOO_FEW = "too few to tell"
CAUTION = "This does not show what caused it: other things may have changed at the same time."
# Below ten children a single child moves a percentage by more than ten points.
MIN_CHILDREN = 10
_HAIR = 1e-9


def above(value: float, line: float) -> bool:
    """Whether a value lies above a line by more than the last digits of arithmetic can cause."""
    return value - line > _HAIR * max(1.0, abs(value), abs(line))


def below(value: float, line: float) -> bool:
    """Whether a value lies below a line by more than the last digits of arithmetic can cause."""
    return above(line, value)


def percent(share: float) -> str:
    """A share as a whole percentage; with a decimal where 0% or 100% would not be true."""
    whole = f"{share * 100:.0f}%"
    if whole in ("0%", "100%") and 0 < share < 1:
        return f"{min(max(share * 100, 0.1), 99.9):.1f}%"
    return whole


def share_words(count: int, of: int) -> str:
    """A share with its numbers: ``79% (41 of 52)``."""
    return f"{percent(count / of)} ({count:,} of {of:,})"


def days_words(days: float) -> str:
    """A number of days in words: ``1 day``, ``12 days``, ``12.5 days``."""
    number = f"{days:,.0f}" if float(days).is_integer() else f"{days:,.1f}"
    return f"{number} day" if days == 1 else f"{number} days"


def event_words(title: str, on: date) -> str:
    """An event with its date: ``a new front door (3 March 2026)``."""
    return f"{title} ({long_date(on)})"
