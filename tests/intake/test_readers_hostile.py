"""Hostile and broken workbooks give a named problem, and take little memory and time."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from reader_files import text_cell, write_ods, write_xlsx

from sightline.intake.readers import open_file
from sightline.intake.readers.apart import read_apart
from sightline.intake.readers.guard import Examined
from sightline.intake.readers.parts import Parts, PartTooLargeError
from sightline.intake.readers.refused import RefusedError

GOOD = f'<row r="1">{text_cell("A1", "x")}</row>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "ha">'
    '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
)
# Reads a file as a person would and prints how it ended, seconds, and the most memory in MB.
MEASURE = """
import resource, sys, time
from pathlib import Path
from sightline.intake.readers import open_file
began = time.monotonic()
opened = open_file(Path(sys.argv[1]))
for sheet in opened.sheets:
    sheet.top(50)
    sheet.columns(1)
codes = [p.code for p in opened.problems] + [p.code for s in opened.sheets for p in s.problems]
# What this process held at most since it began. ru_maxrss would count what its parent held too.
mine = next(int(l.split()[1]) for l in open("/proc/self/status") if l.startswith("VmHWM"))
most = max(mine, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(",".join(codes) or "none", sum(s.length for s in opened.sheets), time.monotonic() - began, most // 1024)
"""


def measured(path: Path) -> tuple[str, int]:
    """The codes and the rows of a file; that it took under 60 seconds and 1 GB is asserted."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True
    )
    codes, rows, seconds, megabytes = done.stdout.split()
    assert float(seconds) < 60
    assert int(megabytes) < 1000
    return codes, int(rows)


def codes(path: Path) -> list[str]:
    return [p.code for p in open_file(path).problems]


def test_one_far_cell_loses_only_its_sheet(tmp_path: Path) -> None:
    """The last cell that Excel has."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        far = book.add_worksheet("far")
        far.write(0, 0, "id")
        far.write(1048575, 16383, "x")
        book.add_worksheet("near").write(0, 0, "id")
    opened = open_file(tmp_path / "a.xlsx")
    assert [s.name for s in opened.sheets] == ["near"]
    (problem,) = opened.problems
    assert problem.code == "S14"
    assert "a.xlsx, sheet far," in problem.message
    assert "row 1,048,576 and column XFD" in problem.message
    assert "Delete the empty rows and columns" in problem.remedy


@pytest.mark.parametrize(
    "row",
    [
        "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r="1"><c r="AAAAAAA1"><v>1</v></c></row>',
        '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>',
        '<row r="1"><c r="ALM900000"><v>1</v></c></row>',
    ],
)
def test_far_cells_however_they_are_written(tmp_path: Path, row: str) -> None:
    """With apostrophes, beyond what Excel has."""
    assert codes(write_xlsx(tmp_path / "a.xlsx", {"S": GOOD + row})) == ["S14"]


def test_far_blank_cells_are_no_problem(tmp_path: Path) -> None:
    """A format alone is not a cell."""
    path = write_xlsx(tmp_path / "a.xlsx", {"S": GOOD + '<row r="9"><c r="XFD9" s="1"/></row>'})
    (sheet,) = open_file(path).sheets
    assert (sheet.length, codes(path)) == (1, [])


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_entities_are_refused(tmp_path: Path, part: str) -> None:
    """In any part that would be read."""
    path = write_xlsx(tmp_path / "a.xlsx", {"S": GOOD}, {part: f"{LAUGHS}<worksheet/>"})
    (problem,) = open_file(path).problems
    assert (problem.code, "entity declaration" in problem.message) == ("S11", True)


def test_a_locked_workbook_says_so(tmp_path: Path) -> None:
    """Excel keeps it in an older kind of file, in a part with this name."""
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
    (tmp_path / "a.xlsx").write_bytes(content + "EncryptedPackage\0".encode("utf-16-le"))
    (problem,) = open_file(tmp_path / "a.xlsx").problems
    assert (problem.code, "password" in problem.message) == ("S11", True)


def test_a_broken_older_workbook_breaks_nothing(tmp_path: Path) -> None:
    """The reader fails in a process of its own."""
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40
    (tmp_path / "a.xls").write_bytes(content + "Workbook\0".encode("utf-16-le"))
    (problem,) = open_file(tmp_path / "a.xls").problems
    assert problem.code in ("S11", "S13")
    assert problem.message.startswith("a.xls ")


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_says_so(tmp_path: Path, cut: float) -> None:
    """Wherever it was cut."""
    path = write_xlsx(tmp_path / "a.xlsx", {"S": GOOD * 50})
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * cut)])
    assert codes(path) == ["S11"]


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_workbook_never_raises(tmp_path: Path, seed: int) -> None:
    """Any byte may be wrong: there are sheets or a problem."""
    import random

    chance = random.Random(seed)
    path = write_xlsx(tmp_path / "a.xlsx", {"S": GOOD * 30, "T": GOOD})
    content = bytearray(path.read_bytes())
    for _ in range(8):
        content[chance.randrange(4, len(content))] = chance.randrange(256)
    path.write_bytes(content)
    opened = open_file(path)
    for sheet in opened.sheets:
        assert sheet.length == len(sheet.top(1_000_000))
        sheet.columns(0)
    assert opened.sheets or opened.problems


def test_other_zips_are_named(tmp_path: Path) -> None:
    """A document, and a zip of workbooks."""
    for name, words in (("word/document.xml", "a Word document"), ("list.csv", "a packed file")):
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
            archive.writestr(name, "x")
        (problem,) = open_file(tmp_path / "a.xlsx").problems
        assert (problem.code, words in problem.message) == ("S11", True)


def test_sizes_are_counted_not_believed(tmp_path: Path) -> None:
    """A zip that says its part is small, when it is not."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("part", b"0" * 100_000)
    size = (100_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (10).to_bytes(4, "little")))
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo("part").file_size == 10
    assert len(Parts(path).read("part", 100_000)) == 100_000
    with pytest.raises(PartTooLargeError):
        Parts(path).read("part", 99_999)


