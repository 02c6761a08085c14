"""A made-up authority breaks no rule, is loaded month after month, and keeps all its rows."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.intake.checking import check_files
from sightline.intake.loading import keep
from sightline.intake.store import Store
from sightline.synthesize.annex_a import annex_a_rows
from sightline.synthesize.local import local_rows
from sightline.synthesize.ssd import ssd_rows
from sightline.synthesize.world import world
from sightline.synthesize.write import write_csvs, write_workbook

LAST, BEFORE = date(2026, 10, 31), date(2026, 9, 30)


@pytest.fixture(scope="module")
def made():
    """Six hundred children in the lists."""
    return world(600, LAST, 11)


@pytest.mark.parametrize("rows_of", [annex_a_rows, ssd_rows, local_rows])
def test_clean_lists_have_no_issues_and_all_their_rows(made, tmp_path, rows_of):
    """Queries and information included: a check that fires here fires for nothing."""
    key = rows_of.__name__.removesuffix("_rows")
    rows = rows_of(made, LAST)
    if key == "annex_a":
        files = [write_workbook(rows, key, tmp_path / "a.xlsx")]
    else:
        files = sorted(write_csvs(rows, key, tmp_path / key).iterdir())
    checked = check_files(files, LAST)
    assert checked.issues.to_pylist() == []
    assert {name: len(one.rows) for name, one in checked.lists.items()} == {
        name: len(given) for name, given in rows.items()
    }
    assert not [
        s for s in checked.not_checked if s.reason != "it is not said whose lists these are"
    ]


def test_two_months_are_loaded_and_reconciled(made, tmp_path):
    """Nobody vanishes between two months; the files of a load are kept and verified."""
    store = Store(tmp_path / "snapshots")
    for day in (BEFORE, LAST):
        book = write_workbook(annex_a_rows(made, day), "annex_a", tmp_path / f"{day}.xlsx")
        kept = keep(store, check_files([book], day, own_names=(made.authority,)), made.authority)
    assert len(kept.sentences) == 4
    assert kept.sentences[0].endswith("are no longer open.")
    assert len(store.open(kept.saved.id).issues()) == 0
    assert store.verify() == []
    again = keep(store, check_files([book], LAST, own_names=(made.authority,)), made.authority)
    assert (again.saved.id, again.saved.new) == (kept.saved.id, False)
