"""Deadlines from the local lists: core groups, before court and in it, return, complaints."""

from __future__ import annotations

from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.deadlines.declare import Due, deadline
from sightline.measures.rolls.local_care import private_fostering
from sightline.measures.rolls.local_court import care_proceedings, pre_proceedings
from sightline.measures.rolls.local_meetings import first_core_groups
from sightline.measures.rolls.local_quality import complaints, escalations, midpoint_reviews
from sightline.measures.rolls.local_staff import children_supervised
from sightline.measures.timescales import TIMESCALES


@deadline(
    "first-core-group", "First core group", "the first core group", first_core_groups,
    theme="multi-agency", timescale="core_group_first",
)  # fmt: skip
def first_core_group(rows: Any, asked: Asked) -> Due:
    """Ten working days from the start of the plan; a plan that ended waits for none."""
    of = rows.first_held_on.notnull() | asked.is_open(rows.started_on, rows.ended_on)
    limit = TIMESCALES["core_group_first"].limit
    return Due(of, rows.started_on, limit, done=rows.first_held_on)


@deadline(
    "first-pre-proceedings-meeting", "First pre-proceedings meeting",
    "the first meeting after the letter", pre_proceedings,
    theme="pre-proceedings-court", setting="pre_proceedings_meeting",
)  # fmt: skip
def first_meeting(rows: Any, asked: Asked) -> Due:
    """From the letter."""
    of = rows.first_meeting_on.notnull() | rows.is_open
    return Due(of, rows.letter_on, asked.settings.pre_proceedings_meeting,
               done=rows.first_meeting_on)  # fmt: skip


@deadline(
    "pre-proceedings-end", "Pre-proceedings concluded", "pre-proceedings to end", pre_proceedings,
    theme="pre-proceedings-court", setting="pre_proceedings",
)  # fmt: skip
def pre_proceedings_end(rows: Any, asked: Asked) -> Due:
    """From the letter, or the gateway meeting."""
    return Due(rows.started_on.notnull(), rows.started_on, asked.settings.pre_proceedings,
               done=rows.ended_on)  # fmt: skip


@deadline(
    "care-proceedings", "Care proceedings concluded", "the final order", care_proceedings,
    theme="pre-proceedings-court", timescale="care_proceedings",
    note="The court may extend them.",
)  # fmt: skip
def proceedings(rows: Any, asked: Asked) -> Due:
    """26 weeks from the issue."""
    limit = TIMESCALES["care_proceedings"].limit
    return Due(rows.issued_on.notnull(), rows.issued_on, limit, done=rows.ended_on)


@deadline(
    "private-fostering-visit", "First visit, private fostering", "the first visit",
    private_fostering, theme="private-fostering", timescale="private_fostering_first",
)  # fmt: skip
def private_fostering_visit(rows: Any, asked: Asked) -> Due:
    """Seven working days from when the authority knew."""
    of = rows.first_visit_on.notnull() | rows.is_open
    limit = TIMESCALES["private_fostering_first"].limit
    return Due(of, rows.aware_on, limit, done=rows.first_visit_on)


@deadline(
    "supervision", "Child discussed in supervision", "supervision", children_supervised,
    theme="supervision", setting="child_supervision",
)  # fmt: skip
def supervision(rows: Any, asked: Asked) -> Due:
    """From the last discussion, or the start of the work."""
    since = rows.last_discussed_on.coalesce(rows.started_on)
    return Due(rows.is_open, since, asked.settings.child_supervision)


@deadline(
    "complaint", "Stage 1 answer to a complaint", "an answer", complaints,
    theme="performance-information", timescale="complaint_s1", note="20 working days if complex.",
)  # fmt: skip
def complaint(rows: Any, asked: Asked) -> Due:
    """Ten working days from when it came."""
    of = (rows.stage == "1") & rows.complaint_kind.isin(("complaint",)).fill_null(True)
    return Due(of, rows.received_on, TIMESCALES["complaint_s1"].limit, done=rows.answered_on)


@deadline(
    "midpoint-review", "Midpoint review", "the midpoint review", midpoint_reviews,
    theme="conferences-reviews", given="The date in the list, else half-way between two meetings",
)  # fmt: skip
def midpoint_review(rows: Any, asked: Asked) -> Due:
    """By the date given."""
    return Due(rows.due_on.notnull(), rows.last_meeting_on, due=rows.due_on, done=rows.held_on)


@deadline(
    "escalation", "Answer to an escalation", "an answer", escalations,
    theme="management-oversight", given="The date in the list",
)  # fmt: skip
def escalation(rows: Any, asked: Asked) -> Due:
    """By the date given."""
    return Due(rows.due_on.notnull(), rows.raised_on, due=rows.due_on, done=rows.answered_on)
