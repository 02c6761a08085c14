"""The manifest of what was planted, as a check's report names it, and of what is true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sightline.standards import standard as standard_of
from sightline.synthesize.dirt.sow import Planted

HEADINGS_ROWS = 1
"""Made-up workbooks have their headings in row 1."""


def manifest(
    planted: Iterable[Planted],
    standard: str = "annex_a",
    true_values: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """What was planted and what is true, ready for JSON.

    ``planted`` has a ``rule, list, sheet, row, column, child_id`` for each error: rows are those
    of the sheet, columns the headings.
    """
    return {
        "planted": [_told(one, standard) for one in planted],
        "true_values": dict(true_values or {}),
    }


def _told(one: Planted, standard: str) -> dict[str, Any]:
    table = standard_of(standard).by_key(one.list)
    return {
        "rule": one.rule,
        "list": one.list,
        "sheet": table.sheet_name,
        "row": one.row + HEADINGS_ROWS + 1,
        "column": table.column(one.column).heading.strip(),
        "child_id": one.child_id,
    }
