"""Local list of supervision: of work with each child, and of each worker."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.synthesize.caseloads import holdings
from sightline.synthesize.days import any_date
from sightline.synthesize.dice import draw
from sightline.synthesize.events import Child, Holding
from sightline.synthesize.local.common import HELD, said, written_up
from sightline.synthesize.view import Row, View
from sightline.synthesize.workforce import Worker, manager_of

_SALT = 951
_FIRST_AFTER = 10
_WHOLE_FTE_MONTH = 30


def supervision(view: View) -> list[Row]:
    """Supervision of the last twelve months: held, or planned and not held."""
    rows = []
    for child, _, holding in holdings(view):
        if holding.end < view.since_year:
            continue
        for place, due, day in sessions(view, child, holding):
            if (day or due) >= view.since_year:
                key = (child.number, due, place)
                rows.append(_row(view, holding.worker, child.id, due, day, key))
    for worker in view.world.workers:
        if not worker.manager and worker.start <= view.day and worker.end > view.since_year:
            rows += _own_sessions(view, worker)
    return rows


def sessions(view: View, child: Child, holding: Holding) -> Iterator[tuple[int, int, int | None]]:
    """Discussions of a child while a worker holds the work: place, when due, when held if so."""
    practice = holding.worker.team.practice
    due = holding.start + _FIRST_AFTER + int(draw(child.number, holding.start, _SALT) * 14)
    last, place = min(holding.end - 1, view.day), 1
    while due <= last:
        if draw(child.number, due, _SALT + 1) >= practice.at("held", due):
            yield place, due, None
        else:
            day = view.world.days.onwards(due + int((draw(child.number, due, _SALT + 2)) * 6))
            if day > last:
                return
            yield place, due, day
        due += max(12, int(practice.at("supervision", due)))
        place += 1


def _own_sessions(view: View, worker: Worker) -> list[Row]:
    """A worker's own session each month."""
    rows = []
    due = worker.start + 21
    while due <= min(worker.end - 1, view.day):
        day = view.world.days.onwards(due)
        held = draw(worker.number, due, _SALT + 3) < worker.team.practice.at("held", due) + 0.03
        if due >= view.since_year and day <= min(worker.end - 1, view.day):
            key = (worker.number, due, 0)
            rows.append(_row(view, worker, None, due, day if held else None, key))
        due += _WHOLE_FTE_MONTH
    return rows


def _row(
    view: View,
    worker: Worker,
    child_id: str | None,
    due: int,
    day: int | None,
    key: tuple[int, int, int],
) -> Row:
    manager = manager_of(worker.team, day or due)
    row = {
        "worker_id": worker.id,
        "worker_name": worker.name,
        "child_id": child_id,
        "session_kind": "child" if child_id else "worker",
        "team": worker.team.name,
        "supervisor_id": manager.id,
        "supervisor_name": manager.name,
        "due_on": any_date(due),
        "held_on": any_date(day),
        "status": HELD if day else "cancelled",
    }
    if day is None:
        return row
    return row | {
        "minutes": 8 + int(draw(*key, 1) * 20) if child_id else 60 + int(draw(*key, 1) * 45),
        "reflection_recorded": said(0.52, *key, 2),
        "actions_recorded": said(0.83, *key, 3),
        "earlier_actions_reviewed": said(0.6, *key, 4),
        "plan_changed": said(0.45, *key, 5),
        "recorded_on": written_up(view, day, *key, 6),
    }


LISTS = {"supervision": supervision}
