"""Periods: the year, or years, that a published value is of."""

from __future__ import annotations

import re

_TWO_YEARS = re.compile(r"(\d{4})(\d{2})")
_YEAR = re.compile(r"\d{4}(?!\d)")
_WHOLE_YEARS = (
    "",
    "reporting year",
    "financial year",
    "academic year",
    "calendar year",
    "tax year",
)


def period_of(text: str, kind: str = "") -> str:
    """A period as it is shown: "2025", "2024-25" for 202425; what is no year has its kind beside.

    Empty for what is no period.
    """
    plain = text.strip()
    if match := _TWO_YEARS.fullmatch(plain):
        plain = f"{match[1]}-{match[2]}"
    if not _YEAR.match(plain):
        return ""
    return plain if kind.strip().lower() in _WHOLE_YEARS else f"{plain} {kind.strip()}"


def year_of(period: str) -> int | None:
    """The first year of a period, by which periods are put in order."""
    return int(period[:4]) if _YEAR.match(period) else None
