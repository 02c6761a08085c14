"""Code sets of child protection: categories of abuse."""

from __future__ import annotations

from itertools import product

from sightline.standards.codes.declare import CodeSet, Item
from sightline.standards.codes.people import CODES_USED

# One supplier writes four letters, for neglect, physical, sexual and emotional in that order.
_SEVERAL = tuple("".join(flags) for flags in product("YN", repeat=4) if flags.count("Y") > 1)

CATEGORY_OF_ABUSE = CodeSet(
    "category_of_abuse",
    "Category of abuse",
    CODES_USED,
    (
        Item(
            "NEG",
            "a) Neglect",
            also=("NEGLECT", "Neglect Only", "Likelihood of Neglect", "YNNN"),
        ),
        Item(
            "PHY",
            "b) Physical abuse",
            also=("PA", "PHYSAB", "Physical", "Physical injury", "NYNN"),
        ),
        Item("SAB", "c) Sexual abuse", also=("Sexual", "Sexual Only", "NNYN")),
        Item("EMO", "d) Emotional abuse", also=("Emotional", "Emotion", "NNNY")),
        Item(
            "MUL",
            "e) Multiple/not recommended",
            "More than one category on this plan",
            ("Multiple", "Neglect Physical", "Emotional Physical Sexual", *_SEVERAL),
        ),
    ),
    lettered=True,
)
