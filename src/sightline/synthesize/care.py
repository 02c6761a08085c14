"""Children in care: how they come into it, under which order, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sightline.synthesize.adoption import toward_adoption
from sightline.synthesize.dice import Weighted
from sightline.synthesize.events import Adoption, Care, Child, Episode, Legal, Review
from sightline.synthesize.health import make_health
from sightline.synthesize.placements import make_placements
from sightline.synthesize.visits import make_visits

if TYPE_CHECKING:
    from sightline.synthesize.world import World

_EXITS = {
    2: Weighted({"adoption": 0.52, "guardian": 0.2, "home": 0.17, "adult": 0.11}),
    10: Weighted({"adoption": 0.04, "guardian": 0.18, "home": 0.37, "adult": 0.41}),
    16: Weighted({"guardian": 0.05, "home": 0.43, "adult": 0.48, "moved": 0.04}),
    18: Weighted({"home": 0.17, "adult": 0.75, "alone": 0.08}),
}
_REASONS = {
    "home": Weighted({"E4A": 0.75, "E4B": 0.17, "E13": 0.08}),
    "guardian": Weighted({"E45": 0.55, "E46": 0.1, "E47": 0.27, "E41": 0.08}),
    "adoption": Weighted({"E11": 0.15, "E12": 0.85}),
    "adult": Weighted({"E17": 0.36, "E5": 0.38, "E6": 0.08, "E7": 0.05, "E8": 0.13}),
    "moved": Weighted({"E3": 0.8, "E16": 0.2}),
    "alone": Weighted({"E5": 0.9, "E9": 0.1}),
}
_PLANS = {
    "home": Weighted({"FAMILY": 1.0}),
    "guardian": Weighted({"SGO_CAO": 1.0}),
    "adoption": Weighted({"ADOPTION": 1.0}),
    "adult": Weighted({"FOSTERING": 0.72, "RESIDENTIAL": 0.12, "SUPPORTED": 0.12, "OTHER": 0.04}),
    "moved": Weighted({"FOSTERING": 1.0}),
    "alone": Weighted({"SUPPORTED": 1.0}),
}
_SIX_WEEKS = 42
_TOO_OLD = 11 * 365
_ADULT = 18


class Ending(NamedTuple):
    """How and when a period of care will end, and the way to adoption, if it is that."""

    exit_by: str
    end: int
    adoption: Adoption | None


def make_care(
    world: World, child: Child, start: int, need: str, ending: Ending, legal_first: str
) -> Care:
    """A period of care from its first day to its last, which may be years after the world's."""
    exit_by, end, adoption = ending
    if end >= child.adult:
        end, exit_by = child.adult, "adult"
    child.adoption = replace(adoption) if adoption else child.adoption
    legal = _legal(world, start, end, exit_by, legal_first, adoption)
    placements = make_placements(world, child, start, end, legal, adoption)
    care = Care(start, end, world.dice.pick(_REASONS[exit_by]), need, legal, placements, ())
    care.plans = _plans(world, start, end, exit_by)
    care.reviews = _reviews(world, start, end)
    team = world.team("care", child.family)
    begun = max(start, world.first)
    later = 0 if begun == start else world.dice.between(0, 30)
    care.visits = make_visits(world, child, begun, end, _SIX_WEEKS, team, later)
    care.health = make_health(world, child, care)
    care.unaccompanied = child.unaccompanied
    return care


def ending_for(world: World, children: list[Child], start: int, exit_by: str = "") -> Ending:
    """How care will end for children who come into it together, by the age of the youngest."""
    youngest = max(children, key=lambda child: child.born)
    if youngest.unaccompanied:
        return Ending("adult", youngest.adult, None)
    years = (start - youngest.born) / 365.25
    exit_by = exit_by or world.dice.pick(
        _EXITS[next((top for top in _EXITS if years < top), _ADULT)]
    )
    if exit_by != "adoption":
        return Ending(exit_by, _end(world, youngest, start, exit_by), None)
    adoption = toward_adoption(world, start)
    if adoption.adopted:
        return Ending("adoption", adoption.adopted, adoption)
    return Ending("adult", youngest.adult, adoption)


