"""Rows are written as a table, CSV, JSON or JSON lines, and files appear whole."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from sightline.kit.output import opened, write

ROWS = [
    {"name": "A", "themes": ["planning", "visits"], "ready": True, "note": None},
    {"name": "=1+1", "themes": [], "ready": False, "note": "a, “b”\nc"},
]
COLUMNS = ["name", "themes", "ready", "note"]


def written(form: str) -> str:
    """The rows in one form."""
    file = io.StringIO()
    write(iter(ROWS), COLUMNS, form, file)
    return file.getvalue()


def test_csv_joins_lists_and_disarms_formulas() -> None:
    """Several values share a cell; a cell that a spreadsheet would run is quoted."""
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert rows[0] == {"name": "A", "themes": "planning; visits", "ready": "yes", "note": ""}
    assert rows[1]["name"] == "'=1+1"
    assert rows[1]["note"] == "a, “b”\nc"


def test_json_and_json_lines_hold_the_same() -> None:
    """Both give back what went in."""
    assert json.loads(written("json")) == ROWS
    assert [json.loads(line) for line in written("jsonl").splitlines()] == ROWS


def test_an_empty_list_is_still_json() -> None:
    """No rows, no error."""
    file = io.StringIO()
    write([], COLUMNS, "json", file)
    assert json.loads(file.getvalue()) == []


def test_a_table_has_a_head_and_fits() -> None:
    """Cells are on one line each."""
    head, rule, first, second = written("table").splitlines()
    assert head.split() == COLUMNS
    assert set(rule) == {"-", " "}
    assert "planning; visits" in first
    assert "a, “b” c" in second


def fail_half_way(target: Path) -> None:
    """Write a little, then fail."""
    with opened(str(target)) as file:
        file.write("half")
        raise RuntimeError("half way")


def test_a_file_appears_only_when_whole(tmp_path: Path) -> None:
    """Where writing fails half way there is no file at all."""
    target = tmp_path / "out.csv"
    with pytest.raises(RuntimeError, match="half way"):
        fail_half_way(target)
    assert list(tmp_path.iterdir()) == []
    with opened(str(target)) as file:
        file.write("whole")
    assert target.read_text() == "whole"
