"""Checks within the lists of contacts, referrals, assessments, enquiries, need and protection."""

from __future__ import annotations

from sightline.intake.checks import fields  # noqa: F401  its rules come first
from sightline.intake.checks.declare import At, birthday, blank, check, filled

_EVENTS = {
    "contacts": "contact_date",
    "early_help": "assessment_start_date",
    "referrals": "referral_date",
    "assessments": "assessment_start_date",
    "section_47": "strategy_discussion_date",
}
_BORN = {"date_of_birth": "2010-05-04"}


def _again(key: str, columns: str) -> None:
    names = columns.split()
    row = {"child_id": "A1", **{n: "2026-09-01" if "date" in n else "1A" for n in names}}

    @check(
        "W02",
        "query",
        key,
        names[0],
        uses=f"child_id {columns}",
        means="The same event of the same child stands in the list twice.",
        remedy="See whether it was entered twice; if so, take one out where it was entered.",
        breaks=[row, row],
        keeps=[row, {**row, names[0]: "2026-09-02"}],
        windowed=True,
    )
    def event_twice(at: At) -> str:
        by = ", ".join(f"t.{n}" for n in ("child_id", *names))
        known = " AND ".join(f"t.{n} IS NOT NULL" for n in ("child_id", *names))
        return f"{known} AND row_number() OVER (PARTITION BY {by} ORDER BY t._row) > 1"


for _key, _columns in (
    ("contacts", "contact_date contact_source"),
    ("early_help", "assessment_start_date"),
    ("referrals", "referral_date referral_source"),
    ("assessments", "assessment_start_date"),
    ("section_47", "strategy_discussion_date"),
):
    _again(_key, _columns)


def _window(key: str, column: str, what: str) -> None:
    @check(
        "W04",
        "query",
        key,
        column,
        uses=column,
        means=f"{what} before the time that the list covers.",
        remedy="See that the extract was run for the right dates; leave older rows out.",
        breaks=[{column: "2024-10-30"}],
        keeps=[{column: "2026-10-01"}],
    )
    def before_the_window(at: At) -> str:
        return f"t.{column} < {at.window}"


for _key, _column, _what in (
    ("contacts", "contact_date", "The contact was received"),
    ("early_help", "assessment_completion_date", "The assessment was completed"),
    ("referrals", "referral_date", "The referral was received"),
    ("assessments", "assessment_authorised_date", "The assessment was authorised"),
    ("section_47", "strategy_discussion_date", "The strategy discussion was held"),
    ("children_in_need", "cin_closure_date", "The episode closed"),
    ("child_protection", "plan_end_date", "The plan ended"),
    ("children_in_care", "cla_end_date", "Care ended"),
    ("adoption", "adoption_order_date", "The adoption order was made"),
    ("adoption", "no_longer_placed_date", "The decision was reversed"),
    ("adopters", "adoption_order_date", "The adoption order was made"),
    ("adopters", "left_process_date", "The adopter left"),
):
    _window(_key, _column, _what)


def _too_old(key: str, start: str, end: str, age: int) -> None:
    """Aged ``age`` or more at the event, or now and still open."""
    grown = {18: "18 or over", 26: "26 or over"}[age]
    still = " or is so while it is open" if end else ""

    @check(
        "W05",
        "query",
        key,
        start,
        uses=f"date_of_birth {start} {end}",
        graded="error" if age == 26 else None,
        means=f"The young person was {grown} when it began{still}.",
        remedy="See whether the date of birth is right, and whether it should have ended.",
        breaks=[{"date_of_birth": f"{2025 - age}-06-01", start: "2025-07-01"}],
        keeps=[{"date_of_birth": f"{2027 - age}-06-01", start: "2025-07-01"}],
    )
    def grown_up(at: At) -> str:
        begun = f"t.{start} >= {birthday(age)}"
        open_now = f"{blank(end)} AND {at.day} >= {birthday(age)}" if end else "FALSE"
        old = f"({begun} OR ({open_now}))"
        if age == 18:
            return f"{old} AND NOT (t.{start} >= {birthday(26)} OR " + (
                f"({blank(end)} AND {at.day} >= {birthday(26)}))" if end else "FALSE)"
            )
        return old


for _age in (18, 26):
    for _key, _start, _end in (
        ("referrals", "referral_date", ""),
        ("assessments", "assessment_start_date", ""),
        ("section_47", "strategy_discussion_date", ""),
        ("children_in_need", "cin_start_date", "cin_closure_date"),
        ("child_protection", "plan_start_date", "plan_end_date"),
        ("children_in_care", "cla_start_date", "cla_end_date"),
    ):
        _too_old(_key, _start, _end, _age)


@check(
    "W11",
    "error",
    "section_47",
    "icpc_unnecessary",
    uses="icpc_unnecessary icpc_date icpc_led_to_plan",
    means="A conference was held, or led to a plan, although it was deemed unnecessary.",
    remedy="Put right whether a conference was needed, or take its date and outcome out.",
    breaks=[{"icpc_unnecessary": "Y", "icpc_date": "2026-09-01", "icpc_led_to_plan": "N"}],
    keeps=[{"icpc_unnecessary": "N", "icpc_date": "2026-09-01", "icpc_led_to_plan": "N"}],
)
def conference_though_unnecessary(at: At) -> str:
    """A conference after "not needed"."""
    return "t.icpc_unnecessary = 'Y' AND (t.icpc_date IS NOT NULL OR t.icpc_led_to_plan = 'Y')"


