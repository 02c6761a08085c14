"""Local list of personal education plans of children in care, a plan for each term."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sightline.synthesize.days import any_date
from sightline.synthesize.dice import Weighted, draw
from sightline.synthesize.events import Care, Child, Episode
from sightline.synthesize.local.common import HELD, PLANNED, held_by, said
from sightline.synthesize.view import Row, View
from sightline.synthesize.words import SCHOOLS

_SALT = 931
_YOUNGEST, _OLDEST = int(4.2 * 365.25), int(17.9 * 365.25)
_TERMS = (("spring", (1, 6), (3, 31)), ("summer", (4, 16), (7, 20)), ("autumn", (9, 3), (12, 18)))
_SEPTEMBER = 9
_QUALITY = Weighted(
    {"outstanding": 0.12, "good": 0.6, "requires_improvement": 0.2, "inadequate": 0.03}
    | {"not_checked": 0.05}
)
_PROGRESS = Weighted({"expected": 0.52, "below": 0.33, "above": 0.08, "not_known": 0.07})
_FIRST_WITHIN = 10


class _Term(NamedTuple):
    name: str
    year: str
    start: int
    end: int


def _terms(view: View) -> Iterator[_Term]:
    """Terms of the last twelve months, that of the day among them."""
    for year in (view.as_at.year - 1, view.as_at.year):
        for name, first, last in _TERMS:
            start, end = date(year, *first).toordinal(), date(year, *last).toordinal()
            if end >= view.since_year and start <= view.day:
                begun = year if first[0] >= _SEPTEMBER else year - 1
                yield _Term(name, f"{begun}/{(begun + 1) % 100:02d}", start, end)


def personal_education_plans(view: View) -> list[Row]:
    """A plan for each term that a child of school age was in care."""
    terms = list(_terms(view))
    return [
        _plan(view, child, episode, term, begun)
        for child in view.world.children
        for episode in child.episodes
        for care in episode.cares
        if view.lasted(care.start, care.end, view.since_year)
        for term in terms
        if (begun := _begun(view, child, care, term)) is not None
    ]


def _begun(view: View, child: Child, care: Care, term: _Term) -> int | None:
    """When a plan was begun: early in the term, or soon after the child came into care."""
    first = care.start >= term.start - _FIRST_WITHIN
    since = care.start if first else term.start
    within = _FIRST_WITHIN if first else 40
    late = 25 if draw(child.number, term.start, _SALT) < 0.1 else 0
    day = view.world.days.plus(
        since, 2 + int(draw(child.number, term.start, _SALT + 1) * (within - 2)) + late
    )
    old_enough = _YOUNGEST <= day - child.born <= _OLDEST
    return day if old_enough and day <= min(term.end, care.end, view.day) else None


def _plan(view: View, child: Child, episode: Episode, term: _Term, begun: int) -> Row:
    number, days = child.number, view.world.days
    salt = (number, term.start)
    held = days.plus(begun, 3 + int(draw(*salt, _SALT + 2) * 12))
    skipped = draw(*salt, _SALT + 3) < 0.06 or held > term.end
    school = SCHOOLS[(number + begun // 1000) % len(SCHOOLS)]
    row = {
        "child_id": child.id,
        "upn": f"A{800_000_000_000 + number}",
        "school_urn": f"{990_000 + SCHOOLS.index(school)}",
        "school_name": school,
        "academic_year": term.year,
        "term": term.name,
        "started_on": any_date(begun),
        "due_on": any_date(term.end),
        "attendance": round(100 - 45 * draw(*salt, _SALT + 4) ** 4, 1),
        **held_by(view, episode, begun),
    }
    if skipped or held > view.day:
        status = "cancelled" if skipped and term.end <= view.day else PLANNED
        return row | {"status": status, "quality": "not_checked"}
    return row | _held(view, salt, held)


def _held(view: View, salt: tuple[int, int], held: int) -> Row:
    days = view.world.days
    ready = days.plus(held, 1 + int(draw(*salt, _SALT + 5) * 9))
    checked = days.plus(ready, 1 + int(draw(*salt, _SALT + 6) * 9))
    quality = _QUALITY.at(draw(*salt, _SALT + 7)) if checked <= view.day else "not_checked"
    good = quality in ("good", "outstanding")
    judged = quality != "not_checked"
    return {
        "held_on": any_date(held),
        "ready_on": view.known(ready),
        "status": HELD,
        "quality": quality,
        "checked_on": any_date(checked) if judged else None,
        "targets_specific": said(0.93 if good else 0.4, *salt, _SALT + 8),
        "targets_measurable": said(0.88 if good else 0.3, *salt, _SALT + 9),
        "ambitious": said(0.7 if good else 0.25, *salt, _SALT + 10),
        "progress": _PROGRESS.at(draw(*salt, _SALT + 11)),
        "child_took_part": said(0.8, *salt, _SALT + 12),
        "social_worker_there": said(0.9, *salt, _SALT + 13),
        "teacher_there": said(0.94, *salt, _SALT + 14),
    }


LISTS = {"personal_education_plans": personal_education_plans}
