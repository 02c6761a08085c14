"""Windows as shown: Mondays, no August, no late December, never before the date asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regime_chains import LEEDS, LEICESTER, day

from sightline.regime.grades import Grade
from sightline.regime.rules import (
    ALTERNATIVES,
    CALIBRATED,
    NOMINAL,
    Spread,
    Window,
    rules_by_id,
    rules_for,
)
from sightline.regime.windows import (
    can_start,
    cycle_spread,
    from_date,
    lateness,
    nearest_start,
    pause_reason,
    shown_inspection,
    shown_visit,
    start_on_or_after,
    start_on_or_before,
)

DAYS = st.dates(date(2014, 1, 1), date(2034, 12, 31))


@pytest.mark.parametrize(
    ("iso", "could"),
    [
        ("2026-11-23", True),  # a Monday
        ("2026-11-24", False),  # a Tuesday
        ("2026-08-03", False),  # a Monday in August
        ("2026-07-27", True),
        ("2026-12-14", True),
        ("2026-12-21", False),
        ("2027-05-03", False),  # the early May bank holiday
        ("2028-05-01", False),
        ("2022-09-19", False),  # the state funeral
        ("2023-12-11", True),  # Havering's inspection began then
    ],
)
def test_when_an_inspection_could_start(iso: str, could: bool) -> None:
    """A worked Monday outside August and the second half of December."""
    assert can_start(day(iso)) is could


@pytest.mark.parametrize(
    ("iso", "after", "before", "nearest"),
    [
        # the August Mondays of 2026 are 3 to 31 (the last a bank holiday)
        ("2026-08-12", "2026-09-07", "2026-07-27", "2026-07-27"),
        # 20 December 2027 is a Monday too late in the year; 3 January 2028 is a bank holiday
        ("2027-12-20", "2028-01-10", "2027-12-13", "2027-12-13"),
        ("2027-05-03", "2027-05-10", "2027-04-26", "2027-05-10"),  # as near: the later
        ("2026-11-23", "2026-11-23", "2026-11-23", "2026-11-23"),
        ("2026-11-25", "2026-11-30", "2026-11-23", "2026-11-23"),
    ],
)
def test_moving_to_a_day_when_one_could_start(
    iso: str, after: str, before: str, nearest: str
) -> None:
    """Forward, back, and to the nearest."""
    assert start_on_or_after(day(iso)) == day(after)
    assert start_on_or_before(day(iso)) == day(before)
    assert nearest_start(day(iso)) == day(nearest)


@given(DAYS)
def test_moved_days_can_be_started_on(asked: date) -> None:
    """Whatever the day, the moved ones are possible and on the right side of it."""
    before, after = start_on_or_before(asked), start_on_or_after(asked)
    assert can_start(before)
    assert can_start(after)
    assert before <= asked <= after
    assert nearest_start(asked) in (before, after)


WINDOW = Window("C", day("2027-05-03"), day("2027-12-20"), day("2028-05-01"))


@given(DAYS, DAYS, st.integers(0, 500), st.integers(0, 500))
def test_nothing_shown_is_before_the_date_asked_about(
    as_of: date, first: date, to_middle: int, to_last: int
) -> None:
    """For any window and any date the three dates shown go forward from that date."""
    middle = first + timedelta(days=to_middle)
    window = Window("C", first, middle, middle + timedelta(days=to_last))
    for shown in (shown_inspection, shown_visit):
        earliest, likely, latest = shown(window, as_of, 6)
        assert as_of <= earliest <= likely <= latest


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-11-22", ("2027-05-03", "2027-12-20", "2028-05-01")),  # before: as it is
        # 115 of 231 days to the middle are gone, a quarter of the chance: three quarters are
        # left, so the likely date is 1 - 0.751 of the last 133 days in: 33 days, 22 January
        ("2027-08-26", ("2027-08-26", "2028-01-22", "2028-05-01")),
        # past the middle: halfway between 1 March and 1 May
        ("2028-03-01", ("2028-03-01", "2028-03-31", "2028-05-01")),
        # past the end: any time in the next six months
        ("2028-06-01", ("2028-06-01", "2028-09-01", "2028-12-01")),
    ],
)
def test_a_window_as_it_stands_later_on(as_of: str, expected: tuple[str, str, str]) -> None:
    """What is left of the chance decides the likely date; past the end it goes on."""
    assert from_date(WINDOW, day(as_of), 6) == tuple(day(iso) for iso in expected)


def test_being_late_is_information() -> None:
    """A sentence for each window that is past, and none before."""
    nominal = (day("2027-03-23"), day("2028-03-23"))
    assert lateness(nominal, WINDOW, day("2028-03-23")) == ()
    assert lateness(nominal, WINDOW, day("2028-03-24")) == (
        "This is later than the nominal window, which ended on 23 March 2028.",
    )
    assert len(lateness(nominal, WINDOW, day("2028-05-02"))) == 2


def test_cycles_are_compared_with_their_like() -> None:
    """After the pause, across it, or the first after the single inspection framework."""
    rules = rules_for(date(2026, 11, 22))
    good = Grade.GOOD
    after = cycle_spread(LEICESTER[4], good, date(2024, 1, 1), rules)
    across = cycle_spread(LEEDS[2], good, date(2021, 1, 1), rules)
    not_yet = cycle_spread(LEEDS[2], good, date(2020, 3, 16), rules)
    first = cycle_spread(LEEDS[0], good, date(2018, 6, 1), rules)
    assert [s.rule for s in (after, across, not_yet, first)] == [
        "C-good",
        "C-pause-good",
        "C-good",
        "C-first-good",
    ]


def test_the_pause_explains_only_cycles_that_crossed_it() -> None:
    """A cycle begun since, or closed before, is not explained by it."""
    assert pause_reason(day("2019-09-23"), day("2020-03-17"))
    assert not pause_reason(day("2019-09-23"), day("2020-03-16"))
    assert not pause_reason(day("2021-09-20"), day("2024-01-01"))


@pytest.mark.parametrize(
    ("iso", "rules"),
    [
        ("2012-01-01", "SIF"),
        ("2017-12-31", "SIF"),
        ("2018-01-01", "ILACS_2018_01"),
        ("2018-09-01", "ILACS_2018_09"),
        ("2023-01-01", "ILACS_2023_01"),
        ("2026-03-31", "ILACS_2023_01"),
        ("2026-04-01", "ILACS_2026_04"),
    ],
)
def test_the_rules_go_by_the_date(iso: str, rules: str) -> None:
    """Each period of the regime has its own set."""
    assert rules_for(day(iso)).nominal.id == rules


def test_the_two_sets_are_versioned_apart() -> None:
    """Either can be had by its id, an alternative reading too, and each has its sources."""
    chosen = rules_by_id("ILACS_2026_04_OVERALL")
    assert chosen.ids == ("ILACS_2026_04_OVERALL", "OBSERVED_2026_08")
    assert all(rules.facts for rules in (*NOMINAL, *ALTERNATIVES))
    assert all(observed.source.source for observed in CALIBRATED)
    with pytest.raises(KeyError):
        rules_by_id("ILACS_2027")


def test_wrong_parameters_are_refused() -> None:
    """A window or a rule set that runs backwards cannot be declared."""
    with pytest.raises(ValueError, match="C:"):
        Spread("C", "days", 5, 4, 6, 1)
    with pytest.raises(ValueError, match="unit"):
        Spread("C", "weeks", 1, 2, 3, 1)
    with pytest.raises(ValueError, match="C:"):
        Window("C", day("2027-01-02"), day("2027-01-01"), day("2027-01-03"))
    with pytest.raises(ValueError, match="backwards"):
        replace(NOMINAL[0], cycle=(42, 30))
    with pytest.raises(ValueError, match="where the rules come from"):
        replace(NOMINAL[0], facts=())


def test_a_spread_says_itself_in_words() -> None:
    """Thousands have their comma."""
    assert str(Spread("C", "days", 952, 1183, 1316, 19)) == (
        "952 to 1,316 days, half of them within 1,183"
    )
