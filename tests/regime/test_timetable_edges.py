"""The timetable for awkward histories: new, abolished and paired authorities, the pandemic."""

from __future__ import annotations

from dataclasses import replace

import pytest
from regime_chains import (
    GOOD,
    NOTTINGHAMSHIRE,
    day,
    expect,
    focused,
    in_order,
    inspection,
    told,
    without_overall,
)

from sightline.regime.history import Event
from sightline.regime.visits import Kind, Step, Topic


@pytest.mark.parametrize(
    ("name", "established", "calibrated", "came"),
    [
        ("Cumberland", "2023-04-01", ("2024-04-01", "2024-08-01", "2024-12-01"), "2024-10-07"),
        (
            "Westmorland and Furness",
            "2023-04-01",
            ("2024-04-01", "2024-08-01", "2024-12-01"),
            "2024-04-22",
        ),
        (
            "North Northamptonshire",
            "2021-04-01",
            ("2022-04-01", "2022-08-01", "2022-12-01"),
            "2022-10-03",
        ),
    ],
)
def test_a_new_authority(
    name: str, established: str, calibrated: tuple[str, str, str], came: str
) -> None:
    """Row R5: standard, 12 to 20 months after it was established; the real one came within."""
    found = expect(established, name=name)[Step.STANDARD_INSPECTION]
    assert found.rules == ("R5", "C-new")
    assert found.nominal is None
    assert found.calibrated == tuple(day(iso) for iso in calibrated)
    assert found.earliest <= day(came) <= found.latest


def test_a_predecessor_s_history_does_not_set_a_new_path() -> None:
    """Northamptonshire was inadequate in 2019; North Northamptonshire starts afresh."""
    before = replace(inspection("2019-06-24", in_order("IIII")), urn="121939")
    unmarked = inspection("2019-06-24", in_order("IIII"))
    found = expect("2021-06-01", before, unmarked, name="North Northamptonshire")
    assert list(found) == [Step.STANDARD_INSPECTION]
    assert found[Step.STANDARD_INSPECTION].events == ()


def test_an_abolished_authority_expects_nothing() -> None:
    """From the day it is gone there is nothing to come; the day before there is."""
    last = inspection("2022-03-07", in_order("RRRR"))
    assert expect("2023-03-31", last, name="Cumbria")
    assert expect("2023-04-01", last, name="Cumbria") == {}


def test_with_no_inspection_on_record_nothing_is_expected() -> None:
    """An authority of long standing with an empty history gives no guess."""
    assert expect("2026-11-22") == {}
    assert expect("2026-11-22", focused("2025-01-14"), Event(Kind.INSPECTION)) == {}


def test_other_authorities_events_and_those_to_come_are_not_used() -> None:
    """Twins inspected in the same weeks are told apart; what is after the date is not known."""
    other = replace(inspection("2024-01-15", in_order("IIII")), urn="80483")
    future = inspection("2025-06-09", in_order("IIII"))
    assert expect("2025-01-01", GOOD, other, future) == expect("2025-01-01", GOOD)


def test_a_report_not_yet_out_is_said_to_be_so() -> None:
    """Standing between the fieldwork and the report, the later knowledge is owned up to."""
    last = replace(GOOD, published=day("2022-04-19"))
    said = told(expect("2022-03-21", last)[Step.SHORT_INSPECTION])
    assert "published on 19 April 2022, after this date" in said


def test_odd_lengths_of_fieldwork_do_not_matter() -> None:
    """Three days (Isles of Scilly) or two spells (2019) give the same windows as five days."""
    dates = {
        expect("2023-01-01", replace(GOOD, end=end))[Step.SHORT_INSPECTION].calibrated
        for end in (None, day("2022-02-23"), day("2022-03-17"))
    }
    assert len(dates) == 1


def test_assurance_visits_of_the_pandemic_do_not_grade() -> None:
    """They count as a visit of the cycle, and can set priority action."""
    last = inspection("2019-02-18", in_order("RRRR"))
    visit = focused("2020-10-13", Topic.COVID, priority=2, virtual=True)
    found = expect("2021-01-01", last, visit)
    assert found[Step.STANDARD_INSPECTION].events == (last, visit)
    assert "C-priority-action" in found[Step.STANDARD_INSPECTION].rules


def test_a_cycle_across_the_pause_is_explained_and_not_lengthened() -> None:
    """The nominal window stays three years; the pause is a reason, and its like are observed."""
    found = expect("2023-01-01", *NOTTINGHAMSHIRE, name="Nottinghamshire")[Step.SHORT_INSPECTION]
    assert found.nominal == (day("2022-04-07"), day("2023-04-07"))
    assert "paused from 17 March 2020 to 27 June 2021" in told(found)
    assert found.rules[-1] == "C-pause-good"


def test_the_form_without_an_overall_grade() -> None:
    """From April 2026 the judgements are named one by one, and no overall grade is made up."""
    found = expect("2026-11-22", without_overall("2026-05-11", "OGGG"))[Step.SHORT_INSPECTION]
    assert found.rules == ("R0", "C-good")
    said = told(found)
    assert "leaders outstanding, help and protection good" in said
    assert "overall" not in said
