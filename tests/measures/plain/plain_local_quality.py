"""Plain answers for complaints, midpoint reviews and escalations: no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from plain_days import wd
from plain_local_meetings import FELL_THROUGH, Answer, Lists, Row, in_six


def qa04(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.complaints"]:
        if row["complaint_kind"] != "complaint" or row["stage"] != "1":
            continue
        if not in_six(row["received_on"], on):
            continue
        most = 20 if row["extended"] == "Y" else 10
        answered = row["answered_on"] if row["answered_on"] and row["answered_on"] <= on else None
        days = wd(row["received_on"], answered)
        if days is not None:
            yield row, days <= most
        else:
            yield row, False if (wd(row["received_on"], on) or 0) > most else None


def judged(row: Row, done: date | None, due: date, on: date) -> Answer:
    if done is not None and done <= min(due, on):
        return row, True
    return row, False if due < on else None


def qa07(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.midpoint_reviews"]:
        due, last, after = row["due_on"], row["last_meeting_on"], row["next_meeting_on"]
        if due is None and last is not None and after is not None:
            due = last + timedelta(days=(after - last).days // 2)
        if in_six(due, on):
            held = None if row["status"] in FELL_THROUGH else row["held_on"]
            yield judged(row, held, due, on)


def qa08(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.escalations"]:
        if in_six(row["due_on"], on):
            yield judged(row, row["answered_on"], row["due_on"], on)


PLAIN = {
    ("QA04", "complaints"): qa04,
    ("QA07", "midpoint_reviews"): qa07,
    ("QA08", "escalations"): qa08,
}
