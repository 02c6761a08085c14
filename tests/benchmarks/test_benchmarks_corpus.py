"""The published files as they come: all are loaded, and known figures are found in them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from sightline.benchmarks.compare import compare
from sightline.benchmarks.declare import figures
from sightline.benchmarks.loading import Outcome, load
from sightline.benchmarks.measures import of_figure
from sightline.benchmarks.population import population
from sightline.benchmarks.series import Series
from sightline.benchmarks.store import Store

STATISTICS = Path(__file__).parents[2].parent / "shared" / "corpus" / "statistics"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not STATISTICS.is_dir(), reason="the statistics are not here"),
]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, list[Outcome]]:
    store = Store(tmp_path_factory.mktemp("statistics"))
    return store, load(store, [STATISTICS])


def test_every_file_is_loaded(loaded: tuple[Store, list[Outcome]]) -> None:
    """Nothing is wrong but rows of the tool that have the year 0."""
    store, outcomes = loaded
    assert len(outcomes) == 10
    assert not any(one.failed for one in outcomes)
    problems = [p for one in outcomes for p in one.problems]
    assert [p.code for p in problems] == ["no_period"]
    assert len(store.loaded()) == 9
    assert len(store.definitions()) == 434


def test_every_declared_figure_is_found(loaded: tuple[Store, list[Outcome]]) -> None:
    """Each has figures of more than half the authorities in some year, and no year without."""
    store, _ = loaded
    empty = []
    for one in figures():
        series = Series.read(store, of_figure(one))
        if not series.periods or not series.latest_values():
            empty.append(one.slug)
    assert empty == []


@pytest.mark.parametrize(
    ("indicator", "year", "england"),
    [
        ("FD10", "2025", 6.5), ("FD11", "2025", 22.6), ("FD14", "2025", 30.8),
        ("CP04", "2025", 24.5), ("CP07", "2025", 2.3), ("LA23", "2025", 10), ("LA24", "2025", 69),
        ("CL02", "2025", 89), ("CL03", "2025", 54), ("CL04", "2025", 40), ("WF02", "2025", 15.2),
        ("WF04", "2025", 14.2), ("WF05", "2025", 11.8), ("WF06", "2025", 13.0),
        ("WF07", "2025", 3.5), ("LA15", "2025", 90), ("LA16", "2025", 81), ("LA17", "2025", 84),
        ("LA20", "2025", 14.9), ("LA01", "2025", 67),
    ],
)  # fmt: skip
def test_england_is_as_published(
    loaded: tuple[Store, list[Outcome]], indicator: str, year: str, england: float
) -> None:
    """The figures of the list of indicators, which was made by hand from the publications."""
    found = compare(loaded[0], "Barnet", indicator)
    assert (found.england.latest.year, found.england.latest.value) == (year, england)


def test_every_file_agrees_with_the_tool(loaded: tuple[Store, list[Outcome]]) -> None:
    """Where the tool has a figure of the published file, it is the same but for its rounding."""
    store, _ = loaded
    pairs = [("re-referrals", "ReReferral"), ("subsequent-plans", "PrevRegCPR"),
             ("three-placements", "LACStable_2016on"), ("caseload", "Work_Force_AvgNumCase_SW")]  # fmt: skip
    for slug, code in pairs:
        ours, tool = compare(store, "Birmingham", slug), compare(store, "Birmingham", code)
        assert ours.latest.value == tool.latest.value
        assert ours.latest.year == tool.latest.year


def test_marks_are_never_nought(loaded: tuple[Store, list[Outcome]]) -> None:
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    store, _ = loaded
    for slug in store.loaded():
        table = pq.read_table(store.parquet(slug), columns=["value", "status"])
        marked = pc.not_equal(table["status"], "")
        assert pc.all(pc.equal(marked, pc.is_null(table["value"]))).as_py()
    counted = pq.read_table(store.parquet("referrals"), columns=["status"])["status"]
    found = {r["values"]: r["counts"] for r in pc.value_counts(counted).to_pylist()}
    # Counted in the file's columns one by one and added up: 94 + 94 + 28 + 28 + 13 + 13 + 12 + 12
    # + 1 + 1 of c; six times 5, twice 7 and twice 12 of x; six times 3 and four times 2 of u.
    assert (found["c"], found["x"], found["u"]) == (296, 68, 26)


def test_a_population_is_within_a_few_children(loaded: tuple[Store, list[Outcome]]) -> None:
    found = population(loaded[0], "Barnet", 2025)
    assert 80_000 < found.children < 100_000
    assert found.high - found.low < 100


def test_a_comparison_takes_less_than_half_a_second(loaded: tuple[Store, list[Outcome]]) -> None:
    compare(loaded[0], "Barnet", "LA23")
    start = time.process_time()
    compare(loaded[0], "Birmingham", "FD09")
    assert time.process_time() - start < 0.5
