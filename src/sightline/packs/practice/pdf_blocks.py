"""The blocks that the paper report is made of, as plain values for its template.

Every text is a value of its own, which the template sets as it is: nothing in it can be markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Block = dict[str, Any]
DOT, RING, DIAMOND = "dot", "ring", "diamond"


def heading(level: int, text: str, label: str = "") -> Block:
    """A heading; ``label`` is what links go to."""
    return {"kind": "heading", "level": level, "text": plain(text), "label": label}


def paragraph(text: str, style: str = "") -> Block:
    """A paragraph; its style is "", strong, or quiet."""
    return {"kind": "paragraph", "text": plain(text), "style": style}


def bullets(items: Iterable[tuple[str, str]]) -> Block:
    """A list of sentences, each with the label that it links to, or none."""
    told = [{"text": plain(text), "to": to} for text, to in items]
    return {"kind": "bullets", "items": told}


def terms(pairs: Iterable[tuple[str, str]]) -> Block:
    """Words with what they mean; those that mean nothing here are left out."""
    told = [[plain(word), plain(means)] for word, means in pairs if means]
    return {"kind": "terms", "items": told}


def chart(svg: str, alt: str, caption: str = "") -> Block:
    """A drawing with the words that stand for it."""
    return {"kind": "chart", "svg": svg, "alt": plain(alt), "caption": plain(caption)}


def table(
    headings: Sequence[str],
    widths: Sequence[float],
    rows: Iterable[Sequence[Any]],
    right: Sequence[int] = (),
) -> Block:
    """A table. ``widths`` are shares of the page, ``right`` the columns set to the right.

    A cell is a text, or a strip (see ``strip``).
    """
    told = [[cell if isinstance(cell, dict) else plain(str(cell)) for cell in row] for row in rows]
    return {
        "kind": "table",
        "headings": list(headings),
        "widths": list(widths),
        "right": list(right),
        "rows": told,
    }


def strip(value: float, band: tuple[float, float] | None, overall: float, shape: str) -> Block:
    """A mark between 0 and 1, with the band that is expected and the line of all."""
    low, high = band or (None, None)
    return {"at": value, "low": low, "high": high, "overall": overall, "shape": shape}


def plain(text: str) -> str:
    """Text on one line, without what cannot be printed."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " if c.isspace() else "" for c in text)
    return " ".join(text.split())
