"""A document as it was read: its text, where each line stands, and what was set aside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sightline.kit.cite import Citation
from sightline.kit.problems import Problem

_ONE_PAGE = 2500


class Line(NamedTuple):
    """One printed line: its span in the text, and how it is set.

    ``x`` and ``y`` are in points from the page's bottom left corner; ``size`` is the type's size in
    points; ``gap`` is the distance to the line before, in multiples of the size (0 at the top of
    a page). For text without geometry ``size`` is 0 and ``gap`` counts line breaks.
    """

    start: int
    end: int
    page: int
    x: float
    y: float
    size: float
    bold: bool
    gap: float


class Furniture(NamedTuple):
    """Words of the page rather than of the report: a page number, a running foot, a letterhead."""

    page: int
    text: str


@dataclass(frozen=True)
class Document:
    """What one file says.

    ``text`` is the reading text: every line in reading order, line-end hyphens healed, page
    furniture set aside in ``furniture``, footnotes after the last page's text. Citations count
    its characters and it never changes after reading.
    """

    text: str
    lines: Sequence[Line]
    pages: int
    source: str
    sha256: str = ""
    name: str = ""
    furniture: Sequence[Furniture] = ()
    problems: Sequence[Problem] = field(default=())

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def page_of(self, offset: int) -> int:
        """The page, from 1, on which the character at ``offset`` is printed."""
        at = bisect_right(self._starts, offset) - 1
        return self.lines[max(at, 0)].page if self.lines else 1

    def cite(self, start: int, end: int) -> Citation:
        """The citation of ``text[start:end]``, without the white space at either end."""
        quote = self.text[start:end]
        start += len(quote) - len(quote.lstrip())
        quote = quote.strip()
        return Citation(self.page_of(start), start, start + len(quote), quote)

    @cached_property
    def first_page_end(self) -> int:
        """Where the text of the first page ends, before the second page and the footnotes."""
        end = next((n.start for n in self.lines if n.page > 1), len(self.text))
        # Text without pages: about as much as a first page holds.
        return end if self.pages > 1 or self.source == "pdf" else min(end, _ONE_PAGE)


class Unreadable(Exception):  # noqa: N818  a state of the file, named as people say it
    """The file holds no text that can be read; ``problem`` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
