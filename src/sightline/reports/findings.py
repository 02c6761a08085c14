"""Findings: every sentence of the findings sections, and every item, as a cited span."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sightline.reports.document import Document
from sightline.reports.facts import EventFacts, Item, Section
from sightline.reports.sentences import sentences
from sightline.reports.topics import cohorts_in

ROLES = ("improvement", "priority_action", "headline", "finding")
_FEWEST_CHARACTERS = 15
_WORD = re.compile(r"[A-Za-z]{2}")


class Finding(NamedTuple):
    """One thing that inspectors wrote: where it stands and what part it plays.

    ``paragraph`` is the printed number, or the place of the paragraph in its section where none
    is printed. ``event`` is the place of the event it belongs to in the reading.
    """

    section: str
    paragraph: int
    page: int
    start: int
    end: int
    role: str
    event: int = 0


class Labels(NamedTuple):
    """What a finding is about and what it says: see ``classify``."""

    themes: tuple[str, ...]
    polarity: str
    trajectory: str


def findings(
    document: Document, sections: Iterable[Section], events: list[EventFacts]
) -> list[Finding]:
    """The findings in the order of the text: items whole, everything else sentence by sentence."""
    owners = {item.start: (item, number) for number, e in enumerate(events) for item in e.items}
    found: list[Finding] = []
    for section in sections:
        if section.role != "apart":
            found.extend(_of_section(document, section, owners))
    return sorted(found, key=lambda f: f.start)


def _of_section(
    document: Document, section: Section, owners: dict[int, tuple[Item, int]]
) -> Iterator[Finding]:
    role = section.role if section.role in ("headline", "finding") else "finding"
    counted = printed = 0
    for block in section.blocks:
        if block.kind == "heading":
            continue
        counted += 1
        printed = block.number or printed
        paragraph = printed or counted
        owned = owners.get(block.start)
        if owned and owned[0].end >= block.end:
            item, event = owned
            yield Finding(
                section.title,
                paragraph,
                block.page,
                item.start,
                _trim(document, item.end),
                item.role,
                event,
            )
            continue
        for start, end in sentences(document.text, block.start, block.end):
            if end - start >= _FEWEST_CHARACTERS and _WORD.search(document.text, start, end):
                page = document.page_of(start)
                yield Finding(section.title, paragraph, page, start, end, role, section.event)


def _trim(document: Document, end: int) -> int:
    while end > 0 and document.text[end - 1].isspace():
        end -= 1
    return end


_PREVALENCE = re.compile(
    r"\b(?:the\s+(?:vast|overwhelming|large|great)\s+majority|(?:the|a)\s+(?:small\s+|large\s+)?(?:majority|minority)"
    r"|(?:almost|nearly|virtually)\s+all|not\s+all|all|most|many|some|several|(?:a\s+)?few(?:er)?|none"
    r"|(?:a\s+)?(?:very\s+)?(?:small|large|significant|considerable|limited|high|low)\s+(?:number|proportion)"
    r"|a\s+number|too\s+many|too\s+few|not\s+enough|in\s+(?:some|most|many|a\s+few)\s+(?:cases|instances)"
    r"|(?:not\s+)?(?:always|consistently|routinely|usually|generally|mostly|often|sometimes|occasionally"
    r"|frequently|typically|rarely|never|invariably)|not\s+yet|every|the\s+whole|half|a\s+third|a\s+quarter)\b",
    re.I,
)
_SPACES = re.compile(r"\s+")


def prevalence(text: str) -> list[str]:
    """The words that say how many or how often, as printed, in order, each once."""
    seen: dict[str, None] = {}
    for match in _PREVALENCE.finditer(text):
        seen.setdefault(_SPACES.sub(" ", match[0]).lower())
    return list(seen)


def as_row(
    document: Document, finding: Finding, labels: Labels, event: EventFacts
) -> dict[str, Any]:
    """A finding as plain values, in the order in which they are printed."""
    from sightline.regime.themes import framework_tags

    quote = document.text[finding.start : finding.end]
    authority = event.fact("authority")
    return {
        "authority": authority.value if authority else "",
        "urn": event.authority.urn if event.authority else "",
        "section": finding.section,
        "paragraph": finding.paragraph,
        "page": finding.page,
        "start": finding.start,
        "end": finding.end,
        "quote": quote,
        "role": finding.role,
        "themes": list(labels.themes),
        "polarity": labels.polarity,
        "trajectory": labels.trajectory,
        "prevalence": prevalence(quote),
        "cohorts": cohorts_in(quote),
        "framework_tags": framework_tags(quote),
    }
