"""Visits between inspections: focused visits, and monitoring visits of inadequate authorities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sightline.kit.calendar import add_months, long_date
from sightline.regime.duties import RULES, duty_of
from sightline.regime.expected import LOW, MEDIUM, Expected
from sightline.regime.grades import Grade
from sightline.regime.history import Event, grade_for_pathway
from sightline.regime.pathway import priority_visits
from sightline.regime.rules import Rules, Window
from sightline.regime.topics import likely_topics
from sightline.regime.visits import Kind, Step
from sightline.regime.windows import lateness, nominal_window, shown_visit

FOCUSED_NOTICE = "Five working days' notice."
FOCUSED_WHAT = "focused visit, or a joint inspection in its place"
STATEMENT = next(rule for rule in RULES if rule.id == "written_statement")


def visits_used(later: Sequence[Event]) -> list[Event]:
    """The focused visits and joint inspections of the cycle; one of either counts for one."""
    return [e for e in later if e.kind in (Kind.FOCUSED_VISIT, Kind.JOINT_INSPECTION)]


def focused_visit(
    last: Event, later: Sequence[Event], as_of: date, rules: Rules
) -> Expected | None:
    """The focused visit expected next, or None where the cycle has had its usual number."""
    grade = grade_for_pathway(last)
    if grade is None or rules.nominal.focused is None or last.when is None:
        return None
    priority = priority_visits(later)
    if priority:
        return _after_priority_action(priority[-1], last, later, as_of, rules)
    number = len(visits_used(later)) + 1
    spread = rules.calibrated.focused.get((grade, number))
    if spread is None:
        return None
    window = spread.after(last.when)
    past = as_of > window.latest
    return _focused(
        window,
        nominal_window(last.when, rules.nominal.focused),
        (last, *visits_used(later)),
        ("F-first" if number == 1 else "F-second",),
        (_how_many(number, grade), f"In such cycles it came after {spread} ({spread.count})."),
        (LOW if past else MEDIUM, _how_sure(number, grade)),
        (last, later, as_of, rules, grade),
    )


def _how_many(number: int, grade: Grade) -> str:
    if grade is Grade.REQUIRES_IMPROVEMENT:
        which = "first" if number == 1 else "second"
        return f"Two focused visits are usual where improvement is required; this is the {which}."
    return "One focused visit is usual where the last inspection was good or outstanding."


def _how_sure(number: int, grade: Grade) -> str:
    if grade is Grade.OUTSTANDING:
        return "6 of 8 outstanding cycles had one."
    if grade is Grade.GOOD:
        return "About a third of good cycles had none."
    seen = "All but one of 15 cycles" if number == 1 else "13 of 15 cycles"
    return f"{seen} that required improvement had {'one' if number == 1 else 'two'}."


def _after_priority_action(
    visit: Event, last: Event, later: Sequence[Event], as_of: date, rules: Rules
) -> Expected | None:
    """The further visit that Ofsted's letters speak of, unless there has been one since."""
    grade = grade_for_pathway(last)
    after = [e for e in visits_used(later) if e.when and visit.when and e.when > visit.when]
    if after or visit.when is None or grade is None:
        return None
    spread = rules.calibrated.priority_action_visit
    return _focused(
        spread.after(visit.when),
        None,
        (last, visit),
        ("F-priority-action",),
        (
            "An area for priority action is open: the next is a further focused visit or a "
            "standard inspection.",
            "Of 20 such authorities 7 had another visit first, most of them 7 to 13 months later.",
        ),
        (LOW, "About one in three had another visit before the inspection."),
        (last, later, as_of, rules, grade),
    )


def _focused(
    window: Window,
    nominal: tuple[date, date] | None,
    events: tuple[Event, ...],
    rule_ids: tuple[str, ...],
    reasons: tuple[str, ...],
    confidence: tuple[str, str],
    setting: tuple[Event, Sequence[Event], date, Rules, Grade],
) -> Expected:
    last, later, as_of, rules, grade = setting
    dates = shown_visit(window, as_of, rules.calibrated.overdue_months)
    return Expected(
        Step.FOCUSED_VISIT,
        FOCUSED_WHAT,
        *dates,
        nominal,
        window.dates,
        (*rule_ids, window.rule),
        events,
        (*reasons, *lateness(nominal, window, as_of)),
        *confidence,
        rules.ids,
        topics=likely_topics(last, later, grade, rules),
        notice=FOCUSED_NOTICE,
    )


