"""Coming into care: in an emergency, from a child protection plan, or by agreement; and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.synthesize.care import (
    Ending,
    ending_for,
    for_one,
    make_care,
    team_takes_over,
)
from sightline.synthesize.dice import Weighted
from sightline.synthesize.events import Care, Child, Enquiry, Episode, Protection
from sightline.synthesize.front_door import assess, hold, refer
from sightline.synthesize.leaving import may_leave
from sightline.synthesize.missing import go_missing
from sightline.synthesize.need import close, keep_assessing, need_plan
from sightline.synthesize.protection import conference, cut_short, enquire, protect

if TYPE_CHECKING:
    from sightline.synthesize.world import World

_ROUTES = {
    12: Weighted({"emergency": 0.34, "protection": 0.42, "agreement": 0.24}),
    18: Weighted({"emergency": 0.18, "protection": 0.17, "agreement": 0.65}),
}
_FIRST_ORDER = Weighted({"C1": 0.5, "L2": 0.2, "L1": 0.12, "V2": 0.18})
_CLOSED_BY = {"E11": "RC1", "E12": "RC1", "E41": "RC3", "E3": "RC5", "E16": "RC5", "E7": "RC6"}
_GUARDIANS = ("E45", "E46", "E47", "E48")
_HOME = ("E4A", "E4B", "E13")
_FOUR_WEEKS = 28
_TOO_LATE = 40


def taken_into_care(world: World, children: list[Child], day: int, exit_by: str = "") -> None:
    """A referral after which all the children come into care, sooner or later."""
    youngest = max(children, key=lambda child: child.born)
    years = (day - youngest.born) / 365.25
    route = world.dice.pick(next(_ROUTES[top] for top in _ROUTES if years < top))
    episodes = refer(world, children, day, need="N1" if route != "agreement" else "")
    assess(world, children, episodes, support=True)
    start, first, plans = _routed(world, children, episodes, route)
    ending = ending_for(world, children, max(start, youngest.born + 1), exit_by)
    for place, (child, episode) in enumerate(zip(children, episodes)):
        plan = plans[place] if plans else None
        _one_child(world, child, episode, start, first, ending, plan)


def _routed(
    world: World, children: list[Child], episodes: list[Episode], route: str
) -> tuple[int, str, list[Protection]]:
    """When care begins, under which status, and the plans that there are by then."""
    dice, referral = world.dice, episodes[0].referral
    if route == "emergency":
        enquire(world, episodes, referral, needed=False)
        return referral + dice.between(1, 9), dice.pick(_FIRST_ORDER), []
    if route == "agreement":
        later = dice.between(5, 60) if dice.chance(0.6) else 60 + dice.wait(120)
        return world.days.onwards(referral + later), "V2", []
    found: list[tuple[Enquiry, Episode]] = enquire(world, episodes, referral, needed=True)
    held = conference(world, found)
    for episode in episodes:
        keep_assessing(episode, held)
    plans = protect(world, children, found, held)
    start = world.days.onwards(held + dice.between(30, 330))
    return start, "C1" if dice.chance(0.7) else "V2", plans


def unaccompanied(world: World, children: list[Child], day: int) -> None:
    """A child who comes to this country alone, and into care within days."""
    child = children[0]
    child.unaccompanied = True
    child.gender = "M" if world.dice.chance(0.93) else "F"
    (episode,) = refer(
        world, [child], day, source="7" if world.dice.chance(0.6) else "6", need="N8"
    )
    assess(world, [child], [episode], support=True)
    start = episode.referral + world.dice.between(0, 2)
    ending = ending_for(world, [child], start)
    _one_child(world, child, episode, start, "V2", ending, None)


def _one_child(
    world: World,
    child: Child,
    episode: Episode,
    start: int,
    first: str,
    ending: Ending,
    plan: Protection | None,
) -> None:
    """Care, or support at home for one who is nearly grown up."""
    start = max(start, child.born + 1)
    if plan is not None:
        if start < plan.end:
            dual = world.dice.between(10, 60) if world.dice.chance(0.25) else 0
            cut_short(plan, min(plan.end, start + dual))
        elif plan.end < start:
            _plan_until(world, child, episode, plan.end, start)
    elif start > episode.assessments[0].end:
        _plan_until(world, child, episode, episode.assessments[0].end, start)
    if start >= child.adult - _TOO_LATE:
        _grown_up(world, child, episode, plan)
        return
    own = for_one(child, ending, start)
    care = make_care(world, child, start, episode.need, own, first)
    if plan is not None and plan.end > care.end:
        cut_short(plan, care.end)
    episode.cares = (care,)
    go_missing(world, child, care.start, care.end, in_care=True)
    may_leave(world, child, care)
    _afterwards(world, child, episode, care)


def _plan_until(world: World, child: Child, episode: Episode, start: int, end: int) -> None:
    need_plan(world, child, episode, start, end, world.team("locality", child.family), _FOUR_WEEKS)


def _grown_up(world: World, child: Child, episode: Episode, plan: Protection | None) -> None:
    """Support goes on until the eighteenth birthday."""
    last = max(
        episode.assessments[0].end,
        plan.end if plan else 0,
        episode.plans[-1].end if episode.plans else 0,
    )
    close(world, child, episode, last)
    team = world.team("locality", child.family)
    hold(episode, episode.assessments[0].end, episode.close, team, child)


def _afterwards(world: World, child: Child, episode: Episode, care: Care) -> None:
    """Step down to a plan at home, or close; and who held the work in each stretch."""
    locality, team = world.team("locality", child.family), world.team("care", child.family)
    begun = episode.phases[-1].end
    change = min(max(team_takes_over(care.start), begun), max(care.end, begun))
    hold(episode, begun, change, locality, child)
    hold(episode, change, care.end, team, child)
    end = max(care.end, episode.assessments[0].end)
    stays = care.reason in _HOME and end < child.adult - 100
    if stays and (end > care.end or world.dice.chance(0.6)):
        length = 80 + world.dice.wait(140)
        need_plan(world, child, episode, care.end, care.end + length, locality, _FOUR_WEEKS)
        close(world, child, episode, world.days.onwards(max(end, episode.plans[-1].end)))
        episode.plans[-1].end = episode.close
    else:
        episode.assessments[0].end = min(episode.assessments[0].end, care.end)
        close(world, child, episode, care.end, _reason(care.reason, child, care.end))
    hold(episode, max(care.end, change), episode.close, locality, child)


def _reason(ceased: str, child: Child, end: int) -> str:
    """Why the episode closes with care, by the reason for which that ceased."""
    if ceased in _GUARDIANS:
        return "RC4"
    grown = "RC6" if child.disabilities and end >= child.adult else "RC7"
    return _CLOSED_BY.get(ceased, grown)
