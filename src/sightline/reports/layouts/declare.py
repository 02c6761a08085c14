"""How a layout is declared: one kind of document as it was printed over some years."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sightline.reports.blocks import Block, blocks
from sightline.reports.document import Document
from sightline.reports.facts import EventFacts, Section

KINDS = (
    "inspection",
    "focused_visit",
    "monitoring_visit",
    "joint_inspection",
    "article",
    "other",
    "unreadable",
)
_SPACES = re.compile(r"\s+")


@dataclass
class Source:
    """A document with what every layout asks of it, worked out once."""

    document: Document
    remembered: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def blocks(self) -> list[Block]:
        """The document's headings, paragraphs and list items."""
        return blocks(self.document)

    @cached_property
    def opening(self) -> str:
        """The first 4,000 characters on one line, lower case, with straight apostrophes."""
        return _SPACES.sub(" ", self.document.text[:4000]).lower().replace("’", "'")

    def words(self, block: Block) -> str:
        """A block's words on one line."""
        return _SPACES.sub(" ", self.document.text[block.start : block.end]).strip()


@dataclass(frozen=True)
class Layout:
    """One layout: how to know it, and how to read its facts and sections.

    ``recognises`` looks at the text alone, never at a file's name. ``read`` gives an event for
    each inspection or visit the document tells of; ``sections`` says what stands under which
    heading. ``example`` names a pair of files in ``layouts/examples``: a text, and what must be
    read from it.
    """

    id: str
    kind: str
    title: str
    in_use: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, list[Section]], list[EventFacts]]
    sections: Callable[[Source], list[Section]]
    notes: str = ""
    traps: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse a wrong declaration when the module is imported."""
        if self.kind not in KINDS:
            raise ValueError(f"layout {self.id!r}: there is no kind {self.kind!r}")
        if not re.fullmatch(r"[a-z0-9_]+", self.id):
            raise ValueError(f"layout {self.id!r}: an id is lower case with underscores")
        for name in ("title", "in_use"):
            if not getattr(self, name).strip():
                raise ValueError(f"layout {self.id!r}: {name} is empty")
