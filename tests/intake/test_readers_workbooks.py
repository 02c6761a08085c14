"""Workbooks are read as they were saved: every cell of its kind, in its row."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from reader_files import text_cell, write_ods, write_xlsx

from sightline.intake.readers import open_file
from sightline.intake.readers.convert import cells, hours, joined, sliced
from sightline.intake.readers.guard import MOST_CELLS
from sightline.intake.readers.scan import column_letters, column_number, scan

CORPUS = Path(__file__).parent.parent.parent.parent / "shared" / "corpus" / "samples"


def listed(array: object) -> list[object]:
    return [] if array is None else array.to_pylist()  # type: ignore[attr-defined]


def make(path: Path) -> Path:
    """A list with a title, headings in row 3, and one column of each kind."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("List 1")
        sheet.write(0, 0, "List 1: Contacts")
        sheet.write_row(2, 0, ["id", "seen", "age", "open", "time", "mixed"])
        sheet.write_row(3, 0, ["A1"])
        sheet.write_datetime(3, 1, datetime(2026, 3, 2), day)
        sheet.write_number(3, 2, 7)
        sheet.write_boolean(3, 3, True)
        sheet.write_datetime(3, 4, time(9, 30), book.add_format({"num_format": "hh:mm"}))
        sheet.write_datetime(3, 5, datetime(2026, 3, 2), day)
        sheet.write(5, 0, "A2")
        sheet.write_boolean(5, 3, False)
        sheet.write(5, 5, "02/03/2026")
        sheet.write_number(4, 5, 46083)
    return path


def test_each_kind_has_its_array(tmp_path: Path) -> None:
    """Rows are those of the sheet: the blank one counts."""
    opened = open_file(make(tmp_path / "a.xlsx"))
    (sheet,) = opened.sheets
    assert (sheet.file, sheet.name, sheet.length, sheet.headed) == ("a.xlsx", "List 1", 6, False)
    assert sheet.top(1) == [["List 1: Contacts", "", "", "", "", ""]]
    assert sheet.top(4)[3][:3] == ["A1", date(2026, 3, 2), 7.0]
    name, seen, age, is_open, at, mixed = sheet.columns(3)
    assert listed(name.text) == ["A1", None, "A2"]
    assert listed(seen.moments) == [datetime(2026, 3, 2), None, None]
    assert (seen.text, seen.numbers) == (None, None)
    assert listed(age.numbers) == [7.0, None, None]
    assert listed(is_open.text) == ["TRUE", None, "FALSE"]
    assert listed(at.text) == ["09:30:00", None, None]
    assert listed(mixed.moments) == [datetime(2026, 3, 2), None, None]
    assert listed(mixed.numbers) == [None, 46083.0, None]
    assert listed(mixed.text) == [None, None, "02/03/2026"]
    assert opened.problems == sheet.problems == []


def test_columns_can_be_asked_for_before_and_after_the_top(tmp_path: Path) -> None:
    """The answer is the same."""
    (sheet,) = open_file(make(tmp_path / "a.xlsx")).sheets
    before = listed(sheet.columns(3)[0].text)
    assert sheet.top(3)[2][0] == "id"
    assert listed(sheet.columns(3)[0].text) == before == ["A1", None, "A2"]
    assert [c.length for c in sheet.columns(6)] == [0] * 6


def test_a_workbook_named_csv_is_read_as_a_workbook(tmp_path: Path) -> None:
    """The name decides nothing."""
    (sheet,) = open_file(make(tmp_path / "a.csv")).sheets
    assert sheet.name == "List 1"


def test_errors_show_what_they_show(tmp_path: Path) -> None:
    """calamine shows them as blank; they are told in the cell's own words."""
    row = '<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><v>4</v></c></row>'
    head = f'<row r="1">{text_cell("A1", "n")}{text_cell("B1", "m")}</row>'
    (sheet,) = open_file(write_xlsx(tmp_path / "a.xlsx", {"S": head + row})).sheets
    assert sheet.top(2)[1] == ["#DIV/0!", 4.0]
    assert listed(sheet.columns(1)[0].text) == ["#DIV/0!"]
    assert listed(sheet.columns(1)[1].numbers) == [4.0]


