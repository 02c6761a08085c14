"""Templates: they open, their headings lead back to the declarations, and codes are offered."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from sightline.kit.problems import UserError
from sightline.standards import Standard, all_standards, standard
from sightline.standards.headings import match_headings
from sightline.standards.sheets import match_sheet
from sightline.standards.template import CODES, NOTES, csv_name, csv_text, write_template

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A workbook of each standard."""
    pytest.importorskip("xlsxwriter")
    folder = tmp_path_factory.mktemp("templates")
    return {one.key: write_template(one, folder / f"{one.key}.xlsx") for one in all_standards()}


def sheets_of(path: Path) -> dict[str, list[list[Any]]]:
    """The rows of each sheet, as another program reads them."""
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize("one", all_standards(), ids=lambda one: one.key)
def test_a_workbook_leads_back_to_its_declarations(one: Standard, books: dict[str, Path]) -> None:
    """Every sheet is known by its name, and every heading is exact, in order."""
    sheets = sheets_of(books[one.key])
    assert set(sheets) == {NOTES, CODES, *(table.sheet_name for table in one.tables)}
    assert match_sheet(NOTES, one) is match_sheet(CODES, one) is None
    for table in one.tables:
        named = match_sheet(table.sheet_name, one)
        assert named is not None
        assert named.table is table
        found = match_headings(sheets[table.sheet_name][0], table)
        assert list(found.columns.values()) == list(table.columns)
        assert {matched.how for matched in found.matched.values()} == {"exact"}
        assert not found.missing
        assert not found.unknown


def test_the_notes_explain_every_column(books: dict[str, Path]) -> None:
    """A row for each column: what it means, its kind, its rules and codes."""
    rows = sheets_of(books["annex_a"])[NOTES]
    told = {(row[0], row[1]): row[2:] for row in rows[5:]}
    for table in standard("annex_a").tables:
        for column in table.columns:
            assert told[table.sheet_name, column.heading.strip()][0] == column.description
    assert "Only" not in told["List 7", "Child Protection Plan End Date"][0]
    kind, rules, codes = told["List 3", "Referral NFA?"][1:]
    assert (kind, rules) == ("one of a list of codes", "Must be filled in.")
    assert codes == "a) Yes; b) No"
    assert "Not before 40 weeks before “Date of Birth”." in told["List 1", "Date of Contact"][2]


def test_the_codes_offered_are_read_again(books: dict[str, Path]) -> None:
    """Each column of the sheet of codes is a set, and each cell one of its codes."""
    from sightline.standards.codes import all_code_sets

    by_title = {chosen.title: chosen for chosen in all_code_sets()}
    for path in books.values():
        for heading, *cells in zip(*sheets_of(path)[CODES]):
            chosen = by_title[heading]
            assert [chosen.read(cell) for cell in cells if cell] == list(chosen.codes)


def xml_of(path: Path, sheet: int) -> ElementTree.Element:
    """A sheet of a workbook as it is stored."""
    with zipfile.ZipFile(path) as archive:
        return ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))


def test_cells_are_made_ready(books: dict[str, Path]) -> None:
    """The heading row is frozen, identifiers are text, and codes and dates are asked for."""
    page = xml_of(books["annex_a"], 2)  # the notes come first
    pane = page.find(f".//{SPREADSHEET}pane")
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    asked = {
        v.get("sqref", "")[0]: v.get("type") for v in page.iter(f"{SPREADSHEET}dataValidation")
    }
    assert asked == {"B": "list", "C": "list", "D": "date", "E": "whole", "F": "date", "G": "list"}
    styles = [c.get("style") for c in page.iter(f"{SPREADSHEET}col")]
    assert styles[0] == styles[1] != styles[3]
    with zipfile.ZipFile(books["annex_a"]) as archive:
        text = archive.read("xl/styles.xml").decode()
    assert 'numFmtId="49"' in text  # Excel's own number for text


def test_choices_point_to_the_codes_of_their_set(books: dict[str, Path]) -> None:
    """The range behind a choice holds the codes of the column's own set."""
    page = xml_of(books["annex_a"], 2)
    formulas = {
        v.get("sqref", "")[0]: v.findtext(f"{SPREADSHEET}formula1", "")
        for v in page.iter(f"{SPREADSHEET}dataValidation")
    }
    rows = sheets_of(books["annex_a"])[CODES]
    letter = formulas["B"].split("$")[1]
    place = sum((ord(c) - 64) * 26**i for i, c in enumerate(reversed(letter))) - 1
    assert rows[0][place] == "Gender"
    assert formulas["B"] == f"{CODES}!${letter}$2:${letter}$5"


@pytest.mark.parametrize("ending", ["", ".zip"])
def test_csv_files_lead_back_too(tmp_path: Path, ending: str) -> None:
    """A folder or a zip holds a file for each list, with its headings alone."""
    one = standard("ssd")
    where = write_template("ssd", tmp_path / "new" / f"out{ending}")
    for table in one.tables:
        if ending:
            with zipfile.ZipFile(where) as archive:
                text = archive.read(csv_name(table)).decode("utf-8")
        else:
            text = (where / csv_name(table)).read_text(encoding="utf-8")
        (headings,) = csv.reader(io.StringIO(text))
        assert list(match_headings(headings, table).columns.values()) == list(table.columns)
        named = match_sheet(csv_name(table), one)
        assert named is not None
        assert named.table is table


def test_a_csv_file_begins_with_the_mark_that_excel_needs() -> None:
    """Without it, Excel reads names with accents wrongly."""
    text = csv_text(standard("annex_a").by_key("contacts"))
    assert text.startswith("\ufeffChild Unique ID,Gender,")
    assert text.endswith("Contact Source\r\n")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    """The error says what to do, and nothing is left behind."""
    with pytest.raises(UserError, match=r"end its name in .xlsx or .zip"):
        write_template("annex_a", tmp_path / "template.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_without_the_package_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the package and the way without it, and nothing is left behind."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UserError, match=r"install it, or ask for a .zip"):
        write_template("annex_a", tmp_path / "template.xlsx")
    assert list(tmp_path.iterdir()) == []
