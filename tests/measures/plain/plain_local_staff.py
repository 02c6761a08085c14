"""Plain answers for the workforce, supervision and changes of worker: no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from plain_days import is_open, months_on
from plain_local_meetings import (
    YES_NO,
    Answer,
    Lists,
    Row,
    by_place,
    held_by,
    in_six,
    in_twelve,
    in_weeks,
)

SOCIAL_WORK = {
    *("social_worker", "senior_social_worker", "assessed_year"),
    *("team_manager", "service_manager", "reviewing_officer"),
}


def social_work(lists: Lists) -> Iterator[Row]:
    for row in lists["local.workforce"]:
        if row["post_role"] in SOCIAL_WORK:
            yield row


def now(row: Row, on: date) -> bool:
    return is_open(row["started_on"], row["ended_on"], on)


def over(top: Any, bottom: Any) -> Any:
    return None if top is None or bottom is None else (top, bottom)


def wf02(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in social_work(lists):
        held = row["children_held"]
        if now(row, on) and row["contract"] != "vacant" and (held is None or held >= 1):
            yield row, over(held, row["fte"])


def wf04(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in social_work(lists):
        if now(row, on) and row["contract"] != "agency":
            vacant = row["contract"] == "vacant"
            yield row, over(row["fte"] if vacant else 0, row["fte"])


def wf05(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in social_work(lists):
        if row["contract"] in ("vacant", "agency"):
            continue
        if now(row, on):
            yield row, over(0, row["fte"])
        elif in_twelve(row["ended_on"], on) and row["left_authority"] != "N":
            yield row, over(row["fte"] if row["left_authority"] else None, 0)


def wf06(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in social_work(lists):
        if now(row, on) and row["contract"] != "vacant":
            agency = row["contract"] == "agency"
            yield row, over(row["fte"] if agency else 0, row["fte"])


def wf07(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    since = months_on(on, -12)
    for row in social_work(lists):
        start, end = row["started_on"], row["ended_on"]
        there = start is not None and start <= on and (end is None or end >= since)
        if there and row["contract"] not in ("vacant", "agency"):
            yield row, over(row["days_lost"], row["days_available"])


def first_years(court: bool) -> Any:
    def answers(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
        serious = {
            plan["child_id"]
            for plan in lists["annex_a.child_protection"]
            if is_open(plan["plan_start_date"], plan["plan_end_date"], on)
        }
        for case in lists["local.care_proceedings"] if court else ():
            if is_open(case["issued_on"], case["ended_on"], on):
                serious.add(case["child_id"])
        workers = {e["worker_id"] for e in lists["local.worker_episodes"]
                   if now(e, on) and e["child_id"] and e["child_id"] in serious}  # fmt: skip
        for row in lists["local.workforce"]:
            if now(row, on) and row["first_year"] == "Y":
                yield row, row["worker_id"] is not None and row["worker_id"] in workers

    return answers


def wf14(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.workforce"]:
        if now(row, on) and row["first_year"] == "Y":
            held = row["children_held"]
            yield row, None if held is None else held > settings.first_year_children


def wf11(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    limit, last = settings.child_supervision, dict[str, date]()
    for row in lists["local.supervision"]:
        if row["child_id"] is not None and held_by(row, on):
            child = row["child_id"]
            last[child] = max(row["held_on"], last.get(child, row["held_on"]))
    for row in lists["annex_a.children_in_need"]:
        if not is_open(row["cin_start_date"], row["cin_closure_date"], on):
            continue
        seen = last.get(row["child_id"])
        if seen is not None and in_weeks(seen, limit) >= on:
            yield row, True
        else:
            yield row, None if in_weeks(row["cin_start_date"], limit) >= on else False


def wf12(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    limit = settings.worker_supervision
    posts = [
        p
        for p in lists["local.workforce"]
        if p["case_holder"] == "Y" and now(p, on) and p["contract"] != "vacant" and p["worker_id"]
    ]
    for row in posts:
        start = min(p["started_on"] for p in posts if p["worker_id"] == row["worker_id"])
        held = sorted(
            s["held_on"]
            for s in lists["local.supervision"]
            if s["worker_id"] == row["worker_id"]
            and s["session_kind"] == "worker"
            and held_by(s, on)
            and s["held_on"] >= start
        )
        steps = zip([start, *held], held)
        late = any(in_six(b, on) and b > in_weeks(a, limit) for a, b in steps)
        late = late or in_weeks([start, *held][-1], limit) < on
        away = row["absent_since"] is not None and row["absent_since"] <= on
        yield row, None if away or (not held and not late) else not late


def record_says(column: str) -> Any:
    def answers(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
        for row in lists["local.supervision"]:
            if row["child_id"] is not None and held_by(row, on) and in_six(row["held_on"], on):
                yield row, YES_NO.get(row[column])

    return answers


def wf17(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    children: dict[str, list[Row]] = {}
    for row in lists["local.worker_episodes"]:
        if row["child_id"] and row["worker_role"] in (None, "social_worker"):
            children.setdefault(row["child_id"], []).append(row)
    for rows in children.values():
        rows.sort(key=lambda r: (r["started_on"] or date.min, *by_place(r)))
        for row, after in pairwise(rows):
            other = None not in (row["worker_id"], after["worker_id"])
            if other and row["worker_id"] != after["worker_id"] and in_six(row["ended_on"], on):
                yield row, row["handed_over_on"] is not None


PLAIN = {
    ("WF02", "posts"): wf02,
    ("WF04", "posts"): wf04,
    ("WF05", "posts"): wf05,
    ("WF06", "posts"): wf06,
    ("WF07", "posts"): wf07,
    ("WF11", "children_supervised"): wf11,
    ("WF12", "workers_supervised"): wf12,
    ("WF13", "first_year_workers"): first_years(court=True),
    ("WF13", "first_year_workers_on_plans"): first_years(court=False),
    ("WF14", "posts"): wf14,
    ("WF15", "supervision"): record_says("reflection_recorded"),
    ("WF16", "supervision"): record_says("actions_recorded"),
    ("WF17", "worker_episodes"): wf17,
}
