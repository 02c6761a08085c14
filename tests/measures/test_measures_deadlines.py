"""Deadlines: due days and states by hand, tallies that count those who wait, and the order."""

from __future__ import annotations

from datetime import date

import pytest
from measured_lists import AS_AT, opened

from sightline.measures.columns_used import everything_set
from sightline.measures.deadlines.declare import DEADLINES, Deadline, Due
from sightline.measures.deadlines.library import all_deadlines
from sightline.measures.deadlines.steps import (
    columns_of,
    due_within,
    overdue,
    shows_when_done,
    steps,
    unavailable,
)
from sightline.measures.deadlines.tally import tallies
from sightline.measures.rolls.need import assessments
from sightline.measures.settings import Settings

ASSESSMENTS = """
child_id | assessment_start_date | assessment_authorised_date | allocated_team
ontime   | 2026-08-03            | 2026-10-06                 | North
late     | 2026-08-03            | 2026-10-07                 | North
waits    | 2026-08-27            |                            | South
tomorrow | 2026-08-28            |                            | South
over     | 2026-08-26            |                            | South
nostart  |                       |                            | South
"""
WINDOW = (date(2026, 4, 30), AS_AT)


def by_key(key: str) -> Deadline:
    return next(d for d in all_deadlines() if d.key == key)


def test_an_assessment_is_due_on_the_45th_working_day() -> None:
    """Over the summer bank holiday: from 3 August the 45th is 6 October; from 27, 30 October."""
    with opened(assessments=ASSESSMENTS) as data:
        found = {s.child_id: s for s in steps(data, by_key("assessment"), Settings())}
    assert {k: (s.due.isoformat(), s.state, s.days_late) for k, s in found.items()} == {
        "ontime": ("2026-10-06", "on time", 0),
        "late": ("2026-10-06", "late", 1),
        "over": ("2026-10-29", "overdue", 2),
        "waits": ("2026-10-30", "overdue", 1),
        "tomorrow": ("2026-11-02", "due", -2),
    }


def test_those_overdue_count_against_and_those_with_time_do_not() -> None:
    with opened(assessments=ASSESSMENTS) as data:
        (whole,) = tallies(data, by_key("assessment"), Settings(), WINDOW)
        teams = {
            t.group: t for t in tallies(data, by_key("assessment"), Settings(), WINDOW, "team")
        }
    assert (whole.on_time, whole.judged, whole.overdue, whole.to_come) == (1, 4, 2, 1)
    assert whole.longest == 2
    # 3 August to 6 and to 7 October are 64 and 65 days.
    assert whole.days == pytest.approx(64.5)
    assert (teams["North"].on_time, teams["North"].judged) == (1, 2)
    assert (teams["South"].overdue, teams["South"].to_come) == (2, 1)
    assert sum(t.judged for t in teams.values()) == whole.judged


def test_the_longest_overdue_comes_first_and_the_first_due_first() -> None:
    with opened(assessments=ASSESSMENTS) as data:
        able = [by_key("assessment")]
        assert [s.child_id for s in overdue(data, able, Settings())] == ["over", "waits"]
        assert [s.child_id for s in due_within(data, able, Settings(), 2)] == ["tomorrow"]
        assert due_within(data, able, Settings(), 1) == []


def test_where_the_list_shows_the_latest_alone_those_in_date_are_on_time() -> None:
    plans = """
    child_id | plan_start_date | plan_end_date | latest_review_date | last_visit_date
    new      | 2026-08-15      |               |                    | 2026-10-17
    late     | 2026-07-30      |               |                    | 2026-10-16
    reviewed | 2025-10-01      |               | 2026-04-30         |
    missed   | 2025-10-01      |               | 2026-04-29         | 2026-10-30
    ended    | 2025-10-01      | 2026-10-01    | 2026-01-01         | 2026-01-01
    """
    review = by_key("protection-review")
    with opened(child_protection=plans) as data:
        found = {s.child_id: (s.due.isoformat(), s.state) for s in steps(data, review, Settings())}
        (tally,) = tallies(data, review, Settings(), WINDOW)
        visits = {s.child_id: s.state for s in steps(data, by_key("protection-visit"),
                                                     everything_set())}  # fmt: skip
    # Six months from 30 April is 30 October, the day before.
    assert found == {
        "new": ("2026-11-15", "due"),
        "late": ("2026-10-30", "overdue"),
        "reviewed": ("2026-10-30", "overdue"),
        "missed": ("2026-10-29", "overdue"),
    }
    assert (tally.on_time, tally.judged, tally.days) == (1, 4, None)
    # Ten working days from 16 October, a Friday, are 30 October; from 17, a Saturday, the same.
    assert visits == {"new": "overdue", "late": "overdue", "reviewed": "overdue", "missed": "due"}


def test_a_child_on_a_plan_or_without_need_of_one_waits_for_no_conference() -> None:
    enquiries = """
    child_id | strategy_discussion_date | icpc_unnecessary | icpc_date
    waits    | 2026-10-09               |                  |
    onplan   | 2026-10-01               | N                |
    no       | 2026-10-01               | Y                |
    held     | 2026-10-01               | N                | 2026-10-23
    """
    plans = """
    child_id | plan_start_date | plan_end_date
    onplan   | 2026-03-01      |
    """
    with opened(section_47=enquiries, child_protection=plans) as data:
        found = {s.child_id: (s.due.isoformat(), s.state)
                 for s in steps(data, by_key("initial-conference"), Settings())}  # fmt: skip
    assert found == {"waits": ("2026-10-30", "overdue"), "held": ("2026-10-22", "late")}


def test_a_local_standard_is_off_until_it_is_set() -> None:
    plans = "child_id | plan_start_date | plan_end_date | last_visit_date\nA | 2026-01-01 | |"
    with opened(child_protection=plans) as data:
        why = unavailable(by_key("protection-visit"), data, Settings())
        assert why == "No local standard is set: give cp_visit in the settings."
        assert unavailable(by_key("protection-visit"), data, everything_set()) == ""


def test_data_that_lack_a_list_or_a_column_are_said_to() -> None:
    plans = "child_id | plan_start_date | plan_end_date\nA | 2026-01-01 |"
    with opened(child_protection=plans) as data:
        why = unavailable(by_key("protection-review"), data, Settings())
        assert "list 7" in why
        assert why.startswith("Not in these data: needs ")
        assert "list 4, Assessments" in unavailable(by_key("assessment"), data, Settings())


def test_every_deadline_has_a_basis_and_columns() -> None:
    for one in all_deadlines():
        assert one.basis
        assert columns_of(one)
        assert one.waits_for
    assert shows_when_done(by_key("assessment"))
    assert not shows_when_done(by_key("care-visit"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"timescale": "no-such"},
        {"timescale": "icpc", "setting": "cp_visit"},
        {"setting": "no_such"},
        {"timescale": "icpc", "theme": "no-such"},
        {},
    ],
)
def test_a_wrong_deadline_cannot_be_declared(wrong: dict[str, str]) -> None:
    said = {"theme": "assessment", **wrong}
    with pytest.raises(ValueError, match="Deadline"):
        Deadline(
            "wrong", "Wrong", "nothing", assessments, says=lambda r, a: Due(True, None), **said
        )
    DEADLINES.pop("wrong", None)
    assert "wrong" not in DEADLINES
