"""All checks of all lists, as a few queries: those of one list that are asked alike go together."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.checks.declare import At, Check, blank
from sightline.intake.checks.library import checks_of
from sightline.standards.declare import Table

_PEOPLE = ("gender", "ethnicity", "date_of_birth", "has_disability")


@dataclass
class ListRows:
    """A list as checks see it: typed columns, ``_row``, and a flag for each column with cells
    that could not be read (``gender__unread``)."""

    table: type[Table]
    rows: pa.Table
    unread: dict[str, pa.Array] = field(default_factory=dict)


class Hit(NamedTuple):
    """A check that some rows break: their places from 0; None where it is about the whole list."""

    check: Check
    rows: pa.Array | None


class NotChecked(NamedTuple):
    """A check that could not be made, and why: it neither passed nor failed."""

    rule: str
    list: str
    reason: str


def run_checks(
    lists: Mapping[str, ListRows],
    as_at: date,
    own_names: tuple[str, ...] = (),
    only: Container[Check] | None = None,
) -> tuple[list[Hit], list[NotChecked]]:
    """Ask every check, or only some, of every list that is there.

    Returns what was broken, and what could not be asked since a list or column is missing. An
    error in a query is not caught: a check that is skipped would be a false "clean".
    """
    connection = duckdb.connect(":memory:", config={"threads": 1})
    try:
        _register(connection, lists)
        hits: list[Hit] = []
        skipped: list[NotChecked] = []
        for key, one in lists.items():
            wanted = [c for c in checks_of(key) if only is None or c in only]
            asked, not_asked = _possible(wanted, lists, bool(own_names))
            skipped += not_asked
            at = At(one.table, as_at, own_names)
            hits += _of_rows(connection, one, [c for c in asked if not c.whole], at)
            hits += _of_lists(connection, key, [c for c in asked if c.whole], at)
        return hits, skipped
    finally:
        connection.close()


def _register(connection: duckdb.DuckDBPyConnection, lists: Mapping[str, ListRows]) -> None:
    for key, one in lists.items():
        table = one.rows
        for name, flags in one.unread.items():
            table = table.append_column(f"{name}__unread", flags)
        if "_row" not in table.column_names:
            table = table.append_column(
                "_row", pa.array(np.arange(1, len(table) + 1, dtype=np.int32))
            )
        places = pa.array(np.arange(len(table), dtype=np.int32))
        connection.register(f"{key}__cells", table.append_column("_place", places))
        flags = [c for c in one.rows.column_names if c not in one.unread and c[0] != "_"]
        constant = "".join(f', FALSE AS "{name}__unread"' for name in flags)
        connection.execute(f'CREATE VIEW "{key}" AS SELECT *{constant} FROM "{key}__cells"')
    _first_seen(connection, lists)


def _first_seen(connection: duckdb.DuckDBPyConnection, lists: Mapping[str, ListRows]) -> None:
    """What each child's first list says of the child."""
    parts = []
    for key, one in lists.items():
        if one.table.standard == "annex_a" and "child_id" in one.rows.column_names:
            there = set(one.rows.column_names)
            kinds = {"date_of_birth": "DATE"}
            columns = ", ".join(
                n if n in there else f"NULL::{kinds.get(n, 'VARCHAR')} AS {n}" for n in _PEOPLE
            )
            parts.append(f"SELECT child_id, {one.table.number} AS n, {columns} FROM {key}__cells")
    if parts:
        first = ", ".join(f"arg_min({n}, n) AS {n}" for n in _PEOPLE)
        connection.execute(
            f"CREATE TEMP TABLE first_seen AS SELECT child_id, {first} "
            f"FROM ({' UNION ALL '.join(parts)}) WHERE child_id IS NOT NULL GROUP BY child_id"
        )


def _possible(
    checks: Iterable[Check], lists: Mapping[str, ListRows], authority: bool
) -> tuple[list[Check], list[NotChecked]]:
    """The checks that can be made with what is there; and those that cannot, with the reason."""
    asked: list[Check] = []
    skipped: list[NotChecked] = []
    for check in checks:
        reason = next(_lacking(check, lists, authority), "")
        if reason:
            skipped.append(NotChecked(check.rule.id, check.table.key, reason))
        else:
            asked.append(check)
    return asked, skipped


def _lacking(check: Check, lists: Mapping[str, ListRows], authority: bool) -> Iterator[str]:
    own = set(lists[check.table.key].rows.column_names)
    for name in (*check.uses, check.column):
        if name and name not in own:
            yield f"the column {name} is missing"
    for key, columns in check.others:
        if key not in lists:
            yield f"the list {key} is missing"
            return
        for name in columns:
            if name not in lists[key].rows.column_names:
                yield f"the column {name} of {key} is missing"
    if check.needs_authority and not authority:
        yield "it is not said whose lists these are"


Asked = tuple[Check, str]
"""A check, and its condition on the day."""


def _of_rows(
    connection: duckdb.DuckDBPyConnection, one: ListRows, checks: Sequence[Check], at: At
) -> list[Hit]:
    """The checks that rows break, in the order of the checks; those with windows come last."""
    alone: list[Asked] = []
    among: list[Asked] = []
    windowed: list[Asked] = []
    broken: dict[int, pa.Array] = {}
    for check in checks:
        condition = check.condition(at)
        if condition == blank(check.column):
            broken[id(check)] = _blanks(one, check.column)
        elif check.windowed:
            windowed.append((check, condition))
        elif "SELECT" in condition or "first_seen." in condition:
            among.append((check, condition))
        else:
            alone.append((check, condition))
    # Apart, since a hundred simple conditions are planned fast, and joins among them are slow.
    for asked in filter(None, (alone, among, windowed)):
        broken.update(_ask(connection, one.table.key, asked))
    ordered = sorted(checks, key=lambda check: check.windowed)
    return [Hit(c, broken[id(c)]) for c in ordered if len(broken[id(c)])]


def _blanks(one: ListRows, column: str) -> pa.Array:
    """Where a column is blank: the most common check, and one that needs no query."""
    empty = pc.is_null(one.rows[column])
    if column in one.unread:
        empty = pc.and_not(empty, one.unread[column])
    return pc.indices_nonzero(empty)


def _ask(
    connection: duckdb.DuckDBPyConnection, key: str, asked: Sequence[Asked]
) -> Iterator[tuple[int, pa.Array]]:
    """The rows that break each check, by the check's identity.

    Every row comes back, true or false: to ask for the broken ones alone would have the engine
    plan each condition twice, which costs more than the few bytes.
    """
    columns = ", ".join(f"coalesce({text}, FALSE) AS c{n}" for n, (_, text) in enumerate(asked))
    rows = f'"{key}" t'
    if "first_seen." in columns:
        rows += " LEFT JOIN first_seen ON first_seen.child_id = t.child_id"
    found = connection.execute(f"SELECT t._place, {columns} FROM {rows}").fetchnumpy()
    for n, (check, _) in enumerate(asked):
        yield id(check), pa.array(np.sort(found["_place"][found[f"c{n}"]]))


def _of_lists(
    connection: duckdb.DuckDBPyConnection, key: str, checks: Sequence[Check], at: At
) -> list[Hit]:
    if not checks:
        return []
    asked = ", ".join(f"coalesce({c.condition(at)}, FALSE)" for c in checks)
    row: Any = connection.execute(f'SELECT {asked} FROM "{key}" t').fetchall()[0]
    return [Hit(check, None) for check, broken in zip(checks, row, strict=True) if broken]
