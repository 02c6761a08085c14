"""A sourced fact: what is held to be so, where it comes from, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sure(StrEnum):
    """How well a fact about the regime is founded."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    KNOWLEDGE = "general knowledge"
    UNSURE = "unsure"

    @property
    def words(self) -> str:
        """What the level means, for a reader."""
        return _WORDS[self]


_WORDS = {
    Sure.PRIMARY: "Legislation, an Ofsted report, or figures computed from Ofsted's reports.",
    Sure.SECONDARY: "A council's, a newspaper's or an analyst's page.",
    Sure.KNOWLEDGE: "General knowledge of the guidance, not confirmed against a source.",
    Sure.UNSURE: "Could not be confirmed.",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing about the regime in our own words, with its source and how sure it is."""

    text: str
    source: str
    sure: Sure

    def __post_init__(self) -> None:
        """A fact without words, or without a source, cannot be declared."""
        if not self.text.strip() or not self.source.strip():
            raise ValueError(f"A fact needs its text and its source: {self!r}")

    def __str__(self) -> str:
        """The fact with its source: "Two days. (Ofsted's letters; primary)"."""
        return f"{self.text} ({self.source}; {self.sure})"
