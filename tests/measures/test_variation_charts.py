"""Control charts: limits worked by hand, and those that NHSRplotthedots prints in its tests."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from math import log, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.measures.variation.choose import chart_for, control_chart, overdispersed
from sightline.measures.variation.points import (
    Chart,
    Event,
    Limits,
    Point,
    between_events,
    days_between,
    share,
    shares,
)
from sightline.measures.variation.spc import (
    g_chart,
    mean_moving_range,
    p_chart,
    p_prime_chart,
    run_chart,
    sigma_z,
    t_chart,
    xmr,
)

START = date(2024, 1, 1)
# rnorm(20) after set.seed(123), as R gives it: the data of NHSRplotthedots's own tests.
SEED_123 = [
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621,
    -1.26506123, -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272,
    -0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.70135590, -0.47279141,
]  # fmt: skip


def on(place: int) -> date:
    return START + timedelta(days=31 * place)


def points(*values: float) -> list[Point]:
    return [Point(on(at), float(value)) for at, value in enumerate(values)]


def of_100(*counts: int) -> list[Point]:
    return [share(on(at), count, 100) for at, count in enumerate(counts)]


def limits(chart: Chart, place: int = 0) -> Limits:
    line = chart.dots[place].limits
    assert line is not None
    return line


def test_xmr_by_hand() -> None:
    """Ranges 2, 4, 2, 4 have mean 3: the limits are 7.98 either side of the mean of 10."""
    line = limits(xmr(points(9, 11, 7, 9, 14), screen=False))
    # |11-9| 2, |7-11| 4, |9-7| 2, |14-9| 5: mean 13/4.
    assert line.centre == 10
    assert line.high == pytest.approx(10 + 2.66 * 3.25)
    assert line.low == pytest.approx(10 - 2.66 * 3.25)
    assert line.near_high == pytest.approx(10 + 2.66 * 3.25 * 2 / 3)


def test_screened_limits_are_those_of_nhsrplotthedots() -> None:
    """Its vignette "Deviations from Excel defaults" prints 4.6, 1.94, -0.72; and 6.95, -3.06."""
    values = points(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)
    line, unscreened = limits(xmr(values)), limits(xmr(values, screen=False))
    assert [round(x, 2) for x in (line.high, line.centre, line.low)] == [4.6, 1.94, -0.72]
    assert [round(x, 2) for x in (unscreened.high, unscreened.low)] == [6.95, -3.06]


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        (SEED_123, ("0.142", "-3.01", "3.29")),
        (SEED_123[:10], ("0.0746", "-2.6", "2.75")),
        (SEED_123[10:], ("0.209", "-3.28", "3.7")),
    ],
)
def test_limits_are_those_of_its_snapshots(
    values: list[float], printed: tuple[str, str, str]
) -> None:
    """``tests/testthat/_snaps/ptd_spc.md``: mean, lower and upper limit to three figures."""
    line = limits(xmr(points(*values)))
    assert (f"{line.centre:.3g}", f"{line.low:.3g}", f"{line.high:.3g}") == printed


def test_ranges_beyond_the_screen_are_left_out_once() -> None:
    """Ten ranges: nine of 1 and one of 4.2 (mean 1.32, 3.18 times) or 4.5 (mean 1.35, 3.33)."""
    steps = [0, 1] * 4 + [0, 1]
    assert mean_moving_range([*steps, 5.2]) == pytest.approx(1.32)
    assert mean_moving_range([*steps, 5.5]) == 1
    assert mean_moving_range([*steps, 5.5], screen=False) == pytest.approx(1.35)
    assert mean_moving_range([5]) is None
    assert mean_moving_range([5, 5, 5]) == 0


def test_a_floor_holds_the_limits_of_counts() -> None:
    line = limits(xmr(points(1, 3, 1, 3), floor=0))
    assert (line.low, line.near_low, line.centre) == (0, 0, 2)
    assert line.high == pytest.approx(2 + 2.66 * 2)


def test_p_chart_by_hand() -> None:
    """Half of all: sigma is 0.05 for 100 children, 0.1 for 25."""
    chart = p_chart([*of_100(40, 60), share(on(2), 13, 26), share(on(3), 12, 24)])
    wide = limits(p_chart([*of_100(38, 62), share(on(2), 10, 25), share(on(3), 15, 25)]), 2)
    line = limits(chart)
    assert line.centre == 0.5
    assert (line.low, line.high) == (pytest.approx(0.35), pytest.approx(0.65))
    assert (line.near_low, line.near_high) == (pytest.approx(0.4), pytest.approx(0.6))
    assert (wide.low, wide.high) == (pytest.approx(0.2), pytest.approx(0.8))
    assert chart.periods[0].rarer == pytest.approx(62.5 * 0.5)


def test_p_chart_pools_children_not_percentages() -> None:
    """100 of 100 and 0 of 25 pool to 100 of 125."""
    chart = p_chart([share(on(0), 100, 100), share(on(1), 0, 25)])
    assert chart.periods[0].centre == pytest.approx(0.8)
    assert limits(chart).high == pytest.approx(0.8 + 3 * sqrt(0.16 / 100))
    assert limits(chart, 1).high == 1


def test_laney_by_hand() -> None:
    """z goes from -1 to 1 and back: each range is 2, and sigma z is 2 / 1.128."""
    chart = p_prime_chart(of_100(45, 55, 45, 55))
    assert chart.periods[0].sigma_z == pytest.approx(2 / 1.128)
    assert limits(chart).high == pytest.approx(0.5 + 3 * 0.05 * 2 / 1.128)
    assert chart.kind == "p′"


def test_sigma_z_where_all_or_none() -> None:
    assert sigma_z(of_100(100, 100, 100)) == 1
    assert sigma_z(of_100(0, 0)) == 1
    assert sigma_z(of_100(50)) == 1


@settings(deadline=None)
@given(st.lists(st.integers(1, 99), min_size=2, max_size=30))
def test_laney_is_the_p_chart_widened_by_sigma_z(counts: list[int]) -> None:
    """So with sigma z of 1 they are the same."""
    given_points = of_100(*counts)
    prime, plain = limits(p_prime_chart(given_points)), limits(p_chart(given_points))
    wide = sigma_z(given_points)
    sigma = sqrt(plain.centre * (1 - plain.centre) / 100)
    assert prime.high == pytest.approx(min(1.0, plain.centre + 3 * wide * sigma))
    assert plain.high == pytest.approx(min(1.0, plain.centre + 3 * sigma))
    assert prime.centre == plain.centre


def test_g_chart_by_hand() -> None:
    """A mean of 99 between events: p is 0.01; the lines are logs over log 0.99, less one."""
    line = limits(g_chart(points(90, 108, 99, 99)))
    # log 0.5 / log 0.99 = 68.97; log 0.00135 / log 0.99 = 657.5; log 0.02275 / log 0.99 = 376.4.
    assert (line.centre, line.high, line.near_high) == (68, 657, 376)
    # log 0.97725 / log 0.99 = 2.29; log 0.99865 / log 0.99 = 0.13.
    assert (line.near_low, line.low) == (2, 0)
    assert log(0.5) / log(0.99) == pytest.approx(68.97, abs=0.01)


def test_g_chart_of_events_one_after_another() -> None:
    line = limits(g_chart(points(0, 0, 0)))
    assert (line.low, line.centre, line.high) == (0, 0, 0)


def test_t_chart_by_hand() -> None:
    """To the power 1/3.6 the days are 1, 2, 1, 2: mean 1.5, range 1."""
    line = limits(t_chart(points(1, 2**3.6, 1, 2**3.6)))
    assert line.centre == pytest.approx(1.5**3.6)
    assert line.high == pytest.approx((1.5 + 2.66) ** 3.6)
    assert line.low == 0


def test_a_run_chart_has_a_median_and_nothing_else() -> None:
    chart = run_chart(points(1, 5, 3))
    assert chart.periods[0].centre == 3
    assert all(dot.limits is None and dot.signals == () for dot in chart.dots)


def test_limits_begin_anew_only_at_a_named_event_that_says_so() -> None:
    values = points(1, 3, 1, 3, 11, 13, 11, 13)
    marked = Event(on(4), "an inspection")
    rebased = Event(on(4), "a new front door", rebase=True)
    assert [period.centre for period in xmr(values, [marked]).periods] == [7]
    chart = xmr(values, [marked, rebased])
    assert [period.centre for period in chart.periods] == [2, 12]
    assert [period.event for period in chart.periods] == [None, rebased]
    assert [dot.period for dot in chart.dots] == [0, 0, 0, 0, 1, 1, 1, 1]
    assert chart.events == (marked, rebased)


def test_an_event_before_every_point_makes_no_empty_period() -> None:
    chart = xmr(points(1, 2), [Event(date(2020, 1, 1), "before", rebase=True)])
    assert [period.judged for period in chart.periods] == [2]


def test_one_point_after_an_event_has_no_limits() -> None:
    chart = xmr(points(1, 2, 3), [Event(on(2), "a move", rebase=True)])
    assert chart.dots[2].limits is None
    assert chart.dots[1].limits is not None


def test_a_share_of_few_children_is_drawn_but_not_judged() -> None:
    """9 children all one way would be outside any limits of the others; 10 are looked at."""
    small = p_chart([*of_100(*[5] * 12), share(on(12), 9, 9)])
    large = p_chart([*of_100(*[5] * 12), share(on(12), 10, 10)])
    assert small.dots[-1].signals == ()
    assert large.dots[-1].signals[0].rule == "outside"
    assert small.periods[0].judged == 12


@pytest.mark.parametrize(("count", "of"), [(3, 2), (-1, 2), (0, 0)])
def test_a_share_must_be_one(count: int, of: int) -> None:
    with pytest.raises(ValueError, match=f"2024-01-01 cannot be {count} of {of}"):
        share(START, count, of)


def test_a_date_with_no_child_gives_no_point() -> None:
    assert [point.value for point in shares([(on(0), 1, 2), (on(1), 0, 0)])] == [0.5]


def test_a_proportion_needs_its_numbers() -> None:
    with pytest.raises(ValueError, match="needs its numbers"):
        p_chart([Point(START, 0.5, None, 20)])


def test_gaps_between_rare_events() -> None:
    """Days from date to date in order; children after one event and before the next."""
    dates = [date(2024, 3, 1), date(2024, 2, 28), date(2024, 3, 1)]
    assert [point.value for point in days_between(dates)] == [2, 0]
    flags = [False, True, False, False, True, True, False]
    gaps = between_events((on(at), flag) for at, flag in enumerate(flags))
    assert [(point.on, point.value) for point in gaps] == [(on(4), 2), (on(5), 0)]


@settings(deadline=None)
@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=40), st.randoms())
def test_limits_hold_the_mean_and_the_order_given_does_not_matter(
    values: list[int], random: object
) -> None:
    given_points = points(*values)
    line = limits(xmr(given_points))
    assert line.low <= line.near_low <= line.centre <= line.near_high <= line.high
    shuffled = list(given_points)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert xmr(shuffled) == xmr(given_points)


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 50), min_size=2, max_size=40), st.integers(-90, 90), st.integers(1, 9)
)
def test_moving_and_stretching_moves_and_stretches_the_limits(
    values: list[int], move: int, stretch: int
) -> None:
    line = limits(xmr(points(*values)))
    other = limits(xmr(points(*[value * stretch + move for value in values])))
    assert other.high == pytest.approx(line.high * stretch + move)
    assert other.low == pytest.approx(line.low * stretch + move)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), min_size=1, max_size=30))
def test_a_proportion_stays_between_nought_and_one(rows: list[tuple[int, int]]) -> None:
    chart = p_chart(shares((on(at), min(row), max(row)) for at, row in enumerate(rows)))
    for dot in chart.dots:
        assert dot.limits is not None
        assert 0 <= dot.limits.low <= dot.limits.centre <= dot.limits.high <= 1


def test_the_chart_for_each_kind() -> None:
    """By rule: p by chance, p′ beyond it, XmR for one value at a time, g and t for gaps."""
    steady = of_100(*[48, 52, 50, 47, 53, 49, 51, 50, 52, 48])
    wild = of_100(*[20, 80] * 5)
    assert chart_for("proportion", steady).chart == "p"
    assert chart_for("proportion", wild).chart == "p′"
    assert chart_for("days", points(*range(10))).chart == "XmR"
    assert chart_for("count", points(*[5] * 10)).chart == "XmR"
    assert chart_for("children between", points(*range(10))).chart == "g"
    assert chart_for("days between", points(*range(10))).chart == "t"
    assert control_chart("proportion", wild).kind == "p′"


def test_too_little_makes_a_run_chart_and_says_what_would_do() -> None:
    """Nine points; one in a hundred, of 100 each; fewer than two a point."""
    assert chart_for("days", points(*range(9))).chart == "run"
    rare, often = chart_for("proportion", of_100(*[1] * 12)), of_100(*[2] * 12)
    assert (rare.chart, rare.instead) == ("run", "g")
    assert chart_for("proportion", of_100(*[99] * 12)).instead == "g"
    assert chart_for("proportion", often).chart == "p"
    assert chart_for("count", points(*[0, 1] * 6)).instead == "t"
    assert control_chart("proportion", of_100(*[1] * 12)).kind == "run"


def test_an_unknown_kind_names_the_known() -> None:
    with pytest.raises(ValueError, match="use one of proportion, count, days"):
        chart_for("ratio", points(1))  # type: ignore[arg-type]


def test_overdispersion_has_an_edge() -> None:
    """Ten points: error √(8.264 - 1.082) / 9 = 0.2978, so sigma z of 1.49 is the edge.

    Shares of 50 ± k in 100 have z of ± k / 5: each range is 2 k / 5, sigma z 0.35461 k.
    """
    assert not overdispersed(of_100(*[46, 54] * 5))  # 1.418
    assert overdispersed(of_100(*[45, 55] * 5))  # 1.773
    assert not overdispersed(of_100(*[20, 80] * 4))  # too few points


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    """Charts need the standard library alone."""
    names = ["spc", "rules", "verdicts", "choose", "funnel", "spread", "before_after", "survival"]
    script = (
        "import sys, importlib\n"
        f"for name in {names!r}: importlib.import_module('sightline.measures.variation.' + name)\n"
        "print([m for m in ('numpy', 'scipy', 'pandas', 'pyarrow', 'ibis') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
