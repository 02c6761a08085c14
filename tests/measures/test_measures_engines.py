"""Measures, deadlines, signals and pathways give the same on DuckDB, PostgreSQL and Spark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from measured_authority import AS_AT, authority

from sightline.engines import Engine, engine
from sightline.measures.columns_used import everything_set
from sightline.measures.data import Data
from sightline.measures.deadlines.library import all_deadlines
from sightline.measures.deadlines.steps import steps
from sightline.measures.deadlines.tally import tallies
from sightline.measures.figures import figures
from sightline.measures.library import all_measures
from sightline.measures.opening import open_tables
from sightline.measures.pathways.curves import curves
from sightline.measures.pathways.library import all_pathways
from sightline.measures.signals.raised import every_sign
from sightline.measures.worked import every_answer, every_example, worked

OTHERS = ["postgres", "spark"]


def rounded(value: Any) -> Any:
    """A number to nine places, and all else as it is: engines add fractions in their own order."""
    return round(value, 9) if isinstance(value, float) else value


@pytest.fixture(scope="module")
def here() -> Iterator[Data]:
    with open_tables(authority(), AS_AT, engine()) as data:
        yield data


@pytest.fixture(scope="module", params=OTHERS)
def there(request: pytest.FixtureRequest, opened_engine: Callable[[str], Engine]) -> Iterator[Data]:
    with open_tables(authority(), AS_AT, opened_engine(request.param)) as data:
        yield data


@pytest.mark.parametrize("name", ["duckdb", *OTHERS])
@pytest.mark.slow
def test_worked_examples_come_out_alike_on_every_engine(
    name: str, opened_engine: Callable[[str], Engine]
) -> None:
    measures = all_measures()
    with open_tables(every_example(measures), AS_AT, opened_engine(name)) as data:
        found = every_answer(data, measures)
    wrong = {
        f"{m.id} {m.roll.key}": (found[m], worked(m).expected)
        for m in measures
        if found[m] != worked(m).expected
    }
    assert wrong == {}


@pytest.mark.slow
@pytest.mark.parametrize("by", ["", "team"])
def test_figures_are_alike(by: str, here: Data, there: Data) -> None:
    def asked(data: Data) -> list[Any]:
        found = figures(data, all_measures(), everything_set(), by)
        return [(f.measure, f.group, f.category, rounded(f.numerator), rounded(f.denominator),
                 rounded(f.value), f.excluded) for f in found]  # fmt: skip

    assert asked(there) == asked(here)


@pytest.mark.slow
def test_deadlines_are_alike(here: Data, there: Data) -> None:
    window = (date(2026, 4, 30), AS_AT)
    for one in all_deadlines():
        assert steps(there, one, everything_set()) == steps(here, one, everything_set()), one.key
        assert tallies(there, one, everything_set(), window, "team") == tallies(
            here, one, everything_set(), window, "team"
        ), one.key


@pytest.mark.slow
def test_signals_and_pathways_are_alike(here: Data, there: Data) -> None:
    assert every_sign(there, everything_set()) == every_sign(here, everything_set())
    for one in all_pathways():
        assert curves(there, one, everything_set(), "team") == curves(
            here, one, everything_set(), "team"
        ), one.key
