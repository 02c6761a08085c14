"""Rules that are not planted in rows, each with the reason."""

from __future__ import annotations

_FILES = "It is about files, sheets or headings, and not about rows."
_LIST = "It is about a list as a whole, so that no row is to be named."

NOT_PLANTED: dict[str, str] = {
    **{f"S{number:02}": _FILES for number in range(1, 10)},
    "S10": "It compares two loads.",
    "F14": _LIST,
    "F15": "No column of Annex A holds JSON; it is planted in the SSD.",
    "W28": "It is only asked where it is known whose lists they are, which the rows do not say.",
    "X19": _LIST,
    "X20": _LIST,
}
"""Why each rule of Annex A that has no planter has none, by its code."""
