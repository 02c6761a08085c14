"""The report on practice as a workbook: what each sheet holds, to whom, and whether Excel opens it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from practice_report import HOSTILE, TEAMS, indicator, report, share, step
from python_calamine import CalamineWorkbook

from sightline.packs.practice import xlsx_table
from sightline.packs.practice.model import MODES, SHARING, WORKING, Report
from sightline.packs.practice.write_xlsx import sheets, write_xlsx

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHILDREN_ONLY = {"Overdue", "Due", "Signals by child", "Children"}
Rows = list[list[Any]]


def written(told: Report, folder: Path) -> dict[str, Rows]:
    """Every sheet of the workbook, read back."""
    path = folder / "report.xlsx"
    write_xlsx(told, path)
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.fixture(scope="module")
def working(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    """The working copy."""
    return written(report(), tmp_path_factory.mktemp("working"))


@pytest.fixture(scope="module")
def sharing(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    """The copy for sharing."""
    return written(report(SHARING), tmp_path_factory.mktemp("sharing"))


def row(rows: Rows, place: int = 0) -> dict[str, Any]:
    """A row of a sheet's table, by its headings."""
    return dict(zip(rows[3], rows[4 + place]))


def parts(folder: Path, told: Report | None = None) -> dict[str, ElementTree.Element]:
    """Every XML part of the workbook, parsed: what Excel would refuse is refused here."""
    path = folder / "report.xlsx"
    write_xlsx(told or report(), path)
    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if n.endswith((".xml", ".rels"))]
        return {name: ElementTree.fromstring(archive.read(name)) for name in names}


def test_the_order_of_the_sheets(working: dict[str, Rows]) -> None:
    assert list(working) == [
        "Cover", "Notes", "What stands out", "Measures", "By team", "By other groups", "Over time",
        "Deadlines", "Deadlines by team", "Overdue", "Due", "Signals", "Signals by child", "Waits",
        "Teams", "How much is teams", "Before and after", "Compared", "Children", "Definitions",
        "No figure",
    ]  # fmt: skip


def test_a_measure_has_its_percentage_beside_its_numbers(working: dict[str, Rows]) -> None:
    told = row(working["Measures"])
    assert (told["Measure"], told["Numerator"], told["Denominator"]) == ("AS02", 110, 155)
    assert told["Percentage"] == pytest.approx(110 / 155)
    assert told["Value"] == "z"
    assert (told["From"], told["To"]) == (date(2026, 4, 30), date(2026, 10, 31))
    assert told["Which way is better"] == "higher is better"


def test_teams_are_by_name_with_what_chance_explains(working: dict[str, Rows]) -> None:
    names = [line[2] for line in working["Teams"][4:]]
    assert names == sorted(f.group for f in TEAMS)
    told = {line[2]: dict(zip(working["Teams"][3], line)) for line in working["Teams"][4:]}
    assert told["Northfield"]["Percentage"] == pytest.approx(20 / 50)
    assert told["Northfield"]["Verdict"] == "unusually low"
    assert told[HOSTILE]["Verdict"] == "too few to tell"


def test_what_is_overdue_says_since_when_and_where_from(working: dict[str, Rows]) -> None:
    told = row(working["Overdue"])
    assert (told["Child"], told["Days overdue"]) == ("CH0001", 30)
    assert told["Due"] == date(2026, 10, 1)  # 30 days before 31 October
    assert (told["File"], told["Sheet"], told["Row"]) == ("a.xlsx", "List 4", 12)
    assert "longest overdue first" in working["Overdue"][0][0]
    assert row(working["Due"])["Days left"] == 5


def test_every_child_behind_a_measure_is_there(working: dict[str, Rows]) -> None:
    assert len(working["Children"]) == 4 + 60
    assert row(working["Children"], 59)["Child"] == "CH0059"
    assert row(working["Children"])["Rests on"] == "Started on: 2 March 2026; Child seen: yes"


def test_a_tally_has_its_share(working: dict[str, Rows]) -> None:
    told = row(working["Deadlines"])
    assert (told["Done on time"], told["Judged"], told["Overdue"]) == (41, 52, 11)
    assert told["Percentage on time"] == pytest.approx(41 / 52)
    assert told["Longest overdue, days"] == 30


def test_published_figures_have_their_year_and_what_differs(working: dict[str, Rows]) -> None:
    rows = [dict(zip(working["Compared"][3], line)) for line in working["Compared"][4:]]
    assert [r["Published value"] for r in rows] == [81.0, 85.0, 84.0, 83.0]
    assert (rows[0]["Rank"], rows[0]["Of"], rows[0]["Quartile band"]) == (30, 151, "C")
    assert rows[0]["Means the same"] == "no"
    assert rows[1]["Rank"] == "z"


def test_the_mode_and_the_day_are_on_every_sheet(
    working: dict[str, Rows], sharing: dict[str, Rows]
) -> None:
    for book, mode in ((working, WORKING), (sharing, SHARING)):
        heads = {rows[1][0] for rows in book.values()}
        assert heads == {f"Fernshire, data as at 31 October 2026. {MODES[mode]}"}


def test_what_is_shared_names_no_child_and_no_worker(sharing: dict[str, Rows]) -> None:
    assert not CHILDREN_ONLY & set(sharing)
    cells = " ".join(str(cell) for rows in sharing.values() for line in rows for cell in line)
    assert not re.search(r"CH\d{4}|Rowan Ashdown", cells)
    assert "Rows loaded" not in cells


