"""Checks across lists: a child who stands on one must, or must not, stand on another."""

from __future__ import annotations

from sightline.intake.checks import fields  # noqa: F401  its rules come first
from sightline.intake.checks.declare import At, blank, check

_NEED = {"children_in_need": "child_id"}
HERE = {"child_id": "A1"}


def in_list(key: str, where: str = "TRUE") -> str:
    """That the child stands on another list, in a row (``o``) of which something holds."""
    return f"EXISTS (SELECT 1 FROM {key} o WHERE o.child_id = t.child_id AND {where})"


def _not_in_need(rule_id: str, key: str, called: str) -> None:
    @check(
        rule_id,
        "error",
        key,
        "child_id",
        uses="child_id",
        others=_NEED,
        means=f"The child is on list {called} and not on list 6, which should hold all of them.",
        remedy="See why the extract of list 6 leaves the child out.",
        breaks=[{"child_id": "A9"}],
        keeps=[HERE],
        beside={"children_in_need": [HERE]},
    )
    def not_among_children_in_need(at: At) -> str:
        return f"t.child_id IS NOT NULL AND NOT {in_list('children_in_need')}"


_not_in_need("X01", "child_protection", "7")
_not_in_need("X02", "children_in_care", "8")


@check(
    "X03",
    "error",
    "assessments",
    "child_id",
    uses="child_id assessment_authorised_date",
    others=_NEED,
    means="The assessment is open, and the child is not on list 6.",
    remedy="See why the extract of list 6 leaves the child out.",
    breaks=[{"child_id": "A9"}],
    keeps=[HERE],
    beside={"children_in_need": [HERE]},
)
def assessed_and_not_in_need(at: At) -> str:
    """Children in open assessments are children in need."""
    open_now = blank("assessment_authorised_date")
    return f"t.child_id IS NOT NULL AND {open_now} AND NOT {in_list('children_in_need')}"


@check(
    "X04",
    "error",
    "children_in_need",
    "case_status",
    uses="child_id case_status cin_closure_date",
    others={"child_protection": "child_id plan_end_date"},
    means="The status and list 7 do not agree on whether there is a child protection plan.",
    remedy="Put right the status, or the plan's end.",
    breaks=[{"child_id": "A1", "case_status": "CIN"}],
    keeps=[{"child_id": "A1", "case_status": "CPP"}],
    beside={"child_protection": [HERE]},
)
def status_and_plan(at: At) -> str:
    """On a plan by status exactly when there is an open plan; in care goes first."""
    plan = in_list("child_protection", "o.plan_end_date IS NULL AND NOT o.plan_end_date__unread")
    other = "t.case_status NOT IN ('CPP', 'CLA', 'CLOSED')"
    return f"((t.case_status = 'CPP' AND NOT {plan}) OR ({other} AND {plan}))"


@check(
    "X05",
    "error",
    "children_in_need",
    "case_status",
    uses="child_id case_status cin_closure_date",
    others={"children_in_care": "child_id cla_end_date"},
    means="The status and list 8 do not agree on whether the child is in care.",
    remedy="Put right the status, or the date on which care ended.",
    breaks=[{"child_id": "A1", "case_status": "CIN"}],
    keeps=[{"child_id": "A1", "case_status": "CLA"}],
    beside={"children_in_care": [HERE]},
)
def status_and_care(at: At) -> str:
    """In care by status exactly when there is an open row in list 8."""
    care = in_list("children_in_care", "o.cla_end_date IS NULL AND NOT o.cla_end_date__unread")
    other = "t.case_status NOT IN ('CLA', 'CLOSED')"
    return f"((t.case_status = 'CLA' AND NOT {care}) OR ({other} AND {care}))"


@check(
    "X06",
    "error",
    "children_in_need",
    "cin_closure_date",
    uses="child_id cin_closure_date",
    others={
        "child_protection": "child_id plan_end_date",
        "children_in_care": "child_id cla_end_date",
    },
    means="Closed in list 6, and still on a plan in list 7 or in care in list 8.",
    remedy="Take the closure out, or end the plan or the time in care.",
    breaks=[{"child_id": "A1", "cin_closure_date": "2026-09-01"}],
    keeps=[{"child_id": "A2", "cin_closure_date": "2026-09-01"}],
    beside={"child_protection": [HERE], "children_in_care": []},
)
def closed_and_still_open(at: At) -> str:
    """A closed episode has no open plan and no open time in care."""
    plan = in_list("child_protection", "o.plan_end_date IS NULL AND NOT o.plan_end_date__unread")
    care = in_list("children_in_care", "o.cla_end_date IS NULL AND NOT o.cla_end_date__unread")
    return f"t.cin_closure_date IS NOT NULL AND ({plan} OR {care})"


_ABOUT = {
    "date_of_birth": "date of birth",
    "gender": "gender",
    "ethnicity": "ethnicity",
    "has_disability": "disability",
}
_HOLD_PEOPLE = (
    "early_help referrals assessments section_47 children_in_need child_protection "
    "children_in_care care_leavers adoption"
)
_HOLD_DISABILITY = (
    "section_47 children_in_need child_protection children_in_care care_leavers adoption"
)


