"""A sheet of the workbook as plain values: a title, what it holds, and one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

# Excel has 1,048,576 rows; what is longer goes on on another sheet.
MOST_ROWS = 1_000_000


class Percent(float):
    """A part of a whole, to be shown in hundredths."""


class Mark(str):
    """A letter in the place of a number: those of ``MARKS``."""

    __slots__ = ()


class To(NamedTuple):
    """A link to another sheet of the workbook."""

    sheet: str
    words: str


HIDDEN, FEW, NONE, NOT_MEANT = Mark("c"), Mark("u"), Mark("x"), Mark("z")
MARKS = (
    ("c", "Hidden, for the number is small or would tell a small number."),
    ("u", "No percentage, for fewer than 10 are counted."),
    ("x", "No figure: there was nothing to count."),
    ("z", "Not meant here: as a percentage of a measure that is a number of days."),
)
Row = Sequence[object]


@dataclass(frozen=True)
class Sheet:
    """One sheet. ``headings`` are words and widths; ``empty`` says what no rows mean.

    A cell's type says how it is shown: a date, a whole number, a number, ``Percent``, ``Mark``,
    ``To``, or text. None is left blank.
    """

    name: str
    title: str
    about: str
    headings: tuple[tuple[str, int], ...]
    rows: Sequence[Row]
    empty: str = "Nothing to show."

    def parts(self) -> Iterator[Sheet]:
        """The sheet, or several where it has more rows than a sheet can hold."""
        if len(self.rows) <= MOST_ROWS:
            yield self
            return
        rows = iter(self.rows)
        place = 0
        while part := list(islice(rows, MOST_ROWS)):
            place += 1
            yield Sheet(
                f"{self.name} {place}", f"{self.title} (part {place})", self.about, self.headings,
                part, self.empty,
            )  # fmt: skip
