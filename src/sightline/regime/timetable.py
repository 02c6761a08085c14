"""The timetable: what is expected next for an authority, as at a date, by its history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sightline.kit.calendar import add_months, long_date
from sightline.regime.authorities import Authority
from sightline.regime.duties import Duty, open_duties
from sightline.regime.expected import HIGH, MEDIUM, Expected
from sightline.regime.grades import Grade
from sightline.regime.history import Event, grade_for_pathway, known_by, last_graded, since
from sightline.regime.pathway import Pathway, pathway, priority_visits
from sightline.regime.rules import Rules, Window, rules_for
from sightline.regime.visits import Step
from sightline.regime.visits_ahead import focused_visit, monitoring_visit, no_more_visits, plan_due
from sightline.regime.windows import (
    SNAPPED,
    cycle_spread,
    lateness,
    nominal_window,
    pause_reason,
    shown_inspection,
)

INSPECTION_NOTICE = "A telephone call to the director on the Monday of the week before."
AREA_WORDS = {
    "leaders": "leaders",
    "help_and_protection": "help and protection",
    "in_care": "children in care",
    "care_leavers": "care leavers",
}


def next_events(
    authority: Authority, events: Iterable[Event], as_of: date, rules: Rules | None = None
) -> list[Expected]:
    """What is expected next for an authority, as at ``as_of``, the likeliest date first.

    Open duties, the next focused or monitoring visit where one is usual, and the next graded
    inspection. Events after ``as_of``, of other authorities, and from before the authority was
    established are not used. An authority that has been abolished, or one of long standing
    with no graded inspection in ``events``, gives only its duties. ``rules`` are the parameter
    sets; without them, those for ``as_of`` (see ``rules.rules_for``).
    """
    rules = rules or rules_for(as_of)
    own = _own(authority, events, as_of)
    expected = [_duty(duty, rules) for duty in open_duties(own, as_of)]
    if authority.abolished and authority.abolished <= as_of:
        return expected
    last = last_graded(own, as_of)
    if last is not None:
        expected += _after(last, since(own, last), as_of, rules)
    elif authority.established:
        expected.append(_first_inspection(authority, authority.established, as_of, rules))
    return sorted(expected, key=lambda item: item.likely)


def _own(authority: Authority, events: Iterable[Event], as_of: date) -> list[Event]:
    """The authority's own events begun by ``as_of``; a predecessor's are only for reading."""
    since_day = authority.established or date.min
    own = [event for event in known_by(events, as_of) if event.urn in ("", authority.urn)]
    return [event for event in own if event.when and event.when >= since_day]


def _duty(duty: Duty, rules: Rules) -> Expected:
    if duty.due is None or duty.event is None:
        raise ValueError(f"{duty.rule.id}: an open duty has a date and a visit")
    return Expected(
        Step.DUTY,
        f"{duty.rule.title} ({duty.rule.who})",
        duty.due,
        duty.due,
        duty.due,
        (duty.due, duty.due),
        None,
        (f"D-{duty.rule.id.replace('_', '-')}",),
        (duty.event,),
        (*duty.reasons, f"Source: {duty.rule.source.source}."),
        HIGH if duty.stated or duty.base_name == "received" else MEDIUM,
        "The document states the date." if duty.stated else "Counted in working days.",
        rules.ids,
    )


def _after(last: Event, later: Sequence[Event], as_of: date, rules: Rules) -> list[Expected]:
    path = pathway(last, later, as_of, rules)
    ahead = monitoring_visit if path.monitored else focused_visit
    visit = ahead(last, later, as_of, rules)
    inspection = _inspection(path, last, later, as_of, rules)
    return [*([visit] if visit else []), inspection]


def _inspection(
    path: Pathway, last: Event, later: Sequence[Event], as_of: date, rules: Rules
) -> Expected:
    nominal = _nominal(path, last, rules)
    window, why = _calibrated(last, later, as_of, rules)
    dates = shown_inspection(window, as_of, rules.calibrated.overdue_months)
    return Expected(
        path.step,
        path.step.words,
        *dates,
        nominal,
        window.dates,
        (*path.rules, window.rule),
        (last, *priority_visits(later)),
        (
            *_last_reasons(last, as_of),
            *path.reasons,
            *_nominal_reason(nominal),
            *why,
            *lateness(nominal, window, as_of),
            *pause_reason(last.when, as_of),
            *no_more_visits(last, later, rules),
            SNAPPED,
        ),
        path.confidence,
        path.words,
        rules.ids,
        alternative=path.alternative,
        notice=INSPECTION_NOTICE,
    )


def _nominal(path: Pathway, last: Event, rules: Rules) -> tuple[date, date] | None:
    """The window the regime states; for inadequate authorities there is one only before 2018-09."""
    if not path.monitored:
        return nominal_window(_start(last), rules.nominal.cycle)
    within, due = rules.nominal.reinspection_within, plan_due(last)
    return (due, add_months(due, within)) if within and due else None


def _calibrated(
    last: Event, later: Sequence[Event], as_of: date, rules: Rules
) -> tuple[Window, tuple[str, ...]]:
    """The observed window with its reasons; priority action brings it forward."""
    grade = grade_for_pathway(last) or Grade.GOOD
    spread = cycle_spread(last, grade, as_of, rules)
    usual = spread.after(_start(last))
    why = f"From start to start {spread.count} such cycles ran {spread}."
    visits = [] if grade is Grade.INADEQUATE else priority_visits(later)
    if not visits or visits[-1].when is None:
        return usual, (why,)
    sooner = rules.calibrated.priority_action.after(visits[-1].when)
    if sooner.likely >= usual.likely or as_of > sooner.latest:
        return usual, (why, PRIORITY_SPAN)
    return sooner, (PRIORITY_SPAN,)


PRIORITY_SPAN = (
    "After a visit that set an area for priority action the next graded inspection came 3 to 31 "
    "months later, half of 18 within 14 months; 9 to 19 is the likeliest."
)


def _start(last: Event) -> date:
    if last.when is None:
        raise ValueError("The last graded inspection has no date")
    return last.when


def _last_reasons(last: Event, as_of: date) -> list[str]:
    said = [f"The last graded inspection began on {long_date(_start(last))}: {_grades(last)}."]
    if last.published and last.published > as_of:
        said.append(f"Its report was published on {long_date(last.published)}, after this date.")
    return said


def _grades(last: Event) -> str:
    if "overall" in last.grades:
        return f"{last.grades['overall'].lower()} overall"
    judged = [area for area in AREA_WORDS if area in last.grades]
    parts = [f"{AREA_WORDS[area]} {last.grades[area].lower()}" for area in judged]
    return ", ".join(parts) or "its judgements are not known"


def _nominal_reason(nominal: tuple[date, date] | None) -> tuple[str, ...]:
    if nominal is None:
        return ("No rule states when an inadequate authority is inspected again.",)
    return (f"The nominal window is {long_date(nominal[0])} to {long_date(nominal[1])}.",)


def _first_inspection(
    authority: Authority, established: date, as_of: date, rules: Rules
) -> Expected:
    """Row R5: an authority that has never been inspected, by the day it was established."""
    window = rules.calibrated.new_authority.after(established)
    dates = shown_inspection(window, as_of, rules.calibrated.overdue_months)
    return Expected(
        Step.STANDARD_INSPECTION,
        Step.STANDARD_INSPECTION.words,
        *dates,
        None,
        window.dates,
        ("R5", window.rule),
        (),
        (
            f"{authority.plain} was established on {long_date(established)} and has not been "
            "inspected; what its predecessors were judged does not set its path.",
            "New authorities had their first inspection 12 to 20 months on, where the pandemic's "
            "pause did not come between.",
            "A new authority can inherit the monitoring of the one it replaced.",
            *lateness(None, window, as_of),
            *pause_reason(established, as_of),
            SNAPPED,
        ),
        MEDIUM,
        "All six authorities established since 2019 had a standard inspection first.",
        rules.ids,
        notice=INSPECTION_NOTICE,
    )
