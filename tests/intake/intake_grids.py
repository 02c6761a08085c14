"""Workbooks and CSV files made for a test."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from sightline.standards import standard

AS_AT = date(2026, 10, 31)


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """A workbook with these cells: days as days, numbers as numbers, text as text."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, place, cell, day)
                elif cell not in (None, ""):
                    sheet.write(number, place, cell)
    book.close()
    return path


def csv_file(path: Path, rows: Sequence[Sequence[Any]]) -> Path:
    """A CSV file with these cells."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def headings(key: str, standard_key: str = "annex_a") -> list[str]:
    """The headings of a list."""
    table = standard(standard_key).by_key(key)
    return [column.heading for column in table.columns]


def contact(child: Any = "A1", **cells: Any) -> list[Any]:
    """A row of the list of contacts that breaks no rule, with some cells changed."""
    row = {
        "gender": "b) Female",
        "ethnicity": "a) WBRI",
        "date_of_birth": date(2015, 5, 4),
        "age": 11,
        "contact_date": date(2026, 10, 20),
        "contact_source": "q) 6: Police",
    } | cells
    return [child, *row.values()]
