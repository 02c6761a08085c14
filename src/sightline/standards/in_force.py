"""Whether something declared with its dates was in force on a day."""

from __future__ import annotations

from datetime import date


def in_force(since: date | None, until: date | None, day: date) -> bool:
    """Whether the day lies between the two dates, both included; no date means no limit."""
    return (since is None or since <= day) and (until is None or day <= until)
