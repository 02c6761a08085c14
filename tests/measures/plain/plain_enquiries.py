"""Plain answers for section 47 enquiries and initial conferences: loops over rows, no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from plain_days import is_open, months_on, wd

Row = dict[str, Any]
Lists = dict[str, list[Row]]
Answer = tuple[Row, Any]
KNOWN = {"Y": True, "N": False}


def recent(lists: Lists, column: str, on: date) -> Iterator[Row]:
    for row in lists["annex_a.section_47"]:
        if row[column] is not None and months_on(on, -6) <= row[column] <= on:
            yield row


def se01(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.section_47"]:
        if row["strategy_discussion_date"] is None:
            yield row, None
    for row in recent(lists, "strategy_discussion_date", on):
        yield row, True


def se02(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    latest: dict[Any, Row] = {}
    for n, row in enumerate(lists["annex_a.section_47"]):
        child, day = row["child_id"] or n, row["strategy_discussion_date"]
        held = latest.get(child)
        if day is None:
            continue
        where = (-day.toordinal(), row["_file"], row["_sheet"], row["_row"])
        if held is None or where < held["_where"]:
            latest[child] = {**row, "_where": where}
    for row in latest.values():
        if months_on(on, -6) <= row["strategy_discussion_date"] <= on:
            before = row["s47_last_12_months"]
            yield row, None if before is None else before > 0


def se03(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent(lists, "strategy_discussion_date", on):
        yield row, KNOWN.get(row["icpc_unnecessary"])


def se04(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent(lists, "icpc_date", on):
        days = wd(row["strategy_discussion_date"], row["icpc_date"])
        yield row, None if days is None else days <= 15


def se05(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    planned = {
        r["child_id"]
        for r in lists["annex_a.child_protection"]
        if is_open(r["plan_start_date"], r["plan_end_date"], on)
    }
    for row in lists["annex_a.section_47"]:
        held, begun = row["icpc_date"], row["strategy_discussion_date"]
        if held is not None and held <= on:
            continue
        if row["icpc_unnecessary"] == "Y":
            continue
        if row["child_id"] is not None and row["child_id"] in planned:
            continue
        if begun is None:
            yield row, None
        elif begun <= on:
            yield row, (wd(begun, on) or 0) > 15


def se06(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent(lists, "icpc_date", on):
        yield row, KNOWN.get(row["icpc_led_to_plan"])


def se07(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent(lists, "icpc_date", on):
        yield row, True


PLAIN = {
    ("SE01", "section_47"): se01,
    ("SE02", "section_47"): se02,
    ("SE03", "section_47"): se03,
    ("SE04", "section_47"): se04,
    ("SE05", "section_47"): se05,
    ("SE06", "section_47"): se06,
    ("SE07", "section_47"): se07,
}
