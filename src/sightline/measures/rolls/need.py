"""Rolls of help and protection: assessments, enquiries, children in need, protection plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import after, with_working_days
from sightline.measures.declare import roll
from sightline.measures.rolls.people import person
from sightline.measures.rolls.shared import alongside, child_keys, with_nth
from sightline.measures.timescales import TIMESCALES

if TYPE_CHECKING:
    import ibis.expr.types as ir

ASSESSED, ENQUIRED = "annex_a.assessments", "annex_a.section_47"
IN_NEED, PROTECTED = "annex_a.children_in_need", "annex_a.child_protection"
IN_CARE = "annex_a.children_in_care"
# Children in short breaks alone are not in care as the other figures mean it.
SHORT_BREAKS = ("V3", "V4")


@roll("assessments", "assessment", "assessments", ASSESSED,
      ("started_on", "authorised_on", "child_seen", "working_days"))  # fmt: skip
def assessments(data: Data, asked: Asked) -> ir.Table:
    """Assessments, each with the working days it took, or has been open."""
    spans = {
        "working_days": ("assessment_start_date", "assessment_authorised_date"),
        "working_days_open": ("assessment_start_date", asked.as_at),
    }
    table = with_working_days(data[ASSESSED], spans)
    return table.select(
        **person(table, asked, ASSESSED),
        started_on=table.assessment_start_date,
        authorised_on=table.assessment_authorised_date,
        child_seen=table.child_seen,
        needs_support=table.needs_support,
        working_days=table.working_days,
        working_days_open=table.working_days_open,
        is_open=asked.is_open(table.assessment_start_date, table.assessment_authorised_date),
    )


@roll("section_47", "section 47 enquiry", "section 47 enquiries", ENQUIRED,
      ("discussed_on", "conference_on", "working_days"))  # fmt: skip
def section_47(data: Data, asked: Asked) -> ir.Table:
    """Section 47 enquiries, each with its conference, and whether a plan is in force already.

    ``is_latest`` marks one row for each child: that of the latest strategy discussion.
    """
    import ibis

    spans = {
        "working_days": ("strategy_discussion_date", "icpc_date"),
        "working_days_open": ("strategy_discussion_date", asked.as_at),
    }
    plans = data[PROTECTED]
    planned = _children(plans, asked.is_open(plans.plan_start_date, plans.plan_end_date), "on_plan")
    rows = data[ENQUIRED]
    rows = with_nth(rows, ibis.desc(rows.strategy_discussion_date))
    table = alongside(with_working_days(rows, spans), planned)
    return table.select(
        **person(table, asked, ENQUIRED),
        discussed_on=table.strategy_discussion_date,
        unnecessary=table.icpc_unnecessary,
        conference_on=table.icpc_date,
        led_to_plan=table.icpc_led_to_plan,
        enquiries_before=table.s47_last_12_months,
        is_latest=table._nth == 0,
        on_plan=table.on_plan.fill_null(False),
        working_days=table.working_days,
        working_days_open=table.working_days_open,
    )


@roll("children_in_need", "child in need", "children in need", IN_NEED,
      ("started_on", "ended_on", "case_status", "last_seen_on"))  # fmt: skip
def children_in_need(data: Data, asked: Asked) -> ir.Table:
    """Episodes of need: open and closed, with the status, and when the child was last seen."""
    spans = {"working_days_open": ("cin_start_date", asked.as_at)}
    table = with_working_days(data[IN_NEED], spans)
    return table.select(
        **person(table, asked, IN_NEED, plan_type=table.case_status),
        started_on=table.cin_start_date,
        ended_on=table.cin_closure_date,
        closure_reason=table.closure_reason,
        case_status=table.case_status,
        primary_need=table.primary_need,
        last_seen_on=table.last_seen_date,
        working_days_open=table.working_days_open,
        is_open=asked.is_open(table.cin_start_date, table.cin_closure_date),
    )


@roll("protection_plans", "child protection plan", "child protection plans", PROTECTED,
      ("started_on", "ended_on", "last_visit_on", "last_review_on", "review_due_on"))  # fmt: skip
def protection_plans(data: Data, asked: Asked) -> ir.Table:
    """Child protection plans, with the next review's due day, and whether the child is in care.

    The next review is due 3 months after the plan began, or 6 months after the last review.
    """
    import ibis

    care = data[IN_CARE]
    in_care = asked.is_open(care.cla_start_date, care.cla_end_date)
    in_care &= ~care.legal_status.isin(SHORT_BREAKS).fill_null(False)
    table = alongside(data[PROTECTED], _children(care, in_care, "in_care"))
    return table.select(
        **person(table, asked, PROTECTED, plan_type=ibis.literal("CPP")),
        started_on=table.plan_start_date,
        ended_on=table.plan_end_date,
        category=table.latest_category,
        last_visit_on=table.last_visit_date,
        seen_alone=table.seen_alone,
        last_review_on=table.latest_review_date,
        review_due_on=ibis.coalesce(
            after(table.latest_review_date, TIMESCALES["rcpc_repeat"].limit),
            after(table.plan_start_date, TIMESCALES["rcpc_first"].limit),
        ),
        emergency=table.epo_or_police_protection,
        plans_before=table.previous_plans,
        in_care=table.in_care.fill_null(False),
        is_open=asked.is_open(table.plan_start_date, table.plan_end_date),
        days=table.plan_end_date.delta(table.plan_start_date, unit="day"),
        days_open=asked.today.delta(table.plan_start_date, unit="day"),
    )


def _children(rows: ir.Table, of: ir.BooleanValue, name: str) -> ir.Table:
    """The children who have such a row, each once, with a column that says so."""
    import ibis

    found = rows.filter(of)
    return found.select(*child_keys(rows)).distinct().mutate(**{name: ibis.literal(True)})
