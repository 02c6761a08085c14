"""Sections: which of a document's blocks stand under which heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sightline.reports.blocks import Block
from sightline.reports.facts import Item, Section
from sightline.reports.layouts.declare import Source

_NOTE_MARK = re.compile(r"(?<=[a-z?:.])\d$")
_TRAILING = re.compile(r"[\s:.?]+$")


class Heading(NamedTuple):
    """A heading that opens a section: its words (a regular expression), and the section's role.

    The role is that of ``facts.Section``. Matched against the whole heading, in lower case.
    ``bold`` asks for bold type, where the same words also stand as a plain sub-heading.
    """

    pattern: str
    role: str
    bold: bool = False


def split(
    source: Source,
    headings: Sequence[Heading],
    first_role: str = "headline",
    first_title: str = "",
    after: int = 0,
) -> list[Section]:
    """The sections in order from ``after``; what precedes the first heading is the first."""
    compiled = [(re.compile(h.pattern), h) for h in headings]
    sections: list[Section] = []
    title, role, at = first_title, first_role, 0
    held: list[Block] = []
    for block in source.blocks:
        if block.start < after:
            continue
        opened = _opens(source, block, compiled)
        if opened is None:
            held.append(block)
            continue
        if held or title:
            sections.append(Section(title, role, tuple(held), at))
        title, role, at, held = _tidy(source.words(block)), opened, block.start, []
        if block.kind == "paragraph" and len(title) > 200:
            held = [block]
    sections.append(Section(title, role, tuple(held), at))
    return sections


def _opens(
    source: Source, block: Block, compiled: Iterable[tuple[re.Pattern[str], Heading]]
) -> str | None:
    """The role of the section that this block opens, if its words are a known heading's."""
    if block.kind in ("bullet", "numbered") or block.end - block.start > 400:
        return None
    words = plain(source.words(block))
    for pattern, heading in compiled:
        if heading.bold and not _stands_out(source, block, words):
            continue
        if pattern.fullmatch(words):
            return heading.role
    return None


def _stands_out(source: Source, block: Block, words: str) -> bool:
    """Whether a heading is bold, or, where type cannot be told, is short or ends with a grade."""
    if block.size:
        return block.kind == "heading" or block.bold
    sentence = source.words(block).endswith(".") and not _ENDS_GRADED.search(words)
    return bool(_GRADED.search(words)) and len(words) < _LONGEST_CHAPTER and not sentence


_LONGEST_CHAPTER = 170
_ENDS_GRADED = re.compile(r"(?:good|outstanding|inadequate|improvement)$")


_GRADED = re.compile(
    r"\b(?:good|outstanding|inadequate|requires? improvement)\b|^the "
    r"experiences? and"
)


def plain(words: str) -> str:
    """A heading's words for comparing: lower case, no footnote mark, no closing punctuation."""
    lowered = _NOTE_MARK.sub("", words.strip()).lower().replace("’", "'")
    return _TRAILING.sub("", lowered)


def _tidy(words: str) -> str:
    return _NOTE_MARK.sub("", words.strip())


_NONE_NEEDED = re.compile(
    r"^(?:there (?:are|were) no\b|no (?:areas|priority)|none\b|inspectors (?:did not identify|"
    r"identified no)\b|this (?:visit|inspection) (?:did not identify|identified no)\b|the "
    r"(?:inspection|visit|inspectors) did not (?:find|identify) any\b)",
    re.I,
)
# A paragraph that only points to an earlier list holds no item of its own.
_CARRIED = re.compile(
    r"\b(?:continue to be|remain|are) (?:the same as )?those (?:that were )?"
    r"(?:identified|set out)\b",
    re.I,
)
_LEAD_IN = re.compile(r":\s*$")


def items(source: Source, section: Section, role: str, prose: bool = False) -> list[Item]:
    """The separate items of a section, in order.

    Numbered paragraphs or bullets are items; dashes under them are parts of them and do not
    count. Where there is neither, each paragraph is an item if ``prose``, else none is. A
    sentence saying that there are none is not an item.
    """
    marked = [b for b in section.blocks if b.kind in ("bullet", "numbered")]
    if any(b.kind == "numbered" for b in marked):
        chosen = [b for b in marked if b.kind == "numbered"]
        bullets = [b for b in marked if b.kind == "bullet"]
        titles = not any(_is_sentence(source, b) for b in chosen)
        if len(bullets) > 2 * len(chosen) and (titles or len(chosen) == 1):
            chosen = bullets  # one paragraph leads in to them, or the numbers head groups of them
    else:
        chosen = [b for b in marked if not _is_part(b, marked)]
    if not chosen and prose:
        chosen = [
            b
            for b in section.blocks
            if b.kind == "paragraph"
            and not _LEAD_IN.search(source.words(b))
            and not _CARRIED.search(source.words(b))
        ]
    return [
        Item(role, b.start, b.end, b.number, _parts(b, marked, chosen))
        for b in chosen
        if not _NONE_NEEDED.match(source.words(b)) and b.end > b.start
    ]


def _parts(
    item: Block, marked: Sequence[Block], chosen: Sequence[Block]
) -> tuple[tuple[int, int], ...]:
    """What is listed below an item, up to the next one."""
    following = min((b.start for b in chosen if b.start > item.start), default=None)
    return tuple(
        (b.start, b.end)
        for b in marked
        if b.start > item.start and (following is None or b.start < following)
    )


def _is_sentence(source: Source, block: Block) -> bool:
    return source.words(block).endswith(".") or block.end - block.start > 100


def _is_part(block: Block, marked: Sequence[Block]) -> bool:
    """A dash below square or round bullets is a part of the item above it."""
    dashes = "-–⎯−\uf02do"
    return block.mark[:1] in dashes and any(b.mark[:1] not in dashes for b in marked)
