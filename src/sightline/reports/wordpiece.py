"""Word pieces: how a sentence is cut for the model that labels it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
LONGEST = 64
"""The most pieces that are looked at, with the marks at both ends."""

_TOKEN = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def pieces(text: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The numbers of a text's pieces, between the marks of its start and end.

    Case, accents, line breaks and the form of quotation marks do not matter. A word that the
    vocabulary lacks is cut into the longest pieces that it has.
    """
    found = [vocabulary[START]]
    for token in _TOKEN.findall(_flat(text)):
        found += _cut(token, vocabulary)
        if len(found) >= LONGEST - 1:
            break
    return [*found[: LONGEST - 1], vocabulary[END]]


def _flat(text: str) -> str:
    lowered = unicodedata.normalize("NFD", text.translate(_PLAIN).lower())
    return "".join(c for c in lowered if unicodedata.category(c) != "Mn")


def _cut(token: str, vocabulary: Mapping[str, int]) -> list[int]:
    whole = vocabulary.get(token)
    if whole is not None:
        return [whole]
    found: list[int] = []
    start = 0
    while start < len(token):
        mark = "##" if start else ""
        for end in range(len(token), start, -1):
            number = vocabulary.get(mark + token[start:end])
            if number is not None:
                found.append(number)
                start = end
                break
        else:
            return [vocabulary[UNKNOWN]]
    return found
