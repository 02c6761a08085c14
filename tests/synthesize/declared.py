"""What rows break of the rules that their columns declare, worked out apart from the intake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sightline.standards import Table, standard
from sightline.standards.codes import code_set
from sightline.standards.columns import Code, Column, Date, DateRule, Integer

KINDS: dict[str, type | tuple[type, ...]] = {
    "date": date,
    "datetime": datetime,
    "integer": int,
    "decimal": (int, float),
}


def broken(key: str, rows: dict[str, list[dict[str, Any]]], as_at: date) -> list[str]:
    """A sentence for each rule that a row breaks."""
    found: list[str] = []
    for table in standard(key).tables:
        held = rows[table.key]
        for row in held:
            found += [f"{table.key}: {wrong} in {row}" for wrong in _of_row(table, row, as_at)]
        found += _keys(table, held)
        found += _references(table, rows)
    return found


def _of_row(table: type[Table], row: dict[str, Any], as_at: date) -> Iterator[str]:
    for name in set(row) - {column.name for column in table.columns}:
        yield f"no column {name}"
    for column in table.columns:
        value = row.get(column.name)
        if value is None:
            if column.required:
                yield f"{column.name} is blank"
            continue
        yield from _of_value(column, value)
        if column.pairs_with and row.get(column.pairs_with) is None:
            yield f"{column.name} without {column.pairs_with}"
        if isinstance(column, Date):
            if day(value) > as_at and not column.ahead:
                yield f"{column.name} is in the future"
            for rule in column.date_rules:
                other = row.get(rule.other)
                if other is not None and _out_of_order(value, other, rule):
                    yield f"{column.name} {rule} is broken"


def _of_value(column: Column, value: Any) -> Iterator[str]:
    if not isinstance(value, KINDS.get(column.kind, str)):
        yield f"{column.name} is a {type(value).__name__}"
    if isinstance(column, Code) and value not in code_set(column.codes).codes:
        yield f"{column.name} has no code {value}"
    if isinstance(column, Integer):
        if column.minimum is not None and value < column.minimum:
            yield f"{column.name} is too low"
        if column.maximum is not None and value > column.maximum:
            yield f"{column.name} is too high"


def day(value: date) -> date:
    """The day of a day or moment."""
    return value.date() if isinstance(value, datetime) else value


def _out_of_order(value: date, other: date, rule: DateRule) -> bool:
    moved = timedelta(days=rule.days)
    exact = isinstance(value, datetime) and isinstance(other, datetime)
    mine, theirs = (value, other) if exact else (day(value), day(other))
    if rule.side == "after":
        return mine > theirs + moved
    return mine <= theirs - moved if rule.strict else mine < theirs - moved


def _keys(table: type[Table], rows: list[dict[str, Any]]) -> Iterator[str]:
    if table.one_row_per_key:
        name = table.key_column().name
        keys = [row[name] for row in rows]
        if len(keys) != len(set(keys)):
            yield f"{table.key}: a key stands twice"


def _references(table: type[Table], rows: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    for column in table.columns:
        if column.references:
            other, name = column.references.split(".")
            known = {row.get(name) for row in rows[other]} | {None}
            for row in rows[table.key]:
                if row.get(column.name) not in known:
                    yield f"{table.key}.{column.name}: {row[column.name]} is not in {other}"
