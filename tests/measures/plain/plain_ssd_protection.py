"""Plain answers for protection and need from the SSD."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from plain_days import is_open, months_on, wd
from plain_ssd_people import Answer, Lists, Teams, by, least, running


def in_window(day: date | None, on: date, months: int) -> bool:
    return day is not None and months_on(on, -months) <= day <= on


def se04(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    enquiries, teams = by(lists["ssd.ssd_s47_enquiry"], "s47e_s47_enquiry_id"), Teams(lists, on)
    for row in lists["ssd.ssd_initial_cp_conference"]:
        day = row["icpc_icpc_date"]
        if in_window(day, on, 6) and row["icpc_icpc_transfer_in"] != "Y":
            start = least(enquiries.get(row["icpc_s47_enquiry_id"], ()), "s47e_s47_start_date")
            took = wd(start, day)
            yield teams.row(row["icpc_icpc_team"]), None if took is None else took <= 15


def se08(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    teams = Teams(lists, on)
    for row in lists["ssd.ssd_s47_enquiry"]:
        if in_window(row["s47e_s47_end_date"], on, 6):
            took = wd(row["s47e_s47_start_date"], row["s47e_s47_end_date"])
            yield teams.row(row["s47e_s47_completed_by_team"]), took


def cp05(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    rows, teams = lists["ssd.ssd_cp_plans"], Teams(lists, on)
    for row in rows:
        child, start = row["cppl_person_id"], row["cppl_cp_plan_start_date"]
        if not in_window(start, on, 12):
            continue
        earlier = [
            other["cppl_cp_plan_end_date"]
            for other in rows
            if other["cppl_person_id"] == child
            and other["cppl_cp_plan_start_date"] is not None
            and other["cppl_cp_plan_start_date"] < start
            and other["cppl_cp_plan_end_date"] is not None
        ]
        near = any(months_on(start, -24) <= end <= start for end in earlier)
        yield teams.child(child), None if child is None else near


def cp10(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    plans = by(lists["ssd.ssd_cp_plans"], "cppl_cp_plan_id")
    reviews, teams = by(lists["ssd.ssd_cp_reviews"], "cppr_cp_plan_id"), Teams(lists, on)
    for row in lists["ssd.ssd_cp_plans"]:
        start, plan = row["cppl_cp_plan_start_date"], row["cppl_cp_plan_id"]
        if not is_open(start, row["cppl_cp_plan_end_date"], on) or start > months_on(on, -3):
            continue
        first = least(plans[plan], "cppl_cp_plan_start_date")
        held = {r["cppr_cp_review_date"] for r in reviews.get(plan, ())} - {None}
        held = sorted(day for day in held if first <= day <= on)
        dues = [months_on(first, 3), *(months_on(day, 6) for day in held)]
        if not held:
            dues = [months_on(start, 3)]
        yield teams.child(row["cppl_person_id"]), all(d <= due for d, due in zip([*held, on], dues))


def cp17(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    teams = Teams(lists, on)
    for row in lists["ssd.ssd_cp_reviews"]:
        if in_window(row["cppr_cp_review_date"], on, 12):
            said = {"Y": True, "N": False}.get(row["cppr_cp_review_quorate"])
            yield teams.child(row["cppr_person_id"]), said


def cp21(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    teams = Teams(lists, on)
    needed = by(lists["ssd.ssd_cin_episodes"], "cine_person_id")
    cared = by(lists["ssd.ssd_cla_episodes"], "clae_person_id")
    for row in lists["ssd.ssd_cp_plans"]:
        child, end = row["cppl_person_id"], row["cppl_cp_plan_end_date"]
        if not in_window(end, on, 6):
            continue
        after = end + timedelta(days=1)
        spans = [(r["cine_referral_date"], r["cine_close_date"]) for r in needed.get(child, ())]
        spans += [
            (r["clae_cla_episode_start_date"], r["clae_cla_episode_ceased_date"])
            for r in cared.get(child, ())
        ]
        served = any(running(a, b, after) for a, b in spans)
        yield teams.child(child), None if child is None else served


def cn05(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    teams = Teams(lists, on)
    for row in lists["ssd.ssd_cin_plans"]:
        start = row["cinp_cin_plan_start_date"]
        if is_open(start, row["cinp_cin_plan_end_date"], on):
            long = start <= months_on(on, -settings.cin_plan_length.n)
            yield teams.row(row["cinp_cin_plan_team"]), long


PLAIN = {
    ("SE04", "ssd_conferences"): se04,
    ("SE08", "ssd_enquiries"): se08,
    ("CP05", "ssd_cp_plans"): cp05,
    ("CP10", "ssd_cp_plans"): cp10,
    ("CP17", "ssd_cp_reviews"): cp17,
    ("CP21", "ssd_cp_plans"): cp21,
    ("CN05", "ssd_cin_plans"): cn05,
}
