"""The front door: contacts, early help, referrals and assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.synthesize.dice import Weighted
from sightline.synthesize.events import Assessment, Child, Contact, Episode, Help, Phase
from sightline.synthesize.words import ORGANISATIONS

if TYPE_CHECKING:
    from sightline.synthesize.world import World

_SOURCES = Weighted(
    {
        **{"6": 0.29, "2A": 0.17, "2B": 0.03, "1A": 0.06, "1B": 0.02, "1C": 0.02, "1D": 0.01},
        **{"3A": 0.03, "3B": 0.03, "3C": 0.02, "3D": 0.04, "3E": 0.05, "3F": 0.03, "4": 0.02},
        **{"5A": 0.04, "5B": 0.03, "5C": 0.03, "5D": 0.02, "7": 0.03, "8": 0.04, "9": 0.03},
    }
)
_NEEDS = Weighted({"N1": 0.57, "N4": 0.13, "N5": 0.14, "N3": 0.06, "N6": 0.05, "N8": 0.03})
_LATE_SEEN = 10
_LONGEST = 130


def source_and_need(world: World) -> tuple[str, str]:
    """Who made a referral, and what it is mainly about."""
    return world.dice.pick(_SOURCES), world.dice.pick(_NEEDS)


def contact(world: World, children: list[Child], day: int, source: str, outcome: str) -> None:
    """A contact about some children of one family."""
    made = Contact(day, source, outcome)
    for child in children:
        child.contacts = (*child.contacts, made)


def only_contact(world: World, children: list[Child], day: int) -> None:
    """A contact that leads to advice, and now and then is followed by another."""
    dice = world.dice
    source, _ = source_and_need(world)
    contact(world, children, day, source, "advice")
    if dice.chance(0.15):
        contact(world, children, day + dice.between(3, 40), dice.pick(_SOURCES), "advice")


def early_help(world: World, children: list[Child], day: int) -> None:
    """Early help to a family, after a contact or of its own accord."""
    dice = world.dice
    if dice.chance(0.75):
        contact(world, children, day, dice.pick(_SOURCES), "early_help")
    start = world.days.onwards(day + dice.between(3, 14))
    end = world.days.onwards(start + 60 + dice.wait(120))
    made = dice.one(ORGANISATIONS)
    for child in children:
        child.helps = (*child.helps, Help(start, min(end, child.adult), made))


def refer(
    world: World, children: list[Child], day: int, source: str = "", need: str = ""
) -> list[Episode]:
    """A contact that becomes a referral: an episode for each child, not yet closed."""
    dice = world.dice
    found, about = source_and_need(world)
    source, need = source or found, need or about
    if dice.chance(0.93):
        contact(world, children, day, source, "referral")
    start = world.days.onwards(day + (dice.random() < 0.3))
    episodes = [Episode(start, source, need) for _ in children]
    for child, episode in zip(children, episodes):
        child.episodes = (*child.episodes, episode)
    return episodes


def nothing_further(world: World, children: list[Child], day: int) -> None:
    """A referral on which no further action is taken."""
    for child, episode in zip(children, refer(world, children, day)):
        episode.nfa, episode.reason = True, "RC8"
        episode.close = world.days.plus(episode.referral, 1)
        team = world.team("front", child.family)
        hold(episode, episode.referral, episode.close, team, child)


def assess(world: World, children: list[Child], episodes: list[Episode], support: bool) -> int:
    """Assess the children together; most are finished on one day, which is given back."""
    dice, days = world.dice, world.days
    referral = episodes[0].referral
    team = world.team("assessment", children[0].family)
    start = days.plus(referral, int(dice.random() * 2.2)) if dice.chance(0.6) else referral
    pace = team.practice.at("pace", referral)
    end = _finished(world, referral, start, pace)
    late = dice.between(1, _LATE_SEEN) * team.practice.at("visits", referral)
    seen = days.plus(start, max(1, int(late)))
    for child, episode in zip(children, episodes):
        own = end if dice.chance(0.9) else _finished(world, referral, start, pace)
        was = seen if dice.chance(0.96) and child.born <= seen <= own else None
        made = Assessment(start, own, was, support, team)
        episode.assessments = (*episode.assessments, made)
        hold(episode, episode.referral, own, team, child)
    return end


def _finished(world: World, referral: int, start: int, pace: float) -> int:
    """The day on which an assessment is authorised; most just before the limit, some far after."""
    dice = world.dice
    worked = dice.bell(pace, 9)
    if dice.chance(0.06):
        worked += dice.wait(18)
    working = min(max(4, int(worked)), _LONGEST)
    return max(world.days.plus(referral, working), world.days.plus(start, 1))


def only_assessed(world: World, children: list[Child], day: int) -> None:
    """A referral that ends with its assessment; a third of them have an enquiry in it."""
    from sightline.synthesize.protection import enquire

    episodes = refer(world, children, day)
    assess(world, children, episodes, support=False)
    if world.dice.chance(0.38):
        enquire(world, episodes, episodes[0].referral, needed=False)
    reason = "RC9" if world.dice.chance(0.06) else "RC8"
    for episode in episodes:
        episode.close, episode.reason = episode.assessments[0].end, reason


def hold(episode: Episode, start: int, end: int, team: object, child: Child) -> None:
    """A team holds the work with a child from a day to a day; what is empty is left out."""
    if end > start or not episode.phases:
        phase = Phase(start, max(end, start), team)  # type: ignore[arg-type]
        episode.phases = (*episode.phases, phase)
