"""The lists of Annex A agree with their declarations, with each other, and over time."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from datetime import date
from typing import Any

import pytest
from declared import broken

from sightline.kit.calendar import add_months, is_working_day
from sightline.standards import standard
from sightline.synthesize.annex_a import annex_a_rows
from sightline.synthesize.world import World, world

Lists = dict[str, list[dict[str, Any]]]
OPEN = {
    "children_in_need": "cin_closure_date",
    "child_protection": "plan_end_date",
    "children_in_care": "cla_end_date",
}


@pytest.fixture(scope="module")
def rows(made: World, until: date) -> Lists:
    """The lists at the last day."""
    return annex_a_rows(made, until)


@pytest.fixture(scope="module")
def months(made: World, until: date) -> list[tuple[date, Lists]]:
    """Six monthly snapshots, the last of them at the last day."""
    days = [add_months(until, -back) for back in range(5, -1, -1)]
    return [(day, annex_a_rows(made, day)) for day in days]


def still_open(rows: Lists, key: str) -> set[str]:
    """Children open in a list."""
    return {row["child_id"] for row in rows[key] if row[OPEN[key]] is None}


def test_no_declared_rule_is_broken(rows: Lists, until: date) -> None:
    """Kinds, codes, blanks, pairs, order of dates, keys, dates to come."""
    assert broken("annex_a", rows, until)[:3] == []


def test_a_declared_rule_would_be_seen_to_be_broken(rows: Lists, until: date) -> None:
    """The helper that says so does find a wrong code, a blank and an order."""
    plan = dict(rows["child_protection"][0], latest_category="XXX", plan_start_date=until)
    plan |= {"latest_review_date": date(2020, 1, 1), "previous_plans": None}
    found = broken("annex_a", {**rows, "child_protection": [plan]}, until)
    assert {wrong.split(" in {")[0].split(": ", 1)[1] for wrong in found} >= {
        "latest_category has no code XXX",
        "previous_plans is blank",
        "latest_review_date after plan_start_date is broken",
    }


def test_as_many_children_as_were_asked_for(rows: Lists) -> None:
    """Every child in a list counts once."""
    children = {row["child_id"] for key, held in rows.items() if key != "adopters" for row in held}
    assert len(children) == 2000


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        *(("contacts", 12000), ("early_help", 3000), ("referrals", 7000), ("assessments", 7000)),
        *(("section_47", 2500), ("children_in_need", 9000), ("child_protection", 1150)),
        *(("children_in_care", 1600), ("care_leavers", 850)),
    ],
)
def test_the_scale_of_a_list(rows: Lists, key: str, expected: int) -> None:
    """A tenth of what an authority with 20,000 children in its lists has, give or take."""
    assert 0.6 * expected / 10 < len(rows[key]) < 1.5 * expected / 10


def test_every_list_has_rows_in_a_small_world(until: date) -> None:
    """Of 200 children."""
    small = annex_a_rows(world(200, until, 3), until)
    assert all(len(held) >= 3 for held in small.values()), {k: len(v) for k, v in small.items()}


def test_the_lists_of_need_hold_those_of_protection_and_care(rows: Lists) -> None:
    """With the right status."""
    need = {row["child_id"]: row for row in rows["children_in_need"]}
    in_care, planned = still_open(rows, "children_in_care"), still_open(rows, "child_protection")
    for key in ("child_protection", "children_in_care"):
        assert {row["child_id"] for row in rows[key]} <= need.keys()
    for child, row in need.items():
        status = row["case_status"]
        assert (status == "CLA") == (child in in_care)
        assert (status == "CPP") == (child in planned - in_care)
        assert (status == "CLOSED") == (row["cin_closure_date"] is not None)
        assert row["closure_reason"] != "RC8"


def test_those_assessed_now_are_in_need(rows: Lists) -> None:
    """An open assessment is an open episode."""
    need = still_open(rows, "children_in_need")
    assert {
        row["child_id"] for row in rows["assessments"] if not row["assessment_authorised_date"]
    } <= need


def test_who_holds_the_work_is_the_same_in_each_list(rows: Lists) -> None:
    """Lists 7 and 8 name the team and the worker of list 6."""
    need = {row["child_id"]: row for row in rows["children_in_need"]}
    for row in (*rows["child_protection"], *rows["children_in_care"]):
        for name in ("allocated_team", "allocated_worker"):
            assert row[name] == need[row["child_id"]][name]


def test_a_child_is_the_same_in_each_list(rows: Lists) -> None:
    """Birth, gender, ethnicity, age and disability."""
    said: dict[tuple[str, str], set[Any]] = defaultdict(set)
    for key, held in rows.items():
        for row in held if key != "adopters" else ():
            for name in ("gender", "ethnicity", "date_of_birth", "age", "has_disability"):
                if name in row:
                    said[row["child_id"], name].add(row[name])
    assert [one for one, values in said.items() if len(values) > 1] == []


def test_an_unborn_child_has_no_sex(rows: Lists, until: date) -> None:
    """And there are some."""
    unborn = [
        row
        for key in ("contacts", "referrals", "assessments", "children_in_need")
        for row in rows[key]
        if row["date_of_birth"] > until
    ]
    assert unborn
    assert {(row["gender"], row["age"]) for row in unborn} == {("U", -1)}


def test_conferences_are_held_on_working_days(rows: Lists) -> None:
    """And a plan begins with the conference that made it."""
    starts = {(row["child_id"], row["plan_start_date"]) for row in rows["child_protection"]}
    listed = {row["child_id"] for row in rows["child_protection"]}
    held = [row for row in rows["section_47"] if row["icpc_date"]]
    assert held
    for row in held:
        assert is_working_day(row["icpc_date"])
        if row["icpc_led_to_plan"] == "Y":
            assert row["child_id"] in listed
    made = {(r["child_id"], r["icpc_date"]) for r in held if r["icpc_led_to_plan"] == "Y"}
    assert len(made & starts) > 0.9 * len(made)


def test_counts_are_not_below_the_rows(rows: Lists) -> None:
    """Of referrals and enquiries."""
    for key, count in (
        ("referrals", "referrals_last_12_months"),
        ("section_47", "s47_last_12_months"),
    ):
        seen = Counter(row["child_id"] for row in rows[key])
        assert max(seen.values()) > 1
        assert all(row[count] >= seen[row["child_id"]] - 1 for row in rows[key])


def test_one_event_a_day(rows: Lists) -> None:
    """No two contacts of one child on one day from one source, and so on."""
    for key, names in (
        ("contacts", ("contact_date", "contact_source")),
        ("referrals", ("referral_date",)),
        ("assessments", ("assessment_start_date",)),
        ("section_47", ("strategy_discussion_date",)),
    ):
        events = [(row["child_id"], *(row[name] for name in names)) for row in rows[key]]
        assert len(events) == len(set(events)), key


def test_placements_fit_the_child_and_the_order(rows: Lists) -> None:
    """H5 and P2 from sixteen, P1 under an order, adoption under a placement order, numbers."""
    for row in rows["children_in_care"]:
        kind, legal = row["placement_type"], row["legal_status"]
        assert kind not in ("H5", "P2") or row["age"] >= 16
        assert kind != "P1" or legal in ("C1", "C2")
        assert kind not in ("A5", "A6") or legal == "E1"
        assert kind not in ("K1", "K2", "H5", "S1") or row["placement_urn"]
        assert legal not in ("V3", "V4")
        own = row["placement_la"] == "Fernshire"
        assert own == (row["placement_location"] == "IN")


def test_return_interviews_are_about_times_missing(rows: Lists) -> None:
    """An answer for those who were missing, none for others."""
    times = [row["missing_episodes_12_months"] for row in rows["children_in_care"]]
    assert any(times)
    for row in rows["children_in_care"]:
        offered = row["return_interview_offered"]
        assert (offered is not None) == (row["missing_episodes_12_months"] > 0)
        assert (row["return_interview_accepted"] is not None) == (offered == "Y")


def test_nobody_is_too_old_or_too_young(rows: Lists) -> None:
    """Under 18 where open; care leavers from 16 to 24."""
    for key in OPEN:
        grown = {row["child_id"] for row in rows[key] if row["age"] >= 18}
        assert not grown & still_open(rows, key)
    assert {row["age"] for row in rows["care_leavers"]} <= set(range(16, 25))
    for row in rows["care_leavers"]:
        young = row["eligibility"] in ("RELEVANT", "ELIGIBLE")
        assert young <= (row["age"] < 18)


def test_who_leaves_care_at_sixteen_is_a_care_leaver(rows: Lists) -> None:
    """And who is in care and on that list is only eligible."""
    leavers = {row["child_id"]: row["eligibility"] for row in rows["care_leavers"]}
    for row in rows["children_in_care"]:
        born, ended = row["date_of_birth"], row["cla_end_date"]
        if ended and ended >= born.replace(year=born.year + 16):
            assert row["child_id"] in leavers
        if ended is None:
            assert leavers.get(row["child_id"], "ELIGIBLE") == "ELIGIBLE"


def test_adoption_agrees_with_care_and_adopters(rows: Lists) -> None:
    """Who waits is in care; who is placed or under an order is listed; families are known."""
    listed = {row["child_id"]: row for row in rows["adoption"]}
    families = {row["family_id"] for row in rows["adopters"]}
    for row in rows["adoption"]:
        over = row["adoption_order_date"] or row["no_longer_placed_date"]
        assert over or row["child_id"] in still_open(rows, "children_in_care")
        assert row["family_id"] is None or row["family_id"] in families
    for row in rows["children_in_care"]:
        if row["legal_status"] == "E1" or row["placement_type"] in ("A5", "A6"):
            assert row["child_id"] in listed
        if row["cla_end_reason"] in ("E11", "E12"):
            assert listed[row["child_id"]]["adoption_order_date"] == row["cla_end_date"]


def test_nobody_vanishes_from_an_open_list(months: list[tuple[date, Lists]]) -> None:
    """Open a month ago, and now open, or closed; or only assessed, and in list 4 without need."""
    for (_, before), (_, after) in itertools.pairwise(months):
        only_assessed = {
            row["child_id"] for row in after["assessments"] if row["needs_support"] == "N"
        }
        for key in OPEN:
            gone = still_open(before, key) - {row["child_id"] for row in after[key]}
            assert gone <= (only_assessed if key == "children_in_need" else set())


def test_what_was_known_stays_so(months: list[tuple[date, Lists]]) -> None:
    """A date once given is given again a month later, for the same event."""
    keys = {
        "assessments": "assessment_start_date",
        "section_47": "strategy_discussion_date",
        "child_protection": "plan_start_date",
        "children_in_care": "cla_start_date",
        "adoption": "should_be_placed_date",
    }
    fixed = {
        "assessments": ("assessment_authorised_date", "needs_support"),
        "section_47": ("icpc_date", "icpc_led_to_plan", "icpc_unnecessary"),
        "child_protection": ("plan_end_date", "initial_category"),
        "children_in_care": ("cla_end_date", "cla_end_reason", "category_of_need"),
        "adoption": ("match_date", "placed_date", "adoption_order_date"),
    }
    compared = 0
    for (_, before), (_, after) in itertools.pairwise(months):
        for key, start in keys.items():
            now = {(row["child_id"], row[start]): row for row in after[key]}
            for row in before[key]:
                later = now.get((row["child_id"], row[start]))
                for name in fixed[key] if later else ():
                    compared += row[name] is not None
                    assert row[name] is None or later is None or later[name] == row[name]
    assert compared > 1000


def test_children_move_on(months: list[tuple[date, Lists]]) -> None:
    """Over five months some go from assessment to a plan, to care, and out of it."""
    first, last = months[0][1], months[-1][1]
    before = {row["child_id"]: row["case_status"] for row in first["children_in_need"]}
    after = {row["child_id"]: row["case_status"] for row in last["children_in_need"]}
    moves = {(before[child], after[child]) for child in before.keys() & after.keys()}
    assert {("ASSESSMENT", "CIN"), ("CIN", "CLOSED"), ("CPP", "CIN"), ("CLA", "CLOSED")} <= moves


def test_workers_hold_what_they_can(rows: Lists) -> None:
    """Most open children are with a worker who holds fewer than 30, and workers leave."""
    held = Counter(
        row["allocated_worker"]
        for row in rows["children_in_need"]
        if row["cin_closure_date"] is None
    )
    busy = sum(count for count in held.values() if count > 30)
    assert busy < 0.1 * sum(held.values())
    assert len(held) > 20


def test_every_table_is_made() -> None:
    """A list that is added to the standard must be made here too."""
    from sightline.synthesize.annex_a import _LISTS

    assert set(_LISTS) == {table.key for table in standard("annex_a").tables}
