"""What rows of the SSD share: identifiers, who was known by a day, and the words for a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sightline.standards.codes import code_set
from sightline.synthesize.events import Care, Child, Episode, Team
from sightline.synthesize.view import View
from sightline.synthesize.workforce import Worker

Row = dict[str, Any]


def first_known(child: Child) -> int:
    """The day on which a child was first heard of."""
    days = [child.contacts[0].day] if child.contacts else []
    days += [one.start for one in child.helps[:1]]
    days += [one.referral for one in child.episodes[:1]]
    return min(days)


def children(view: View) -> Iterator[Child]:
    """Children who were heard of by the day."""
    return (child for child in view.world.children if first_known(child) <= view.day)


def episodes(view: View) -> Iterator[tuple[Child, str, Episode]]:
    """Episodes of need that had begun by the day, with their identifiers."""
    for child in view.world.children:
        for place, episode in enumerate(child.episodes, 1):
            if episode.referral <= view.day:
                yield child, f"R{child.number}-{place}", episode


def cares(view: View) -> Iterator[tuple[Child, str, str, Care]]:
    """Periods of care begun by the day: child, referral, the period's identifier, the period."""
    for child, referral, episode in episodes(view):
        for care in episode.cares:
            if care.start <= view.day:
                yield child, referral, f"L{referral[1:]}", care


def team_id(team: Team) -> str:
    """A team's identifier."""
    return f"T{team.number:03d}"


def worker_and_team(worker: Worker, prefix: str) -> Row:
    """The columns of a row that name a worker and the worker's team."""
    return {f"{prefix}_worker_id": worker.id, f"{prefix}_team": team_id(worker.team)}


def source_words() -> dict[str, str]:
    """What each source of contacts is called."""
    return {item.code: item.words for item in code_set("contact_source").items}
