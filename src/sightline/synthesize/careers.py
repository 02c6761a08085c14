"""The careers of families: when they are first heard of, what comes of it, and who comes back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from sightline.synthesize.adopters import find_adopters
from sightline.synthesize.days import birthday
from sightline.synthesize.dice import Weighted
from sightline.synthesize.events import Child, Family
from sightline.synthesize.front_door import (
    early_help,
    nothing_further,
    only_assessed,
    only_contact,
)
from sightline.synthesize.into_care import taken_into_care, unaccompanied
from sightline.synthesize.leaving import leaver_now
from sightline.synthesize.missing import go_missing
from sightline.synthesize.need import disabled_children, protected, supported
from sightline.synthesize.people import make_family

if TYPE_CHECKING:
    from sightline.synthesize.world import World

Spell = Callable[["World", list[Child], int], None]
WINDOW_MONTHS = 6
_YEAR = 365
# A child whose episode led to support does not come back before this: Annex A shows the latest
# episode only, and the lists of one window would otherwise show parts of two.
_PAUSE, _SHORT_PAUSE = 192, 16
_UNBORN = 185
_FIRST_KNOWN = 175


class Path(NamedTuple):
    """What may come of a first contact.

    ``often``: families in half a year, for 20,000 children. ``years``: how long ago it may have
    begun and still show. ``old_enough``: days before 18 that it takes at least.
    """

    spell: Spell
    often: float
    years: float
    ages: str
    old_enough: int = 220


PATHS = {
    "contact": Path(only_contact, 1700, 6.0, "any", 20),
    "help": Path(early_help, 800, 6.0, "any", 100),
    "nothing": Path(nothing_further, 640, 6.0, "any", 30),
    "assessed": Path(only_assessed, 1130, 6.0, "any"),
    "supported": Path(supported, 440, 6.0, "any"),
    "protected": Path(protected, 118, 6.0, "any"),
    "disabled": Path(disabled_children, 42, 11.0, "any"),
    "baby": Path(taken_into_care, 35, 9.0, "baby"),
    "young": Path(taken_into_care, 38, 14.0, "young"),
    "teen": Path(taken_into_care, 49, 12.0, "teen"),
    "unaccompanied": Path(unaccompanied, 17, 9.0, "sixteen", 150),
}
_AGAIN = Weighted(
    {
        **{"contact": 0.31, "help": 0.07, "nothing": 0.12, "assessed": 0.33},
        **{"supported": 0.15, "protected": 0.05, "young": 0.01},
    }
)
_COMES_BACK = 0.48
# Those who had a child protection plan come back more often, and to another.
_AGAIN_PROTECTED = Weighted({"protected": 0.5, "assessed": 0.25, "supported": 0.15, "contact": 0.1})
_COMES_BACK_PROTECTED = 0.62


class _Quota:
    """Paths in their proportions, so evenly that even a small world has some of each."""

    def __init__(self, world: World) -> None:
        weights = {key: path.often * path.years for key, path in PATHS.items()}
        total = sum(weights.values())
        self._share = {key: weight / total for key, weight in weights.items()}
        self._owed = {key: world.dice.random() * share for key, share in self._share.items()}

    def next(self) -> str:
        """The path of which most is owed."""
        for key, share in self._share.items():
            self._owed[key] += share
        found = max(self._owed, key=lambda key: self._owed[key])
        self._owed[found] -= 1
        return found


def populate(world: World) -> None:
    """Make families until so many children are in the lists as were asked for."""
    quota = _Quota(world)
    since = world.window(world.until_date, WINDOW_MONTHS)
    since_year = world.window(world.until_date, 12)
    shown, number = 0, 1
    always = iter(_always(world))
    while shown < world.asked:
        key, start, exit_by = next(always, None) or _any(world, quota)
        if world.asked - shown <= 4:
            key, start, exit_by = "contact", world.until - world.dice.between(3, 150), ""
        family = make_family(world.dice, len(world.families) + 1, start, PATHS[key].ages, number)
        if world.asked - shown <= 4:
            family.children = family.children[: world.asked - shown]
        number += len(family.children)
        _live(world, family, key, start, exit_by)
        found = [
            child for child in family.children if child.contacts or child.helps or child.episodes
        ]
        if found:
            world.families.append(family)
            world.children += found
        shown += sum(1 for child in found if appears(child, world.until, since, since_year))
    find_adopters(world)
    world.mothers = _mothers(world)


def _always(world: World) -> Iterator[tuple[str, int, str]]:
    """Children on rare ways whom even the smallest world has."""
    if world.asked < _FIRST_KNOWN:
        return
    for days_ago, exit_by in ((430, "adoption"), (560, "adoption"), (820, "adoption")):
        yield "baby", world.until - days_ago, exit_by
    yield "teen", world.until - 900, "adult"
    yield "unaccompanied", world.until - 300, ""
    for days_ago in (60, 100, 200):
        yield "protected", world.until - days_ago, ""
    yield "disabled", world.until - 700, ""


def _any(world: World, quota: _Quota) -> tuple[str, int, str]:
    key = quota.next()
    span = int(PATHS[key].years * _YEAR)
    return key, world.until - int(world.dice.random() * span), ""


def _live(world: World, family: Family, key: str, start: int, exit_by: str) -> None:
    """The family's spells, one after the other, until the last day or until they stay away."""
    dice = world.dice
    day = start
    while day <= world.until:
        path = PATHS[key]
        there = [child for child in family.children if _free(child, day, path.old_enough)]
        there = [child for child in there if dice.chance(0.86)] or there[:1]
        if there:
            begun = day if dice.chance(0.15) else world.days.onwards(day)
            if exit_by:
                taken_into_care(world, there, begun, exit_by)
            else:
                path.spell(world, there, begun)
            _from_home(world, there)
        known = key == "protected"
        if not dice.chance(_COMES_BACK_PROTECTED if known else _COMES_BACK):
            return
        key, exit_by = dice.pick(_AGAIN_PROTECTED if known else _AGAIN), ""
        pause = dice.between(*((_PAUSE, 240) if known else (20, 45)))
        day = _ended(family, day) + pause + dice.wait(300 if known else 190)


