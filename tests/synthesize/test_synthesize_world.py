"""A world is the same again, its stories show, and its true values are those of its lists."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from sightline.kit.calendar import add_months, working_days_between
from sightline.synthesize.annex_a import annex_a_rows
from sightline.synthesize.local import local_rows
from sightline.synthesize.ssd import ssd_rows
from sightline.synthesize.stories import STORIES
from sightline.synthesize.truth import true_values
from sightline.synthesize.view import View
from sightline.synthesize.world import World, world


@pytest.fixture(scope="module")
def values(made: World, until: date) -> dict[str, Any]:
    """What is true of the world."""
    return {key: one["value"] for key, one in true_values(made, until).items()}


def test_the_same_again(until: date) -> None:
    """Same arguments, same rows; another seed, others."""
    rows = annex_a_rows(world(300, until, 5), until)
    again = world(300, until, 5)
    assert annex_a_rows(again, until) == rows
    assert ssd_rows(again, until) == ssd_rows(world(300, until, 5), until)
    assert local_rows(again, until) == local_rows(world(300, until, 5), until)
    assert annex_a_rows(world(300, until, 6), until) != rows


def test_one_view_leaves_the_world_as_it_was(until: date) -> None:
    """Rows of an earlier day do not depend on what was asked before."""
    one, two = world(300, until, 5), world(300, until, 5)
    earlier = add_months(until, -3)
    annex_a_rows(one, until)
    ssd_rows(one, until)
    assert annex_a_rows(one, earlier) == annex_a_rows(two, earlier)


def test_what_cannot_be_asked(made: World, until: date) -> None:
    """No story of that name, no child, no day after the last or before history."""
    with pytest.raises(ValueError, match="There is no story 'dragons'; there are drift"):
        world(10, until, 1, ["dragons"])
    with pytest.raises(ValueError, match="one child at least"):
        world(0, until, 1)
    with pytest.raises(ValueError, match="ends on 31/10/2026"):
        View(made, date(2026, 11, 1))
    with pytest.raises(ValueError, match="begins after"):
        View(made, date(2019, 1, 1))


def test_true_values_are_those_of_the_lists(
    made: World, until: date, values: dict[str, Any]
) -> None:
    """Counted anew from rows, for all that Annex A can tell."""
    rows = annex_a_rows(made, until)
    need = [row["case_status"] for row in rows["children_in_need"] if not row["closure_reason"]]
    assert values["open_children_in_need"] == len(need)
    assert values["open_child_in_need_plan"] == need.count("CIN")
    plans = [row for row in rows["child_protection"] if row["plan_end_date"] is None]
    assert values["on_protection_plans"] == len(plans)
    care = [row for row in rows["children_in_care"] if row["cla_end_date"] is None]
    assert values["in_care"] == len(care)
    many = [row for row in care if row["placements_last_12_months"] >= 3]
    assert values["three_placements"] == len(many)
    assert values["contacts"] == len(rows["contacts"])
    assert values["referrals"] == len(rows["referrals"])
    finished = [row for row in rows["assessments"] if row["assessment_authorised_date"]]
    assert values["assessments_finished"] == len(finished)
    in_time = [
        row
        for row in finished
        if working_days_between(row["assessment_start_date"], row["assessment_authorised_date"])
        <= 45
    ]
    assert values["assessments_within_45_of_start"] == len(in_time)
    leavers = [row["eligibility"] for row in rows["care_leavers"]]
    assert values["eligible_children"] == leavers.count("ELIGIBLE")
    assert values["care_leavers"] == len(leavers) - leavers.count("ELIGIBLE")


def test_true_values_of_history_are_those_of_the_ssd(
    made: World, until: date, values: dict[str, Any]
) -> None:
    """Conferences and visits, from 30 April to 31 October 2026."""
    rows = ssd_rows(made, until)
    since = date(2026, 4, 30)
    starts = {
        row["s47e_s47_enquiry_id"]: row["s47e_s47_start_date"] for row in rows["ssd_s47_enquiry"]
    }
    held = [
        (starts[row["icpc_s47_enquiry_id"]], row["icpc_icpc_date"])
        for row in rows["ssd_initial_cp_conference"]
        if row["icpc_icpc_date"] and row["icpc_icpc_date"] >= since
    ]
    assert values["initial_conferences"] == len(held)
    in_time = [one for one in held if working_days_between(*one) <= 15]
    assert values["initial_conferences_within_15"] == len(in_time)
    visits = [row for row in rows["ssd_cp_visits"] if row["cppv_cp_visit_date"] >= since]
    assert values["protection_visits"] == len(visits)
    alone = [row for row in visits if row["cppv_cp_visit_seen_alone"] == "Y"]
    assert values["protection_visits_alone"] == len(alone)


def test_true_values_of_local_lists(made: World, until: date, values: dict[str, Any]) -> None:
    """Return interviews within 72 hours; supervision of children since 30 April 2026."""
    rows = local_rows(made, until)
    in_time = [
        row
        for row in rows["return_interviews"]
        if row.get("interviewed_at")
        and (row["interviewed_at"] - row["returned_at"]).total_seconds() <= 72 * 3600
    ]
    assert values["interviews_within_72_hours"] == len(in_time)
    advisers = {
        row["worker_id"] for row in rows["workforce"] if row["post_role"] == "personal_adviser"
    }
    planned = [
        row
        for row in rows["supervision"]
        if row["session_kind"] == "child"
        and (row["held_on"] or row["due_on"]) >= date(2026, 4, 30)
        and row["worker_id"] not in advisers
    ]
    assert values["supervision_planned"] == len(planned)
    assert values["supervision_held"] == sum(row["status"] == "held" for row in planned)


def test_true_values_can_be_kept_as_json(made: World, until: date) -> None:
    """Each with what it means, in a sentence."""
    found = true_values(made, until)
    assert json.loads(json.dumps(found)) == found
    assert all(one["means"].strip().endswith(".") for one in found.values())


def test_stories_show(values: dict[str, Any]) -> None:
    """One team slower and later to see children, two teams better at visits, a backlog undone."""
    told = {key[6:]: value for key, value in values.items() if key.startswith("story.")}
    assert told["drift.within_45_before"] > told["drift.within_45_now"] + 0.3
    assert told["drift.days_to_first_seen_now"] > told["drift.days_to_first_seen_before"]
    assert told["practice_model.alone_now"] > told["practice_model.alone_before"] + 0.08
    gaps = told["practice_model.days_between_before"], told["practice_model.days_between_now"]
    assert gaps[0] > gaps[1] + 1.5
    assert told["health_catch_up.within_20_late"] < 0.45
    assert told["health_catch_up.within_20_before"] > 0.6


def test_other_teams_do_not_drift(made: World) -> None:
    """The habits of a team that no story is about hardly change in nine months."""
    drifting, *others = made.teams["assessment"]
    begun = made.until - 300
    assert drifting.practice.at("pace", made.until) > drifting.practice.at("pace", begun) + 10
    for team in others:
        change = team.practice.at("pace", made.until) - team.practice.at("pace", begun)
        assert abs(change) < 3


def test_the_manager_changes_when_the_drift_begins(made: World) -> None:
    """On that day."""
    began = STORIES["drift"].began(made)
    managers = made.teams["assessment"][0].managers
    assert began in {manager.start for manager in managers}


def test_a_backlog_of_health_assessments_is_caught_up(made: World) -> None:
    """Everybody who came into care before it ended, and is there, has one four months later."""
    assert made.health_backlog is not None
    begins, ends, caught_up = made.health_backlog
    for child in made.children:
        for episode in child.episodes:
            for care in episode.cares:
                if begins <= care.start < ends and care.end > caught_up + 7:
                    assert care.health
                    assert care.health[0][0] <= caught_up + 60


def test_families_go_through_it_together(made: World) -> None:
    """Brothers and sisters are referred on one day, and there are such families."""
    together = 0
    for family in made.families:
        firsts = [child.episodes[0].referral for child in family.children if child.episodes]
        together += len(firsts) > 1 and len(set(firsts)) == 1
    assert together > 200
