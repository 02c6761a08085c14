"""How single columns are read: numbers with a least, and texts that are plain or not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_grids import AS_AT, headings, workbook

from sightline.intake.cells import Cells
from sightline.intake.checking import check_files
from sightline.intake.reading.column import read_column
from sightline.intake.reading.values import Read, Setting, read_texts
from sightline.intake.reading.words import _plain, _reader
from sightline.standards import standard
from sightline.standards.columns import Column

SETTING = Setting(standard("annex_a"), date(2026, 10, 31), False)


def column(key: str, name: str, standard_key: str = "annex_a") -> Column:
    """A declared column."""
    return standard(standard_key).by_key(key).column(name)


def read(found: Column, **cells: list[Any]) -> Read:
    """Cells as they would be read in that column."""
    kinds = {"text": pa.string(), "numbers": pa.float64()}
    made = {kind: pa.array(given, kinds[kind]) for kind, given in cells.items()}
    return read_column(Cells(len(next(iter(made.values()))), **made), found, SETTING)


def marked(found: Read) -> dict[str, list[int]]:
    """The rows that each rule marks, from 0."""
    return {mark.rule: mark.rows.to_pylist() for mark in found.marks}


def test_a_number_below_a_least_above_nought_is_kept():
    """One placement is the least there can be: nought is a number, and less than nought is none."""
    found = read(column("children_in_care", "placements_last_12_months"), numbers=[0, 1, -1, 2.5])
    assert found.values.to_pylist() == [0, 1, None, None]
    assert marked(found) == {"F07": [2, 3]}


def test_a_least_below_nought_is_kept_to():
    """The age of an unborn child is -1."""
    found = read(column("contacts", "age"), numbers=[-1, -2, 3])
    assert found.values.to_pylist() == [-1, None, 3]
    assert marked(found) == {"F07": [1]}


def test_a_child_in_care_with_no_placement(tmp_path):
    """The row says that the present placement was left out; the number is one that can be read."""
    row = {"Child Unique ID": "A1", "Number of Placements in the Last 12 months": 0}
    printed = headings("children_in_care")
    assert set(row) <= {name.strip() for name in printed}
    sheet = [printed, [row.get(name.strip(), "") for name in printed]]
    checked = check_files([workbook(tmp_path / "a.xlsx", {"List 8": sheet})], AS_AT)
    told = {(one["rule"], one["row"], one["column"]) for one in checked.issues.to_pylist()}
    assert ("W27", 2, "Number of Placements in the Last 12 months") in told
    assert "F07" not in {rule for rule, _, _ in told}
    rows = checked.tables["annex_a.children_in_care"]
    assert rows["placements_last_12_months"].to_pylist() == [0]


def test_identifiers_that_are_plain_and_others_beside_them():
    """Read in one go or text by text, each stands in its own row."""
    texts = ["A1", None, " A2 ", "9212045.0", "NULL", "A 3", "A4\xa0", "", "x" * 21, "B.5"]
    found = read(column("contacts", "child_id"), text=texts)
    assert found.values.to_pylist() == [
        *("A1", None, "A2", "9212045", None, "A 3", "A4", None, "x" * 21, "B.5"),
    ]
    assert found.unread is None
    told = sorted((mark.rule, mark.severity, mark.rows.to_pylist()) for mark in found.marks)
    assert told == [("F08", "", [5, 8]), ("F08", "information", [3]), ("F12", "", [4])]


def test_words_that_are_plain_and_others_beside_them():
    """Blanks go, a placeholder is nothing, and letters of any language stay."""
    found = read(
        column("children_in_need", "allocated_worker"),
        text=["Ana Pyrwood", "Ana  Pyrwood", "n/a", "Zoë\tKell", "-", "\u2003"],
    )
    assert found.values.to_pylist() == ["Ana Pyrwood", "Ana Pyrwood", None, "Zoë Kell", None, None]
    assert marked(found) == {"F12": [2, 4]}


def test_json_is_never_taken_as_plain_words():
    """A column of JSON holds plain letters too, and they are still read as JSON."""
    found = read(
        column("ssd_assessment_factors", "cinf_assessment_factors_json", "ssd"),
        text=['{"a":1}', "abc"],
    )
    assert found.values.to_pylist() == ['{"a":1}', None]
    assert marked(found) == {"F15": [1]}


COLUMNS = [
    column("contacts", "child_id"),
    column("adoption", "family_id"),
    column("children_in_care", "placement_postcode"),
    column("children_in_care", "allocated_team"),
]
LETTERS = st.sampled_from(
    ["A", "z", "0", "7", ".", " ", "-", "/", "\\", "_", "\t", "\xa0", "é", "٣"]
)
TEXTS = st.one_of(
    st.text(LETTERS, max_size=24),
    st.sampled_from(["NULL", "null ", "#N/A", "N/A", "-", "12.0", "12.00", "1.0.0", "ZZ1 2AB"]),
)


@pytest.mark.parametrize("found", COLUMNS, ids=lambda one: one.name)
@given(texts=st.lists(st.none() | TEXTS, max_size=12))
def test_plain_or_not_makes_no_difference(found: Column, texts: list[str | None]) -> None:
    """What is told to be plain is what reading it text by text would give."""
    cells, reader = pa.array(texts, pa.string()), _reader(found, SETTING)
    plain = _plain(found, SETTING)
    assert plain is not None
    values, hows, unread = read_texts(cells, pa.string(), reader, plain)
    slowly, slow_hows, slow_unread = read_texts(cells, pa.string(), reader)
    assert values.to_pylist() == slowly.to_pylist()
    assert {how: rows.to_pylist() for how, rows in hows.items()} == {
        how: rows.to_pylist() for how, rows in slow_hows.items()
    }
    assert (unread is None) == (slow_unread is None)