def for_one(child: Child, ending: Ending, start: int) -> Ending:
    """The same for one of them: an older child is not adopted, and each grows up in turn."""
    if ending.exit_by == "adult":
        ending = ending._replace(end=child.adult)
    if ending.adoption and (start - child.born > _TOO_OLD or child.adoption):
        return ending._replace(adoption=None, exit_by="adult", end=child.adult)
    return ending


def _end(world: World, child: Child, start: int, exit_by: str) -> int:
    dice = world.dice
    if exit_by == "adult":
        return child.adult
    spread = {"home": (12, 250), "guardian": (220, 200), "moved": (60, 400), "alone": (60, 200)}
    least, mean = spread.get(exit_by, (200, 300))
    return world.days.onwards(start + least + dice.wait(mean))


def _legal(
    world: World, start: int, end: int, exit_by: str, first: str, adoption: Adoption | None
) -> tuple[Legal, ...]:
    """Legal statuses without a gap: by agreement, or by orders of the court."""
    dice = world.dice
    starts: list[tuple[str, int]] = [(first, start)]
    day = start
    if first in ("L1", "L2"):
        day += 3 if first == "L1" else dice.between(6, 8)
        starts.append(("C1", day))
    if first == "V2" and exit_by in ("guardian", "adult") and dice.chance(0.4):
        day += dice.between(60, 300)
        starts.append(("C1", day))
    if starts[-1][0] == "C1":
        day += dice.between(130, 300)
        if exit_by != "guardian":
            starts.append(("C2", day))
    if adoption and adoption.order:
        starts = [(code, when) for code, when in starts if when < adoption.order]
        starts.append(("E1", adoption.order))
        if adoption.reversed:
            starts.append(("C2", adoption.reversed))
    return _runs([(code, when) for code, when in starts if when < end], end)


def _runs(starts: list[tuple[str, int]], end: int) -> tuple[Legal, ...]:
    ends = [when for _, when in starts[1:]] + [end]
    return tuple(Legal(code, when, until) for (code, when), until in zip(starts, ends))


def _plans(world: World, start: int, end: int, exit_by: str) -> tuple[tuple[int, str], ...]:
    """The plan for permanence: return home at first, mostly, then what it comes to."""
    dice = world.dice
    first = world.days.plus(start, dice.between(5, 14))
    second = world.days.onwards(start + dice.between(85, 150))
    plans = [(first, "FAMILY"), (second, dice.pick(_PLANS[exit_by]))]
    return tuple(plan for plan in plans if plan[0] <= end)


def _reviews(world: World, start: int, end: int) -> tuple[Review, ...]:
    """Reviews: within 20 working days, then three months, then every six; few are late."""
    dice, days = world.dice, world.days
    due = days.plus(start, 20)
    made: list[Review] = []
    while due <= min(end, world.until) + 200:
        early = days.plus(due, -dice.between(0, 4)) if len(made) == 0 else due - dice.between(0, 14)
        day = days.onwards(due + dice.between(3, 30)) if dice.chance(0.07) else days.back(early)
        day = max(day, start + 1)
        if day > end:
            break
        made.append(Review(due, day))
        due = day + (91 if len(made) == 1 else 182)
    return tuple(one for one in made if one.day >= world.first or one is made[-1])


def team_takes_over(start: int) -> int:
    """When the team for children in care takes over from the one that knew the child before."""
    return start + 120


def previous_in_twelve_months(episodes: tuple[Episode, ...], care: Care) -> bool:
    """Whether another period of care ended in the twelve months before this one began."""
    return any(
        other is not care and care.start - 365 <= other.end <= care.start
        for episode in episodes
        for other in episode.cares
    )
