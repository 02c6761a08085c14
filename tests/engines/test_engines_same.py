"""The same typed tables on every engine, and the same answers."""

from __future__ import annotations

from collections.abc import Iterator

import ibis
import pyarrow as pa
import pytest
from engine_questions import QUESTIONS, asked, in_order
from engine_tables import children, plans, written

from sightline.engines.lists import Lists

ENGINES = [
    "duckdb",
    pytest.param("postgres", marks=pytest.mark.slow),
    pytest.param("spark", marks=pytest.mark.slow),
]


@pytest.fixture(scope="module", params=ENGINES)
def lists(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lists]:
    """The invented children and plans, open on an engine."""
    opened_engine = request.getfixturevalue("opened_engine")
    parquets = written(tmp_path_factory.mktemp("snapshot"))
    with opened_engine(request.param).open(parquets, "2026-10-31-0123456789ab") as found:
        yield found


def test_each_list_comes_back_as_it_was_written(lists: Lists) -> None:
    """Schema and values, every kind of column, nulls, long ago, leap days, any letter."""
    assert sorted(lists) == ["annex_a.children", "annex_a.plans"]
    for key, table in (("annex_a.children", children()), ("annex_a.plans", plans())):
        back = lists.run(lists[key].order_by("_row"))
        assert back.schema.equals(table.schema)
        assert back.to_pylist() == table.to_pylist()


def test_expressions_have_the_same_types_everywhere(lists: Lists) -> None:
    """The schema of a list is what the standard's columns are."""
    assert lists["annex_a.children"].schema() == ibis.schema(
        {
            "child_id": "string",
            "name": "string",
            "born_on": "date",
            "seen_at": "timestamp(6)",
            "team": "string",
            "disabled": "string",
            "visits": "int64",
            "hours": "float64",
            "notes": "string",
            "_file": "string",
            "_sheet": "string",
            "_row": "int32",
        }
    )


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_one_answer(lists: Lists, name: str) -> None:
    """What was worked out by hand is what each engine finds."""
    question, answer = QUESTIONS[name]
    assert asked(question, lists) == in_order(answer)


def test_a_figure_and_a_column_come_as_tables(lists: Lists) -> None:
    """One column, with the type that the expression has."""
    children = lists["annex_a.children"]
    assert lists.run(children.count().name("n")).equals(pa.table({"n": [6]}))
    assert lists.run(children.hours.max()).column(0).to_pylist() == [123456789.125]


def test_a_list_that_is_not_there_is_named(lists: Lists) -> None:
    """With those that are."""
    with pytest.raises(KeyError, match=r"no list 'annex_a\.contacts' here, only annex_a\.children"):
        lists["annex_a.contacts"]
    assert "annex_a.contacts" not in lists
    assert lists.get("annex_a.contacts") is None
