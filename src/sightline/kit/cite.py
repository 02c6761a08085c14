"""Citations: where in a document some words stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """Some words of a document, and where they stand.

    ``start`` and ``end`` count characters of the document's whole text, so
    ``document.text[start:end] == quote`` always holds. ``page`` counts from 1.
    """

    page: int
    start: int
    end: int
    quote: str

    def as_dict(self) -> dict[str, int | str]:
        """The citation as plain values, in a fixed order."""
        return {"page": self.page, "start": self.start, "end": self.end, "quote": self.quote}
