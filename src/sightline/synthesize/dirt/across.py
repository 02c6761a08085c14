"""Planters across lists: a child on one list who must, or must not, stand on another."""

from __future__ import annotations

from datetime import timedelta

from sightline.synthesize.dirt.ages import last_of_several
from sightline.synthesize.dirt.declare import (
    Change,
    Place,
    Row,
    age_on,
    in_care,
    open_plan,
    plants,
    window_of,
)
from sightline.synthesize.dirt.events import CHILDREN

_CIN, _PLANS, _CARE = "children_in_need", "child_protection", "children_in_care"
_SETTLED = timedelta(days=14)
_NOT_SAID = ("NOBT", "REFU", "UNKNOWN")


def _out_of_need(at: Place, made: Change, unless: str) -> Change | None:
    """The child's row of list 6 taken out, where nothing but the planted fault follows.

    Not where the child is also on ``unless``, in another open assessment, or where an assessment
    rests on the episode of need for want of a referral.
    """
    rows = at.rows(_CIN)
    others = [row for row in at.rows("assessments") if row is not at.row]
    if not rows or at.rows(unless) or any(map(_is_open, others)):
        return None
    if not all(_asked_for(at, row) for row in at.rows("assessments")):
        return None
    return made.remove(_CIN, rows)


def _is_open(assessment: Row) -> bool:
    return assessment["assessment_authorised_date"] is None


def _asked_for(at: Place, assessment: Row) -> bool:
    """Whether a referral came before the assessment, or it began too early to need one."""
    start = assessment["assessment_start_date"]
    if start < window_of("assessments", at.as_at):
        return True
    return any(row["referral_date"] <= start for row in at.rows("referrals"))


def _here(at: Place, column: str = "child_id") -> Change:
    return Change().report(at.list, at.row, column)


@plants("X01", _PLANS)
def plan_and_not_in_need(at: Place) -> Change | None:
    """Taken out of list 6; reported at the child in list 7."""
    return _out_of_need(at, _here(at), _CARE)


@plants("X02", _CARE)
def in_care_and_not_in_need(at: Place) -> Change | None:
    """Taken out of list 6; reported at the child in list 8."""
    return _out_of_need(at, _here(at), _PLANS)


@plants("X03", "assessments")
def assessed_and_not_in_need(at: Place) -> Change | None:
    """An open assessment, taken out of list 6; reported at the child in list 4."""
    if not _is_open(at.row) or at.rows(_PLANS):
        return None
    return _out_of_need(at, _here(at), _CARE)


@plants("X05", _CIN)
def status_and_care(at: Place) -> Change | None:
    """By status in care without a row in list 8, or the reverse; reported at the status."""
    if open_plan(at) or at["cin_closure_date"] is not None:
        return None
    return at.change("case_status", "CIN" if at["case_status"] == "CLA" else "CLA")


@plants("X06", _CIN)
def closed_and_still_open(at: Place) -> Change | None:
    """Closed in list 6 with a plan or care open; reported at the closure."""
    if at["cin_closure_date"] is not None or not (open_plan(at) or in_care(at)):
        return None
    seen = at["last_seen_date"] or at["cin_start_date"]
    day = max(seen, at["cin_start_date"], at.as_at - at.days(1, 20))
    return at.change("cin_closure_date", day, closure_reason="RC7", case_status="CLOSED")


@plants("X07", *CHILDREN[1:])
def another_gender(at: Place) -> Change | None:
    """Gender or ethnicity, on the child's only row in the last of its lists; reported there."""
    if not last_of_several(at) or at["gender"] not in ("M", "F"):
        return None
    if at["ethnicity"] in _NOT_SAID or at.pick((True, False)):
        return at.change("gender", "F" if at["gender"] == "M" else "M")
    others = [code for code in ("WBRI", "MWAS", "BAFR", "AIND") if code != at["ethnicity"]]
    return at.change("ethnicity", at.pick(others))


@plants("X07", *CHILDREN[4:])
def another_disability(at: Place) -> Change | None:
    """The same for disability, which lists 4 to 10 hold."""
    if at["has_disability"] not in ("Y", "N") or not last_of_several(at, "assessments"):
        return None
    return at.change("has_disability", "N" if at["has_disability"] == "Y" else "Y")


