"""Loads to throw away: two days of an authority that is made up, with issues worked by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

BEFORE, NOW = date(2026, 9, 30), date(2026, 10, 31)
REMEDY = "Mend it."


def issue(
    severity: str, rule: str, row: int | None, child: str, team: str, worker: str
) -> dict[str, Any]:
    """One issue of the list of contacts."""
    return {
        "severity": severity,
        "rule": rule,
        "list": "contacts",
        "file": "Annex A.xlsx",
        "sheet": "List 1",
        "row": row,
        "column": "Date of Contact",
        "child_id": child or None,
        "message": f"Row {row} is wrong.",
        "remedy": REMEDY,
        "value": None,
        "team": team or None,
        "worker": worker or None,
    }


ISSUES = [
    issue("error", "F01", 2, "child-a", "Team North", "Ann Lee"),
    issue("error", "F01", 3, "child-b", "Team North", "Bo Day"),
    issue("error", "F01", 4, "child-c", "Team South", "Cy Fox"),
    issue("error", "F01", 5, "child-d", "", ""),
    issue("query", "W13", 6, "child-a", "Team North", "Ann Lee"),
    issue("information", "S10", None, "", "", ""),
]
"""Four errors: two of Team North, one of Team South, one of no team; a query; one about no child."""


@pytest.fixture
def site(tmp_path: Path, settings: Any) -> Path:
    """A workspace of its own for the site, with nothing in it."""
    from sightline.workspace import Workspace

    settings.WORKSPACE = Workspace(tmp_path)
    settings.RECORDS = tmp_path / "records"
    return tmp_path


@pytest.fixture
def two_loads(site: Path) -> tuple[str, str]:
    """The ids of two loads of Fernshire: the first has one error, the second ``ISSUES``."""
    first = save(site, BEFORE, ISSUES[:1], ["child-a"])
    second = save(site, NOW, ISSUES, ["child-a", "child-b", "child-c", "child-d"])
    return first, second


def save(site: Path, as_at: date, issues: list[dict[str, Any]], children: list[str]) -> str:
    """Keep a load of one list; its id."""
    import pyarrow as pa

    from sightline.intake.issues import SCHEMA
    from sightline.intake.store import Store

    source = site / f"Annex A {as_at}.xlsx"
    source.write_bytes(f"made up {as_at}".encode())
    rows = {"child_id": children, "_file": ["f"] * len(children)}
    summary = {
        "lists": [
            {
                "list": "contacts",
                "standard": "annex_a",
                "file": "Annex A.xlsx",
                "sheet": "List 1",
                "header_row": 1,
                "rows": len(children),
                "columns_matched": ["Child Unique ID"],
                "columns_missing": ["Contact Source"],
                "columns_unknown": [],
            }
        ],
        "fitness": [
            {
                "list": "contacts",
                "question": "who makes contact",
                "needs": "Contact Source",
                "rows": 4,
                "usable": 3,
                "sentence": "1 of 4 rows has no source.",
            }
        ],
        "not_checked": [],
        "counts": [],
        "rules": ["F01", "W13", "S10"],
    }
    saved = Store(site / "snapshots").save(
        "Fernshire",
        as_at,
        {"annex_a.contacts": pa.table(rows)},
        pa.Table.from_pylist(issues, schema=SCHEMA),
        [source],
        summary,
        "Sightline test",
    )
    return saved.id
