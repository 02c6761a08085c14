"""Text files are read whole: their encoding, their delimiter, and rows that are not alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.intake.cells import Cells, Opened
from sightline.intake.readers import open_file
from sightline.intake.readers.encodings import encoding_of


def read(folder: Path, content: bytes, name: str = "contacts.csv") -> Opened:
    path = folder / name
    path.write_bytes(content)
    return open_file(path)


def texts(columns: list[Cells]) -> list[list[str | None]]:
    return [[None] * c.length if c.text is None else c.text.to_pylist() for c in columns]


def codes(opened: Opened) -> list[str]:
    return [p.code for p in opened.problems] + [p.code for s in opened.sheets for p in s.problems]


def test_rows_keep_their_numbers(tmp_path: Path) -> None:
    """A title, a blank line and a line break in a cell: each row is where the file has it."""
    opened = read(tmp_path, b'Contacts\n\nid,note\nA1,"one\ntwo"\nA2,\n')
    (sheet,) = opened.sheets
    assert (sheet.file, sheet.name, sheet.length, sheet.headed) == (
        "contacts.csv",
        "contacts",
        5,
        False,
    )
    assert sheet.top(3) == [["Contacts", ""], ["", ""], ["id", "note"]]
    assert texts(sheet.columns(3)) == [["A1", "A2"], ["one\ntwo", None]]
    assert codes(opened) == []


def test_nothing_is_taken_for_a_number_or_a_blank(tmp_path: Path) -> None:
    """Codes with noughts in front, NA and NULL stay as they are written."""
    (sheet,) = read(tmp_path, b"a,b\n007,NA\n1e5,NULL\n").sheets
    assert texts(sheet.columns(1)) == [["007", "1e5"], ["NA", "NULL"]]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_first_rows(tmp_path: Path, mark: str) -> None:
    """Whatever stands in the cells."""
    rows = [["child", "words, of; a|kind"], ["A1", "x"], ["A2", "y, z"], ["A3", "v, w"]]
    lines = [mark.join(f'"{cell}"' for cell in row) for row in rows]
    (sheet,) = read(tmp_path, "\n".join(lines).encode()).sheets
    assert texts(sheet.columns(1)) == [["A1", "A2", "A3"], ["x", "y, z", "v, w"]]


def test_a_stated_delimiter_is_used(tmp_path: Path) -> None:
    """Excel's own line keeps its row."""
    (sheet,) = read(tmp_path, b"sep=;\nid;size\nA1;1,5\n").sheets
    assert texts(sheet.columns(2)) == [["A1"], ["1,5"]]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    """With a mark or without."""
    opened = read(tmp_path, "id,name\nA1,Zoë Şahin\n".encode(encoding))
    assert texts(opened.sheets[0].columns(0)) == [["id", "A1"], ["name", "Zoë Şahin"]]
    assert codes(opened) == []


def test_windows_1252_is_read_and_told(tmp_path: Path) -> None:
    """Only in the lines that are not UTF-8: files are joined from several."""
    opened = read(tmp_path, b"id,name\nA1,Zo\xeb\n" + "A2,Zoë\n".encode())
    assert texts(opened.sheets[0].columns(1)) == [["A1", "A2"], ["Zoë", "Zoë"]]
    (problem,) = opened.sheets[0].problems
    assert problem.code == "S15"
    assert "contacts.csv" in problem.message
    assert "line 2)" in problem.message


def test_ragged_rows_are_kept(tmp_path: Path) -> None:
    """More cells go to columns of their own, fewer are blank; both are told by row."""
    opened = read(tmp_path, b"id,sex\nA1,F\nA2,M,extra\nA3\nA4,F\n")
    (sheet,) = opened.sheets
    assert texts(sheet.columns(1)) == [
        ["A1", "A2", "A3", "A4"],
        ["F", "M", None, "F"],
        [None, "extra", None, None],
    ]
    assert [p.code for p in sheet.problems] == ["S16", "S16"]
    assert "more cells than the 2" in sheet.problems[0].message
    assert "row 3." in sheet.problems[0].message
    assert "fewer cells than the 2" in sheet.problems[1].message
    assert "row 4." in sheet.problems[1].message


