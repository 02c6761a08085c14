"""Teams: the funnel, how much depends on the team, and before and after, worked by hand."""

from __future__ import annotations

from datetime import date
from math import log, sqrt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sightline.measures.variation.before_after import (
    compare_days,
    compare_shares,
    newcombe,
    wilson,
)
from sightline.measures.variation.funnel import Team, band, funnel, winsorised_phi
from sightline.measures.variation.points import Event
from sightline.measures.variation.spread import days_by_team, spread_of_days, spread_of_shares
from sightline.measures.variation.words import days_words, percent, share_words

EVENT = Event(date(2026, 3, 3), "a new front door")
TEAMS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair))),
    min_size=1,
    max_size=12,
)


def named(pairs: list[tuple[int, int]]) -> list[Team]:
    return [Team(f"Team {at:02}", count, of) for at, (count, of) in enumerate(pairs)]


def test_exact_limits_by_hand() -> None:
    """Ten coins: 1 or fewer has 11 / 1024, 2 or fewer 56 / 1024; 0 has 1 / 1024."""
    line = band(10, 0.5)
    assert 11 / 1024 <= 0.025 < 56 / 1024
    assert (line.low, line.high) == (0.2, 0.8)
    assert (line.low_unusual, line.high_unusual) == (0.1, 0.9)
    # Nine coins: none has 1 / 512, which is more than one in a thousand.
    assert (band(9, 0.5).low_unusual, band(9, 0.5).high_unusual) == (0, 1)


def test_limits_are_not_the_same_on_both_sides_of_a_rare_thing() -> None:
    """Twenty children at one in ten: 0.9 ^ 20 = 0.12, so none at all is not unusual."""
    line = band(20, 0.1)
    at_most_4 = sum(
        ways * 0.1**k * 0.9 ** (20 - k) for k, ways in enumerate((1, 20, 190, 1140, 4845))
    )
    assert line.low == 0
    # Five or more have 1 - 0.957 = 4.3%; six or more 1.1%: up to five is inside.
    assert 1 - at_most_4 == pytest.approx(0.0432, abs=0.0001)
    assert line.high == 5 / 20


def test_verdicts_of_teams_keep_the_order_of_names() -> None:
    teams = [Team("West", 9, 10), Team("South", 0, 10), Team("North", 10, 10), Team("East", 1, 10)]
    found = funnel(teams)
    assert found.overall == 0.5
    assert [(dot.team.name, dot.verdict, dot.look) for dot in found.dots] == [
        ("East", "within what chance explains", True),
        ("North", "unusually high", True),
        ("South", "unusually low", True),
        ("West", "within what chance explains", True),
    ]
    assert found.dots[1].words == "North: 100% (10 of 10), unusually high beside 50% in all teams."
    assert found.dots[0].words.endswith("One team in twenty is as far off by chance.")


def test_a_share_exactly_on_a_limit_is_inside() -> None:
    found = funnel([Team("A", 8, 10), Team("B", 2, 10), Team("C", 5, 10)])
    assert [dot.look for dot in found.dots] == [False, False, False]


def test_small_teams_and_single_teams_are_too_few_to_tell() -> None:
    """Nine of nine would be far out; a team beside itself alone says nothing."""
    found = funnel([Team("A", 9, 9), Team("B", 50, 100), Team("C", 50, 100), Team("D", 0, 0)])
    assert [dot.verdict for dot in found.dots][::3] == ["too few to tell"] * 2
    assert found.dots[0].words == "A: 9 of 9, too few to tell."
    assert (found.dots[3].share, found.dots[3].words) == (None, "D: no children.")
    assert funnel([Team("A", 5, 50), Team("B", 9, 9)]).dots[0].verdict == "too few to tell"
    assert funnel([]).dots == ()


def test_phi_by_hand() -> None:
    """-5 to 5: the outer tenth comes in to 4. (2 x 16 + 2 x (16 + 9 + 4 + 1)) / 11 = 92 / 11."""
    assert winsorised_phi([5, -5, 4, -4, 3, -3, 2, -2, 1, -1, 0]) == pytest.approx(92 / 11)


def test_dispersion_widens_by_its_root() -> None:
    """Half the teams have 30%, half 70% of 100: every z is 4, so φ is 16."""
    teams = named([(30, 100), (70, 100)] * 5)
    found = funnel(teams, dispersion=True)
    assert found.phi == pytest.approx(16)
    line = found.dots[0].band
    assert line is not None
    assert line.low == pytest.approx(0.5 - 1.959964 * 4 * 0.05)
    assert line.high_unusual == 1
    assert {dot.verdict for dot in found.dots} == {"within what chance explains"}
    assert {dot.verdict for dot in funnel(teams).dots} == {"unusually low", "unusually high"}
    assert "4.0 times" in found.note


