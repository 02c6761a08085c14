"""Dates and counts stand on pages as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.packs.words import count, listed, period, share, when


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2026, 11, 3), "3 November 2026"),
        ("2026-11-03", "3 November 2026"),
        ("2017-07", "July 2017"),
        ("2015", "2015"),
        ("", ""),
        (None, ""),
    ],
)
def test_dates_are_no_more_exact_than_known(value: object, words: str) -> None:
    """A month stays a month."""
    assert when(value) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2015-01-20", "2015-02-11", "20 January to 11 February 2015"),
        ("2022-01-26", "2022-01-27", "26 to 27 January 2022"),
        ("2022-11-28", "2023-01-09", "28 November 2022 to 9 January 2023"),
        ("2019-01-22", "2019-01-22", "22 January 2019"),
        ("", "2019-01-22", "22 January 2019"),
    ],
)
def test_periods_say_each_month_once(first: str, last: str, words: str) -> None:
    """What both dates share is said at the end."""
    assert period(first, last) == words


def test_shares_carry_their_counts() -> None:
    """A share never stands alone."""
    assert share(41, 52) == "79% (41 of 52)"
    assert share(0, 0) == "none"


def test_counts_and_lists() -> None:
    """One is one, several are several."""
    assert count(1, "document") == "1 document"
    assert count(1200, "document") == "1,200 documents"
    assert count(2, "authority", "authorities") == "2 authorities"
    assert (listed([]), listed(["a"]), listed(["a", "b", "c"])) == ("", "a", "a, b and c")
