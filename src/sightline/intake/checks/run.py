"""All checks of all lists, as a few queries: one for each list, and one more for windows."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.checks.declare import At, Check
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
            for kind in (False, True):
                chosen = [c for c in asked if not c.whole and c.windowed == kind]
                hits += _of_rows(connection, key, chosen, at)
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
            table = table.append_column("_row", pa.array(range(1, len(table) + 1), pa.int32()))
        places = pa.array(range(len(table)), pa.int32())
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


def _of_rows(
    connection: duckdb.DuckDBPyConnection, key: str, checks: Sequence[Check], at: At
) -> list[Hit]:
    if not checks:
        return []
    asked = ", ".join(f"coalesce({c.condition(at)}, FALSE) AS c{n}" for n, c in enumerate(checks))
    some = " OR ".join(f"c{n}" for n in range(len(checks)))
    rows = f'"{key}" t'
    if "first_seen." in asked:
        rows += " LEFT JOIN first_seen ON first_seen.child_id = t.child_id"
    found = connection.sql(
        f"SELECT * FROM (SELECT t._place, {asked} FROM {rows}) WHERE {some}"
    ).to_arrow_table()
    hits = []
    for n, check in enumerate(checks):
        rows = found["_place"].filter(found[f"c{n}"])
        if len(rows):
            hits.append(Hit(check, pc.take(rows, pc.sort_indices(rows)).combine_chunks()))
    return hits


def _of_lists(
    connection: duckdb.DuckDBPyConnection, key: str, checks: Sequence[Check], at: At
) -> list[Hit]:
    if not checks:
        return []
    asked = ", ".join(f"coalesce({c.condition(at)}, FALSE)" for c in checks)
    row: Any = connection.execute(f'SELECT {asked} FROM "{key}" t').fetchall()[0]
    return [Hit(check, None) for check, broken in zip(checks, row, strict=True) if broken]
