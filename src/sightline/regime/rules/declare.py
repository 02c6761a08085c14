"""How the two parameter sets are declared: rules as stated, and windows as observed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sightline.kit.calendar import add_months
from sightline.regime.facts import Fact
from sightline.regime.grades import Grade
from sightline.regime.visits import Step, Topic

AFTER_PAUSE = "after the pause"
ACROSS_PAUSE = "across the pause"
FIRST_ILACS = "first inspection after the single inspection framework"


@dataclass(frozen=True, slots=True)
class Window:
    """When something is likely to start, and the id of the rule that gives it."""

    rule: str
    earliest: date
    likely: date
    latest: date

    def __post_init__(self) -> None:
        """The dates go forward."""
        if not self.earliest <= self.likely <= self.latest:
            raise ValueError(f"{self.rule}: {self.earliest}, {self.likely}, {self.latest}")

    @property
    def dates(self) -> tuple[date, date, date]:
        """The three dates."""
        return self.earliest, self.likely, self.latest


@dataclass(frozen=True, slots=True)
class Spread:
    """How long after a first date something came: least, middle and most, of ``count`` cases.

    ``unit`` is "days" or "months". The middle is the median, unless ``note`` says otherwise.
    """

    rule: str
    unit: str
    least: float
    middle: float
    most: float
    count: int
    note: str = ""

    def __post_init__(self) -> None:
        """The three lengths go up, in a known unit, and come from somewhere."""
        if self.unit not in ("days", "months"):
            raise ValueError(f"{self.rule}: the unit is days or months")
        if not 0 <= self.least <= self.middle <= self.most or self.count < 0:
            raise ValueError(f"{self.rule}: {self.least}, {self.middle}, {self.most}")

    def after(self, base: date) -> Window:
        """The window that starts to run at ``base``."""
        dates = (self._add(base, length) for length in (self.least, self.middle, self.most))
        return Window(self.rule, *dates)

    def _add(self, base: date, length: float) -> date:
        return base + timedelta(days=length) if self.unit == "days" else add_months(base, length)

    def __str__(self) -> str:
        """The spread in words: "952 to 1,316 days, half of them within 1,183"."""
        span = f"{self.least:,g} to {self.most:,g} {self.unit}"
        return f"{span}, half of them within {self.middle:,g}"


@dataclass(frozen=True, slots=True)
class NominalRules:
    """What the regime says of itself for dates asked about between ``starts`` and ``ends``.

    ``cycle`` is the window for the next inspection in months after the start of the last one;
    ``focused`` that for focused visits. ``earlier_grades_by_parts`` applies rule R0 to
    inspections that still had an overall grade. ``reinspection_within`` and
    ``first_monitoring_weeks`` count from the deadline for the action plan; None is no rule.
    """

    id: str
    title: str
    starts: date
    ends: date | None
    cycle: tuple[int, int]
    inadequate_next: Step
    reinspection_within: int | None
    first_monitoring_weeks: int
    monitoring_every: int
    monitoring_most: int | None
    focused: tuple[int, int] | None
    focused_most: int
    earlier_grades_by_parts: bool
    facts: tuple[Fact, ...]

    def __post_init__(self) -> None:
        """A rule set has its sources, and months that go up."""
        if not self.facts:
            raise ValueError(f"{self.id}: say where the rules come from")
        if self.cycle[0] >= self.cycle[1] or (self.ends and self.ends < self.starts):
            raise ValueError(f"{self.id}: a window or the dates in force run backwards")

    def in_force(self, day: date) -> bool:
        """Whether these rules hold on ``day``."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class CalibratedWindows:
    """What was observed in Ofsted's reports up to ``date``, apart from any rule.

    ``cycles`` go by era and last grade. ``visits_in_cycle`` is how many focused visits (or
    joint inspections) a cycle usually had. ``topics`` counts visits by the grade at the time.
    ``overdue_months`` is how far ahead to look once the latest date is past.
    """

    id: str
    title: str
    date: date
    source: Fact
    cycles: Mapping[tuple[str, Grade], Spread]
    new_authority: Spread
    priority_action: Spread
    priority_action_visit: Spread
    monitoring: Spread
    first_monitoring: Spread
    focused: Mapping[tuple[Grade, int], Spread]
    visits_in_cycle: Mapping[Grade, int]
    topics: Mapping[Grade, Mapping[Topic, int]]
    topic_totals: Mapping[Grade, int]
    overdue_months: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The two parameter sets that a timetable is made with, each with its own version."""

    nominal: NominalRules
    calibrated: CalibratedWindows

    @property
    def ids(self) -> tuple[str, str]:
        """The versions of both sets."""
        return self.nominal.id, self.calibrated.id
