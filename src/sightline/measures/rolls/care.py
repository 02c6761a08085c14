"""The roll of children in care: who they are, where they live, and what is due when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import add_working_days_to, after, with_working_days
from sightline.measures.declare import roll
from sightline.measures.limits import Limit
from sightline.measures.rolls.people import age_on, person
from sightline.measures.timescales import TIMESCALES

if TYPE_CHECKING:
    import ibis.expr.types as ir

IN_CARE = "annex_a.children_in_care"
SHORT_BREAKS = ("V3", "V4")
# What stands for "meant to last until the child is 18", which no column says.
TO_18 = ("U1", "U4")


@roll("children_in_care", "child in care", "children in care", IN_CARE,
      ("started_on", "ended_on", "placement_type", "placed_on", "last_visit_on", "visit_due_on",
       "last_review_on", "review_due_on"))  # fmt: skip
def children_in_care(data: Data, asked: Asked) -> ir.Table:
    """Children in care now or of late, without those in short breaks alone.

    ``visit_due_on``, ``review_due_on``, ``health_due_on`` and ``dental_due_on`` are the days by
    which the next of each is due. They say nothing of a child who has left: see ``is_open``.
    """
    import ibis

    table = _timed(data[IN_CARE])
    return table.select(
        **person(
            table, asked, IN_CARE, plan_type=ibis.literal("CLA"), legal_status=table.legal_status
        ),
        **_period(table, asked),
        **_placement(table),
        **_contacts(table),
        **_missing(table),
        visit_due_on=visit_due_on(table),
        review_due_on=review_due_on(table),
        health_due_on=health_due_on(table, asked.as_at),
        dental_due_on=dental_due_on(table),
    )


def _timed(rows: ir.Table) -> ir.Table:
    """The rows with the working days that the law counts from the start of care."""
    rows = rows.filter(~rows.legal_status.isin(SHORT_BREAKS).fill_null(False))
    first = TIMESCALES["cla_review_1"].limit.n
    rows = add_working_days_to(rows, "cla_start_date", first, "first_review_due_on")
    spans = {"health_working_days": ("cla_start_date", "last_health_assessment_date")}
    return with_working_days(rows, spans)


def _period(table: ir.Table, asked: Asked) -> dict[str, Any]:
    return {
        "started_on": table.cla_start_date,
        "ended_on": table.cla_end_date,
        "end_reason": table.cla_end_reason,
        "uasc": table.uasc_last_12_months,
        "came_back": table.repeat_care_12_months,
        "legal_status_since": table.legal_status_start_date,
        "permanence_plan": table.permanence_plan,
        "is_open": asked.is_open(table.cla_start_date, table.cla_end_date),
        "days_in_care": asked.today.delta(table.cla_start_date, unit="day"),
        "first_review_due_on": table.first_review_due_on,
    }


def _placement(table: ir.Table) -> dict[str, Any]:
    return {
        "placed_on": table.placement_start_date,
        "placement_type": table.placement_type,
        "placement_provider": table.placement_provider,
        "placement_location": table.placement_location,
        "placement_urn": table.placement_urn,
        "placements": table.placements_last_12_months,
    }


def _contacts(table: ir.Table) -> dict[str, Any]:
    return {
        "last_visit_on": table.last_visit_date,
        "last_review_on": table.last_review_date,
        "last_iro_contact_on": table.last_iro_contact_date,
        "last_health_on": table.last_health_assessment_date,
        "last_dental_on": table.last_dental_check_date,
        "health_working_days": table.health_working_days,
    }


def _missing(table: ir.Table) -> dict[str, Any]:
    return {
        "missing": table.missing_episodes_12_months,
        "absent": table.absent_episodes_12_months,
        "interview_offered": table.return_interview_offered,
        "interview_accepted": table.return_interview_accepted,
    }


def visit_due_on(rows: ir.Table) -> ir.DateValue:
    """The day by which the child must be visited next, by regulation 28.

    The first visit is due within a week of the start of the placement; then each within 6 weeks of
    the last. Once 6 weeks reach beyond the placement's first year, it is 3 months where the
    placement is meant to last to 18. With parents on an interim care order it is a week until the
    first review, then 4 weeks. With parents on a care order it is a week from the order too, and 6
    weeks always. A placement without a start is taken to have begun with care.
    """
    import ibis

    week, six, quarter, four = (
        TIMESCALES[name].limit
        for name in (
            "cla_visit_first", "cla_visit_year1", "cla_visit_longterm", "cla_visit_interim_home",
        )
    )  # fmt: skip
    placed = rows.placement_start_date.coalesce(rows.cla_start_date)
    visit, order = rows.last_visit_date, rows.legal_status_start_date
    home = (rows.placement_type == "P1").fill_null(False)
    interim, care_order = home & (rows.legal_status == "C1"), home & (rows.legal_status == "C2")
    lasting = rows.placement_type.isin(TO_18).fill_null(False) | (
        rows.permanence_plan == "FOSTERING"
    ).fill_null(False)
    in_six = after(visit, six)
    beyond_a_year = in_six >= after(placed, Limit(12, "months"))
    return ibis.cases(
        (~(visit >= placed).fill_null(False), after(placed, week)),
        (interim & rows.last_review_date.isnull(), after(visit, week)),
        (interim, after(visit, four)),
        (care_order & (visit < order), ibis.least(in_six, after(order, week))),
        (care_order, in_six),
        (lasting & beyond_a_year, after(visit, quarter)),
        else_=in_six,
    )


def review_due_on(rows: ir.Table) -> ir.DateValue:
    """The day by which the next review is due, by regulation 33.

    The list holds the latest review alone: one within 2 months of the start of care is taken to be
    the first.
    """
    import ibis

    last = rows.last_review_date
    second, later = (TIMESCALES[name].limit for name in ("cla_review_2", "cla_review_n"))
    return ibis.cases(
        (last.isnull(), rows.first_review_due_on),
        (last <= after(rows.cla_start_date, Limit(2, "months")), after(last, second)),
        else_=after(last, later),
    )


def health_due_on(rows: ir.Table, day: date) -> ir.DateValue:
    """The day by which the next health assessment is due; null where the age is not known."""
    import ibis

    last, age = rows.last_health_assessment_date, age_on(rows.date_of_birth, day)
    young, older = (TIMESCALES[name].limit for name in ("rha_under5", "rha_over5"))
    return ibis.cases(
        (last.isnull(), rows.first_review_due_on),
        (age < 5, after(last, young)),
        (age >= 5, after(last, older)),
    )


def dental_due_on(rows: ir.Table) -> ir.DateValue:
    """The day by which the teeth are due to be checked: within a year of the start, at first."""
    since = rows.last_dental_check_date.coalesce(rows.cla_start_date)
    return after(since, TIMESCALES["dental"].limit)
