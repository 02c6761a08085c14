"""Lists 8 and 9: children in care, care leavers."""

from __future__ import annotations

from sightline.synthesize.annex_a.common import disability, held_by, said
from sightline.synthesize.care import previous_in_twelve_months
from sightline.synthesize.days import any_date
from sightline.synthesize.events import Care, Child, Episode, Placement
from sightline.synthesize.health import DENTAL
from sightline.synthesize.leaving import allocated_episode, leaver_now
from sightline.synthesize.placements import at_the_time, in_twelve_months
from sightline.synthesize.view import Row, View
from sightline.synthesize.visits import BITS, last_visit
from sightline.synthesize.words import NEIGHBOURS, postcode
from sightline.synthesize.workforce import adviser_of

BEFORE_REVIEW = 8
"""Days before a review on which the reviewing officer sees or rings the child."""


def children_in_care(view: View) -> list[Row]:
    """List 8."""
    rows = []
    for child in view.world.children:
        found = view.last_care(child)
        if found:
            episode, care = found
            rows.append(
                {
                    **view.about(child),
                    **_period(view, child, care),
                    **_seen(view, care),
                    **_placement(view, care),
                    **_missing(view, child, care),
                    **held_by(view.holder(episode)),
                }
            )
    return rows


def _period(view: View, child: Child, care: Care) -> Row:
    legal = view.legal(care)
    ended = view.past(care.end)
    unaccompanied = care.unaccompanied and child.adult > view.since_year
    return {
        "uasc_last_12_months": said(unaccompanied),
        "has_disability": disability(child),
        "cla_start_date": any_date(care.start),
        "category_of_need": care.need,
        "repeat_care_12_months": said(previous_in_twelve_months(child.episodes, care)),
        "legal_status_start_date": any_date(legal.start),
        "legal_status": legal.code,
        "permanence_plan": permanence(view, care),
        "cla_end_date": view.known(care.end),
        "cla_end_reason": care.reason if ended else None,
    }


def permanence(view: View, care: Care) -> str | None:
    """The latest plan for permanence, by code."""
    return next((code for day, code in reversed(care.plans) if day <= view.day), None)


def last_officer_contact(view: View, care: Care) -> int | None:
    """When the reviewing officer last saw or rang the child: some days before each review."""
    days = [max(one.day - BEFORE_REVIEW, care.start) for one in care.reviews]
    return max((day for day in days if day <= view.day), default=None)


def _seen(view: View, care: Care) -> Row:
    reviews = [one.day for one in care.reviews if one.day <= view.day]
    visit = last_visit(care.visits, view.day)
    checks = [(day, kind) for day, kind in care.health if day <= view.day]
    return {
        "last_review_date": any_date(max(reviews, default=None)),
        "last_visit_date": any_date(visit // BITS) if visit else None,
        "last_iro_contact_date": any_date(last_officer_contact(view, care)),
        "last_health_assessment_date": any_date(_latest(checks, dental=False)),
        "last_dental_check_date": any_date(_latest(checks, dental=True)),
    }


def _latest(checks: list[tuple[int, str]], dental: bool) -> int | None:
    return max((day for day, kind in checks if (kind == DENTAL) == dental), default=None)


def _placement(view: View, care: Care) -> Row:
    placement = at_the_time(care.placements, min(view.day, care.end - 1))
    return {
        "placements_last_12_months": in_twelve_months(care.placements, view.since_year, view.day),
        "placement_start_date": any_date(placement.start),
        "placement_type": placement.kind,
        "placement_provider": placement.provider,
        "placement_postcode": postcode(placement.home),
        "placement_urn": placement.urn or None,
        "placement_location": "OUT" if placement.away else "IN",
        "placement_la": place_of(view, placement),
    }


def place_of(view: View, placement: Placement) -> str:
    """The authority in which a placement lies."""
    if placement.away:
        return NEIGHBOURS[placement.home % len(NEIGHBOURS)]
    return view.world.authority


def _missing(view: View, child: Child, care: Care) -> Row:
    since = max(care.start, view.since_year)
    times = view.away(child, since)
    offered = accepted = None
    if times:
        last = max(times)
        was_offered = view.past(last.offered)
        offered = said(was_offered)
        accepted = said(last.accepted) if was_offered else None
    return {
        "missing_episodes_12_months": len(times),
        "absent_episodes_12_months": len(view.away(child, since, "A")),
        "return_interview_offered": offered,
        "return_interview_accepted": accepted,
    }


def care_leavers(view: View) -> list[Row]:
    """List 9."""
    rows = []
    for child in view.world.children:
        if child.leaver is None:
            continue
        now, adviser = leaver_now(child, view.day), adviser_of(child, view.day)
        if now is None or adviser is None:
            continue
        own = {"allocated_team": adviser.team.name, "allocated_worker": adviser.name}
        episode: Episode = allocated_episode(child)
        rows.append(
            {
                **view.about(child),
                "uasc_or_former": said(child.unaccompanied),
                "has_disability": disability(child),
                **(held_by(view.holder(episode)) if now.eligibility == "ELIGIBLE" else own),
                "personal_adviser": adviser.name,
                "eligibility": now.eligibility,
                "pathway_plan_review_date": any_date(now.review),
                "in_touch": now.in_touch,
                "latest_contact_date": any_date(now.contact),
                "accommodation_type": now.home or None,
                "accommodation_suitability": now.suitable or None,
                "activity_status": now.activity or None,
            }
        )
    return rows
