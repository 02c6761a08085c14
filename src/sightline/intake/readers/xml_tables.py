"""Tables in XML: elements that repeat, each a row, with a column for each element inside it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from sightline.intake.readers.convert import cells
from sightline.intake.readers.encodings import encoding_of
from sightline.intake.readers.held import HeadedSheet
from sightline.intake.readers.refused import damaged, entities, not_a_table, too_large

_MOST_BYTES = 300_000_000
_MOST_CELLS = 6_000_000
_HEAD = 1 << 20
_DECLARES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.I)
_OFFICE = "urn:schemas-microsoft-com:office:spreadsheet"


@dataclass
class _Records:
    """The elements of one name: their columns in the order first seen, and their values."""

    names: dict[str, None] = field(default_factory=dict)
    rows: list[dict[str, str]] = field(default_factory=list)
    repeats: bool = False


def read_xml(path: Path) -> list[HeadedSheet]:
    """A sheet for each element that repeats and holds elements with text and nothing else.

    The sheet has the element's name. Where nothing repeats, each element that holds such
    elements is a table of one row. Attributes are columns too. Raises ``RefusedError`` for XML
    that is damaged, declares entities, or holds no table.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise too_large(path.name, f"it is over {_MOST_BYTES // 1_000_000} MB")
    _refuse_declarations(path)
    try:
        found = _Walk(path).records()
    except etree.XMLSyntaxError as error:
        line = f"its XML is broken at line {error.lineno}" if error.lineno else "its XML is broken"
        raise damaged(path.name, line, "Ask for the file again.") from error
    chosen = {n: r for n, r in found.items() if r.repeats} or found
    if not chosen:
        raise not_a_table(path.name, "XML without records that repeat")
    return [_sheet(path, name, records) for name, records in chosen.items()]


def _refuse_declarations(path: Path) -> None:
    """Before any parser sees them. They stand before the first element."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    text = head.decode(encoding_of(head), "ignore")
    if _DECLARES.search(text):
        raise entities(path.name)
    if _OFFICE in text:
        raise not_a_table(path.name, "an Excel 2003 XML workbook")


class _Walk:
    """One pass through a file, an element at a time, keeping only the records' texts."""

    def __init__(self, path: Path) -> None:
        self.file = path.name
        self.found: dict[str, _Records] = {}
        self.cells = 0
        # What is inside each element that is open: its leaves, and how often each name came.
        self.leaves: list[dict[str, str]] = [{}]
        self.children: list[Counter[str]] = [Counter()]
        self.events = etree.iterparse(
            str(path),
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )

    def records(self) -> dict[str, _Records]:
        first = True
        for event, element in self.events:
            if event == "start":
                if first and element.getroottree().docinfo.doctype:
                    raise entities(self.file)
                first = False
                self.leaves.append({})
                self.children.append(Counter())
            else:
                self._end(element)
        return self.found

    def _end(self, element: Any) -> None:
        name = etree.QName(element).localname
        leaves, children = self.leaves.pop(), self.children.pop()
        attributes = {etree.QName(k).localname: v for k, v in element.attrib.items()}
        if not children and not attributes:
            self.leaves[-1][self._free(name)] = (element.text or "").strip()
        elif leaves or (attributes and not children):
            self._keep(name, {**attributes, **leaves})
        self._count(name)
        element.clear()
        if (parent := element.getparent()) is not None:
            parent.remove(element)

    def _free(self, name: str) -> str:
        """The name of a leaf; of a second one in the same record, "Name 2"."""
        count = self.children[-1][name] + 1
        return f"{name} {count}" if count > 1 else name

    def _count(self, name: str) -> None:
        seen = self.children[-1]
        seen[name] += 1
        if seen[name] > 1 and name in self.found:
            self.found[name].repeats = True

    def _keep(self, name: str, row: dict[str, str]) -> None:
        records = self.found.setdefault(name, _Records())
        records.names.update(dict.fromkeys(row))
        records.rows.append(row)
        self.cells += len(row)
        if self.cells > _MOST_CELLS:
            raise too_large(self.file, f"it holds over {_MOST_CELLS:,} cells")


def _sheet(path: Path, name: str, records: _Records) -> HeadedSheet:
    columns = [cells([row.get(key, "") for row in records.rows]) for key in records.names]
    return HeadedSheet(path.name, name, list(records.names), columns)
