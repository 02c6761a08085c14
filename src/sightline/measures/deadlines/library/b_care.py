"""Deadlines of children in care and care leavers, from Annex A."""

from __future__ import annotations

from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.deadlines.declare import Due, deadline
from sightline.measures.rolls.care import children_in_care
from sightline.measures.rolls.leavers import care_leavers


@deadline(
    "care-review", "Review in care", "a review", children_in_care,
    theme="conferences-reviews", timescale="cla_review_n",
    note="Twenty working days from the start of care for the first, three months from the first "
    "for the second, then six. One within two months of the start is taken to be the first.",
)  # fmt: skip
def care_review(rows: Any, asked: Asked) -> Due:
    """By regulation 33."""
    return Due(rows.is_open, rows.last_review_on.coalesce(rows.started_on), due=rows.review_due_on)


@deadline(
    "care-visit", "Visit to a child in care", "a visit", children_in_care,
    theme="visits", timescale="cla_visit_year1",
    note="A week from the start of a placement, then six weeks; three months after a year where "
    "the placement is to last to 18; more often at home on an interim order.",
)  # fmt: skip
def care_visit(rows: Any, asked: Asked) -> Due:
    """By regulation 28."""
    since = rows.last_visit_on.coalesce(rows.placed_on, rows.started_on)
    return Due(rows.is_open, since, due=rows.visit_due_on)


@deadline(
    "health-assessment", "Health assessment", "a health assessment", children_in_care,
    theme="health", timescale="rha_over5",
    note="Twenty working days from the start of care for the first, then six months under five and "
    "twelve from five on.",
)  # fmt: skip
def health_assessment(rows: Any, asked: Asked) -> Due:
    """By regulation 7."""
    since = rows.last_health_on.coalesce(rows.started_on)
    return Due(rows.is_open, since, due=rows.health_due_on)


@deadline(
    "dental-check", "Teeth checked", "a dental check", children_in_care,
    theme="health", timescale="dental", note="A published measure, not law.",
)  # fmt: skip
def dental_check(rows: Any, asked: Asked) -> Due:
    """Within a year of the last, or of coming into care."""
    return Due(rows.is_open, rows.last_dental_on.coalesce(rows.started_on), due=rows.dental_due_on)


@deadline(
    "pathway-review", "Pathway plan review", "a review of the pathway plan", care_leavers,
    theme="care-leavers", timescale="pathway_review",
    note="A care leaver without a date of review has no day it can be counted from: see CL07.",
)  # fmt: skip
def pathway_review(rows: Any, asked: Asked) -> Due:
    """Six months from the last."""
    return Due(rows.has_service, rows.last_review_on, due=rows.review_due_on)


@deadline(
    "adviser-contact", "Contact with a care leaver", "contact", care_leavers,
    theme="care-leavers", timescale="adviser_contact",
    note="Of those who are in touch. A contact is not the same as a visit.",
)  # fmt: skip
def adviser_contact(rows: Any, asked: Asked) -> Due:
    """Two months from the last."""
    in_touch = (rows.in_touch == "YES").fill_null(False)
    return Due(in_touch, rows.last_contact_on, due=rows.contact_due_on)
