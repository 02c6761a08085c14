"""Five authorities' real histories, standing at dates in them: the type and windows by hand.

Months are counted from the start of the last graded inspection, and days added to it.
"""

from __future__ import annotations

import pytest
from regime_chains import COVENTRY, LEEDS, LEICESTER, LEICESTERSHIRE, NOTTINGHAMSHIRE, day

from sightline.regime.authorities import resolve
from sightline.regime.backtest import stand_before, summarise
from sightline.regime.expected import Expected
from sightline.regime.history import Event
from sightline.regime.timetable import next_events
from sightline.regime.visits import Step

CHAINS = {
    "Leicester": LEICESTER,
    "Leicestershire": LEICESTERSHIRE,
    "Leeds": LEEDS,
    "Nottinghamshire": NOTTINGHAMSHIRE,
    "Coventry": COVENTRY,
}
INSPECTIONS = (Step.SHORT_INSPECTION, Step.STANDARD_INSPECTION, Step.REINSPECTION)


def standing(name: str, as_of: str) -> tuple[Expected, list[Expected]]:
    """The next graded inspection expected of an authority at a date, and all that is."""
    authority = resolve(name)
    assert authority is not None
    found = next_events(authority, CHAINS[name], day(as_of))
    return next(item for item in found if item.step in INSPECTIONS), found


TYPES = [
    # name, as at, expected next, rules (but for the window's), what came
    ("Leicester", "2016-10-07", "re-inspection", ("R3",)),  # 2017: re-inspected
    ("Leicester", "2019-06-01", "standard inspection", ("R2", "R4")),  # 2021: standard
    ("Leicester", "2024-01-01", "short inspection", ("R1", "R1c")),  # 2024: short
    ("Leicester", "2026-11-22", "standard inspection", ("R2", "R0")),
    ("Leicestershire", "2018-06-01", "standard inspection", ("R2", "R4")),  # 2019: standard
    ("Leicestershire", "2023-06-01", "standard inspection", ("R2",)),  # 2024: standard
    ("Leicestershire", "2026-11-22", "short inspection", ("R1", "R1c", "R0")),
    ("Leeds", "2018-06-01", "short inspection", ("R1", "R1c", "R4")),  # 2018: short
    ("Leeds", "2021-09-01", "short inspection", ("R1", "R1c")),  # 2022: standard, the exception
    ("Leeds", "2025-01-01", "short inspection", ("R1", "R1c")),  # 2025: short
    ("Nottinghamshire", "2019-01-01", "short inspection", ("R1", "R1b", "R4")),  # standard: R1b
    ("Nottinghamshire", "2024-01-01", "short inspection", ("R1", "R1c")),  # 2024: short
    ("Coventry", "2016-06-01", "re-inspection", ("R3",)),  # 2017: re-inspected
    ("Coventry", "2018-06-01", "standard inspection", ("R2", "R4")),  # 2022: standard
    ("Coventry", "2025-06-01", "short inspection", ("R1", "R1c")),  # 2026: short
]


@pytest.mark.parametrize(("name", "as_of", "what", "rules"), TYPES)
def test_the_kind_of_inspection(name: str, as_of: str, what: str, rules: tuple[str, ...]) -> None:
    """Each stands by the rules of its date; the exceptions known are exceptions here too."""
    found, _ = standing(name, as_of)
    assert found.what == what
    assert found.rules[:-1] == rules


WINDOWS = [
    # Leicester, from 23 September 2024: 30 and 42 months; 952, 1,183 and 1,316 days
    (
        "Leicester",
        "2026-11-22",
        ("2027-03-23", "2028-03-23"),
        ("2027-05-03", "2027-12-20", "2028-05-01"),
    ),
    # Leicestershire, from 22 April 2024: 30 and 42 months; 1,043, 1,243 and 1,309 days
    (
        "Leicestershire",
        "2026-11-22",
        ("2026-10-22", "2027-10-22"),
        ("2027-03-01", "2027-09-17", "2027-11-22"),
    ),
    # Leeds, from 21 February 2022 (three years on is 1,096 days: 21 February 2025):
    # 1,043 is 53 days before that, 1,243 is 147 after it and 1,309 is 213 after it
    (
        "Leeds",
        "2025-01-01",
        ("2024-08-21", "2025-08-21"),
        ("2024-12-30", "2025-07-18", "2025-09-22"),
    ),
    # Coventry, from 20 June 2022 (1,096 days on is 20 June 2025): 1,050 is 46 days before,
    # 1,239 is 143 after, 1,400 is 304 after
    (
        "Coventry",
        "2025-06-01",
        ("2024-12-20", "2025-12-20"),
        ("2025-05-05", "2025-11-10", "2026-04-20"),
    ),
    # Leicester, from 20 September 2021 (1,096 days on is 20 September 2024): 1,050 is 46 days
    # before, 1,239 is 143 after, 1,400 is 304 after
    (
        "Leicester",
        "2024-01-01",
        ("2024-03-20", "2025-03-20"),
        ("2024-08-05", "2025-02-10", "2025-07-21"),
    ),
]


