"""Small lists written as tables, for what is asked of measures, deadlines, signals and waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import ibis
import pyarrow as pa

from sightline.engines import engine
from sightline.measures.data import Data, column_types
from sightline.measures.opening import open_tables

AS_AT = date(2026, 10, 31)


def listed(key: str, text: str) -> pa.Table:
    """A list from lines of cells: the first line names its columns, a blank cell is empty."""
    lines = [[c.strip() for c in line.split("|")] for line in text.strip().splitlines()]
    types = column_types(key)
    rows = [
        {**{h: value(c, types[h]) for h, c in zip(lines[0], cells)},
         "_file": "made up.xlsx", "_sheet": key, "_row": n}
        for n, cells in enumerate(lines[1:], 2)
    ]  # fmt: skip
    schema = ibis.Schema({n: t for n, t in types.items() if n in rows[0]}).to_pyarrow()
    return pa.Table.from_pylist(rows, schema=schema)


def value(text: str, kind: str) -> Any:
    """A cell in its type."""
    if not text:
        return None
    if kind == "date":
        return date.fromisoformat(text)
    if kind.startswith("timestamp"):
        return datetime.fromisoformat(text)
    if kind == "int64":
        return int(text)
    return float(text) if kind == "float64" else text


@contextmanager
def opened(as_at: date = AS_AT, **lists: str) -> Iterator[Data]:
    """Lists of Annex A, or of the local lists under ``local_…``, open on DuckDB."""
    made = {}
    for name, text in lists.items():
        key = f"local.{name[6:]}" if name.startswith("local_") else f"annex_a.{name}"
        made[key] = listed(key, text)
    with open_tables(made, as_at, engine()) as data:
        yield data
