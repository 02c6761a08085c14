"""Planters for the SSD and the local lists, made from what their columns declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sightline.standards import Standard
from sightline.standards.columns import ChildId, Code, Column, Date, DateRule, Integer, Json
from sightline.standards.declare import Table
from sightline.synthesize.dirt.declare import Change, Function, Place, Planter, Row
from sightline.synthesize.printed import Printed

_MOST = 0.5
_OWNERS = ("allocated_team", "allocated_worker", "personal_adviser")


def planters(standard: Standard) -> list[Planter]:
    """A planter for each rule that each column, or list, of the standard can break."""
    return [planter for table in standard.tables for planter in _of_table(standard, table)]


def _of_table(standard: Standard, table: type[Table]) -> Iterator[Planter]:
    if table.one_row_per_key:
        yield Planter("W54", table.key, _twice(table), _MOST)
    for column in table.columns:
        if not column.placeholder:
            for rule, make in _of_column(standard, table, column):
                yield Planter(rule, table.key, make, _MOST)


def _of_column(
    standard: Standard, table: type[Table], column: Column
) -> Iterator[tuple[str, Function]]:
    if column.required and _may_be_blanked(standard, column):
        yield ("F08" if isinstance(column, ChildId) else "F01"), _put(table, column, None)
    if isinstance(column, Code) and not column.open:
        yield "F02", _put(table, column, Printed("Not a code 17"))
    if isinstance(column, Json):
        yield "F15", _put(table, column, Printed("{not closed"))
    if isinstance(column, Integer) and column.minimum is not None:
        yield "F07", _put(table, column, -2)  # the SSD writes -1 for a blank
    if isinstance(column, Date):
        yield "F03", _put(table, column, Printed("31/02/2026"))
        yield from _of_date(table, column)
    if column.pairs_with:
        yield "W52", _halved(table, column, column.pairs_with)
        yield "W52", _halved(table, column, column.name)
    if column.references and column.references != f"{table.key}.{column.name}":
        yield "X50", _unknown(table, column)


def _of_date(table: type[Table], column: Date) -> Iterator[tuple[str, Function]]:
    if not column.ahead:
        yield "F05", _future(table, column)
    for rule in column.date_rules:
        yield "W50", _misplaced(table, column, rule)


def _may_be_blanked(standard: Standard, column: Column) -> bool:
    """Not where other rows refer to it, and not where it is somebody to allocate."""
    name = f"{column.table.key}.{column.name}"
    referred = any(c.references == name for table in standard.tables for c in table.columns)
    paired = any(column.name == c.pairs_with for c in column.table.columns)
    return not (referred or paired or column.pairs_with or column.name in _OWNERS)


def _put(table: type[Table], column: Column, value: Any) -> Function:
    """A value in a cell that is filled in; reported there."""

    def put(at: Place) -> Change | None:
        if at.row.get(column.name) is None:
            return None
        return at.change(column.name, value)

    return put


def _unknown(table: type[Table], column: Column) -> Function:
    """An identifier that no table has: each its own, since some are also keys."""

    def unknown(at: Place) -> Change | None:
        if at.row.get(column.name) is None:
            return None
        return at.change(column.name, f"none-{at.bed.rng.getrandbits(48):012x}")

    return unknown


def _twice(table: type[Table]) -> Function:
    """A row once more; the second is reported at its key."""
    key = table.key_column().name

    def twice(at: Place) -> Change | None:
        again = dict(at.row)
        if again.get(key) is None:
            return None
        return Change().add(at.list, again).report(at.list, again, key)

    return twice


def _halved(table: type[Table], column: Column, blank: str) -> Function:
    """One of a pair blank; reported there."""

    def halved(at: Place) -> Change | None:
        both = (at.row.get(column.name), at.row.get(column.pairs_with))
        if None in both or table.column(blank).required:
            return None
        return at.change(blank, None)

    return halved


def _future(table: type[Table], column: Date) -> Function:
    """A day after the snapshot, where that breaks no order."""

    def future(at: Place) -> Change | None:
        was = at.row.get(column.name)
        if was is None:
            return None
        day = _like(was, at.as_at + at.days(2, 20))
        return at.change(column.name, day) if not _broken(table, at, column, day) else None

    return future


def _misplaced(table: type[Table], column: Date, rule: DateRule) -> Function:
    """A day on the wrong side of another, where that is all that it breaks."""

    def misplaced(at: Place) -> Change | None:
        was, other = at.row.get(column.name), at.row.get(rule.other)
        if was is None or other is None:
            return None
        apart = timedelta(days=rule.days) + at.days(2, 20)
        day = _like(was, other - apart if rule.side == "before" else other + apart)
        if _day(day) > at.as_at or _broken(table, at, column, day) != [(column.name, rule)]:
            return None
        return at.change(column.name, day)

    return misplaced


def _like(was: date, day: date) -> date:
    """A day, or a moment of that day at the time of another."""
    if isinstance(was, datetime):
        return datetime.combine(_day(day), was.time())
    return _day(day)


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _broken(
    table: type[Table], at: Place, column: Column, value: date
) -> list[tuple[str, DateRule]]:
    """The orders that a row would break with another value in one column."""
    row = {**at.row, column.name: value}
    return [(name, rule) for name, rule in _orders(table) if not _kept(row, name, rule)]


def _orders(table: type[Table]) -> Iterable[tuple[str, DateRule]]:
    return ((column.name, rule) for column in table.columns for rule in column.date_rules)


def _kept(row: Row, name: str, rule: DateRule) -> bool:
    """Whether an order holds; days are compared where one of the two has no time of day."""
    own, other = row.get(name), row.get(rule.other)
    if own is None or other is None:
        return True
    if type(own) is not type(other) or rule.days:
        own, other = _day(own), _day(other)
    sign = 1 if rule.side == "before" else -1
    slack = (own - other + sign * timedelta(days=rule.days)) * sign
    return bool(slack > timedelta() if rule.strict else slack >= timedelta())
