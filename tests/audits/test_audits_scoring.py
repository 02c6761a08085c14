"""The overall grade by rules, worked by hand: a and b are key, c and d are not."""

import pytest
from audits_small import (
    GOOD,
    IMPROVE,
    IN_CARE,
    INADEQUATE,
    NOT_IN_CARE,
    OUTSTANDING,
    SMALL,
    filled,
)

from sightline.audits.answers import Answer
from sightline.audits.scoring import Overall, alerts, check_override, derived_overall
from sightline.audits.tools import tool
from sightline.audits.tools.limits import OFSTED_LIMITS


@pytest.mark.parametrize(
    ("grades", "overall", "because"),
    [
        # All Good: all four are "not Outstanding".
        ((GOOD, GOOD, GOOD, GOOD), GOOD, "cannot be"),
        # One of four is not Outstanding: less than half, and nothing is below Good.
        ((OUTSTANDING, OUTSTANDING, OUTSTANDING, GOOD), OUTSTANDING, "No rule stands"),
        # Two of four are not Outstanding: half.
        ((OUTSTANDING, OUTSTANDING, GOOD, GOOD), GOOD, "Half of the parts or more"),
        # One part below Good.
        ((OUTSTANDING, OUTSTANDING, OUTSTANDING, IMPROVE), GOOD, "End (Requires improvement)"),
        # Half below Good.
        ((GOOD, GOOD, IMPROVE, IMPROVE), IMPROVE, "Half of the parts or more are below Good"),
        # One key part below Good is not half, nor two.
        ((GOOD, IMPROVE, GOOD, GOOD), GOOD, "A part is below Good"),
        # One key part Inadequate, the rest Outstanding.
        ((INADEQUATE, OUTSTANDING, OUTSTANDING, OUTSTANDING), IMPROVE, "Safety (Inadequate)"),
        # One other part Inadequate is below Good, and no more.
        ((GOOD, GOOD, INADEQUATE, GOOD), GOOD, "Care (Inadequate)"),
        # Both key parts Inadequate.
        ((INADEQUATE, INADEQUATE, GOOD, GOOD), INADEQUATE, "Two or more key parts"),
        # Half Inadequate, one of them key.
        ((INADEQUATE, GOOD, GOOD, INADEQUATE), INADEQUATE, "Half of the parts or more are Inad"),
    ],
)
def test_the_overall_grade_follows_the_rules(
    grades: tuple[str, str, str, str], overall: str, because: str
) -> None:
    """Each with the sentence that says why, and the parts behind it."""
    derived = derived_overall(SMALL, IN_CARE, filled(*grades))
    assert derived.grade == overall
    assert because in " ".join(derived.reasons)
    assert not derived.unsafe
    assert derived.escalate == ""


def test_grades_are_not_averaged() -> None:
    """Outstanding and Inadequate are not Good: the middle of 4, 4, 4 and 1 would be 3."""
    answers = filled(INADEQUATE, OUTSTANDING, OUTSTANDING, OUTSTANDING)
    assert derived_overall(SMALL, IN_CARE, answers).grade == IMPROVE


def test_an_unsafe_child_is_inadequate_at_once() -> None:
    """However good the rest, and though the audit is not finished."""
    answers = filled(OUTSTANDING, OUTSTANDING, OUTSTANDING, OUTSTANDING, safe_now="no")
    derived = derived_overall(SMALL, IN_CARE, answers)
    assert (derived.grade, derived.unsafe) == (INADEQUATE, True)
    assert "today" in derived.escalate
    begun = derived_overall(SMALL, IN_CARE, {"safe_now": Answer("no")})
    assert (begun.grade, begun.unsafe) == (INADEQUATE, True)
    assert [q.id for q in alerts(SMALL, IN_CARE, answers)] == ["safe_now"]


def test_while_nobody_knows_whether_the_child_is_safe_there_is_no_grade() -> None:
    """But something to do today."""
    answers = filled(GOOD, GOOD, GOOD, GOOD, safe_now="unsure")
    derived = derived_overall(SMALL, IN_CARE, answers)
    assert (derived.grade, derived.unsafe) == (None, False)
    assert "today" in derived.escalate


def test_an_unfinished_audit_has_no_overall_grade() -> None:
    """It says which parts are missing; a part that is not asked is not missed."""
    answers = filled(GOOD, GOOD, GOOD, GOOD)
    del answers["c"], answers["b"]
    derived = derived_overall(SMALL, IN_CARE, answers)
    assert derived.grade is None
    assert derived.reasons == (
        "There is no overall grade yet. These are not finished: Plan, Care.",
    )
    answers["b"] = filled(GOOD, GOOD, GOOD, GOOD)["b"]
    assert derived_overall(SMALL, NOT_IN_CARE, answers).grade == GOOD


def test_a_tool_without_rules_has_no_overall_grade_and_still_escalates() -> None:
    """A dip sample may find an unsafe child too."""
    derived = derived_overall(tool("dip_sample"), (), {"safe_now": Answer("no", "Seen")})
    assert (derived.grade, derived.unsafe) == (None, True)
    assert "today" in derived.escalate


def test_a_closure_with_a_key_part_not_met_is_not_met() -> None:
    """Goals not met; all others met."""
    closing = tool("closure")
    answers = {q.id: Answer("met", "Record", "It shows") for q in closing.graded}
    answers["safe_now"] = Answer("yes", "Seen")
    assert derived_overall(closing, (), answers).grade == "met"
    answers["goals"] = Answer("not_met", "Plan", "Two of five are open")
    assert derived_overall(closing, (), answers).grade == "not_met"
    answers["goals"] = Answer("partly_met", "Plan", "One of five is open")
    assert derived_overall(closing, (), answers).grade == "partly_met"


def test_another_grade_needs_a_reason() -> None:
    """Five words at least, on the scale, and never for an unsafe child."""
    derived = derived_overall(SMALL, IN_CARE, filled(GOOD, GOOD, GOOD, GOOD))
    assert check_override(derived, GOOD, "") == []
    assert "Say why you give Outstanding" in check_override(derived, OUTSTANDING, "I think so")[0]
    why = "The court praised how fast permanence came"
    assert check_override(derived, OUTSTANDING, why) == []
    assert "not on the scale" in check_override(derived, "Adequate", why)[0]
    unsafe = derived_overall(SMALL, IN_CARE, filled(GOOD, GOOD, GOOD, GOOD, safe_now="no"))
    assert "cannot be raised" in check_override(unsafe, GOOD, why)[0]
    assert "Finish that first" in check_override(Overall(None, ("Not yet.",)), GOOD, why)[0]


def test_the_rules_are_told_in_words() -> None:
    """A reader of the tool can follow them."""
    assert all(limit.says.endswith(".") and len(limit.says.split()) > 5 for limit in OFSTED_LIMITS)