def test_formulas_are_read_by_their_stored_value(tmp_path: Path) -> None:
    """One with none is blank, and told where it lies in the data."""
    rows = (
        '<row r="1"><c r="A1"><f>NOW()</f></c></row>'
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>1+1</f></c></row>'
        '<row r="3"><c r="A3" t="str"><f>""</f><v></v></c><c r="B3"><f>A1</f><v/></c></row>'
        f'<row r="4">{text_cell("A4", "end")}</row>'
    )
    (sheet,) = open_file(write_xlsx(tmp_path / "a.xlsx", {"S": rows})).sheets
    assert listed(sheet.columns(1)[0].numbers) == [2.0, None, None]
    (problem,) = sheet.problems
    assert problem.code == "S17"
    assert "B2 and B3." in problem.message
    sheet.columns(1)
    assert len(sheet.problems) == 1


def test_merged_cells_are_told_where_they_reach_the_data(tmp_path: Path) -> None:
    """A merged title is as it should be."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("S")
        sheet.merge_range("A1:B1", "title")
        sheet.write_row(1, 0, ["id", "team"])
        sheet.write_column(2, 0, ["A1", "A2"])
        sheet.merge_range("B3:B4", "North")
    (read,) = open_file(tmp_path / "a.xlsx").sheets
    assert listed(read.columns(2)[1].text) == ["North", None]
    (problem,) = read.problems
    assert (problem.code, "a.xlsx, sheet S," in problem.message) == ("S18", True)
    assert "B3:B4:" in problem.message


def test_hidden_sheets_are_read_and_charts_are_not(tmp_path: Path) -> None:
    """A sheet of one cell, and one of none, are sheets too."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet("one").write(0, 0, "x")
        hidden = book.add_worksheet("hidden")
        hidden.write(0, 0, "y")
        hidden.hide()
        book.add_worksheet("deep").very_hidden()
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=one!$A$1:$A$1"})
        book.add_chartsheet("chart").set_chart(chart)
    sheets = open_file(tmp_path / "a.xlsx").sheets
    assert [(s.name, s.length) for s in sheets] == [("one", 1), ("hidden", 1), ("deep", 0)]
    assert [[p.code for p in s.problems] for s in sheets] == [[], ["S19"], ["S19"]]
    assert sheets[2].top(5) == sheets[2].columns(0) == []


def test_two_hundred_sheets(tmp_path: Path) -> None:
    """All are there, in their order."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        for i in range(200):
            book.add_worksheet(f"S{i}").write(1, 0, i)
    sheets = open_file(tmp_path / "a.xlsx").sheets
    assert [s.name for s in sheets] == [f"S{i}" for i in range(200)]
    assert [s.top(2)[1] for s in sheets] == [[float(i)] for i in range(200)]


def test_one_broken_sheet_leaves_the_others(tmp_path: Path) -> None:
    """It is told when it is asked for, and has no rows."""
    good = f'<row r="1">{text_cell("A1", "x")}</row>'
    path = write_xlsx(tmp_path / "a.xlsx", {"bad": "<row r='1'><c r='A1'><v>1</x>", "good": good})
    bad, fine = open_file(path).sheets
    assert (bad.length, bad.top(3), bad.columns(0)) == (0, [], [])
    assert [p.code for p in bad.problems] == ["S11"]
    assert "a.xlsx, sheet bad," in bad.problems[0].message
    assert fine.top(1) == [["x"]]


def test_the_calendar_of_old_macs_is_followed(tmp_path: Path) -> None:
    """Its days begin in 1904."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"date_1904": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        book.add_worksheet("S").write_datetime(0, 0, datetime(2026, 3, 2), day)
    (sheet,) = open_file(tmp_path / "a.xlsx").sheets
    assert sheet.top(1) == [[date(2026, 3, 2)]]


