"""What could be hostile in a workbook, seen before any reader opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from sightline.intake.readers.kinds import Kind
from sightline.intake.readers.parts import MEGABYTE, MOST_OF_PART, Parts, PartTooLargeError
from sightline.intake.readers.refused import (
    damaged,
    entities,
    far_apart,
    too_large,
    too_large_sheet,
)
from sightline.intake.readers.scan import Scan, column_letters, count_values, scan
from sightline.kit.problems import Problem

MOST_CELLS = 12_000_000
"""How many cells the grid of one sheet may have, blank ones among them."""
_MOST_FILLED = 3_000_000
_MOST_SHEETS = 2_000
# One cell in this many must have a value for a grid that is too large to be data.
_SPARSE = 4
# A cell with a value takes some 20 bytes of XML, so a sheet under this has not too many.
_SMALL_SHEET = 60 * MEGABYTE
_SMALL_PART = 50 * MEGABYTE
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_ELEMENT = re.compile(rb"<\w")
_REPEATED = re.compile(rb"number-(rows|columns)-repeated\s*=\s*[\"'](\d+)[\"']")
_MOST_REPEATED = {b"rows": 1_048_576, b"columns": 16_384}
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_SHARED = ("xl/sharedStrings.xml", "xl/styles.xml")


@dataclass
class Examined:
    """What was seen in a workbook.

    ``scans`` go by sheet name; ``refused`` are the sheets not to be read, and why. ``apart``
    says that it is to be read in a process of its own, with limits.
    """

    scans: dict[str, Scan] = field(default_factory=dict)
    refused: dict[str, Problem] = field(default_factory=dict)
    apart: bool = False


class _Listed(NamedTuple):
    name: str
    part: str


def examine(path: Path, kind: Kind) -> Examined:
    """Look through a workbook. Raises ``RefusedError`` where none of it may be read."""
    if kind == "xls":
        if path.stat().st_size > MOST_OF_PART:
            raise too_large(path.name, f"it is over {MOST_OF_PART // MEGABYTE} MB")
        return Examined(apart=True)
    parts = Parts(path)
    try:
        if kind == "xlsx":
            return _examine_xlsx(path.name, parts)
        _examine_other(path.name, parts, kind)
    except PartTooLargeError as error:
        why = f"its part {error} unpacks to over {MOST_OF_PART // MEGABYTE} MB"
        raise too_large(path.name, why) from error
    return Examined(apart=True)


def _examine_xlsx(file: str, parts: Parts) -> Examined:
    found = Examined()
    for part in _SHARED:
        if part.lower() in parts.by_name:
            found.apart |= len(_safe(file, parts.read(part))) > _SMALL_PART
    for sheet in _sheets(file, parts):
        _examine_sheet(file, parts, sheet, found)
    return found


def _examine_sheet(file: str, parts: Parts, sheet: _Listed, found: Examined) -> None:
    try:
        xml = _safe(file, parts.read(sheet.part))
    except PartTooLargeError:
        why = f"it unpacks to over {MOST_OF_PART // MEGABYTE} MB"
        found.refused[sheet.name] = too_large_sheet(file, sheet.name, why)
        return
    seen = scan(xml, parts.packed(sheet.part))
    problem = _too_far(file, sheet.name, seen)
    if problem:
        found.refused[sheet.name] = problem
        return
    if len(xml) > _SMALL_SHEET and seen.filled is None:
        seen.filled = count_values(xml)
    found.apart |= (seen.filled or 0) > _MOST_FILLED
    found.scans[sheet.name] = seen


def _too_far(file: str, sheet: str, seen: Scan) -> Problem | None:
    grid = seen.rows * seen.columns
    if grid <= MOST_CELLS:
        return None
    if (seen.filled or 0) * _SPARSE < grid:
        place = f"row {seen.rows:,} and column {column_letters(seen.columns)}"
        return far_apart(file, sheet, place)
    return too_large_sheet(file, sheet, f"it has {grid:,} cells")


def _safe(file: str, xml: bytes) -> bytes:
    """The XML itself, if it declares no entities before its first element."""
    first = _ELEMENT.search(xml)
    if _DECLARES.search(xml, 0, first.start() if first else len(xml)):
        raise entities(file)
    return xml


def _sheets(file: str, parts: Parts) -> Iterator[_Listed]:
    """The sheets that a workbook lists, with the parts they are in; charts are left out."""
    try:
        book = ElementTree.fromstring(_safe(file, parts.read(_WORKBOOK, _SMALL_PART)))
        links = ElementTree.fromstring(_safe(file, parts.read(_RELATIONS, _SMALL_PART)))
    except (ElementTree.ParseError, KeyError) as error:
        raise damaged(file, "its list of sheets is damaged") from error
    targets = {link.get("Id", ""): _part(link.get("Target", "")) for link in links}
    listed = [e for e in book.iter() if e.tag.rpartition("}")[2] == "sheet"]
    if len(listed) > _MOST_SHEETS:
        raise too_large(file, f"it has over {_MOST_SHEETS:,} sheets")
    for element in listed:
        link = next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == "id"), "")
        part = targets.get(link, "")
        if part.lower() in parts.by_name and "chartsheet" not in part:
            yield _Listed(element.get("name", ""), part)


def _part(target: str) -> str:
    """Where a link leads, from the top of the zip."""
    target = target.replace("\\", "/")
    if target.startswith("/"):
        return target[1:]
    return target if target.startswith("xl/") else f"xl/{target}"


def _examine_other(file: str, parts: Parts, kind: Kind) -> None:
    """A binary or an OpenDocument workbook: its size, and how often it repeats a cell."""
    for name in list(parts.by_name):
        if kind == "xlsb" and not name.startswith("xl/"):
            continue
        if kind == "ods" and not name.endswith(".xml"):
            continue
        content = parts.read(name)
        if name.endswith(".xml"):
            _safe(file, content)
        if name == "content.xml":
            _refuse_repeats(file, content)


def _refuse_repeats(file: str, content: bytes) -> None:
    for match in _REPEATED.finditer(content):
        if len(match[2]) > 9 or int(match[2]) > _MOST_REPEATED[match[1]]:
            which = match[1].decode()
            raise too_large(file, f"a cell is repeated over {match[2].decode()} {which}")
