"""Sample files made by others: every list found, every row kept, the other Annex A refused."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sightline.intake.checking import Checked, check_files

SAMPLES = Path(__file__).parents[2].parent / "shared" / "corpus" / "samples"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample files are not here"),
]
# Counted by eye in the workbooks, the row of headings and titles left out.
ROWS = {
    "annex_a_2021.xlsx": [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5],
    "annex_a_official_layout.xls": [1, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0],
}


def checked(name: str, day: date = date(2021, 3, 16)) -> Checked:
    """A sample, checked."""
    return check_files([SAMPLES / name], day)


@pytest.mark.parametrize("name", ROWS)
def test_every_list_and_column_is_found_and_every_row_is_kept(name):
    """Headings in the first row, or under a title in the second; no column left over."""
    found = checked(name)
    assert [len(one.rows) for one in found.lists.values()] == ROWS[name]
    for one in found.summary():
        assert one["columns_unknown"] == []
        later = 4 if one["list"] == "care_leavers" else 0  # columns that came after 2019
        assert len(one["columns_missing"]) == later


def test_issues_are_those_that_were_found_by_other_means():
    """Counts of rules, as the design's own probe of this sample gives them."""
    rules = Counter(checked("annex_a_2021.xlsx").issues["rule"].to_pylist())
    probe = {"X01": 7, "X02": 5, "X08": 3, "X09": 3, "F02": 6, "F10": 4, "F01": 7, "W20": 2}
    assert {key: rules[key] for key in probe} == probe


def test_the_annex_a_of_the_other_inspection_is_refused_by_name():
    """Both sheets, and nothing is loaded."""
    found = checked("send_annex_a.xlsx")
    assert found.exit_code == 2
    assert set(found.issues["rule"].to_pylist()) == {"S07"}
    assert "area SEND inspection" in found.issues["message"][0].as_py()


def test_the_workforce_census_is_a_local_list():
    """XML: each worker a row."""
    found = checked("workforce_census_2022.xml", date(2022, 9, 30))
    assert {key: len(one.rows) for key, one in found.lists.items()} == {"workforce": 30}
