"""A first look at the XML of a worksheet: how far its cells lie, and what no reader tells.

This is on the path of every workbook, so it looks for strings that are rare, and goes cell by
cell only where one was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

# Shapes of a grid that no reader minds, by what references it may have: each finds the first
# that is outside it, or is not as all programs write it.
_SHAPES = (
    (99_999, 52, re.compile(rb'r="(?!A?[A-Z]?\d{1,5}")')),
    (9_999, 702, re.compile(rb'r="(?![A-Z]{0,2}\d{1,4}")')),
    (399_999, 26, re.compile(rb'r="(?![A-Z]?(?:\d{1,5}|[1-3]\d{5})")')),
    (1_049_999, 11, re.compile(rb'r="(?![A-K]?(?:\d{1,6}|10[0-4]\d{4})")')),
)
# XML of cells with data packs to a tenth. What packs far better is one thing over and over.
_MOST_PACKED = 60
# A cell that is closed in its own tag has no value, only a format.
_CELL = re.compile(
    rb"<(?:\w+:)?c(?=[\s>])(?:\s+r\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"'])?[^>]*(?<!/)>"
)
_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s>/])([^>]*)>")
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]*)(\d*)[\"']")
_ERROR = re.compile(rb"t=[\"']e[\"']")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>")
_FORMULA = re.compile(rb"<f")  # quicker than ``in`` where the first letter is common
# A formula with no value after it, or an empty one.
_UNSTORED = re.compile(rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>", re.DOTALL)
_TEXT = re.compile(rb"t=[\"'](?:str|s|inlineStr)[\"']")
_TAG_LENGTH = 400
_PART = 8 << 20
_MOST_NOTED = 100_000


@dataclass
class Scan:
    """What was seen in one worksheet. Rows and columns are counted from the first of the sheet.

    ``rows`` and ``columns`` are at least as many as there are; ``filled`` is how many cells have
    a value, or None where none was counted. ``errors`` are cells that show an error (row,
    column, what it shows), ``unstored`` cells with a formula and no value (row, reference).
    """

    rows: int = 0
    columns: int = 0
    filled: int | None = None
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    unstored: list[tuple[int, str]] = field(default_factory=list)


def scan(xml: bytes, packed: int) -> Scan:
    """Look through a worksheet that took ``packed`` bytes in its zip."""
    shape = _shape(xml, packed)
    seen = Scan(*shape) if shape else _measured(xml)
    if b't="e"' in xml or (not shape and b"t='e'" in xml):
        seen.errors = list(_errors(xml))
    if _FORMULA.search(xml):
        seen.unstored = list(_without_value(xml))
    return seen


def count_values(xml: bytes) -> int:
    """About how many cells have a value; never fewer than there are."""
    return xml.count(b"<v") + xml.count(b"<is") + xml.count(b":v>") + xml.count(b":is>")


def column_number(letters: str) -> int:
    """1 for "A", 27 for "AA"."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """ "A" for 1, "AA" for 27."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _shape(xml: bytes, packed: int) -> tuple[int, int] | None:
    """The rows and columns that no cell is beyond; None where it cannot be told at a glance."""
    start, end = xml.find(b"sheetData"), xml.rfind(b"sheetData")
    if len(xml) > _MOST_PACKED * max(packed, 1024):
        return None
    # Apostrophes are quick to find, and most sheets have none beside an equals sign.
    if b"'" in xml and b"='" in xml:
        return None
    shapes = ((rows, columns) for rows, columns, far in _SHAPES if not far.search(xml, start, end))
    return next(shapes, None)


def _measured(xml: bytes) -> Scan:
    """How far the cells with values lie, cell by cell."""
    last, count, letters = 0, 0, set()
    for found in _cells_in_parts(xml):
        rows = {row for _, row in found}
        if b"" in rows:
            return _walked(xml)
        count += len(found)
        letters |= {column for column, _ in found}
        last = max([last, *map(int, rows)])
    widest = max((column_number(c.decode()) for c in letters), default=0)
    return Scan(last, widest, count)


def _cells_in_parts(xml: bytes) -> Iterator[list[tuple[bytes, bytes]]]:
    """Column and row of each cell, so many at a time that they take little memory."""
    start = 0
    while start < len(xml):
        end = len(xml)
        if end - start > _PART:
            end = max(xml.rfind(b"<", start, start + _PART), start + 1)
        yield _CELL.findall(xml, start, end)
        start = end


def _walked(xml: bytes) -> Scan:
    """The same where cells do not say where they are: each is one right of the one before."""
    row, column, last, widest, count = 0, 0, 0, 0, 0
    for match in _TAG.finditer(xml):
        kind, attributes = match.groups()
        stated = _REFERENCE.search(attributes)
        if kind == b"row":
            row, column = int(stated[2]) if stated and stated[2] else row + 1, 0
            continue
        column += 1
        if stated:
            column = column_number(stated[1].decode()) or column
            row_of_cell = int(stated[2] or row)
        else:
            row_of_cell = row
        if not attributes.endswith(b"/"):
            count += 1
            last, widest = max(last, row_of_cell), max(widest, column)
    return Scan(last, widest, count)


def _errors(xml: bytes) -> Iterator[tuple[int, int, str]]:
    for match in _ERROR.finditer(xml):
        place = _place(xml, match.start())
        end = xml.find(b"c>", match.end())
        value = _VALUE.search(xml, match.end(), end if end >= 0 else len(xml))
        if place and value:
            yield (*place, unescape(value[1].decode("utf-8", "replace")))


def _without_value(xml: bytes) -> Iterator[tuple[int, str]]:
    for number, match in enumerate(_UNSTORED.finditer(xml)):
        start = xml.rfind(b"<c", max(0, match.start() - _TAG_LENGTH), match.start())
        place = _place(xml, match.start()) if start >= 0 else None
        if place and not _TEXT.search(xml, start, match.start()):
            yield place[0], f"{column_letters(place[1] + 1)}{place[0] + 1}"
        if number > _MOST_NOTED:
            return


def _place(xml: bytes, within: int) -> tuple[int, int] | None:
    """Row and column, from 0, of the cell whose tag begins before ``within``."""
    start = xml.rfind(b"<c", max(0, within - _TAG_LENGTH), within)
    stated = _REFERENCE.search(xml, start, within + _TAG_LENGTH) if start >= 0 else None
    if stated is None or not stated[1] or not stated[2]:
        return None
    return int(stated[2]) - 1, column_number(stated[1].decode()) - 1
