"""What a load looks like beside the last one: numbers of rows, and children who vanished."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.issues import Issues
from sightline.intake.rules import Rule

VANISHED = Rule(
    "X21",
    "query",
    "The child was open in the last load, and is not in the list now, open or closed.",
    "See whether the record was merged, deleted, or left out by the extract.",
)
_OPEN = {
    "children_in_need": "cin_closure_date",
    "child_protection": "plan_end_date",
    "children_in_care": "cla_end_date",
}
_FAR = 0.3
_FEW = 20
_STILL_LISTED = timedelta(days=180)
"""For how long Annex A keeps a child in a list after the end."""


def compare_with_last(
    now: Mapping[str, pa.Table], last: Mapping[str, pa.Table], as_at: date, last_as_at: date
) -> pa.Table:
    """Issues that only show beside the last load; lists by "standard.list"."""
    issues = Issues()
    for name in sorted(last):
        key = name.split(".")[1]
        before, after = len(last[name]), len(now[name]) if name in now else 0
        if name in now:
            _rows(issues, key, before, after)
            if key in _OPEN and as_at - last_as_at < _STILL_LISTED:
                leave = _not_in_need(now) if key == "children_in_need" else set()
                _vanished(issues, key, last[name], now[name], leave)
    return issues.table()


def _rows(issues: Issues, key: str, before: int, after: int) -> None:
    emptied = before > 0 and after == 0
    if emptied or (before >= _FEW and abs(after - before) > _FAR * before):
        issues.add(
            "S10",
            list_key=key,
            message=f"{after:,} rows, and {before:,} in the last load.",
        )


def _not_in_need(now: Mapping[str, pa.Table]) -> set[str]:
    """Children whose assessment found no need: Ofsted leaves their closure (RC8) out of list 6."""
    table = now.get("annex_a.assessments")
    if table is None or {"child_id", "needs_support"} - set(table.column_names):
        return set()
    none = pc.fill_null(pc.equal(table["needs_support"], "N"), False)
    return set(table["child_id"].filter(none).to_pylist())


def _vanished(issues: Issues, key: str, before: pa.Table, after: pa.Table, leave: set[str]) -> None:
    end = _OPEN[key]
    if {"child_id", end} - set(before.column_names) or "child_id" not in after.column_names:
        return
    still_open = before["child_id"].filter(pc.is_null(before[end]))
    children = after["child_id"].combine_chunks()
    gone = still_open.filter(pc.invert(pc.is_in(still_open, value_set=children)))
    gone = pa.array(sorted(set(gone.drop_null().to_pylist()) - leave), pa.string())
    if len(gone):
        issues.add(
            VANISHED.id,
            list_key=key,
            rows=pa.nulls(len(gone), pa.int32()),
            children=gone,
        )