def test_open_document_sheets(tmp_path: Path) -> None:
    """With the million blank rows that LibreOffice writes at the end."""
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = (
        f"<table:table-row>{text.format('id')}{text.format('seen')}</table:table-row>"
        f"<table:table-row>{text.format('A1')}<table:table-cell office:value-type='date' "
        'office:date-value="2026-03-02"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    (sheet,) = open_file(write_ods(tmp_path / "a.ods", rows)).sheets
    assert (sheet.name, sheet.length) == ("Contacts", 2)
    assert sheet.top(1) == [["id", "seen"]]
    name, seen = sheet.columns(1)
    assert listed(name.text) == ["A1"]
    assert listed(seen.moments) == [datetime(2026, 3, 2)]


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the sample workbooks are not here")
def test_sample_workbooks() -> None:
    """The official layout, an xls, and a filled workbook: lists, rows and first headings."""
    official = {s.name: s for s in open_file(CORPUS / "annex_a_official_layout.xls").sheets}
    assert len(official) == 15
    assert official["List_1"].top(2)[1][0] == "Child Unique ID"
    filled = open_file(CORPUS / "annex_a_2021.xlsx")
    assert [s.name for s in filled.sheets] == [f"List {n}" for n in range(1, 12)]
    assert [s.length for s in filled.sheets][:3] == [6, 6, 7]
    assert filled.problems == []


def test_columns_of_python_values() -> None:
    """Each kind, alone and mixed; NaN is blank; a long number is a code."""
    assert listed(cells(["a", "", None]).text) == ["a", None, None]
    days = cells([date(2026, 3, 2), "", None])
    assert listed(days.moments) == [datetime(2026, 3, 2), None, None]
    assert listed(cells([0.0, float("nan"), ""]).numbers) == [0.0, None, None]
    assert listed(cells([2, 3.5]).numbers) == [2.0, 3.5]
    mixed = cells([datetime(2026, 3, 2, 9, 5), date(2026, 3, 3), True, timedelta(0), "x", 0, 2**60])
    assert listed(mixed.moments)[:2] == [datetime(2026, 3, 2, 9, 5), datetime(2026, 3, 3)]
    assert listed(mixed.text)[2:] == ["TRUE", "0:00:00", "x", None, str(2**60)]
    assert listed(mixed.numbers)[5] == 0.0
    blank = cells(["", None])
    assert (blank.length, blank.text, blank.moments, blank.numbers) == (2, None, None, None)


def test_lengths_of_time_in_hours() -> None:
    """As a sheet shows them."""
    assert hours(timedelta(days=1, hours=12)) == "36:00:00"
    assert hours(-timedelta(minutes=90)) == "-1:30:00"


def test_parts_of_columns() -> None:
    """Joined and cut, what is null stays null."""
    both = joined([cells(["a"]), cells([1.0]), cells([""])])
    assert (both.length, listed(both.text), listed(both.numbers)) == (
        3,
        ["a", None, None],
        [None, 1.0, None],
    )
    rest = sliced(both, 1)
    assert (rest.length, rest.text, listed(rest.numbers)) == (2, None, [1.0, None])


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")]
)
def test_letters_of_columns(number: int, letters: str) -> None:
    """There and back."""
    assert (column_letters(number), column_number(letters)) == (letters, number)


@pytest.mark.parametrize(
    ("cells_of_sheet", "rows", "columns", "filled"),
    [
        ('<row r="9"><c r="AAA9"><v>1</v></c><c r="XFD9" s="1"/></row>', 9, 703, 1),
        ("<row r='9'><c r='C9'><v>1</v></c></row>", 9, 3, 1),
        ('<x:row r="420000"><x:c r="Q420000"><x:v>1</x:v></x:c></x:row>', 420_000, 17, 1),
        ("<row a='1'/><row><c/><c><v>1</v></c></row>", 2, 2, 1),
        ('<row r="1"><c s="1" r="AAA7"><v>1</v></c></row>', 7, 703, 1),
    ],
)
def test_far_cells_are_measured(cells_of_sheet: str, rows: int, columns: int, filled: int) -> None:
    """By the cells that have a value, however the XML is written."""
    xml = f"<worksheet><sheetData>{cells_of_sheet}</sheetData></worksheet>".encode()
    seen = scan(xml, len(xml))
    assert (seen.rows, seen.columns, seen.filled) == (rows, columns, filled)


@pytest.mark.parametrize(
    ("last", "rows", "columns"),
    [
        ("AZ99999", 99_999, 52),
        ("BA9999", 9_999, 702),
        ("Z399999", 399_999, 26),
        ("K1048576", 1_049_999, 11),
        ("L400000", 400_000, 12),
        ("BA10000", 10_000, 53),
    ],
)
def test_near_cells_are_not_measured(last: str, rows: int, columns: int) -> None:
    """Most sheets are let through at a glance, by a shape that they are within."""
    xml = f'<worksheet><sheetData><c r="A1"/><c r="{last}"><v>1</v></c></sheetData>'.encode()
    seen = scan(xml, len(xml))
    assert (seen.rows, seen.columns) == (rows, columns)
    assert seen.rows * seen.columns <= MOST_CELLS
    assert (seen.filled is None) == (last[0] not in "L" and last != "BA10000")
