"""Lists 5 to 7: section 47 enquiries, children in need, child protection plans."""

from __future__ import annotations

from datetime import date

from sightline.kit.calendar import add_months
from sightline.synthesize.annex_a.common import (
    disability,
    earlier_in_twelve_months,
    held_by,
    said,
)
from sightline.synthesize.days import any_date
from sightline.synthesize.events import ALONE, Child, Enquiry, Episode
from sightline.synthesize.view import EMERGENCY, Row, View
from sightline.synthesize.visits import BITS, last_visit


def section_47(view: View) -> list[Row]:
    """List 5."""
    rows = []
    for child in view.world.children:
        known = [
            (one, episode)
            for episode in child.episodes
            for one in episode.enquiries
            if one.start <= view.day
        ]
        if any(one.start >= view.since for one, _ in known):
            counts = _counts(view, [one for one, _ in known])
            rows += [
                {**_enquiry(view, child, one, episode), **counts}
                for one, episode in known
                if one.start >= view.since
            ]
    return rows


def _counts(view: View, known: list[Enquiry]) -> Row:
    days = [one.start for one in known]
    latest = max(days)
    since = add_months(date.fromordinal(latest), -12).toordinal()
    held = [one.conference for one in known if one.conference is not None]
    return {
        "s47_last_12_months": earlier_in_twelve_months(days),
        "icpcs_last_12_months": sum(1 for day in held if since <= day < latest),
    }


def _enquiry(view: View, child: Child, one: Enquiry, episode: Episode) -> Row:
    decided, held = view.past(one.end), view.past(one.conference)
    return {
        **view.about(child),
        "has_disability": disability(child),
        "strategy_discussion_date": any_date(one.start),
        "icpc_unnecessary": said(not one.needed) if decided else None,
        "icpc_date": view.known(one.conference),
        "icpc_led_to_plan": said(one.plan is not None) if held else None,
        **held_by(episode.holder(min(view.day, one.end))),
    }


def children_in_need(view: View) -> list[Row]:
    """List 6."""
    rows = []
    for child in view.world.children:
        found = view.in_need(child)
        if found is None:
            continue
        episode, status = found
        closed = status == "CLOSED"
        rows.append(
            {
                **view.about(child),
                "has_disability": disability(child),
                "cin_start_date": any_date(episode.referral),
                "primary_need": episode.need,
                "last_seen_date": any_date(view.last_seen(episode)),
                "cin_closure_date": any_date(episode.close) if closed else None,
                "closure_reason": episode.reason if closed else None,
                "case_status": status,
                **held_by(view.holder(episode)),
            }
        )
    return rows


def child_protection(view: View) -> list[Row]:
    """List 7."""
    rows = []
    for child in view.world.children:
        plans = view.protections(child)
        if plans and view.lasted(plans[-1].start, plans[-1].end, view.since):
            rows.append(_plan(view, child, len(plans) - 1))
    return rows


def _plan(view: View, child: Child, earlier: int) -> Row:
    plan = view.protections(child)[-1]
    episode = next(one for one in reversed(child.episodes) if plan in one.protections)
    visit = last_visit(plan.visits, view.day)
    reviews = [day for day in plan.reviews if day <= view.day]
    return {
        **view.about(child),
        "has_disability": disability(child),
        "plan_start_date": any_date(plan.start),
        "initial_category": plan.category,
        "latest_category": plan.later if view.past(plan.moved) else plan.category,
        "last_visit_date": any_date(visit // BITS) if visit else None,
        "seen_alone": said(bool(visit & ALONE)) if visit else None,
        "latest_review_date": any_date(reviews[-1]) if reviews else None,
        "plan_end_date": view.known(plan.end),
        "epo_or_police_protection": said(_emergency(view, child)),
        "previous_plans": earlier,
        **held_by(view.holder(episode)),
    }


def _emergency(view: View, child: Child) -> bool:
    """Whether an emergency order, or police powers, protected the child in the window."""
    return any(
        one.code in EMERGENCY and one.start <= view.day and one.end >= view.since
        for _, care in view.cares(child)
        for one in care.legal
    )
