"""Working days between dates of rows, on every engine, by a numbered calendar.

Each day of the calendar has a number: how many working days there are up to and including it.
The working days after one date, up to and including another, are the difference of their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sightline.kit.calendar import is_working_day
from sightline.measures.limits import Limit

if TYPE_CHECKING:
    import ibis.expr.types as ir

FIRST, LAST = date(2010, 1, 1), date(2035, 12, 31)


@cache
def calendar() -> ir.Table:
    """Every day from 2010 to 2035 as ``_day``, with the number of its working day as ``_nth``."""
    import ibis
    import pyarrow as pa

    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    numbers, count = [], 0
    for day in days:
        count += is_working_day(day)
        numbers.append(count)
    return ibis.memtable(
        pa.table({"_day": pa.array(days, pa.date32()), "_nth": pa.array(numbers, pa.int32())})
    )


@cache
def _working() -> ir.Table:
    """The working days alone, by their numbers."""
    numbered = calendar()
    return numbered.group_by("_nth").agg(_day=numbered._day.min())


def with_working_days(table: ir.Table, spans: Mapping[str, tuple[str, Any]]) -> ir.Table:
    """The table with working days counted: ``{"days": ("started_on", "ended_on")}``.

    A span's end is a column's name or a date. A date before 2010 counts as the first day of 2010;
    a span without one of its dates has none.
    """
    ends = dict.fromkeys(e for span in spans.values() for e in span if isinstance(e, str))
    names = {column: f"_nth_{column}" for column in ends}
    joined = table
    # No column is dropped on the way: each would be a query within the query.
    for column, name in names.items():
        joined = _numbered(joined, joined[column], name)
    counted = {
        into: (_number(joined, end, names) - _number(joined, start, names)).cast("int64")
        for into, (start, end) in spans.items()
    }
    return joined.mutate(**counted)


def add_working_days_to(table: ir.Table, column: str, count: int, into: str) -> ir.Table:
    """The table with the ``count``-th working day after a date of its rows."""
    numbered = _numbered(table, table[column], f"_nth_{into}")
    working = _working().rename({into: "_day", f"_nth_of_{into}": "_nth"})
    target = numbered[f"_nth_{into}"] + count
    joined = numbered.left_join(working, target == working[f"_nth_of_{into}"])
    return joined.select(*table.columns, into)


def after(day: Any, length: Limit) -> Any:
    """The day that is so long after a date of the rows: days, weeks or months."""
    return _dated(day + _interval(length))


def before(day: Any, length: Limit) -> Any:
    """The day that is so long before a date of the rows: days, weeks or months."""
    return _dated(day - _interval(length))


def _interval(length: Limit) -> Any:
    import ibis

    if length.unit == "months":
        return ibis.interval(months=length.n)
    return ibis.interval(days=length.days)


def _dated(moment: Any) -> Any:
    # Engines make a timestamp of it, though Ibis calls it a date: it is cast by way of one.
    return moment.cast("timestamp").cast("date")


def _numbered(table: ir.Table, day: Any, name: str) -> ir.Table:
    import ibis

    days = calendar().rename({f"_on_{name}": "_day", name: "_nth"})
    known = day.notnull().ifelse(ibis.greatest(day, ibis.literal(FIRST)), ibis.null("date"))
    return table.left_join(days, known == days[f"_on_{name}"])


def _number(table: ir.Table, end: Any, names: Mapping[str, str]) -> Any:
    if isinstance(end, str):
        return table[names[end]]
    return _nth(end)


@cache
def _nth(day: date) -> int:
    return sum(is_working_day(FIRST + timedelta(days=n)) for n in range((day - FIRST).days + 1))
