"""Days as whole numbers, with working days looked up in tables: fast enough for a whole world."""

from __future__ import annotations

from datetime import date

from sightline.kit.calendar import add_months, bank_holidays

_LEAP_DAY = (2, 29)


class Days:
    """The working days of some years, by the ordinals of ``date.toordinal``."""

    __slots__ = ("_count", "_first", "_nth")

    def __init__(self, first_year: int, last_year: int) -> None:
        """Make the tables from 1 January of one year to 31 December of another."""
        self._first = date(first_year, 1, 1).toordinal()
        last = date(last_year, 12, 31).toordinal()
        off = {d.toordinal() for y in range(first_year, last_year + 1) for d in bank_holidays(y)}
        self._nth: list[int] = []
        self._count: list[int] = []
        for day in range(self._first, last + 1):
            if (day + 6) % 7 < 5 and day not in off:
                self._nth.append(day)
            self._count.append(len(self._nth))

    def onwards(self, day: int) -> int:
        """The day itself if it is worked, else the next that is."""
        worked = self._count[day - self._first - 1]
        return self._nth[worked]

    def back(self, day: int) -> int:
        """The day itself if it is worked, else the last that was."""
        return self._nth[self._count[day - self._first] - 1]

    def plus(self, day: int, working_days: int) -> int:
        """The so-many-th working day after a day."""
        return self._nth[self._count[day - self._first] - 1 + working_days]

    def between(self, start: int, end: int) -> int:
        """How many working days lie after ``start``, up to and including ``end``."""
        return self._count[end - self._first] - self._count[start - self._first]


def birthday(born: int, years: int) -> int:
    """The day on which somebody is so many years old. Nobody here is born on 29 February."""
    day = date.fromordinal(born)
    return date(day.year + years, day.month, day.day).toordinal()


def not_leap(day: int) -> int:
    """The day, or the one before a 29 February."""
    found = date.fromordinal(day)
    return day - 1 if (found.month, found.day) == _LEAP_DAY else day


def age_on(born: int, day: int) -> int:
    """Years at the last birthday; -1 before birth."""
    if born > day:
        return -1
    birth, now = date.fromordinal(born), date.fromordinal(day)
    return now.year - birth.year - ((now.month, now.day) < (birth.month, birth.day))


def months_before(day: date, months: int) -> int:
    """The first day of the window of so many months that ends on a day."""
    return add_months(day, -months).toordinal()


class _Dates(dict[int, date]):
    """Ordinals as dates, each made once."""

    def __missing__(self, day: int) -> date:
        made = self[day] = date.fromordinal(day)
        return made


_DATES = _Dates()


def any_date(day: int | None) -> date | None:
    """The date of a day, also one to come."""
    return None if day is None else _DATES[day]
