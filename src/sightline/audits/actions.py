"""Actions that come of an audit: what makes one good, where it stands, and who may verify it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sightline.kit.calendar import long_date

WORDS_ENOUGH = 3
NOBODY = {"all", "everyone", "everybody", "team", "the team", "staff", "all staff", "tbc", "tba"}


class Step(StrEnum):
    """Where an action stands."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    AWAITING = "done, awaiting verification"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class Action:
    """What will be done, by whom, by when, and what will be different for the child.

    ``done_by`` is who did it, and ``verified_by`` who looked whether it was done.
    """

    what: str
    who: str
    by: date | None
    different: str
    set_on: date
    started_on: date | None = None
    done_on: date | None = None
    done_by: str = ""
    evidence: str = ""
    verified_on: date | None = None
    verified_by: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Where an action stands, and how many days past its date it is; 0 where it is not."""

    step: Step
    overdue_by: int = 0

    def __str__(self) -> str:
        """In words: "in progress, overdue by 3 days"."""
        if not self.overdue_by:
            return str(self.step)
        days = "1 day" if self.overdue_by == 1 else f"{self.overdue_by} days"
        return f"{self.step}, overdue by {days}"


def state(action: Action, today: date) -> State:
    """Where an action stands on a day. Done and not verified, it is not overdue."""
    if action.verified_on and action.verified_on <= today and not check_verified(action):
        return State(Step.VERIFIED)
    if action.done_on and action.done_on <= today:
        return State(Step.AWAITING)
    begun = action.started_on is not None and action.started_on <= today
    late = (today - action.by).days if action.by else 0
    return State(Step.IN_PROGRESS if begun else Step.NOT_STARTED, max(0, late))


def check(action: Action) -> list[str]:
    """What an action still lacks, in sentences: who, by when, and what will be different."""
    rules = (
        (len(action.what.split()) >= WORDS_ENOUGH, "Say what will be done, in a sentence."),
        (
            bool(action.who.strip()) and action.who.strip().lower() not in NOBODY,
            "Name one person who will do it. What everybody owns, nobody does.",
        ),
        (action.by is not None, "Give a date by which it will be done."),
        (
            action.by is None or action.by >= action.set_on,
            f"The date is before the day it was agreed ({long_date(action.set_on)}). "
            "Give a later one.",
        ),
        (
            len(action.different.split()) >= WORDS_ENOUGH,
            "Say what will be different for the child when it is done.",
        ),
    )
    return [wrong for right, wrong in rules if not right]


def check_verified(action: Action) -> list[str]:
    """What is wrong with how it was verified; empty where somebody else saw the evidence.

    Neither the one who did it nor the one who was to do it can verify it.
    """
    rules = (
        (action.done_on is not None, "It is not done yet. Verify it once it is."),
        (bool(action.verified_by.strip()), "Say who verified it."),
        (
            action.verified_by not in {action.done_by, action.who} - {""},
            "Whoever did it, or was to do it, cannot verify it. Ask somebody else.",
        ),
        (
            not (action.done_on and action.verified_on) or action.verified_on >= action.done_on,
            "It was verified before it was done. Correct one of the dates.",
        ),
        (bool(action.evidence.strip()), "Say what shows that it was done, and where it is."),
    )
    return [wrong for right, wrong in rules if not right]
