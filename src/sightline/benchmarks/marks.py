"""Marks: what stands in a published table where there is no figure, and what each means.

A mark is never a number: a figure that is not published is null, with its mark beside it.
"""

from __future__ import annotations

import math
import re

PUBLISHED = ""
UNKNOWN = "?"
ABSENT = "absent"
BLANK = "blank"
LAIT_NONE = "-"

MEANS = {
    "c": "not published, to protect children who could be recognised",
    "z": "does not apply",
    "k": "not zero, but would be rounded to zero",
    "x": "not available",
    "u": "not reliable enough to publish",
    LAIT_NONE: "no figure in the interactive tool: not published, not collected or not available",
    BLANK: "left blank in the file",
    ABSENT: "not in the file for this year",
    UNKNOWN: "written in the file in a way that is not known",
}
"""Each status of a value that is not there, in words. The letters are the department's own."""

# Marks of older files and other publications, as the letters of today.
_ALSO = {
    "low": "k",
    "~": "k",
    ":": "x",
    "..": "x",
    ".": "z",
    "*": "c",
    "na": "x",
    "n/a": "z",
    "": BLANK,
}
_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?", re.IGNORECASE)


def read(text: str | None) -> tuple[float | None, str]:
    """A cell's figure and status: ``(22.6, "")`` or ``(None, "c")``.

    Thousands may be parted by commas, and a percent sign may follow. What is neither a figure
    nor a known mark has the status ``?``.
    """
    plain = (text or "").strip()
    number = plain.removesuffix("%").strip()
    if number and any(c.isdigit() for c in number) and _NUMBER.fullmatch(number):
        value = float(number.replace(",", ""))
        return (value, PUBLISHED) if math.isfinite(value) else (None, UNKNOWN)
    mark = plain.lower()
    mark = _ALSO.get(mark, mark)
    return None, mark if mark in MEANS else UNKNOWN


def is_figure_or_mark(text: str) -> bool:
    """Whether a cell could stand in a column of figures."""
    return read(text)[1] != UNKNOWN


def in_words(status: str) -> str:
    """A status as the end of a sentence: "not available"; empty for a published figure."""
    return MEANS.get(status, "")
