"""Sheets whose columns are already in memory: those of text files, Parquet, XML and databases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sightline.intake.cells import Cells
from sightline.intake.readers.convert import cells, joined, sliced, values
from sightline.intake.readers.notes import Notes
from sightline.kit.problems import Problem


@dataclass
class HeldSheet:
    """A sheet with its columns as they are in the file, from row 0."""

    file: str
    name: str
    cells: list[Cells]
    problems: list[Problem] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    headed: bool = False

    @property
    def length(self) -> int:
        """How many rows there are."""
        return self.cells[0].length if self.cells else 0

    def top(self, rows: int) -> list[list[Any]]:
        """The first rows; ``""`` for a blank cell."""
        return values(self.cells, rows)

    def columns(self, first: int) -> list[Cells]:
        """All columns from row ``first``; what is wrong in those rows joins ``problems``."""
        self.notes.tell(self, first)
        return [sliced(column, first) for column in self.cells]


@dataclass
class HeadedSheet:
    """A table whose columns have names of their own: the names are row 0, data go from row 1."""

    file: str
    name: str
    names: Sequence[str]
    cells: list[Cells]
    problems: list[Problem] = field(default_factory=list)
    headed: bool = True

    @property
    def length(self) -> int:
        """How many rows there are, the names among them."""
        return 1 + (self.cells[0].length if self.cells else 0)

    def top(self, rows: int) -> list[list[Any]]:
        """The names, then the first rows."""
        return [list(self.names), *values(self.cells, rows - 1)][:rows]

    def columns(self, first: int) -> list[Cells]:
        """All columns from row ``first``: 1 gives the data without the names."""
        if first == 0:
            return [joined([cells([n]), c]) for n, c in zip(self.names, self.cells)]
        return [sliced(column, first - 1) for column in self.cells]
