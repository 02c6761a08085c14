"""Every authority stands as the Local Authority Interactive Tool has it, by an oracle of its rules."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import lait_rules
import pytest

from sightline.benchmarks.compare import of_series
from sightline.benchmarks.declare import figures
from sightline.benchmarks.loading import load_one
from sightline.benchmarks.measures import of_definition, of_figure
from sightline.benchmarks.series import Series
from sightline.benchmarks.store import Store
from sightline.regime.authorities import all_authorities

STATISTICS = Path(__file__).parents[2].parent / "shared" / "corpus" / "statistics"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(
        not (STATISTICS / "lait_long.parquet").is_file(), reason="the statistics are not here"
    ),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    kept = Store(tmp_path_factory.mktemp("statistics"))
    for name in ("lait_long.parquet", "lait_data_dictionary.csv"):
        assert not load_one(kept, STATISTICS / name).failed
    return kept


@pytest.fixture(scope="module")
def raw() -> dict[str, list[dict]]:
    """The raw rows of every measure, as the file has them."""
    import pyarrow.parquet as pq

    found = defaultdict(list)
    for row in pq.read_table(STATISTICS / "lait_long.parquet").to_pylist():
        found[row["Short Desc"]].append(row)
    return found


@pytest.fixture(scope="module")
def dictionary() -> dict[str, dict[str, str]]:
    text = (STATISTICS / "lait_data_dictionary.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(keepends=True))
    return {row["Measure_short"].strip(): row for row in reversed(list(rows))}


def _same(ours, theirs) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return abs(ours - theirs) < 1e-9


def _differences(store: Store, measure, rows: list[dict], entry: dict[str, str]) -> list[str]:
    series = Series.read(store, measure)
    wrong, compared = [], 0
    table = lait_rules.table(rows)
    for authority in all_authorities():
        ours = of_series(series, authority, store)
        if ours is None:
            continue
        compared += 1
        theirs = lait_rules.standing(
            table, authority.dfe_code, entry["Polarity"], entry["No_Quartile"] == "N",
            list(authority.neighbours),
        )  # fmt: skip
        near = ours.neighbours.mean if ours.neighbours else None
        pairs = [
            _same(ours.latest.value, theirs.latest),
            _same(ours.change, theirs.change),
            (ours.rank or "-") == (theirs.rank or "-"),
            (ours.quartile_band or "-") == (theirs.band or "-"),
            near is None or _same(near.latest.value, theirs.neighbour_mean),
            near is None or _same(near.change, theirs.neighbour_change),
            ours.region.name.replace("Inner London", "London (Inner)").replace(
                "Outer London", "London (Outer)"
            ) == theirs.region,
            _same(ours.region.latest.value, theirs.region_latest),
            _same(ours.england.latest.value, theirs.england_latest),
        ]  # fmt: skip
        if not all(pairs):
            wrong.append(f"{measure.slug}, {authority.name}: {pairs} {theirs}")
    assert compared >= 153  # every authority of today
    return wrong


def test_every_declared_measure_and_authority_stands_as_in_the_tool(store, raw, dictionary) -> None:
    """All declared measures of the tool, all authorities: value, change, rank, band, neighbours."""
    measures = [of_figure(f) for f in figures() if f.data_set.slug == "lait"]
    assert len(measures) >= 60
    wrong = []
    for measure in measures:
        wrong += _differences(store, measure, raw[measure.column], dictionary[measure.column])
    assert wrong == []


def test_other_measures_stand_as_in_the_tool(store, raw, dictionary) -> None:
    """Measures that are known by the dictionary alone: one in fifteen, as all take minutes."""
    declared = {f.column for f in figures() if f.data_set.slug == "lait"}
    others = [d for code, d in sorted(store.definitions().items()) if code not in declared]
    assert len(others) > 300
    wrong = []
    for one in others[::15]:
        wrong += _differences(store, of_definition(one), raw[one.code], dictionary[one.code])
    assert wrong == []


def test_declared_measures_have_the_polarity_of_the_dictionary(dictionary) -> None:
    """Which way is better is as the tool has it, and so is whether it has bands."""
    words = {"Low": "lower", "High": "higher"}
    wrong = [
        f.slug
        for f in figures()
        if f.data_set.slug == "lait"
        and (
            f.better != words.get(dictionary[f.column]["Polarity"], "context")
            or f.quartiles == (dictionary[f.column]["No_Quartile"] == "N")
        )
    ]
    assert wrong == []
