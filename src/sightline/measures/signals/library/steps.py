"""Signals of steps: down and up again, and home without a plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.limits import months
from sightline.measures.rolls.care import children_in_care
from sightline.measures.rolls.paths import left_care, stepped_down
from sightline.measures.signals.declare import Raised, signal
from sightline.measures.signals.words import ago, on

HOME = ("E4A", "E4B")
RECENT = months(6)


def _down_and_up(row: Mapping[str, Any]) -> str:
    return (
        f"The child protection plan ended on {on(row['ended'])}; the child came into care on "
        f"{on(row['since'])}."
    )


@signal(
    "down-and-up", "Into care after a protection plan ended", stepped_down,
    theme="drift-delay", because=_down_and_up,
    means="The plan may have ended before the child was safe.",
)  # fmt: skip
def down_and_up(rows: Any, asked: Asked) -> Raised:
    """Into care within the last six months, after a plan had ended."""
    recent = rows.care_started_on >= asked.ago(RECENT)
    return Raised(recent & (rows.care_started_on <= asked.today), rows.care_started_on,
                  {"ended": rows.ended_on})  # fmt: skip


def _back(row: Mapping[str, Any]) -> str:
    return f"In care again since {on(row['since'])}, within 12 months of leaving it."


@signal(
    "back-in-care", "Back in care within 12 months", children_in_care,
    theme="returning-home", because=_back,
    means="What was in place for the child's return may not have held.",
)  # fmt: skip
def back_in_care(rows: Any, asked: Asked) -> Raised:
    """Open, and in care before within 12 months."""
    return Raised(rows.is_open & (rows.came_back == "Y"), rows.started_on)


def _home(row: Mapping[str, Any]) -> str:
    return (
        f"Went home from care on {on(row['since'])}, {ago(row['days'])}, and nothing is open for "
        "the child."
    )


@signal(
    "home-without-plan", "Home from care without a plan", left_care,
    theme="returning-home", because=_home,
    means="A child who comes home from care may need help for it to last.",
)  # fmt: skip
def home_without_plan(rows: Any, asked: Asked) -> Raised:
    """Home in the last six months, and no child in need or protection plan is open."""
    planned = rows.open_as.isin(("CIN", "CPP", "CLA")).fill_null(False)
    of = rows.end_reason.isin(HOME) & (rows.left_on >= asked.ago(RECENT)) & ~planned
    return Raised(of, rows.left_on)
