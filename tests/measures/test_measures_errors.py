"""Rows with an error: from a snapshot, from files, in a pool, on every engine, to the children."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from sightline.engines import Engine, engine
from sightline.intake.checking import Checked, check_files
from sightline.intake.issues import SCHEMA
from sightline.intake.store import Snapshot, Store
from sightline.measures.children import MET, children
from sightline.measures.errors_found import ANNEX_A, SSD, errors_found, errors_of_pool
from sightline.measures.figures import figures
from sightline.measures.library import measures_named
from sightline.measures.opening import open_pool, open_snapshot, open_tables
from sightline.tasks.synthesizing import synthesize

AS_AT = date(2026, 10, 31)
QA06 = measures_named("QA06")
LISTS = ("annex_a.contacts", "annex_a.referrals", "ssd.ssd_person")


def issue(severity: str, key: str, row: int | None, file: str = "a.xlsx") -> dict[str, Any]:
    return {"severity": severity, "list": key, "file": file, "sheet": "List", "row": row}


def issues() -> pa.Table:
    rows = [
        issue("error", "contacts", 2),
        issue("error", "contacts", 2),
        issue("error", "referrals", 2),
        issue("error", "contacts", 2, "b.xlsx"),
        issue("query", "contacts", 3),
        issue("accepted", "contacts", 4),
        issue("blocked", "contacts", None),
        issue("error", "contacts", None),
        issue("error", "ssd_person", 9),
    ]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def test_a_row_with_several_errors_is_there_once() -> None:
    found = errors_found(issues, LISTS)
    rows = [(r["list"], r["_file"], r["_row"]) for r in found[ANNEX_A]().to_pylist()]
    assert sorted(rows) == [
        ("annex_a.contacts", "a.xlsx", 2),
        ("annex_a.contacts", "b.xlsx", 2),
        ("annex_a.referrals", "a.xlsx", 2),
    ]
    assert [r["list"] for r in found[SSD]().to_pylist()] == ["ssd.ssd_person"]


def test_only_the_standards_that_were_loaded_have_rows() -> None:
    assert set(errors_found(issues, LISTS[:1])) == {ANNEX_A}
    assert set(errors_found(issues, ["local.complaints"])) == set()


def test_in_a_pool_each_row_says_whose_it_is() -> None:
    one, other = errors_found(issues, LISTS[:1]), errors_found(issues, LISTS)
    found = errors_of_pool({"Fernshire": one, "Millmoor": other})
    assert found[ANNEX_A]()["authority"].to_pylist() == ["Fernshire"] * 3 + ["Millmoor"] * 3
    assert found[SSD]()["authority"].to_pylist() == ["Millmoor"]


def checked(folder: Path, standard: str, seed: int = 3) -> tuple[Checked, list[Path]]:
    out = folder / (standard if standard == "ssd" else f"{standard}{seed}.xlsx")
    list(synthesize(standard, 60, AS_AT, seed, 0.05, None, (), str(out), None))
    paths = sorted(out.iterdir()) if out.is_dir() else [out]
    return check_files(paths, AS_AT), paths


def saved(folder: Path, standard: str, who: str = "Fernshire", seed: int = 3) -> Snapshot:
    found, paths = checked(folder, standard, seed)
    store = Store(folder / "snapshots")
    kept = store.save(who, AS_AT, found.tables, found.issues, paths, {}, "test")
    return store.open(kept.id)


def places(issues: pa.Table, standard: str) -> set[tuple[Any, ...]]:
    """The rows with an error, one by one."""
    return {
        (f"{standard}.{r['list']}", r["file"], r["sheet"], r["row"])
        for r in issues.to_pylist()
        if r["severity"] == "error" and r["row"] is not None
    }


@pytest.mark.parametrize("standard", ["annex_a", "ssd"])
def test_a_snapshot_gives_the_rows_that_its_issues_name(standard: str, tmp_path: Path) -> None:
    snapshot = saved(tmp_path, standard)
    expected = places(snapshot.issues(), standard)
    rows = sum(entry.rows or 0 for entry in snapshot.manifest.tables.values())
    with open_snapshot(snapshot, engine()) as data:
        whole = [f for f in figures(data, QA06) if not f.category]
        _, behind = children(data, QA06)
    assert len(expected) > 5
    assert [(f.numerator, f.denominator) for f in whole] == [(len(expected), rows)]
    met = [(b.list, b.file, b.sheet, b.row) for b in behind if b.answer == MET]
    assert len(met) == len(expected)
    assert set(met) == expected
    assert len([b for b in behind if b.child_id != "Not recorded"]) > rows / 2


def test_files_that_were_checked_give_the_same_as_the_snapshot(tmp_path: Path) -> None:
    found, _ = checked(tmp_path, "annex_a")
    errors = errors_found(lambda: found.issues, found.tables)
    with open_tables(found.tables, AS_AT, engine(), found=errors) as data:
        (whole, *parts) = figures(data, QA06)
    assert whole.numerator == len(places(found.issues, "annex_a"))
    assert sum(f.numerator or 0 for f in parts) == whole.numerator
    assert len(parts) == sum(table.num_rows > 0 for table in found.tables.values())


def test_lists_that_nobody_checked_have_no_figure(tmp_path: Path) -> None:
    found, _ = checked(tmp_path, "annex_a")
    with open_tables(found.tables, AS_AT, engine()) as data:
        (none,) = figures(data, QA06[:1])
    assert none.value is None
    assert none.note.startswith("Not in these data: needs ")
    assert "Rows of Annex A with an error" in none.note


def test_in_a_pool_an_error_is_of_its_own_authority(tmp_path: Path) -> None:
    both = {
        "Fernshire": saved(tmp_path, "annex_a", "Fernshire", 3),
        "Millmoor": saved(tmp_path, "annex_a", "Millmoor", 4),
    }
    with open_pool(both, AS_AT, engine()) as data:
        found = {f.group: f.numerator for f in figures(data, QA06, by="authority")}
    told = {who: len(places(one.issues(), "annex_a")) for who, one in both.items()}
    assert found == told


@pytest.mark.slow
@pytest.mark.parametrize("name", ["postgres", "spark"])
def test_what_an_engine_kept_before_serves_still(
    name: str, tmp_path: Path, opened_engine: Callable[[str], Engine]
) -> None:
    snapshot, there = saved(tmp_path, "annex_a"), opened_engine(name)
    kept = {key: snapshot.parquet(key) for key in snapshot.manifest.tables}
    with there.open(kept, snapshot.id) as lists:
        assert "annex_a.contacts" in lists
    with open_snapshot(snapshot, there) as data:
        found = figures(data, QA06)
    with open_snapshot(snapshot, engine()) as data:
        here = figures(data, QA06)
    told = [(f.category, f.numerator, f.denominator) for f in here]
    assert [(f.category, f.numerator, f.denominator) for f in found] == told
    there.drop(snapshot.id)
