"""Deadlines put to data: each step with when it was due, when it was done, and how late it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.columns_used import Used, columns_in, everything_set
from sightline.measures.data import Data, declared
from sightline.measures.days import add_working_days_to
from sightline.measures.deadlines.declare import Deadline, Due
from sightline.measures.figures import needs
from sightline.measures.groups import NOT_SAID
from sightline.measures.limits import Limit
from sightline.measures.prepared import rows_of
from sightline.measures.settings import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

ON_TIME, LATE, OVERDUE, TO_COME = "on time", "late", "overdue", "due"
WHO = ("child_id", "team", "worker", "age", "sex", "ethnicity", "disability", "plan_type")
FROM = ("_list", "_file", "_sheet", "_row")


@dataclass(frozen=True)
class Step:
    """One thing that had, or has, a day to be done by.

    ``state`` is on time, late, overdue (not done and past the day) or due (not done, and there is
    time). ``days_late`` is how many days after the day it was done, or has not been done; below 0
    for those before it.
    """

    deadline: str
    title: str
    waits_for: str
    child_id: str
    team: str
    worker: str
    age: int | None
    since: date | None
    due: date
    done: date | None
    state: str
    days_late: int
    list: str
    file: str
    sheet: str
    row: int


def step_rows(data: Data, deadline: Deadline, settings: Settings) -> ir.Table:
    """A deadline's rows: who, since, due, done, and where from. Rows without a due day are out."""
    asked = Asked(data.as_at, data.as_at, data.as_at, settings)
    rows = rows_of(data, deadline.roll, asked)
    said = deadline.says(rows, asked)
    table = rows.mutate(**_dates(said), _of=said.of.fill_null(False))
    table = table.filter(table._of).select(*WHO, *FROM, "since", "due", "done")
    table = with_due(table, said.limit)
    return table.filter(table.due.notnull())


def _dates(said: Due) -> dict[str, Any]:
    import ibis

    nothing = ibis.null("date")
    return {
        "since": said.since,
        "due": nothing if said.due is None else said.due.cast("date"),
        "done": nothing if said.done is None else said.done,
    }


def with_due(table: ir.Table, limit: Limit | None) -> ir.Table:
    """The rows with the day that is so long after ``since``."""
    import ibis

    if limit is None:
        return table
    if limit.unit == "working_days":
        return add_working_days_to(table.drop("due"), "since", limit.n, "due")
    long = (
        ibis.interval(months=limit.n) if limit.unit == "months" else ibis.interval(days=limit.days)
    )
    return table.mutate(due=(table.since + long).cast("date"))


def unavailable(deadline: Deadline, data: Data, settings: Settings) -> str:
    """Why a deadline cannot be asked about: data that were not loaded, or a standard not set."""
    if deadline.setting and getattr(settings, deadline.setting) is None:
        return f"No local standard is set: give {deadline.setting} in the settings."
    missing = [used for used in columns_of(deadline) if not data.has(*used)]
    absent = [key for key in deadline.roll.lists if key not in data]
    if absent or missing:
        return needs([Used(key, "") for key in absent] or missing)
    return ""


@cache
def columns_of(deadline: Deadline) -> tuple[Used, ...]:
    """The columns without which a deadline cannot be asked about."""
    said = _declared(deadline)
    return columns_in([said.of, said.since, said.due, said.done])


def shows_when_done(deadline: Deadline) -> bool:
    """Whether the list shows when a step was done, and not only the latest of its kind."""
    return _declared(deadline).done is not None


@cache
def _declared(deadline: Deadline) -> Due:
    """What a deadline says of the lists as they are declared, with every local standard set."""
    day = date(2026, 10, 31)
    asked = Asked(day, day, day, everything_set())
    return deadline.says(rows_of(declared(), deadline.roll, asked), asked)


def steps(
    data: Data,
    deadline: Deadline,
    settings: Settings,
    state: str = "",
    until: date | None = None,
) -> list[Step]:
    """The steps of a deadline: all, or those of a state; ``until`` is the last day they are due."""
    rows = step_rows(data, deadline, settings)
    waiting = rows.done.isnull() | (rows.done > data.as_at)
    if state in (OVERDUE, TO_COME):
        rows = rows.filter(
            waiting, rows.due < data.as_at if state == OVERDUE else rows.due >= data.as_at
        )
    if until is not None:
        rows = rows.filter(rows.due <= until)
    assert data.lists is not None
    found = [_step(deadline, row, data.as_at) for row in data.lists.run(rows).to_pylist()]
    kept = (step for step in found if state in ("", step.state))
    return sorted(kept, key=lambda s: (s.due, s.child_id, s.row))


def _step(deadline: Deadline, row: dict[str, Any], as_at: date) -> Step:
    done, due = row["done"], row["due"]
    if done is not None and done > as_at:
        done = None
    late = ((done or as_at) - due).days
    state = (ON_TIME if late <= 0 else LATE) if done else (OVERDUE if late > 0 else TO_COME)
    return Step(
        deadline.key,
        deadline.title,
        deadline.waits_for,
        row["child_id"] or NOT_SAID,
        row["team"] or NOT_SAID,
        row["worker"] or NOT_SAID,
        row["age"],
        row["since"],
        due,
        done,
        state,
        late,
        *(row[name] for name in FROM),
    )


def overdue(data: Data, deadlines: Sequence[Deadline], settings: Settings) -> list[Step]:
    """What is overdue, the longest first: ordered by how late it is, and not by any risk."""
    found = [s for d in deadlines for s in steps(data, d, settings, OVERDUE)]
    return sorted(found, key=lambda s: (-s.days_late, s.child_id, s.deadline))


def due_within(
    data: Data, deadlines: Sequence[Deadline], settings: Settings, days: int
) -> list[Step]:
    """What is due today or in the next so many days, the first first."""
    last = data.as_at + timedelta(days=days)
    found = [s for d in deadlines for s in steps(data, d, settings, TO_COME, last)]
    return sorted(found, key=lambda s: (s.due, s.child_id, s.deadline))
