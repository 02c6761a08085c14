"""The authorities that an article names, those that the register lacks among them."""

from __future__ import annotations

import re

from sightline.regime.authorities import Authority, find_in, unlisted
from sightline.reports.layouts.declare import Source

_COUNCIL = re.compile(
    r"\b(?P<name>[A-Z][a-z]+(?:[ -](?:[A-Z][a-z]+|and|upon|of|the)){0,4}?)\s+"
    r"(?:(?:County|City|Borough|Metropolitan|District|Unitary)\s+){0,3}Council(?:[’']s)?\s+"
    r"children[’']s\s+(?:social\s+care|services)"
)


def named_in(source: Source, start: int, end: int) -> list[tuple[int, int, Authority]]:
    """Authorities named between two places of the text, as (start, end, authority), in order.

    Where the article names no authority of the register, but a council and its children's
    services, that council is meant wherever its name stands.
    """
    other = _only_unlisted(source)
    text = source.document.text
    if other is None:
        return [(start + left, start + right, a) for left, right, a in find_in(text[start:end])]
    found = re.compile(rf"\b{re.escape(other.name)}\b").finditer(text, start, end)
    return [(*match.span(), other) for match in found]


def names_any(source: Source, end: int) -> bool:
    """Whether the text names an authority before that place."""
    return bool(named_in(source, 0, min(end, len(source.document.text))))


def _only_unlisted(source: Source) -> Authority | None:
    """The council that an article is about, where it names none of the register."""
    if "unlisted" not in source.remembered:
        text = source.document.text
        match = None if find_in(text) else _COUNCIL.search(text)
        source.remembered["unlisted"] = unlisted(match["name"]) if match else None
    remembered: Authority | None = source.remembered["unlisted"]
    return remembered


__all__ = ["named_in", "names_any"]
