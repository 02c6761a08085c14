"""What is shared never tells a count of 1 to 5, even by subtraction: searched by brute force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.measures.figure import Figure
from sightline.measures.small_numbers import for_sharing

DAY = date(2026, 10, 31)
Cell = tuple[int, int]


def figures(cells: tuple[Cell, ...]) -> list[Figure]:
    """The figures of all, then of each team: (met, not met)."""
    whole = (sum(n for n, _ in cells), sum(left for _, left in cells))
    made = []
    for place, (n, left) in enumerate((whole, *cells)):
        d = n + left
        figure = Figure("AS02", "In time", DAY, DAY, numerator=n, denominator=d,
                        value=n / d if d else None, unit="%")  # fmt: skip
        made.append(replace(figure, by="team", group=f"Team {place}") if place else figure)
    return made


@pytest.mark.parametrize("below", [3])
def test_no_small_number_can_be_worked_out_by_adding_and_subtracting(below: int) -> None:
    """All tables of three teams that fit what is printed are tried, for every such table."""
    cells = [(n, left) for n, left in product(range(4), repeat=2) if n + left]
    told = []
    for table in combinations_with_replacement(cells, 3):
        whole, *teams = for_sharing(figures(table), below)
        fitting = [t for t in tables_of(sum(map(sum, table))) if fits(t, table, whole, teams)]
        assert table in fitting
        told += [
            (table, team, part)
            for team, part in product(range(3), (0, 1))
            if 0 < table[team][part] < below and len({t[team][part] for t in fitting}) == 1
        ]
    assert told == []


@cache
def tables_of(size: int) -> list[tuple[Cell, ...]]:
    """Every table of three teams of a child or more with so many children in all."""
    return [
        tuple((n, d - n) for n, d in zip(met, sizes))
        for sizes in product(range(1, size + 1), repeat=3)
        if sum(sizes) == size
        for met in product(*(range(d + 1) for d in sizes))
    ]


def fits(
    guess: tuple[Cell, ...], table: tuple[Cell, ...], whole: Figure, teams: list[Figure]
) -> bool:
    """Whether a table agrees with all that is printed. (The size of all is known in any event.)"""
    if not whole.hidden and sum(n for n, _ in guess) != whole.numerator:
        return False
    return all(t.hidden or g == truth for g, truth, t in zip(guess, table, teams))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=7))
@settings(max_examples=200, deadline=None)
def test_no_small_count_is_printed_and_none_is_the_total_less_the_rest(cells: list[Cell]) -> None:
    kept = tuple(c for c in cells if sum(c)) or ((7, 7),)
    whole, *teams = for_sharing(figures(kept))
    for one in (whole, *teams):
        if not one.hidden:
            assert one.numerator is not None
            assert one.denominator is not None
            assert one.numerator not in range(1, 6)
            assert one.denominator - one.numerator not in range(1, 6)
    if not whole.hidden:
        assert sum(team.hidden for team in teams) != 1


def test_the_smallest_of_the_others_is_hidden_with_one_that_is_small() -> None:
    shared = for_sharing(figures(((3, 20), (30, 30), (10, 10))))
    assert [f.hidden for f in shared] == [False, True, False, True]


def test_nought_is_shown_and_a_share_of_few_is_not() -> None:
    shared = for_sharing(figures(((0, 30), (9, 0), (20, 20))))
    assert [f.hidden for f in shared] == [False, False, False, False]
    assert [f.value for f in shared[1:]] == [0, None, 0.5]


def test_months_do_not_tell_a_small_month_by_the_window_they_make() -> None:
    def month(start: int, end: int, n: int, d: int) -> Figure:
        return Figure("AS02", "In time", date(2026, start, 1), date(2026, end, 28), numerator=n,
                      denominator=d, value=n / d, unit="%")  # fmt: skip

    shared = for_sharing([month(1, 3, 22, 60), month(1, 1, 10, 20), month(2, 2, 2, 20),
                          month(3, 3, 10, 20)])  # fmt: skip
    assert [f.hidden for f in shared] == [False, True, True, False]
