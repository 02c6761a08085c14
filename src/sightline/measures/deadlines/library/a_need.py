"""Deadlines of help and protection, from Annex A."""

from __future__ import annotations

from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.deadlines.declare import Due, deadline
from sightline.measures.rolls.need import (
    assessments,
    children_in_need,
    protection_plans,
    section_47,
)
from sightline.measures.timescales import TIMESCALES


@deadline(
    "assessment", "Assessment", "the assessment to be finished", assessments,
    theme="assessment", timescale="single_assessment",
    note="Counted from the assessment's own start: the referral may be earlier.",
)  # fmt: skip
def assessment(rows: Any, asked: Asked) -> Due:
    """45 working days from its start."""
    limit = TIMESCALES["single_assessment"].limit
    return Due(rows.started_on.notnull(), rows.started_on, limit, done=rows.authorised_on)


@deadline(
    "initial-conference", "Initial conference", "the initial child protection conference",
    section_47, theme="conferences-reviews", timescale="icpc",
    note="A child who is on a plan already, or needs no conference, waits for none.",
)  # fmt: skip
def initial_conference(rows: Any, asked: Asked) -> Due:
    """15 working days from the strategy discussion."""
    waits = rows.conference_on.notnull() | (
        ~(rows.unnecessary == "Y").fill_null(False) & ~rows.on_plan & rows.is_latest
    )
    return Due(waits, rows.discussed_on, TIMESCALES["icpc"].limit, done=rows.conference_on)


@deadline(
    "protection-review", "Review conference", "the review conference", protection_plans,
    theme="conferences-reviews", timescale="rcpc_repeat",
    note="Three months from the start of the plan for the first, then six from the last.",
)  # fmt: skip
def protection_review(rows: Any, asked: Asked) -> Due:
    """Three months to the first review, then six."""
    since = rows.last_review_on.coalesce(rows.started_on)
    return Due(rows.is_open, since, due=rows.review_due_on)


@deadline(
    "protection-visit", "Visit on a protection plan", "a visit", protection_plans,
    theme="visits", setting="cp_visit",
)  # fmt: skip
def protection_visit(rows: Any, asked: Asked) -> Due:
    """From the last visit, or the start of the plan."""
    import ibis

    since = ibis.coalesce(rows.last_visit_on, rows.started_on)
    return Due(rows.is_open, since, asked.settings.cp_visit)


@deadline(
    "in-need-visit", "Visit to a child in need", "to be seen", children_in_need,
    theme="visits", setting="cin_visit",
)  # fmt: skip
def in_need_visit(rows: Any, asked: Asked) -> Due:
    """From when the child was last seen, or the start of the episode."""
    import ibis

    since = ibis.coalesce(rows.last_seen_on, rows.started_on)
    on_plan = (rows.case_status == "CIN").fill_null(False)
    return Due(rows.is_open & on_plan, since, asked.settings.cin_visit)
