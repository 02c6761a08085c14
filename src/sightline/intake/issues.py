"""Issues: what is wrong, where, whose it is, and what to do, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.rules import SEVERITIES, rule

COLUMNS = ("severity", "rule", "list", "file", "sheet", "row", "column", "child_id")
"""The columns before the two sentences, in the order in which they are shown."""
SCHEMA = pa.schema(
    [
        *((name, pa.int32() if name == "row" else pa.string()) for name in COLUMNS),
        *((name, pa.string()) for name in ("message", "remedy", "value", "team", "worker")),
    ]
)


@dataclass(frozen=True)
class Batch:
    """Issues of one rule and one column; with ``rows`` one for each row, else a single one."""

    rule: str
    severity: str
    list: str
    file: str
    sheet: str
    column: str
    message: str
    rows: pa.Array | None
    child_id: pa.Array | None
    value: pa.Array | None
    team: pa.Array | None
    worker: pa.Array | None

    @property
    def length(self) -> int:
        """How many issues there are."""
        return 1 if self.rows is None else len(self.rows)


@dataclass
class Issues:
    """Issues as they are found, in batches of one rule and one column each."""

    batches: list[Batch] = field(default_factory=list)

    def add(
        self,
        rule_id: str,
        *,
        severity: str = "",
        list_key: str = "",
        file: str = "",
        sheet: str = "",
        column: str = "",
        message: str = "",
        rows: pa.Array | None = None,
        children: pa.Array | None = None,
        values: pa.Array | None = None,
        teams: pa.Array | None = None,
        workers: pa.Array | None = None,
    ) -> None:
        """Add one issue; or one for each of ``rows``, the numbers of rows as the sheet has them."""
        made = rule(rule_id)
        where = (list_key, file, sheet, column, message or made.means)
        whose = (children, values, teams, workers)
        self.batches.append(Batch(rule_id, severity or made.severity, *where, rows, *whose))

    def table(self) -> pa.Table:
        """All issues, the gravest first, then by rule, list and row."""
        if not self.batches:
            return SCHEMA.empty_table()
        found = _joined(self.batches)
        order = pc.index_in(found["severity"], pa.array(SEVERITIES))
        keyed = found.append_column("_order", order)
        by = [("_order", "ascending"), *((n, "ascending") for n in ("rule", "list", "row"))]
        return found.take(pc.sort_indices(keyed, sort_keys=by))


def _joined(batches: Sequence[Batch]) -> pa.Table:
    """One table of all batches: a column at a time, since batches are many and mostly small."""
    counts = [batch.length for batch in batches]
    which = pa.array(np.repeat(np.arange(len(counts)), counts))

    def same(texts: list[str]) -> pa.Array:
        return pa.array(texts, pa.string()).take(which)

    def given(arrays: list[pa.Array | None], kind: pa.DataType) -> pa.Array:
        parts = zip(arrays, counts, strict=True)
        return pa.concat_arrays(
            [pa.nulls(n, kind) if a is None else a.cast(kind) for a, n in parts]
        )

    cells: dict[str, pa.Array] = {}
    for name in ("severity", "rule", "list", "file", "sheet", "column"):
        cells[name] = same([getattr(batch, name) for batch in batches])
    for name in ("child_id", "value", "team", "worker"):
        cells[name] = given([getattr(batch, name) for batch in batches], pa.string())
    cells["row"] = given([batch.rows for batch in batches], pa.int32())
    cells["message"] = with_values(same([batch.message for batch in batches]), cells["value"])
    cells["remedy"] = same([rule(batch.rule).remedy for batch in batches])
    return pa.table(cells, schema=SCHEMA)


def with_values(said: pa.Array, values: pa.Array) -> pa.Array:
    """Sentences, each with what its cell holds after it, if known: "It holds “31/02/2026”."."""
    text = pc.utf8_slice_codeunits(values, 0, 80)
    return pc.coalesce(pc.binary_join_element_wise(said, " It holds “", text, "”.", ""), said)


def rows_of(issues: pa.Table) -> Iterator[dict[str, Any]]:
    """Issues as plain rows, for tables, CSV and JSON; nothing is None but the row's number."""
    for batch in issues.to_batches(max_chunksize=10_000):
        for row in batch.to_pylist():
            yield {k: "" if v is None and k != "row" else v for k, v in row.items()}


def counts(issues: pa.Table) -> dict[str, int]:
    """How many there are of each severity, all named."""
    found = {row["values"]: row["counts"] for row in issues["severity"].value_counts().to_pylist()}
    return {severity: found.get(severity, 0) for severity in SEVERITIES}
