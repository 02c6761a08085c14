"""Results are counts, n of N, and never averages."""

from datetime import date

from audits_small import (
    GOOD,
    IMPROVE,
    IN_CARE,
    INADEQUATE,
    NOT_IN_CARE,
    OUTSTANDING,
    SMALL,
    filled,
    graded,
)

from sightline.audits import results
from sightline.audits.answers import Answer
from sightline.audits.tools import tool

MAY, JUNE = date(2026, 5, 5), date(2026, 6, 5)


def _audit(child: str, team: str, grades: tuple[str, ...], on: date = MAY, **said: object):  # type: ignore[no-untyped-def]
    return results.Audited(
        SMALL, child, team, on, IN_CARE, filled(*grades), **{"overall": GOOD, **said}
    )


AUDITS = [
    _audit("A", "North", (GOOD, GOOD, GOOD, GOOD)),
    _audit("B", "South", (GOOD, IMPROVE, GOOD, OUTSTANDING), overall=IMPROVE),
    _audit("C", "North", (INADEQUATE, IMPROVE, GOOD, GOOD), overall=INADEQUATE),
]


def test_grades_by_question_are_counted() -> None:
    """b, how planned: Good once and Requires improvement twice."""
    found = {one.key: one for one in results.by_question(AUDITS)}
    assert str(found["small/1:b"]) == "Good 1 of 3, Requires improvement 2 of 3"
    assert found["small/1:b"].counts == {INADEQUATE: 0, IMPROVE: 2, GOOD: 1, OUTSTANDING: 0}
    assert found["small/1:b"].at_least(GOOD) == (1, 3)
    assert found["small/1:d"].at_least(GOOD) == (3, 3)


def test_a_grade_that_was_asked_and_not_given_is_told() -> None:
    """D has no b. E is not in care: c is not asked, so it is not missing."""
    part = {"a": graded(GOOD)}
    more = [
        results.Audited(SMALL, "D", "North", MAY, NOT_IN_CARE, part),
        results.Audited(SMALL, "E", "North", MAY, NOT_IN_CARE, filled(GOOD, GOOD, GOOD, GOOD)),
    ]
    found = {one.key: one for one in results.by_question([*AUDITS, *more])}
    assert (found["small/1:b"].of, found["small/1:b"].without) == (4, 1)
    assert (found["small/1:c"].of, found["small/1:c"].without) == (3, 0)


def test_grades_by_section_and_theme() -> None:
    """Safety's is a; planning's is b."""
    sections = {one.title: str(one) for one in results.by_section(AUDITS)}
    assert sections["Safety"] == "Good 2 of 3, Inadequate 1 of 3"
    themes = {one.key: one for one in results.by_theme(AUDITS)}
    assert str(themes["planning"]) == "Good 1 of 3, Requires improvement 2 of 3"
    assert themes["planning"].title == "Planning"


def test_two_scales_are_not_counted_together() -> None:
    """A closure's met and an audit's Good on planning are two distributions."""
    closing = results.Audited(
        tool("closure"), "Z", "North", MAY, frozenset(), {"goals": Answer("met", "Plan", "Done")}
    )
    planning = [d for d in results.by_theme([*AUDITS, closing]) if d.key == "planning"]
    assert [(d.scale.id, d.of) for d in planning] == [("ofsted", 3), ("met", 1)]


def test_overall_grades_by_team() -> None:
    """North: one Good, one Inadequate. South: one Requires improvement, and one not graded yet."""
    audits = [*AUDITS, _audit("D", "South", (GOOD, GOOD, GOOD, GOOD), overall=None)]
    found = results.by_team(audits)
    assert [(d.key, str(d), d.without) for d in found] == [
        ("North", "Good 1 of 2, Inadequate 1 of 2", 0),
        ("South", "Requires improvement 1 of 1", 1),
    ]
    (everybody,) = results.overall(audits)
    assert (everybody.of, everybody.without) == (3, 1)


def test_compliance_is_yes_of_yes_and_no() -> None:
    """Yes from data twice, no by hand once, does not apply once: 2 of 3."""
    audits = [
        AUDITS[0],
        AUDITS[1],
        results.Audited(SMALL, "C", "", MAY, IN_CARE, {"checked": Answer("no", "Letter")}),
        results.Audited(SMALL, "D", "", MAY, IN_CARE, {"checked": Answer("na", from_data=True)}),
    ]
    (found,) = results.compliance(audits)
    assert str(found) == "2 of 3"
    assert (found.not_applicable, found.from_data) == (1, 2)
    (nobody,) = results.compliance(audits[3:])
    assert str(nobody) == "none to count"


def test_voices_heard() -> None:
    """A child in one of two, a parent in both, no practitioner."""
    audits = [
        _audit("A", "North", (GOOD,) * 4, voices=frozenset({"child", "parent"})),
        _audit("B", "North", (GOOD,) * 4, voices=frozenset({"parent"})),
    ]
    assert results.voices_heard(audits) == {
        "child": (1, 2),
        "parent": (2, 2),
        "practitioner": (0, 2),
    }


def test_a_finding_that_comes_again() -> None:
    """C's plan was weak in May and in June; its safety only in May. B was looked at once."""
    again = _audit("C", "North", (GOOD, INADEQUATE, GOOD, GOOD), on=JUNE)
    found = results.repeat_findings([*AUDITS, again])
    assert found == (results.Repeat("C", "planning", (MAY, JUNE)),)


def test_nothing_done_gives_nothing() -> None:
    """And no error."""
    assert results.by_question([]) == results.by_team([]) == results.compliance([]) == ()