def test_dispersion_needs_ten_teams_and_more_than_chance() -> None:
    few = funnel(named([(30, 100), (70, 100)] * 4), dispersion=True)
    alike = funnel(named([(50, 100)] * 10), dispersion=True)
    assert (few.phi, alike.phi) == (1, 1)
    assert "Fewer than 10 teams" in few.note
    assert "no more than chance" in alike.note


def test_a_team_must_be_possible() -> None:
    with pytest.raises(ValueError, match="North cannot have 3 of 2"):
        Team("North", 3, 2)


@settings(deadline=None)
@given(TEAMS, st.randoms(), st.booleans())
def test_the_order_of_teams_changes_nothing(
    pairs: list[tuple[int, int]], random: object, dispersion: bool
) -> None:
    teams = named(pairs)
    shuffled = list(teams)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = funnel(shuffled, dispersion=dispersion)
    assert found == funnel(teams, dispersion=dispersion)
    assert [dot.team for dot in found.dots] == teams


@settings(deadline=None)
@given(st.integers(1, 60), st.integers(0, 100))
def test_limits_hold_the_overall_share_and_turn_over_with_it(of: int, hundredths: int) -> None:
    """No is yes turned over; and the 99.8% limits lie outside the 95% limits."""
    overall = hundredths / 100
    line, turned = band(of, overall), band(of, 1 - overall)
    assert line.low_unusual <= line.low <= line.high <= line.high_unusual
    assert line.low - 1 / of < overall < line.high + 1 / of
    assert turned.low == pytest.approx(1 - line.high)
    assert turned.high_unusual == pytest.approx(1 - line.low_unusual)


def test_spread_of_a_yes_or_no_by_hand() -> None:
    """15 of 20 and 5 of 20: MSB 2.5, MSW 7.5 / 38, n0 20: the share is 7 / 19.

    Chi-squared is 2.5 / 0.25 = 10 with one degree of freedom: p = 0.00157 in any table.
    """
    found = spread_of_shares([Team("A", 15, 20), Team("B", 5, 20)])
    assert found.share == pytest.approx(7 / 19)
    assert found.p == pytest.approx(0.00157, abs=0.000005)
    assert found.verdict == "more than chance"
    assert found.words.startswith("About 37% of the difference between children goes with their ")


def test_unequal_teams_come_to_n0() -> None:
    """10, 20 and 30: n0 = (60 - 1400 / 60) / 2 = 55 / 3."""
    found = spread_of_shares([Team("A", 8, 10), Team("B", 10, 20), Team("C", 6, 30)])
    between = 10 * 0.4**2 + 20 * 0.1**2 + 30 * 0.2**2
    within = (8 * 0.2 + 10 * 0.5 + 6 * 0.8) / 57
    expected = (between / 2 - within) / (between / 2 + (55 / 3 - 1) * within)
    assert found.share == pytest.approx(expected)
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low < expected < found.high <= 1


def test_teams_alike_differ_no_more_than_chance() -> None:
    found = spread_of_shares(named([(10, 20)] * 4))
    assert (found.share, found.low, found.verdict) == (0, 0, "no more than chance")
    assert found.words == "The 4 teams differ no more than chance would make them."


def test_spread_needs_teams_children_and_expected_numbers() -> None:
    """Two teams of ten; five expected in four cells of five (Cochran)."""
    assert spread_of_shares([Team("A", 5, 10)]).verdict == "too few to tell"
    assert spread_of_shares([Team("A", 5, 10), Team("B", 9, 9)]).left_out == ("B",)
    assert spread_of_shares([Team("A", 4, 10), Team("B", 5, 10)]).verdict == "too few to tell"
    assert spread_of_shares([Team("A", 5, 10), Team("B", 5, 10)]).verdict == "no more than chance"
    assert spread_of_shares([]).verdict == "too few to tell"


def test_a_team_given_twice_is_not_lost() -> None:
    with pytest.raises(ValueError, match="A is given twice"):
        spread_of_shares([Team("A", 5, 10), Team("A", 6, 10)])


def test_where_all_answers_are_alike_nothing_differs() -> None:
    found = spread_of_shares(named([(20, 20), (30, 30)]))
    assert (found.share, found.high, found.verdict) == (0, None, "no more than chance")


