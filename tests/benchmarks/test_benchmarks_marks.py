"""Marks are kept as what they mean; a figure that is not published is never 0."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.benchmarks import marks, periods


@pytest.mark.parametrize(
    ("cell", "value", "status"),
    [
        ("22.6", 22.6, ""),
        (" 1,234 ", 1234.0, ""),
        ("1,234.5", 1234.5, ""),
        ("-3", -3.0, ""),
        ("0", 0.0, ""),
        ("9%", 9.0, ""),
        ("37.700000000000003", 37.7, ""),
        ("c", None, "c"),
        ("Z", None, "z"),
        ("k", None, "k"),
        ("low", None, "k"),
        ("~", None, "k"),
        ("x", None, "x"),
        (":", None, "x"),
        ("..", None, "x"),
        ("u", None, "u"),
        ("*", None, "c"),
        ("-", None, "-"),
        ("", None, "blank"),
        (None, None, "blank"),
        ("n/k", None, "?"),
        ("1,23", None, "?"),
        ("nan", None, "?"),
        ("inf", None, "?"),
        ("1e999", None, "?"),
        (".", None, "z"),
        ("%", None, "?"),
    ],
)
def test_each_cell_is_a_figure_or_a_mark(
    cell: str | None, value: float | None, status: str
) -> None:
    assert marks.read(cell) == (value, status)


@given(st.text(max_size=12))
def test_a_cell_is_either_a_figure_or_has_a_status(cell: str) -> None:
    value, status = marks.read(cell)
    assert (value is None) == (status != "")
    assert status == "" or marks.in_words(status)


@pytest.mark.parametrize(
    ("text", "kind", "shown", "year"),
    [
        ("2025", "Reporting year", "2025", 2025),
        ("202425", "Financial year", "2024-25", 2024),
        ("2013/14-15/16", "", "2013/14-15/16", 2013),
        ("2024-25 (OT)", "", "2024-25 (OT)", 2024),
        ("2025", "Week 5", "2025 Week 5", 2025),
        ("0", "", "", None),
        ("20x5", "Reporting year", "", None),
        ("", "", "", None),
    ],
)
def test_periods(text: str, kind: str, shown: str, year: int | None) -> None:
    assert periods.period_of(text, kind) == shown
    assert periods.year_of(shown) == year
