"""Every planted error is found, and nothing else is reported."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest

from sightline.intake.checking import check_files
from sightline.tasks.synthesizing import synthesize

DAY = date(2026, 10, 31)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [7, 8])
def test_planted_errors_are_found_and_nothing_else(tmp_path, seed):
    """Two thousand children, two in a hundred rows for each kind of error: all, and no more."""
    book, told = tmp_path / "a.xlsx", tmp_path / "planted.json"
    list(synthesize("annex_a", 2000, DAY, seed, 0.02, None, (), str(book), str(told)))
    checked = check_files([book], DAY, own_names=("Fernshire",))
    names = ("rule", "list", "sheet", "row", "column")
    planted = json.loads(told.read_text(encoding="utf-8"))["planted"]
    wanted = Counter(tuple(one[n] for n in names) for one in planted)
    found = Counter(tuple(one[n] for n in names) for one in checked.issues.to_pylist())
    assert len(wanted) > 1000
    assert (wanted - found, found - wanted) == (Counter(), Counter())


def test_a_placeholder_is_not_a_code(tmp_path):
    """N/A is blank, and not N for No."""
    from intake_grids import contact, headings, workbook

    rows = [headings("contacts"), contact("A1", gender="N/A")]
    checked = check_files([workbook(tmp_path / "a.xlsx", {"List 1": rows})], DAY)
    assert checked.tables["annex_a.contacts"]["gender"].to_pylist() == [None]
