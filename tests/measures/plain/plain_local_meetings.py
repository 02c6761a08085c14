"""Plain answers for the measures of meetings of the local lists: loops over rows, and no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from plain_days import is_open, months_on, wd

Row = dict[str, Any]
Lists = dict[str, list[Row]]
Answer = tuple[Row, Any]
YES_NO = {"Y": True, "N": False}
FELL_THROUGH = ("cancelled", "postponed", "not_quorate")


def held_by(row: Row, on: date) -> bool:
    day = row["held_on"]
    return day is not None and day <= on and row["status"] not in FELL_THROUGH


def in_six(day: date | None, on: date) -> bool:
    return day is not None and months_on(on, -6) <= day <= on


def in_twelve(day: date | None, on: date) -> bool:
    return day is not None and months_on(on, -12) <= day <= on


def in_weeks(day: date, limit: Any) -> date:
    assert limit.unit == "weeks"
    return day + timedelta(days=7 * limit.n)


def same(one: Row, other: Row) -> bool:
    """Whether two rows are about one child; one that is about nobody is about no other."""
    return one["child_id"] is not None and one["child_id"] == other["child_id"]


def by_place(row: Row) -> tuple[str, str, int]:
    return row["_file"], row["_sheet"], row["_row"]


def cp15(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for plan in lists["annex_a.child_protection"]:
        start, end = plan["plan_start_date"], plan["plan_end_date"]
        if not in_six(start, on):
            continue
        days = [
            g["held_on"]
            for g in lists["local.core_groups"]
            if same(g, plan)
            and held_by(g, on)
            and start <= g["held_on"]
            and (end is None or g["held_on"] <= end)
        ]
        if days:
            yield plan, (wd(start, min(days)) or 0) <= 10
        else:
            yield plan, False if (wd(start, on) or 0) > 10 else None


def cp16(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    since: dict[str, date] = {}
    for plan in lists["annex_a.child_protection"]:
        start = plan["plan_start_date"]
        if plan["child_id"] and is_open(start, plan["plan_end_date"], on):
            since[plan["child_id"]] = max(start, since.get(plan["child_id"], start))
    groups: dict[str, list[Row]] = {}
    for group in lists["local.core_groups"]:
        child = group["child_id"]
        if child in since and held_by(group, on) and group["held_on"] >= since[child]:
            groups.setdefault(child, []).append(group)
    for rows in groups.values():
        rows.sort(key=lambda r: (r["held_on"], *by_place(r)))
        for row, after in zip(rows, [*rows[1:], None]):
            due = in_weeks(row["held_on"], settings.core_group)
            if after is None:
                if due < on:
                    yield row, False
            elif after["held_on"] > row["held_on"] and in_six(after["held_on"], on):
                yield row, after["held_on"] <= due


def attendance(key: str) -> Any:
    def answers(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
        for row in lists[key]:
            if held_by(row, on) and in_six(row["held_on"], on):
                there, invited = row["agencies_there"], row["agencies_invited"]
                yield row, None if there is None or invited is None else (there, invited)

    return answers


def core_group_says(column: str) -> Any:
    def answers(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
        for row in lists["local.core_groups"]:
            if held_by(row, on) and in_six(row["held_on"], on):
                yield row, YES_NO.get(row[column])

    return answers


def cn08(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    limit, reviews = settings.cin_review, lists["local.child_in_need_reviews"]
    for child in lists["annex_a.children_in_need"]:
        if child["case_status"] != "CIN":
            continue
        if not is_open(child["cin_start_date"], child["cin_closure_date"], on):
            continue
        mine = [r for r in reviews if same(r, child)]
        starts = [s for r in mine if (s := r["plan_started_on"]) is not None and s <= on]
        if not starts:
            yield child, None
            continue
        start = max(starts)
        if in_weeks(start, limit) > on:
            continue
        held = sorted(r["held_on"] for r in mine if held_by(r, on) and r["held_on"] >= start)
        steps = list(zip([start, *held], held))
        late = any(in_six(b, on) and b > in_weeks(a, limit) for a, b in steps)
        overdue = in_weeks([start, *held][-1], limit) < on
        yield child, False if late or overdue else True if held else None


PLAIN = {
    ("CP15", "first_core_groups"): cp15,
    ("CP16", "core_group_gaps"): cp16,
    ("CP22", "core_groups"): attendance("local.core_groups"),
    ("CP23", "core_groups"): core_group_says("child_took_part"),
    ("CP24", "core_groups"): core_group_says("father_there"),
    ("CN08", "plans_reviewed"): cn08,
    ("CN14", "child_in_need_reviews"): attendance("local.child_in_need_reviews"),
}
