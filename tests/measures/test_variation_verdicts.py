"""Rules and verdicts: the vectors of NHSRplotthedots's tests, and every boundary."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.measures.variation.points import Event, Limits, Point, share
from sightline.measures.variation.rules import Rules, signals
from sightline.measures.variation.spc import p_chart, run_chart, t_chart, xmr
from sightline.measures.variation.verdicts import Aim, judge, meets

START = date(2024, 1, 1)
LINE = Limits(centre=0, low=-3, high=3, near_low=-2, near_high=2)
UP, DOWN, CONTEXT = Aim("up"), Aim("down"), Aim("context")


def on(place: int) -> date:
    return START + timedelta(days=31 * place)


def points(*values: float) -> list[Point]:
    return [Point(on(at), float(value)) for at, value in enumerate(values)]


def ways(values: list[float], rule: str, rules: Rules = Rules()) -> list[int]:  # noqa: B008
    found = signals(values, [LINE] * len(values), rules)
    return [next((mark.way for mark in marks if mark.rule == rule), 0) for marks in found]


def test_a_point_exactly_on_a_limit_is_inside() -> None:
    assert ways([3, -3, 3.001, -3.001], "outside") == [0, 0, 1, -1]


def test_the_last_digits_of_arithmetic_are_no_signal() -> None:
    """0.1 + 0.2 is a hair over 0.3."""
    line = Limits(0, -0.3, 0.3, -0.2, 0.2)
    assert 0.1 + 0.2 > 0.3
    assert signals([0.1 + 0.2], [line]) == [()]


def test_seven_on_one_side_as_nhsrplotthedots() -> None:
    """``test-ptd_calculate_point_type.R``: six are not a run; eight are, and all take part."""
    assert ways([1.0] * 6, "run") == [0] * 6
    assert ways([*[1.0] * 6, -1.0], "run") == [0] * 7
    assert ways([*[1.0] * 8, -1.0], "run") == [*[1] * 8, 0]
    assert ways([-1.0, *[-1.0] * 7, 1.0], "run") == [*[-1] * 8, 0]


def test_a_point_exactly_on_the_centre_is_on_neither_side() -> None:
    assert ways([1.0] * 3 + [0.0] + [1.0] * 3, "run") == [0] * 7


def test_seven_rising_or_falling_as_nhsrplotthedots() -> None:
    """Seven points are six steps; 1 2 3 3 4 5 6 is no trend; both ways take part alike."""
    assert ways([1, 2, 3, 4, 5, 6], "trend") == [0] * 6
    assert ways([1, 2, 3, 3, 4, 5, 6], "trend") == [0] * 7
    assert ways([2, 1, 2, 3, 4, 5, 6, 7, 3], "trend") == [0, *[1] * 7, 0]
    assert ways([2, 7, 6, 5, 4, 3, 2, 1, 3], "trend") == [0, *[-1] * 7, 0]


def test_where_two_trends_meet_the_later_one_names_the_way() -> None:
    falls_then_rises = [7, 6, 5, 4, 3, 2, 1, 2, 3, 4, 5, 6, 7]
    assert ways(falls_then_rises, "trend") == [*[-1] * 6, *[1] * 7]


def test_two_of_three_as_nhsrplotthedots() -> None:
    """c(1, 0, 0, 1, 1) marks the last two; the point between two that are near is not marked."""
    near, mid = 2.5, 1.0
    assert ways([near, mid, mid, near, near], "two of three") == [0, 0, 0, 1, 1]
    assert ways([mid, near, mid, near, mid], "two of three") == [0, 1, 0, 1, 0]
    assert ways([-near, -mid, -near], "two of three") == [-1, 0, -1]
    assert ways([near, near], "two of three") == [0, 0]


def test_two_of_three_needs_one_side_and_the_zone_between() -> None:
    """All three on one side; exactly two thirds of the way is not beyond; outside is not near."""
    assert ways([2.5, -1, 2.5], "two of three") == [0, 0, 0]
    assert ways([2.5, 1, 2.0], "two of three") == [0, 0, 0]
    assert ways([2.5, 1, 4.0], "two of three") == [0, 0, 0]
    assert ways([2.5, 1, 3.0], "two of three") == [1, 0, 1]
    assert ways([2.5, 1, 2.5], "two of three", Rules(two_of_three=False)) == [0, 0, 0]


def test_near_points_on_opposite_sides_are_no_signal_as_nhsrplotthedots() -> None:
    """``test-ptd_spc_standard.R``: 1 and -1 by turns, then 5.5 and -5.5: both common cause."""
    chart = xmr(points(*[1, -1] * 7, 5.5, -5.5))
    line = chart.dots[0].limits
    assert line is not None
    # Ranges 2 x 13, 6.5 and 11: mean 2.9, so 11 is left out: 32.5 / 14 x 2.66 = 6.175.
    assert line.high == pytest.approx(6.175)
    assert [dot.signals for dot in chart.dots[-2:]] == [(), ()]


def test_the_rule_that_counts_most_comes_first() -> None:
    """A falling trend that is still above the centre is falling, though the run is above."""
    marks = signals([2.9, 2.5, 1.9, 1.6, 1.2, 0.8, 0.4], [LINE] * 7)[-1]
    assert [(mark.rule, mark.way) for mark in marks] == [("trend", -1), ("run", 1)]


def test_other_lengths_may_be_set() -> None:
    assert ways([1.0] * 8, "run", Rules(run=9)) == [0] * 8
    assert ways([1.0, 2.0, 3.0], "trend", Rules(trend=3)) == [1, 1, 1]
    with pytest.raises(ValueError, match="at least 3"):
        Rules(trend=2)


@settings(deadline=None)
@given(st.lists(st.floats(-5, 5), max_size=25))
def test_turning_a_series_over_turns_its_signals_over(values: list[float]) -> None:
    flat = [round(value, 3) for value in values]
    found = signals(flat, [LINE] * len(flat))
    turned = signals([-value for value in flat], [LINE] * len(flat))
    assert [[(m.rule, m.way) for m in marks] for marks in found] == [
        [(m.rule, -m.way) for m in marks] for marks in turned
    ]


STEADY = [9, 11, 10, 9, 11, 10, 9, 11, 10, 9, 11, 10]


def test_no_real_change() -> None:
    verdict = judge(xmr(points(*STEADY)), UP)
    assert (verdict.change, verdict.target, verdict.provisional) == (
        "no real change",
        "no target",
        False,
    )
    assert verdict.why == "The figure of 7 December 2024 is within the usual ups and downs."


@pytest.mark.parametrize(
    ("last", "aim", "change"),
    [
        (40, UP, "improving"),
        (40, DOWN, "worsening"),
        (40, CONTEXT, "higher than usual"),
        (-40, UP, "worsening"),
        (-40, DOWN, "improving"),
        (-40, CONTEXT, "lower than usual"),
        (40, Aim("band", band=(50, 60)), "improving"),
        (40, Aim("band", band=(10, 20)), "worsening"),
        (40, Aim("band", band=(30, 50)), "higher than usual"),
        (40, Aim("band", band=(40, 50)), "higher than usual"),
        (-40, Aim("band", band=(10, 20)), "worsening"),
    ],
)
def test_a_signal_is_read_by_what_is_better(last: float, aim: Aim, change: str) -> None:
    verdict = judge(xmr(points(*STEADY, last)), aim)
    assert verdict.change == change
    assert "limit" in verdict.why


def test_only_the_latest_point_is_judged() -> None:
    """A month far out, long ago, is on the chart and is not the verdict."""
    chart = xmr(points(*STEADY[:6], 40, *STEADY[6:]))
    assert chart.dots[6].signals != ()
    assert judge(chart, UP).change == "no real change"


@pytest.mark.parametrize(
    ("limits", "aim", "answer"),
    [
        ((80, 90), Aim("up", 95), "will miss"),
        ((80, 90), Aim("up", 90), "may do either"),
        ((80, 90), Aim("up", 85), "may do either"),
        ((80, 90), Aim("up", 80), "will meet"),
        ((80, 90), Aim("up", 79), "will meet"),
        ((80, 90), Aim("down", 95), "will meet"),
        ((80, 90), Aim("down", 90), "will meet"),
        ((80, 90), Aim("down", 85), "may do either"),
        ((80, 90), Aim("down", 80), "may do either"),
        ((80, 90), Aim("down", 79), "will miss"),
        ((80, 90), Aim("band", band=(70, 95)), "will meet"),
        ((80, 90), Aim("band", band=(80, 90)), "will meet"),
        ((80, 90), Aim("band", band=(81, 90)), "may do either"),
        ((80, 90), Aim("band", band=(91, 95)), "will miss"),
        ((80, 90), Aim("band", band=(90, 95)), "may do either"),
        ((80, 90), Aim("up"), "no target"),
        ((80, 90), Aim("context", 85), "no target"),
    ],
)
def test_the_target_at_and_about_each_limit(
    limits: tuple[float, float], aim: Aim, answer: str
) -> None:
    low, high = limits
    assert meets(Limits(85, low, high, 82, 88), aim) == answer


@pytest.mark.parametrize(
    ("limits", "answer"),
    [((1, 3), "will miss"), ((5, 7), "will meet"), ((1, 5), "may do either")],
)
def test_targets_as_nhsrplotthedots(limits: tuple[float, float], answer: str) -> None:
    """``test-ptd_calculate_assurance_type.R``: a target of 4, with an increase wanted."""
    assert meets(Limits(sum(limits) / 2, *limits, *limits), Aim("up", 4)) == answer


@pytest.mark.parametrize("better", ["up", "down"])
def test_a_mean_exactly_on_the_target_with_nothing_varying(better: str) -> None:
    """0.1 twelve times: no rounding may make it miss, or change."""
    verdict = judge(xmr(points(*[0.1] * 12)), Aim(better, 0.1))  # type: ignore[arg-type]
    assert (verdict.change, verdict.target) == ("no real change", "will meet")


def test_all_on_time_always_meets_all_on_time() -> None:
    """30 of 30 each month, and the target is 100%."""
    verdict = judge(p_chart([share(on(at), 30, 30) for at in range(12)]), Aim("up", 1.0))
    assert (verdict.change, verdict.target) == ("no real change", "will meet")


def test_one_rounding_does_not_hide_a_miss() -> None:
    """An upper limit of 94.96% is shown as 95%, and still misses 95%."""
    assert meets(Limits(0.9, 0.85, 0.9496, 0.87, 0.93), Aim("up", 0.95)) == "will miss"


def test_nine_points_are_too_few_and_ten_are_provisional() -> None:
    nine, ten, twelve = (judge(xmr(points(*STEADY[:n])), Aim("up", 5)) for n in (9, 10, 12))
    assert (nine.change, nine.target) == ("too few to tell", "too few to tell")
    assert nine.why == "Only 9 points; 10 are needed."
    assert (ten.change, ten.target, ten.provisional) == ("no real change", "will meet", True)
    assert "may still move" in ten.why
    assert not twelve.provisional


def test_after_a_rebase_the_count_begins_again() -> None:
    event = Event(on(9), "a new case system", rebase=True)
    verdict = judge(xmr(points(*STEADY), [event]), UP)
    assert verdict.change == "too few to tell"
    assert verdict.why.startswith("Only 3 points since a new case system (6 October 2024);")


def test_a_rebase_undoes_a_run_that_it_explains() -> None:
    """Twelve low, then twelve high: improving, until the limits begin anew."""
    values = points(*STEADY, *[value + 20 for value in STEADY])
    event = Event(on(12), "a new front door", rebase=True)
    assert judge(xmr(values), UP).change == "improving"
    assert judge(xmr(values, [event]), UP).change == "no real change"
    assert judge(xmr(values, [Event(on(12), "an inspection")]), UP).change == "improving"


def test_shares_of_few_children_are_too_few_to_tell() -> None:
    """Nine children a month; ten a month; and a rare thing of which one a month is expected."""
    few = judge(p_chart([share(on(at), 4, 9) for at in range(24)]), UP)
    enough = judge(p_chart([share(on(at), 5, 10) for at in range(24)]), UP)
    rare = judge(p_chart([share(on(at), 1, 50) for at in range(24)]), UP)
    assert few.change == "too few to tell"
    assert few.why == "No point has 10 children or more."
    assert enough.change == "no real change"
    assert rare.change == "too few to tell"
    assert "too seldom" in rare.why


def test_no_figures_and_run_charts_have_no_verdict() -> None:
    assert judge(xmr([]), UP).why == "There are no figures yet."
    assert judge(run_chart(points(*STEADY)), UP).change == "too few to tell"
    assert judge(run_chart(points(*STEADY)), UP).target == "no target"


def test_longer_between_rare_events_is_a_signal() -> None:
    """Ten or so days apart, then 300."""
    verdict = judge(t_chart(points(*[8, 12, 10, 9, 11, 13, 7, 10, 12, 9, 11], 300)), UP)
    assert verdict.change == "improving"


def test_an_aim_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="needs the band"):
        Aim("band")
    with pytest.raises(ValueError, match="from low to high"):
        Aim("band", band=(2, 1))


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 60), min_size=0, max_size=40),
    st.sampled_from(["up", "down", "context"]),
    st.one_of(st.none(), st.integers(0, 60)),
)
def test_context_is_never_better_or_worse_and_up_mirrors_down(
    values: list[int], better: str, target: int | None
) -> None:
    aim = Aim(better, target)  # type: ignore[arg-type]
    verdict = judge(xmr(points(*values)), aim)
    if better == "context":
        assert verdict.change not in ("improving", "worsening")
        assert verdict.target == "no target"
    turned = {"up": "down", "down": "up", "context": "context"}[better]
    negative = None if target is None else -target
    mirror = judge(
        xmr(points(*[-value for value in values])),
        Aim(turned, negative),  # type: ignore[arg-type]
    )
    swap = {"higher than usual": "lower than usual", "lower than usual": "higher than usual"}
    assert mirror.change == swap.get(verdict.change, verdict.change)
    assert mirror.target == verdict.target
