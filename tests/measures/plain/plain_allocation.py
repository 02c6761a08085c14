"""Plain answers for the measures of allocation: loops over rows, and no engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from plain_days import is_open, someone

Row = dict[str, Any]
Lists = dict[str, list[Row]]
Answer = tuple[Row, Any]


def held(lists: Lists, on: date) -> Iterator[tuple[Row, int]]:
    """Each worker with a team, that of most of their children, and how many they hold."""
    of_worker: dict[str, list[Row]] = {}
    for row in lists["annex_a.children_in_need"]:
        name = row["allocated_worker"]
        if is_open(row["cin_start_date"], row["cin_closure_date"], on) and someone(name):
            of_worker.setdefault(name.strip().lower(), []).append(row)
    for rows in of_worker.values():
        teams = Counter(r["allocated_team"] for r in rows)
        # No team is the last of those with as many children.
        best = min(teams, key=lambda t: (-teams[t], t is None, t or ""))
        yield {"_team": best}, len(rows)


def wf01(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row, children in held(lists, on):
        yield row, (children, 1)


def wf03(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row, children in held(lists, on):
        yield row, children > settings.children_per_worker


def wf09(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.assessments"]:
        if is_open(row["assessment_start_date"], row["assessment_authorised_date"], on):
            yield row, not someone(row["allocated_worker"])
    for row in lists["annex_a.children_in_need"]:
        if is_open(row["cin_start_date"], row["cin_closure_date"], on):
            yield row, not someone(row["allocated_worker"])
    for row in lists["annex_a.child_protection"]:
        if is_open(row["plan_start_date"], row["plan_end_date"], on):
            yield row, not someone(row["allocated_worker"])
    for row in lists["annex_a.children_in_care"]:
        if row["legal_status"] in ("V3", "V4"):
            continue
        if is_open(row["cla_start_date"], row["cla_end_date"], on):
            yield row, not someone(row["allocated_worker"])
    for row in lists["annex_a.care_leavers"]:
        yield row, not someone(row["allocated_worker"])


PLAIN = {
    ("WF01", "workers"): wf01,
    ("WF03", "workers"): wf03,
    ("WF09", "open_work"): wf09,
}
