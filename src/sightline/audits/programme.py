"""A year's programme of audits: who is to do how many of what by when, and who owes what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sightline.kit.calendar import (
    MONTHS_IN_YEAR,
    add_months,
    add_working_days,
    is_working_day,
    long_date,
    working_days_between,
)

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": MONTHS_IN_YEAR}


@dataclass(frozen=True, slots=True)
class Quota:
    """So many of an activity from an auditor or a team, in every month, quarter or year."""

    activity: str
    who: str
    per: str
    number: int

    def __post_init__(self) -> None:
        """A quota is of one or more, in a period that a year can be cut into."""
        if self.per not in MONTHS:
            raise ValueError(f"{self.who}: {self.per!r} is not one of {', '.join(MONTHS)}")
        if self.number < 1 or not self.activity or not self.who:
            raise ValueError("A quota needs an activity, who does it, and a number above nought")


@dataclass(frozen=True, slots=True)
class Programme:
    """The quotas of a year that begins on ``start``, the first day of a month."""

    start: date
    quotas: tuple[Quota, ...]

    def __post_init__(self) -> None:
        """Each activity is asked once of each, in a year of whole months."""
        if self.start.day != 1:
            raise ValueError("A programme starts on the first of a month")
        pairs = [(quota.activity, quota.who) for quota in self.quotas]
        twice = sorted({f"{who}: {what}" for what, who in pairs if pairs.count((what, who)) > 1})
        if twice:
            raise ValueError(f"Asked for twice: {'; '.join(twice)}")

    @property
    def end(self) -> date:
        """The last day of its year."""
        return add_months(self.start, MONTHS_IN_YEAR) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Done:
    """One audit that was finished: of which activity, by whom, and when."""

    activity: str
    who: str
    on: date


@dataclass(frozen=True, slots=True)
class Due:
    """What one quota asks for in one period, and how many of it are done.

    ``due`` is the period's last working day.
    """

    activity: str
    who: str
    start: date
    due: date
    number: int
    done: int = 0

    @property
    def left(self) -> int:
        """How many are still to do."""
        return self.number - self.done


@dataclass(frozen=True, slots=True)
class Owed:
    """What somebody still has to do in one period; late once its last working day is past.

    ``working_days`` are those since it was due, or, where it is not late, until it is.
    """

    due: Due
    late: bool
    working_days: int

    def __str__(self) -> str:
        """In words: "A Shah: 2 of 3 full_child, owed since 30 April 2026 (4 working days)"."""
        what = f"{self.due.who}: {self.due.left} of {self.due.number} {self.due.activity}"
        days = "1 working day" if self.working_days == 1 else f"{self.working_days} working days"
        said = "owed since" if self.late else "due by"
        return f"{what}, {said} {long_date(self.due.due)} ({days})"


def periods(start: date, per: str) -> list[tuple[date, date]]:
    """The periods of a year from ``start``, each as its first and its last day."""
    step = MONTHS[per]
    starts = [add_months(start, months) for months in range(0, MONTHS_IN_YEAR + step, step)]
    return [(a, b - timedelta(days=1)) for a, b in pairwise(starts)]


def plan(programme: Programme) -> tuple[Due, ...]:
    """Everything the year asks for, by when it is due: the calendar of the programme."""
    dues = [
        Due(quota.activity, quota.who, first, _last_worked(last), quota.number)
        for quota in programme.quotas
        for first, last in periods(programme.start, quota.per)
    ]
    return tuple(sorted(dues, key=lambda due: (due.due, due.who, due.activity)))


def calendar(programme: Programme, done: Iterable[Done] = ()) -> dict[date, tuple[Due, ...]]:
    """What falls due in each month of the year, by the month's first day, with what is done."""
    paid = pay(programme, done)
    months = [add_months(programme.start, month) for month in range(MONTHS_IN_YEAR)]
    return {month: tuple(d for d in paid if d.due.replace(day=1) == month) for month in months}


def pay(programme: Programme, done: Iterable[Done]) -> tuple[Due, ...]:
    """The year's calendar with what was done in it.

    What somebody has done counts towards the oldest period that still lacks it, so an audit in
    May first pays what is owed of April, and what is done ahead counts for the next period.
    """
    left: dict[tuple[str, str], int] = {}
    for one in done:
        if programme.start <= one.on <= programme.end:
            left[one.activity, one.who] = left.get((one.activity, one.who), 0) + 1
    paid = []
    for due in plan(programme):
        has = left.get((due.activity, due.who), 0)
        took = min(has, due.number)
        left[due.activity, due.who] = has - took
        paid.append(Due(due.activity, due.who, due.start, due.due, due.number, took))
    return tuple(paid)


def owed(programme: Programme, done: Sequence[Done], today: date) -> tuple[Owed, ...]:
    """Who still has to do what in the periods that have begun, what is longest late first.

    Only what was done by ``today`` counts.
    """
    so_far = [one for one in done if one.on <= today]
    open_now = [due for due in pay(programme, so_far) if due.left and due.start <= today]
    return tuple(
        Owed(due, today > due.due, abs(working_days_between(due.due, today))) for due in open_now
    )


def unplanned(programme: Programme, done: Iterable[Done]) -> tuple[Done, ...]:
    """What was done in the year and no quota asked for. It counts in results, and pays nothing."""
    asked = {(quota.activity, quota.who) for quota in programme.quotas}
    within = [one for one in done if programme.start <= one.on <= programme.end]
    return tuple(one for one in within if (one.activity, one.who) not in asked)


def _last_worked(day: date) -> date:
    return day if is_working_day(day) else add_working_days(day, -1)