def test_a_title_is_not_a_ragged_row(tmp_path: Path) -> None:
    """What is above the data is not told."""
    opened = read(tmp_path, b"List 1\nid,sex\nA1,F\nA2,M\n")
    opened.sheets[0].columns(2)
    assert codes(opened) == []


def test_an_open_quotation_mark_swallows_nothing(tmp_path: Path) -> None:
    """The rows after it are kept."""
    opened = read(tmp_path, b'id,note\nA1,x\nA2,"y\nA3,z\n')
    (sheet,) = opened.sheets
    assert texts(sheet.columns(1)) == [["A1", "A2", "A3"], ["x", '"y', "z"]]
    assert codes(opened) == ["S16"]
    assert "row 3" in sheet.problems[0].message


def test_nul_bytes_are_left_out_and_told(tmp_path: Path) -> None:
    """With the line of the first."""
    opened = read(tmp_path, b"id,name\nA1,Z\0oe\nA2,Al\n")
    assert texts(opened.sheets[0].columns(1)) == [["A1", "A2"], ["Zoe", "Al"]]
    assert codes(opened) == ["S12"]
    assert "line 2" in opened.sheets[0].problems[0].message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n\n", "empty"),
        (b"%PDF-1.7\n...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"<!DOCTYPE html><html><body><table></table></body></html>", "a web page"),
        (b"\n<html xmlns:x='urn:x'><table><tr><td>1</td></tr></table></html>", "a web page"),
        (b'[{"id": 1}]', "a JSON file"),
        (b"\x00\x01\x02\x03" * 400, "a kind that is not known"),
        (b"PK\x03\x04 cut short", "cut short"),
        (b"\x1f\x8b\x08\x00", "a packed file"),
        (b"PAR1 and no more", "no whole Parquet file"),
        (b"<rows><row><id>1</id>", "XML is broken"),
    ],
)
def test_what_is_no_table_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    """By its content, whatever its name; with something to do about it."""
    opened = read(tmp_path, content, "list.xlsx")
    (problem,) = opened.problems
    assert (problem.code, list(opened.sheets)) == ("S11", [])
    assert problem.message.startswith("list.xlsx ")
    assert words in problem.message
    assert problem.remedy


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    """And a folder too."""
    assert codes(open_file(tmp_path / "gone.csv")) == ["S11"]
    assert codes(open_file(tmp_path)) == ["S11"]


def test_random_bytes_never_raise(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever comes, it is rows or a problem."""
    folder = tmp_path_factory.mktemp("random")

    @settings(max_examples=150, deadline=None)
    @given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
    def check(content: bytes) -> None:
        opened = read(folder, content)
        assert bool(opened.sheets) != any(p.code == "S11" for p in opened.problems)
        for sheet in opened.sheets:
            assert all(column.length == sheet.length for column in sheet.columns(0))

    check()


@given(st.text(alphabet="abc,;|\t é'", min_size=0, max_size=12), st.integers(2, 5))
@settings(max_examples=60, deadline=None)
def test_every_cell_comes_back(cell: str, width: int) -> None:
    """Text with any delimiter in it, in quotation marks."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        row = ",".join([f'"{cell}"'] * width)
        head = ",".join(f"h{i}" for i in range(width))
        opened = read(Path(folder), f"{head}\n{row}\n{row}\n".encode())
        assert texts(opened.sheets[0].columns(1)) == [[cell or None] * 2] * width


def test_short_text_is_not_taken_for_two_bytes_to_the_letter() -> None:
    """Only NULs tell that."""
    assert encoding_of(b"a,b\n") == "utf-8"
    assert encoding_of("id,a\n".encode("utf-16-be")) == "utf-16-be"
