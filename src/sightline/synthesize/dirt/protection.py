"""Planters within list 7: child protection plans."""

from __future__ import annotations

from datetime import timedelta

from sightline.synthesize.dirt.declare import Change, Place, in_care, plants

_LIST = "child_protection"
_DAYS = timedelta(days=25)


@plants("W07", _LIST)
def ended_before_start(at: Place) -> Change | None:
    """Reported at the end. Visit and review are left out: they could not lie within the plan."""
    if at["plan_end_date"] is None or at["plan_start_date"] < at.window + _DAYS:
        return None
    return _without_events(at.change("plan_end_date", at["plan_start_date"] - at.days(1, 20)), at)


def _without_events(made: Change, at: Place) -> Change:
    return made.set(_LIST, at.row, last_visit_date=None, seen_alone=None, latest_review_date=None)


@plants("W19", _LIST)
def plan_of_one_day(at: Place) -> Change | None:
    """Reported at the end. A plan that was open is so no longer, which list 6 follows."""
    if at["plan_start_date"] < at.window:
        return None
    made = _without_events(at.change("plan_end_date", at["plan_start_date"]), at)
    for row in at.rows("children_in_need"):
        if row["case_status"] == "CPP":
            made.set("children_in_need", row, case_status="CIN")
    return made


@plants("W20", _LIST)
def outside_the_plan(at: Place) -> Change | None:
    """Visit before it, review on its first day, or either after it; reported at that date."""
    column = at.pick(("last_visit_date", "latest_review_date"))
    if at[column] is None:
        return None
    end = at["plan_end_date"]
    if end is not None and end + timedelta(days=14) <= at.as_at:
        return at.change(column, end + at.days(1, 14))
    early = at.days(1, 20) if column == "last_visit_date" else timedelta()
    return at.change(column, at["plan_start_date"] - early)


@plants("W21", _LIST)
def visit_or_alone(at: Place) -> Change | None:
    """Reported at the one of the two that is blank."""
    if at["last_visit_date"] is None or at["seen_alone"] is None:
        return None
    return at.change(at.pick(("last_visit_date", "seen_alone")), None)


@plants("W23", _LIST)
def many_plans(at: Place) -> Change | None:
    """Reported at the number."""
    return at.change("previous_plans", at.bed.rng.randint(6, 9))


@plants("X09", _LIST)
def plan_without_conference(at: Place) -> Change | None:
    """The conference led to no plan, by list 5; reported at the plan's start in list 7."""
    start = at["plan_start_date"]
    if start < at.window + timedelta(days=60):
        return None
    made = Change().report(_LIST, at.row, "plan_start_date")
    led = [row for row in at.rows("section_47") if row["icpc_led_to_plan"] == "Y"]
    for row in led:
        made.set("section_47", row, icpc_led_to_plan="N")
    return made if led else None


@plants("X04", "children_in_need")
def status_and_plan(at: Place) -> Change | None:
    """By status on a plan without one, or the reverse; reported at the status in list 6."""
    if in_care(at) or at["cin_closure_date"] is not None:
        return None
    return at.change("case_status", "CIN" if at["case_status"] == "CPP" else "CPP")