@plants("X08", "section_47")
def plan_not_listed(at: Place) -> Change | None:
    """The conference led to a plan that list 7 does not have; reported at its outcome."""
    if at["icpc_led_to_plan"] != "N" or at.rows(_PLANS):
        return None
    return at.change("icpc_led_to_plan", "Y")


@plants("X10", "referrals")
def nothing_and_yet_assessed(at: Place) -> Change | None:
    """An assessment within ten days of the child's only referral; reported at its outcome."""
    day = at["referral_date"]
    starts = [row["assessment_start_date"] for row in at.rows("assessments")]
    soon = any(day <= start <= day + timedelta(days=10) for start in starts)
    if not soon or len(at.rows("referrals")) > 1 or at["referral_nfa"] == "Y":
        return None
    return at.change("referral_nfa", "Y")


@plants("X11", "assessments")
def assessed_without_referral(at: Place) -> Change | None:
    """The referrals taken out, of a child not on list 6; reported at each assessment's start."""
    if at.rows(_CIN) or at["assessment_start_date"] < at.window + _SETTLED:
        return None
    made = Change().remove("referrals", at.rows("referrals"))
    for row in at.rows("assessments"):
        if row["assessment_start_date"] >= at.window + _SETTLED:
            made.report("assessments", row, "assessment_start_date")
    return made


@plants("X12", _CARE)
def adopted_without_order(at: Place) -> Change | None:
    """Care ended by adoption, of a child not on list 10; reported at the reason."""
    if at["cla_end_date"] is None or at.rows("adoption"):
        return None
    return at.change("cla_end_reason", at.pick(("E11", "E12")))


@plants("X12", "adoption")
def adopted_and_in_care(at: Place) -> Change | None:
    """An order for a child who waits, and is in care; reported at the order."""
    if at["adoption_order_date"] or at["no_longer_placed_date"] or not in_care(at):
        return None
    steps = at.there(("should_be_placed_date", "match_date", "placed_date"))
    latest = max(at[column] for column in steps)
    return at.change("adoption_order_date", max(latest, at.as_at - at.days(0, 20)))


@plants("X13", "adoption")
def waits_and_not_in_care(at: Place) -> Change | None:
    """Taken out of list 8, which list 6 follows; reported at the child in list 10."""
    if at["adoption_order_date"] or at["no_longer_placed_date"] or not in_care(at):
        return None
    made = _here(at).remove(_CARE, at.rows(_CARE))
    status = "CPP" if open_plan(at) else "CIN"
    for row in at.rows(_CIN):
        if row["case_status"] == "CLA":
            made.set(_CIN, row, case_status=status)
    return made


@plants("X14", _CARE)
def left_and_not_a_care_leaver(at: Place) -> Change | None:
    """Taken out of list 9; reported at the end of care in list 8."""
    end, leavers = at["cla_end_date"], at.rows("care_leavers")
    if end is None or not leavers or age_on(at["date_of_birth"], end) < 16:
        return None
    return _here(at, "cla_end_date").remove("care_leavers", leavers)


@plants("X15", "care_leavers")
def in_care_and_a_care_leaver(at: Place) -> Change | None:
    """An eligible child in care given another category; reported at it."""
    if at["eligibility"] != "ELIGIBLE" or not in_care(at):
        return None
    return at.change("eligibility", at.pick(("RELEVANT", "QUALIFYING")))


@plants("X17", _CARE)
def for_adoption_and_not_listed(at: Place) -> Change | None:
    """Under a placement order, and not on list 10; reported at the placement."""
    if at["cla_end_date"] is not None or at.rows("adoption"):
        return None
    return at.change("legal_status", "E1", "placement_type")


@plants("X18", _PLANS, _CARE)
def another_worker(at: Place) -> Change | None:
    """Another worker than in list 6; reported in list 7 or 8."""
    own = at["allocated_worker"].lower()
    others = [name for name in at.bed.workers if name.lower() != own]
    if not at.rows(_CIN) or not others:
        return None
    return at.change("allocated_worker", at.pick(others))
