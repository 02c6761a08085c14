"""Rolls of the local lists of midpoint reviews, escalations and complaints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import with_working_days
from sightline.measures.declare import roll
from sightline.measures.rolls.local_time import FELL_THROUGH
from sightline.measures.rolls.people_local import local_person

if TYPE_CHECKING:
    import ibis.expr.types as ir

MIDPOINTS, RAISED = "local.midpoint_reviews", "local.escalations"
COMPLAINTS = "local.complaints"


@roll("midpoint_reviews", "midpoint review", "midpoint reviews", MIDPOINTS,
      ("last_meeting_on", "due_on", "held_on", "reviewed_by"))  # fmt: skip
def midpoint_reviews(data: Data, asked: Asked) -> ir.Table:
    """Midpoint reviews: due on the date given, else half-way between the two meetings."""
    table, who = local_person(data, data[MIDPOINTS], asked, MIDPOINTS)
    between = table.next_meeting_on.delta(table.last_meeting_on, unit="day")
    half_way = table.last_meeting_on + (between // 2).as_interval("D")
    fell_through = table.status.isin(FELL_THROUGH).fill_null(False)
    return table.select(
        **who,
        last_meeting_on=table.last_meeting_on,
        due_on=table.due_on.coalesce(half_way),
        held_on=fell_through.ifelse(None, table.held_on),
        reviewed_by=table.reviewed_by,
    )


@roll("escalations", "escalation", "escalations", RAISED,
      ("raised_on", "stage", "reason", "due_on", "answered_on"))  # fmt: skip
def escalations(data: Data, asked: Asked) -> ir.Table:
    """Escalations, a row for each stage reached."""
    table, who = local_person(data, data[RAISED], asked, RAISED)
    return table.select(
        **who,
        raised_on=table.raised_on,
        stage=table.stage,
        reason=table.reason,
        due_on=table.due_on,
        answered_on=table.answered_on,
    )


@roll("complaints", "complaint", "complaints", COMPLAINTS,
      ("received_on", "stage", "made_by", "answered_on", "outcome"))  # fmt: skip
def complaints(data: Data, asked: Asked) -> ir.Table:
    """Complaints and other representations by stage, with the working days to an answer."""
    spans = {
        "days_to_answer": ("received_on", "answered_on"),
        "days_to_now": ("received_on", asked.as_at),
    }
    rows = with_working_days(data[COMPLAINTS], spans)
    table, who = local_person(data, rows, asked, COMPLAINTS)
    return table.select(
        **who,
        received_on=table.received_on,
        complaint_kind=table.complaint_kind,
        stage=table.stage,
        made_by=table.made_by,
        # An answer dated after the day asked about has not been given.
        answered_on=(table.answered_on <= asked.today).ifelse(table.answered_on, None),
        days_to_answer=(table.answered_on <= asked.today).ifelse(table.days_to_answer, None),
        days_to_now=table.days_to_now,
        extended=table.extended,
        outcome=table.outcome,
    )
