"""Waiting times with those still waiting: by hand, beside scipy, and beside lifelines."""

from __future__ import annotations

import time
from fractions import Fraction
from math import exp, log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.measures.variation.survival import compare_waits, waits

# Ten children: six waits ended, four go on.
DAYS = [2, 3, 3, 5, 6, 6, 8, 8, 9, 12]
ENDED = [True, True, True, False, True, False, True, True, False, False]
WAITS = st.lists(st.tuples(st.integers(0, 40), st.booleans()), min_size=1, max_size=60)


def test_the_curve_by_hand() -> None:
    """Each day's share is the last one times (1 - ended / waiting)."""
    found = waits(DAYS, ENDED)
    assert [(step.day, step.waiting, step.ended) for step in found.steps] == [
        (2, 10, 1), (3, 9, 2), (5, 7, 0), (6, 6, 1), (8, 4, 2), (9, 2, 0), (12, 1, 0),
    ]  # fmt: skip
    assert [step.share for step in found.steps] == pytest.approx(
        [0.9, 0.7, 0.7, 0.7 * 5 / 6, 0.7 * 5 / 12, 0.7 * 5 / 12, 0.7 * 5 / 12]
    )
    assert (found.children, found.ended, found.still, found.longest_still) == (10, 6, 4, 12)


def test_the_interval_by_hand() -> None:
    """Greenwood on day 3: 1 / (10 x 9) + 2 / (9 x 7), on the log(-log) scale about 0.7."""
    step = waits(DAYS, ENDED).at(3)
    assert step is not None
    reach = exp(1.959964 * sqrt(1 / 90 + 2 / 63) / -log(0.7))
    assert step.low == pytest.approx(0.7**reach)
    assert step.high == pytest.approx(0.7 ** (1 / reach))
    assert step.low == pytest.approx(0.3287, abs=0.0001)


def test_the_median_and_other_shares() -> None:
    """Half have ended by day 8; a quarter by day 3; three quarters are not known."""
    found = waits(DAYS, ENDED)
    assert found.median.day == 8
    assert found.by(0.25).day == 3
    assert found.by(0.75).day is None
    with pytest.raises(ValueError, match="between 0 and 1"):
        found.by(1)


def test_a_share_exactly_reached_is_reached() -> None:
    """One of ten on each day: after five days exactly half, however the product is rounded."""
    found = waits(list(range(1, 11)), [True] * 10)
    assert found.median.day == 5
    assert found.by(0.9).day == 9


def test_the_interval_of_the_median() -> None:
    """The days on which the lower and the upper line come to half."""
    found = waits(list(range(1, 11)), [True] * 10)
    first = next(step.day for step in found.steps if step.low is not None and step.low <= 0.5)
    last = next(step.day for step in found.steps if step.high is not None and step.high <= 0.5)
    assert (found.median.low, found.median.high) == (first, last)
    assert first < 5 < last


def test_still_waiting_after_so_many_days() -> None:
    """Before the first step all; between steps the last; past the last child seen, not known."""
    found = waits(DAYS, ENDED)
    shares = [None if (step := found.at(day)) is None else step.share for day in (0, 4, 12, 13)]
    assert shares == [1, pytest.approx(0.7), pytest.approx(0.7 * 5 / 12), None]


def test_once_all_have_ended_none_wait_for_ever() -> None:
    found = waits([1] * 10, [True] * 10)
    step = found.at(500)
    assert step is not None
    assert (step.share, step.low, step.high) == (0, 0, 0)
    assert found.longest_still is None


def test_nothing_has_ended_yet() -> None:
    found = waits([5] * 12, [False] * 12)
    assert found.median.day is None
    assert [(step.share, step.low) for step in found.steps] == [(1, None)]


def test_a_wait_that_ends_comes_before_one_last_seen_that_day() -> None:
    """Day 4: both were waiting when it began."""
    found = waits([4, 4, 9], [True, False, True])
    assert [step.share for step in found.steps] == pytest.approx([2 / 3, 0])


def test_same_day_waits_count() -> None:
    assert waits([0] * 5 + [9] * 5, [True] * 5 + [False] * 5).median.day == 0


def test_nine_children_are_too_few_to_tell() -> None:
    """The curve is still given."""
    nine, ten = waits([5] * 9, [True] * 9), waits([5] * 10, [True] * 10)
    assert (nine.verdict, nine.median.day, nine.by(0.5).day) == ("too few to tell", None, None)
    assert len(nine.steps) == 1
    assert (ten.verdict, ten.median.day) == ("", 5)
    assert waits([], []).at(3) is None


def test_waits_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="2 waits, but 1"):
        waits([1, 2], [True])
    with pytest.raises(ValueError, match="shorter than 0"):
        waits([-1], [True])


def test_log_rank_by_hand() -> None:
    """Twenty end on days 1 to 20, one a day; twenty others on days 21 to 40.

    With a of the first left, a / (a + 20) is expected, and a x 20 / (a + 20)² its variance.
    """
    first, second = list(range(1, 21)), list(range(21, 41))
    expected = sum(Fraction(a, a + 20) for a in range(1, 21))
    variance = sum(Fraction(a * 20, (a + 20) ** 2) for a in range(1, 21))
    found = compare_waits({"A": (first, [True] * 20), "B": (second, [True] * 20)})
    assert found.statistic == pytest.approx(float((20 - expected) ** 2 / variance))
    assert found.verdict == "waits differ more than chance"


