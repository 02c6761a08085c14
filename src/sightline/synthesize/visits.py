"""Visits to children: how often, and whether the child was seen, and seen alone."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from sightline.synthesize.events import ALONE, BEDROOM, SEEN, Child, Team

if TYPE_CHECKING:
    from sightline.synthesize.world import World

BITS = 8
_OLD_ENOUGH = 2 * 365
"""A younger child is not spoken to alone."""


def make_visits(
    world: World, child: Child, start: int, end: int, every: int, team: Team, later: int = 0
) -> array[int]:
    """Visits from a day to a day, about so many days apart, as ``day * 8`` and what was seen.

    ``later`` days pass before the first. Those before the world's history are left out.
    """
    made = array("i")
    random, onwards, practice = world.dice.random, world.days.onwards, team.practice
    last = min(end, world.until)
    day = max(start, world.first) + int(random() * 7) + later
    while day <= last:
        day = onwards(day)
        if day > last:
            break
        made.append(day * BITS + _seen(random, child, day, practice.at("alone", day)))
        gap = every * practice.at("visits", day) * (0.72 + 0.45 * random())
        day += max(2, int(gap * (1.5 if random() < 0.06 else 1.0)))
    return made


def _seen(random, child: Child, day: int, alone: float) -> int:  # type: ignore[no-untyped-def]
    draw = random()
    if draw > 0.94 or day < child.born:
        return 0
    old = day - child.born > _OLD_ENOUGH
    found = SEEN + (ALONE if old and random() < alone else 0)
    return found + (BEDROOM if draw < 0.45 else 0)


def last_visit(visits: array[int], as_at: int, seen: bool = False) -> int | None:
    """The latest visit by a day (with its bits), or the latest at which the child was seen."""
    for visit in reversed(visits):
        if visit // BITS <= as_at and (visit & SEEN or not seen):
            return visit
    return None
