"""The ways of filling a column, as SQL over the rows of a list that is being made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sightline.intake.annex_a_from_ssd.declare import SAID, Columns, Narrow, place, quoted
from sightline.intake.annex_a_from_ssd.extract import Extract
from sightline.intake.annex_a_from_ssd.paths import Step, path
from sightline.intake.annex_a_from_ssd.words import column_of
from sightline.standards.columns import Column
from sightline.standards.declare import Table
from sightline.standards.ssd_to_annex_a import Fill, Mapping, Way


class LackingError(Exception):
    """A column cannot be filled, for want of what the message names."""


@dataclass
class Filling:
    """The columns of one list, one after another: their SQL, and the joins that they need."""

    extract: Extract
    mapping: Mapping
    joins: dict[str, str] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    """What the last column is filled without."""

    def value(self, column: Column, fill: Fill) -> str:
        """The column's value in SQL; ``LackingError`` where something that it needs is lacking."""
        self.without = []
        return _WAYS[fill.way](self, column, fill)

    def need(self, columns: Columns) -> None:
        """Stop where the extract lacks one of the columns."""
        lacking = self.extract.lacks(*columns)
        if lacking is not None:
            raise LackingError(said_of(self.extract, lacking))

    def allow(self, columns: Columns) -> None:
        """Remember which of the columns the extract lacks."""
        for column in columns:
            if self.extract.lacks(column):
                self.without.append(f"{column.table.key}.{column.name}")

    def need_words(self, words: str) -> None:
        """Stop where local words are asked for, and none in the extract are known."""
        if words and not self.extract.knows(words):
            column = column_of(words)
            raise LackingError(
                f"none of the words in {column.table.key}.{column.name} are known to mean this; "
                "say which do in local-words.toml"
            )

    def join(self, key: str, select: str, on: str) -> str:
        """Join a query, once for each key; gives its alias."""
        if key not in self.joins:
            self.joins[key] = f"LEFT JOIN ({select}) j{len(self.joins)} ON {on}".replace(
                "{alias}", f"j{len(self.joins)}"
            )
        return f"j{list(self.joins).index(key)}"


def said_of(extract: Extract, column: Column) -> str:
    """That a column, or its whole table, is not in the extract."""
    if extract.lacks(*column.table.columns) is column.table.columns[0] and all(
        extract.lacks(one) for one in column.table.columns
    ):
        return f"{column.table.key} is not in the extract"
    return f"{column.table.key} has no {column.name}"


def coded(value: str, fill: Fill) -> str:
    """A value with the source's codes turned into the target's."""
    if not fill.codes:
        return value
    whens = " ".join(
        f"WHEN {quoted(code)} THEN {quoted(to) if to else 'NULL'}"
        for code, to in fill.codes.items()
    )
    return f"CASE {value} {whens} ELSE {value} END"


def _same(filling: Filling, column: Column, fill: Fill) -> str:
    return coded(_beside(filling, column, fill.columns[0]), fill)


def _first(filling: Filling, column: Column, fill: Fill) -> str:
    filling.allow(fill.columns)
    values = list(_those_there(filling, column, fill.columns, fill))
    return values[0] if len(values) == 1 else f"coalesce({', '.join(values)})"


def _those_there(filling: Filling, column: Column, sources: Columns, fill: Fill) -> Iterator[str]:
    """The values of those columns that the extract has; at least one."""
    there = [one for one in sources if not filling.extract.lacks(one)]
    if not there:
        filling.need(sources)
    for source in there:
        yield coded(_beside(filling, column, source), fill)


def _beside(filling: Filling, column: Column, source: Column) -> str:
    """A value of the row itself, or of the one row of another table that belongs to it."""
    filling.need((source,))
    mapping = filling.mapping
    narrow = SAID.narrowed.get(place(column), {}).get(source.table)
    if source.table is mapping.rows:
        own = f"b.{source.name}"
        return own if narrow is None else f"CASE WHEN {_narrowed(filling, narrow)} THEN {own} END"
    before = "b"
    for step in path(mapping.links, mapping.rows, source.table):
        filling.need((step.left, step.right))
        before = _lookup(filling, before, step)
    return f"{before}.{source.name}"


def _lookup(filling: Filling, before: str, step: Step) -> str:
    """Join the one row of a table that another row belongs to."""
    table, name = step.right.table, step.right.name
    on = f"{{alias}}.{name} = {before}.{step.left.name}"
    chosen = SAID.lookups.get((filling.mapping.target.key, table))
    where, order = ("TRUE", "_place") if chosen is None else (chosen.where, chosen.order)
    if chosen is not None:
        filling.need(chosen.needs)
        filling.allow(chosen.better_with)
    select = (
        f"SELECT * FROM {table.key} WHERE {where} AND {name} IS NOT NULL "
        f"QUALIFY row_number() OVER (PARTITION BY {name} ORDER BY {order}) = 1"
    )
    return filling.join(f"{table.key} by {on}", select, on)


