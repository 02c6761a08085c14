"""What was known of a world on a day: who children were, and how things stood."""

from __future__ import annotations

from datetime import date
from typing import Any

from sightline.synthesize.days import age_on, any_date
from sightline.synthesize.events import (
    Away,
    Care,
    Child,
    Episode,
    Holding,
    Legal,
    Protection,
)
from sightline.synthesize.missing import DAY
from sightline.synthesize.visits import BITS, last_visit
from sightline.synthesize.world import World

Row = dict[str, Any]
EMERGENCY = ("L1", "L2")


class View:
    """A world as at a day; ``day``, ``since`` (six months before) and ``since_year`` are ordinals.

    ``ValueError`` where the day is after the world's last.
    """

    def __init__(self, world: World, as_at: date) -> None:
        """Look at a world from a day."""
        self.world, self.as_at, self.day = world, as_at, as_at.toordinal()
        if self.day > world.until:
            raise ValueError(
                f"The world ends on {world.until_date:%d/%m/%Y}, before {as_at:%d/%m/%Y}."
            )
        if self.day < world.first:
            raise ValueError(f"The world begins after {as_at:%d/%m/%Y}.")
        self.since, self.since_year = world.window(as_at, 6), world.window(as_at, 12)
        self._about: dict[int, Row] = {}

    def about(self, child: Child) -> Row:
        """Identifier, gender, ethnicity, birth and age, as Annex A names them. Do not change it."""
        made = self._about.get(child.number)
        if made is None:
            unborn = child.born > self.day
            made = self._about[child.number] = {
                "child_id": child.id,
                "gender": "U" if unborn else child.gender,
                "ethnicity": child.ethnicity,
                "date_of_birth": any_date(child.born),
                "age": age_on(child.born, self.day),
            }
        return made

    def known(self, day: int | None) -> date | None:
        """The date of a day that has come; None for one that has not."""
        return None if day is None or day > self.day else any_date(day)

    def past(self, day: int | None) -> bool:
        """Whether a day has come."""
        return day is not None and day <= self.day

    def lasted(self, start: int, end: int, since: int) -> bool:
        """Whether something had begun by the day, and was open, or ended in a window."""
        return start <= self.day and (end > self.day or end >= since)

    def status(self, episode: Episode) -> str | None:
        """The status of an episode of need; None where there was only a referral yet."""
        if episode.nfa:
            return None
        day = self.day
        if episode.close <= day:
            return "CLOSED"
        if any(one.start <= day < one.end for one in episode.cares):
            return "CLA"
        if any(one.start <= day < one.end for one in episode.protections):
            return "CPP"
        if any(one.start <= day < one.end for one in episode.plans):
            return "CIN"
        if any(one.start <= day < one.end for one in episode.assessments):
            return "ASSESSMENT"
        return None

    def latest_need(self, child: Child) -> tuple[Episode, str] | None:
        """The latest episode of need that is more than a referral, with its status."""
        for episode in reversed(child.episodes):
            if episode.referral <= self.day and (status := self.status(episode)):
                return episode, status
        return None

    def in_need(self, child: Child) -> tuple[Episode, str] | None:
        """The same, where it belongs in list 6: open, or closed in the window after support."""
        found = self.latest_need(child)
        if found is None:
            return None
        episode, status = found
        if status == "CLOSED" and (episode.close < self.since or episode.reason == "RC8"):
            return None
        return found

    def holder(self, episode: Episode) -> Holding:
        """Who holds the work with a child, or held it last."""
        return episode.holder(min(self.day, episode.close - 1))

    def last_seen(self, episode: Episode) -> int | None:
        """When a social worker last saw the child in an episode."""
        days = [a.seen for a in episode.assessments if a.seen is not None and a.seen <= self.day]
        visits = [one.visits for one in episode.plans]
        visits += [one.visits for one in episode.protections]
        visits += [one.visits for one in episode.cares]
        for some in visits:
            if visit := last_visit(some, self.day, seen=True):
                days.append(visit // BITS)
        return max((day for day in days if day <= episode.close), default=None)

    def protections(self, child: Child) -> list[Protection]:
        """Child protection plans begun by the day, in order."""
        plans = [plan for one in child.episodes for plan in one.protections]
        return sorted((p for p in plans if p.start <= self.day), key=lambda plan: plan.start)

    def cares(self, child: Child) -> list[tuple[Episode, Care]]:
        """Periods of care begun by the day, in order, with their episodes of need."""
        return [
            (episode, care)
            for episode in child.episodes
            for care in episode.cares
            if care.start <= self.day
        ]

    def last_care(self, child: Child) -> tuple[Episode, Care] | None:
        """The latest period of care, where it is open, or ended in the window."""
        found = self.cares(child)
        if found and self.lasted(found[-1][1].start, found[-1][1].end, self.since):
            return found[-1]
        return None

    def legal(self, care: Care) -> Legal:
        """The legal status on the day, or at the end of care."""
        return legal_at(care.legal, min(self.day, care.end - 1))

    def away(self, child: Child, since: int, kind: str = "M") -> list[Away]:
        """Times missing, or away, that began in a window up to the day."""
        return [
            one for one in child.away if one.kind == kind and since <= one.start // DAY <= self.day
        ]


def legal_at(statuses: tuple[Legal, ...], day: int) -> Legal:
    """The legal status on a day."""
    return next((one for one in reversed(statuses) if one.start <= day), statuses[0])
