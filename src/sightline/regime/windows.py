"""Windows made into dates to show: from the date asked about on, on days when visits start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sightline.kit.calendar import (
    add_months,
    is_working_day,
    long_date,
    next_monday,
    next_working_day,
    previous_monday,
)
from sightline.regime.grades import Grade
from sightline.regime.history import COVID_PAUSE, Event
from sightline.regime.rules import Rules, Spread, Window
from sightline.regime.rules.declare import ACROSS_PAUSE, AFTER_PAUSE, FIRST_ILACS

AUGUST, DECEMBER = 8, 12
LAST_DECEMBER_START = 14
WEEK = timedelta(days=7)
SNAPPED = (
    "Inspections start on a Monday that is worked, never in August nor from 15 December; "
    "the dates shown are moved to such days."
)


def can_start(day: date) -> bool:
    """Whether an inspection could start then: a worked Monday, not August, not late December."""
    if day.weekday() or not is_working_day(day) or day.month == AUGUST:
        return False
    return day.month != DECEMBER or day.day <= LAST_DECEMBER_START


def start_on_or_after(day: date) -> date:
    """The first day, from ``day`` on, when an inspection could start."""
    return _step(next_monday(day), WEEK)


def start_on_or_before(day: date) -> date:
    """The last day, up to ``day``, when an inspection could start."""
    return _step(previous_monday(day), -WEEK)


def nearest_start(day: date) -> date:
    """The nearest day when an inspection could start; the later of two as near."""
    before, after = start_on_or_before(day), start_on_or_after(day)
    return before if day - before < after - day else after


def _step(day: date, step: timedelta) -> date:
    while not can_start(day):
        day += step
    return day


def nominal_window(start: date, months: tuple[int, int]) -> tuple[date, date]:
    """The two dates so many months after ``start``."""
    return add_months(start, months[0]), add_months(start, months[1])


def cycle_spread(last: Event, grade: Grade, as_of: date, rules: Rules) -> Spread:
    """How long cycles like this one were, by grade and by where the pandemic's pause fell.

    A cycle begun before the pause, and still open when it began, is compared with others that
    went across it. The first after the single inspection framework has lengths of its own.
    """
    return rules.calibrated.cycles[_era(last, as_of), grade]


def _era(last: Event, as_of: date) -> str:
    if crosses_pause(last.when, as_of):
        return ACROSS_PAUSE
    return FIRST_ILACS if last.framework == "SIF" else AFTER_PAUSE


def crosses_pause(begun: date | None, as_of: date) -> bool:
    """Whether a cycle begun on a date was open when inspections stopped in March 2020."""
    return bool(begun and begun < COVID_PAUSE[0] <= as_of)


def from_date(window: Window, as_of: date, overdue_months: int) -> tuple[date, date, date]:
    """The window as it stands on ``as_of``: nothing before it.

    Within the window, the likely date is the one that halves what chance is left, taking half
    the chance as lying before the middle and half after it, evenly. Past the window it is any
    time in the next ``overdue_months``.
    """
    first, middle, last = window.dates
    if as_of <= first:
        return window.dates
    if as_of > last:
        return as_of, add_months(as_of, overdue_months / 2), add_months(as_of, overdue_months)
    if as_of >= middle:
        return as_of, as_of + (last - as_of) / 2, last
    left = 1 - 0.5 * ((as_of - first) / (middle - first))
    return as_of, last - timedelta(days=round((last - middle).days * left)), last


def shown_inspection(window: Window, as_of: date, overdue: int) -> tuple[date, date, date]:
    """The dates to show for an inspection, on days when one could start."""
    first, likely, last = from_date(window, as_of, overdue)
    return _in_order(first, likely, last, start_on_or_after, nearest_start, start_on_or_before)


def shown_visit(window: Window, as_of: date, overdue: int) -> tuple[date, date, date]:
    """The dates to show for a visit, on working days."""
    first, likely, last = from_date(window, as_of, overdue)
    return _in_order(first, likely, last, next_working_day, next_working_day, next_working_day)


Move = Callable[[date], date]


def _in_order(
    first: date, likely: date, last: date, forward: Move, near: Move, back: Move
) -> tuple[date, date, date]:
    earliest = forward(first)
    latest = max(earliest, back(last))
    return earliest, min(max(near(likely), earliest), latest), latest


def lateness(
    nominal: tuple[date, date] | None, calibrated: Window | None, as_of: date
) -> tuple[str, ...]:
    """What to say when ``as_of`` is past a window: information, not an error."""
    said = []
    if nominal and as_of > nominal[1]:
        said.append(
            f"This is later than the nominal window, which ended on {long_date(nominal[1])}."
        )
    if calibrated and as_of > calibrated.latest:
        said.append(
            f"The latest date observed in such cases, {long_date(calibrated.latest)}, is past: "
            "it may come at any time."
        )
    return tuple(said)


def pause_reason(begun: date | None, as_of: date) -> tuple[str, ...]:
    """The pandemic's pause as an explanation, where a cycle begun on a date went across it."""
    if not crosses_pause(begun, as_of):
        return ()
    began, ended = COVID_PAUSE
    return (
        f"Graded inspections were paused from {long_date(began)} to {long_date(ended)}; cycles "
        "that went across the pause ran longer, most of them 41 to 70 months.",
    )
