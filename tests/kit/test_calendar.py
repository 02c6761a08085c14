"""The working-day calendar: bank holidays, counting both ways, months, Mondays."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.kit.calendar import (
    add_months,
    add_working_days,
    is_working_day,
    long_date,
    months_between,
    next_monday,
    next_working_day,
    previous_monday,
    working_days_between,
)

DAYS = st.dates(date(2000, 1, 1), date(2035, 12, 31))

ONE_OFF = [
    (date(2002, 6, 3), "Golden Jubilee"),
    (date(2011, 4, 29), "royal wedding"),
    (date(2012, 6, 4), "late May holiday moved to the Monday before the Diamond Jubilee"),
    (date(2012, 6, 5), "Diamond Jubilee"),
    (date(2020, 5, 8), "VE Day, in place of 4 May"),
    (date(2022, 6, 2), "late May holiday moved"),
    (date(2022, 6, 3), "Platinum Jubilee"),
    (date(2022, 9, 19), "funeral of the Queen"),
    (date(2023, 5, 8), "coronation"),
]

WORKED = [
    (date(2012, 5, 28), "the usual late May Monday, moved to June in 2012"),
    (date(2020, 5, 4), "the usual early May Monday, moved to VE Day in 2020"),
    (date(2022, 5, 30), "the usual late May Monday, moved to June in 2022"),
    (date(2024, 12, 24), "Christmas Eve"),
    (date(2024, 12, 31), "New Year's Eve"),
    (date(2024, 8, 5), "Scotland's August holiday"),
    (date(2024, 1, 2), "Scotland's second of January"),
    (date(2024, 3, 18), "Saint Patrick's Day, kept in Northern Ireland"),
]

SUBSTITUTES = [
    (date(2021, 12, 27), "for Christmas Day on a Saturday"),
    (date(2021, 12, 28), "for Boxing Day on a Sunday"),
    (date(2022, 1, 3), "for New Year's Day on a Saturday"),
    (date(2023, 1, 2), "for New Year's Day on a Sunday"),
    (date(2026, 12, 28), "for Boxing Day on a Saturday"),
    (date(2027, 12, 27), "for Christmas Day on a Saturday"),
    (date(2027, 12, 28), "for Boxing Day on a Sunday"),
    (date(2028, 1, 3), "for New Year's Day on a Saturday"),
]


@pytest.mark.parametrize(("day", "why"), ONE_OFF + SUBSTITUTES)
def test_holidays_of_one_year_only_are_not_worked(day: date, why: str) -> None:
    """Jubilees, a funeral, a coronation and substitute days are not working days."""
    assert not is_working_day(day), why


@pytest.mark.parametrize(("day", "why"), WORKED)
def test_days_that_look_like_holidays_are_worked(day: date, why: str) -> None:
    """Moved-away Mondays and other nations' holidays are working days here."""
    assert is_working_day(day), why


@pytest.mark.parametrize("year", range(2013, 2031))
def test_every_year_has_eight_holidays_or_more(year: int) -> None:
    """Good Friday, Easter Monday, Christmas and the rest stand in every year of the regime."""
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    idle = [day for day in days if day.weekday() < 5 and not is_working_day(day)]
    assert 8 <= len(idle) <= 10


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # Friday to Monday
        (date(2026, 3, 7), 1, date(2026, 3, 9)),  # Saturday to Monday
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Good Friday and Easter Monday
        (date(2024, 12, 24), 1, date(2024, 12, 27)),  # over Christmas and Boxing Day
        (date(2024, 2, 28), 2, date(2024, 3, 1)),  # 29 February is worked
        (date(2023, 2, 28), 1, date(2023, 3, 1)),  # no 29 February
        (date(2022, 9, 16), 1, date(2022, 9, 20)),  # over the state funeral
        (date(2026, 3, 9), -1, date(2026, 3, 6)),
        (date(2026, 3, 8), -1, date(2026, 3, 6)),
        (date(2026, 3, 8), 0, date(2026, 3, 8)),  # nought leaves even a Sunday alone
    ],
)
def test_adding_working_days(start: date, count: int, end: date) -> None:
    """Counting starts on the day after, and passes over what is not worked."""
    assert add_working_days(start, count) == end


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2026, 3, 6), date(2026, 3, 9), 1),
        (date(2026, 3, 9), date(2026, 3, 9), 0),
        (date(2026, 3, 6), date(2026, 3, 8), 0),
        (date(2025, 12, 24), date(2026, 1, 2), 4),  # 29, 30 and 31 December, 2 January
        (date(2026, 3, 9), date(2026, 3, 6), -1),
    ],
)
def test_counting_working_days(start: date, end: date, count: int) -> None:
    """The first day is not counted and the last one is."""
    assert working_days_between(start, end) == count


@given(DAYS, st.integers(1, 400))
def test_adding_undoes_counting(start: date, count: int) -> None:
    """The working days between a day and its ``count``-th working day are ``count``."""
    end = add_working_days(start, count)
    assert is_working_day(end)
    assert working_days_between(start, end) == count


@given(DAYS, st.integers(0, 900))
def test_counting_agrees_with_going_day_by_day(start: date, length: int) -> None:
    """The quick count is the same as looking at each day."""
    end = start + timedelta(days=length)
    slow = sum(is_working_day(start + timedelta(days=n)) for n in range(1, length + 1))
    assert working_days_between(start, end) == slow
    assert working_days_between(end, start) == -slow


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 8, 31), 30, date(2027, 2, 28)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 9, 23), 30, date(2027, 3, 23)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 1, 1), -1, date(2023, 12, 1)),
        (date(2024, 9, 23), 14.6, date(2025, 12, 11)),  # 23 November 2025 and 0.6 x 30.44 = 18 days
    ],
)
def test_adding_months(start: date, months: float, end: date) -> None:
    """A month has its own last day, and a leap year its 29 February."""
    assert add_months(start, months) == end


@given(DAYS, st.integers(-200, 200))
def test_months_keep_the_day_or_clamp_it(start: date, months: int) -> None:
    """The day of the month is kept, or is the last that the month has."""
    end = add_months(start, months)
    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end + timedelta(days=1)).month != end.month


@given(DAYS)
def test_mondays_are_mondays(day: date) -> None:
    """The Mondays either side are within the week, and a Monday is its own."""
    assert next_monday(day).weekday() == previous_monday(day).weekday() == 0
    assert timedelta() <= next_monday(day) - day < timedelta(days=7)
    assert timedelta() <= day - previous_monday(day) < timedelta(days=7)


def test_the_next_working_day_may_be_the_day_itself() -> None:
    """A worked day is left alone; Good Friday moves past Easter Monday."""
    assert next_working_day(date(2026, 4, 2)) == date(2026, 4, 2)
    assert next_working_day(date(2026, 4, 3)) == date(2026, 4, 7)


def test_printed_dates_and_lengths() -> None:
    """Dates have no leading zero; lengths are in months to one decimal."""
    assert long_date(date(2026, 11, 3)) == "3 November 2026"
    assert months_between(date(2021, 9, 20), date(2024, 9, 23)) == 36.1


def test_holidays_are_read_only_when_needed() -> None:
    """Importing the calendar does not import the holidays package."""
    code = "import sys, sightline.kit.calendar; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
