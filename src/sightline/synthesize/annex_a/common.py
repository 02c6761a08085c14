"""What rows of several lists say alike: disability, and who holds the work."""

from __future__ import annotations

from datetime import date

from sightline.kit.calendar import add_months
from sightline.synthesize.events import Child, Holding
from sightline.synthesize.view import Row

YES, NO, NOT_KNOWN = "Y", "N", "U"


def disability(child: Child) -> str:
    """Whether a child has a disability, by code."""
    return YES if child.disabilities else NO if child.known else NOT_KNOWN


def held_by(holding: Holding) -> Row:
    """Team and worker."""
    worker = holding.worker
    return {"allocated_team": worker.team.name, "allocated_worker": worker.name}


def said(true: bool) -> str:
    """Yes or no, by code."""
    return YES if true else NO


def earlier_in_twelve_months(days: list[int]) -> int:
    """How many of some days lie in the twelve months before the latest, which is not counted."""
    latest = max(days)
    since = add_months(date.fromordinal(latest), -12).toordinal()
    return sum(1 for day in days if since <= day < latest)
