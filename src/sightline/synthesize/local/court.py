"""Local lists of the court: pre-proceedings and care proceedings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sightline.synthesize.days import any_date
from sightline.synthesize.dice import draw
from sightline.synthesize.events import Care, Child, Episode
from sightline.synthesize.local.common import family_id, held_by, said
from sightline.synthesize.view import Row, View

_SALT = 991
_TWO_YEARS = 730
_SIX_MONTHS = 182
_COURTS = ("Family Court at Fernshire", "Family Court at Thistleborough")
_LONG_PLAN = 240
_GUARDIANS = ("E45", "E46", "E47", "E48")


class _Gateway(NamedTuple):
    child: Child
    episode: Episode
    on: int
    end: int
    outcome: str


def _gateways(view: View) -> Iterator[_Gateway]:
    """Periods of pre-proceedings: before orders that a plan led to, and on plans that last."""
    for child in view.world.children:
        for episode in child.episodes:
            if episode.protections and (found := _gateway(view, child, episode)):
                yield found


def _gateway(view: View, child: Child, episode: Episode) -> _Gateway | None:
    plan, days = episode.protections[0], view.world.days
    if episode.cares:
        care = episode.cares[0]
        if care.legal[0].code != "C1" or care.start - plan.start < 60:
            return None
        on = days.onwards(max(plan.start + 7, care.start - 150))
        return _Gateway(child, episode, on, days.back(care.start - 1), "issue")
    key = (child.family.number, plan.start, _SALT)
    if plan.end - plan.start < _LONG_PLAN or draw(*key) >= 0.2:
        return None
    on = days.onwards(plan.start + 120 + int(draw(*key, 1) * 60))
    end = days.onwards(on + 110 + int(draw(*key, 2) * 90))
    return _Gateway(child, episode, on, min(end, plan.end), "step_down")


def pre_proceedings(view: View) -> list[Row]:
    """Now, or in the last two years."""
    return [
        _before_court(view, one)
        for one in _gateways(view)
        if view.lasted(one.on, one.end, view.day - _TWO_YEARS)
    ]


def _before_court(view: View, one: _Gateway) -> Row:
    days = view.world.days
    key = (one.child.family.number, one.on, _SALT)
    letter = days.plus(one.on, 2 + int(draw(*key, 3) * 8))
    meeting = days.plus(letter, 5 + int(draw(*key, 4) * 10))
    assessed = days.onwards(meeting + 50 + int(draw(*key, 5) * 60))
    last = min(view.day, one.end)
    reviews = list(range(one.on + 42, last, 42))
    ended = one.end <= view.day
    held = sum(1 for day in (meeting, meeting + 45, meeting + 90) if day <= last)
    return {
        "child_id": one.child.id,
        "family_id": family_id(one.child),
        "gateway_on": any_date(one.on),
        "gateway_outcome": "B",
        "letter_on": any_date(letter) if letter <= last else None,
        "first_meeting_on": any_date(meeting) if meeting <= last else None,
        "last_review_on": any_date(reviews[-1]) if reviews else None,
        "next_review_on": None if ended else any_date(max([one.on, *reviews]) + 42),
        "meetings_held": held,
        "parents_represented": said(0.9, *key, 6),
        "family_meeting_offered": said(0.82, *key, 7),
        "assessments_finished_on": any_date(assessed) if assessed <= last else None,
        "ended_on": view.known(one.end),
        "outcome": one.outcome if ended else None,
        "delay_reason": "Further assessment" if last - one.on > _SIX_MONTHS else None,
        **held_by(view, one.episode, last),
    }


def care_proceedings(view: View) -> list[Row]:
    """Now, or ended in the last two years."""
    rows = []
    for child in view.world.children:
        for episode in child.episodes:
            for care in episode.cares:
                interim = next((one for one in care.legal if one.code == "C1"), None)
                if interim and view.lasted(interim.start, interim.end, view.day - _TWO_YEARS):
                    row = _in_court(view, child, care, interim.start, interim.end)
                    before = _gateway(view, child, episode) if episode.protections else None
                    row["through_pre_proceedings"] = "Y" if before else "N"
                    rows.append({**row, **held_by(view, episode, min(interim.end, view.day))})
    return rows


def _in_court(view: View, child: Child, care: Care, issued: int, end: int) -> Row:
    days = view.world.days
    key = (child.family.number, issued, _SALT)
    management = days.plus(issued, 12 + int(draw(*key, 8) * 6))
    resolution = days.onwards(issued + 120 + int(draw(*key, 9) * 25))
    last = min(end, view.day)
    long = end - issued > _SIX_MONTHS
    extended = long and last - issued > _SIX_MONTHS - 30
    ended = end <= view.day
    return {
        "child_id": child.id,
        "family_id": family_id(child),
        "court_reference": f"FN{any_date(issued):%y}C{child.family.number:05d}",
        "court": _COURTS[child.family.number % len(_COURTS)],
        "issued_on": any_date(issued),
        "short_notice": "Y" if care.legal[0].code in ("L1", "L2") else "N",
        "case_management_on": any_date(management) if management <= last else None,
        "issues_resolution_on": any_date(resolution) if resolution <= last else None,
        "next_hearing_on": None if ended else any_date(days.onwards(view.day + 21)),
        "hearings_held": sum(1 for day in (issued + 8, management, resolution, end) if day <= last),
        "extended": "Y" if extended else "N",
        "expected_end_on": any_date(end if extended else issued + _SIX_MONTHS),
        "initial_plan": "C" if child.adoption else "A",
        "ended_on": view.known(end),
        "final_order": _order(care, end) if ended else None,
        "plan_approved": said(0.93, *key, 10) if ended else None,
        "delay_reason": "Further assessment" if extended else None,
    }


def _order(care: Care, end: int) -> str:
    """What the court ordered, by what came after the interim order."""
    after = next((one.code for one in care.legal if one.start == end), "")
    if after == "E1":
        return "placement"
    if after == "C2":
        home = any(p.kind == "P1" and p.start == end for p in care.placements)
        return "care_parents" if home else "care"
    if care.reason in _GUARDIANS:
        return "special_guardianship"
    return "child_arrangements" if care.reason == "E41" else "supervision"


LISTS = {"pre_proceedings": pre_proceedings, "care_proceedings": care_proceedings}
