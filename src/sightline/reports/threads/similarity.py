"""How alike two quotes are, by their words: evidence beside them, never the reason to join them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[a-z]{3,}")


def _words(text: str) -> list[str]:
    """The words of a text, without the s of a plural."""
    plain = text.lower().replace("’", "'").replace("'s", "")
    return [w[:-1] if w.endswith("s") and len(w) > 4 else w for w in _WORD.findall(plain)]


class Similarity:
    """The cosine of two texts' words, each weighed by how rare it is among some texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._held: Counter[str] = Counter()
        self._texts = 0
        for text in texts:
            self._texts += 1
            self._held.update(set(_words(text)))

    def _weights(self, text: str) -> dict[str, float]:
        counts = Counter(_words(text))
        return {w: (1 + math.log(n)) * self._rarity(w) for w, n in counts.items()}

    def _rarity(self, word: str) -> float:
        return math.log((1 + self._texts) / (1 + self._held[word])) + 1

    def cosine(self, one: str, other: str) -> float:
        """From 0 (no word in common) to 1 (the same words)."""
        first, second = self._weights(one), self._weights(other)
        product = sum(weight * second.get(word, 0.0) for word, weight in first.items())
        size = math.sqrt(sum(w * w for w in first.values()) * sum(w * w for w in second.values()))
        return product / size if size else 0.0

    def shared(self, one: str, other: str, limit: int = 5) -> tuple[str, ...]:
        """The rarest words that both hold, the rarest first, without those that many texts hold."""
        often = max(2, self._texts // 5)
        both = {w for w in set(_words(one)) & set(_words(other)) if self._held[w] <= often}
        return tuple(sorted(both, key=lambda w: (-self._rarity(w), w))[:limit])
