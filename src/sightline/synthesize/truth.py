"""What is true of a made-up authority at a day, from its events and not from its lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from sightline.synthesize.days import months_before
from sightline.synthesize.events import ALONE, SEEN, Assessment, Child, Enquiry, Episode
from sightline.synthesize.local.supervision import sessions
from sightline.synthesize.story_truth import story_values
from sightline.synthesize.truth_of_care import Values, adoption, in_care, leavers, missing
from sightline.synthesize.view import View
from sightline.synthesize.visits import BITS
from sightline.synthesize.world import World

_ASSESSED_WITHIN, _CONFERENCE_WITHIN = 45, 15


def true_values(world: World, as_at: date) -> dict[str, dict[str, Any]]:
    """Figures that the lists of a world must give back: each ``value``, and what it ``means``.

    "The window" is from six months before the day to the day, both included. Values of planted
    stories have keys that begin with ``story.``.
    """
    view = View(world, as_at)
    found: Values = {}
    for work_out in _VALUES:
        found |= work_out(view)
    made = {key: {"value": value, "means": means} for key, (value, means) in found.items()}
    return made | story_values(world, as_at)


def _episodes(view: View) -> Iterator[tuple[Child, Episode]]:
    for child in view.world.children:
        for episode in child.episodes:
            if episode.referral <= view.day:
                yield child, episode


def _in_window(view: View, day: int | None) -> bool:
    return day is not None and view.since <= day <= view.day


def _open_children(view: View) -> Values:
    statuses = {"ASSESSMENT": 0, "CIN": 0, "CPP": 0, "CLA": 0}
    for _, episode in _episodes(view):
        status = view.status(episode)
        if status in statuses:
            statuses[status] += 1
    plans = sum(
        1 for _, one in _episodes(view) for p in one.protections if p.start <= view.day < p.end
    )
    in_care = sum(1 for _, one in _episodes(view) for c in one.cares if c.start <= view.day < c.end)
    return {
        "open_children_in_need": (sum(statuses.values()), "Children with an open episode of need."),
        "open_assessment_only": (statuses["ASSESSMENT"], "Of those, only assessed so far."),
        "open_child_in_need_plan": (statuses["CIN"], "Of those, on a child in need plan."),
        "open_protection_not_in_care": (
            statuses["CPP"],
            "Of those, on a child protection plan and not in care.",
        ),
        "on_protection_plans": (plans, "Children on a child protection plan, in care or not."),
        "in_care": (in_care, "Children in care."),
    }


def _front_door(view: View) -> Values:
    contacts = sum(
        _in_window(view, one.day) for child in view.world.children for one in child.contacts
    )
    referrals = again = nothing = 0
    for child, episode in _episodes(view):
        if _in_window(view, episode.referral):
            referrals += 1
            nothing += episode.nfa
            again += _referred_before(child, episode)
    return {
        "contacts": (contacts, "Contacts received in the window, one for each child."),
        "referrals": (referrals, "Referrals received in the window."),
        "referrals_no_further_action": (nothing, "Of those, with no further action."),
        "re_referrals": (
            again,
            "Of the referrals of the window, those with another of the child's in the 12 months "
            "before.",
        ),
    }


def _referred_before(child: Child, episode: Episode) -> bool:
    since = months_before(date.fromordinal(episode.referral), 12)
    return any(since <= other.referral < episode.referral for other in child.episodes)


def _assessments(view: View) -> Values:
    finished = in_time = from_start = 0
    for _, episode in _episodes(view):
        for place, one in enumerate(episode.assessments):
            if _in_window(view, one.end):
                finished += 1
                clock = episode.referral if place == 0 else one.start
                in_time += _took(view, clock, one) <= _ASSESSED_WITHIN
                from_start += _took(view, one.start, one) <= _ASSESSED_WITHIN
    return {
        "assessments_finished": (finished, "Assessments authorised in the window."),
        "assessments_within_45_of_referral": (
            in_time,
            "Of those, 45 working days or fewer after the referral; after its own start, for a "
            "further assessment of an open child.",
        ),
        "assessments_within_45_of_start": (
            from_start,
            "Of those, 45 working days or fewer after the assessment's own start.",
        ),
    }


def _took(view: View, start: int, one: Assessment) -> int:
    return view.world.days.between(start, one.end)


def _enquiries(view: View) -> Values:
    found: list[Enquiry] = [one for _, episode in _episodes(view) for one in episode.enquiries]
    held = [one for one in found if _in_window(view, one.conference)]
    in_time = sum(
        1
        for one in held
        if one.conference is not None
        and view.world.days.between(one.start, one.conference) <= _CONFERENCE_WITHIN
    )
    begun = sum(_in_window(view, one.start) for one in found)
    planned = sum(one.plan is not None for one in held)
    return {
        "section_47_enquiries": (begun, "Section 47 enquiries begun in the window."),
        "initial_conferences": (len(held), "Initial conferences held in the window, by child."),
        "initial_conferences_within_15": (
            in_time,
            "Of those, 15 working days or fewer after the strategy discussion.",
        ),
        "initial_conferences_to_plan": (planned, "Of those, that led to a plan."),
    }


def _protection(view: View) -> Values:
    begun = again = visited = alone = 0
    for child in view.world.children:
        plans = view.protections(child)
        for place, plan in enumerate(plans):
            if plan.start >= view.since:
                begun += 1
                again += place > 0
            inside = [v for v in plan.visits if _in_window(view, v // BITS)]
            visited += len(inside)
            alone += sum(1 for visit in inside if visit & ALONE)
    return {
        "protection_plans_begun": (begun, "Child protection plans begun in the window."),
        "protection_plans_repeat": (again, "Of those, of a child with an earlier plan here."),
        "protection_visits": (visited, "Visits under child protection plans in the window."),
        "protection_visits_alone": (alone, "Of those, at which the child was seen alone."),
    }


def _visits(view: View) -> Values:
    need = care = care_seen = 0
    for _, episode in _episodes(view):
        for plan in episode.plans:
            need += sum(_in_window(view, visit // BITS) for visit in plan.visits)
        for one in episode.cares:
            inside = [visit for visit in one.visits if _in_window(view, visit // BITS)]
            care += len(inside)
            care_seen += sum(1 for visit in inside if visit & SEEN)
    return {
        "need_visits": (need, "Visits under child in need plans in the window."),
        "care_visits": (care, "Visits to children in care in the window."),
        "care_visits_seen": (care_seen, "Of those, at which the child was seen."),
    }


def _workers(view: View) -> Values:
    planned = held = 0
    there = sum(worker.there(view.day) and not worker.manager for worker in view.world.workers)
    for child, episode in _episodes(view):
        for holding in episode.holdings:
            if holding.start > view.day or holding.end < view.since:
                continue
            for _, due, day in sessions(view, child, holding):
                if (day or due) >= view.since:
                    planned += 1
                    held += day is not None
    return {
        "workers": (there, "Workers in post at the day who are not managers."),
        "supervision_planned": (
            planned,
            "Discussions of children by their social workers, held or fallen through, in the "
            "window.",
        ),
        "supervision_held": (held, "Of those, held."),
    }


_VALUES: tuple[Callable[[View], Values], ...] = (
    *(_open_children, _front_door, _assessments, _enquiries, _protection, _visits, in_care),
    *(leavers, adoption, missing, _workers),
)