def test_what_is_shared_hides_the_longest_wait_and_who_arrived(
    working: dict[str, Rows], sharing: dict[str, Rows]
) -> None:
    told, shared = row(working["Waits"]), row(sharing["Waits"])
    assert (told["Set out"], told["Arrived"], told["Longest wait now, days"]) == (40, 30, 60)
    assert (shared["Arrived"], shared["Longest wait now, days"]) == ("c", "c")
    assert "60 days" not in shared["In a sentence"]


def test_a_hidden_figure_is_a_letter(tmp_path: Path) -> None:
    hidden = replace(share(3, 20), hidden=True, numerator=None, denominator=None, value=None)
    few = replace(share(8, 9), value=None)
    one = replace(indicator(), figures=(hidden, replace(few, category="Few")))
    book = written(report(SHARING, one), tmp_path)
    told = row(book["Measures"])
    assert [told[n] for n in ("Numerator", "Denominator", "Percentage", "Not judged")] == ["c"] * 4
    assert [row(book["Measures"], 1)[n] for n in ("Numerator", "Percentage")] == [8, "u"]


@pytest.mark.parametrize("name", ["=1+1", "+44", "-5", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_text_is_never_a_formula(name: str, tmp_path: Path) -> None:
    odd = report(overdue=(replace(step("CH0001", 30), team=name, worker="https://example.org"),))
    assert row(written(odd, tmp_path)["Overdue"])["Team"] == name
    made = parts(tmp_path, odd)
    pages = [page for part, page in made.items() if part.startswith("xl/worksheets/sheet")]
    assert pages
    assert not [cell for page in pages for cell in page.iter(f"{MAIN}f")]
    links = [link for page in pages for link in page.iter(f"{MAIN}hyperlink")]
    assert links
    assert all(link.get("location") for link in links)


def test_odd_text_is_kept_as_far_as_a_cell_can_hold_it(tmp_path: Path) -> None:
    odd = replace(
        step("CH\x00\x0b1", 30),
        team="A\u00a0B \ud800C",
        worker="x" * 40_000,
        since=date(1066, 10, 14),
    )
    told = row(written(report(overdue=(odd,)), tmp_path)["Overdue"])
    assert (told["Child"], told["Team"], told["Since"]) == ("CH 1", "A B C", "14 October 1066")
    assert len(told["Worker"]) == 32_767


def test_one_marked_up_table_on_each_sheet(tmp_path: Path) -> None:
    made = parts(tmp_path)
    tables = [part for name, part in made.items() if name.startswith("xl/tables/")]
    pages = [part for name, part in made.items() if name.startswith("xl/worksheets/sheet")]
    assert len(tables) == len(pages) == 21
    names = [table.get("name") for table in tables]
    assert len(set(names)) == len(names)
    assert not [page for page in pages if page.find(f"{MAIN}mergeCells") is not None]
    assert all(page.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane") is not None
               for page in pages)  # fmt: skip
    for table in tables:
        headings = [c.get("name") for c in table.iter(f"{MAIN}tableColumn")]
        assert len(set(headings)) == len(headings)
    described = [ElementTree.tostring(table, encoding="unicode") for table in tables]
    assert all("altTextSummary" in text for text in described)


def test_a_table_covers_exactly_its_rows(tmp_path: Path, working: dict[str, Rows]) -> None:
    made = parts(tmp_path)
    for number, (name, rows) in enumerate(working.items(), 1):
        table = made[f"xl/tables/table{number}.xml"]
        assert table.get("ref", "").startswith("A4:"), name
        assert table.get("ref", "").rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(
            len(rows)
        )
        assert all(any(cell not in ("", None) for cell in line) for line in rows), name


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    core = ElementTree.tostring(parts(tmp_path)["docProps/core.xml"], encoding="unicode")
    assert "Fernshire: practice" in core
    assert "2026-11-03T00:00:00Z" in core  # the day that the report was made, and no clock


def test_the_contents_count_the_rows(working: dict[str, Rows]) -> None:
    said = {line[0]: line[2] for line in working["Cover"][4:]}
    assert list(said) == list(working)[1:]
    assert said == {name: len(rows) - 4 for name, rows in working.items() if name != "Cover"}


def test_nothing_to_show_is_said(tmp_path: Path) -> None:
    book = written(report(overdue=(), lacking=()), tmp_path)
    assert book["Overdue"][3][0] == "Nothing is overdue."
    assert book["No figure"][3][0] == "Every measure has a figure."


def test_more_rows_than_a_sheet_holds_go_on_on_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_table, "MOST_ROWS", 25)
    book = written(report(), tmp_path)
    lengths = {name: len(rows) - 4 for name, rows in book.items() if name.startswith("Children")}
    assert lengths == {"Children 1": 25, "Children 2": 25, "Children 3": 10}


def test_the_same_report_is_the_same_file(tmp_path: Path) -> None:
    first, again, other = (tmp_path / name for name in ("a.xlsx", "b.xlsx", "c.xlsx"))
    write_xlsx(report(), first)
    write_xlsx(report(), again)
    write_xlsx(report(SHARING), other)
    assert first.read_bytes() == again.read_bytes()
    assert first.read_bytes() != other.read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx", "c.xlsx"]


def test_no_row_is_longer_than_its_headings() -> None:
    for sheet in sheets(report()):
        assert {len(line) for line in sheet.rows} <= {len(sheet.headings)}, sheet.name
