"""Section 47 enquiries, conferences, and child protection plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.synthesize.dice import Weighted
from sightline.synthesize.events import Child, Enquiry, Episode, Protection, Team
from sightline.synthesize.visits import make_visits

if TYPE_CHECKING:
    from sightline.synthesize.world import World

_CATEGORIES = Weighted({"NEG": 0.49, "EMO": 0.36, "PHY": 0.08, "SAB": 0.04, "MUL": 0.03})
_REVIEWS = Weighted({1: 0.25, 2: 0.42, 3: 0.2, 4: 0.08, 5: 0.05})
_FORTNIGHT = 14


def enquire(
    world: World, episodes: list[Episode], day: int, needed: bool
) -> list[tuple[Enquiry, Episode]]:
    """An enquiry about all the children from a strategy discussion on or soon after a day."""
    start = world.days.onwards(day + world.dice.between(0, 6))
    end = world.days.plus(start, world.dice.between(4, 13))
    made = [(Enquiry(start, end, needed), episode) for episode in episodes]
    for enquiry, episode in made:
        episode.enquiries = (*episode.enquiries, enquiry)
    return made


def conference(world: World, enquiries: list[tuple[Enquiry, Episode]]) -> int:
    """A conference about all of them; most are held within 15 working days."""
    dice = world.dice
    late = dice.chance(0.17)
    working = dice.between(16, 24) if late else dice.between(11, 15)
    day = world.days.plus(enquiries[0][0].start, working)
    for enquiry, _ in enquiries:
        enquiry.conference = day
        enquiry.end = min(enquiry.end, day)
    return day


def protect(
    world: World, children: list[Child], enquiries: list[tuple[Enquiry, Episode]], start: int
) -> list[Protection]:
    """Plans that a conference makes: alike for brothers and sisters."""
    dice = world.dice
    category = dice.pick(_CATEGORIES)
    later = dice.pick(_CATEGORIES) if dice.chance(0.12) else category
    reviews = _reviews(world, start, dice.pick(_REVIEWS))
    moved = reviews[0] if later != category else None
    plans = []
    for child, (enquiry, episode) in zip(children, enquiries):
        team = world.team("locality", child.family)
        plan = _plan(world, child, start, reviews, team)
        plan.category, plan.later, plan.moved = category, later, moved
        enquiry.plan = plan
        episode.protections = (*episode.protections, plan)
        plans.append(plan)
    return plans


def _plan(
    world: World, child: Child, start: int, reviews: tuple[int, ...], team: Team
) -> Protection:
    end = min(reviews[-1], child.adult)
    held = tuple(day for day in reviews if day <= end)
    visits = make_visits(world, child, start, end, _FORTNIGHT, team)
    return Protection(start, end, "", "", None, held, visits, team)


def _reviews(world: World, start: int, count: int) -> tuple[int, ...]:
    """Review conferences: the first within three months, then within six; some are late."""
    dice = world.dice
    late = 20 if dice.chance(0.06) else 0
    days = [world.days.onwards(start + dice.between(74, 89) + late)]
    while len(days) < count:
        late = 25 if dice.chance(0.06) else 0
        days.append(world.days.onwards(days[-1] + dice.between(150, 180) + late))
    return tuple(days)


def cut_short(plan: Protection, end: int) -> None:
    """End a plan early: what was to come after is not held."""
    plan.end = end
    plan.reviews = tuple(day for day in plan.reviews if day <= end)
    while plan.visits and plan.visits[-1] // 8 > end:
        plan.visits.pop()
    if plan.moved is not None and plan.moved > end:
        plan.moved, plan.later = None, plan.category
