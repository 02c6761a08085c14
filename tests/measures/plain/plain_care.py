"""Plain answers for children in care: how many, their law, visits, reviews and plans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from plain_days import is_open, months_on, works

Row = dict[str, Any]
Lists = dict[str, list[Row]]
Answer = tuple[Row, Any]
SIX_WEEKS = timedelta(weeks=6)


def listed(lists: Lists) -> Iterator[Row]:
    for row in lists["annex_a.children_in_care"]:
        if row["legal_status"] not in ("V3", "V4"):
            yield row


def in_care(lists: Lists, on: date) -> Iterator[Row]:
    for row in listed(lists):
        if is_open(row["cla_start_date"], row["cla_end_date"], on):
            yield row


def in_window(lists: Lists, on: date, column: str) -> Iterator[Row]:
    for row in listed(lists):
        if row[column] is not None and months_on(on, -6) <= row[column] <= on:
            yield row


def yes(answer: str | None) -> bool | None:
    return {"Y": True, "N": False}.get(answer or "")


def known(value: Any, met: Callable[[Any], bool]) -> bool | None:
    return None if value is None else met(value)


def la01(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        yield row, True
    for row in listed(lists):
        if row["cla_start_date"] is None and row["cla_end_date"] is None:
            yield row, None


def la02(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_window(lists, on, "cla_start_date"):
        yield row, True
    for row in listed(lists):
        if row["cla_start_date"] is None:
            yield row, None


def la02b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_window(lists, on, "cla_end_date"):
        yield row, True


def la03(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        yield row, yes(row["uasc_last_12_months"])


def la04(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_window(lists, on, "cla_start_date"):
        yield row, yes(row["repeat_care_12_months"])


def la05(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        yield row, known(row["legal_status"], lambda code: code == "V2")


def la05b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        if row["legal_status"] == "V2":
            began = row["legal_status_start_date"]
            yield row, known(began, lambda day: day <= months_on(on, -12))


def la39(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_window(lists, on, "cla_end_date"):
        yield row, known(row["cla_end_reason"], lambda r: r in {"E41", "E45", "E46", "E47", "E48"})


def la40(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_window(lists, on, "cla_end_date"):
        if row["cla_end_reason"] in ("E4A", "E4B"):
            yield row, row["cla_end_reason"] == "E4B"


def working_day(start: date, count: int) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        count -= works(day)
    return day


def review_due(row: Row) -> date:
    start, last = row["cla_start_date"], row["last_review_date"]
    if last is None:
        return working_day(start, 20)
    return months_on(last, 3 if last <= months_on(start, 2) else 6)


def la08(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        yield row, on > review_due(row)


def visit_due(row: Row) -> date:
    placed = row["placement_start_date"] or row["cla_start_date"]
    seen = row["last_visit_date"]
    if seen is None or seen < placed:
        return placed + timedelta(weeks=1)
    if row["placement_type"] == "P1" and row["legal_status"] == "C1":
        return seen + timedelta(weeks=4 if row["last_review_date"] else 1)
    if row["placement_type"] == "P1" and row["legal_status"] == "C2":
        order = row["legal_status_start_date"]
        days = [seen + SIX_WEEKS]
        if order is not None and seen < order:
            days.append(order + timedelta(weeks=1))
        return min(days)
    to_18 = row["placement_type"] in ("U1", "U4") or row["permanence_plan"] == "FOSTERING"
    in_first_year = seen + SIX_WEEKS < months_on(placed, 12)
    return months_on(seen, 3) if to_18 and not in_first_year else seen + SIX_WEEKS


def la10(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        yield row, visit_due(row) < on


def la12(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        since = row["last_review_date"]
        if since is not None and settings.iro_contact is not None:
            since = settings.iro_contact.before(since)
        since, contact = since or row["cla_start_date"], row["last_iro_contact_date"]
        yield row, contact is not None and contact >= since


def la13(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        if row["cla_start_date"] <= months_on(on, -4):
            yield row, row["permanence_plan"] is not None


PLAIN = {
    ("LA01", "children_in_care"): la01,
    ("LA02", "children_in_care"): la02,
    ("LA02b", "children_in_care"): la02b,
    ("LA03", "children_in_care"): la03,
    ("LA04", "children_in_care"): la04,
    ("LA05", "children_in_care"): la05,
    ("LA05b", "children_in_care"): la05b,
    ("LA08", "children_in_care"): la08,
    ("LA10", "children_in_care"): la10,
    ("LA12", "children_in_care"): la12,
    ("LA13", "children_in_care"): la13,
    ("LA39", "children_in_care"): la39,
    ("LA40", "children_in_care"): la40,
}
