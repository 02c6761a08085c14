"""Plain answers for the measures of child protection plans: loops over rows, and no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from plain_days import is_open, months_on, wd

Row = dict[str, Any]
Lists = dict[str, list[Row]]
Answer = tuple[Row, Any]
KNOWN = {"Y": True, "N": False}
CATEGORIES = {
    "NEG": "Neglect",
    "PHY": "Physical abuse",
    "SAB": "Sexual abuse",
    "EMO": "Emotional abuse",
    "MUL": "More than one category on this plan",
    None: "Not recorded",
}


def open_plans(lists: Lists, on: date) -> Iterator[Row]:
    for row in lists["annex_a.child_protection"]:
        if is_open(row["plan_start_date"], row["plan_end_date"], on):
            yield row


def recent(lists: Lists, column: str, on: date) -> Iterator[Row]:
    for row in lists["annex_a.child_protection"]:
        if row[column] is not None and months_on(on, -6) <= row[column] <= on:
            yield row


def cp01(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.child_protection"]:
        if row["plan_start_date"] is None and row["plan_end_date"] is None:
            yield row, None
    for row in open_plans(lists, on):
        yield row, True


def cp02(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.child_protection"]:
        if row["plan_start_date"] is None:
            yield row, None
    for row in recent(lists, "plan_start_date", on):
        yield row, True


def cp02b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent(lists, "plan_end_date", on):
        yield row, True


def cp03(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in open_plans(lists, on):
        yield row, CATEGORIES[row["latest_category"]]


def cp04(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent(lists, "plan_start_date", on):
        before = row["previous_plans"]
        yield row, None if before is None else before > 0


def cp06(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent(lists, "plan_end_date", on):
        start = row["plan_start_date"]
        yield row, None if start is None else row["plan_end_date"] >= months_on(start, 24)


def cp07(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in open_plans(lists, on):
        yield row, row["plan_start_date"] <= months_on(on, -24)


def cp07b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in open_plans(lists, on):
        yield row, months_on(on, -24) < row["plan_start_date"] <= months_on(on, -15)


def cp08(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in open_plans(lists, on):
        yield row, length(row["plan_start_date"], on)


def length(start: date, on: date) -> str:
    if start <= months_on(on, -24):
        return "2 years or more"
    if start <= months_on(on, -12):
        return "1 to 2 years"
    if start <= months_on(on, -6):
        return "6 to 12 months"
    return "3 to 6 months" if start <= months_on(on, -3) else "Under 3 months"


def cp09(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent(lists, "plan_end_date", on):
        start = row["plan_start_date"]
        yield row, None if start is None else row["plan_end_date"] < months_on(start, 3)


def cp11(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in open_plans(lists, on):
        reviewed = row["latest_review_date"]
        if reviewed is None:
            yield row, on > months_on(row["plan_start_date"], 3)
        else:
            yield row, on > months_on(reviewed, 6)


def cp12(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    assert settings.cp_visit == (10, "working_days")
    for row in open_plans(lists, on):
        if (wd(row["plan_start_date"], on) or 0) > 10:
            since = wd(row["last_visit_date"], on)
            yield row, since is not None and since <= 10


def cp14(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in open_plans(lists, on):
        if row["last_visit_date"] is not None:
            yield row, KNOWN.get(row["seen_alone"])


def cp19(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in open_plans(lists, on):
        yield row, KNOWN.get(row["epo_or_police_protection"])


def cp20(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    cared = {
        r["child_id"]
        for r in lists["annex_a.children_in_care"]
        if r["legal_status"] not in ("V3", "V4")
        and is_open(r["cla_start_date"], r["cla_end_date"], on)
    }
    for row in open_plans(lists, on):
        yield row, row["child_id"] is not None and row["child_id"] in cared


PLAIN = {
    ("CP01", "protection_plans"): cp01,
    ("CP02", "protection_plans"): cp02,
    ("CP02b", "protection_plans"): cp02b,
    ("CP03", "protection_plans"): cp03,
    ("CP04", "protection_plans"): cp04,
    ("CP06", "protection_plans"): cp06,
    ("CP07", "protection_plans"): cp07,
    ("CP07b", "protection_plans"): cp07b,
    ("CP08", "protection_plans"): cp08,
    ("CP09", "protection_plans"): cp09,
    ("CP11", "protection_plans"): cp11,
    ("CP12", "protection_plans"): cp12,
    ("CP14", "protection_plans"): cp14,
    ("CP19", "protection_plans"): cp19,
    ("CP20", "protection_plans"): cp20,
}
