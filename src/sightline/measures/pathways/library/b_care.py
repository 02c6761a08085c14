"""Pathways of children in care, of adoption, and of coming home, from Annex A and the SSD."""

from __future__ import annotations

from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.pathways.declare import Span, pathway
from sightline.measures.rolls.adoption import children_for_adoption
from sightline.measures.rolls.care import children_in_care
from sightline.measures.rolls.ssd_home import ssd_gone_home

YEAR = "The list holds the last twelve months alone: a child who waits longer may not be in it."


@pathway(
    "care", "From entering care to leaving it", children_in_care,
    start="the start of care", end="its end", theme="permanence", months=6,
    note="An end is not in itself good: it may be a home, or a birthday.",
)  # fmt: skip
def care(rows: Any, asked: Asked) -> Span:
    """All children in care but those in short breaks."""
    return Span(rows.started_on.notnull(), rows.started_on, rows.ended_on)


@pathway(
    "care-to-adoption", "From entering care to moving in with adopters", children_for_adoption,
    start="the start of care", end="moving in", theme="adoption", months=36, note=YEAR,
)  # fmt: skip
def care_to_adoption(rows: Any, asked: Asked) -> Span:
    """Children with a decision for adoption; one whose plan changed waits no longer."""
    return Span(rows.decided_on.notnull(), rows.entered_care_on, rows.placed_on,
                left=rows.reversed_on)  # fmt: skip


@pathway(
    "order-to-match", "From a placement order to a match", children_for_adoption,
    start="the placement order", end="the match", theme="adoption", months=24, note=YEAR,
)  # fmt: skip
def order_to_match(rows: Any, asked: Asked) -> Span:
    """Children with a placement order; one whose plan changed waits no longer."""
    return Span(rows.ordered_on.notnull(), rows.ordered_on, rows.matched_on, left=rows.reversed_on)


@pathway(
    "home-to-care", "From going home to coming back into care", ssd_gone_home,
    start="going home from care", end="coming back into care", theme="returning-home", months=36,
    note="The part who have not come back is what is hoped for: here waiting is good.",
)  # fmt: skip
def home_to_care(rows: Any, asked: Asked) -> Span:
    """Children who went home from care, and the next time they came in, if they did."""
    return Span(rows.left_on.notnull(), rows.left_on, rows.back_on)
