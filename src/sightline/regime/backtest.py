"""Back-testing the timetable: stand before an inspection that happened, and compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from sightline.kit.calendar import add_months
from sightline.regime.authorities import Authority
from sightline.regime.expected import Expected
from sightline.regime.history import Event, is_graded, ordered
from sightline.regime.timetable import next_events
from sightline.regime.visits import Step

INSPECTIONS = (Step.SHORT_INSPECTION, Step.STANDARD_INSPECTION, Step.REINSPECTION)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was expected of an inspection, standing at ``as_of``, and what came.

    ``kind_right`` is None where the document does not let its kind be told. ``days_off`` is how
    much later than likely it came (less than nought: sooner).
    """

    as_of: date
    expected: Expected
    actual: Event
    came: date

    @property
    def kind_right(self) -> bool | None:
        """Whether the kind of inspection was as expected."""
        kind = self.actual.inspection_type
        return self.expected.step.value.startswith(kind) if kind else None

    @property
    def in_nominal(self) -> bool | None:
        """Whether it came in the window the regime states; None where it states none."""
        window = self.expected.nominal
        return window[0] <= self.came <= window[1] if window else None

    @property
    def in_shown(self) -> bool:
        """Whether it came between the earliest and the latest date shown."""
        return self.expected.earliest <= self.came <= self.expected.latest

    @property
    def days_off(self) -> int:
        """Days from the likely date to the day it came."""
        return (self.came - self.expected.likely).days

    @property
    def width(self) -> int:
        """Days from the earliest to the latest date shown."""
        return (self.expected.latest - self.expected.earliest).days


def stand_before(authority: Authority, events: Sequence[Event], months: float) -> Outcome | None:
    """Stand so many months before the authority's latest graded inspection.

    Only what had begun by then is used of the events. None where there is no inspection, or
    nothing could be expected then. The observed windows are calibrated on many of the same
    inspections, so a hit shows that the parts fit together more than it foretells.
    """
    graded = [event for event in ordered(events) if is_graded(event) and event.start]
    if not graded or graded[-1].start is None:
        return None
    actual, came = graded[-1], graded[-1].start
    as_of = add_months(came, -months)
    for expected in next_events(authority, events, as_of):
        if expected.step in INSPECTIONS:
            return Outcome(as_of, expected, actual, came)
    return None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a set of outcomes went: counts as (right, of), and days at the middle of the set."""

    kind: tuple[int, int]
    nominal: tuple[int, int]
    shown: tuple[int, int]
    median_days_off: float
    median_width: float


def summarise(outcomes: Iterable[Outcome]) -> Summary:
    """The hit rates of a set of outcomes, and the median error and width in days."""
    done = list(outcomes)
    return Summary(
        kind=_share(outcome.kind_right for outcome in done),
        nominal=_share(outcome.in_nominal for outcome in done),
        shown=_share(outcome.in_shown for outcome in done),
        median_days_off=median([abs(outcome.days_off) for outcome in done] or [0]),
        median_width=median([outcome.width for outcome in done] or [0]),
    )


def _share(answers: Iterable[bool | None]) -> tuple[int, int]:
    known = [answer for answer in answers if answer is not None]
    return sum(known), len(known)
