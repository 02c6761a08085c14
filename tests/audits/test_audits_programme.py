"""A year's programme: who owes what since when, by the calendar of 2026."""

from datetime import date

import pytest

from sightline.audits.programme import (
    Done,
    Programme,
    Quota,
    calendar,
    owed,
    pay,
    periods,
    plan,
    unplanned,
)

YEAR = Programme(
    date(2026, 4, 1),
    (Quota("full_child", "A Shah", "month", 3), Quota("dip_sample", "North", "quarter", 10)),
)


def _done(*days: date, who: str = "A Shah") -> list[Done]:
    return [Done("full_child", who, day) for day in days]


def test_a_year_is_cut_into_its_periods() -> None:
    """Quarters of a year from April; a programme of twelve months and four quarters."""
    assert periods(date(2026, 4, 1), "quarter") == [
        (date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 3, 31)),
    ]
    assert len(plan(YEAR)) == 16
    assert YEAR.end == date(2027, 3, 31)


def test_what_is_due_is_due_on_the_last_working_day() -> None:
    """31 May 2026 is a Sunday, so Friday the 29th; 31 August 2026 is a bank holiday, so the 28th."""
    dues = {due.start: due.due for due in plan(YEAR) if due.activity == "full_child"}
    assert dues[date(2026, 4, 1)] == date(2026, 4, 30)
    assert dues[date(2026, 5, 1)] == date(2026, 5, 29)
    assert dues[date(2026, 8, 1)] == date(2026, 8, 28)


def test_what_is_owed_is_late_once_its_last_day_is_past() -> None:
    """On 6 May 2026, April's 30th is three working days ago: 1, 5 and 6 May (the 4th is a bank
    holiday). May and the quarter are not late. The 29th of May is 16 working days ahead: 7, 8,
    11-15, 18-22, 26-29 (the 25th is a bank holiday)."""
    april = date(2026, 4, 10)
    found = owed(YEAR, _done(april), date(2026, 5, 6))
    assert [str(one) for one in found][:2] == [
        "A Shah: 2 of 3 full_child, owed since 30 April 2026 (3 working days)",
        "A Shah: 3 of 3 full_child, due by 29 May 2026 (16 working days)",
    ]
    assert [one.late for one in found] == [True, False, False]
    assert owed(YEAR, [], date(2026, 4, 30))[0].late is False


def test_what_is_done_pays_the_oldest_debt_first() -> None:
    """One in April and four in May: two pay April, two are May's, and one is left to do."""
    done = _done(date(2026, 4, 10), *(date(2026, 5, day) for day in (11, 12, 13, 14)))
    found = [one for one in owed(YEAR, done, date(2026, 6, 1)) if one.due.who == "A Shah"]
    assert [(one.due.start, one.due.left, one.late) for one in found] == [
        (date(2026, 5, 1), 1, True),
        (date(2026, 6, 1), 3, False),
    ]


def test_what_is_done_ahead_counts_for_the_next_period() -> None:
    """Five in April: three for April, two for May."""
    done = _done(*(date(2026, 4, day) for day in (7, 8, 9, 10, 13)))
    paid = {d.start: d.done for d in pay(YEAR, done) if d.activity == "full_child"}
    assert (paid[date(2026, 4, 1)], paid[date(2026, 5, 1)], paid[date(2026, 6, 1)]) == (3, 2, 0)


def test_only_what_was_done_by_the_day_and_in_the_year_counts() -> None:
    """Not tomorrow's audit, nor last March's."""
    done = _done(date(2026, 5, 7), date(2026, 3, 31))
    assert owed(YEAR, done, date(2026, 5, 6))[0].due.left == 3


def test_the_calendar_has_every_month_with_what_falls_due() -> None:
    """June has the quarter's ten beside the month's three."""
    months = calendar(YEAR)
    assert len(months) == 12
    june = months[date(2026, 6, 1)]
    assert [(due.who, due.number) for due in june] == [("A Shah", 3), ("North", 10)]


def test_what_nobody_asked_for_is_told_apart() -> None:
    """It pays nothing."""
    extra = _done(date(2026, 5, 7), who="B Jones")
    assert unplanned(YEAR, [*extra, *_done(date(2026, 5, 7))]) == tuple(extra)


def test_a_programme_that_contradicts_itself_is_refused() -> None:
    """Weeks are no part of it, nor a quota twice, nor a year from the second of a month."""
    with pytest.raises(ValueError, match="'week' is not one of"):
        Quota("full_child", "A Shah", "week", 1)
    with pytest.raises(ValueError, match="above nought"):
        Quota("full_child", "A Shah", "month", 0)
    with pytest.raises(ValueError, match="Asked for twice: A Shah: full_child"):
        Programme(date(2026, 4, 1), (YEAR.quotas[0], YEAR.quotas[0]))
    with pytest.raises(ValueError, match="first of a month"):
        Programme(date(2026, 4, 2), ())
