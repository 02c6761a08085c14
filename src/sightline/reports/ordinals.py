"""Ordinals: "fifth" and "5th" as numbers."""

_WORDS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
ORDINAL = "(?:" + "|".join(_WORDS) + r"|\d{1,2}(?:st|nd|rd|th))"


def ordinal_value(words: str) -> int:
    """5 for "fifth" or "5th"."""
    lowered = words.lower()
    return _WORDS.index(lowered) + 1 if lowered in _WORDS else int(lowered[:-2])
