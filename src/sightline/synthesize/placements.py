"""Where children in care live, and how often they move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.synthesize.days import birthday
from sightline.synthesize.dice import Weighted
from sightline.synthesize.events import Adoption, Child, Legal, Placement

if TYPE_CHECKING:
    from sightline.synthesize.world import World

_LITTLE = Weighted({"U6": 0.5, "U4": 0.25, "U3": 0.13, "U1": 0.1, "R3": 0.02})
_YOUNG = Weighted({"U6": 0.44, "U4": 0.28, "U3": 0.1, "U1": 0.12, "K2": 0.06})
_TEEN = Weighted(
    {"U6": 0.37, "U4": 0.22, "U3": 0.06, "U1": 0.08, "K2": 0.24, "S1": 0.02, "K1": 0.01}
)
_NEARLY = Weighted({"U6": 0.26, "U4": 0.18, "U1": 0.06, "K2": 0.17, "H5": 0.25, "P2": 0.08})
_ALONE = Weighted({"U6": 0.25, "H5": 0.58, "P2": 0.17})
_WORKING = Weighted({"PR1": 0.57, "PR4": 0.37, "PR5": 0.06})
_PRIVATE = Weighted({"PR4": 0.82, "PR1": 0.12, "PR5": 0.06})
_REASONS = Weighted(
    {
        **{"CARPL": 0.5, "CREQB": 0.16, "CREQO": 0.08, "CHILD": 0.06, "LAREQ": 0.08},
        **{"CLOSE": 0.04, "STAND": 0.03, "ALLEG": 0.02, "OTHER": 0.03},
    }
)
_WITH_NUMBER = ("K1", "K2", "H5", "S1")
_RELATIVES = ("U1", "U3")
_STABLE = ("U1", "U4")
_SIXTEEN, _TWELVE, _FIVE = 16, 12, 5
_LEAST = 8


def make_placements(
    world: World,
    child: Child,
    start: int,
    end: int,
    legal: tuple[Legal, ...],
    path: Adoption | None,
) -> tuple[Placement, ...]:
    """Placements without a gap from the start of care to its end."""
    last = path.placed if path and path.placed else end
    sixteen = birthday(child.born, _SIXTEEN)
    made: list[Placement] = []
    day = start
    while day < last:
        kind = _kind(world, child, day, sixteen, legal, end)
        until = _until(world, kind, day, last, not made)
        made.append(_placement(world, kind, day, until))
        day = until
    if path and path.early and made:
        made[-1].kind = "U5"
    if path and path.placed and path.placed < end:
        kind = "A5" if path.early else "A6"
        made.append(_placement(world, kind, path.placed, end))
    return tuple(made)


def _kind(
    world: World, child: Child, day: int, sixteen: int, legal: tuple[Legal, ...], end: int
) -> str:
    dice = world.dice
    order = next((one for one in legal if one.code == "C2"), None)
    if order and day >= order.start and order.end >= end and dice.chance(0.07):
        return "P1"
    if day >= sixteen:
        return dice.pick(_ALONE if child.unaccompanied else _NEARLY)
    years = (day - child.born) / 365.25
    return dice.pick(_LITTLE if years < _FIVE else _YOUNG if years < _TWELVE else _TEEN)


def _until(world: World, kind: str, day: int, last: int, first: bool) -> int:
    dice = world.dice
    if first and dice.chance(0.42):
        length = dice.between(5, 70)
    elif kind in _STABLE or kind == "P1":
        length = 300 + dice.wait(1900)
    else:
        length = 25 + dice.wait(360)
    return last if last - (day + length) < _LEAST else day + length


def _placement(world: World, kind: str, start: int, end: int) -> Placement:
    dice = world.dice
    provider = _provider(world, kind)
    urn = ""
    if kind in _WITH_NUMBER:
        urn = f"SC{400_000 + dice.between(0, 89_999)}"
    elif kind[0] in "UA" and provider in ("PR4", "PR5"):
        urn = f"SC{30_000 + dice.between(0, 299):06d}"
    away = dice.chance(0.38 if provider != "PR1" else 0.12)
    reason = dice.pick(_REASONS)
    return Placement(start, end, kind, provider, urn, dice.between(0, 60_000), away, reason)


def _provider(world: World, kind: str) -> str:
    if kind == "P1":
        return "PR0"
    if kind in _RELATIVES or kind == "R3":
        return "PR1"
    return world.dice.pick(_WORKING if kind[0] in "UA" else _PRIVATE)


def at_the_time(placements: tuple[Placement, ...], day: int) -> Placement:
    """The latest placement that has begun by a day."""
    return next((p for p in reversed(placements) if p.start <= day), placements[0])


def in_twelve_months(placements: tuple[Placement, ...], since: int, as_at: int) -> int:
    """How many placements were in force after one day and by another."""
    return sum(1 for p in placements if p.start <= as_at and p.end > since)
