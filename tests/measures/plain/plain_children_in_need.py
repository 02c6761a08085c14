"""Plain answers for the measures of children in need: loops over rows, and no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from plain_days import is_open, months_on, wd

from sightline.standards.codes import code_set

Row = dict[str, Any]
Lists = dict[str, list[Row]]
Answer = tuple[Row, Any]
STATUSES = {
    "CLA": "Looked after",
    "CPP": "Subject of a child protection plan",
    "CIN": "Child in need",
    "ASSESSMENT": "Open assessment only",
    "CLOSED": "Closed in the period",
    None: "Not recorded",
}


def in_need(lists: Lists, on: date, status: str = "") -> Iterator[Row]:
    for row in lists["annex_a.children_in_need"]:
        begun = is_open(row["cin_start_date"], row["cin_closure_date"], on)
        if begun and status in ("", row["case_status"]):
            yield row


def recent(lists: Lists, column: str, on: date) -> Iterator[Row]:
    for row in lists["annex_a.children_in_need"]:
        if row[column] is not None and months_on(on, -6) <= row[column] <= on:
            yield row


def words(codes: str, value: str | None) -> str:
    if value is None:
        return "Not recorded"
    return next(item.words for item in code_set(codes).items if item.code == value)


def cn01(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.children_in_need"]:
        if row["cin_start_date"] is None and row["cin_closure_date"] is None:
            yield row, None
    for row in in_need(lists, on):
        yield row, True


def cn02(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_need(lists, on):
        yield row, STATUSES[row["case_status"]]


def cn03(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.children_in_need"]:
        if row["cin_start_date"] is None:
            yield row, None
    for row in recent(lists, "cin_start_date", on):
        yield row, True


def cn03b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent(lists, "cin_closure_date", on):
        yield row, True


def cn04(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    bands = (
        (24, "2 years or more"),
        (12, "1 to 2 years"),
        (6, "6 to 12 months"),
        (3, "3 to 6 months"),
    )
    for row in in_need(lists, on, "CIN"):
        start = row["cin_start_date"]
        reached = [words for months, words in bands if start <= months_on(on, -months)]
        yield row, reached[0] if reached else "Under 3 months"


def cn05(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    assert settings.cin_plan_length == (9, "months")
    for row in in_need(lists, on, "CIN"):
        yield row, row["cin_start_date"] <= months_on(on, -9)


def cn06(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    assert settings.cin_visit == (4, "weeks")
    since = on - timedelta(days=28)
    for row in in_need(lists, on, "CIN"):
        if row["cin_start_date"] < since:
            seen = row["last_seen_date"]
            yield row, seen is not None and seen >= since


def cn09(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_need(lists, on):
        yield row, words("primary_need", row["primary_need"])


def cn10(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent(lists, "cin_closure_date", on):
        yield row, words("reason_for_closure", row["closure_reason"])


def cn12(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_need(lists, on, "ASSESSMENT"):
        yield row, (wd(row["cin_start_date"], on) or 0) > 45


def cn13(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_need(lists, on):
        yield row, {"Y": True, "N": False}.get(row["has_disability"])


PLAIN = {
    ("CN01", "children_in_need"): cn01,
    ("CN02", "children_in_need"): cn02,
    ("CN03", "children_in_need"): cn03,
    ("CN03b", "children_in_need"): cn03b,
    ("CN04", "children_in_need"): cn04,
    ("CN05", "children_in_need"): cn05,
    ("CN06", "children_in_need"): cn06,
    ("CN09", "children_in_need"): cn09,
    ("CN10", "children_in_need"): cn10,
    ("CN12", "children_in_need"): cn12,
    ("CN13", "children_in_need"): cn13,
}
