"""What is expected next, with its dates, its reasons, and the rules and events it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sightline.regime.history import Event
from sightline.regime.visits import Step, Topic

NOTE = "Ofsted decides; this is an estimate."
HIGH, MEDIUM, LOW = "high", "medium", "low"


@dataclass(frozen=True, slots=True)
class LikelyTopic:
    """One topic that a focused visit may take, and why it stands where it does in the order.

    ``share`` is the part of past visits, to authorities of that grade, that took the topic.
    """

    topic: Topic
    share: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing that is expected next for an authority.

    ``earliest``, ``likely`` and ``latest`` are as shown: never before the date asked about, and
    on days when such a visit could start. ``nominal`` (the window the regime states; None where
    it states none) and ``calibrated`` (earliest, likely and latest as observed) are left as
    they come, and may be past. ``rules`` are the ids of the rules used, ``rule_sets`` the
    versions of the two parameter sets, ``events`` what was used of the history. ``confidence``
    is "high", "medium" or "low", about what comes and not about when. ``alternative`` is what
    else it may be.
    """

    step: Step
    what: str
    earliest: date
    likely: date
    latest: date
    nominal: tuple[date, date] | None
    calibrated: tuple[date, date, date] | None
    rules: tuple[str, ...]
    events: tuple[Event, ...]
    reasons: tuple[str, ...]
    confidence: str
    confidence_words: str
    rule_sets: tuple[str, str]
    alternative: str = ""
    topics: tuple[LikelyTopic, ...] = ()
    notice: str = ""
    note: str = NOTE

    def __post_init__(self) -> None:
        """An estimate has dates that go forward, a rule, a reason and a known confidence."""
        if not self.earliest <= self.likely <= self.latest:
            raise ValueError(f"{self.what}: the dates shown run backwards")
        if not self.rules or not self.reasons or self.confidence not in (HIGH, MEDIUM, LOW):
            raise ValueError(f"{self.what}: give a rule, a reason and a confidence")
