"""Invented tables with every kind of column that the standards have, as a snapshot keeps them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

WHERE = [("_file", pa.string()), ("_sheet", pa.string()), ("_row", pa.int32())]

CHILDREN = pa.schema(
    [
        ("child_id", pa.string()),
        ("name", pa.string()),
        ("born_on", pa.date32()),
        ("seen_at", pa.timestamp("us")),
        ("team", pa.string()),
        ("disabled", pa.string()),
        ("visits", pa.int64()),
        ("hours", pa.float64()),
        ("notes", pa.string()),
        *WHERE,
    ]
)
CHILDREN_ROWS = [
    ("007", "Zoë", date(2012, 2, 29), datetime(2026, 3, 1, 23, 59, 59, 999999), "North", "Y", 3,
     1.5, 'two\nlines, a comma and "quotes"'),
    ("008", "Ålesund-Ó Briain", date(2012, 3, 1), datetime(2026, 3, 29, 1, 30), "North", "N", 0,
     -0.25, ""),
    ("009", "李 小龙", date(1969, 12, 31), datetime(1969, 12, 31, 23, 59, 59, 1), "South", "N", None,
     1e-9, "a\n\\.\nb"),
    ("010", "🦊 and é", date(1900, 2, 28), None, "south", None, -7, 123456789.125, "NULL"),
    ("011", None, None, datetime(2000, 2, 29), None, "Y", 9007199254740993, None, None),
    ("012", "zoe", date(2020, 2, 29), datetime(2026, 10, 25, 1, 30), "North", "Y", 4, 2.5, "\\N"),
]  # fmt: skip

PLANS = pa.schema(
    [
        ("child_id", pa.string()),
        ("started_on", pa.date32()),
        ("ended_on", pa.date32()),
        ("category", pa.string()),
        *WHERE,
    ]
)
PLANS_ROWS = [
    ("007", date(2024, 2, 28), date(2024, 3, 1), "NEG"),
    ("007", date(2025, 12, 31), None, "EMO"),
    ("008", date(1969, 12, 30), date(1970, 1, 2), "NEG"),
    ("012", date(2026, 3, 28), date(2026, 3, 30), None),
    ("999", date(2026, 1, 1), None, "PHY"),
]  # fmt: skip


def children() -> pa.Table:
    """Six children."""
    return _table(CHILDREN, CHILDREN_ROWS, "List 1")


def plans() -> pa.Table:
    """Five plans of four children, one of whom is not among the children."""
    return _table(PLANS, PLANS_ROWS, "List 2")


def _table(schema: pa.Schema, rows: list[tuple], sheet: str) -> pa.Table:
    placed = [(*row, "annexe á.xlsx", sheet, n) for n, row in enumerate(rows, start=2)]
    columns = [pa.array(values, f.type) for values, f in zip(zip(*placed), schema)]
    return pa.Table.from_arrays(columns, schema=schema)


def written(folder: Path, **lists: pa.Table) -> dict[str, Path]:
    """Write the lists as a snapshot does; their paths by key."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for name, table in (lists or {"children": children(), "plans": plans()}).items():
        path = folder / f"annex_a.{name}.parquet"
        pq.write_table(table, path, compression="zstd")
        path.chmod(0o400)
        paths[f"annex_a.{name}"] = path
    return paths
