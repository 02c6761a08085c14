"""Limits counted from the dates of rows, what was held, and what followed: for local lists."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.days import add_working_days_to, after
from sightline.measures.limits import Limit

if TYPE_CHECKING:
    import ibis.expr.types as ir

FELL_THROUGH = ("cancelled", "postponed", "not_quorate")
BY_ORIGIN = ("_file", "_sheet", "_row")


def with_due(table: ir.Table, column: str, limit: Limit | None, into: str) -> ir.Table:
    """The table with the last day within a limit from a date of its rows; none without a limit."""
    import ibis

    if limit is None:
        return table.mutate(**{into: ibis.null("date")})
    if limit.unit == "working_days":
        return add_working_days_to(table, column, limit.n, into)
    return table.mutate(**{into: after(table[column], limit)})


def was_held(table: ir.Table, asked: Asked) -> ir.BooleanValue:
    """Whether a meeting took place by the day: it has a date, and did not fall through."""
    fell_through = table.status.isin(FELL_THROUGH).fill_null(False)
    return (table.held_on <= asked.today).fill_null(False) & ~fell_through


def by_due(done: Any, due: Any, asked: Asked) -> ir.BooleanValue:
    """Whether something was done by its due date; null while there is still time."""
    import ibis

    done = (done <= asked.today).ifelse(done, ibis.null("date"))
    return ibis.cases(
        (due.isnull(), ibis.null("boolean")),
        (done <= due, True),
        (due < asked.today, False),
        else_=ibis.null("boolean"),
    )


def followed(rows: ir.Table, keys: tuple[str, ...], day: str, into: str) -> ir.Table:
    """The rows with the date of the next of the same keys; two on one day come as they stand."""
    following = rows[day].lead().over(
        group_by=list(keys), order_by=[rows[day], *(rows[name] for name in BY_ORIGIN)]
    )  # fmt: skip
    return rows.mutate(**{into: following})


def late_between(starts: ir.Table, events: ir.Table, limit: Limit | None, asked: Asked) -> ir.Table:
    """How often too long passed between one event and the next in the window, and the last event.

    ``starts`` has ``_key`` and ``_started``, ``events`` has ``_of`` and ``_on``. The first event
    counts from the start, and the day that is asked about from the last. Gives ``_key``, ``late``
    and ``last_on``, a row for each key.
    """
    both = starts.left_join(
        events, [starts._key == events._of, events._on >= starts._started]
    ).select(starts._key, starts._started, events._on)
    before = both._on.lag().over(group_by=[both._key], order_by=[both._on])
    rows = with_due(both.mutate(_before=before.coalesce(both._started)), "_before", limit, "_due")
    late = asked.within(rows._on) & (rows._on > rows._due)
    found = rows.group_by("_key").agg(
        gaps=late.fill_null(False).ifelse(1, 0).sum(),
        last_on=rows._on.max(),
        _since=rows._on.max().coalesce(rows._started.max()),
    )
    found = with_due(found, "_since", limit, "_next_due")
    overdue = (found._next_due < asked.today).fill_null(False)
    return found.select("_key", "last_on", late=found.gaps + overdue.ifelse(1, 0))


def by_the_clock(moment: Any, day: date) -> ir.TimestampValue:
    """A time of day in England without summer time, so that hours can be counted across a change.

    The hour that comes twice, from one o'clock when the clocks go back, is taken for winter time.
    """
    import ibis

    summer = ibis.or_(*(
        (moment >= ibis.literal(start)) & (moment < ibis.literal(end))
        for start, end in map(_summer_time, range(day.year - 3, day.year + 2))
    ))  # fmt: skip
    return summer.ifelse(moment - ibis.interval(hours=1), moment)


def _summer_time(year: int) -> tuple[datetime, datetime]:
    """From two o'clock on the last Sunday of March to one o'clock on that of October."""
    return _last_sunday(year, 3, 2), _last_sunday(year, 10, 1)


def _last_sunday(year: int, month: int, hour: int) -> datetime:
    last = date(year, month, 31)
    last -= timedelta(days=(last.weekday() + 1) % 7)
    return datetime(last.year, last.month, last.day, hour)
