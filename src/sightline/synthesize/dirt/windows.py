"""Planters of events and ends that lie before the time that a list covers (W04)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sightline.synthesize.dirt.declare import Change, Place, plants
from sightline.synthesize.dirt.events import EVENTS, long_before_birth

_IN_CARE = ("last_review_date", "last_visit_date", "last_iro_contact_date")
_CHECKS = ("last_health_assessment_date", "last_dental_check_date")
_STEPS = {
    "adoption": (
        *("entered_care_date", "should_be_placed_date", "placement_order_date", "match_date"),
        *("placed_date", "adoption_order_date", "no_longer_placed_date", "ffa_placement_date"),
    ),
    "adopters": (
        *("enquiry_date", "stage1_start_date", "stage1_end_date", "stage2_start_date"),
        *("stage2_end_date", "application_date", "approval_date", "match_date", "placed_date"),
        *("adoption_order_date", "left_process_date"),
    ),
}


@plants("W04", "contacts", "referrals", "section_47")
def event_too_early(at: Place) -> Change | None:
    """Reported at the event. An enquiry only where no conference followed it."""
    column = EVENTS[at.list]
    day = at.window - at.days(3, 60)
    conference = at.list == "section_47" and at["icpc_date"] is not None
    if conference or len(at.child[at.list]) > 1 or long_before_birth(at, day):
        return None
    return at.change(column, day)


@plants("W04", "early_help", "assessments")
def assessment_too_early(at: Place) -> Change | None:
    """Start and completion move together, so that it takes as long; reported at completion."""
    start, end = "assessment_start_date", _COMPLETED[at.list]
    if at[end] is None or len(at.child[at.list]) > 1:
        return None
    back = _back(at, at[end])
    if long_before_birth(at, at[start] - back):
        return None
    return at.change(end, at[end] - back, **{start: at[start] - back})


_COMPLETED = {
    "early_help": "assessment_completion_date",
    "assessments": "assessment_authorised_date",
}


def _back(at: Place, day: date) -> timedelta:
    """So many days that a day comes to lie before the window."""
    return day - at.window + at.days(3, 60)


@plants("W04", "children_in_need")
def closed_too_early(at: Place) -> Change | None:
    """Reported at the closure. The child was last seen by then."""
    end = at.window - at.days(3, 40)
    if at["cin_closure_date"] is None or at["cin_start_date"] > end:
        return None
    return at.change(
        "cin_closure_date", end, **_not_after(at, end, ("last_seen_date",), _start(at))
    )


def _start(at: Place) -> date:
    day: date = at[EVENTS[at.list]]
    return day


def _not_after(at: Place, end: date, columns: tuple[str, ...], least: date) -> dict[str, Any]:
    """Dates brought forward to an end; but not before a start."""
    return {column: max(min(at[column], end), least) for column in at.there(columns)}


@plants("W04", "child_protection")
def plan_ended_too_early(at: Place) -> Change | None:
    """Reported at the end. The plan began before it, and its visit and review lie within."""
    end = at.window - at.days(3, 40)
    if at["plan_end_date"] is None or at["plan_start_date"] > end - timedelta(days=2):
        return None
    after_start = _start(at) + timedelta(days=1)
    dates = ("last_visit_date", "latest_review_date")
    return at.change("plan_end_date", end, **_not_after(at, end, dates, after_start))


@plants("W04", "children_in_care")
def care_ended_too_early(at: Place) -> Change | None:
    """Reported at the end. Placement and legal status began before it."""
    end = at.window - at.days(3, 40)
    begun = (at["cla_start_date"], at["legal_status_start_date"], at["placement_start_date"])
    if at["cla_end_date"] is None or max(begun) > end:
        return None
    dates = _not_after(at, end, _IN_CARE, _start(at))
    dates |= _not_after(at, end, _CHECKS, at["date_of_birth"])
    return at.change("cla_end_date", end, **dates)


@plants("W04", *_STEPS)
def adoption_too_early(at: Place) -> Change | None:
    """All steps move together; reported at the order, the reversal, or the leaving."""
    ends = ("adoption_order_date", "no_longer_placed_date", "left_process_date")
    there = at.there(ends)
    if not there:
        return None
    back = _back(at, at[there[0]])
    moved = {column: at[column] - back for column in at.there(_STEPS[at.list])}
    return at.change(there[0], moved.pop(there[0]), **moved)
