"""Checks within the lists of adoption and of adopters."""

from __future__ import annotations

from sightline.intake.checks import fields  # noqa: F401  its rules come first
from sightline.intake.checks.declare import At, check


@check(
    "W38",
    "error",
    "adoption",
    "no_longer_placed_date",
    uses="no_longer_placed_date adoption_order_date",
    means="The decision was reversed, and yet the child was adopted.",
    remedy="See which of the two dates is right.",
    breaks=[{"no_longer_placed_date": "2026-05-01", "adoption_order_date": "2026-06-01"}],
    keeps=[{"adoption_order_date": "2026-06-01"}],
)
def reversed_and_adopted(at: At) -> str:
    """A child is adopted, or the decision is reversed."""
    return "t.no_longer_placed_date IS NOT NULL AND t.adoption_order_date IS NOT NULL"


@check(
    "W39",
    "error",
    "adopters",
    "left_process_date",
    uses="left_process_date adoption_order_date",
    means="The adopter left the process, and yet there is an adoption order.",
    remedy="See which of the two dates is right.",
    breaks=[{"left_process_date": "2026-05-01", "adoption_order_date": "2026-06-01"}],
    keeps=[{"adoption_order_date": "2026-06-01"}],
)
def left_and_adopted(at: At) -> str:
    """An adopter leaves without an order."""
    return "t.left_process_date IS NOT NULL AND t.adoption_order_date IS NOT NULL"