@settings(deadline=None)
@given(TEAMS)
@example([(0, 36), (10, 36)])
def test_no_depends_on_the_team_as_much_as_yes(pairs: list[tuple[int, int]]) -> None:
    yes = spread_of_shares(named(pairs))
    no = spread_of_shares(named([(of - count, of) for count, of in pairs]))
    assert yes.verdict == no.verdict
    assert yes.share == (no.share if no.share is None else pytest.approx(no.share, abs=1e-9))
    if yes.share is not None and yes.low is not None and yes.high is not None:
        assert 0 <= yes.low <= yes.share + 1e-12 <= yes.high + 2e-12 <= 1 + 2e-12


def test_spread_of_days_by_hand() -> None:
    """On the log scale (base 2): 0 and 1 in one team, 2 and 3 in the other, five of each.

    SSB 20 on 1, SSW 5 on 18, n0 10: F is 72, the share (20 - 5/18) / (20 + 9 x 5/18).
    F's test on two teams is Student's t: √72 = 8.485 on 18.
    """
    from scipy.stats import ttest_ind

    found = spread_of_days({"A": [0, 1] * 5, "B": [3, 7] * 5})
    assert found.share == pytest.approx((20 - 5 / 18) / (20 + 9 * 5 / 18))
    assert found.p == pytest.approx(ttest_ind([0, 1] * 5, [2, 3] * 5).pvalue)
    # F's 95% point on 1 and 18 is 4.4139 in tables; its 5% point is 1 over 247.32 (18 and 1).
    low, high = 72 / 4.41387 - 1, 72 * 247.3236 - 1
    assert found.low == pytest.approx(low / (low + 10), abs=0.00001)
    assert found.high == pytest.approx(high / (high + 10), abs=0.00001)
    assert found.verdict == "more than chance"


def test_days_with_nothing_within_teams() -> None:
    """All of the difference is between teams; none at all is chance."""
    assert spread_of_days({"A": [3] * 10, "B": [5] * 10}).share == 1
    same = spread_of_days({"A": [3] * 10, "B": [3] * 10})
    assert (same.share, same.verdict) == (0, "no more than chance")


def test_days_too_few_and_impossible() -> None:
    found = spread_of_days({"A": [1] * 10, "B": [2] * 9})
    assert (found.verdict, found.left_out) == ("too few to tell", ("B",))
    with pytest.raises(ValueError, match="fewer than 0"):
        spread_of_days({"A": [-1]})


def test_days_of_each_team() -> None:
    """1 to 11: quartiles 3.5, 6, 8.5. Nine children have no median."""
    north, south = days_by_team({"South": [5] * 9, "North": list(range(1, 12))})
    assert (north.name, north.lower, north.median, north.upper) == ("North", 3.5, 6, 8.5)
    assert (south.name, south.children, south.median) == ("South", 9, None)


@pytest.mark.parametrize(
    ("first", "second", "interval"),
    [
        ((56, 70), (48, 80), (0.0524, 0.3339)),
        ((9, 10), (3, 10), (0.1705, 0.8090)),
        ((6, 7), (2, 7), (0.0582, 0.8062)),
        ((5, 56), (0, 29), (-0.0381, 0.1926)),
        ((0, 10), (0, 20), (-0.1611, 0.2775)),
        ((10, 10), (0, 20), (0.6791, 1.0)),
        ((10, 10), (0, 10), (0.6075, 1.0)),
    ],
)
def test_newcombe_as_published(
    first: tuple[int, int], second: tuple[int, int], interval: tuple[float, float]
) -> None:
    """Newcombe 1998, table II, method 10."""
    assert newcombe(first, second) == pytest.approx(interval, abs=0.00006)


def test_wilson_at_the_ends() -> None:
    """None of ten: z² / (n + z²) = 3.8415 / 13.8415."""
    assert wilson(0, 10) == (0, pytest.approx(3.841459 / 13.841459))
    assert wilson(10, 10) == pytest.approx((10 / 13.841459, 1))


def test_shares_before_and_after_in_words() -> None:
    found = compare_shares((56, 70), (48, 80), EVENT)
    assert found.difference == pytest.approx(-0.2)
    assert (found.low, found.high) == (
        pytest.approx(-0.3339, abs=0.0001),
        pytest.approx(-0.0524, abs=0.0001),
    )
    assert found.words == (
        "Since a new front door (3 March 2026): 60% (48 of 80) after, 80% (56 of 70) before. "
        "That is 20 percentage points lower (likely 5 to 33). "
        "This does not show what caused it: other things may have changed at the same time."
    )


