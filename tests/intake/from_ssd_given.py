"""Hand-made extracts of the SSD: tables typed as declared, from rows that say only what matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from sightline.standards import standard

DAY = date(2026, 3, 31)
_KINDS = {"date": pa.date32(), "integer": pa.int64(), "decimal": pa.float64()}
Rows = Mapping[str, Iterable[Mapping[str, Any]]]


def day(text: str | None) -> date | None:
    """A date from 2026-03-31."""
    return None if text is None else date.fromisoformat(text)


def extract(rows: Rows) -> dict[str, pa.Table]:
    """Every table with every column; empty and null where nothing is given. Dates may be text."""
    made = {}
    for table in standard("ssd").tables:
        given = list(rows.get(table.key, ()))
        assert {name for row in given for name in row} <= {c.name for c in table.columns}
        arrays = {}
        for column in table.columns:
            values = [row.get(column.name) for row in given]
            if column.kind == "date":
                values = [day(v) if isinstance(v, str) else v for v in values]
            arrays[column.name] = pa.array(values, _KINDS.get(column.kind, pa.string()))
        made[f"ssd.{table.key}"] = pa.table(arrays)
    return made


def without(tables: Mapping[str, pa.Table], *names: str) -> dict[str, pa.Table]:
    """Tables less some tables ("ssd_person") or columns ("ssd_person.pers_sex")."""
    kept = dict(tables)
    for name in names:
        table, _, column = name.partition(".")
        if column:
            kept[f"ssd.{table}"] = kept[f"ssd.{table}"].drop_columns([column])
        else:
            del kept[f"ssd.{table}"]
    return kept


def rows_of(columns: str, *rows: tuple[Any, ...]) -> list[dict[str, Any]]:
    """Rows from the names of their columns and their values in order."""
    names = columns.split()
    return [dict(zip(names, row, strict=True)) for row in rows]
