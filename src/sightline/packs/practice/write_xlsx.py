"""Writes the report as a workbook: a cover, notes, and one marked-up table on each sheet.

It follows the Analysis Function's guidance on spreadsheets: no merged cells, no empty rows, one
table a sheet with its name and a description, 12-point type, and letters where there is no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path
from typing import Any

from sightline.kit.calendar import long_date
from sightline.packs.practice.model import MODES, WORKING, Report
from sightline.packs.practice.telling import list_title, loads_words, short_mode
from sightline.packs.practice.xlsx_figures import closing_sheets, figure_sheets
from sightline.packs.practice.xlsx_table import MARKS, Mark, Percent, Sheet, To
from sightline.packs.practice.xlsx_variation import standing_sheet, variation_sheets
from sightline.packs.practice.xlsx_waiting import children_sheet, waiting_sheets

COVER, NOTES = "Cover", "Notes"
_LONGEST = 32_767
_FIRST_YEAR = 1900
_TABLE_ROW = 3
_WRAPS_FROM = 40
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "plain": {},
    "text": {"valign": "top"},
    "wrap": {"valign": "top", "text_wrap": True},
    "head": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
    "date": {"num_format": "d mmmm yyyy", "align": "left", "valign": "top"},
    "whole": {"num_format": "#,##0", "valign": "top"},
    "number": {"num_format": "#,##0.0", "valign": "top"},
    "percent": {"num_format": "0.0%", "valign": "top"},
    "mark": {"align": "right", "valign": "top"},
    "link": {"font_color": "#0B5394", "underline": 1, "valign": "top"},
}


def write_xlsx(report: Report, path: Path) -> None:
    """Write the report as a workbook. The same report gives the same bytes."""
    import xlsxwriter

    partial = path.with_name(path.name + ".partial")
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": "Arial", "font_size": 12},
    }
    try:
        with xlsxwriter.Workbook(str(partial), options) as book:
            book.set_properties(_properties(report))
            _Writer(book, report).write()
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _properties(report: Report) -> dict[str, Any]:
    return {
        "title": _plain(report.title),
        "subject": f"Practice as at {long_date(report.as_at)}",
        "author": _plain(report.made_with),
        "company": _plain(report.authority),
        "comments": MODES[report.mode],
        # The day that the report gives, so that the same report is the same file.
        "created": datetime.combine(report.made_on, time()),
    }


def sheets(report: Report) -> Iterator[Sheet]:
    """Every sheet with a table, after the cover, in order."""
    yield _notes(report)
    yield standing_sheet(report)
    yield from figure_sheets(report)
    yield from waiting_sheets(report)
    yield from variation_sheets(report)
    yield from children_sheet(report)
    yield from closing_sheets(report)


def _cover(report: Report, made: list[Sheet]) -> Sheet:
    about = (
        f"Data as at {long_date(report.as_at)}. Made on {long_date(report.made_on)} with "
        f"{report.made_with}. {loads_words(report.loads)} The table lists the sheets."
    )
    rows = [(To(one.name, one.name), one.title, _size(one)) for one in made]
    return Sheet(COVER, report.title, about, (("Sheet", 24), ("What it holds", 74), ("Rows", 10)),
                 rows)  # fmt: skip


def _size(one: Sheet) -> object:
    return len(one.rows)


def _notes(report: Report) -> Sheet:
    rows = [
        ("Mode", MODES[report.mode]),
        ("Authority", report.authority),
        ("Data as at", report.as_at),
        ("Made on", report.made_on),
        ("Made with", report.made_with),
        ("Snapshot", report.snapshot or "Read straight from files."),
        *((f"The letter {letter}", words) for letter, words in MARKS),
        ("Blank cells", "There is nothing to say: no note, or no reason."),
        ("Percentages", "Always beside their numerator and denominator. They are not rounded."),
        ("Not judged", "Rows that a measure asks about and that lack what it needs."),
        ("Is it changing", "Read from a control chart by the NHS plot-the-dots rules. With fewer "
         "than 10 points it is too few to tell."),
        ("Usual range", "Where the next figure is expected if nothing changes."),
        ("Teams", "In the order of their names. With fewer than 10 children, too few to tell."),
        ("Lists of children", "Each says how it is ordered. No list is ordered by risk, and no "
         "child is scored."),
        *((f"Event: {event.title}", event.on) for event in report.events),
        *((f"Rows loaded: {list_title(key)}", count) for key, count in _loaded(report)),
    ]  # fmt: skip
    return Sheet(NOTES, "Notes: how to read this workbook", "What the words and letters mean.",
                 (("What", 48), ("Note", 100)), rows)  # fmt: skip


def _loaded(report: Report) -> Iterable[tuple[str, int]]:
    """How long each list is: not where it is shared, for some lists are short."""
    return report.lists.items() if report.mode == WORKING else ()


class _Writer:
    """Puts sheets on the pages of an open workbook."""

    def __init__(self, book: Any, report: Report) -> None:
        self.book, self.report = book, report
        self.formats = {name: book.add_format(said) for name, said in _FORMATS.items()}
        self.head = _plain(
            f"{report.authority}, data as at {long_date(report.as_at)}. {MODES[report.mode]}"
        )

    def write(self) -> None:
        """The cover, whose list of contents knows the other sheets, and those."""
        made = [part for sheet in sheets(self.report) for part in sheet.parts()]
        for number, sheet in enumerate([_cover(self.report, made), *made]):
            self._sheet(sheet, number)

    def _sheet(self, sheet: Sheet, number: int) -> None:
        page = self.book.add_worksheet(sheet.name)
        page.write_string(0, 0, _plain(sheet.title), self.formats["title"])
        page.write_string(1, 0, self.head, self.formats["plain"])
        page.write_string(2, 0, _plain(sheet.about), self.formats["plain"])
        columns = []
        for place, (words, width) in enumerate(sheet.headings):
            page.set_column(place, place, width)
            columns.append({"header": words, "header_format": self.formats["head"]})
        self._print(page)
        if not sheet.rows:
            page.write_string(_TABLE_ROW, 0, sheet.empty, self.formats["plain"])
            return
        last = _TABLE_ROW + len(sheet.rows), len(sheet.headings) - 1
        page.add_table(_TABLE_ROW, 0, *last, {
            "columns": columns, "name": f"table_{number}_{_name(sheet.name)}",
            "style": "Table Style Light 1", "title": _plain(sheet.title),
            "description": _plain(f"{sheet.title}. {sheet.about}"),
        })  # fmt: skip
        page.freeze_panes(_TABLE_ROW + 1, 0)
        self._rows(page, sheet)

    def _rows(self, page: Any, sheet: Sheet) -> None:
        wraps = [
            self.formats["wrap" if width >= _WRAPS_FROM else "text"] for _, width in sheet.headings
        ]
        for at, row in enumerate(sheet.rows, _TABLE_ROW + 1):
            for place, value in enumerate(row):
                self._cell(page, at, place, value, wraps[place])

    def _cell(self, page: Any, at: int, place: int, value: object, text: Any) -> None:
        """Write a value as what it is. Text is only ever text: never a formula, never a link."""
        if value is None or value == "":
            return
        if isinstance(value, To):
            where = f"internal:'{value.sheet}'!A1"
            page.write_url(at, place, where, self.formats["link"], value.words)
        elif isinstance(value, bool):
            page.write_string(at, place, "yes" if value else "no", text)
        elif isinstance(value, (int, float)) and isfinite(value):
            page.write_number(at, place, value, self.formats[_kind(value)])
        elif isinstance(value, date) and value.year >= _FIRST_YEAR:
            day = date(value.year, value.month, value.day)
            page.write_datetime(at, place, day, self.formats["date"])
        elif isinstance(value, Mark):
            page.write_string(at, place, value, self.formats["mark"])
        else:
            words = long_date(value) if isinstance(value, date) else _plain(str(value))
            page.write_string(at, place, words, text)

    def _print(self, page: Any) -> None:
        title = _plain(self.report.title)[:80].replace("&", "&&")  # 255 characters at most
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(_TABLE_ROW)
        page.set_header(
            f"&L{title}. {short_mode(self.report)}&RData as at {long_date(self.report.as_at)}"
        )
        page.set_footer("&L&A&RPage &P of &N")


def _kind(value: float) -> str:
    if isinstance(value, Percent):
        return "percent"
    return "whole" if isinstance(value, int) else "number"


def _name(sheet: str) -> str:
    return sheet.lower().replace(" ", "_")


def _plain(text: str) -> str:
    """Text that a cell can hold: without what no spreadsheet may have in it, and not too long."""
    kept = text
    if not text.isprintable():
        seen = ("\n" if c == "\n" else " " if c.isspace() else c for c in text)
        kept = "".join(c for c in seen if c == "\n" or c.isprintable())
    return kept if len(kept) <= _LONGEST else kept[: _LONGEST - 1] + "…"
