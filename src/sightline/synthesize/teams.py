"""The teams of the authority, as many as the work needs."""

from __future__ import annotations

from sightline.synthesize.dice import Dice
from sightline.synthesize.events import Team
from sightline.synthesize.practice import Practice
from sightline.synthesize.words import DISTRICTS

# Kind: how it is called, teams for 20,000 children, the fewest, the most children to a worker.
KINDS: dict[str, tuple[str, float, int, int]] = {
    "front": ("Front Door", 1, 1, 60),
    "assessment": ("Assessment", 14, 3, 18),
    "locality": ("Safeguarding", 30, 3, 17),
    "care": ("Children in Care", 9, 1, 17),
    "disabled": ("Children with Disabilities", 3, 1, 20),
    "leaving": ("Leaving Care", 5, 1, 22),
    "reviewing": ("Independent Reviewing", 1, 1, 70),
}
SERVICES = {
    "front": "Front Door and Assessment",
    "assessment": "Front Door and Assessment",
    "locality": "Safeguarding",
    "care": "Corporate Parenting",
    "disabled": "Children with Disabilities",
    "leaving": "Corporate Parenting",
    "reviewing": "Quality Assurance",
}
Teams = dict[str, tuple[Team, ...]]


def make_teams(dice: Dice, scale: float, middle: int) -> Teams:
    """Every team, by kind."""
    made: Teams = {}
    number = 1
    for kind, (called, many, fewest, _) in KINDS.items():
        count = max(fewest, round(many * scale)) if many > 1 else 1
        names = _names(called, count)
        made[kind] = tuple(
            Team(number + place, kind, name, Practice(dice, middle))
            for place, name in enumerate(names)
        )
        number += count
    return made


def _names(called: str, count: int) -> list[str]:
    """Names by district, with a number where there are several in one."""
    if count == 1:
        return [called]
    return [
        f"{called} {DISTRICTS[place % len(DISTRICTS)]}"
        + (f" {place // len(DISTRICTS) + 1}" if count > len(DISTRICTS) else "")
        for place in range(count)
    ]
