"""Families and their children: how many, how old, and who they are."""

from __future__ import annotations

from sightline.synthesize.days import birthday, not_leap
from sightline.synthesize.dice import Dice, Weighted
from sightline.synthesize.events import Child, Family
from sightline.synthesize.words import forename, surname

GROWN = 18
_SIZES = Weighted({1: 0.42, 2: 0.33, 3: 0.17, 4: 0.08})
_GENDERS = Weighted({"M": 0.515, "F": 0.475, "I": 0.01})
_ETHNICITIES = Weighted(
    {
        **{"WBRI": 0.69, "WIRI": 0.005, "WIRT": 0.003, "WOTH": 0.045, "WROM": 0.006},
        **{"MWBC": 0.027, "MWBA": 0.015, "MWAS": 0.02, "MOTH": 0.03},
        **{"AIND": 0.014, "APKN": 0.03, "ABAN": 0.012, "AOTH": 0.02},
        **{"BCRB": 0.013, "BAFR": 0.033, "BOTH": 0.012, "CHNE": 0.003, "OOTH": 0.022},
    }
)
_UNACCOMPANIED = Weighted({"OOTH": 0.4, "BAFR": 0.3, "AOTH": 0.2, "WOTH": 0.1})
_DISABILITIES = Weighted(
    {
        **{"AUT": 0.32, "LD": 0.3, "BEH": 0.14, "COMM": 0.13, "MOB": 0.1, "PC": 0.05},
        **{"INC": 0.04, "HAND": 0.03, "HEAR": 0.03, "VIS": 0.03, "CON": 0.04, "DDA": 0.03},
    }
)
# Years of age of the eldest when a family is first heard of, by what will come of it.
_ELDEST = {
    "baby": (-0.4, 1.2),
    "young": (1.0, 10.0),
    "teen": (11.0, 16.4),
    "sixteen": (15.2, 17.2),
    "any": (-0.4, 16.6),
}


def make_family(dice: Dice, number: int, start: int, ages: str, first_id: int) -> Family:
    """A family first heard of on a day; ``ages`` is a key of the eldest's ages."""
    family = Family(number, surname(dice), dice.between(0, 9999))
    low, high = _ELDEST[ages]
    one_child = ages in ("sixteen", "baby") and dice.chance(0.75)
    size = 1 if one_child else dice.pick(_SIZES)
    ethnicity = dice.pick(_UNACCOMPANIED if ages == "sixteen" else _ETHNICITIES)
    born = start - int((low + (high - low) * dice.random()) * 365.25)
    children = []
    for place in range(size):
        children.append(_child(dice, family, not_leap(born), first_id + place, ethnicity))
        born += dice.between(330, 1500) if dice.chance(0.98) else 0
    family.children = tuple(children)
    return family


def _child(dice: Dice, family: Family, born: int, number: int, ethnicity: str) -> Child:
    disabilities: tuple[str, ...] = ()
    if dice.chance(0.1):
        disabilities = disabled(dice)
    own = ethnicity if dice.chance(0.93) else dice.pick(_ETHNICITIES)
    return Child(
        number,
        str(1_000_003 + 7 * number),
        family,
        born,
        birthday(born, GROWN),
        forename(dice),
        dice.pick(_GENDERS),
        own,
        disabilities,
        known=dice.chance(0.97),
    )


def disabled(dice: Dice) -> tuple[str, ...]:
    """One disability or several."""
    found = [dice.pick(_DISABILITIES) for _ in range(1 + int(dice.random() * 2.2))]
    return tuple(dict.fromkeys(found))
