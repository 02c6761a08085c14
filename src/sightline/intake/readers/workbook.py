"""Workbooks: xlsx in this process a sheet at a time, all else in one of its own."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import python_calamine as calamine

from sightline.intake.cells import Cells, Opened, Sheet
from sightline.intake.readers.grid import columns_of_sheet, rows_in, top_of
from sightline.intake.readers.guard import MOST_CELLS, Examined, examine
from sightline.intake.readers.kinds import Kind
from sightline.intake.readers.notes import Note, Notes
from sightline.intake.readers.refused import damaged, damaged_sheet, locked
from sightline.intake.readers.scan import Scan, column_letters
from sightline.kit.problems import Problem

Range = tuple[tuple[int, int], tuple[int, int]]


def open_workbook(path: Path, kind: Kind) -> Opened:
    """The sheets of a workbook. Raises ``RefusedError`` where none can be read."""
    found = examine(path, kind)
    if found.apart:
        from sightline.intake.readers.apart import read_apart  # the rest has no need of it

        sheets: Sequence[Sheet] = read_apart(path, found)
    else:
        sheets = _lazily(path, found)
    return Opened(path.name, sheets, list(found.refused.values()))


def _lazily(path: Path, found: Examined) -> list[Sheet]:
    book = _Book(path)
    made: list[Sheet] = []
    for about in book.tables():
        if about.name not in found.refused:
            seen = found.scans.get(about.name, Scan())
            problems = hidden_problem(path.name, about.name, is_hidden(about))
            made.append(BookSheet(path.name, about.name, book, seen, problems))
    return made


class _Book:
    """An open workbook, and the sheets of it that were parsed last.

    A parsed sheet takes some 30 bytes for each cell of its grid, so of large ones few are held.
    """

    def __init__(self, path: Path) -> None:
        self.book = open_book(path)
        self.held: OrderedDict[str, Any] = OrderedDict()

    def tables(self) -> list[Any]:
        """What is known of each sheet that holds cells: no charts, no macros."""
        return [m for m in self.book.sheets_metadata if m.typ == calamine.SheetTypeEnum.WorkSheet]

    def sheet(self, name: str) -> Any:
        """One sheet, parsed."""
        if name not in self.held:
            self.held[name] = self.book.get_sheet_by_name(name)
            while len(self.held) > 1 and sum(map(_grid, self.held.values())) > MOST_CELLS:
                self.held.popitem(last=False)
        return self.held[name]

    def drop(self, name: str) -> None:
        """Give back a sheet's memory."""
        self.held.pop(name, None)


def open_book(path: Path) -> Any:
    """A workbook opened by calamine. Raises ``RefusedError``, also where calamine itself fails."""
    try:
        return calamine.CalamineWorkbook.from_path(str(path))
    except calamine.PasswordError:
        raise locked(path.name) from None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of Rust code is no Exception
        raise damaged(path.name, f"its content makes no workbook ({error})") from error


def is_hidden(about: Any) -> bool:
    """Whether a sheet is hidden in the workbook, or hidden so that only a program shows it."""
    return about.visible != calamine.SheetVisibleEnum.Visible


def hidden_problem(file: str, sheet: str, hidden: bool) -> list[Problem]:
    """What is said of a hidden sheet: it is read like any other."""
    if not hidden:
        return []
    remedy = "If it is not meant to be used, delete it from the workbook."
    return [Problem("S19", f"{file}, sheet {sheet}, is hidden. It was read all the same.", remedy)]


def merged_note(ranges: Sequence[Range]) -> Note:
    """What is said of merged cells that reach into the data."""
    return Note(
        "S18",
        "{file}, sheet {sheet}, has merged cells in {places}: only the first cell of each has the "
        "value, and the others were read as blank.",
        "Unmerge the cells, and fill in every row.",
        [(end[0], f"{_reference(start)}:{_reference(end)}") for start, end in ranges],
    )


def unstored_note(seen: Scan) -> Note:
    """What is said of formulas that nothing has worked out."""
    return Note(
        "S17",
        "{file}, sheet {sheet}, has formulas with no stored value in {places}. They were read as "
        "blank; formulas are never worked out here.",
        "Open the workbook in Excel, save it there, and give it again.",
        seen.unstored,
    )


def _reference(place: tuple[int, int]) -> str:
    return f"{column_letters(place[1] + 1)}{place[0] + 1}"


def _grid(sheet: Any) -> int:
    return (sheet.end[0] + 1) * (sheet.end[1] + 1) if sheet.end else 0


@dataclass
class BookSheet:
    """A sheet that is parsed when it is first asked for anything but its name."""

    file: str
    name: str
    book: _Book
    seen: Scan
    problems: list[Problem] = field(default_factory=list)
    headed: bool = False
    notes: Notes | None = None
    broken: bool = False

    @property
    def length(self) -> int:
        """How many rows there are; 0 where the sheet cannot be read."""
        sheet = self._parsed()
        return rows_in(sheet) if sheet is not None else 0

    def top(self, rows: int) -> list[list[Any]]:
        """The first rows, as they are."""
        sheet = self._parsed()
        return [] if sheet is None else top_of(sheet, rows, self.seen.errors)

    def columns(self, first: int) -> list[Cells]:
        """All columns from row ``first``; what is wrong in those rows joins ``problems``."""
        sheet = self._parsed()
        if sheet is None:
            return []
        if self.notes is None:
            self.notes = Notes([unstored_note(self.seen), merged_note(sheet.merged_cell_ranges)])
        self.notes.tell(self, first)
        made = columns_of_sheet(sheet, first, self.seen.errors)
        self.book.drop(self.name)
        return made

    def _parsed(self) -> Any:
        if self.broken:
            return None
        try:
            return self.book.sheet(self.name)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a panic of Rust code is no Exception
            self.broken = True
            self.problems.append(damaged_sheet(self.file, self.name, str(error)))
            return None
