"""Made-up lists as files: a workbook, a folder of CSV files, a folder of Parquet files."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sightline.kit.problems import UserError
from sightline.standards import Standard, Table, standard
from sightline.standards.codes import code_set
from sightline.standards.columns import Code, Column
from sightline.synthesize.printed import Printed

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
EXCEL_ROWS = 1_048_575
"""How many rows a sheet can hold below its headings."""
_ISO = "ssd"


def write_workbook(rows: Rows, chosen: str | Standard, path: str | Path) -> Path:
    """Write lists as a workbook, a sheet for each, with headings in the first row.

    Codes are printed as the standard prints them; dates are real dates. ``UserError`` where a list
    is longer than a sheet can be.
    """
    from xlsxwriter import Workbook

    tables = _standard(chosen).tables
    for table in tables:
        if len(rows.get(table.key, ())) > EXCEL_ROWS:
            raise UserError(
                f"{table.title} has {len(rows[table.key]):,} rows, and a sheet of a workbook holds "
                f"{EXCEL_ROWS:,}: write CSV files instead (a name without an ending)."
            )
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    with Workbook(str(target), {"constant_memory": True, "strings_to_numbers": False}) as book:
        formats = {
            "date": book.add_format({"num_format": "dd/mm/yyyy"}),
            "datetime": book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
        }
        for table in tables:
            _write_sheet(book.add_worksheet(table.sheet_name), table, rows, formats)
    return target


def _write_sheet(sheet: Any, table: type[Table], rows: Rows, formats: Mapping[str, Any]) -> None:
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.heading.strip())
    writers = [_writer(sheet, column, formats) for column in table.columns]
    names = [column.name for column in table.columns]
    for number, row in enumerate(rows.get(table.key, ()), 1):
        for place, name in enumerate(names):
            value = row.get(name)
            if value is not None:
                writers[place](number, place, value)


def _writer(
    sheet: Any, column: Column, formats: Mapping[str, Any]
) -> Callable[[int, int, Any], None]:
    """How a value of a column is put into a cell."""
    text, number, when = sheet.write_string, sheet.write_number, sheet.write_datetime
    prints = _prints(column)

    def write(row: int, place: int, value: Any) -> None:
        if isinstance(value, Printed):
            text(row, place, value.text)
        elif isinstance(value, str):
            text(row, place, prints(value))
        elif isinstance(value, date):
            when(row, place, value, formats[column.kind if column.kind in formats else "date"])
        else:
            number(row, place, value)

    return write


def _prints(column: Column) -> Callable[[str], str]:
    """How a text of a column is printed: a code as its standard prints it."""
    if not column.code_set:
        return str
    shown = {item.code: item.shown for item in code_set(column.code_set).items}
    if isinstance(column, Code):
        return lambda value: shown[value]
    return lambda value: shown.get(value, value)


def write_csvs(rows: Rows, chosen: str | Standard, folder: str | Path) -> Path:
    """Write lists as CSV files, one for each, named by the list's key.

    Dates are dd/mm/yyyy; in the SSD, which holds codes bare, they are yyyy-mm-dd.
    """
    made, target = _standard(chosen), Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for table in made.tables:
        with (target / f"{table.key}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.heading.strip() for column in table.columns])
            writer.writerows(_text_rows(table, rows.get(table.key, ()), made.key == _ISO))
    return target


def _text_rows(
    table: type[Table], rows: Sequence[Mapping[str, Any]], iso: bool
) -> Iterable[list[str]]:
    names = [column.name for column in table.columns]
    prints = [_as_text(column, iso) for column in table.columns]
    for row in rows:
        yield [
            "" if (value := row.get(name)) is None else show(value)
            for name, show in zip(names, prints)
        ]


def _as_text(column: Column, iso: bool) -> Callable[[Any], str]:
    """How any value of a column is written as text."""
    prints = str if iso else _prints(column)
    days: dict[date, str] = {}

    def day_as_text(value: date) -> str:
        timed = isinstance(value, datetime)
        if iso:
            return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
        return f"{value:%d/%m/%Y %H:%M}" if timed else f"{value:%d/%m/%Y}"

    def show(value: Any) -> str:
        if isinstance(value, Printed):
            return value.text
        if isinstance(value, str):
            return prints(value)
        if isinstance(value, date):
            found = days.get(value)
            if found is None:
                found = days[value] = day_as_text(value)
            return found
        return str(value)

    return show


def write_parquets(rows: Rows, chosen: str | Standard, folder: str | Path) -> Path:
    """Write lists as Parquet files, one for each: dates and numbers typed, codes as codes.

    A column in which something is printed as it stands becomes text.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    made, target = _standard(chosen), Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for table in made.tables:
        held = rows.get(table.key, ())
        arrays = [_array(pa, column, held, made.key == _ISO) for column in table.columns]
        names = [column.heading.strip() for column in table.columns]
        pq.write_table(pa.table(arrays, names=names), target / f"{table.key}.parquet")
    return target


def _array(pa: Any, column: Column, rows: Sequence[Mapping[str, Any]], iso: bool) -> Any:
    values = [row.get(column.name) for row in rows]
    if any(isinstance(value, Printed) for value in values):
        show = _as_text(column, iso)
        return pa.array([None if value is None else show(value) for value in values], pa.string())
    kinds = {
        "date": pa.date32(),
        "datetime": pa.timestamp("us"),
        "integer": pa.int64(),
        "decimal": pa.float64(),
    }
    return pa.array(values, kinds.get(column.kind, pa.string()))


def _standard(chosen: str | Standard) -> Standard:
    return standard(chosen) if isinstance(chosen, str) else chosen
