"""Plain answers for who works with children from the SSD: days counted one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from plain_days import months_on
from plain_ssd_people import Answer, Lists, Row, Teams, allocated, by, running, workers


def open_rows(lists: Lists, on: date) -> list[Row]:
    rows = lists["ssd.ssd_cin_episodes"]
    return [r for r in rows if running(r["cine_referral_date"], r["cine_close_date"], on)]


def wf08(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    had, teams = workers(lists, months_on(on, -12), on), Teams(lists, on)
    for child, rows in by(open_rows(lists, on), "cine_person_id").items():
        if min(r["cine_referral_date"] for r in rows) <= months_on(on, -12):
            count = len(had.get(child, ()))
            yield teams.child(child), (count - 1, 1) if count else None


def wf10(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    times, teams = by(lists["ssd.ssd_involvements"], "invo_person_id"), Teams(lists, on)
    for row in open_rows(lists, on):
        child = row["cine_person_id"]
        day, without = max(row["cine_referral_date"], months_on(on, -6)), 0
        mine = [
            (t["invo_involvement_start_date"], t["invo_involvement_end_date"])
            for t in times.get(child, ())
            if allocated(t["invo_professional_role_id"])
        ]
        while day < on:
            without += not any(running(start, end, day) for start, end in mine)
            day += timedelta(days=1)
        yield teams.child(child), None if child is None else (without, 1)


PLAIN = {
    ("WF08", "ssd_open_children"): wf08,
    ("WF10", "ssd_open_episodes"): wf10,
}
