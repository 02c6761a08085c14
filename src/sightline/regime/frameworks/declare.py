"""How a framework is declared: its dates, judgement areas with their labels, scale and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sightline.regime.facts import Fact
from sightline.regime.grades import Grade
from sightline.regime.visits import Kind

FAMILIES = ("LAC", "SIF", "ILACS", "JTAI")
AREA_KEYS = (
    "overall",
    "leaders",
    "help_and_protection",
    "in_care",
    "care_leavers",
    "adoption",
    "lscb",
)
PRACTICE_AREAS = ("help_and_protection", "in_care", "care_leavers")
_ID = re.compile(r"[A-Z]+(?:_\d{4}(?:_\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Area:
    """One judgement: its key, and the labels printed for it, the usual one first."""

    key: str
    labels: tuple[str, ...]

    def __post_init__(self) -> None:
        """A judgement has one of the known keys, and a label that is printed somewhere."""
        if self.key not in AREA_KEYS:
            raise ValueError(f"{self.key!r} is not a judgement area; choose from {AREA_KEYS}")
        if not self.labels or not all(label.strip() for label in self.labels):
            raise ValueError(f"The area {self.key!r} needs the labels that are printed for it")


@dataclass(frozen=True, slots=True)
class Framework:
    """The rules that visits of one kind were made by, for fieldwork begun between two dates.

    ``starts`` and ``ends`` are both included; no ``ends`` means still in force. A framework
    whose visits are not graded has no ``areas`` and no ``scale``.
    """

    id: str
    family: str
    kind: Kind
    title: str
    starts: date
    ends: date | None
    areas: tuple[Area, ...]
    scale: tuple[Grade, ...]
    legal_base: str
    facts: tuple[Fact, ...]
    joint_care_judgement: bool = False

    def __post_init__(self) -> None:
        """A declaration that contradicts itself cannot be imported."""
        for wrong in self._contradictions():
            raise ValueError(f"{self.id}: {wrong}")

    def _contradictions(self) -> Iterable[str]:
        keys = [area.key for area in self.areas]
        if not _ID.fullmatch(self.id):
            yield "an id is capitals, with a year and month where needed: ILACS_2018_01"
        if self.family not in FAMILIES:
            yield f"the family {self.family!r} is not one of {FAMILIES}"
        if not self.kind.is_visit:
            yield f"{self.kind} is not a kind of visit"
        if self.ends and self.ends < self.starts:
            yield "it ends before it starts"
        if len(keys) != len(set(keys)):
            yield "a judgement area is declared twice"
        if bool(self.areas) != bool(self.scale):
            yield "judgement areas and a scale go together"
        if self.joint_care_judgement and "care_leavers" in keys:
            yield "care leavers are either judged together with children in care or separately"
        if not self.facts or not self.title.strip() or not self.legal_base.strip():
            yield "it needs a title, a legal base and at least one fact with its source"

    @property
    def graded(self) -> bool:
        """Whether its visits give judgements on a scale."""
        return bool(self.areas)

    @property
    def has_overall(self) -> bool:
        """Whether one of the judgements is of overall effectiveness."""
        return self.area("overall") is not None

    def area(self, key: str) -> Area | None:
        """The judgement area of that key, or None where this framework does not judge it."""
        return next((area for area in self.areas if area.key == key), None)

    def in_force(self, day: date) -> bool:
        """Whether fieldwork that starts on ``day`` is done by this framework."""
        return self.starts <= day and (self.ends is None or day <= self.ends)