def _latest(filling: Filling, column: Column, fill: Fill) -> str:
    """Tables that the extract lacks are passed over, if there is one that it has."""
    selects, lacking = [], []
    for source in fill.columns:
        try:
            selects.append(_events(filling, column, source, f"{_of(source)} AS value"))
        except LackingError as why:
            lacking.append(str(why))
    if not selects:
        raise LackingError(lacking[0])
    filling.without += lacking
    select = f"SELECT n, max(value) AS value FROM ({' UNION ALL '.join(selects)}) GROUP BY n"
    value = f"{_joined(filling, column, select)}.value"
    own = fill.columns[0]
    return f"coalesce({value}, b.{own.name})" if own.table is filling.mapping.rows else value


def _on_latest(filling: Filling, column: Column, fill: Fill) -> str:
    value, when = fill.columns
    filling.need((value, when))
    return coded(_of_one_row(filling, column, value, when, f"{_of(when)} AS at"), fill)


def _in_force(filling: Filling, column: Column, fill: Fill) -> str:
    """What is in force at the snapshot date; of a row that ended, else what was last in force
    after that."""
    value, start, end = fill.columns
    filling.need(fill.columns)
    in_force = f"{_of(end)} IS NULL"
    then = f"b.ended IS NOT NULL AND {_of(end)} >= b.ended"
    order = f"{in_force} AS now, {_of(start)} AS at"
    where = f"{_of(start)} IS NOT NULL AND ({in_force} OR ({then}))"
    return coded(_of_one_row(filling, column, value, start, order, where), fill)


def _of_one_row(
    filling: Filling, column: Column, value: Column, when: Column, order: str, where: str = ""
) -> str:
    """A value from the row that comes last in an order, of those joined."""
    event = when.table.key
    names = [part.rsplit(" AS ", 1) for part in order.split(", ")]
    packed = ", ".join(f"'{name}': {sql}" for sql, name in names)
    held, joins = _named(filling, value, when.table)
    row = f"max({{{packed}, 'place': {event}._place, 'value': {held}}}).value AS value"
    where = where or f"{_of(when)} IS NOT NULL"
    select = _events(filling, column, when, row, joins, where) + " GROUP BY b.n"
    return f"{_joined(filling, column, select)}.value"


def _named(filling: Filling, value: Column, event: type[Table]) -> tuple[str, str]:
    """A value of a row, or of the row of another table that it names; and the joins for it."""
    before, joins = event.key, ""
    for step in path(filling.mapping.links, event, value.table):
        filling.need((step.left, step.right))
        table, name = step.right.table.key, step.right.name
        joins += (
            f" LEFT JOIN (SELECT * FROM {table} QUALIFY row_number() OVER "
            f"(PARTITION BY {name} ORDER BY _place) = 1) {table}_one "
            f"ON {table}_one.{name} = {before}.{step.left.name}"
        )
        before = f"{table}_one"
    return f"{before}.{value.name}", joins


def _events(
    filling: Filling,
    column: Column,
    when: Column,
    selected: str,
    joins: str = "",
    where: str = "TRUE",
) -> str:
    """Rows that belong to the list's rows, less those that the column does not look at."""
    filling.need((when,))
    mapping = filling.mapping
    steps = path(mapping.links, mapping.rows, when.table)
    together = SAID.rows[mapping.target.key].together
    if not steps and together is not None:
        steps = (Step(together, together),)
    before, found = "b", "base b"
    for step in steps:
        filling.need((step.left, step.right))
        table = step.right.table.key
        found += f" JOIN {table} ON {table}.{step.right.name} = {before}.{step.left.name}"
        before = table
    narrow = SAID.narrowed.get(place(column), {}).get(when.table)
    if narrow is not None:
        where = f"{where} AND ({_narrowed(filling, narrow)})"
    return f"SELECT b.n, {selected} FROM {found}{joins} WHERE {where}"


def _narrowed(filling: Filling, narrow: Narrow) -> str:
    filling.need(narrow.needs)
    filling.need_words(narrow.words)
    filling.allow(narrow.better_with)
    return narrow.where


def _worked(filling: Filling, column: Column, fill: Fill) -> str:
    said = SAID.expressions[place(column)]
    filling.need((*fill.columns, *said.needs))
    filling.need_words(said.words)
    filling.allow(said.better_with)
    if not said.select:
        return coded(said.sql, fill)
    found = f"{_joined(filling, column, said.sql)}.value"
    return coded(
        found if said.otherwise == "NULL" else f"coalesce({found}, {said.otherwise})", fill
    )


def _joined(filling: Filling, column: Column, select: str) -> str:
    return filling.join(column.name, select, "{alias}.n = b.n")


def _of(column: Column) -> str:
    return f"{column.table.key}.{column.name}"


_WAYS: dict[Way, Callable[[Filling, Column, Fill], str]] = {
    Way.SAME: _same,
    Way.FIRST: _first,
    Way.LATEST: _latest,
    Way.ON_LATEST: _on_latest,
    Way.IN_FORCE: _in_force,
    Way.COUNT: _worked,
    Way.ANY: _worked,
    Way.WORKED: _worked,
}
