"""Draws, worked by hand, and what no draw may ever do."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.audits.sampling import (
    Auditor,
    Member,
    Method,
    Sample,
    allocate,
    draw,
    interval,
    may_audit,
)

AS_AT = date(2026, 8, 31)
SIX = [Member(child) for child in "ABCDEF"]


def test_the_order_is_that_of_the_hashes_of_seed_and_child() -> None:
    """As `printf '7\\x1fA' | sha256sum` gives: E 4c, F 60, B 8f, A b1, C ce, D db."""
    sample = draw(SIX, 3, seed=7, as_at=AS_AT)
    assert [chosen.child for chosen in sample.chosen] == ["E", "F", "B"]
    assert [spare.child for spare in sample.replacements] == ["A", "C", "D"]
    assert sample.chosen[0].why == "Drawn at random: 3 of 6"


def test_the_order_of_the_list_does_not_matter_nor_who_else_is_left_out() -> None:
    """Without F, B moves up, and nobody else changes place."""
    turned = draw(SIX[::-1], 3, seed=7, as_at=AS_AT)
    assert [chosen.child for chosen in turned.chosen] == ["E", "F", "B"]
    without = draw(SIX, 3, seed=7, as_at=AS_AT, exclusions={"F": "In hospital"})
    assert [chosen.child for chosen in without.chosen] == ["E", "B", "A"]
    assert without.excluded == {"F": "In hospital"}


def test_groups_share_a_sample_in_proportion_with_one_each() -> None:
    """10 of 100: shares 6, 3, 0.8, 0.2. C and D are given one each; the eight left over A and B
    are 5.33 and 2.67, so 5 and 3."""
    assert allocate({"A": 60, "B": 30, "C": 8, "D": 2}, 10) == {"A": 5, "B": 3, "C": 1, "D": 1}


def test_what_is_left_over_goes_to_the_largest_remainder() -> None:
    """7 of 30: 14 x 7/30 = 3.27, 9 x 7/30 = 2.1, 7 x 7/30 = 1.63. 3 + 2 + 1, and one to the
    last."""
    assert allocate({"A": 14, "B": 9, "C": 7}, 7) == {"A": 3, "B": 2, "C": 2}


def test_ties_go_to_the_name_that_comes_first() -> None:
    """3 of two fives: 1.5 each."""
    assert allocate({"B": 5, "A": 5}, 3) == {"A": 2, "B": 1}


def test_more_groups_than_children_asked_for() -> None:
    """2 of 10 in four groups: shares 1, 0.6, 0.2, 0.2: A one, and B by its remainder."""
    assert allocate({"A": 5, "B": 3, "C": 1, "D": 1}, 2) == {"A": 1, "B": 1, "C": 0, "D": 0}


def test_nobody_is_asked_for_more_children_than_there_are() -> None:
    """And an empty group is given none."""
    assert allocate({"A": 2, "B": 1, "C": 0}, 9) == {"A": 2, "B": 1, "C": 0}


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 500), min_size=1), st.integers(1, 400))
def test_an_allocation_adds_up_and_fits(sizes: dict[str, int], size: int) -> None:
    """No group gives more than it has; each gives one where there is room."""
    given_out = allocate(sizes, size)
    assert sum(given_out.values()) == min(size, sum(sizes.values()))
    assert all(0 <= given_out[name] <= sizes[name] for name in sizes)
    groups = [name for name, count in sizes.items() if count]
    if size >= len(groups):
        assert all(given_out[name] for name in groups)


def _teams() -> list[Member]:
    north = [Member(f"N{n}", "North", f"W{n % 3}", {"plan": "need"}) for n in range(12)]
    south = [Member(f"S{n}", "South", f"V{n % 2}", {"plan": "care"}) for n in range(6)]
    return [*north, *south, Member("X0", "", "W0")]


def test_a_stratified_draw_takes_from_each_group() -> None:
    """6 of 19: 12 x 6/19 = 3.79, 6 x 6/19 = 1.89, 0.32: the last is given one, and five are left
    for 3.33 and 1.67: 3 and 2."""
    sample = draw(_teams(), 6, seed=1, as_at=AS_AT, method="stratified", strata=["team"])
    assert Counter(chosen.stratum for chosen in sample.chosen) == {
        "team: North": 3,
        "team: South": 2,
        "team: not known": 1,
    }
    assert "at random within groups, in proportion (seed 1)" in sample.statement


def test_a_replacement_is_of_the_same_group() -> None:
    """The next of the group, those used already aside, and nobody once it is spent."""
    sample = draw(_teams(), 6, seed=1, as_at=AS_AT, method="stratified", strata=["plan", "team"])
    north = next(c for c in sample.chosen if c.member.team == "North")
    first = sample.replacement_for(north.child)
    assert first is not None
    assert first.stratum == north.stratum == "plan: need; team: North"
    second = sample.replacement_for(north.child, used=[first.child])
    assert second is not None
    assert second.child not in (first.child, north.child)
    alone = next(c for c in sample.chosen if c.child == "X0")
    assert sample.replacement_for(alone.child) is None


def test_picks_are_labelled_and_count_towards_the_size() -> None:
    """Two picked and one drawn: E is the first of the seed, and is picked, so F is drawn."""
    picks = {"E": "Complaint", "D": "Second plan"}
    sample = draw(SIX, 3, seed=7, as_at=AS_AT, picks=picks)
    assert [(c.child, c.method) for c in sample.chosen] == [
        ("E", Method.PURPOSIVE),
        ("D", Method.PURPOSIVE),
        ("F", Method.RANDOM),
    ]
    assert sample.chosen[1].why == "Picked on purpose: Second plan"
    assert "2 picked on purpose: they do not stand for all children." in sample.statement
    only = draw(SIX, 5, seed=7, as_at=AS_AT, method="purposive", picks=picks)
    assert [c.child for c in only.chosen] == ["E", "D"]
    assert only.replacements == ()
    assert only.replacement_for("E") is None


def test_a_picked_child_who_is_left_out_stays_out() -> None:
    """The exclusion stands above the pick."""
    sample = draw(
        SIX, 2, seed=7, as_at=AS_AT, picks={"E": "Complaint"}, exclusions={"E": "In court today"}
    )
    assert [c.child for c in sample.chosen] == ["F", "B"]


def test_a_child_looked_at_lately_is_left_out_until_the_year_is_over() -> None:
    """Twelve months after 31 August 2025 is 31 August 2026: that day it may be chosen again."""
    recent = {"E": date(2025, 9, 1), "F": date(2025, 8, 31)}
    sample = draw(SIX, 1, seed=7, as_at=AS_AT, recent=recent)
    assert sample.excluded == {"E": "audited within 12 months"}
    assert [c.child for c in sample.chosen] == ["F"]


def test_the_statement_tells_how_the_sample_was_made() -> None:
    """The day, the list, who was left out and why, the seed."""
    sample = draw(
        SIX,
        9,
        seed="spring",
        as_at=AS_AT,
        exclusions={"A": "open to court"},
        recent={"B": date(2026, 1, 5)},
    )
    assert sample.statement == (
        "The list of 31 August 2026 holds 6 children; 4 could be chosen. "
        "1 left out: audited within 12 months. 1 left out: open to court. "
        "4 drawn at random (seed spring). 9 were asked for; there were no more."
    )
    assert (sample.eligible, sample.frame_size, sample.asked_for) == (4, 6, 9)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"size": 0}, "one child or more"),
        ({"strata": ["team"]}, "for a stratified draw"),
        ({"method": "stratified"}, "Say what to group by"),
        ({"method": "stratified", "strata": ["colour"]}, "cannot be grouped by colour"),
        ({"method": "purposive"}, "which children to pick"),
        ({"picks": {"Z": "Complaint"}}, "must be on the list"),
        ({"picks": {"A": " "}}, "with the reason"),
        ({"size": 1, "picks": {"A": "One", "B": "Two"}}, "2 children are picked for a sample of 1"),
        ({"method": "by hand"}, "by hand"),
    ],
)
def test_a_draw_that_contradicts_itself_is_refused(said: dict[str, object], wrong: str) -> None:
    """Each with the remedy."""
    asked = {"size": 3, **said}
    with pytest.raises(ValueError, match=wrong):
        draw(SIX, seed=7, as_at=AS_AT, **asked)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="stands on the list twice"):
        draw([*SIX, Member("A")], 3, seed=7, as_at=AS_AT)


_CHILDREN = st.integers(0, 60).map(lambda n: f"C{n}")
_FRAMES = st.lists(
    st.builds(
        Member,
        _CHILDREN,
        st.sampled_from(["North", "South", "East", ""]),
        st.sampled_from(["W1", "W2", "W3", ""]),
        st.fixed_dictionaries({"plan": st.sampled_from(["need", "care"])}),
    ),
    unique_by=lambda member: member.child,
    max_size=40,
)
_AUDITORS = st.lists(
    st.builds(
        Auditor,
        st.sampled_from(["W1", "W2", "Q1", "Q2"]),
        st.frozensets(st.sampled_from(["North", "South", "East"])),
        st.none() | st.integers(0, 5),
    ),
    unique_by=lambda auditor: auditor.id,
    max_size=4,
)


@given(
    _FRAMES,
    st.integers(1, 20),
    st.integers(),
    st.sampled_from(["random", "stratified"]),
    st.dictionaries(_CHILDREN, st.just("A reason"), max_size=10),
    st.dictionaries(_CHILDREN, st.dates(date(2025, 1, 1), date(2026, 8, 31)), max_size=10),
    _AUDITORS,
    st.randoms(),
)
def test_no_draw_chooses_who_may_not_be_chosen(
    frame: list[Member],
    size: int,
    seed: int,
    method: str,
    exclusions: dict[str, str],
    recent: dict[str, date],
    auditors: list[Auditor],
    shuffler: object,
) -> None:
    """Nobody excluded, audited lately, or whom no auditor may see; and only the seed matters."""

    def drawn(members: list[Member]) -> Sample:
        strata = ["team", "plan"] if method == "stratified" else []
        return draw(
            members,
            size,
            seed=seed,
            as_at=AS_AT,
            method=method,
            strata=strata,
            exclusions=exclusions,
            recent=recent,
            auditors=auditors,
        )

    sample = drawn(frame)
    ready = [*sample.chosen, *sample.replacements]
    children = [chosen.child for chosen in ready]
    assert len(children) == len(set(children))
    assert not set(children) & (set(exclusions) | set(sample.excluded))
    # Twelve months to 31 August 2026 began after 31 August 2025.
    assert all(recent.get(child, date.min) <= date(2025, 8, 31) for child in children)
    if auditors:
        assert all(any(may_audit(a, chosen.member) for a in auditors) for chosen in ready)
    assert len(sample.chosen) == min(size, sample.eligible)
    shuffled = list(frame)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert drawn(shuffled) == sample


# Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score).
@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_that_of_the_published_table(
    count: int, of: int, low: float, high: float
) -> None:
    """To four places, without a population."""
    found = interval(count, of)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_the_interval_narrows_as_more_of_the_list_is_read() -> None:
    """20 of 39 count as 20 x 38/19 = 40. Wilson of a half at 40: z2 = 3.8415, 1 + z2/40 = 1.09604;
    half = 1.95996 x sqrt(0.00625 + 3.8415/6400) / 1.09604 = 0.1480."""
    found = interval(10, 20, population=39)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.3520, 0.6480), abs=0.00005)
    whole = interval(10, 20, population=20)
    assert whole is not None
    assert (whole.low, whole.share, whole.high) == (0.5, 0.5, 0.5)
    assert str(found) == "50% (10 of 20; between 35% and 65%)"


def test_no_interval_of_too_few_and_none_that_cannot_be() -> None:
    """Nine are too few; eleven of ten cannot be."""
    assert interval(4, 9) is None
    assert interval(4, 9, minimum=5) is not None
    for count, of, population in ((11, 10, None), (-1, 10, None), (5, 20, 19)):
        with pytest.raises(ValueError, match="cannot be"):
            interval(count, of, population)
