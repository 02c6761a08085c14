"""Local lists of workers: who held the work with each child, and who is in which post."""

from __future__ import annotations

from collections import Counter

from sightline.synthesize.caseloads import held_on, holdings
from sightline.synthesize.days import any_date
from sightline.synthesize.dice import draw
from sightline.synthesize.events import Team
from sightline.synthesize.ssd.workforce import registration
from sightline.synthesize.teams import KINDS, SERVICES
from sightline.synthesize.view import Row, View
from sightline.synthesize.workforce import Post, Worker, manager_of

_SALT = 961
_YEAR = 365
_WORKED = 225
"""Days that a whole-time worker works in a year."""
_SICK = 0.03


def worker_episodes(view: View) -> list[Row]:
    """Which worker held the work with each child, in the last twelve months."""
    rows = []
    for child, place, one in holdings(view):
        over = child.episodes[place - 1].close if place else None
        if over is None:
            over = child.leaver.end if child.leaver else one.end
        if over < view.since_year:
            continue
        ended = one.end <= view.day
        passed_on = ended and one.end < over
        worker = one.worker
        rows.append(
            {
                "child_id": child.id,
                "worker_id": worker.id,
                "worker_name": worker.name,
                "worker_role": "social_worker" if place else "personal_adviser",
                "team": worker.team.name,
                "manager_name": manager_of(worker.team, min(one.end, view.day)).name,
                "started_on": any_date(one.start),
                "ended_on": view.known(one.end),
                "change_reason": one.reason if passed_on else None,
                "agency": "Y" if worker.contract == "agency" else "N",
                "handed_over_on": any_date(one.end) if passed_on else None,
            }
        )
    return rows


def workforce(view: View) -> list[Row]:
    """Who has held each post in the last twelve months, and when it was vacant."""
    held = held_on(view, view.day)
    rows: list[Row] = []
    for teams in view.world.teams.values():
        for team in teams:
            for manager in team.managers:
                rows += _in_post(view, manager, held)
            for post in team.posts:
                for worker in post.workers:
                    rows += _in_post(view, worker, held)
                rows += _vacancies(view, post, team)
    return rows


def _in_post(view: View, worker: Worker, held: Counter[int]) -> list[Row]:
    if worker.start > view.day or worker.end < view.since_year:
        return []
    gone = worker.end <= view.day
    return [
        {
            "post_id": worker.post,
            "worker_id": worker.id,
            "worker_name": worker.name,
            "registration": registration(worker.number, worker.role),
            **_about_post(view, worker.role, worker.team),
            "contract": worker.contract,
            "fte": worker.fte,
            "started_on": any_date(worker.start),
            "ended_on": view.known(worker.end),
            "left_authority": ("N" if worker.reason == "moved" else "Y") if gone else None,
            "leaving_reason": worker.reason if gone else None,
            "qualified_on": any_date(worker.qualified) if worker.role in _QUALIFIED else None,
            **_first_year(view, worker),
            "children_held": held.get(worker.number, 0) if worker.role in _HOLDERS else None,
            "most_children": _most(worker),
            **_absence(view, worker),
            "exit_interview_on": _exit_interview(view, worker) if gone else None,
        }
    ]


_HOLDERS = ("social_worker", "senior_social_worker", "assessed_year", "personal_adviser")
_QUALIFIED = ("social_worker", "senior_social_worker", "assessed_year", "team_manager")


def _about_post(view: View, role: str, team: Team) -> Row:
    manager = manager_of(team, view.day)
    return {
        "post_role": role,
        "case_holder": "Y" if role in _HOLDERS else "N",
        "team": team.name,
        "service": SERVICES[team.kind],
        "manager_id": None if role == "team_manager" else manager.id,
    }


def _first_year(view: View, worker: Worker) -> Row:
    ends = worker.start + _YEAR
    now = worker.role == "assessed_year" and ends > view.day and worker.end > view.day
    return {
        "first_year": "Y" if now else "N",
        "first_year_ends_on": view.known(ends) if worker.role == "assessed_year" else None,
    }


def _most(worker: Worker) -> int | None:
    if worker.role not in _HOLDERS:
        return None
    usual = KINDS[worker.team.kind][3]
    return int(usual * worker.fte * (0.7 if worker.role == "assessed_year" else 1))


def _absence(view: View, worker: Worker) -> Row:
    span = min(worker.end, view.day) - max(worker.start, view.since_year)
    there = round(_WORKED * worker.fte * max(span, 0) / _YEAR, 1)
    share = draw(worker.number, view.as_at.year, _SALT) ** 3 * 0.17
    away = worker.end > view.day and draw(worker.number, view.day // 90, _SALT + 1) < _SICK
    since = view.day - 10 - int(draw(worker.number, view.day // 90, _SALT + 2) * 60)
    away = away and since >= worker.start
    return {
        "absent_since": any_date(since) if away else None,
        "absence_reason": "sickness" if away else None,
        "days_lost": round(there * share, 1),
        "days_available": there,
    }


def _exit_interview(view: View, worker: Worker) -> object:
    if draw(worker.number, _SALT + 3) < 0.35:
        return None
    return view.known(view.world.days.back(worker.end - 3))


def _vacancies(view: View, post: Post, team: Team) -> list[Row]:
    """A row for each stretch in which nobody was in a post."""
    rows = []
    for before, after in zip(post.workers, post.workers[1:]):
        start, end = before.end, after.start
        if start < end and start <= view.day and end >= view.since_year:
            rows.append(
                {
                    "post_id": post.id,
                    **_about_post(view, post.role or "social_worker", team),
                    "contract": "vacant",
                    "fte": 1.0,
                    "started_on": any_date(start),
                    "ended_on": view.known(end),
                }
            )
    return rows


LISTS = {"worker_episodes": worker_episodes, "workforce": workforce}
