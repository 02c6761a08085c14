"""Tables of the SSD about protection: enquiries, conferences, plans, reviews, visits."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sightline.synthesize.annex_a.common import said
from sightline.synthesize.days import any_date
from sightline.synthesize.dice import draw
from sightline.synthesize.events import Child, Enquiry, Episode, Protection
from sightline.synthesize.ssd.known import Row, episodes, worker_and_team
from sightline.synthesize.ssd.need import seen
from sightline.synthesize.view import View
from sightline.synthesize.visits import BITS

_SALT = 821
_ENQUIRY = {
    needed: json.dumps(
        {"OUTCOME_CP_CONFERENCE_FLAG": said(needed), "OUTCOME_NFA_FLAG": said(not needed)}
    )
    for needed in (True, False)
}
_CONFERENCE = {
    plan: json.dumps({"OUTCOME_CP_FLAG": said(plan), "OUTCOME_CIN_PLAN_FLAG": said(not plan)})
    for plan in (True, False)
}
_FIRST_REVIEW, _NEXT_REVIEW = 91, 182


def _enquiries(view: View) -> Iterator[tuple[Child, str, Episode, str, Enquiry]]:
    for child, referral, episode in episodes(view):
        for place, one in enumerate(episode.enquiries, 1):
            if one.start <= view.day:
                yield child, referral, episode, f"S{referral[1:]}-{place}", one


def _plans(view: View) -> Iterator[tuple[Child, str, str, Protection]]:
    for child, referral, episode in episodes(view):
        for place, plan in enumerate(episode.protections, 1):
            if plan.start <= view.day:
                yield child, referral, f"P{referral[1:]}-{place}", plan


def enquiries(view: View) -> list[Row]:
    """Section 47 enquiries."""
    rows = []
    for child, referral, episode, own, one in _enquiries(view):
        ended = one.end <= view.day
        worker = episode.holder(min(one.end, view.day)).worker
        by = worker_and_team(worker, "by")
        rows.append(
            {
                "s47e_s47_enquiry_id": own,
                "s47e_referral_id": referral,
                "s47e_person_id": child.id,
                "s47e_s47_start_date": any_date(one.start),
                "s47e_s47_end_date": view.known(one.end),
                "s47e_s47_nfa": said(not one.needed) if ended else None,
                "s47e_s47_outcome_json": _ENQUIRY[one.needed] if ended else None,
                "s47e_s47_completed_by_worker_id": by["by_worker_id"],
                "s47e_s47_completed_by_team": by["by_team"],
            }
        )
    return rows


def conferences(view: View) -> list[Row]:
    """Initial conferences, those that are yet to be held among them."""
    rows = []
    for child, referral, episode, own, one in _enquiries(view):
        if one.conference is None or one.end > view.day:
            continue
        held = one.conference <= view.day
        plan = one.plan if held else None
        place = episode.protections.index(plan) + 1 if plan else 0
        rows.append(
            {
                "icpc_icpc_id": f"I{own[1:]}",
                "icpc_icpc_meeting_id": f"M{child.family.number}-{one.conference}",
                "icpc_s47_enquiry_id": own,
                "icpc_person_id": child.id,
                "icpc_cp_plan_id": f"P{referral[1:]}-{place}" if plan else None,
                "icpc_referral_id": referral,
                "icpc_icpc_transfer_in": "N",
                "icpc_icpc_target_date": any_date(view.world.days.plus(one.start, 15)),
                "icpc_icpc_date": view.known(one.conference),
                "icpc_icpc_outcome_cp_flag": said(plan is not None) if held else None,
                "icpc_icpc_outcome_json": _CONFERENCE[plan is not None] if held else None,
                **worker_and_team(
                    episode.holder(min(one.conference, view.day)).worker, "icpc_icpc"
                ),
            }
        )
    return rows


def plans(view: View) -> list[Row]:
    """Child protection plans."""
    made_by = {
        id(one.plan): f"I{own[1:]}"
        for _, _, _, own, one in _enquiries(view)
        if one.plan is not None
    }
    return [
        {
            "cppl_cp_plan_id": own,
            "cppl_referral_id": referral,
            "cppl_icpc_id": made_by[id(plan)],
            "cppl_person_id": child.id,
            "cppl_cp_plan_start_date": any_date(plan.start),
            "cppl_cp_plan_end_date": view.known(plan.end),
            "cppl_cp_plan_initial_category": plan.category,
            "cppl_cp_plan_ola": "N",
            "cppl_cp_plan_latest_category": plan.later if view.past(plan.moved) else plan.category,
        }
        for child, referral, own, plan in _plans(view)
    ]


def review_dates(plan: Protection) -> list[tuple[int, int | None]]:
    """When each review was due and held; at the end of an open plan, the one that is to come."""
    due = plan.start + _FIRST_REVIEW
    found: list[tuple[int, int | None]] = []
    for day in plan.reviews:
        found.append((due, day))
        due = day + _NEXT_REVIEW
    return found if plan.reviews and plan.reviews[-1] == plan.end else [*found, (due, None)]


def reviews(view: View) -> list[Row]:
    """Review conferences held, and the next one of an open plan."""
    rows = []
    for child, _, own, plan in _plans(view):
        open_now = plan.end > view.day
        waiting = False
        for place, (due, day) in enumerate(review_dates(plan), 1):
            held = day is not None and day <= view.day
            if waiting or not (held or open_now):
                break
            waiting = not held
            goes_on = held and day != plan.end
            quorate = said(draw(child.number, place, _SALT) < 0.97) if held else None
            rows.append(
                {
                    "cppr_cp_review_id": f"CR{own[1:]}-{place}",
                    "cppr_person_id": child.id,
                    "cppr_cp_plan_id": own,
                    "cppr_cp_review_due": any_date(due),
                    "cppr_cp_review_date": view.known(day),
                    "cppr_cp_review_meeting_id": f"M{child.family.number}-{day}" if held else None,
                    "cppr_cp_review_outcome_continue_cp": said(goes_on) if held else None,
                    "cppr_cp_review_quorate": quorate,
                }
            )
    return rows


def visits(view: View) -> list[Row]:
    """Visits under child protection plans."""
    return [
        {
            "cppv_cp_visit_id": f"CV{own[1:]}-{place}",
            "cppv_person_id": child.id,
            "cppv_cp_plan_id": own,
            **seen(visit, "cppv_cp"),
        }
        for child, _, own, plan in _plans(view)
        for place, visit in enumerate(plan.visits, 1)
        if visit // BITS <= view.day
    ]


TABLES = {
    "ssd_s47_enquiry": enquiries,
    "ssd_initial_cp_conference": conferences,
    "ssd_cp_plans": plans,
    "ssd_cp_reviews": reviews,
    "ssd_cp_visits": visits,
}
