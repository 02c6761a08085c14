"""What is noticed in a sheet's rows, and told only where it lies in the data.

A title above the headings may be merged, short or without figures, and nothing is wrong. Where
the data begin is known only when its columns are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sightline.kit.problems import Problem

_NAMED = 5


class _Told(Protocol):
    file: str
    name: str
    problems: list[Problem]


@dataclass
class Note:
    """One kind of thing noticed.

    ``places`` are pairs of a row, from 0, and how the place is printed ("row 7"). ``message`` has
    a field for each of ``{file}``, ``{sheet}`` and ``{places}``.
    """

    code: str
    message: str
    remedy: str
    places: Sequence[tuple[int, str]]


@dataclass
class Notes:
    """All that was noticed in one sheet; told once."""

    noted: list[Note] = field(default_factory=list)
    told: bool = False

    def tell(self, sheet: _Told, first: int) -> None:
        """Add to a sheet's problems what lies in row ``first`` or below."""
        if self.told:
            return
        self.told = True
        sheet.problems += [p for note in self.noted if (p := _problem(note, sheet, first))]


def _problem(note: Note, sheet: _Told, first: int) -> Problem | None:
    places = [printed for row, printed in note.places if row >= first]
    if not places:
        return None
    words = {"{file}": sheet.file, "{sheet}": sheet.name, "{places}": some(places)}
    message = note.message
    for mark, word in words.items():
        message = message.replace(mark, word)
    return Problem(note.code, message, note.remedy)


def some(places: Sequence[str]) -> str:
    """The first few places in words: "row 2, row 5 and 12 more"."""
    shown = list(places[:_NAMED])
    more = len(places) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
