"""The authority that a document is about, matched against the register."""

from __future__ import annotations

import re

from sightline.regime.authorities import Authority, find_in, resolve
from sightline.reports.facts import EventFacts
from sightline.reports.layouts.declare import Source

_SPACES = re.compile(r"\s+")
# Printed titles, oldest first; the name is between the words that frame it.
_TITLES = (
    re.compile(
        r"^(?:Re-?\s?)?[Ii]nspection\s+of\s+(?:the\s+)?(?P<name>[A-Z][\s\S]{2,80}?)\s+local\s+authority\s+children[’']?s",
        re.M,
    ),
    re.compile(
        r"^(?:Focused|Monitoring)\s+visit\s+(?:to|of)\s+(?:the\s+)?(?P<name>[A-Z][\s\S]{2,90}?)(?:[’']s)?\s+"
        r"(?:local\s+authority\s+)?(?:children[’']?s|social)",
        re.M,
    ),
    re.compile(
        r"^Joint\s+targeted\s+area\s+inspection\s+(?:of\s+(?!the\s+multi)(?P<name>[A-Z][\s\S]{2,60}?)(?=\n|\.)"
        r"|of\s+the\s+multi[\s\S]{0,160}?\b(?:in|across)\s+(?P<place>[A-Z][\w\s,&’'-]{2,60}?)(?=\n[A-Z]|\n?$))",
        re.M,
    ),
    re.compile(
        r"^(?P<name>[A-Z][^\n]{2,70}(?:\n[^\n]{2,50}){0,2}?)\s*\n(?:(?:Re-?\s?)?[Ii]nspection|Review)\s+of",
        re.M,
    ),
    re.compile(
        r"^Inspection\s+of\s+(?P<name>[A-Z][\s\S]{2,80}?)\s+children[’']?s\s+(?:social|services)",
        re.M,
    ),
    re.compile(
        r"^Inspection\s+of\s+looked\s+after\s+children\s+services\s+(?P<name>[A-Z][^\n]{2,60})",
        re.M,
    ),
)
_SUMMARY = re.compile(
    r"(?:to|of|at)\s+(?P<name>[A-Z][\s\S]{2,80}?)(?:[’']s)?\s+(?:local\s+authority\s+)?children[’']s\s+services"
)


_BOARD = re.compile(
    r"\s+(?:Local\s+)?Safeguarding\s+Children(?:[’']s)?\s+(?:Board|Partnership)\s*$"
)


def add_authority(source: Source, event: EventFacts) -> Authority | None:
    """Add the authority that the document's title names; where it names none, the next best.

    The register's name is the value and the printed words are kept. A name that the register
    lacks is kept as printed, and flagged.
    """
    document = source.document
    end = min(len(document.text), max(document.first_page_end, 1500))
    on = event.value("end_date")
    printed: tuple[int, int] | None = None
    for pattern in (*_TITLES, _SUMMARY):
        for match in pattern.finditer(document.text, 0, end):
            group = "name" if match["name"] else "place"
            span = match.start(group), match.start(group) + len(_BOARD.sub("", match[group]))
            found = resolve(_SPACES.sub(" ", document.text[slice(*span)]), on)
            if found is None:
                found = _one_of(document.text, [a for _, _, a in find_in(match[group])])
            if found is not None:
                return _add(source, event, found, *span)
            printed = printed or span
    found_in_text = find_in(document.text[:end])
    if found_in_text and printed is None:
        left, right, authority = _most_named(found_in_text)
        return _add(source, event, authority, left, right)
    if printed:
        cited = document.cite(*printed)
        event.add(
            "authority", _SPACES.sub(" ", cited.quote), cited, cited.quote, "not in the register"
        )
        event.flag(
            "unknown_authority",
            f"The authority {_SPACES.sub(' ', cited.quote)!r} is not in the register.",
            "Check the spelling, or add the name to the register's aliases.",
        )
    else:
        event.flag("no_authority", "No authority is named.", "Say which authority it is about.")
    return None


def _add(
    source: Source, event: EventFacts, authority: Authority, start: int, end: int
) -> Authority:
    cited = source.document.cite(start, end)
    event.add("authority", authority.name, cited, cited.quote)
    event.authority = authority
    return authority


def _one_of(text: str, named: list[Authority]) -> Authority | None:
    """Of several authorities in a title, the one that the letter is addressed to, or the first."""
    if len(named) < 2:
        return named[0] if named else None
    dear = re.search(r"^Dear\b", text, re.M)
    written_to = [a for _, _, a in find_in(text[: dear.start()])] if dear else []
    return next((a for a in named if a in written_to), named[0])


def _most_named(found: list[tuple[int, int, Authority]]) -> tuple[int, int, Authority]:
    """The authority named most often, at its first mention."""
    counts: dict[str, int] = {}
    for _, _, authority in found:
        counts[authority.urn] = counts.get(authority.urn, 0) + 1
    most = max(counts.values())
    return next(entry for entry in found if counts[entry[2].urn] == most)
