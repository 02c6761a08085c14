"""Signals of plans: older than their purpose, or the same need come again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.limits import months
from sightline.measures.rolls.need import children_in_need, protection_plans
from sightline.measures.signals.declare import Raised, signal
from sightline.measures.signals.words import on, whole_months

MARKS = (24, 18, 15)


def _age_of(what: str) -> Any:
    def because(row: Mapping[str, Any]) -> str:
        age = whole_months(row["since"], row["as_at"])
        mark = next(m for m in MARKS if age >= m)
        return f"{what} began on {on(row['since'])}, {age} months ago: past {mark} months."

    return because


@signal(
    "old-protection-plan", "Protection plan open 15 months or longer", protection_plans,
    theme="drift-delay", because=_age_of("The child protection plan"),
    means="A plan past 15, 18 or 24 months may no longer be what keeps the child safe.",
)  # fmt: skip
def old_protection_plan(rows: Any, asked: Asked) -> Raised:
    """Open, and begun 15 months ago or earlier."""
    return Raised(rows.is_open & asked.older(rows.started_on, months(15)), rows.started_on)


@signal(
    "old-need", "Child in need plan open 15 months or longer", children_in_need,
    theme="drift-delay", because=_age_of("The episode of need"),
    means="Help that has gone on for 15, 18 or 24 months may have lost its purpose. The start is "
    "that of the episode of need: the plan may be younger.",
)  # fmt: skip
def old_need(rows: Any, asked: Asked) -> Raised:
    """Open as a child in need, and begun 15 months ago or earlier."""
    on_plan = (rows.case_status == "CIN").fill_null(False)
    of = rows.is_open & on_plan & asked.older(rows.started_on, months(15))
    # A disabled child may rightly be helped for years: that is no drift.
    return Raised(of & ~(rows.primary_need == "N2").fill_null(False), rows.started_on)


def _again(row: Mapping[str, Any]) -> str:
    count = row["before"]
    plans = "one plan" if count == 1 else f"{count} plans"
    return f"On a child protection plan since {on(row['since'])}, after {plans} before it."


@signal(
    "repeat-plan", "On a protection plan again", protection_plans,
    theme="drift-delay", because=_again,
    means="What changed after the earlier plan may not have lasted.",
)  # fmt: skip
def repeat_plan(rows: Any, asked: Asked) -> Raised:
    """Open, with a plan before it."""
    return Raised(rows.is_open & (rows.plans_before >= 1), rows.started_on,
                  {"before": rows.plans_before})  # fmt: skip
