"""Every check is broken by its own failing row, and by nothing else of its examples."""

from __future__ import annotations

from datetime import date, datetime

import pyarrow as pa
import pytest

from sightline.intake.checks.declare import CHECKS, Check, table_of
from sightline.intake.checks.library import MODULES
from sightline.intake.checks.run import ListRows, run_checks
from sightline.standards import all_standards

AS_AT = date(2026, 10, 31)
KINDS = {
    "date": pa.date32(),
    "datetime": pa.timestamp("us"),
    "integer": pa.int64(),
    "decimal": pa.float64(),
}
assert MODULES


def rows_of(key: str, given) -> ListRows:
    """A typed list of example rows: what a row does not say is blank."""
    table = table_of(key)
    columns = {}
    for column in table.columns:
        kind = KINDS.get(column.kind, pa.string())
        cells = [row.get(column.name) for row in given]
        if column.kind in ("date", "datetime"):
            read = date if column.kind == "date" else datetime
            cells = [None if cell is None else read.fromisoformat(cell) for cell in cells]
        columns[column.name] = pa.array(cells, kind)
    unknown = {name for row in given for name in row} - set(columns)
    assert not unknown, f"{key} has no column {unknown}"
    return ListRows(table, pa.table(columns))


def hits(check: Check, example) -> list:
    """Whether the check is broken: the places of the rows, or "whole"."""
    lists = {key: rows_of(key, rows) for key, rows in check.beside.items()}
    lists[check.table.key] = rows_of(check.table.key, example)
    found, skipped = run_checks(lists, AS_AT, ("Fernshire",), only=[check])
    assert not skipped
    return [["whole"] if hit.rows is None else hit.rows.to_pylist() for hit in found]


def named(check: Check) -> str:
    return f"{check.rule.id}-{check.table.key}-{check.column}-{'-'.join(check.uses[-1:])}"


ONE_BY_ONE = [
    *(c for c in CHECKS if c.table.standard == "annex_a"),
    *[c for c in CHECKS if c.rule.id == "W54"][:3],
]


@pytest.mark.parametrize("check", ONE_BY_ONE, ids=named)
def test_the_failing_row_fails_and_the_passing_row_passes(check):
    """Of the rows of an example, the last is the one that is asked about."""
    found = hits(check, check.breaks)
    assert [rows[-1] for rows in found] == ["whole" if check.whole else len(check.breaks) - 1]
    assert hits(check, check.keeps) == [], "the passing row failed"


@pytest.mark.parametrize("standard", ["ssd", "local"])
def test_declared_rules_of_every_other_list(standard):
    """Hundreds at once: a list's examples are stacked, and each check finds its own row."""
    rows: dict[str, list] = {}
    asked = [c for c in CHECKS if c.table.standard == standard and not c.windowed]
    places = []
    for check in asked:
        for key, beside in check.beside.items():
            rows.setdefault(key, []).extend(beside)
        mine = rows.setdefault(check.table.key, [])
        mine += check.breaks
        broken = len(mine) - 1
        mine += check.keeps
        places.append((check, broken, len(mine) - 1))
    found, skipped = run_checks({k: rows_of(k, v) for k, v in rows.items()}, AS_AT, only=asked)
    assert not skipped
    by_check = {id(hit.check): set(hit.rows.to_pylist()) for hit in found}
    missed = [named(c) for c, broken, _ in places if broken not in by_check.get(id(c), ())]
    false = [named(c) for c, _, kept in places if kept in by_check.get(id(c), ())]
    assert (missed, false) == ([], [])
    assert len(places) > 100


def test_every_list_has_checks():
    """All but those that nobody fills yet, of which every column is a placeholder."""
    checked = {check.table.key for check in CHECKS}
    for table in (t for s in all_standards() for t in s.tables if t.key not in checked):
        assert all(column.placeholder for column in table.columns if not column.key), table.key
