"""Blocks: the headings, paragraphs and list items that a document's lines make up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sightline.reports.document import Document, Line

# Wingdings squares (private use), squares, round bullets; then dashes, which mark sub-items.
BULLETS = "\uf06e\u25fc\uf0a7\uf0be\uf0b7\u2022\u25aa\u25cf\u25a0\uf0d8\uf02d\uf0fc\uf076"
_BULLET = re.compile(rf"[{BULLETS}]\s*|[-–⎯−]\s+(?=\S)|o\s+(?=[a-z])")
_NUMBER = re.compile(r"(\d{1,3})\.(?:\s+|$)")
_ENDS = re.compile(r"[.?!:;][’”'\")\]]*\d{0,2}$")
_PARAGRAPH_GAP = 1.6
_LONGEST_HEADING = 200


class Block(NamedTuple):
    """A run of lines that belong together.

    ``kind`` is ``heading``, ``paragraph``, ``bullet`` or ``numbered``; ``start`` to ``end`` is
    the text without its mark; ``mark`` is the bullet or the number as printed.
    """

    kind: str
    start: int
    end: int
    page: int
    mark: str
    number: int | None
    bold: bool
    size: float
    x: float


def blocks(document: Document) -> list[Block]:
    """The document's blocks, in reading order."""
    return list(_blocks(document))


def _blocks(document: Document) -> Iterator[Block]:
    run: list[Line] = []
    state = _Numbering(_paragraph_gap(document))
    opened: tuple[str, int | None] = ("", None)
    for line in document.lines:
        text = document.text[line.start : line.end]
        mark, number = _mark(text, state, line)
        if run and (mark or _parts(document.text, run, line, text, state.gap)):
            yield _block(document.text, run, *opened)
            run = []
        if not run:
            opened = (mark, number)
        run.append(line)
        if number is not None:
            state.last = number
    if run:
        yield _block(document.text, run, *opened)


class _Numbering:
    """The last paragraph number seen (the next must follow it, or start again at 1); the gap."""

    def __init__(self, gap: float) -> None:
        self.last = 0
        self.gap = gap


def _paragraph_gap(document: Document) -> float:
    """The gap above which a new paragraph begins: wider than this document's usual one."""
    gaps = Counter(round(n.gap, 1) for n in document.lines if 0.9 < n.gap < 2.4)
    usual = gaps.most_common(1)[0][0] if gaps else 1.2
    return max(_PARAGRAPH_GAP, 1.25 * usual)


def _mark(text: str, state: _Numbering, line: Line) -> tuple[str, int | None]:
    """The bullet or paragraph number that opens a line, if one does."""
    bullet = _BULLET.match(text)
    if bullet:
        if text[0] in "-–⎯−o" and (line.size and line.gap < 1.0 and line.gap != 0):
            return "", None
        return bullet[0], None
    number = _NUMBER.match(text)
    if number and int(number[1]) in (state.last + 1, 1):
        return number[0], int(number[1])
    return "", None


def _parts(text: str, run: list[Line], line: Line, words: str, widest: float) -> bool:
    """Whether ``line`` opens a new block after ``run``."""
    before = run[-1]
    if not line.size:
        return _parts_plain(text, run, line, words)
    same = before.bold == line.bold and abs(before.size - line.size) < 1.5
    if before.page != line.page or line.gap < 0:
        ended = _ENDS.search(text[before.start : before.end])
        return not same or (bool(ended) and not words[0].islower())
    if not same and line.gap >= 1.15 and not (line.bold and not before.bold and words[0].islower()):
        return True
    return line.gap > widest


def _parts_plain(text: str, run: list[Line], line: Line, words: str) -> bool:
    """The same for text without geometry, where only blank lines and wording tell."""
    before = text[run[-1].start : run[-1].end]
    if line.gap > 1:
        carries_on = words[0].islower() and not _ENDS.search(before) and len(before) > 40
        return not carries_on
    if len(before) > 110 or len(words) > 110:  # one line is one paragraph
        return True
    return bool(_ENDS.search(before)) and len(before) < 60


def _block(text: str, run: list[Line], mark: str, number: int | None) -> Block:
    first, last = run[0], run[-1]
    start, end = first.start + len(mark), last.end
    if number is not None:
        kind = "numbered"
    elif mark:
        kind = "bullet"
    elif _is_heading(text, run, start, end):
        kind = "heading"
    else:
        kind = "paragraph"
    return Block(
        kind,
        min(start, end),
        end,
        first.page,
        mark.strip(),
        number,
        first.bold,
        first.size,
        first.x,
    )


def _is_heading(text: str, run: list[Line], start: int, end: int) -> bool:
    words = text[start:end].rstrip()
    if end - start > _LONGEST_HEADING or not words:
        return False
    if run[0].size:
        return all(line.bold for line in run) and not words.endswith((".", ";", ","))
    return len(run) == 1 and end - start < 90 and words[-1] not in ".;,!" and words[0].isupper()
