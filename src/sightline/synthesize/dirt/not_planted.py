"""Rules that are not planted in rows, each with the reason."""

from __future__ import annotations

_FILES = "It is about files, sheets or headings, and not about rows."
_LIST = "It is about a list as a whole, so that no row is to be named."
_LOADS = "It compares two loads."
_DECLARED = "It is of the SSD and the local lists, where it is planted."

NOT_PLANTED: dict[str, str] = {
    **{f"S{number:02}": _FILES for number in range(1, 21)},
    "S10": _LOADS,
    "F14": _LIST,
    "F15": "No column of Annex A holds JSON; it is planted in the SSD.",
    "W28": "It is only asked where it is known whose lists they are, which the rows do not say.",
    "X19": _LIST,
    "X20": _LIST,
    "X21": _LOADS,
    **dict.fromkeys(("W50", "W52", "W54", "X50"), _DECLARED),
    "W53": "Only the number of placements has a least above nought, and that is told as W27.",
}
"""Why each rule of Annex A that has no planter has none, by its code."""
