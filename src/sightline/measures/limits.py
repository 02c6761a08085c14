"""Lengths of time as standards set them: 10 working days, 6 weeks, 3 months."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from sightline.kit.calendar import DAY, add_months, add_working_days, is_working_day

UNITS = {
    "working_days": ("working day", "wd"),
    "days": ("day", "d"),
    "weeks": ("week", "w"),
    "months": ("month", "m"),
}
_WRITTEN = re.compile(r"(\d+)\s*(working days?|wd|days?|d|weeks?|w|months?|m)")
_UNIT_OF = {"w": "weeks", "m": "months", "d": "days"}


class Limit(NamedTuple):
    """So many working days, days, weeks or months.

    The day it counts from is day 0, and the limit is met on or before day ``n``.
    """

    n: int
    unit: str

    def __str__(self) -> str:
        """As it is printed: "45 working days"."""
        word = UNITS[self.unit][0]
        return f"{self.n} {word}" if self.n == 1 else f"{self.n} {word}s"

    def after(self, day: date) -> date:
        """The last day that is within the limit from ``day``."""
        if self.unit == "working_days":
            return add_working_days(day, self.n)
        if self.unit == "months":
            return add_months(day, self.n)
        return day + timedelta(days=self.days)

    def before(self, day: date) -> date:
        """The first day from which ``day`` is still within the limit."""
        if self.unit == "working_days":
            return add_working_days(_worked(day), -self.n)
        return Limit(-self.n, self.unit).after(day)

    def gone_by(self, day: date) -> date:
        """The last day from which the whole limit has gone by on ``day``."""
        first = self.before(day)
        if self.unit == "working_days":
            return add_working_days(first, 1) - DAY
        return first

    @property
    def days(self) -> int:
        """The limit in days, for one in days or weeks."""
        if self.unit not in ("days", "weeks"):
            raise ValueError(f"{self} is no fixed number of days")
        return self.n * (7 if self.unit == "weeks" else 1)


def _worked(day: date) -> date:
    """The day itself if it is worked, else the last one before it that is."""
    return day if is_working_day(day) else add_working_days(day, -1)


def working_days(n: int) -> Limit:
    """So many working days."""
    return Limit(n, "working_days")


def weeks(n: int) -> Limit:
    """So many weeks."""
    return Limit(n, "weeks")


def months(n: int) -> Limit:
    """So many calendar months."""
    return Limit(n, "months")


def limit(text: str) -> Limit:
    """A limit as a person writes it: "10 working days", "10wd", "6 weeks", "28 days", "3 months".

    Raises ``ValueError`` where it is none of these.
    """
    found = _WRITTEN.fullmatch(text.strip().lower())
    if not found or int(found[1]) < 1:
        raise ValueError(f"{text!r} is not a length: write 10 working days, 6 weeks, or 3 months")
    unit = found[2]
    return Limit(int(found[1]), "working_days" if unit[:2] in ("wo", "wd") else _UNIT_OF[unit[0]])
