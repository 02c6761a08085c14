"""Planters within lists 2 to 6, and of who holds the work."""

from __future__ import annotations

from datetime import date, timedelta

from sightline.kit.calendar import SATURDAY, add_working_days
from sightline.synthesize.dirt.declare import Change, Place, in_care, open_plan, plants
from sightline.synthesize.dirt.events import EVENTS
from sightline.synthesize.printed import Printed

_DAYS = timedelta(days=25)
_HELD = ("children_in_need", "child_protection", "children_in_care")
_OTHERS = ("referrals", "assessments", "section_47", "care_leavers")


@plants("W06", "early_help")
def completed_before_start(at: Place) -> Change | None:
    """Reported at the completion, which stays within the window."""
    start, end = at["assessment_start_date"], at["assessment_completion_date"]
    if end is None or start < at.window + _DAYS:
        return None
    return at.change("assessment_completion_date", start - at.days(1, 20))


@plants("W07", "assessments")
def authorised_before_start(at: Place) -> Change | None:
    """Reported at the authorisation."""
    start, end = at["assessment_start_date"], at["assessment_authorised_date"]
    if end is None or start < at.window + _DAYS:
        return None
    return at.change("assessment_authorised_date", start - at.days(1, 20))


@plants("W07", "children_in_need")
def closed_before_start(at: Place) -> Change | None:
    """Reported at the closure. When the child was last seen is left out: it could not fit."""
    if at["cin_closure_date"] is None or at["cin_start_date"] < at.window + _DAYS:
        return None
    end = at["cin_start_date"] - at.days(1, 20)
    return at.change("cin_closure_date", end, last_seen_date=None)


@plants("W08", "assessments")
def outcome_or_date(at: Place) -> Change | None:
    """Reported at the one of the two that is blank."""
    if at["assessment_authorised_date"] is None:
        return at.change("needs_support", at.pick("YN"), "assessment_authorised_date")
    return at.change("needs_support", None)


@plants("W10", "section_47")
def conference_before_discussion(at: Place) -> Change | None:
    """Reported at the conference."""
    if not _no_plan(at):
        return None
    day = add_working_days(at["strategy_discussion_date"], -at.bed.rng.randint(1, 10))
    return at.change("icpc_date", day)


def _no_plan(at: Place) -> bool:
    """A conference on whose date and outcome no plan of the last four months rests."""
    recent = at.window + timedelta(days=60)
    plans = [row for row in at.rows("child_protection") if row["plan_start_date"] >= recent]
    return at["icpc_date"] is not None and not plans


@plants("W11", "section_47")
def conference_not_needed(at: Place) -> Change | None:
    """Reported at whether it was needed."""
    return at.change("icpc_unnecessary", "Y") if at["icpc_date"] is not None else None


@plants("W12", "section_47")
def conference_or_outcome(at: Place) -> Change | None:
    """Reported at the one of the two that is blank."""
    return at.change(at.pick(("icpc_date", "icpc_led_to_plan")), None) if _no_plan(at) else None


@plants("W13", "section_47")
def conference_on_saturday(at: Place) -> Change | None:
    """The first Saturday after the strategy discussion; reported at the conference."""
    if not _no_plan(at):
        return None
    start: date = at["strategy_discussion_date"]
    saturday = start + timedelta(days=(SATURDAY - start.weekday()) % 7 or 7)
    return at.change("icpc_date", saturday) if saturday <= at.as_at else None


@plants("W15", "referrals", "section_47")
def count_too_low(at: Place) -> Change | None:
    """One less than the earlier rows in the list; reported on each of the child's rows."""
    column = {"referrals": "referrals_last_12_months"}.get(at.list, "s47_last_12_months")
    seen = len({row[EVENTS[at.list]] for row in at.child[at.list]})
    if seen < 2:
        return None
    made = Change()
    for row in at.child[at.list]:
        made.set(at.list, row, **{column: seen - 2}).report(at.list, row, column)
    return made


@plants("W16", "children_in_need")
def closure_or_reason(at: Place) -> Change | None:
    """Reported at the one of the two that is blank."""
    if at["cin_closure_date"] is None:
        return at.change("closure_reason", "RC7", "cin_closure_date")
    return at.change("closure_reason", None)


@plants("W17", "children_in_need")
def status_or_closure(at: Place) -> Change | None:
    """Reported at the status. Not where a plan or care has to agree with it."""
    if open_plan(at) or in_care(at):
        return None
    return at.change("case_status", "CLOSED" if at["cin_closure_date"] is None else "CIN")


@plants("W18", "children_in_need")
def seen_outside(at: Place) -> Change | None:
    """Before the start, or after the closure; reported at when the child was last seen."""
    end = at["cin_closure_date"]
    if end is not None and end + timedelta(days=20) <= at.as_at:
        return at.change("last_seen_date", end + at.days(1, 20))
    return at.change("last_seen_date", at["cin_start_date"] - at.days(1, 30))


@plants("W40", *_OTHERS)
def nobody_is_named(at: Place) -> Change | None:
    """Reported at the worker or the team."""
    column = at.pick(("allocated_worker", "allocated_worker", "allocated_team"))
    return at.change(column, _nobody(at, column))


@plants("W40", *_HELD)
def nobody_holds_the_work(at: Place) -> Change | None:
    """In lists 6, 7 and 8 alike, which should name the same; reported in each of them."""
    column = at.pick(("allocated_worker", "allocated_worker", "allocated_team"))
    value, made = _nobody(at, column), Change()
    for key in _HELD:
        for row in at.rows(key):
            made.set(key, row, **{column: value}).report(key, row, column)
    return made


def _nobody(at: Place, column: str) -> object:
    if column == "allocated_team":
        return None
    return at.pick((None, "Duty Team", "Unallocated", Printed("#N/A")))


@plants("W41", "children_in_need")
def closed_after_assessment(at: Place) -> Change | None:
    """Reported at the reason for closure."""
    return at.change("closure_reason", "RC8") if at["cin_closure_date"] is not None else None
