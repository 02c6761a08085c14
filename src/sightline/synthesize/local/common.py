"""What the local lists share: who holds the work, and meetings that come round again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sightline.synthesize.days import any_date
from sightline.synthesize.dice import draw
from sightline.synthesize.events import Child, Episode
from sightline.synthesize.view import Row, View

HELD, PLANNED = "held", "planned"
_AGAIN = 12
"""Days after which a meeting that fell through is due again."""


class Meeting(NamedTuple):
    """One of a series: its place in it, when it was due, when it was held, and its status."""

    place: int
    due: int
    day: int | None
    status: str


def series(
    view: View,
    key: tuple[int, int, int],
    stretch: tuple[int, int],
    first_due: int,
    every: int,
    share: float,
) -> Iterator[Meeting]:
    """Meetings in a stretch of time, so many days apart, up to the day and the next to come.

    The same ``key`` always gives the same meetings. ``share`` of those planned take place.
    """
    start, end = stretch
    due, place = first_due, 1
    while due <= view.day and due < end:
        chance = draw(*key, place, 1)
        if chance >= share:
            status = "cancelled" if draw(*key, place, 2) < 0.6 else "postponed"
            yield Meeting(place, due, None, status)
            due += _AGAIN
        else:
            shift = int((draw(*key, place, 3) - 0.65) * 16)
            day = max(view.world.days.onwards(due + shift), start + 1)
            if day > end:
                return
            if day > view.day:
                break
            yield Meeting(place, due, day, HELD)
            due = day + every
        place += 1
    if end > view.day and due < end:
        yield Meeting(place, due, None, PLANNED)


def in_the_year(view: View, meetings: Iterator[Meeting]) -> Iterator[Meeting]:
    """Those held, or due, in the last twelve months, or to come."""
    return (one for one in meetings if (one.day or one.due) >= view.since_year)


def held_by(view: View, episode: Episode, day: int) -> Row:
    """Team and worker of an episode of need on a day, or at the day of the lists."""
    worker = episode.holder(min(day, view.day, episode.close - 1)).worker
    return {"team": worker.team.name, "worker": worker.name}


def family_id(child: Child) -> str:
    """The identifier of a child's family."""
    return f"F{child.family.number:06d}"


def said(share: float, *parts: int) -> str:
    """Yes so often, and else no; the same whole numbers always give the same."""
    return "Y" if draw(*parts) < share else "N"


def written_up(view: View, day: int, *parts: int) -> object:
    """When a record was finished: mostly within a week; blank where that is still to come."""
    return view.known(view.world.days.plus(day, 1 + int(draw(*parts) * 6)))


def dates(meeting: Meeting) -> Row:
    """Due, held, and status."""
    return {
        "due_on": any_date(meeting.due),
        "held_on": any_date(meeting.day),
        "status": meeting.status,
    }
