"""Empty templates of a standard: a workbook with notes and lists to choose from, or CSV files."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.kit.problems import UserError
from sightline.standards.codes import code_set
from sightline.standards.columns import Code, Column, Integer
from sightline.standards.declare import Standard, Table
from sightline.standards.explain import codes_in_words, kind_in_words, rules_in_words
from sightline.standards.registry import standard as standard_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

# The sheet rows that are made ready to be filled in: below the headings, as many as these.
ROWS_READY = 5_000
NOTES, CODES = "Notes", "Codes"
_NOTES_COLUMNS = (
    ("List", 24),
    ("Column", 44),
    ("What it means", 60),
    ("Kind of value", 22),
    ("Rules", 50),
    ("Codes", 60),
)
_TEXT = 49  # Excel's own number for text, so that leading noughts stay
_FORMATS: dict[str, str | int] = {
    **dict.fromkeys(("id", "text", "postcode", "json", "code"), _TEXT),
    "date": "dd/mm/yyyy",
    "datetime": "dd/mm/yyyy hh:mm",
    "integer": "0",
    "decimal": "0.00",
}
_EARLIEST, _LATEST = date(1900, 1, 2), date(2100, 12, 31)


def write_template(standard: str | Standard, path: str | Path) -> Path:
    """Write a standard's empty template, and give back where it is.

    The path's ending says what: ``.xlsx`` a workbook with one sheet for each list; ``.zip`` a CSV
    file for each list, with only its headings; no ending, a folder of such files. It appears only
    when it is complete.
    """
    chosen = standard_of(standard) if isinstance(standard, str) else standard
    target = Path(path)
    if target.suffix == "":
        return _write_folder(chosen, target)
    made = {".xlsx": _workbook, ".zip": _zip}.get(target.suffix.lower())
    if made is None:
        raise UserError(
            f"A template cannot be written as {target.suffix!r}: end its name in .xlsx or .zip, "
            "or give the name of a folder."
        )
    content = made(chosen)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    try:
        partial.write_bytes(content)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    return target


def csv_name(table: type[Table]) -> str:
    """The name of a list's CSV file."""
    return f"{table.key}.csv"


def csv_text(table: type[Table]) -> str:
    """A list's headings as a CSV file holds them, with a byte-order mark so that Excel reads it."""
    row = io.StringIO()
    csv.writer(row).writerow([column.heading for column in table.columns])
    return "\ufeff" + row.getvalue()