def test_log_rank_of_groups_alike_is_nought() -> None:
    found = compare_waits({"A": (DAYS * 3, ENDED * 3), "B": (DAYS * 3, ENDED * 3)})
    assert found.statistic == pytest.approx(0)
    assert (found.p, found.verdict) == (pytest.approx(1), "waits differ no more than chance")


def test_log_rank_where_all_end_at_once() -> None:
    """There is nothing to compare on the only day, and nothing to divide by."""
    found = compare_waits({"A": ([3] * 10, [True] * 10), "B": ([3] * 12, [True] * 12)})
    assert (found.statistic, found.verdict) == (0, "waits differ no more than chance")


def test_log_rank_too_few() -> None:
    """Groups under ten are named and left out; nought ended expects nought."""
    small = compare_waits({"A": ([1] * 9, [True] * 9), "B": (DAYS, ENDED)})
    assert (small.left_out, small.verdict, small.p) == (("A",), "too few to tell", None)
    none = compare_waits({"A": ([5] * 10, [False] * 10), "B": ([5] * 10, [False] * 10)})
    assert none.verdict == "too few to tell"


@settings(deadline=None)
@given(WAITS)
def test_the_curve_falls_within_its_interval(rows: list[tuple[int, bool]]) -> None:
    found = waits(*zip(*rows))
    shares = [step.share for step in found.steps]
    assert shares == sorted(shares, reverse=True)
    assert found.ended == sum(step.ended for step in found.steps)
    for step in found.steps:
        if step.low is not None and step.high is not None:
            assert 0 <= step.low <= step.share + 1e-12 <= step.high + 2e-12 <= 1 + 2e-12


@settings(deadline=None)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=60))
def test_with_none_waiting_it_is_the_plain_share(days: list[int]) -> None:
    for step in waits(days, [True] * len(days)).steps:
        plain = sum(day > step.day for day in days) / len(days)
        assert step.share == pytest.approx(plain, abs=1e-12)


@settings(deadline=None)
@given(WAITS)
def test_the_curve_equals_scipy(rows: list[tuple[int, bool]]) -> None:
    from scipy.stats import CensoredData, ecdf

    days, ended = zip(*rows)
    theirs = ecdf(CensoredData.right_censored(days, [not over for over in ended])).sf
    ours = waits(days, ended).steps
    assert [step.day for step in ours] == theirs.quantiles.tolist()
    assert [step.share for step in ours] == pytest.approx(theirs.probabilities.tolist(), abs=1e-12)


def test_the_interval_and_log_rank_equal_scipy() -> None:
    """The interval before the curve reaches nought; the log-rank statistic is its root."""
    from scipy.stats import CensoredData, ecdf, logrank

    random = np.random.default_rng(11)
    groups = {}
    for name, scale in (("A", 40), ("B", 70)):
        days = random.exponential(scale, 80).astype(int)
        groups[name] = (np.minimum(days, 60), days <= 60)
    theirs = {name: CensoredData.right_censored(d, ~e) for name, (d, e) in groups.items()}
    line = ecdf(theirs["A"]).sf.confidence_interval(method="log-log")
    steps = waits(*groups["A"]).steps
    assert [step.low for step in steps] == pytest.approx(line.low.probabilities.tolist())
    assert [step.high for step in steps] == pytest.approx(line.high.probabilities.tolist())
    test = logrank(theirs["A"], theirs["B"])
    found = compare_waits(groups)
    assert found.statistic == pytest.approx(test.statistic**2)
    assert found.p == pytest.approx(test.pvalue)


@pytest.mark.filterwarnings("ignore")
def test_all_equal_lifelines() -> None:
    """Curve, interval, median, and the log-rank test of three groups."""
    lifelines = pytest.importorskip("lifelines")
    statistics = pytest.importorskip("lifelines.statistics")
    random = np.random.default_rng(7)
    groups = {}
    for name, scale in (("A", 30), ("B", 45), ("C", 60)):
        days = random.exponential(scale, 150).astype(int)
        groups[name] = (np.minimum(days, 90), days <= 90)
    for days, ended in groups.values():
        theirs, ours = lifelines.KaplanMeierFitter().fit(days, ended), waits(days, ended)
        table = theirs.confidence_interval_survival_function_
        for step in ours.steps:
            assert step.share == pytest.approx(theirs.survival_function_at_times(step.day).iloc[0])
            if step.low is not None and step.share:
                low, high = table.loc[step.day]
                assert (step.low, step.high) == (pytest.approx(low), pytest.approx(high))
        assert ours.median.day == theirs.median_survival_time_
    everyone = [
        (day, name, over)
        for name, (days, ended) in groups.items()
        for day, over in zip(days, ended)
    ]
    test = statistics.multivariate_logrank_test(*zip(*everyone))
    found = compare_waits(groups)
    assert found.statistic == pytest.approx(test.test_statistic)
    assert found.p == pytest.approx(test.p_value)


def test_two_hundred_thousand_waits_are_quick() -> None:
    random = np.random.default_rng(3)
    days, ended = (
        random.integers(0, 1500, 200_000).tolist(),
        (random.random(200_000) < 0.7).tolist(),
    )
    begun = time.process_time()
    found = waits(days, ended)
    assert time.process_time() - begun < 0.5
    assert found.children == 200_000