def no_more_visits(last: Event, later: Sequence[Event], rules: Rules) -> tuple[str, ...]:
    """A sentence for when the cycle has had its usual visits: more are unlikely, not excluded."""
    grade = grade_for_pathway(last)
    used = len(visits_used(later))
    if grade is None or grade is Grade.INADEQUATE or priority_visits(later):
        return ()
    usual = rules.calibrated.visits_in_cycle[grade]
    if used < usual or not usual:
        return ()
    return (
        f"The cycle has had {_visits(used)}, and {_visits(usual)} is usual: a further focused "
        "visit is unlikely, though nothing forbids one.",
    )


def _visits(count: int) -> str:
    return "one visit" if count == 1 else f"{count} visits"


def plan_due(last: Event) -> date | None:
    """When the written statement of action on an inspection is due; by its end if need be."""
    due = duty_of(STATEMENT, last).due
    return due or (add_months(last.last_day, 5) if last.last_day else None)


def monitoring_visit(
    last: Event, later: Sequence[Event], as_of: date, rules: Rules
) -> Expected | None:
    """The next monitoring visit of an inadequate authority, or None once all have been made."""
    made = [event for event in later if event.kind is Kind.MONITORING_VISIT]
    number = max([len(made), *(event.ordinal or 0 for event in made)]) + 1
    most = rules.nominal.monitoring_most
    base = made[-1].when if made else plan_due(last)
    if base is None or (most is not None and number > most):
        return None
    window, nominal = _monitoring_windows(base, bool(made), rules)
    dates = shown_visit(window, as_of, rules.calibrated.overdue_months)
    return Expected(
        Step.MONITORING_VISIT,
        f"monitoring visit {number}",
        *dates,
        nominal,
        window.dates,
        ("M-first" if number == 1 else "M-next", window.rule),
        (last, *made),
        (
            *_monitoring_reasons(number, base, bool(made), most),
            *([] if made or duty_of(STATEMENT, last).due else [PLAN_GUESSED]),
            *lateness(nominal, window, as_of),
        ),
        *_monitoring_confidence(last),
        rules.ids,
        notice="Dates are agreed beforehand.",
    )


PLAN_GUESSED = (
    "The date of the report is not known, so the plan's deadline is taken as five months after "
    "the inspection."
)


def _monitoring_confidence(last: Event) -> tuple[str, str]:
    """Since April 2026, without an overall grade, that there is monitoring at all is assumed."""
    if "overall" in last.grades:
        return MEDIUM, "Monitoring is certain in outline; its dates are agreed with the authority."
    return LOW, "What starts monitoring visits since April 2026 is not confirmed."


def _monitoring_windows(
    base: date, visited: bool, rules: Rules
) -> tuple[Window, tuple[date, date]]:
    if visited:
        due = add_months(base, rules.nominal.monitoring_every)
        return rules.calibrated.monitoring.after(base), (due, due)
    weeks = timedelta(weeks=rules.nominal.first_monitoring_weeks)
    return rules.calibrated.first_monitoring.after(base), (base, base + weeks)


def _monitoring_reasons(
    number: int, base: date, visited: bool, most: int | None
) -> tuple[str, ...]:
    if visited:
        when = (
            f"Monitoring visits are quarterly in name; from the last, {long_date(base)}, the "
            "next has come 3 to 6 months on."
        )
    else:
        when = (
            "The first was due within four weeks of the deadline for the action plan, "
            f"{long_date(base)}, by the rule of 2016; no later rule is known."
        )
    limit = f"Up to {most} are made before re-inspection." if most else "Four at least are made."
    if number == 1:
        return when, limit, "The letter of the first visit may not be published."
    return when, limit