@check(
    "W13",
    "query",
    "section_47",
    "icpc_date",
    uses="icpc_date",
    means="The conference is dated on a weekend or a bank holiday.",
    remedy="See whether this is the day on which it was held.",
    breaks=[{"icpc_date": "2026-08-31"}],
    keeps=[{"icpc_date": "2026-09-01"}],
)
def conference_on_a_day_off(at: At) -> str:
    """Saturday, Sunday, or a bank holiday of England."""
    return f"(dayofweek(t.icpc_date) IN (0, 6) OR list_contains([{at.days_off}], t.icpc_date))"


def _counted(key: str, column: str, event: str, what: str) -> None:
    @check(
        "W15",
        "query",
        key,
        column,
        uses=f"child_id {column} {event}",
        means=f"The count of {what} in 12 months is below those that the list itself shows.",
        remedy=f"Count the {what} that began in the 12 months before the latest one.",
        breaks=[
            {"child_id": "A1", event: "2026-07-01", column: 0},
            {"child_id": "A1", event: "2026-09-01", column: 0},
        ],
        keeps=[
            {"child_id": "A1", event: "2026-07-01", column: 1},
            {"child_id": "A1", event: "2026-09-01", column: 1},
        ],
        windowed=True,
    )
    def count_too_low(at: At) -> str:
        seen = f"count(DISTINCT t.{event}) OVER (PARTITION BY t.child_id) - 1"
        return f"t.child_id IS NOT NULL AND t.{column} < {seen}"


_counted("referrals", "referrals_last_12_months", "referral_date", "referrals")
_counted("section_47", "s47_last_12_months", "strategy_discussion_date", "enquiries")


@check(
    "W17",
    "error",
    "children_in_need",
    "case_status",
    uses="case_status cin_closure_date",
    means="The status is closed without a closure date, or there is a date and it is not closed.",
    remedy="Put right the status or the closure date.",
    breaks=[{"case_status": "CLOSED"}],
    keeps=[{"case_status": "CLOSED", "cin_closure_date": "2026-09-01"}],
)
def status_and_closure(at: At) -> str:
    """Closed exactly when there is a closure date."""
    gone = f"t.case_status = 'CLOSED' AND {blank('cin_closure_date')}"
    return f"(({gone}) OR (t.case_status <> 'CLOSED' AND {filled('cin_closure_date')}))"


@check(
    "W19",
    "query",
    "child_protection",
    "plan_end_date",
    uses="plan_start_date plan_end_date",
    means="The plan starts and ends on one day.",
    remedy="See whether there was a plan at all.",
    breaks=[{"plan_start_date": "2026-09-01", "plan_end_date": "2026-09-01"}],
    keeps=[{"plan_start_date": "2026-09-01", "plan_end_date": "2026-09-02"}],
)
def plan_of_no_days(at: At) -> str:
    """A plan of no length."""
    return "t.plan_start_date = t.plan_end_date"


@check(
    "W23",
    "query",
    "child_protection",
    "previous_plans",
    uses="previous_plans",
    means="The number of earlier plans is over 5.",
    remedy="See that plans are counted, and not reviews.",
    breaks=[{"previous_plans": 6}],
    keeps=[{"previous_plans": 5}],
)
def many_plans(at: At) -> str:
    """More plans than a child is likely to have had."""
    return "t.previous_plans > 5"


@check(
    "W41",
    "query",
    "children_in_need",
    "closure_reason",
    uses="closure_reason",
    means="Closure after an assessment without further action (RC8): Ofsted leaves such rows out.",
    remedy="Take the row out of the list, if the child was only assessed.",
    breaks=[{"closure_reason": "RC8"}],
    keeps=[{"closure_reason": "RC7"}],
)
def out_of_scope(at: At) -> str:
    """RC8 is out of the list's scope, by Ofsted's answers of August 2019."""
    return "t.closure_reason = 'RC8'"


_NOBODY = (
    r"\b(team|duty|unallocated|unassigned|not allocated|allocation|tray|inbox|vacant|vacancy"
    r"|team manager|service manager|pool)\b"
)
_HELD = "assessments section_47 children_in_need child_protection children_in_care care_leavers"


@check(
    "W40",
    "query",
    f"referrals {_HELD}",
    "allocated_worker",
    uses="allocated_worker",
    means="No worker is named: the cell is blank, or holds a team, a tray or a manager's post.",
    remedy="Allocate a worker. This is a finding to act on, and not only to mend.",
    breaks=[{"allocated_worker": "Duty Team"}],
    keeps=[{"allocated_worker": "Amara Tealby"}],
)
def no_worker(at: At) -> str:
    """Nobody is allocated."""
    vague = f"regexp_matches(lower(t.allocated_worker), '{_NOBODY}')"
    return f"({blank('allocated_worker')} OR {vague})"


@check(
    "W40",
    "query",
    f"referrals {_HELD}",
    "allocated_team",
    uses="allocated_team",
    means="No team is named.",
    remedy="Name the team that holds the work.",
    breaks=[{}],
    keeps=[{"allocated_team": "Assessment 1"}],
)
def no_team(at: At) -> str:
    """No team holds the work."""
    return blank("allocated_team")
