"""The rows of the lists that tell of one child, read from a snapshot: values as they were loaded.

Only that child's rows are read out of the files; what they say is never kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.measures.groups import label

if TYPE_CHECKING:
    from sightline.standards.declare import Column, Table

_MOST = 500


@dataclass(frozen=True)
class SourceRow:
    """A row of a list about a child: where it stands, and its values by column, in order."""

    key: str
    title: str
    file: str
    sheet: str
    row: int
    values: dict[str, Any]
    table: type[Table]

    def told(self) -> list[tuple[str, Any]]:
        """The values that are there, each with its heading; nothing that says who or where."""
        return [
            (column.heading.strip(), _in_words(column, self.values[column.name]))
            for column in self._columns()
            if column is not self.table.child_column()
        ]

    def days(self) -> Iterator[tuple[date, str]]:
        """What its dates tell: each day with the heading of its column."""
        for column in self._columns():
            value = self.values[column.name]
            if isinstance(value, date) and not _BORN.search(column.name):
                yield value, column.heading.strip()

    def _columns(self) -> Iterator[Column]:
        for column in self.table.columns:
            if not column.sensitive and self.values.get(column.name) is not None:
                yield column


_BORN = re.compile("date_of_birth|_dob$|^dob$|expected_date")


def source_rows(snapshots: Path, snapshot: str, child_id: str) -> list[SourceRow]:
    """Every row about a child, list by list; none where the snapshot is not there any more."""
    lists = _lists(snapshots, snapshot)
    if not lists:
        return []
    # One question for all lists: each is small, and asking costs more than reading.
    asked = " UNION ALL ".join(
        f'SELECT {n}, to_json(t) FROM read_parquet(?) t WHERE "{_child(table)}" = ?'
        for n, (table, _) in enumerate(lists)
    )
    given = [value for _, path in lists for value in (str(path), child_id)]
    with _database().cursor() as cursor:
        found = cursor.execute(f"{asked} LIMIT {_MOST}", given).fetchall()
    made = [_row(lists[n][0], json.loads(told)) for n, told in found]
    order = {table.key: n for n, (table, _) in enumerate(lists)}
    return sorted(made, key=lambda one: (order[one.key], one.file, one.row))


@cache
def _database() -> Any:
    """One database in memory for each process: it keeps nothing, and is slow to begin."""
    import duckdb

    return duckdb.connect(config={"threads": 1})


def _child(table: type[Table]) -> str:
    column = table.child_column()
    assert column is not None
    return column.name


@lru_cache(4)
def _lists(snapshots: Path, snapshot: str) -> tuple[tuple[type[Table], Path], ...]:
    """The lists of a snapshot that name a child, with their files."""
    from sightline.intake.store.snapshot import all_snapshots
    from sightline.kit.problems import UserError
    from sightline.standards.registry import all_standards

    tables = {f"{one.key}.{t.key}": t for one in all_standards() for t in one.tables}
    found = next((s for s in all_snapshots(snapshots) if s.id == snapshot), None)
    if found is None:
        return ()
    try:
        return tuple(
            (tables[key], found.parquet(key))
            for key in found.keys
            if key in tables and tables[key].child_column()
        )
    except UserError:
        return ()


def _row(table: type[Table], told: dict[str, Any]) -> SourceRow:
    values = {c.name: _value(c, told.get(c.name)) for c in table.columns}
    place = (told["_file"] or "", told["_sheet"] or "", told["_row"] or 0)
    return SourceRow(table.key, table.title, *place, values, table)


def _in_words(column: Column, value: Any) -> Any:
    """A code with its words: "N5: Family dysfunction"."""
    code_set = getattr(column, "code_set", "")
    if not code_set or not isinstance(value, str):
        return value
    words = label(code_set, False, value)
    return value if words == value else f"{value}: {words}"


def _value(column: Column, told: Any) -> Any:
    """A value as it was: JSON has days as text."""
    if isinstance(told, str) and column.kind in ("date", "datetime"):
        return date.fromisoformat(told[:10])
    return told
