"""The Children's Social Care National Framework: its outcomes, enablers and principles, as tags.

Since spring 2025 inspectors put one after each thing that needs to improve, in many forms:
"(outcome three, national framework)", "[ Outcome 4, national framework]", "(Enabler: the
workforce is equipped and effective, national framework)".
"""

from __future__ import annotations

import re

SOURCE = "Department for Education, Children's Social Care: National Framework, December 2023"

TAGS: dict[str, str] = {
    "outcome-1": "Children, young people and families stay together and get the help they need",
    "outcome-2": "Children and young people are supported by their family network",
    "outcome-3": "Children and young people are safe in and outside of their homes",
    "outcome-4": "Children in care and care leavers have stable, loving homes",
    "enabler-1": "Multi-agency working is prioritised and effective",
    "enabler-2": "Leaders drive conditions for effective practice",
    "enabler-3": "The workforce is equipped and effective",
    "principle-1": "Children's welfare is paramount",
    "principle-2": "Children's wishes and feelings are sought, heard, and responded to",
    "principle-3": "Children's social care works in partnership with whole families",
    "principle-4": (
        "Children are raised by their families, with their family networks, or in family "
        "environments wherever possible"
    ),
    "principle-5": (
        "Local authorities work with other agencies to effectively identify and meet the needs "
        "of children, young people, and families"
    ),
    "principle-6": (
        "Local authorities consider the economic and social circumstances which may impact "
        "children, young people, and families"
    ),
}

_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_FIGURE = rf"(?:[1-6]|{'|'.join(_WORDS)})\b"
_NUMBERED = re.compile(
    rf"\b(outcome|enabler|principle)s?\s*(?:[:\-–—]|number|no\.?)?\s*"
    rf"({_FIGURE}(?:\s*(?:,|&|and)\s*{_FIGURE})*)",
    re.IGNORECASE,
)
_EACH = re.compile(_FIGURE, re.IGNORECASE)
_SAID = (
    ("outcome-1", r"stay(?:ing)? together|get the help they need"),
    ("outcome-2", r"family network"),
    ("outcome-3", r"safe in and outside"),
    ("outcome-4", r"stable,? loving homes?"),
    ("enabler-1", r"multi-?\s?agency working is prioriti[sz]ed"),
    ("enabler-2", r"leaders drive (?:the )?conditions"),
    ("enabler-3", r"workforce is equipped"),
    ("principle-1", r"welfare is paramount"),
    ("principle-2", r"wishes and feelings are sought"),
    ("principle-3", r"partnership with whole families"),
    ("principle-4", r"raised by their families"),
    ("principle-5", r"work with other agencies to"),
    ("principle-6", r"economic and social circumstances"),
)
_KIND = re.compile(r"\b(outcome|enabler|principle)s?\b", re.IGNORECASE)


def framework_tags(text: str) -> tuple[str, ...]:
    """Every tag in some printed words, as stable ids in the order printed, each once.

    Figures or number words, any case, with or without brackets; "outcomes 1 and 3" gives two.
    Without a number the tag's own words are looked for ("Enabler: the workforce is equipped
    and effective"). A number that the framework does not have gives nothing.
    """
    found: dict[str, None] = {}
    for kind, figures in _NUMBERED.findall(text):
        for figure in _EACH.findall(figures):
            number = _WORDS.get(figure.lower(), figure)
            found.setdefault(f"{kind.lower()}-{number}")
    return tuple(tag for tag in found if tag in TAGS) or _by_words(text)


def _by_words(text: str) -> tuple[str, ...]:
    """The tag whose words are printed after "outcome", "enabler" or "principle" alone."""
    kinds = {kind.lower() for kind in _KIND.findall(text)}
    return tuple(
        tag
        for tag, words in _SAID
        if tag.split("-")[0] in kinds and re.search(words, text, re.IGNORECASE)
    )


def parse_framework_tag(text: str) -> str | None:
    """The first tag in some printed words ("outcome-3", "enabler-2", "principle-1"), or None."""
    tags = framework_tags(text)
    return tags[0] if tags else None
