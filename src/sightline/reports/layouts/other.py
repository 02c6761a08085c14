"""Something else: a school, a home, an area SEND inspection. It is said to be so."""

import re

from sightline.kit.problems import Problem
from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts.declare import Layout, Source

# What the document is, and words of its opening that give it away.
WHAT_ELSE = (
    (
        "an area SEND inspection, which looks at special educational needs and disabilities",
        r"area send inspection|area special educational needs|joint local area send"
        r"|local area partnership report|send (?:re)?visit|joint area inspection of special",
    ),
    (
        "an inspection of a children's home",
        r"children's home|secure training centre|inspection of [^.]{0,40}supported accommodation",
    ),
    (
        "an inspection of a fostering or adoption agency",
        r"(?:independent |local authority )?fostering (?:agency|service)|adoption agency"
        r"|voluntary adoption|adoption support agency|residential family centre",
    ),
    (
        "an inspection of a school, a nursery or a college",
        r"school report|inspection of [^.]{0,60}(?:school|academy|college|nursery|university)"
        r"|early years provision|further education|quality of education|report card",
    ),
    ("a self-evaluation or plan of an authority", r"self[- ]evaluation|improvement plan"),
)


def what_else(source: Source) -> str:
    """What kind of other document it is, in words, or an empty string."""
    opening = source.opening[:2500]
    for words, pattern in WHAT_ELSE:
        if re.search(pattern, opening):
            return words
    return ""


_OFFICIAL = re.compile(
    r"The\s+Office\s+for\s+Standards\s+in\s+Education|(?:Her|His)\s+Majesty[’']s\s+Inspector\s*$"
    r"|©\s+Crown\s+copyright|Ofsted\s+will\s+take\s+the\s+findings",
    re.I,
)


def looks_official(source: Source) -> bool:
    """Whether the end of the text is that of an Ofsted report or letter, whatever its opening."""
    return source.document.source == "pdf" and bool(_OFFICIAL.search(source.document.text[-4000:]))


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    event = EventFacts("other")
    words = what_else(source)
    message = (
        f"This is {words}, not an inspection of a local authority's children's services."
        if words
        else "This is not an Ofsted report, letter or article about children's services."
    )
    remedy = "It is kept in the library but gives no findings."
    if not words and looks_official(source):
        message = (
            "This looks like an Ofsted report or letter, but its opening cannot be recognised."
        )
        remedy = "Its first page may be damaged: download it again, or report the layout."
    event.problems.append(Problem("other_document", message, remedy))
    return [event]


def _sections(source: Source) -> list[Section]:
    return [Section("", "apart", tuple(source.blocks))]


LAYOUT = Layout(
    id="other",
    kind="other",
    title="Something else",
    in_use="any time",
    recognises=lambda source: True,
    read=_read,
    sections=_sections,
    notes="The last layout tried: whatever no other recognises.",
)
