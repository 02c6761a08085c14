"""Grades: the words that inspectors judge by, however they were printed."""

from __future__ import annotations

import re
from enum import StrEnum


class Grade(StrEnum):
    """A judgement of a service. ``Adequate`` belongs to the scale used before November 2013.

    They are strings, so ``<`` compares letters: order them with :func:`rank`.
    """

    OUTSTANDING = "Outstanding"
    GOOD = "Good"
    REQUIRES_IMPROVEMENT = "Requires improvement"
    INADEQUATE = "Inadequate"
    ADEQUATE = "Adequate"

    @property
    def older_scale(self) -> bool:
        """Whether it can only be a grade of the older scale, which had no requires improvement."""
        return self is Grade.ADEQUATE

    @property
    def good_or_better(self) -> bool:
        """Whether it is good or outstanding."""
        return self in (Grade.OUTSTANDING, Grade.GOOD)


SCALE = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
OLDER_SCALE = (Grade.OUTSTANDING, Grade.GOOD, Grade.ADEQUATE, Grade.INADEQUATE)

_FORMS = (
    (Grade.OUTSTANDING, r"outstanding"),
    (Grade.GOOD, r"good"),
    (Grade.REQUIRES_IMPROVEMENT, r"(?:requires?|requiring) improvement(?: to(?: be(?: good)?)?)?"),
    (Grade.INADEQUATE, r"inadequate"),
    (Grade.ADEQUATE, r"adequate|satisfactory"),
)
_PRINTED = re.compile("|".join(f"(?P<{grade.name}>{form})" for grade, form in _FORMS))
_NUMBERED = re.compile(r"grade [1-4] ?\((.+)\)|(.+) grade [1-4]")
_LEAD = re.compile(r"(?:(?:that )?(?:it|they|this) )?(?:is|are|was|were)\b:? ?")
_EDGES = " .,;:'\"‘’“”*"


def normalise(printed: str) -> Grade | None:
    """The grade that some printed words give, or None where they are not one grade.

    Takes "Requires improvement to be good", "require improvement", "Inadequate.", "is good",
    "GOOD", "Grade 4 (inadequate)", "Inadequate Grade 4", and "satisfactory" as adequate, which
    is of the older scale (``Grade.older_scale``).
    Footnote figures, line breaks and full stops around the words do not matter. "Not judged"
    and a whole sentence give None.
    """
    words = " ".join(printed.replace("\u00ad", "").replace("\u0002", "-").lower().split())
    words = words.strip(_EDGES)
    if numbered := _NUMBERED.fullmatch(words):
        words = (numbered[1] or numbered[2]).strip(_EDGES)
    words = words.rstrip("0123456789").strip(_EDGES)
    lead = _LEAD.match(words)
    found = _PRINTED.fullmatch(words[lead.end() :] if lead else words)
    return Grade[found.lastgroup] if found and found.lastgroup else None


def rank(grade: Grade) -> int:
    """The grade's place on its own scale: 4 outstanding, 3 good, 1 inadequate.

    Requires improvement and adequate both stand third of four (2), and are not the same
    judgement: compare two grades with :func:`direction`.
    """
    return _RANK[grade]


_RANK = {
    Grade.OUTSTANDING: 4,
    Grade.GOOD: 3,
    Grade.REQUIRES_IMPROVEMENT: 2,
    Grade.ADEQUATE: 2,
    Grade.INADEQUATE: 1,
}


def direction(before: Grade, after: Grade) -> int | None:
    """1 if the grade rose, -1 if it fell, 0 if it stayed.

    None between adequate and requires improvement: the scales differ there, so neither word
    is the better or the same.
    """
    if before is not after and rank(before) == rank(after):
        return None
    return (rank(after) > rank(before)) - (rank(after) < rank(before))