@pytest.mark.parametrize(("name", "as_of", "nominal", "calibrated"), WINDOWS)
def test_the_windows(
    name: str, as_of: str, nominal: tuple[str, str], calibrated: tuple[str, str, str]
) -> None:
    """The rule's window and the observed one, kept apart and as they come."""
    found, _ = standing(name, as_of)
    assert found.nominal == tuple(map(day, nominal))
    assert found.calibrated == tuple(map(day, calibrated))


def test_leicester_s_dates_are_moved_to_days_when_an_inspection_could_start() -> None:
    """3 May 2027 and 1 May 2028 are bank holidays; 20 December 2027 is too late in the year."""
    found, everything = standing("Leicester", "2026-11-22")
    shown = (found.earliest, found.likely, found.latest)
    assert shown == (day("2027-05-10"), day("2027-12-13"), day("2028-04-24"))
    # the first of two focused visits is late: 8, 14.6 and 35 months from 23 September 2024
    visit = next(item for item in everything if item.step is Step.FOCUSED_VISIT)
    assert visit.calibrated == (day("2025-05-23"), day("2025-12-11"), day("2027-08-23"))
    assert visit.earliest == day("2026-11-23")  # 22 November 2026 is a Sunday


def test_leicestershire_has_had_no_visit_in_this_cycle() -> None:
    """One is usual after outstanding: 15, 18.7 and 28 months from 22 April 2024; so it is late."""
    _, everything = standing("Leicestershire", "2026-11-22")
    visit = next(item for item in everything if item.step is Step.FOCUSED_VISIT)
    # 18 months on is 22 October 2025, and 0.7 of 30.44 days is 21 more
    assert visit.calibrated == (day("2025-07-22"), day("2025-11-12"), day("2026-08-22"))
    assert visit.confidence == "low"
    assert any("at any time" in reason for reason in visit.reasons)


def test_standing_late_says_so_and_goes_on_expecting() -> None:
    """Nottinghamshire at the start of 2019: 42 months from May 2015 were up in November 2018."""
    found, _ = standing("Nottinghamshire", "2019-01-01")
    assert found.nominal == (day("2017-11-11"), day("2018-11-11"))
    assert any("ended on 11 November 2018" in reason for reason in found.reasons)
    assert found.earliest >= day("2019-01-01")
    assert found.latest >= day("2019-10-07")  # when it came


@pytest.mark.parametrize(
    ("name", "as_of", "came"),
    [
        ("Leicester", "2024-01-01", "2024-09-23"),
        ("Leicestershire", "2023-06-01", "2024-04-22"),
        ("Leeds", "2021-09-01", "2022-02-21"),
        ("Leeds", "2025-01-01", "2025-06-30"),
        ("Nottinghamshire", "2024-01-01", "2024-05-20"),
        ("Coventry", "2021-09-01", "2022-06-20"),
        ("Coventry", "2025-06-01", "2026-03-09"),
    ],
)
def test_what_came_was_within_what_was_shown(name: str, as_of: str, came: str) -> None:
    """Standing months before, the dates shown take in the day that it came."""
    found, _ = standing(name, as_of)
    assert found.earliest <= day(came) <= found.latest


def test_standing_before_the_latest_inspection_of_each() -> None:
    """The back-test, a year before: all five kinds right, and all five dates in what was shown."""
    outcomes = []
    for name, events in CHAINS.items():
        authority = resolve(name)
        assert authority is not None
        outcome = stand_before(authority, events, 12)
        assert outcome is not None
        outcomes.append(outcome)
    result = summarise(outcomes)
    assert result.kind == (5, 5)
    assert result.shown == (5, 5)
    # in the nominal window: Leeds (40.3 months) and Leicester (36.1); not Leicestershire (55.0),
    # Nottinghamshire (55.4) or Coventry (44.6)
    assert result.nominal == (2, 5)
    assert 0 < result.median_width < 900


def test_the_back_test_needs_something_to_stand_before() -> None:
    """With one inspection, or none, there is nothing to compare."""
    authority = resolve("Leicester")
    assert authority is not None
    assert stand_before(authority, LEICESTER[:1], 6) is None
    assert stand_before(authority, (), 6) is None
    nothing: list[Event] = []
    assert summarise([]).kind == (len(nothing), 0)