def _write_folder(standard: Standard, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for table in standard.tables:
        (folder / csv_name(table)).write_text(csv_text(table), encoding="utf-8", newline="")
    return folder


def _zip(standard: Standard) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in standard.tables:
            archive.writestr(csv_name(table), csv_text(table).encode("utf-8"))
    return packed.getvalue()


def _workbook(standard: Standard) -> bytes:
    try:
        from xlsxwriter import Workbook
    except ImportError as missing:
        raise UserError(
            "Writing a workbook needs the package xlsxwriter: install it, or ask for a .zip."
        ) from missing
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        formats = _formats(book)
        _write_notes(book.add_worksheet(NOTES), standard, formats)
        lists = {table: book.add_worksheet(table.sheet_name) for table in standard.tables}
        ranges = _write_codes(book.add_worksheet(CODES), standard, formats)
        for table, sheet in lists.items():
            _write_list(sheet, table, formats, ranges)
    return made.getvalue()


def _formats(book: Workbook) -> dict[str, Any]:
    """The formats of cells, by the kind of column and by the part of a sheet."""
    made = {kind: book.add_format({"num_format": shown}) for kind, shown in _FORMATS.items()}
    heading = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
    made["heading"] = book.add_format(heading | {"bg_color": "#EEEEEE"})
    made["required"] = book.add_format(heading | {"bg_color": "#D9E8F5"})
    made["wrapped"] = book.add_format({"text_wrap": True, "valign": "top"})
    made["title"] = book.add_format({"bold": True, "font_size": 14})
    return made


def _write_notes(sheet: Worksheet, standard: Standard, formats: dict[str, Any]) -> None:
    """What each list holds and each column means."""
    sheet.write_string(0, 0, standard.title, formats["title"])
    sheet.write_string(1, 0, standard.description)
    sheet.write_string(2, 0, f"Source: {standard.source}. Headings in blue must be filled in.")
    for place, (heading, width) in enumerate(_NOTES_COLUMNS):
        sheet.write_string(4, place, heading, formats["heading"])
        sheet.set_column(place, place, width, formats["wrapped"])
    row = 5
    for table in standard.tables:
        sheet.write_string(row, 0, table.sheet_name)
        sheet.write_string(row, 1, table.title)
        sheet.write_string(row, 2, f"{table.population} Covers: {table.period.value}.")
        for column in table.columns:
            row += 1
            for place, words in enumerate(_note(column, table)):
                sheet.write_string(row, place, words)
        row += 2
    sheet.freeze_panes(5, 2)


def _note(column: Column, table: type[Table]) -> tuple[str, ...]:
    return (
        table.sheet_name,
        column.heading,
        column.description,
        kind_in_words(column),
        rules_in_words(column, table),
        codes_in_words(column),
    )


def _write_codes(sheet: Worksheet, standard: Standard, formats: dict[str, Any]) -> dict[str, str]:
    """The code sets, one to a column, and the range of cells where each stands."""
    used = {c.code_set for table in standard.tables for c in table.columns if c.code_set}
    ranges: dict[str, str] = {}
    for place, key in enumerate(sorted(used)):
        chosen = code_set(key)
        sheet.set_column(place, place, 40)
        sheet.write_string(0, place, chosen.title, formats["heading"])
        for row, item in enumerate(chosen.items, 1):
            sheet.write_string(row, place, item.shown)
        letter = _letters(place)
        ranges[key] = f"={CODES}!${letter}$2:${letter}${len(chosen.items) + 1}"
    sheet.freeze_panes(1, 0)
    return ranges


def _write_list(
    sheet: Worksheet, table: type[Table], formats: dict[str, Any], ranges: dict[str, str]
) -> None:
    """A list's headings, and cells below them that are ready to be filled in."""
    for place, column in enumerate(table.columns):
        width = min(max(len(column.heading) // 2, 12), 30)
        sheet.set_column(place, place, width, formats[column.kind])
        marked = formats["required" if column.required else "heading"]
        sheet.write_string(0, place, column.heading, marked)
        if asked := _validation(column, ranges):
            sheet.data_validation(1, place, ROWS_READY, place, asked)
    sheet.set_row(0, 60)
    sheet.freeze_panes(1, 1)


def _validation(column: Column, ranges: dict[str, str]) -> dict[str, Any] | None:
    """What Excel should ask of a cell. It warns, and does not forbid: the checks come later."""
    asked: dict[str, Any] | None = None
    if column.code_set:
        asked = {"validate": "list", "source": ranges[column.code_set]}
    elif column.kind in ("date", "datetime"):
        asked = {"validate": "date", "criteria": "between", "minimum": _EARLIEST}
        asked |= {"maximum": _LATEST}
    elif isinstance(column, Integer):
        kind = "decimal" if column.kind == "decimal" else "integer"
        low = -1_000_000 if column.minimum is None else column.minimum
        high = 1_000_000 if column.maximum is None else column.maximum
        asked = {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}
    if asked is None:
        return None
    loose = not isinstance(column, Code) or column.open
    said = {"error_type": "information" if column.code_set and loose else "warning"}
    said |= {"error_title": "Please check", "error_message": _message(column)}
    return asked | said


def _message(column: Column) -> str:
    return f"This column holds a {kind_in_words(column)}. See the sheet {NOTES}."[:255]


def _letters(place: int) -> str:
    """The letters of a column, from 0: A, B … Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
