"""Health of children in care: assessments, dental checks, questionnaires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.synthesize.events import Care, Child

if TYPE_CHECKING:
    from sightline.synthesize.world import World

INITIAL, REVIEW, DENTAL = (
    "Initial health assessment",
    "Review health assessment",
    "Dental check",
)
_FIVE = int(5 * 365.25)
_TEETH = 365
_IN_TIME = 20


def make_health(world: World, child: Child, care: Care) -> tuple[tuple[int, str], ...]:
    """Every check in a period of care, in order: half-yearly before five, then yearly."""
    last = min(care.end, world.until)
    found: list[tuple[int, str]] = []
    day = _initial(world, care.start)
    if day <= last:
        found.append((day, INITIAL))
        day = _next(world, child, day)
        while day <= last:
            found.append((day, REVIEW))
            day = _next(world, child, day)
    found += _dental(world, child, care.start, last)
    return tuple(sorted(one for one in found if one[0] >= world.first - 400))


def _initial(world: World, start: int) -> int:
    """Within 20 working days, mostly; far later where there is a backlog."""
    dice, days = world.dice, world.days
    day = days.plus(start, dice.between(9, _IN_TIME))
    if dice.chance(0.16):
        day = days.plus(start, _IN_TIME + dice.between(1, 25))
    if world.health_backlog:
        begins, ends, caught_up = world.health_backlog
        if begins <= start < ends and dice.chance(0.85):
            day = max(day, days.onwards(ends + dice.between(0, caught_up - ends)))
    return day


def _next(world: World, child: Child, day: int) -> int:
    dice = world.dice
    every = 182 if day - child.born < _FIVE else 365
    late = dice.between(10, 70) if dice.chance(0.12) else -dice.between(0, 25)
    return world.days.onwards(day + every + late)


def _dental(world: World, child: Child, start: int, last: int) -> list[tuple[int, str]]:
    dice = world.dice
    found = []
    day = max(start + dice.between(20, 150), child.born + _TEETH)
    while day <= last:
        day = world.days.onwards(day)
        if day <= last:
            found.append((day, DENTAL))
        day += dice.between(170, 260) if dice.chance(0.85) else dice.between(300, 600)
    return found
