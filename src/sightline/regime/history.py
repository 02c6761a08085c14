"""An authority's history: visits in order, the last graded one, and what came after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sightline.regime.frameworks import framework_for
from sightline.regime.frameworks.declare import PRACTICE_AREAS
from sightline.regime.grades import Grade
from sightline.regime.visits import Kind, Topic

GRADED_FAMILIES = ("SIF", "ILACS")
COVID_PAUSE = (date(2020, 3, 17), date(2021, 6, 27))


@dataclass(frozen=True, slots=True)
class Event:
    """One visit to an authority, as documents tell of it; what they do not say is None or empty.

    ``start`` and ``end`` are of fieldwork, ``letter_date`` is printed, ``published`` is when
    anybody could read it, and ``received`` is when the authority got it: none is derived from
    another. ``inspection_type`` is "standard", "short", "reinspection" or "". ``grades`` go by
    judgement area ("overall", "leaders", ...). ``topics`` are what a focused visit looked at;
    ``needs`` the topics that its list of improvements names. ``stated_due_dates`` are the dates
    that the document itself gives for duties, by the duty's id (see ``duties``). ``source`` is
    the document's id.
    """

    kind: Kind
    start: date | None = None
    end: date | None = None
    letter_date: date | None = None
    published: date | None = None
    framework: str = ""
    framework_version: str = ""
    inspection_type: str = ""
    grades: Mapping[str, Grade] = field(default_factory=dict, hash=False)
    topics: tuple[Topic, ...] = ()
    cohorts: tuple[str, ...] = ()
    priority_actions: int = 0
    ordinal: int | None = None
    virtual: bool = False
    urn: str = ""
    source: str = ""
    stated_due_dates: Mapping[str, date] = field(default_factory=dict, hash=False)
    received: date | None = None
    needs: tuple[Topic, ...] = ()

    @property
    def when(self) -> date | None:
        """The first day known of it: fieldwork if it can be, else the letter, else publication."""
        return self.start or self.end or self.letter_date or self.published

    @property
    def last_day(self) -> date | None:
        """The last day of fieldwork, as far as known."""
        return self.end or self.when

    @property
    def version(self) -> str:
        """The framework's version as given, else the one in force when fieldwork began."""
        if self.framework_version:
            return self.framework_version
        framework = framework_for(self.framework, self.when)
        return framework.id if framework else ""


def ordered(events: Iterable[Event]) -> list[Event]:
    """The events by their first day known, those without any date last."""
    return sorted(events, key=lambda event: (event.when is None, event.when or date.max))


def known_by(events: Iterable[Event], as_of: date) -> list[Event]:
    """The events that had begun by a date, in order; those without a date are left out."""
    return [event for event in ordered(events) if event.when and event.when <= as_of]


def is_graded(event: Event) -> bool:
    """Whether it is an inspection of the authority that starts a new cycle.

    Those of SIF and ILACS are, even when their grades are not known. A review of the
    safeguarding board alone is not, and nor is the 2013 inspection for looked after children.
    """
    if event.kind is not Kind.INSPECTION or event.framework not in GRADED_FAMILIES:
        return False
    return not event.grades or any(area != "lscb" for area in event.grades)


def last_graded(events: Iterable[Event], as_of: date) -> Event | None:
    """The latest graded inspection that had begun by ``as_of``, or None."""
    graded = [event for event in known_by(events, as_of) if is_graded(event)]
    return graded[-1] if graded else None


def since(events: Iterable[Event], event: Event) -> list[Event]:
    """The events, in order, that began after the last day of ``event``."""
    return [other for other in ordered(events) if _after(other, event)]


def _after(other: Event, event: Event) -> bool:
    return bool(other.when and event.last_day and other.when > event.last_day)


def practice_grades(event: Event) -> list[Grade]:
    """The practice judgements: help and protection, children in care, care leavers.

    Where care leavers were not judged separately (ILACS before 2023) the joint judgement
    counts for both.
    """
    grades = dict(event.grades)
    if event.framework == "ILACS" and "care_leavers" not in grades and "in_care" in grades:
        grades["care_leavers"] = grades["in_care"]
    return [grades[area] for area in PRACTICE_AREAS if area in grades]


def short_route(event: Event) -> bool | None:
    """Whether leaders, and two or more practice judgements, are good or outstanding (rule R0).

    None where the judgements that it needs are not known.
    """
    leaders = event.grades.get("leaders")
    practice = practice_grades(event)
    if leaders is None or not practice:
        return None
    return leaders.good_or_better and sum(grade.good_or_better for grade in practice) >= 2


def grade_for_pathway(event: Event) -> Grade | None:
    """The overall grade, or for an inspection without one a stand-in by its judgements.

    The stand-in picks a row in the tables of what comes next; it is never a judgement to show.
    It is inadequate if any part is; else good if rule R0 holds, outstanding if it would hold
    for outstanding alone; else requires improvement. None where the grades are not known.
    """
    if "overall" in event.grades:
        return event.grades["overall"]
    route = short_route(event)
    if Grade.INADEQUATE in _judged(event):
        return Grade.INADEQUATE
    if route is None:
        return None
    if not route:
        return Grade.REQUIRES_IMPROVEMENT
    return Grade.OUTSTANDING if _mostly_outstanding(event) else Grade.GOOD


def _judged(event: Event) -> list[Grade]:
    leaders = event.grades.get("leaders")
    return [*([leaders] if leaders else []), *practice_grades(event)]


def _mostly_outstanding(event: Event) -> bool:
    outstanding = [grade for grade in practice_grades(event) if grade is Grade.OUTSTANDING]
    return event.grades.get("leaders") is Grade.OUTSTANDING and len(outstanding) >= 2
