"""Adopters: the families of children who are matched, and those who wait or leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sightline.synthesize.dice import Weighted
from sightline.synthesize.people import _ETHNICITIES

if TYPE_CHECKING:
    from sightline.synthesize.world import World

_LEAVING = Weighted({"1": 0.75, "2": 0.15, "3": 0.1})
# Families that begin in a year, for 20,000 children, and are not matched with a child from here.
_A_YEAR = 8
_YEAR = 365


@dataclass(slots=True)
class AdoptiveFamily:
    """One or two adopters; each is a gender, an ethnicity, and whether disabled."""

    id: str
    people: tuple[tuple[str, str, bool], ...]
    enquiry: int
    stages: tuple[int | None, int | None, int | None, int | None]
    match: int | None = None
    placed: int | None = None
    adopted: int | None = None
    left: int | None = None
    reason: str = ""
    children: int = 0
    early: bool = False

    def listed(self, as_at: int, since: int) -> bool:
        """Whether the family is in the list for a day, with a window that begins on another."""
        over = [day for day in (self.adopted, self.left) if day is not None and day <= as_at]
        return self.enquiry <= as_at and (not over or min(over) >= since)


@dataclass(slots=True)
class Adopters:
    """All adoptive families."""

    families: list[AdoptiveFamily] = field(default_factory=list)


def find_adopters(world: World) -> None:
    """Give every child who is matched a family, and add families of no child from here."""
    made: dict[tuple[int, int], AdoptiveFamily] = {}
    for child in world.children:
        path = child.adoption
        if path is None or path.match is None or world.dice.chance(0.25):
            continue
        key = (child.family.number, path.match)
        family = made.get(key) or _matched(world, path.match, len(made) + 1)
        made[key] = family
        family.placed, family.adopted = path.placed, path.adopted
        family.early = path.early is not None
        family.children += 1
        path.family = family.id
    world.adopters.families = list(made.values())
    _others(world, len(made))


def _matched(world: World, match: int, number: int) -> AdoptiveFamily:
    dice = world.dice
    approved = match - dice.between(30, 260)
    begun = world.days.back(approved - dice.between(190, 330))
    family = _begin(world, number, begun)
    family.stages = (*family.stages[:3], world.days.onwards(approved))
    start = family.stages[2]
    assert start is not None
    family.stages = (*family.stages[:2], min(start, world.days.back(approved)), family.stages[3])
    family.match = match
    return family


def _begin(world: World, number: int, enquiry: int) -> AdoptiveFamily:
    dice, days = world.dice, world.days
    people = [(dice.one(("F", "M")), dice.pick(_ETHNICITIES), dice.chance(0.05))]
    if dice.chance(0.78):
        other = {"F": "M", "M": "F"}[people[0][0]] if dice.chance(0.85) else people[0][0]
        people.append((other, dice.pick(_ETHNICITIES), dice.chance(0.05)))
    first = days.onwards(enquiry + dice.between(10, 40))
    first_end = days.onwards(first + dice.between(50, 80))
    second = days.onwards(first_end + dice.between(1, 25))
    approved = days.onwards(second + dice.between(95, 150))
    stages = (first, first_end, second, approved)
    return AdoptiveFamily(f"AF{number:05d}", tuple(people), enquiry, stages)


def _others(world: World, taken: int) -> None:
    """Families who wait for a child, or leave the process."""
    dice = world.dice
    count = max(6, round(_A_YEAR * world.scale * 6))
    for place in range(count):
        span = world.until - world.first
        enquiry = world.days.back(world.until - 20 - span * place // count)
        family = _begin(world, taken + place + 1, enquiry)
        leaves = enquiry + dice.between(60, 700)
        if dice.chance(0.55) or leaves < world.until - 2 * _YEAR:
            family.left = world.days.onwards(leaves)
            family.reason = dice.pick(_LEAVING)
            reached = (day if day and day <= family.left else None for day in family.stages)
            family.stages = tuple(reached)  # type: ignore[assignment]
        world.adopters.families.append(family)