def _free(child: Child, day: int, old_enough: int) -> bool:
    """Whether something new may begin for a child."""
    if not child.born - _UNBORN <= day < child.adult - old_enough or child.leaver:
        return False
    if child.helps and child.helps[-1].end > day - _SHORT_PAUSE:
        return False
    if child.contacts and child.contacts[-1].day > day - _SHORT_PAUSE:
        return False
    if not child.episodes:
        return True
    last = child.episodes[-1]
    if child.adoption and last.cares and last.reason == "RC1":
        return False
    pause = _PAUSE if last.plans or last.protections or last.cares else _SHORT_PAUSE
    return last.close <= day - (_PAUSE if last.reason != "RC8" else pause)


def _ended(family: Family, day: int) -> int:
    """When the latest spell of a family ended for those not in care."""
    ends = [
        child.episodes[-1].close
        for child in family.children
        if child.episodes and not child.episodes[-1].cares
    ]
    return max([day, *ends])


def _from_home(world: World, children: list[Child]) -> None:
    for child in children:
        if child.episodes and child.episodes[-1].plans and not child.episodes[-1].cares:
            episode = child.episodes[-1]
            go_missing(world, child, episode.plans[0].start, episode.close, in_care=False)


def appears(child: Child, as_at: int, since: int, since_year: int) -> bool:
    """Whether a child is in any list of Annex A at a day, with windows from two other days."""
    if any(since <= contact.day <= as_at for contact in child.contacts):
        return True
    if any(one.start <= as_at and one.end >= since for one in child.helps):
        return True
    for episode in reversed(child.episodes):
        if since <= episode.referral <= as_at:
            return True
        if episode.referral <= as_at and episode.close >= since and not episode.nfa:
            return True
    path = child.adoption
    if path and path.adopted and since_year <= path.adopted <= as_at:
        return True
    if path and path.reversed and since_year <= path.reversed <= as_at:
        return True
    return leaver_now(child, as_at) is not None


def _mothers(world: World) -> list[tuple[Child, Child]]:
    """Care leavers whose child is among those known: the mother first."""
    young = [child for child in world.children if child.leaver and child.gender == "F"]
    eldest = (child for child in world.children if child.family.children[0] is child)
    babies = sorted(eldest, key=lambda child: (child.born, child.number))
    found: list[tuple[Child, Child]] = []
    for mother in young:
        since, until = birthday(mother.born, 16), birthday(mother.born, 21)
        place = bisect_left(babies, since + world.dice.between(0, 900), key=lambda one: one.born)
        if world.dice.chance(0.2) and place < len(babies) and babies[place].born < until:
            baby = babies.pop(place)
            if baby.family is not mother.family:
                found.append((mother, baby))
    return found
