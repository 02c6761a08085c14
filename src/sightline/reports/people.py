"""People named in a document: inspectors, and the person a letter is written to."""

from __future__ import annotations

import re

from sightline.kit.cite import Citation
from sightline.reports.document import Document

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_PART = rf"(?:{_CAPITAL}[\w’'‘]*(?:-\s?\w+)*|(?:de|van|von|der|ni|la)\b)"
_NAME = re.compile(rf"{_CAPITAL}[\w’'‘]+(?:-\s?\w+)*\.?(?:[ \n]+{_PART})+", re.UNICODE)
# Words that look like names but are posts, bodies or parts of a sentence.
_NOT_NAMES = re.compile(
    r"\b(?:Majesty|Majesty[’']s|Inspectors?|Inspection|HMI|Ofsted|Senior|Lead|Deputy|Team|Social|Care"
    r"|Schools?|Regional|Director|Her|His|Services|Council|Children[’']s|Children|Regulatory|Designate"
    r"|Local|Authority|Quality|Assurance|Manager|Shadow|Further|Education|Skills|Additional|Seconded"
    r"|Report|Author|The|Contracted|Associate|Data|Analyst|Support|Early|Years|Principal|Officer"
    r"|Adviser|National|Specialist|Observer|Probation|Early|Help)\b"
)
_SPACES = re.compile(r"\s+")
_HYPHEN_BREAK = re.compile(r"-\s+")
_SHADOWED = re.compile(r"\bshadow|\bquality[- ]assured|\bobserv", re.I)


def names_in(document: Document, start: int, end: int) -> list[Citation]:
    """The people named in ``text[start:end]``, in order, without those who only shadowed."""
    found: list[Citation] = []
    text = document.text
    for match in _NAME.finditer(text, start, end):
        for left, right in _split_off_posts(text, match.start(), match.end()):
            if not _stood_apart(text, start, left, right):
                found.append(document.cite(left, right))
    return found


def _stood_apart(text: str, start: int, left: int, right: int) -> bool:
    """Whether a person only shadowed or checked quality: said before the name, or just after."""
    line = max(start, text.rfind("\n", 0, left) + 1)
    after = re.match(r"[^\n.;]{0,60}", text[right:])
    before = (
        r"(?:quality\s+assurance\s+manager|(?:shadowed|observed|quality[- ]assured)\s+by)\s*:?\s*$"
    )
    labelled = re.search(before, text[line:left], re.I)
    return bool(labelled or (after and _SHADOWED.search(after[0])))


def _split_off_posts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is left of a run of capitalised words when the posts are cut out of it."""
    spans = []
    at = start
    for post in [*_NOT_NAMES.finditer(text, start, end), None]:
        stop = post.start() if post else end
        words = text[at:stop].strip()
        if len(words.split()) >= 2:
            begin = at + text[at:stop].index(words)
            spans.append((begin, begin + len(words)))
        if post:
            at = post.end()
    return spans


def tidy(name: str) -> str:
    """A name on one line, with single spaces and no break after a hyphen."""
    return _HYPHEN_BREAK.sub("-", _SPACES.sub(" ", name)).strip(" ,.;")