def test_a_difference_that_chance_explains() -> None:
    found = compare_shares((50, 100), (55, 100), EVENT)
    assert found.verdict == "no clear difference"
    assert found.words.endswith("Chance would explain the difference.")


def test_before_and_after_need_ten_of_each() -> None:
    shares, days = compare_shares((9, 9), (0, 50), EVENT), compare_days([1] * 10, [9] * 9, EVENT)
    assert (shares.verdict, shares.difference) == ("too few to tell", None)
    assert days.words == "10 before and 9 after: too few to tell (10 of each are needed)."
    assert compare_shares((10, 10), (0, 10), EVENT).verdict == "lower"


def test_days_before_and_after_by_hand() -> None:
    """1-10 and 11-20: differences centre on 10. √(100 / 12 x 21) x 1.96 = 25.93.

    So the interval is from the 24th smallest difference: 1 + 2 + ... + 6 = 21 are below 7.
    """
    found = compare_days(list(range(1, 11)), list(range(11, 21)), EVENT)
    assert (found.difference, found.low, found.high) == (10, 7, 13)
    assert (found.before, found.after, found.verdict) == (5.5, 15.5, "higher")
    assert "10 days longer (likely 7 to 13)" in found.words


def test_shorter_days_say_so() -> None:
    found = compare_days(list(range(11, 21)), list(range(1, 11)), EVENT)
    assert (found.difference, found.low, found.high) == (-10, -13, -7)
    assert "10 days shorter (likely 7 to 13)" in found.words


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 60), min_size=10, max_size=25),
    st.lists(st.integers(0, 60), min_size=10, max_size=25),
)
def test_hodges_lehmann_is_the_median_of_all_differences(
    before: list[int], after: list[int]
) -> None:
    """By halving, or by writing all of them out: the same, ties and all.

    The spread of the rank sum from the ranks themselves: n m / (N (N - 1)) Σ (rank - mean)².
    """
    every = sorted(late - early for late in after for early in before)
    both = sorted(before + after)
    ranks = [both.index(day) + (both.count(day) + 1) / 2 for day in both]
    middle = (len(both) + 1) / 2
    variance = len(every) * sum((rank - middle) ** 2 for rank in ranks)
    sigma = sqrt(variance / (len(both) * (len(both) - 1)))
    place = max(1, int(len(every) / 2 - 1.959963984540054 * sigma))
    half = len(every) // 2
    found = compare_days(before, after, EVENT)
    assert found.difference == (every[half] + every[-half - 1]) / 2
    assert (found.low, found.high) == (every[place - 1], every[-place])


@settings(deadline=None)
@given(TEAMS)
def test_the_difference_turned_round_is_its_opposite(pairs: list[tuple[int, int]]) -> None:
    (count, of), (other, of_other) = pairs[0], pairs[-1]
    if min(of, of_other) >= 10:
        found = compare_shares((count, of), (other, of_other), EVENT)
        turned = compare_shares((other, of_other), (count, of), EVENT)
        assert found.low == pytest.approx(-turned.high)  # type: ignore[operator]
        assert found.difference == pytest.approx(-turned.difference)  # type: ignore[operator]


def test_percentages_are_never_rounded_to_all_or_none() -> None:
    assert [percent(x) for x in (0, 0.004, 0.0001, 0.5, 0.996, 0.9999, 1)] == [
        "0%", "0.4%", "0.1%", "50%", "99.6%", "99.9%", "100%",
    ]  # fmt: skip
    assert share_words(41, 52) == "79% (41 of 52)"
    assert (days_words(1), days_words(2.5), days_words(1200)) == ("1 day", "2.5 days", "1,200 days")


def test_the_log_scale_is_of_no_base() -> None:
    """A share of the spread is the same whichever logarithm is taken: doubling is doubling."""
    teams = {"A": [10.0, 20, 40, 80, 10, 20, 40, 80, 10, 20], "B": [5.0] * 5 + [11.0] * 5}
    logs = {name: [log(1 + day) for day in days] for name, days in teams.items()}
    means = {name: sum(days) / 10 for name, days in logs.items()}
    overall = sum(means.values()) / 2
    msb = sum(10 * (mean - overall) ** 2 for mean in means.values())
    msw = sum((day - means[name]) ** 2 for name, days in logs.items() for day in days) / 18
    assert spread_of_days(teams).share == pytest.approx((msb - msw) / (msb + 9 * msw))
