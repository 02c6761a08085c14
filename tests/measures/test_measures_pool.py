"""A pool of authorities: each one's figures are its own, though identifiers are the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sightline.engines import Engine
from sightline.intake.checking import check_files
from sightline.intake.store import Snapshot, Store
from sightline.measures.answers import Mix
from sightline.measures.columns_used import answer_of, everything_set
from sightline.measures.figure import Figure
from sightline.measures.figures import figures
from sightline.measures.library import all_measures
from sightline.measures.opening import open_pool, open_snapshot
from sightline.tasks.synthesizing import synthesize

AS_AT = date(2026, 10, 31)
WHO = ("Fernshire", "Millmoor", "Westhaven")


@pytest.fixture(scope="module")
def snapshots(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Snapshot]:
    """Three authorities; two have the same children, by the same identifiers."""
    folder = tmp_path_factory.mktemp("pool")
    store = Store(folder / "snapshots")
    made = {}
    for seed, who in zip((0, 0, 1), WHO):
        out = folder / f"{who}.xlsx"
        list(synthesize("annex_a", 150, AS_AT, seed, 0.0, None, (), str(out), None))
        checked = check_files([out], AS_AT)
        saved = store.save(who, AS_AT, checked.tables, checked.issues, [out], {}, "test")
        made[who] = store.open(saved.id)
    return made


def told(found: list[Figure]) -> list[tuple[object, ...]]:
    return [(f.measure, f.numerator, f.excluded, f.value and round(f.value, 9)) for f in found]


@pytest.mark.parametrize(
    "name", ["duckdb", pytest.param("spark", marks=pytest.mark.slow)]
)  # fmt: skip
def test_each_has_the_figures_that_it_has_alone(
    name: str, snapshots: dict[str, Snapshot], opened_engine: Callable[[str], Engine]
) -> None:
    settings = everything_set().with_(population=None)
    chosen = [
        m for m in all_measures()
        if all(key.startswith("annex_a.") for key in m.roll.lists)
        and not isinstance(answer_of(m), Mix)
    ]  # fmt: skip
    with open_pool(snapshots, AS_AT, opened_engine(name)) as data:
        pooled = figures(data, chosen, settings, "authority")
    assert {f.group for f in pooled if f.by} == set(WHO)
    assert _children(snapshots["Fernshire"]) & _children(snapshots["Millmoor"])
    for who, snapshot in snapshots.items():
        with open_snapshot(snapshot, opened_engine("duckdb")) as data:
            alone = [f for f in figures(data, chosen, settings) if f.numerator or f.denominator]
        mine = [f for f in pooled if f.group == who]
        assert told(mine) == told([f for f in alone if not f.category])


def _children(snapshot: Snapshot) -> set[str]:
    return set(snapshot.table("annex_a.contacts")["child_id"].to_pylist())
