"""Pathways before court and in it, from the local lists."""

from __future__ import annotations

from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.pathways.declare import Span, pathway
from sightline.measures.rolls.local_court import care_proceedings, families


@pathway(
    "pre-proceedings", "From the start of pre-proceedings to their end", families,
    start="the letter, or the gateway meeting", end="the end of pre-proceedings",
    theme="pre-proceedings-court", months=12, note="Of families, not of children.",
)  # fmt: skip
def pre_proceedings(rows: Any, asked: Asked) -> Span:
    """All families in pre-proceedings."""
    return Span(rows.started_on.notnull(), rows.started_on, rows.ended_on)


@pathway(
    "care-proceedings", "From the issue of care proceedings to the final order", care_proceedings,
    start="the issue", end="the final order", theme="pre-proceedings-court", months=12,
)  # fmt: skip
def proceedings(rows: Any, asked: Asked) -> Span:
    """All children in care proceedings."""
    return Span(rows.issued_on.notnull(), rows.issued_on, rows.ended_on)
