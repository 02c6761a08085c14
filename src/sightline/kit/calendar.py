"""The working-day calendar of England and Wales, with months, Mondays and printed dates.

A working day is any day but Saturday, Sunday, Christmas Day, Good Friday and the bank holidays
of England and Wales (SI 2007/462 regulation 1(2)). The bank holidays come from the ``holidays``
package, read a year at a time when first asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

SATURDAY = 5
MONTHS_IN_YEAR = 12
DAYS_IN_MONTH = 365.25 / 12
DAY = timedelta(days=1)


@cache
def bank_holidays(year: int) -> tuple[date, ...]:
    """The days of one year, in order, that fall on a weekday and are not worked."""
    import holidays

    return tuple(sorted(day for day in holidays.UK(subdiv="ENG", years=year) if is_weekday(day)))


def is_weekday(day: date) -> bool:
    """Whether the day is Monday to Friday."""
    return day.weekday() < SATURDAY


def is_working_day(day: date) -> bool:
    """Whether the day is worked (SI 2007/462 regulation 1(2))."""
    return is_weekday(day) and day not in bank_holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The ``count``-th working day after ``day``; before it, if ``count`` is negative.

    ``day`` itself is never counted, worked or not. With nought it is given back as it is.
    """
    step = DAY if count > 0 else -DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days lie after ``start``, up to and including ``end``.

    Friday to the Monday after is 1; a day to itself is 0. When ``end`` comes first the count
    is that of the same days the other way round, with a minus sign. For a worked ``end``,
    ``add_working_days(start, working_days_between(start, end)) == end``.
    """
    if end < start:
        return -working_days_between(end, start)
    return _weekdays_to(end) - _weekdays_to(start) - _holidays_between(start, end)


def _weekdays_to(day: date) -> int:
    """The weekdays from the first day of the calendar up to and including ``day``."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)


def _holidays_between(start: date, end: date) -> int:
    """The bank holidays on weekdays after ``start``, up to and including ``end``."""
    count = 0
    for year in range(start.year, end.year + 1):
        days = bank_holidays(year)
        count += bisect_right(days, end) - bisect_right(days, start)
    return count


def next_monday(day: date) -> date:
    """The first Monday on or after ``day``."""
    return day + timedelta(days=-day.weekday() % 7)


def previous_monday(day: date) -> date:
    """The last Monday on or before ``day``."""
    return day - timedelta(days=day.weekday())


def next_working_day(day: date) -> date:
    """``day`` itself if it is worked, else the first working day after it."""
    return day if is_working_day(day) else add_working_days(day, 1)


def add_months(day: date, months: float) -> date:
    """The same day of the month, ``months`` later; the month's last day where there is none.

    31 January and one month is the end of February. Part of a month counts in days, at
    30.4375 to the month.
    """
    whole = int(months // 1)
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + whole, MONTHS_IN_YEAR)
    last = monthrange(year, month + 1)[1]
    shifted = date(year, month + 1, min(day.day, last))
    return shifted + timedelta(days=round((months - whole) * DAYS_IN_MONTH))


def months_between(start: date, end: date) -> float:
    """How long from ``start`` to ``end`` in months of 30.4375 days, to one decimal."""
    return round((end - start).days / DAYS_IN_MONTH, 1)


def long_date(day: date) -> str:
    """The date as it is printed: "3 November 2026"."""
    return f"{day.day} {day:%B %Y}"
