"""The tables of the SSD agree with their declarations and with Annex A."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest
from declared import broken

from sightline.standards import standard
from sightline.synthesize.annex_a import annex_a_rows
from sightline.synthesize.ssd import ssd_rows
from sightline.synthesize.world import World

Lists = dict[str, list[dict[str, Any]]]
# What no system fills yet, by the specification.
UNFILLED = {
    *("ssd_ehcp_active_plans", "ssd_ehcp_assessment", "ssd_ehcp_named_plan", "ssd_send"),
    *("ssd_ehcp_requests", "ssd_sen_need", "ssd_s251_finance", "ssd_voice_of_child"),
    *("ssd_linked_identifiers", "ssd_pre_proceedings"),
}


@pytest.fixture(scope="module")
def rows(made: World, until: date) -> Lists:
    """The tables at the last day."""
    return ssd_rows(made, until)


@pytest.fixture(scope="module")
def lists(made: World, until: date) -> Lists:
    """Annex A at the same day."""
    return annex_a_rows(made, until)


def test_no_declared_rule_is_broken(rows: Lists, until: date) -> None:
    """Kinds, codes, pairs, order of dates, keys, references."""
    assert broken("ssd", rows, until)[:3] == []


def test_a_reference_that_leads_nowhere_would_be_seen(rows: Lists, until: date) -> None:
    """The helper that says so does find it."""
    lost = [dict(rows["ssd_cin_plans"][0], cinp_referral_id="R0")]
    found = broken("ssd", {**rows, "ssd_cin_plans": lost}, until)
    assert "ssd_cin_plans.cinp_referral_id: R0 is not in ssd_cin_episodes" in found


def test_all_tables_that_a_system_fills_have_rows(rows: Lists) -> None:
    """And only those."""
    assert {table.key for table in standard("ssd").tables if not rows[table.key]} == UNFILLED


def open_now(rows: list[dict[str, Any]], child: str, end: str) -> set[str]:
    """Children with a row that goes on."""
    return {row[child] for row in rows if row[end] is None}


def test_open_children_are_those_of_annex_a(rows: Lists, lists: Lists) -> None:
    """In need, on plans, and in care: child by child."""
    need = open_now(lists["children_in_need"], "child_id", "cin_closure_date")
    episodes = rows["ssd_cin_episodes"]
    begun = {row["cina_referral_id"] for row in rows["ssd_cin_assessments"]}
    assessed = [row for row in episodes if row["cine_referral_id"] in begun]
    assert open_now(assessed, "cine_person_id", "cine_close_date") == need
    plans = open_now(rows["ssd_cp_plans"], "cppl_person_id", "cppl_cp_plan_end_date")
    assert plans == open_now(lists["child_protection"], "child_id", "plan_end_date")
    care = open_now(rows["ssd_cla_episodes"], "clae_person_id", "clae_cla_episode_ceased_date")
    assert care == open_now(lists["children_in_care"], "child_id", "cla_end_date")


@pytest.mark.parametrize(
    ("table", "child", "day", "key", "event"),
    [
        ("ssd_contacts", "cont_person_id", "cont_contact_date", "contacts", "contact_date"),
        ("ssd_cin_episodes", "cine_person_id", "cine_referral_date", "referrals", "referral_date"),
        (
            *("ssd_s47_enquiry", "s47e_person_id", "s47e_s47_start_date"),
            *("section_47", "strategy_discussion_date"),
        ),
    ],
)
def test_events_of_the_window_are_those_of_annex_a(
    rows: Lists, lists: Lists, table: str, child: str, day: str, key: str, event: str
) -> None:
    """The same child, the same day: the window goes from 30 April to 31 October 2026."""
    inside = sorted((row[child], row[day]) for row in rows[table] if row[day] >= date(2026, 4, 30))
    assert inside == sorted((row["child_id"], row[event]) for row in lists[key])


def test_care_leavers_are_those_of_annex_a(rows: Lists, lists: Lists) -> None:
    """With the same category."""
    assert {
        (row["clea_person_id"], row["clea_care_leaver_eligibility"])
        for row in rows["ssd_care_leavers"]
    } == {(row["child_id"], row["eligibility"]) for row in lists["care_leavers"]}


def test_the_allocated_worker_is_that_of_annex_a(rows: Lists, lists: Lists) -> None:
    """The involvement that goes on names the worker of list 6."""
    names = {
        row["prof_professional_id"]: row["prof_professional_name"]
        for row in rows["ssd_professionals"]
    }
    now = {
        row["invo_person_id"]: names[row["invo_professional_id"]]
        for row in rows["ssd_involvements"]
        if row["invo_involvement_end_date"] is None and row["invo_referral_id"]
    }
    for row in lists["children_in_need"]:
        if row["cin_closure_date"] is None:
            assert now[row["child_id"]] == row["allocated_worker"]


def test_episodes_of_care_have_no_gap(rows: Lists) -> None:
    """Each goes on where the last ended, and only X1 comes between."""
    periods: dict[str, list[dict[str, Any]]] = {}
    for row in rows["ssd_cla_episodes"]:
        periods.setdefault(row["clae_cla_id"], []).append(row)
    assert max(len(parts) for parts in periods.values()) > 2
    for parts in periods.values():
        assert parts[0]["clae_cla_episode_start_date"] == parts[0]["clae_entered_care_date"]
        for one, following in itertools.pairwise(parts):
            start = following["clae_cla_episode_start_date"]
            assert one["clae_cla_episode_ceased_date"] == start
            assert one["clae_cla_episode_ceased_reason"] == "X1"


def test_history_goes_back_six_years(rows: Lists) -> None:
    """To 31 October 2020."""
    days = [row["cont_contact_date"] for row in rows["ssd_contacts"]]
    assert date(2020, 10, 31) <= min(days) < date(2020, 12, 1)
