"""Dates are read however they are printed."""

from datetime import date

import pytest

from sightline.kit.dates import find_dates, find_range, say

RANGES = [
    # the plain forms
    ("6 to 17 December 2021", date(2021, 12, 6), date(2021, 12, 17)),
    ("27 September to 8 October 2021", date(2021, 9, 27), date(2021, 10, 8)),
    ("8 October 2018 to 19 October 2018", date(2018, 10, 8), date(2018, 10, 19)),
    # dashes of every kind, with and without spaces
    ("14 January – 5 February 2014", date(2014, 1, 14), date(2014, 2, 5)),
    ("05 July 2016–27 July 2016", date(2016, 7, 5), date(2016, 7, 27)),
    ("14 January 2014- 5 February 2014", date(2014, 1, 14), date(2014, 2, 5)),
    ("20 June 2017 ─ 13 July 2017", date(2017, 6, 20), date(2017, 7, 13)),
    ("15-19 July 2013", date(2013, 7, 15), date(2013, 7, 19)),
    ("11 – 22 July 2022", date(2022, 7, 11), date(2022, 7, 22)),
    # numbers, short months, a short year, one day
    ("12/09/2016 to 06/10/2016", date(2016, 9, 12), date(2016, 10, 6)),
    ("18 Feb 2014 – 12 March 2014", date(2014, 2, 18), date(2014, 3, 12)),
    ("28 July 2016", date(2016, 7, 28), date(2016, 7, 28)),
    # two periods, three days, and the turn of the year
    (
        "5 to 9 December 2022 and 14 to 15 February 2023",
        date(2022, 12, 5),
        date(2023, 2, 15),
    ),
    ("29 and 30 September, and 1 October 2020", date(2020, 9, 29), date(2020, 10, 1)),
    ("15, 16 and 21 July 2025", date(2025, 7, 15), date(2025, 7, 21)),
    ("28 November to 9 January 2023", date(2022, 11, 28), date(2023, 1, 9)),
    # words in between
    ("between 3 and 5 November 2020", date(2020, 11, 3), date(2020, 11, 5)),
    ("the 15 and 16 of May 2018", date(2018, 5, 15), date(2018, 5, 16)),
    ("11 December and 12 December 2018", date(2018, 12, 11), date(2018, 12, 12)),
]


@pytest.mark.parametrize(("printed", "first", "last"), RANGES)
def test_ranges(printed: str, first: date, last: date) -> None:
    """The outer dates of a printed period, and the span of its words."""
    text = f"A visit on {printed}. The last one was in 2012."
    found = find_range(text)
    assert found is not None
    assert (found.first, found.last, found.misprint) == (first, last, "")
    assert text[found.start : found.end] in printed


def test_a_range_without_a_year_takes_it_from_the_letter() -> None:
    """The visit ended before the letter was written."""
    found = find_range("services on 30 and 31 January. The inspectors", before=date(2018, 2, 22))
    assert found is not None
    assert (found.first, found.last) == (date(2018, 1, 30), date(2018, 1, 31))
    crossing = find_range("on 11 and 12 December.", before=date(2019, 1, 9))
    assert crossing is not None
    assert crossing.last == date(2018, 12, 12)


def test_a_misprinted_year_is_mended_and_said() -> None:
    """A two-day visit that seems to last a year is a misprint of the first year."""
    found = find_range("on 24 October 2022 to 25 October 2023.")
    assert found is not None
    assert (found.first, found.last) == (date(2023, 10, 24), date(2023, 10, 25))
    assert "24 October 2022" in found.misprint


def test_no_range_in_a_bare_number() -> None:
    """Numbers that are not days are left alone."""
    assert find_range("The 12 children and 3 families") is None


DATES = [
    ("2 March 2022", date(2022, 3, 2), "day"),
    ("09 August 2021", date(2021, 8, 9), "day"),
    ("Friday, October 7, 2016", date(2016, 10, 7), "day"),
    ("22nd of January 2019", date(2019, 1, 22), "day"),
    ("July 2017", date(2017, 7, 1), "month"),
    ("2015", date(2015, 1, 1), "year"),
]


@pytest.mark.parametrize(("printed", "value", "precision"), DATES)
def test_dates(printed: str, value: date, precision: str) -> None:
    """One date, its precision and its exact words."""
    text = f"last inspected on {printed} by Ofsted"
    (found,) = find_dates(text)
    assert (found.value, found.precision) == (value, precision)
    assert text[found.start : found.end] == printed


def test_a_year_of_five_digits_is_flagged() -> None:
    """The misprint is read, and said."""
    (found,) = find_dates("6 November 20205")
    assert found.value == date(2020, 11, 6)
    assert "20205" in found.misprint


def test_impossible_days_are_not_dates() -> None:
    """31 June is no date; its month still is."""
    found = find_dates("31 June 2020")
    assert [(d.value, d.precision) for d in found] == [(date(2020, 6, 1), "month")]


def test_dates_in_words() -> None:
    """Dates are shown as people write them."""
    assert say(date(2026, 11, 3)) == "3 November 2026"
