"""Words that the sentences of signals share: dates, lengths, and what is not recorded."""

from __future__ import annotations

from datetime import date

from sightline.kit.calendar import add_months, long_date


def on(day: date | None, otherwise: str = "no date recorded") -> str:
    """A date in print, or what is said where there is none."""
    return long_date(day) if day else otherwise


def ago(days: int) -> str:
    """How long ago: in days up to eight weeks, in weeks up to six months, then in months."""
    if days < 1:
        return "today"
    if days <= 56:
        return f"{days} day{'' if days == 1 else 's'} ago"
    if days <= 182:
        return f"{days // 7} weeks ago"
    return f"{int(days / 30.4375)} months ago"


def whole_months(start: date, end: date) -> int:
    """The whole months from one day to another; the last day of a month is as late as any."""
    count = (end.year - start.year) * 12 + end.month - start.month
    return count if add_months(start, count) <= end else count - 1
