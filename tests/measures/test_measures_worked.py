"""Every measure gives the answers worked by hand beside it."""

from __future__ import annotations

import pytest

from sightline.engines import engine
from sightline.measures.declare import Measure
from sightline.measures.library import all_measures
from sightline.measures.opening import open_tables
from sightline.measures.worked import AS_AT, answers, example_tables, worked


def name(measure: Measure) -> str:
    return f"{measure.id}-{measure.roll.key}"


@pytest.mark.parametrize("measure", all_measures(), ids=name)
def test_a_measure_answers_as_worked_by_hand(measure: Measure) -> None:
    example = worked(measure)
    with open_tables(example_tables(example), AS_AT, engine()) as data:
        assert answers(data, measure) == example.expected


@pytest.mark.parametrize("measure", all_measures(), ids=name)
def test_an_example_shows_a_row_that_counts_and_one_that_does_not(measure: Measure) -> None:
    example = worked(measure)
    assert example.expected
    assert len(set(example.expected)) > 1 or "-" in measure.example
