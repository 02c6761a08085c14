"""Local lists of private fostering: arrangements and visits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sightline.synthesize.days import any_date, birthday
from sightline.synthesize.dice import draw
from sightline.synthesize.events import Child, Episode
from sightline.synthesize.local.common import held_by, said
from sightline.synthesize.view import Row, View

_SALT = 971
_SHARE = 0.012
_SIXTEEN, _ADULT = 16, 18
_KINDS = ("8B", "8C", "8D", "8E", "8E", "8F")
_BY = ("carer", "parent", "school", "school", "health", "social_care")
_FIRST_VISIT = 7
_SIX_WEEKS, _TWELVE_WEEKS, _YEAR = 42, 84, 365


class _Arrangement(NamedTuple):
    child: Child
    episode: Episode
    aware: int
    started: int
    end: int
    reason: str

    @property
    def id(self) -> str:
        return f"PF{self.child.number}"


def _arrangements(view: View) -> Iterator[_Arrangement]:
    """A few of the children whose need led to a plan at home."""
    for child in view.world.children:
        for episode in child.episodes:
            if not episode.plans or episode.cares or episode.protections:
                continue
            number = child.number
            if episode.referral > view.day or draw(number, _SALT) >= _SHARE:
                continue
            age = _ADULT if child.disabilities else _SIXTEEN
            limit = birthday(child.born, age)
            end = min(episode.close, limit)
            if end - episode.referral < 60 or episode.referral <= child.born + 60:
                continue
            reason = "reached_16" if end == limit else "returned" if number % 3 else "relative"
            started = episode.referral - 10 - int(draw(number, _SALT + 1) * 50)
            yield _Arrangement(child, episode, episode.referral, started, end, reason)
            break


def private_fostering(view: View) -> list[Row]:
    """Arrangements in force, or ended or notified in the last twelve months."""
    return [
        _row(view, one)
        for one in _arrangements(view)
        if view.lasted(one.aware, one.end, view.since_year)
    ]


def _row(view: View, one: _Arrangement) -> Row:
    days, number = view.world.days, one.child.number
    visits = _visits(view, one)
    assessed = days.plus(one.aware, 15 + int(draw(number, _SALT + 2) * 40))
    checks = days.plus(one.aware, 8 + int(draw(number, _SALT + 3) * 30))
    decided = assessed <= min(view.day, one.end)
    ended = one.end <= view.day
    return {
        "child_id": one.child.id,
        "arrangement_id": one.id,
        "arrangement_kind": _KINDS[number % len(_KINDS)],
        "notified_by": _BY[number // 7 % len(_BY)],
        "aware_on": any_date(one.aware),
        "started_on": any_date(one.started),
        "first_visit_on": any_date(visits[0]) if visits else None,
        "checks_done_on": view.known(checks),
        "assessed_on": any_date(assessed) if decided else None,
        "decision": ("suitable" if number % 8 else "requirements") if decided else None,
        "ended_on": view.known(one.end),
        "end_reason": one.reason if ended else None,
        **held_by(view, one.episode, view.day),
    }


def _visits(view: View, one: _Arrangement) -> list[int]:
    """The first within seven working days, then every six weeks, after a year every twelve."""
    number, days = one.child.number, view.world.days
    late = 6 if draw(number, _SALT + 4) < 0.15 else 0
    day = days.plus(one.aware, 2 + int(draw(number, _SALT + 5) * (_FIRST_VISIT - 2)) + late)
    found = []
    while day <= min(view.day, one.end):
        found.append(day)
        every = _SIX_WEEKS if day - one.started < _YEAR else _TWELVE_WEEKS
        day = days.onwards(day + every - 12 + int(draw(number, day, _SALT + 6) * 16))
    return found


def private_fostering_visits(view: View) -> list[Row]:
    """Every visit to those children."""
    rows = []
    for one in _arrangements(view):
        number = one.child.number
        for day in _visits(view, one):
            worker = one.episode.holder(day).worker
            written = view.world.days.plus(day, 1 + int(draw(number, day, _SALT + 7) * 8))
            rows.append(
                {
                    "child_id": one.child.id,
                    "arrangement_id": one.id,
                    "visited_on": any_date(day),
                    "child_seen": said(0.95, number, day, _SALT + 8),
                    "seen_alone": said(0.8, number, day, _SALT + 9),
                    "carer_seen": said(0.97, number, day, _SALT + 10),
                    "report_written_on": view.known(written),
                    "worker": worker.name,
                }
            )
    return rows


LISTS = {
    "private_fostering": private_fostering,
    "private_fostering_visits": private_fostering_visits,
}
