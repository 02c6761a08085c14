"""The local lists agree with their declarations and with the other lists."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from declared import broken

from sightline.standards import standard
from sightline.synthesize.annex_a import annex_a_rows
from sightline.synthesize.local import local_rows
from sightline.synthesize.world import World

Lists = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def rows(made: World, until: date) -> Lists:
    """The lists at the last day."""
    return local_rows(made, until)


@pytest.fixture(scope="module")
def lists(made: World, until: date) -> Lists:
    """Annex A at the same day."""
    return annex_a_rows(made, until)


def test_no_declared_rule_is_broken(rows: Lists, until: date) -> None:
    """Kinds, codes, blanks, pairs, order of dates, dates to come."""
    assert broken("local", rows, until)[:3] == []


def test_every_list_has_rows(rows: Lists) -> None:
    """Those of 2,000 children."""
    assert {table.key for table in standard("local").tables} == set(rows)
    assert [key for key, held in rows.items() if not held] == []


def test_the_worker_now_is_that_of_annex_a(rows: Lists, lists: Lists) -> None:
    """By name, for every open child."""
    now = {
        row["child_id"]: row["worker_name"]
        for row in rows["worker_episodes"]
        if row["ended_on"] is None and row["worker_role"] == "social_worker"
    }
    opened = [row for row in lists["children_in_need"] if row["cin_closure_date"] is None]
    assert all(now[row["child_id"]] == row["allocated_worker"] for row in opened)


def test_workers_by_episode_follow_without_a_gap(rows: Lists) -> None:
    """A reason for each change, and none for the last."""
    first = {"child_id": "", "ended_on": None, "change_reason": None}
    changes = 0
    for before, after in zip([first, *rows["worker_episodes"]], rows["worker_episodes"]):
        if before["child_id"] == after["child_id"] and before["change_reason"]:
            changes += 1
            assert before["ended_on"] is not None
            assert before["ended_on"] <= after["started_on"]
    assert changes > 200


def test_core_groups_belong_to_plans(rows: Lists, lists: Lists) -> None:
    """The plan's start is that of list 7, where the plan is open."""
    plans = {
        row["child_id"]: row["plan_start_date"]
        for row in lists["child_protection"]
        if row["plan_end_date"] is None
    }
    starts = {(row["child_id"], row["plan_started_on"]) for row in rows["core_groups"]}
    assert plans.items() <= starts


def test_meetings_not_held_have_no_date(rows: Lists) -> None:
    """And those held have one."""
    for key in ("core_groups", "child_in_need_reviews", "midpoint_reviews", "supervision"):
        for row in rows[key]:
            assert (row.get("held_on") is not None) == (row["status"] == "held"), (key, row)


def test_return_interviews_follow_the_return(rows: Lists) -> None:
    """Some within 72 hours, some later, some refused."""
    late = [
        (row["interviewed_at"] - row["returned_at"]).total_seconds() / 3600
        for row in rows["return_interviews"]
        if row.get("interviewed_at")
    ]
    assert min(late) > 0
    assert min(late) <= 72 < max(late)
    assert {"held", "declined", "not_offered"} <= {
        row["interview_status"] for row in rows["return_interviews"]
    }


def test_posts_are_vacant_or_held(rows: Lists) -> None:
    """No worker in a vacancy, and a worker in every other row."""
    kinds = {row["contract"] for row in rows["workforce"]}
    assert {"permanent", "agency", "vacant"} <= kinds
    for row in rows["workforce"]:
        assert (row.get("worker_id") is None) == (row["contract"] == "vacant")


def test_children_held_are_those_allocated(rows: Lists, lists: Lists) -> None:
    """In the workforce list as counted from list 6, for workers who are not personal advisers."""
    counted: dict[str, int] = {}
    for row in lists["children_in_need"]:
        if row["cin_closure_date"] is None:
            worker = row["allocated_worker"]
            counted[worker] = counted.get(worker, 0) + 1
    held = {
        row["worker_name"]: row["children_held"]
        for row in rows["workforce"]
        if row.get("children_held") is not None and row["ended_on"] is None
    }
    referred = sum(
        held[name] - counted.get(name, 0) for name in counted if held[name] >= counted[name]
    )
    assert all(held[name] >= count for name, count in counted.items())
    assert referred < 0.1 * sum(counted.values())  # children referred and not yet assessed
