"""The words that two documents share: evidence that they tell of the same event."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile(r"[’'‘]")
_RUN = 3
ENOUGH = 0.4
"""The least share of an article's runs of three words that its own letter holds. Of real ones it
holds 0.53 to 0.90; another letter, of whichever authority, at most 0.25."""
CLEARLY = 2.0
"""How many times more words the letter must share than the next best one."""

Runs = frozenset[tuple[str, ...]]


def runs(text: str) -> Runs:
    """Every run of three words in a text, whatever their case and the marks between them."""
    words = _WORD.findall(_APOSTROPHES.sub("", text.lower()))
    return frozenset(zip(*(words[n:] for n in range(_RUN))))


def runs_of(passages: Iterable[str]) -> Runs:
    """Every run of three words in some passages."""
    return frozenset().union(*map(runs, passages))


def share(own: Runs, other: Runs) -> float:
    """The share of the first one's runs that the other holds too, from 0 to 1."""
    return len(own & other) / len(own) if own else 0.0
