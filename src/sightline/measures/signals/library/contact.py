"""Signals of contact: nobody allocated, nobody has seen the child, supervision has lapsed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.limits import weeks, working_days
from sightline.measures.rolls.care import children_in_care
from sightline.measures.rolls.local_staff import children_supervised
from sightline.measures.rolls.need import children_in_need, protection_plans
from sightline.measures.rolls.paths import workers_changed
from sightline.measures.signals.declare import Raised, signal
from sightline.measures.signals.words import ago, on

FIRST_DAYS = working_days(10)
SETTLED = weeks(4)
NOBODY = (
    "Without a social worker nobody is known to be looking out for the child. The list shows the "
    "day and not how long nobody has been allocated, so the days are those since the start."
)


def _unallocated(row: Mapping[str, Any]) -> str:
    return (
        f"No social worker is named. The work began on {on(row['since'])}; how long nobody has "
        "been named is not in the list."
    )


@signal(
    "unallocated-need", "Child in need without a social worker", children_in_need,
    theme="management-oversight", because=_unallocated, means=NOBODY,
)  # fmt: skip
def unallocated_need(rows: Any, asked: Asked) -> Raised:
    """Open, and the worker is blank, a desk, or nobody."""
    return Raised(rows.is_open & ~rows.allocated, rows.started_on)


@signal(
    "unallocated-plan", "Child on a protection plan without a social worker", protection_plans,
    theme="management-oversight", because=_unallocated, means=NOBODY,
)  # fmt: skip
def unallocated_plan(rows: Any, asked: Asked) -> Raised:
    """Open, and the worker is blank, a desk, or nobody."""
    return Raised(rows.is_open & ~rows.allocated, rows.started_on)


@signal(
    "unallocated-care", "Child in care without a social worker", children_in_care,
    theme="management-oversight", because=_unallocated, means=NOBODY,
)  # fmt: skip
def unallocated_care(rows: Any, asked: Asked) -> Raised:
    """Open, and the worker is blank, a desk, or nobody."""
    return Raised(rows.is_open & ~rows.allocated, rows.started_on)


def _never(row: Mapping[str, Any]) -> str:
    return f"No visit is recorded since the start on {on(row['since'])}, {ago(row['days'])}."


@signal(
    "never-seen-need", "Child in need not seen since the start", children_in_need,
    theme="visits", because=_never,
    means="Ten working days or more have gone by, and nobody is recorded to have seen the child.",
)  # fmt: skip
def never_seen_need(rows: Any, asked: Asked) -> Raised:
    """Open for ten working days or more, and no date of being seen since the start."""
    unseen = rows.last_seen_on.isnull() | (rows.last_seen_on < rows.started_on)
    return Raised(rows.is_open & unseen & asked.older(rows.started_on, FIRST_DAYS), rows.started_on)


@signal(
    "never-seen-plan", "Child on a protection plan not visited since it began", protection_plans,
    theme="visits", because=_never,
    means="Ten working days or more have gone by, and no visit is recorded on the plan.",
)  # fmt: skip
def never_seen_plan(rows: Any, asked: Asked) -> Raised:
    """Open for ten working days or more, and no visit since the start."""
    unseen = rows.last_visit_on.isnull() | (rows.last_visit_on < rows.started_on)
    return Raised(rows.is_open & unseen & asked.older(rows.started_on, FIRST_DAYS), rows.started_on)


def _new_worker(row: Mapping[str, Any]) -> str:
    seen = f"seen last on {on(row['seen'])}" if row["seen"] else "no date of being seen"
    over = "" if row["over"] else ", and no hand-over is recorded"
    return f"A new social worker began on {on(row['since'])}, {ago(row['days'])}{over}: {seen}."


@signal(
    "no-progress-since-change", "Not seen since a change of social worker", workers_changed,
    theme="drift-delay", because=_new_worker,
    means="A change of worker is where a plan most easily stands still.",
)  # fmt: skip
def no_progress_since_change(rows: Any, asked: Asked) -> Raised:
    """The worker changed four weeks ago or earlier, and has not been recorded to see the child."""
    unseen = rows.last_seen_on.isnull() | (rows.last_seen_on < rows.worker_since)
    of = unseen & asked.older(rows.worker_since, SETTLED)
    return Raised(of, rows.worker_since, {"seen": rows.last_seen_on, "over": rows.handed_over_on})


def _lapsed(row: Mapping[str, Any]) -> str:
    if row["last"] is None:
        return f"Not discussed in supervision since the work began on {on(row['since'])}."
    return f"Discussed in supervision last on {on(row['since'])}, {ago(row['days'])}."


@signal(
    "supervision-lapsed", "Not discussed in supervision for too long", children_supervised,
    theme="supervision", because=_lapsed, setting="child_supervision",
    means="Nobody has looked at the plan with the worker within the local standard.",
)  # fmt: skip
def supervision_lapsed(rows: Any, asked: Asked) -> Raised:
    """Last discussed, or begun, longer ago than the local standard."""
    since = rows.last_discussed_on.coalesce(rows.started_on)
    limit = asked.settings.child_supervision
    assert limit is not None
    of = rows.is_open & (since < asked.ago(limit))
    return Raised(of, since, {"last": rows.last_discussed_on})
