"""Issues: what is wrong, where, whose it is, and what to do, in columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

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


@dataclass
class Issues:
    """Issues as they are found, in batches of one rule and one column each."""

    batches: list[pa.Table] = field(default_factory=list)

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
        made, count = rule(rule_id), 1 if rows is None else len(rows)
        said = message or made.means

        def same(text: str) -> pa.Array:
            return pa.repeat(pa.scalar(text, pa.string()), count)

        def given(array: pa.Array | None) -> pa.Array:
            return pa.nulls(count, pa.string()) if array is None else array.cast(pa.string())

        numbers = pa.nulls(count, pa.int32()) if rows is None else rows.cast(pa.int32())
        cells = {
            "severity": same(severity or made.severity),
            "rule": same(rule_id),
            "list": same(list_key),
            "file": same(file),
            "sheet": same(sheet),
            "row": numbers,
            "column": same(column),
            "child_id": given(children),
            "message": same(said) if values is None else with_values(said, values),
            "remedy": same(made.remedy),
            "value": given(values),
            "team": given(teams),
            "worker": given(workers),
        }
        self.batches.append(pa.table(cells, schema=SCHEMA))

    def table(self) -> pa.Table:
        """All issues, the gravest first, then by rule, list and row."""
        if not self.batches:
            return SCHEMA.empty_table()
        found = pa.concat_tables(self.batches).combine_chunks()
        order = pc.index_in(found["severity"], pa.array(SEVERITIES))
        keyed = found.append_column("_order", order)
        by = [("_order", "ascending"), *((n, "ascending") for n in ("rule", "list", "row"))]
        return found.take(pc.sort_indices(keyed, sort_keys=by))


def with_values(said: str, values: pa.Array) -> pa.Array:
    """A sentence with what each cell holds after it: "It holds “31/02/2026”."."""
    text = pc.utf8_slice_codeunits(values.cast(pa.string()), 0, 80)
    told = pc.binary_join_element_wise(f"{said} It holds “", text, "”.", "")
    return pc.coalesce(told, pa.scalar(said))


def rows_of(issues: pa.Table) -> Iterator[dict[str, Any]]:
    """Issues as plain rows, for tables, CSV and JSON; nothing is None but the row's number."""
    for batch in issues.to_batches(max_chunksize=10_000):
        for row in batch.to_pylist():
            yield {k: "" if v is None and k != "row" else v for k, v in row.items()}


def counts(issues: pa.Table) -> dict[str, int]:
    """How many there are of each severity, all named."""
    found = {row["values"]: row["counts"] for row in issues["severity"].value_counts().to_pylist()}
    return {severity: found.get(severity, 0) for severity in SEVERITIES}
