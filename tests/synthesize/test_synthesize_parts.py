"""The parts a world is made of, each with values worked by hand."""

from __future__ import annotations

from array import array
from datetime import date

import pytest

from sightline.standards.codes import code_set
from sightline.synthesize import words
from sightline.synthesize.adopters import AdoptiveFamily
from sightline.synthesize.annex_a.common import earlier_in_twelve_months
from sightline.synthesize.days import Days, age_on, birthday, not_leap
from sightline.synthesize.dice import Dice, Weighted, draw
from sightline.synthesize.events import SEEN, Care, Legal, Placement
from sightline.synthesize.placements import in_twelve_months
from sightline.synthesize.practice import Change, Practice
from sightline.synthesize.ssd.care import parts
from sightline.synthesize.view import legal_at
from sightline.synthesize.visits import last_visit


def on(text: str) -> int:
    """The ordinal of a day."""
    return date.fromisoformat(text).toordinal()


@pytest.fixture(scope="module")
def days() -> Days:
    """The calendar of 2025 to 2027."""
    return Days(2025, 2027)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2026-04-02", 1, "2026-04-07"),  # Good Friday to Easter Monday lie between
        ("2026-04-02", 0, "2026-04-02"),
        ("2026-12-24", 1, "2026-12-29"),  # Boxing Day is a Saturday, so Monday 28 is off
        ("2026-04-07", -1, "2026-04-02"),
        ("2026-10-31", 1, "2026-11-02"),  # from a Saturday
    ],
)
def test_working_days_are_counted_on(days: Days, day: str, count: int, expected: str) -> None:
    """Weekends and bank holidays are passed over."""
    assert days.plus(on(day), count) == on(expected)


def test_working_days_between_agree_with_the_calendar(days: Days) -> None:
    """21 in the rest of March, 20 in April, 3 in May 2026: 4 May is a bank holiday."""
    assert days.between(on("2026-03-02"), on("2026-05-06")) == 44


def test_a_day_off_moves_on_or_back(days: Days) -> None:
    """From Easter Sunday to Tuesday, or to Maundy Thursday."""
    assert days.onwards(on("2026-04-05")) == on("2026-04-07")
    assert days.back(on("2026-04-05")) == on("2026-04-02")
    assert days.onwards(on("2026-04-07")) == on("2026-04-07")


def test_ages_and_birthdays() -> None:
    """At the last birthday; -1 for the unborn."""
    born = on("2010-11-01")
    assert age_on(born, on("2026-10-31")) == 15
    assert age_on(born, on("2026-11-01")) == 16
    assert age_on(on("2026-12-24"), on("2026-10-31")) == -1
    assert birthday(born, 18) == on("2028-11-01")
    assert not_leap(on("2024-02-29")) == on("2024-02-28")


def test_chance_is_the_same_again() -> None:
    """One seed, one stream; the same whole numbers, the same draw."""
    one, two = Dice(5), Dice(5)
    assert [one.between(1, 6) for _ in range(50)] == [two.between(1, 6) for _ in range(50)]
    assert draw(1, 2, 3) == draw(1, 2, 3)
    assert draw(1, 2, 3) != draw(1, 2, 4)
    mean = sum(draw(number, 77) for number in range(5000)) / 5000
    assert abs(mean - 0.5) < 0.02


def test_weights_are_kept() -> None:
    """A thing at three of four comes from three quarters of the places."""
    weighted = Weighted({"often": 3, "seldom": 1})
    assert [weighted.at(place) for place in (0.0, 0.74, 0.76, 0.99)] == [
        *("often", "often", "seldom", "seldom")
    ]


def test_the_earlier_referrals_of_twelve_months() -> None:
    """The latest is not counted, nor one a year and a day before it; one a year before is."""
    listed = [on("2025-05-01"), on("2025-05-02"), on("2026-01-10"), on("2026-05-02")]
    assert earlier_in_twelve_months(listed) == 2


def test_placements_of_twelve_months() -> None:
    """What ended on the first day is out; what is to come is out."""
    spans = (("2025-01-01", "2025-10-31"), ("2025-10-31", "2026-03-01"))
    spans = (*spans, ("2026-03-01", "2026-12-01"), ("2026-12-01", "2027-12-01"))
    placements = tuple(
        Placement(on(start), on(end), "U6", "PR1", "", 1, False) for start, end in spans
    )
    assert in_twelve_months(placements, on("2025-10-31"), on("2026-10-31")) == 2


def test_a_period_of_care_falls_into_episodes() -> None:
    """A new one with a move, with an order, and with both at once."""
    one, two, three, end = (on(f"2026-0{month}-01") for month in (1, 3, 5, 8))
    legal = (Legal("V2", one, two), Legal("C1", two, three), Legal("C2", three, end))
    placements = tuple(
        Placement(start, stop, "U6", "PR1", "", 1, False)
        for start, stop in ((one, on("2026-02-01")), (on("2026-02-01"), three), (three, end))
    )
    care = Care(one, end, "E4A", "N1", legal, placements, ())
    assert [(part.reason, part.placement) for part in parts(care)] == [
        *(("S", 0), ("P", 1), ("L", 1), ("B", 2))
    ]
    assert parts(care)[-1].end == end
    assert legal_at(legal, three - 1).code == "C1"
    assert legal_at(legal, three).code == "C2"


def test_the_last_visit_by_a_day() -> None:
    """With or without the child seen."""
    visits = array("i", [100 * 8 + SEEN, 120 * 8, 140 * 8 + SEEN])
    assert last_visit(visits, 139) == 120 * 8
    assert last_visit(visits, 139, seen=True) == 100 * 8 + SEEN
    assert last_visit(visits, 99) is None


def test_a_habit_drifts() -> None:
    """Half-way through the change it is half-way there, and it stays when it has arrived."""
    practice = Practice(Dice(1), 1000)
    practice._start["pace"], practice._trend["pace"] = 30.0, 0.0
    practice.plant(Change("pace", 1000, 100, 50.0))
    assert [practice.at("pace", day) for day in (1000, 1050, 1100, 2000)] == [30, 40, 50, 50]


def test_adopters_are_listed_for_a_year_after_the_end() -> None:
    """And not before they ask."""
    family = AdoptiveFamily("AF1", (), 500, (None, None, None, None), adopted=900)
    assert not family.listed(499, 134)
    assert family.listed(700, 335)
    assert family.listed(1000, 635)
    assert not family.listed(1300, 935)


def test_no_post_area_is_in_use() -> None:
    """Great Britain has no area that begins with Q, V, X or Z."""
    assert all(area[0] in "QVXZ" for area in words.POST_AREAS)
    assert words.postcode(0) == "ZZ1 1AA"


def test_sources_of_contacts_are_codes() -> None:
    """Every source that is drawn is one of the set."""
    from sightline.synthesize.front_door import _SOURCES

    drawn = {_SOURCES.at(place / 1000) for place in range(1000)}
    assert drawn <= set(code_set("contact_source").codes)
    assert len(drawn) > 15
