"""Local lists about families: meetings of a family's own, and complaints."""

from __future__ import annotations

from sightline.synthesize.days import any_date
from sightline.synthesize.dice import Weighted, draw
from sightline.synthesize.events import Child, Enquiry, Episode
from sightline.synthesize.local.common import HELD, PLANNED, family_id, held_by, said
from sightline.synthesize.view import Row, View

_SALT = 981
_OFFERED = 0.45
_KINDS = Weighted({"fgc": 0.55, "fgdm": 0.25, "network": 0.2})
_WITHIN = 28
_A_YEAR = 90
"""Complaints in a year, for 20,000 children."""
_COMPLAINT = Weighted({"complaint": 0.7, "compliment": 0.15, "concern": 0.1, "enquiry": 0.05})
_BY = Weighted({"parent": 0.62, "relative": 0.12, "child": 0.08, "advocate": 0.06, "other": 0.04})
_OUTCOMES = Weighted(
    {"not_upheld": 0.42, "partly": 0.3, "upheld": 0.16, "withdrawn": 0.06, "no_finding": 0.06}
)
_SUBJECTS = ("Communication", "Contact arrangements", "Attitude of staff", "Delay", "A decision")
_STAGE_DAYS = {"1": 10, "2": 25}


def family_meetings(view: View) -> list[Row]:
    """Meetings offered before a conference, in the last twelve months."""
    rows = []
    for child in view.world.children:
        for episode in child.episodes:
            for one in episode.enquiries:
                key = (child.family.number, one.start, _SALT)
                if one.conference is None or draw(*key) >= _OFFERED:
                    continue
                offered = view.world.days.plus(one.start, 1 + int(draw(*key, 1) * 4))
                if view.since_year <= offered <= view.day:
                    rows.append(_meeting(view, child, episode, one, offered))
    return rows


def _meeting(view: View, child: Child, episode: Episode, one: Enquiry, offered: int) -> Row:
    key = (child.family.number, one.start, _SALT)
    accepted = draw(*key, 2) < 0.66
    held = view.world.days.plus(offered, 5 + int(draw(*key, 3) * 22))
    there = accepted and held <= view.day and draw(*key, 4) < 0.85
    status = PLANNED if held > view.day else "cancelled"
    row = {
        "child_id": child.id,
        "family_id": family_id(child),
        "meeting_kind": _KINDS.at(draw(*key, 5)),
        "before": "conference",
        "referred_on": any_date(one.start),
        "offered_on": any_date(offered),
        "accepted": "Y" if accepted else "N",
        "due_on": any_date(offered + _WITHIN) if accepted else None,
        "status": HELD if there else status if accepted else None,
        **held_by(view, episode, offered),
    }
    if not there:
        return row
    reviewed = view.world.days.onwards(held + 60 + int(draw(*key, 6) * 60))
    return row | {
        "held_on": any_date(held),
        "child_took_part": said(0.5, child.number, one.start, _SALT + 7),
        "father_there": said(0.55, *key, 8),
        "wider_family_there": said(0.85, *key, 9),
        "plan_made": said(0.9, *key, 10),
        "plan_accepted": said(0.85, *key, 11),
        "reviewed_on": view.known(reviewed) if draw(*key, 12) < 0.6 else None,
    }


def complaints(view: View) -> list[Row]:
    """Complaints and other representations received in the last twelve months."""
    world = view.world
    count = max(12, round(_A_YEAR * world.scale))
    every = 365 / count
    rows = []
    for place in range(int(6 * count) + 1):
        day = world.days.onwards(int(world.first + (place + draw(place, _SALT)) * every))
        if view.since_year <= day <= view.day:
            rows += _complaint(view, place, day)
    return rows


def _complaint(view: View, place: int, day: int) -> list[Row]:
    kind = _COMPLAINT.at(draw(place, _SALT + 1))
    found = _about(view, place, day)
    row: Row = {
        "complaint_id": f"CO{place:06d}",
        "child_id": found[0].id if found else None,
        "complaint_kind": kind,
        "made_by": _BY.at(draw(place, _SALT + 2)),
        "subject": _SUBJECTS[place % len(_SUBJECTS)],
        "advocate_offered": said(0.9, place, _SALT + 3),
        **(held_by(view, found[1], day) if found else {}),
    }
    if kind != "complaint":
        return [row | {"received_on": any_date(day)}]
    first = row | _stage(view, place, "1", day)
    second = view.world.days.plus(day, 30)
    if draw(place, _SALT + 4) < 0.1 and second <= view.day and first["answered_on"]:
        return [first, row | _stage(view, place, "2", second)]
    return [first]


def _stage(view: View, place: int, stage: str, day: int) -> Row:
    days = view.world.days
    due = _STAGE_DAYS[stage]
    late = draw(place, int(stage), _SALT + 5) < 0.28
    taken = (
        due + 1 + int(draw(place, int(stage), _SALT + 6) * 12)
        if late
        else due - int(draw(place, int(stage), _SALT + 6) * 6)
    )
    answered = days.plus(day, taken)
    done = answered <= view.day
    outcome = _OUTCOMES.at(draw(place, int(stage), _SALT + 7))
    return {
        "stage": stage,
        "received_on": any_date(day),
        "acknowledged_on": view.known(days.plus(day, 1 + place % 3)),
        "due_on": any_date(days.plus(day, due)),
        "extended": "Y" if late and place % 2 else "N",
        "answered_on": view.known(answered),
        "outcome": outcome if done else "open",
        "learning": "Practice guidance was changed" if done and outcome == "upheld" else None,
    }


def _about(view: View, place: int, day: int) -> tuple[Child, Episode] | None:
    """A child whose episode of need was open on the day, if one is soon found."""
    children = view.world.children
    for turn in range(40):
        child = children[int(draw(place, turn, _SALT + 8) * len(children))]
        for episode in child.episodes:
            if episode.referral <= day < episode.close:
                return child, episode
    return None


LISTS = {"family_meetings": family_meetings, "complaints": complaints}
