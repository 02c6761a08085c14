"""Cells as a file holds them, a column at a time: text, days, or numbers, and blanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import pyarrow as pa

from sightline.kit.problems import Problem


@dataclass(frozen=True)
class Cells:
    """One column of cells. Each cell is in one of the arrays, and null in the others.

    A blank cell is null in all. ``text`` is a ``string`` array, ``moments`` a ``timestamp[us]``
    (a day is its midnight), ``numbers`` a ``float64``; None where no cell is of that kind. TRUE
    and FALSE are text, and so is what a formula's error shows ("#N/A").
    """

    length: int
    text: pa.Array | None = None
    moments: pa.Array | None = None
    numbers: pa.Array | None = None


class Sheet(Protocol):
    """A sheet of a workbook, or a file that is one table. Rows go from 0: printed, from 1."""

    file: str
    """The file's name, without its folder."""
    name: str
    """The sheet's name; a CSV or Parquet file's own, without its ending."""
    problems: list[Problem]
    """What is wrong with the sheet as a whole; ``columns`` adds what lies in the data."""
    headed: bool
    """Whether the names are known to be in row 0 (a database's, Parquet's, or XML's are)."""

    @property
    def length(self) -> int:
        """How many rows there are, headings and blank ones among them."""

    def top(self, rows: int) -> list[list[Any]]:
        """The first rows, as they are: ``""`` for a blank cell."""

    def columns(self, first: int) -> list[Cells]:
        """All columns, from row ``first`` to the last; rows may be longer than the headings."""


@dataclass
class Opened:
    """What was found in one file: its sheets, and what is wrong with it as a whole."""

    file: str
    sheets: Sequence[Sheet] = ()
    problems: list[Problem] = field(default_factory=list)
