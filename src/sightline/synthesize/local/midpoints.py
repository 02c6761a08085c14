"""Local lists of the reviewing service: midpoint reviews and escalations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sightline.synthesize.days import any_date
from sightline.synthesize.dice import Weighted, draw
from sightline.synthesize.events import Child, Episode
from sightline.synthesize.local.common import HELD, PLANNED, held_by, said
from sightline.synthesize.ssd.protection import review_dates
from sightline.synthesize.view import Row, View
from sightline.synthesize.workforce import officer_of

_SALT = 921
_REASONS = Weighted(
    {
        **{"drift": 0.3, "plan": 0.15, "visits": 0.12, "allocation": 0.08, "safety": 0.06},
        **{"legal": 0.07, "permanence": 0.09, "health": 0.06, "education": 0.07},
    }
)
_STAGES = Weighted({"informal": 0.62, "1": 0.3, "2": 0.08})
_OUTCOMES = Weighted({"agreed": 0.7, "explained": 0.22, "next_stage": 0.08})
_RAISED = 0.09
_TO_ANSWER = 10
_SHORTEST = 70
"""Days between two meetings below which nobody looks in between."""


class _Look(NamedTuple):
    child: Child
    episode: Episode
    last: int
    next: int
    due: int
    day: int
    protection: bool


def _looks(view: View) -> Iterator[_Look]:
    """Every midpoint, from the last year on, of conferences and of reviews of care."""
    for child in view.world.children:
        for episode in child.episodes:
            for plan in episode.protections:
                known = [plan.start, *(day or due for due, day in review_dates(plan))]
                yield from _between(view, child, episode, known, plan.end, True)
            for care in episode.cares:
                known = [one.day for one in care.reviews]
                yield from _between(view, child, episode, known, care.end, False)


def _between(
    view: View, child: Child, episode: Episode, meetings: list[int], end: int, protection: bool
) -> Iterator[_Look]:
    for last, following in pairwise(meetings):
        due = (last + following) // 2
        if following - last < _SHORTEST or not last <= view.day or due < view.since_year:
            continue
        shift = int((draw(child.family.number, last, _SALT) - 0.4) * 24)
        day = view.world.days.onwards(due + shift)
        if day < end and due < end:
            yield _Look(child, episode, last, following, due, day, protection)


def midpoint_reviews(view: View) -> list[Row]:
    """Looks at a plan half-way between two meetings."""
    return [_midpoint(view, one) for one in _looks(view)]


def _fell_through(one: _Look) -> bool:
    return draw(one.child.family.number, one.last, _SALT + 1) < 0.14


def _midpoint(view: View, one: _Look) -> Row:
    skipped, to_come = _fell_through(one), one.day > view.day
    row = {
        "child_id": one.child.id,
        "last_meeting_on": any_date(one.last),
        "next_meeting_on": any_date(one.next),
        "due_on": any_date(one.due),
        "reviewed_by": officer_of(view.world, one.child, min(one.day, view.day)).name,
        **held_by(view, one.episode, one.day),
    }
    if to_come or skipped:
        return row | {"status": PLANNED if to_come else "cancelled"}
    number, last = one.child.number, one.last
    return row | {
        "held_on": any_date(one.day),
        "status": HELD,
        "progress_made": said(0.8, number, last, _SALT + 2),
        "child_spoken_to": said(0.4, number, last, _SALT + 3),
        "actions_overdue": int(draw(number, last, _SALT + 4) ** 2 * 5),
        "escalated": "Y" if _raised(one) else "N",
    }


def _raised(one: _Look) -> bool:
    return draw(one.child.number, one.last, _SALT + 5) < _RAISED


def escalations(view: View) -> list[Row]:
    """Concerns that midpoint reviews raised."""
    return [
        _escalation(view, one)
        for one in _looks(view)
        if one.day <= view.day and not _fell_through(one) and _raised(one)
    ]


def _escalation(view: View, one: _Look) -> Row:
    number, last = one.child.number, one.last
    answered = view.world.days.plus(one.day, 2 + int(draw(number, last, _SALT + 6) * 14))
    resolved = view.world.days.plus(answered, int(draw(number, last, _SALT + 7) * 20))
    done = resolved <= view.day
    return {
        "escalation_id": f"ES{number}-{last}",
        "child_id": one.child.id,
        "raised_on": any_date(one.day),
        "raised_by": "conference_chair" if one.protection else "reviewing_officer",
        "stage": _STAGES.at(draw(number, last, _SALT + 8)),
        "reason": _REASONS.at(draw(number, last, _SALT + 9)),
        "due_on": any_date(view.world.days.plus(one.day, _TO_ANSWER)),
        "answered_on": view.known(answered),
        "resolved_on": view.known(resolved),
        "outcome": _OUTCOMES.at(draw(number, last, _SALT + 10)) if done else "open",
        **held_by(view, one.episode, one.day),
    }


LISTS = {"midpoint_reviews": midpoint_reviews, "escalations": escalations}
