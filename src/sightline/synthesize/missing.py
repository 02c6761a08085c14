"""Children who go missing, from home or from care, and the interview when they are back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.synthesize.events import Away, Child

if TYPE_CHECKING:
    from sightline.synthesize.world import World

DAY = 24 * 60
_YOUNGEST = 11 * 365.25
_HOURS = (2, 5, 9, 14, 20, 26, 40, 70, 150)


def go_missing(world: World, child: Child, start: int, end: int, in_care: bool) -> None:
    """Times missing or away of an older child between two days; a few go again and again."""
    dice = world.dice
    begun = max(start, world.first, child.born + int(_YOUNGEST))
    last = min(end, world.until)
    if begun >= last or not dice.chance(0.24 if in_care else 0.05):
        return
    every = 60 + dice.wait(260)
    found: list[Away] = []
    day = begun + dice.wait(every)
    while day < last:
        away = _away(world, day, in_care)
        if away.end // DAY < end:
            found.append(away)
        day += 3 + away.end // DAY - day + dice.wait(every)
    child.away = (*child.away, *found)


def _away(world: World, day: int, in_care: bool) -> Away:
    dice = world.dice
    start = day * DAY + dice.between(14 * 60, 23 * 60)
    kind = "A" if in_care and dice.chance(0.22) else "M"
    end = start + dice.one(_HOURS) * 60 + dice.between(0, 59)
    if kind == "A":
        return Away(start, start + dice.between(60, 300), kind, in_care, None, False, None)
    back = end // DAY
    offered = back + dice.between(0, 2) if dice.chance(0.88) else None
    accepted = offered is not None and dice.chance(0.7)
    interview = None
    if accepted and offered is not None:
        late = dice.between(1, 60) if dice.chance(0.72) else dice.between(73, 200)
        interview = max(end + late * 60, offered * DAY + 9 * 60)
        interview = world.days.onwards(interview // DAY) * DAY + dice.between(9 * 60, 18 * 60)
        interview = max(interview, end + 30)
    return Away(start, end, kind, in_care, offered, accepted, interview)