def test_repeated_cells_are_refused(tmp_path: Path) -> None:
    """An OpenDocument sheet can say a million million cells in a line."""
    cell = '<table:table-cell office:value-type="float" office:value="1"/>'
    row = f'<table:table-row table:number-rows-repeated="2000000000">{cell}</table:table-row>'
    assert codes(write_ods(tmp_path / "a.ods", row)) == ["S13"]


def test_a_slow_reader_is_stopped(tmp_path: Path) -> None:
    """After its time."""
    path = write_ods(tmp_path / "a.ods", "")
    with pytest.raises(RefusedError) as raised:
        read_apart(path, Examined(apart=True), seconds=0.001)
    assert raised.value.problem.code == "S13"


def _bomb(path: Path, part: str, megabytes: int) -> Path:
    write_xlsx(path, {"S": GOOD})
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open(part, "w", force_zip64=True) as file,
    ):
        for _ in range(megabytes):
            file.write(b"<si><t>" + b"0" * 1_000_000 + b"</t></si>")
    return path


@pytest.mark.slow
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/styles.xml"])
def test_a_zip_bomb_stays_small(tmp_path: Path, part: str) -> None:
    """It stops at the limit, however much is to come."""
    assert measured(_bomb(tmp_path / "a.xlsx", part, 400))[0] == "S13"


@pytest.mark.slow
def test_a_million_blank_rows(tmp_path: Path) -> None:
    """Formatted, and nothing in them."""
    blank = "".join(
        f'<row r="{i}"><c r="A{i}" s="1"/><c r="B{i}" s="1"/></row>' for i in range(2, 1_000_001)
    )
    assert measured(write_xlsx(tmp_path / "a.xlsx", {"S": GOOD + blank})) == ("none", 1)


@pytest.mark.slow
def test_a_grid_as_large_as_is_allowed(tmp_path: Path) -> None:
    """Twenty columns, 600,000 rows, and two cells."""
    row = f'<row r="600000">{text_cell("T600000", "x")}</row>'
    assert measured(write_xlsx(tmp_path / "a.xlsx", {"S": GOOD + row})) == ("none", 600_000)


@pytest.mark.slow
def test_millions_of_cells_are_read_or_refused(tmp_path: Path) -> None:
    """Four million of them, in a process of its own."""
    letters = "ABCDEFGHIJKLMNOPQRST"
    rows = (
        f'<row r="{i}">' + "".join(f'<c r="{c}{i}"><v>{i}</v></c>' for c in letters) + "</row>"
        for i in range(1, 200_001)
    )
    found, count = measured(write_xlsx(tmp_path / "a.xlsx", {"S": "".join(rows)}))
    assert (found, count) in [("none", 200_000), ("S13", 0)]


@pytest.mark.slow
def test_repeated_cells_within_the_limits_stay_small(tmp_path: Path) -> None:
    """Rows and columns that a sheet can have, and more cells than a reader can hold."""
    cell = (
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell>"
    )
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    assert measured(write_ods(tmp_path / "a.ods", row)) == ("S13", 0)


@pytest.mark.slow
def test_a_csv_of_millions_of_cells_stays_small(tmp_path: Path) -> None:
    """5.5 million, above what Excel can hold in rows."""
    line = "A{0},Female,a) WBRI,2015-04-{1:02},10,2026-03-02,Police,North,Worker {1},,\n"
    with (tmp_path / "a.csv").open("w", encoding="utf-8") as file:
        file.write("id,sex,ethnicity,born,age,on,source,team,worker,a,b\n")
        file.writelines(line.format(i, i % 28 + 1) for i in range(500_000))
    assert measured(tmp_path / "a.csv") == ("none", 500_001)