def _differs(column: str, called: str) -> None:
    lists = _HOLD_DISABILITY if column == "has_disability" else _HOLD_PEOPLE
    first = "assessments" if column == "has_disability" else "contacts"
    one, other = ("2010-01-01", "2011-01-01") if column == "date_of_birth" else ("Y", "N")

    @check(
        "X07",
        "query",
        lists,
        column,
        uses=f"child_id {column}",
        means=f"The child's {called} is another than in an earlier list.",
        remedy="Put right the one that is wrong where it was entered.",
        breaks=[{"child_id": "A1", column: one}],
        keeps=[{"child_id": "A1", column: other}],
        beside={first: [{"child_id": "A1", column: other}]},
    )
    def another_in_an_earlier_list(at: At) -> str:
        return f"t.{column} <> first_seen.{column}"


for _column, _called in _ABOUT.items():
    _differs(_column, _called)


@check(
    "X08",
    "error",
    "section_47",
    "icpc_led_to_plan",
    uses="child_id icpc_led_to_plan",
    others={"child_protection": "child_id"},
    means="The conference led to a plan, and the child is not on list 7.",
    remedy="See whether the plan was entered.",
    breaks=[{"child_id": "A9", "icpc_led_to_plan": "Y"}],
    keeps=[{"child_id": "A1", "icpc_led_to_plan": "Y"}],
    beside={"child_protection": [HERE]},
)
def plan_not_listed(at: At) -> str:
    """A plan made in the window is open, or ended in the window."""
    return f"t.icpc_led_to_plan = 'Y' AND NOT {in_list('child_protection')}"


@check(
    "X09",
    "query",
    "child_protection",
    "plan_start_date",
    uses="child_id plan_start_date",
    others={"section_47": "child_id icpc_date icpc_led_to_plan"},
    means="The plan began in the window, and no conference of that day led to it.",
    remedy="See the conference's date; a plan that came from another authority is a good reason.",
    breaks=[{"child_id": "A1", "plan_start_date": "2026-09-02"}],
    keeps=[{"child_id": "A1", "plan_start_date": "2026-09-01"}],
    beside={"section_47": [{"child_id": "A1", "icpc_date": "2026-09-01", "icpc_led_to_plan": "Y"}]},
)
def plan_without_conference(at: At) -> str:
    """The first 60 days are left out: their enquiries may lie before the window."""
    made = in_list("section_47", "o.icpc_led_to_plan = 'Y' AND o.icpc_date = t.plan_start_date")
    recent = f"t.plan_start_date >= {at.window} + 60 AND t.plan_start_date <= {at.day}"
    return f"{recent} AND NOT {made}"


@check(
    "X10",
    "query",
    "referrals",
    "referral_nfa",
    uses="child_id referral_date referral_nfa",
    others={"assessments": "child_id assessment_start_date"},
    means="No further action is recorded, and an assessment followed.",
    remedy="Put right the outcome of the referral.",
    breaks=[{"child_id": "A1", "referral_date": "2026-09-01", "referral_nfa": "Y"}],
    keeps=[{"child_id": "A1", "referral_date": "2026-09-01", "referral_nfa": "N"}],
    beside={"assessments": [{"child_id": "A1", "assessment_start_date": "2026-09-03"}]},
)
def nothing_and_yet_assessed(at: At) -> str:
    """An assessment within ten days, with no other referral between the two."""
    soon = "o.assessment_start_date BETWEEN t.referral_date AND t.referral_date + 10"
    between = (
        "EXISTS (SELECT 1 FROM referrals r WHERE r.child_id = t.child_id AND r.referral_nfa = 'N' "
        "AND r.referral_date BETWEEN t.referral_date AND t.referral_date + 10)"
    )
    return f"t.referral_nfa = 'Y' AND {in_list('assessments', soon)} AND NOT {between}"


@check(
    "X11",
    "query",
    "assessments",
    "assessment_start_date",
    uses="child_id assessment_start_date",
    others={
        "referrals": "child_id referral_date",
        "children_in_need": "child_id cin_start_date",
    },
    means="The assessment began in the window without a referral, and the child was not known.",
    remedy="See whether the referral was recorded.",
    breaks=[{"child_id": "A9", "assessment_start_date": "2026-09-01"}],
    keeps=[{"child_id": "A1", "assessment_start_date": "2026-09-01"}],
    beside={
        "referrals": [{"child_id": "A1", "referral_date": "2026-08-30"}],
        "children_in_need": [],
    },
)
def assessed_without_referral(at: At) -> str:
    """A referral up to the start, or an episode of need that began by then."""
    asked = in_list("referrals", "o.referral_date <= t.assessment_start_date")
    known = in_list("children_in_need", "o.cin_start_date <= t.assessment_start_date")
    inside = f"t.assessment_start_date >= {at.window} + 14 AND t.child_id IS NOT NULL"
    return f"{inside} AND NOT {asked} AND NOT {known}"


def _another_owner(column: str, called: str) -> None:
    @check(
        "X18",
        "query",
        "child_protection children_in_care",
        column,
        uses=f"child_id {column}",
        others={"children_in_need": f"child_id {column}"},
        means=f"The {called} is another than in list 6.",
        remedy="See who holds the work, and put the other right.",
        breaks=[{"child_id": "A1", column: "Locality 2"}],
        keeps=[{"child_id": "A1", column: "locality 1"}],
        beside={"children_in_need": [{"child_id": "A1", column: "Locality 1"}]},
    )
    def another_owner(at: At) -> str:
        return in_list("children_in_need", f"lower(o.{column}) <> lower(t.{column})")


_another_owner("allocated_worker", "worker")
_another_owner("allocated_team", "team")
