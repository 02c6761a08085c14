"""Pathways of help and protection, from Annex A."""

from __future__ import annotations

from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.pathways.declare import Span, pathway
from sightline.measures.rolls.front_door import early_help, referrals
from sightline.measures.rolls.need import (
    assessments,
    children_in_need,
    protection_plans,
    section_47,
)

OPEN_SINCE = "The list holds all who set out in the last six months, and so are all counted."


@pathway(
    "referral-to-assessment", "From referral to the start of an assessment", referrals,
    start="the referral", end="the start of an assessment", theme="front-door", months=6,
    note="Referrals on which no further action was taken are left out. The assessment is the first "
    "of the child on or after the referral.",
)  # fmt: skip
def referral_to_assessment(rows: Any, asked: Asked) -> Span:
    """Referrals that were taken further."""
    further = (rows.referral_nfa == "N").fill_null(False)
    return Span(further, rows.referral_date, rows.assessed_on)


@pathway(
    "assessment", "From the start of an assessment to its end", assessments,
    start="the start of the assessment", end="its authorisation", theme="assessment", months=6,
    note=OPEN_SINCE,
)  # fmt: skip
def assessment(rows: Any, asked: Asked) -> Span:
    """All assessments."""
    return Span(rows.started_on.notnull(), rows.started_on, rows.authorised_on)


@pathway(
    "enquiry-to-conference", "From the strategy discussion to the conference", section_47,
    start="the strategy discussion", end="the initial conference",
    theme="conferences-reviews", months=6,
    note="Enquiries that need no conference, and children on a plan already, are left out.",
)  # fmt: skip
def enquiry_to_conference(rows: Any, asked: Asked) -> Span:
    """Enquiries that lead, or may lead, to a conference."""
    may = ~(rows.unnecessary == "Y").fill_null(False) & (
        rows.conference_on.notnull() | ~rows.on_plan
    )
    return Span(may, rows.discussed_on, rows.conference_on)


@pathway(
    "protection-plan", "From the start of a protection plan to its end", protection_plans,
    start="the start of the plan", end="its end", theme="child-protection-enquiries", months=6,
    note="An end is not in itself good: see plans that come again.",
)  # fmt: skip
def protection_plan(rows: Any, asked: Asked) -> Span:
    """All plans."""
    return Span(rows.started_on.notnull(), rows.started_on, rows.ended_on)


@pathway(
    "need", "From the start of need to its end", children_in_need,
    start="the start of the episode of need", end="its closure", theme="drift-delay", months=6,
    note=OPEN_SINCE,
)  # fmt: skip
def need(rows: Any, asked: Asked) -> Span:
    """All episodes of need."""
    return Span(rows.started_on.notnull(), rows.started_on, rows.ended_on)


@pathway(
    "early-help", "From the start of early help to its end", early_help,
    start="the start of the early help assessment", end="its completion",
    theme="early-help", months=6, note=OPEN_SINCE,
)  # fmt: skip
def helped_early(rows: Any, asked: Asked) -> Span:
    """All early help episodes."""
    return Span(rows.started_on.notnull(), rows.started_on, rows.ended_on)
