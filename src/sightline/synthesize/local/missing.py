"""Local list of return interviews, with times of day."""

from __future__ import annotations

from datetime import datetime, timedelta

from sightline.synthesize.days import any_date
from sightline.synthesize.events import Away, Child, Episode
from sightline.synthesize.local.common import held_by, said
from sightline.synthesize.missing import DAY
from sightline.synthesize.view import Row, View

_SALT = 941
_PLACES = ("A friend's home", "A relative's home", "The town centre", "The railway station")
_INTERVIEWERS = ("independent", "independent", "independent", "missing_team", "social_worker")


def return_interviews(view: View) -> list[Row]:
    """Times missing in the last twelve months, and the interview on return."""
    return [
        _row(view, child, one)
        for child in view.world.children
        if child.away
        for one in view.away(child, view.since_year)
    ]


def _row(view: View, child: Child, one: Away) -> Row:
    episode = _episode(child, one.start // DAY)
    back = one.end // DAY <= view.day
    offered = view.past(one.offered)
    held = one.interview is not None and one.interview // DAY <= view.day
    row = {
        "child_id": child.id,
        "missing_from": "care" if one.in_care else "home",
        "went_missing_at": _moment(one.start),
        "returned_at": _moment(one.end) if back else None,
        "offered": said_of(offered),
        "offered_on": view.known(one.offered),
        "accepted": said_of(one.accepted) if offered else None,
        "interview_status": _status(view, one, back, offered, held),
        "where_found": _PLACES[one.start % len(_PLACES)] if back else None,
        **held_by(view, episode, one.start // DAY),
    }
    if held and one.interview is not None:
        row |= {
            "interviewed_at": _moment(one.interview),
            "interviewer": _INTERVIEWERS[one.start % len(_INTERVIEWERS)],
            "exploitation_risk": said(0.34, child.number, one.start, _SALT),
            "plan_changed": said(0.6, child.number, one.start, _SALT + 1),
        }
    return row


def _status(view: View, one: Away, back: bool, offered: bool, held: bool) -> str:
    if not back:
        return "still_missing"
    if held:
        return "held"
    if offered:
        return "waiting" if one.accepted else "declined"
    waits = one.offered is not None or one.end // DAY >= view.day - 2
    return "waiting" if waits else "not_offered"


def _episode(child: Child, day: int) -> Episode:
    return next(one for one in reversed(child.episodes) if one.referral <= day)


def _moment(minute: int) -> datetime:
    day = any_date(minute // DAY)
    assert day is not None
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minute % DAY)


def said_of(true: bool) -> str:
    """Yes or no, by code."""
    return "Y" if true else "N"


LISTS = {"return_interviews": return_interviews}
