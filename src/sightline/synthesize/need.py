"""Children in need: plans, further enquiries and assessments, disabled children, and closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.synthesize.dice import Weighted
from sightline.synthesize.events import Assessment, Child, Episode, NeedPlan, Protection, Team
from sightline.synthesize.front_door import assess, hold, refer
from sightline.synthesize.people import disabled
from sightline.synthesize.protection import conference, enquire, protect
from sightline.synthesize.visits import make_visits

if TYPE_CHECKING:
    from sightline.synthesize.world import World

_FOUR_WEEKS, _SIX_WEEKS = 28, 42
_CLOSINGS = Weighted({"RC7": 0.9, "RC5": 0.06, "RC9": 0.04})
LONG_PLAN = 380
"""After so many days a plan that goes on is assessed again."""


def need_plan(
    world: World, child: Child, episode: Episode, start: int, end: int, team: Team, every: int
) -> int:
    """A plan from a day to a day, or to the eighteenth birthday; gives back its end."""
    end = max(start, min(end, child.adult))
    visits = make_visits(world, child, start, end, every, team)
    episode.plans = (*episode.plans, NeedPlan(start, end, team, visits))
    return end


def close(world: World, child: Child, episode: Episode, day: int, reason: str = "") -> None:
    """The end of an episode of need."""
    episode.close = min(day, child.adult)
    grown = episode.close == child.adult
    episode.reason = reason or ("RC6" if grown and child.disabilities else "RC7" if grown else "")
    episode.reason = episode.reason or world.dice.pick(_CLOSINGS)
    held = (one._replace(end=min(one.end, episode.close)) for one in episode.phases)
    episode.phases = tuple(one for one in held if one.start <= one.end)


def supported(world: World, children: list[Child], day: int) -> None:
    """A referral that leads to child in need plans."""
    episodes = refer(world, children, day)
    assess(world, children, episodes, support=True)
    if world.dice.chance(0.35):
        enquire(world, episodes, episodes[0].referral, needed=False)
    plan_for(world, children, episodes, 60 + world.dice.wait(330))


def plan_for(world: World, children: list[Child], episodes: list[Episode], length: int) -> None:
    """Plans for some children from the end of their assessments, alike in length."""
    again = world.dice.chance(0.1)
    for child, episode in zip(children, episodes):
        start = episode.assessments[-1].end
        team = world.team("locality", child.family)
        end = need_plan(world, child, episode, start, start + length, team, _FOUR_WEEKS)
        _look_again(world, child, episode, start, end, team)
        close(world, child, episode, world.days.onwards(end))
        hold(episode, start, episode.close, team, child)
        episode.plans[-1].end = episode.close
    if again and length > 120:
        later = max(episode.plans[-1].start for episode in episodes) + length // 2
        staying = [e for e in episodes if e.close > later + 30]
        enquire(world, staying, later, needed=False)


def _look_again(
    world: World, child: Child, episode: Episode, start: int, end: int, team: Team
) -> None:
    """Further assessments of a plan that lasts."""
    day = start + LONG_PLAN + world.dice.between(0, 60)
    while day < min(end - 70, child.adult - 100, world.until):
        begun = world.days.onwards(day)
        done = world.days.plus(begun, world.dice.between(12, 44))
        seen = world.days.plus(begun, world.dice.between(1, 8))
        made = Assessment(begun, done, seen, True, team)
        episode.assessments = (*episode.assessments, made)
        day += LONG_PLAN + world.dice.between(0, 60)


def protected(world: World, children: list[Child], day: int) -> None:
    """A referral that leads to an enquiry, a conference, and mostly a child protection plan."""
    episodes = refer(world, children, day, need="N1")
    assess(world, children, episodes, support=True)
    found = enquire(world, episodes, episodes[0].referral, needed=True)
    held = conference(world, found)
    for episode in episodes:
        keep_assessing(episode, held)
    if not world.dice.chance(0.87):
        plan_for(world, children, episodes, 90 + world.dice.wait(200))
        return
    plans = protect(world, children, found, held)
    after = world.dice.chance(0.7)
    length = 60 + world.dice.wait(160)
    for child, episode, plan in zip(children, episodes, plans):
        _after_protection(world, child, episode, plan, length if after else 0)


def keep_assessing(episode: Episode, held: int) -> None:
    """The assessment goes on until the conference at least."""
    last = episode.assessments[-1]
    last.end = max(last.end, held)
    first = episode.phases[-1]
    episode.phases = (*episode.phases[:-1], first._replace(end=last.end))


def _after_protection(
    world: World, child: Child, episode: Episode, plan: Protection, length: int
) -> None:
    """Step down to a child in need plan, or close with the plan."""
    team = world.team("locality", child.family)
    if world.dice.chance(0.15) and plan.end - plan.start > 150:
        enquire(world, [episode], plan.start + 60, needed=True)
    end = plan.end
    if length and end < child.adult:
        end = need_plan(world, child, episode, end, end + length, team, _FOUR_WEEKS)
    close(world, child, episode, end if end == plan.end else world.days.onwards(end))
    if episode.plans:
        episode.plans[-1].end = episode.close
    hold(episode, episode.assessments[0].end, episode.close, team, child)


def disabled_children(world: World, children: list[Child], day: int) -> None:
    """A disabled child whom the team for disabled children supports for years."""
    child = children[0]
    child.disabilities = child.disabilities or disabled(world.dice)
    (episode,) = refer(world, [child], day, need="N2")
    assess(world, [child], [episode], support=True)
    team = world.team("disabled", child.family)
    start = episode.assessments[0].end
    end = start + 400 + world.dice.wait(1900)
    end = need_plan(world, child, episode, start, end, team, _SIX_WEEKS)
    _look_again(world, child, episode, max(start, world.first - LONG_PLAN), end, team)
    close(world, child, episode, world.days.onwards(end))
    episode.plans[-1].end = episode.close
    hold(episode, start, episode.close, team, child)
