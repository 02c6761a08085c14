"""Local lists of meetings: reviews of child in need plans, and core groups."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.synthesize.days import any_date
from sightline.synthesize.dice import draw
from sightline.synthesize.events import Child, Episode, NeedPlan, Protection
from sightline.synthesize.local.common import (
    HELD,
    Meeting,
    dates,
    held_by,
    in_the_year,
    said,
    series,
    written_up,
)
from sightline.synthesize.view import Row, View
from sightline.synthesize.workforce import manager_of

_SALT_REVIEW, _SALT_CORE = 901, 911
_FIRST_REVIEW, _REVIEWS, _CORE_GROUPS = 42, 84, 28
_TALKS = 4 * 365


def child_in_need_reviews(view: View) -> list[Row]:
    """Reviews of child in need plans."""
    return [
        _review(view, child, episode, plan, one)
        for child in view.world.children
        for episode in child.episodes
        for plan in episode.plans
        if view.lasted(plan.start, plan.end, view.since_year)
        for one in in_the_year(
            view,
            series(
                view,
                (child.family.number, plan.start, _SALT_REVIEW),
                (plan.start, plan.end),
                plan.start + _FIRST_REVIEW,
                _REVIEWS,
                plan.team.practice.at("held", plan.start),
            ),
        )
    ]


def _review(view: View, child: Child, episode: Episode, plan: NeedPlan, one: Meeting) -> Row:
    row = {
        "child_id": child.id,
        "plan_started_on": any_date(plan.start),
        **dates(one),
        **held_by(view, episode, one.day or view.day),
    }
    if one.day is None:
        return row
    last = plan.end - one.day < _FIRST_REVIEW
    invited = 3 + int(draw(child.number, one.due, 5) * 4)
    return row | {
        "chaired_by": manager_of(plan.team, one.day).name,
        **_attendance(child, one, invited),
        "parents_there": said(0.88, child.number, one.due, 2),
        "father_there": said(0.38, child.number, one.due, 3),
        "plan_updated": said(0.78, child.number, one.due, 6),
        "outcome": ("close" if child.number % 3 else "step_down") if last else "continue",
        "next_due_on": None if last else any_date(one.day + _REVIEWS),
        "recorded_on": written_up(view, one.day, child.family.number, one.due, 7),
    }


def _attendance(child: Child, one: Meeting, invited: int) -> Row:
    """How the child took part, and how many agencies came."""
    assert one.day is not None
    share = 0.55 if one.day - child.born > _TALKS else 0.05
    came = max(1, invited - int(draw(child.family.number, one.due, 4) * 3))
    return {
        "child_took_part": said(share, child.number, one.due, 1),
        "agencies_invited": invited,
        "agencies_there": came,
    }


def core_groups(view: View) -> list[Row]:
    """Core groups: the first within ten working days of the conference, then every four weeks."""
    rows = []
    for child in view.world.children:
        for episode in child.episodes:
            for plan in episode.protections:
                if view.lasted(plan.start, plan.end, view.since_year):
                    rows += [
                        _core_group(view, child, episode, plan, one)
                        for one in in_the_year(view, _core_series(view, child, plan))
                    ]
    return rows


def _core_series(view: View, child: Child, plan: Protection) -> Iterator[Meeting]:
    return series(
        view,
        (child.family.number, plan.start, _SALT_CORE),
        (plan.start, plan.end),
        view.world.days.plus(plan.start, 10),
        _CORE_GROUPS,
        plan.team.practice.at("held", plan.start),
    )


def _core_group(view: View, child: Child, episode: Episode, plan: Protection, one: Meeting) -> Row:
    row = {
        "child_id": child.id,
        "plan_started_on": any_date(plan.start),
        **dates(one),
        "first": "Y" if one.place == 1 else "N",
        **held_by(view, episode, one.day or view.day),
    }
    if one.status != HELD or one.day is None:
        return row
    family, due = child.family.number, one.due
    return row | {
        **_attendance(child, one, 4 + int(draw(family, due, 5) * 3)),
        "mother_there": said(0.9, family, due, 2),
        "father_there": said(0.42, family, due, 3),
        "school_there": said(0.84, child.number, due, 8),
        "health_there": said(0.72, child.number, due, 9),
        "plan_updated": said(0.7, family, due, 6),
        "recorded_on": written_up(view, one.day, family, due, 7),
    }


LISTS = {"child_in_need_reviews": child_in_need_reviews, "core_groups": core_groups}
