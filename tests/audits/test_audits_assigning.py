"""Who looks at whom: never one's own, evenly, and a reason where nobody can."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sightline.audits.sampling import Auditor, Member, Seen, assign, coverage, draw, may_audit

AS_AT = date(2026, 8, 31)


def _sample(*members: Member, size: int = 99):  # type: ignore[no-untyped-def]
    return draw(members, size, seed=3, as_at=AS_AT)


def test_the_load_is_even_even_if_others_must_make_room() -> None:
    """P may see only the South's two children; Q may see all four. Two each is possible, and
    needs that Q leaves the South to P."""
    sample = _sample(
        Member("N1", "North"), Member("N2", "North"), Member("S1", "South"), Member("S2", "South")
    )
    done = assign(sample, [Auditor("P", frozenset({"North"})), Auditor("Q")])
    assert done.loads == {"P": 2, "Q": 2}
    assert {done.given["S1"], done.given["S2"]} == {"P"}
    assert done.not_given == {}


def test_it_says_when_it_cannot() -> None:
    """Nobody is outside the North; and one place is not enough for the two of the South."""
    sample = _sample(Member("N1", "North"), Member("S1", "South"), Member("S2", "South"))
    done = assign(sample, [Auditor("P", frozenset({"North"}), capacity=1)])
    assert "of the child's team" in done.not_given["N1"]
    assert [reason for child, reason in done.not_given.items() if child != "N1"] == [
        "The auditors who may look at the child can take no more. Ask one more auditor."
    ]
    assert done.loads == {"P": 1}


def test_nobody_looks_at_their_own_work_or_again() -> None:
    """W1 is the worker of one child, and looked at the other before."""
    sample = _sample(Member("A", "North", "W1"), Member("B", "North", "W2"))
    done = assign(sample, [Auditor("W1"), Auditor("Q")], barred={"B": {"W1"}})
    assert done.given == dict.fromkeys(("A", "B"), "Q")


_MEMBERS = st.lists(
    st.builds(
        Member,
        st.integers(0, 50).map(str),
        st.sampled_from(["North", "South", "East"]),
        st.sampled_from(["W1", "W2"]),
    ),
    unique_by=lambda member: member.child,
    min_size=1,
    max_size=14,
)
_AUDITORS = st.lists(
    st.builds(
        Auditor,
        st.sampled_from(["W1", "Q1", "Q2", "Q3"]),
        st.frozensets(st.sampled_from(["North", "South", "East"])),
        st.none() | st.integers(0, 6),
    ),
    unique_by=lambda auditor: auditor.id,
    max_size=4,
)


@given(_MEMBERS, _AUDITORS, st.integers())
def test_no_assignment_breaks_a_rule(
    members: list[Member], auditors: list[Auditor], seed: int
) -> None:
    """Own teams, own work and capacity hold; nobody could take a child from a fuller auditor."""
    sample = draw(members, 99, seed=seed, as_at=AS_AT)
    done = assign(sample, auditors)
    by_id = {auditor.id: auditor for auditor in auditors}
    of = {member.child: member for member in members}
    assert set(done.given) | set(done.not_given) == set(of)
    assert not set(done.given) & set(done.not_given)
    for child, auditor in done.given.items():
        assert may_audit(by_id[auditor], of[child])
        lighter = [
            other
            for other in auditors
            if may_audit(other, of[child])
            and (other.capacity is None or done.loads[other.id] < other.capacity)
        ]
        assert all(done.loads[other.id] >= done.loads[auditor] - 1 for other in lighter)
    for auditor in auditors:
        assert auditor.capacity is None or done.loads[auditor.id] <= auditor.capacity
    for child in done.not_given:
        able = [a for a in auditors if may_audit(a, of[child])]
        assert all(a.capacity is not None and done.loads[a.id] == a.capacity for a in able)
    assert (
        assign(draw(members[::-1], 99, seed=seed, as_at=AS_AT), auditors[::-1]).given == done.given
    )


def test_coverage_says_who_was_not_looked_at() -> None:
    """North: two audits within the year and one before it, one worker of two. South: none."""
    frame = [
        Member("A", "North", "W1"),
        Member("B", "North", "W2"),
        Member("C", "South", "V1"),
        Member("D", "South", ""),
    ]
    audits = [
        Seen("North", "W1", date(2026, 4, 1)),
        Seen("North", "W1", date(2027, 3, 31)),
        Seen("North", "W2", date(2026, 3, 31)),
    ]
    found = coverage(frame, audits, date(2026, 4, 1), date(2027, 3, 31))
    assert [str(team) for team in found.teams] == [
        "North: 2 audits, 1 of 2 workers",
        "South: 0 audits, 0 of 1 workers",
    ]
    assert found.not_seen == ("South",)
    assert found.workers_not_seen == ("W2", "V1")
