"""Sentences: where each one of a passage begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop that ends no sentence: titles, Latin, initials, numbering.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Cllr|Prof|St|No|Nos|para|paras|e\.g|i\.e|eg|ie|etc|vs|approx|Fig|Rev)"
    r"|\b[A-Z])\.$"
)
_BREAK = re.compile(r"[.!?][’”'\"\)\]]*\d{0,2}(?=\s+[A-Z0-9‘“'\"\(\[])|\n\s*\n")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of ``text[start:end]``, without white space at either end."""
    at = start
    for match in _BREAK.finditer(text, start, end):
        if match[0][0] == "." and _ABBREVIATION.search(
            text, max(at, match.start() - 8), match.start() + 1
        ):
            continue
        span = _strip(text, at, match.end())
        if span:
            yield span
        at = match.end()
    span = _strip(text, at, end)
    if span:
        yield span


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if end > start else None
