"""History: order, the last graded inspection, what came since, and the grade for the pathway."""

from __future__ import annotations

from datetime import date

import pytest
from regime_chains import (
    LEICESTER,
    LEICESTERSHIRE,
    focused,
    grades,
    in_order,
    inspection,
    monitoring,
    without_overall,
)

from sightline.regime.grades import Grade
from sightline.regime.history import (
    Event,
    grade_for_pathway,
    is_graded,
    known_by,
    last_graded,
    ordered,
    practice_grades,
    short_route,
    since,
)
from sightline.regime.visits import Kind


def test_order_goes_by_the_first_date_known() -> None:
    """A letter's date stands in for fieldwork, and what has no date goes last."""
    letter = Event(Kind.FOCUSED_VISIT, letter_date=date(2020, 1, 1))
    published = Event(Kind.INSPECTION, published=date(2018, 1, 1))
    undated = Event(Kind.MONITORING_VISIT)
    visit = focused("2019-05-05")
    assert ordered([undated, letter, visit, published]) == [published, visit, letter, undated]


def test_nothing_of_the_future_or_without_a_date_is_known() -> None:
    """What is known by a date has begun by it, that day included."""
    events = [focused("2019-05-05"), focused("2019-05-06"), Event(Kind.INSPECTION)]
    assert known_by(events, date(2019, 5, 5)) == events[:1]


@pytest.mark.parametrize(
    ("as_of", "start"),
    [
        (date(2015, 1, 13), None),
        (date(2015, 1, 14), date(2015, 1, 14)),
        (date(2017, 6, 18), date(2015, 1, 14)),
        (date(2019, 6, 1), date(2017, 6, 19)),
        (date(2026, 11, 22), date(2024, 9, 23)),
    ],
)
def test_the_last_graded_inspection(as_of: date, start: date | None) -> None:
    """Monitoring and focused visits in between do not change the grade."""
    found = last_graded(LEICESTER, as_of)
    assert (found.start if found else None) == start


@pytest.mark.parametrize(
    ("event", "graded"),
    [
        (inspection("2015-06-15", grades(lscb="R"), "SIF"), False),  # the board alone
        (inspection("2013-07-08", grades(overall="I", leaders="I"), "LAC"), False),
        (inspection("2018-05-01", {}), True),  # graded, though the grades were not read
        (focused("2018-05-01"), False),
        (monitoring("2018-05-01"), False),
        (Event(Kind.ARTICLE, start=date(2018, 5, 1), framework="ILACS"), False),
    ],
)
def test_what_starts_a_cycle(event: Event, graded: bool) -> None:
    """A review of the board alone, and the 2013 inspection, do not start a new cycle."""
    assert is_graded(event) is graded


def test_since_is_after_the_last_day() -> None:
    """A visit within the fieldwork of an inspection is not after it."""
    inspected = inspection("2021-09-20", in_order("GGGG"), end="2021-10-01")
    inside, after = focused("2021-10-01"), focused("2021-10-02")
    assert since([after, inside, inspected], inspected) == [after]


def test_the_version_is_worked_out_where_it_is_not_given() -> None:
    """An event says its framework's version, from its own start if need be."""
    assert LEICESTER[0].version == "SIF"
    assert LEICESTER[4].version == "ILACS_2018_09"
    assert LEICESTERSHIRE[-1].version == "ILACS_2023_01"
    assert Event(Kind.INSPECTION, framework_version="X").version == "X"
    assert Event(Kind.OTHER).version == ""


def test_events_can_be_kept_in_sets() -> None:
    """An event with grades is hashable."""
    assert len({LEICESTER[0], LEICESTER[0], LEICESTER[1]}) == 2


def test_joint_care_judgement_counts_for_both() -> None:
    """Before 2023 children in care and care leavers had one grade."""
    good, improve = Grade.GOOD, Grade.REQUIRES_IMPROVEMENT
    assert practice_grades(LEICESTERSHIRE[1]) == [improve, good, good]
    old = inspection("2016-01-01", grades(help_and_protection="R", in_care="G"), "SIF")
    assert practice_grades(old) == [improve, good]


ROUTES = [
    ("GGGG", True),
    ("OGGR", True),  # two of three are enough
    ("GGRR", False),
    ("RGGG", False),  # leaders must be
    ("ORGI", False),
    ("GIGG", True),
]


@pytest.mark.parametrize(("letters", "short"), ROUTES)
def test_the_route_by_parts(letters: str, short: bool) -> None:
    """Leaders, and two of three practice judgements, good or better."""
    assert short_route(without_overall("2026-05-11", letters)) is short


def test_the_route_is_unknown_without_judgements() -> None:
    """Where leaders, or every practice judgement, is missing it cannot be told."""
    assert short_route(inspection("2026-05-11", {})) is None
    assert short_route(inspection("2026-05-11", grades(leaders="G"))) is None


@pytest.mark.parametrize(
    ("letters", "grade"),
    [
        ("GGGG", Grade.GOOD),
        ("OOOG", Grade.OUTSTANDING),
        ("OOGG", Grade.GOOD),
        ("GOOO", Grade.GOOD),
        ("RGGG", Grade.REQUIRES_IMPROVEMENT),
        ("GRRG", Grade.REQUIRES_IMPROVEMENT),
        ("GGGI", Grade.INADEQUATE),  # an assumption, flagged in the timetable
        ("IGGG", Grade.INADEQUATE),
    ],
)
def test_a_stand_in_where_there_is_no_overall_grade(letters: str, grade: Grade) -> None:
    """The judgements of the April 2026 form pick a row in the tables."""
    assert grade_for_pathway(without_overall("2026-05-11", letters)) is grade


def test_the_overall_grade_is_used_where_there_is_one() -> None:
    """An overall grade is never second-guessed by its parts."""
    leaders_alone = inspection("2022-02-07", in_order("RIRR"))
    assert grade_for_pathway(leaders_alone) is Grade.REQUIRES_IMPROVEMENT
    assert grade_for_pathway(inspection("2022-02-07", {})) is None
