"""Care leavers: who is one, for how long, and how they are at a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sightline.synthesize.days import age_on, birthday
from sightline.synthesize.dice import Weighted, draw
from sightline.synthesize.events import Care, Child, Episode, Leaver
from sightline.synthesize.placements import at_the_time

if TYPE_CHECKING:
    from sightline.synthesize.world import World

_SIXTEEN, _ADULT, _LEAST, _MOST = 16, 18, 21, 25
_THIRTEEN_WEEKS = 91
_TOUCH = Weighted({"YES": 0.915, "NO": 0.045, "REFU": 0.02, "NREQ": 0.01, "RHOM": 0.01})
_HOMES = Weighted(
    {
        **{"U": 0.36, "D": 0.14, "B": 0.13, "E": 0.03, "Z": 0.08, "T": 0.06, "C": 0.03},
        **{"K": 0.04, "X": 0.03, "S": 0.015, "W": 0.01, "V": 0.01, "Y": 0.04},
    }
)
_ACTIVITIES = Weighted(
    {
        **{"F1": 0.07, "F2": 0.2, "P2": 0.03, "F4": 0.03, "F5": 0.2, "P5": 0.05},
        **{"G4": 0.14, "G5": 0.2, "G6": 0.08},
    }
)
_IN_CARE = {"K": "C", "S": "C", "H": "D", "P": "B", "U": "Y", "A": "Y"}
_UNSUITABLE = ("S", "V", "W", "X")
_SALT = 701


def may_leave(world: World, child: Child, care: Care) -> None:
    """Leaving care services for a child whose care lasts beyond sixteen."""
    sixteen = birthday(child.born, _SIXTEEN)
    if care.end < sixteen:
        return
    eligible: int | None = max(sixteen, care.start + _THIRTEEN_WEEKS)
    full = care.end - care.start >= _THIRTEEN_WEEKS
    if eligible is not None and (eligible >= care.end or not full):
        eligible = None
    years = _LEAST if world.dice.chance(0.6) else _MOST
    end = birthday(child.born, years)
    team = world.team("leaving", child.family)
    child.leaver = Leaver(eligible, care.end, end, full, team)


class Now(NamedTuple):
    """How a care leaver is at a day: codes of list 9."""

    eligibility: str
    in_touch: str
    contact: int | None
    home: str
    suitable: str
    activity: str
    review: int


def leaver_now(child: Child, as_at: int) -> Now | None:
    """What is known of a care leaver at a day; None where the child is none then."""
    leaver = child.leaver
    if leaver is None or as_at >= leaver.end:
        return None
    if as_at >= leaver.left:
        return _after_care(child, leaver, as_at)
    if leaver.eligible is None or as_at < leaver.eligible:
        return None
    care = allocated_episode(child).cares[-1]
    kind = at_the_time(care.placements, as_at).kind
    half = as_at // 182
    activity = "F2" if draw(child.number, half, _SALT) < 0.7 else "G5"
    contact = _steady(child, as_at, leaver.eligible, 42)
    review = _steady(child, as_at, leaver.eligible, 180)
    home = _IN_CARE.get(kind[0], "Y")
    return Now("ELIGIBLE", "YES", contact, home, "1", activity, review)


def _after_care(child: Child, leaver: Leaver, as_at: int) -> Now:
    number, half = child.number, as_at // 182
    grown = age_on(child.born, as_at) >= _ADULT
    kind = "FORMER_RELEVANT" if grown else "RELEVANT"
    eligibility = kind if leaver.full else "QUALIFYING"
    touch = _TOUCH.at(draw(number, half, _SALT + 1))
    review = _steady(child, as_at, leaver.left, 178)
    if touch != "YES":
        return Now(eligibility, touch, None, "", "", "", review)
    home = _HOMES.at(draw(number, half, _SALT + 2))
    unsuitable = home in _UNSUITABLE or draw(number, half, _SALT + 3) < 0.03
    activity = _ACTIVITIES.at(draw(number, as_at // 365, _SALT + 4))
    contact = _steady(child, as_at, leaver.left, 50)
    return Now(eligibility, touch, contact, home, "2" if unsuitable else "1", activity, review)


def _steady(child: Child, as_at: int, since: int, every: int) -> int:
    """The latest of days that come about so often, no earlier than a first one."""
    shift = int(draw(child.number, every, _SALT + 5) * every)
    turn = (as_at - shift) // every
    for back in range(3):
        late = int(draw(child.number, turn - back, every, _SALT + 6) * every * 0.35)
        day = (turn - back) * every + shift + late
        if day <= as_at:
            return max(day, since)
    return since


def allocated_episode(child: Child) -> Episode:
    """The episode in which a care leaver was in care."""
    return next(episode for episode in reversed(child.episodes) if episode.cares)
