"""The way of a child to adoption: decision, order, match, placement, adoption, or a reversal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.synthesize.events import Adoption

if TYPE_CHECKING:
    from sightline.synthesize.world import World

REVERSED = ("RD1", "RD3", "RD4")


def toward_adoption(world: World, care_start: int) -> Adoption:
    """What is to come for a child in care from a day; brothers and sisters go together."""
    dice, days = world.dice, world.days
    decision = days.onwards(care_start + dice.between(140, 230))
    order = days.onwards(decision + dice.between(20, 60))
    made = Adoption(decision, order=order)
    if dice.chance(0.12):
        made.reversed = days.onwards(order + dice.between(120, 400))
        made.reason = dice.one(REVERSED)
        return made
    made.early = days.onwards(care_start + dice.between(40, 120)) if dice.chance(0.12) else None
    wait = dice.between(10, 60) if made.early else dice.between(30, 260)
    made.match = days.onwards(order + wait)
    made.placed = days.onwards(made.match + dice.between(12, 40))
    made.adopted = days.onwards(made.placed + dice.between(150, 330))
    return made
