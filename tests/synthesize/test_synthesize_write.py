"""Lists as files: what a cell holds in a workbook, a CSV file and a Parquet file."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from sightline.kit.problems import UserError
from sightline.synthesize import write
from sightline.synthesize.printed import Printed
from sightline.synthesize.world import World
from sightline.synthesize.write import write_csvs, write_parquets, write_workbook

CONTACT = {
    "child_id": "0012",
    "gender": "F",
    "ethnicity": "WBRI",
    "date_of_birth": date(2015, 3, 4),
    "age": 11,
    "contact_date": date(2026, 9, 1),
    "contact_source": "6",
}
ROWS = {"contacts": [CONTACT, {**CONTACT, "age": Printed("eleven"), "gender": None}]}


def test_a_workbook(tmp_path: Path) -> None:
    """Codes printed, real dates, numbers, text as it stands, blanks, a sheet for every list."""
    book = CalamineWorkbook.from_path(str(write_workbook(ROWS, "annex_a", tmp_path / "a.xlsx")))
    assert book.sheet_names == [f"List {number}" for number in range(1, 12)]
    head, first, second = book.get_sheet_by_name("List 1").to_python()
    assert head[0] == "Child Unique ID"
    assert first == [
        *("0012", "b) Female", "a) WBRI", date(2015, 3, 4), 11.0, date(2026, 9, 1)),
        "q) 6: Police",
    ]
    assert second[1] == ""
    assert second[4] == "eleven"
    assert len(book.get_sheet_by_name("List 8").to_python()) == 1


def test_csv_files(tmp_path: Path) -> None:
    """Dates as in England, and as in ISO for the SSD, whose codes stand bare."""
    write_csvs(ROWS, "annex_a", tmp_path / "a")
    with (tmp_path / "a" / "contacts.csv").open(encoding="utf-8", newline="") as file:
        _, first, second = csv.reader(file)
    assert first[1:7] == ["b) Female", "a) WBRI", "04/03/2015", "11", "01/09/2026", "q) 6: Police"]
    assert second[1] == ""
    assert second[4] == "eleven"
    contact = {"cont_contact_id": "C1", "cont_contact_date": date(2026, 9, 1)}
    contact["cont_contact_source_code"] = "6"
    write_csvs({"ssd_contacts": [contact]}, "ssd", tmp_path / "s")
    with (tmp_path / "s" / "ssd_contacts.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["cont_contact_date"] == "2026-09-01"
    assert row["cont_contact_source_code"] == "6"


def test_moments_have_a_time_of_day(tmp_path: Path) -> None:
    """In the local lists."""
    missing = {"child_id": "1", "went_missing_at": datetime(2026, 9, 1, 18, 5)}
    write_csvs({"return_interviews": [missing]}, "local", tmp_path)
    with (tmp_path / "return_interviews.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["Went missing (date and time)"] == "01/09/2026 18:05"


def test_parquet_files(tmp_path: Path) -> None:
    """Typed, and text where something is printed as it stands."""
    write_parquets(ROWS, "annex_a", tmp_path)
    table = pq.read_table(tmp_path / "contacts.parquet")
    assert table["Date of Contact"].to_pylist() == [date(2026, 9, 1)] * 2
    assert table["Age of Child (Years)"].to_pylist() == ["11", "eleven"]
    assert str(table.schema.field("Date of Birth").type) == "date32[day]"
    assert pq.read_table(tmp_path / "referrals.parquet").num_rows == 0


def test_a_list_that_is_too_long_for_a_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is refused, with what to do instead."""
    monkeypatch.setattr(write, "EXCEL_ROWS", 1)
    with pytest.raises(UserError, match=r"Contacts has 2 rows.*write CSV files instead"):
        write_workbook(ROWS, "annex_a", tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize("key", ["annex_a", "ssd", "local"])
def test_the_intake_finds_nothing_wrong(made: World, until: date, tmp_path: Path, key: str) -> None:
    """Not even something to be looked at."""
    checking = pytest.importorskip("sightline.intake.checking")
    from sightline.synthesize.annex_a import annex_a_rows
    from sightline.synthesize.local import local_rows
    from sightline.synthesize.ssd import ssd_rows

    make = {"annex_a": annex_a_rows, "ssd": ssd_rows, "local": local_rows}[key]
    write_csvs(make(made, until), key, tmp_path)
    checked = checking.check_files(sorted(tmp_path.glob("*.csv")), until, [key], (made.authority,))
    assert checked.issues.to_pylist()[:3] == []
