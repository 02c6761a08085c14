"""Plain answers for pre-proceedings, care proceedings and family meetings: no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from plain_days import is_open, wd
from plain_local_meetings import (
    FELL_THROUGH,
    Answer,
    Lists,
    Row,
    in_six,
    in_twelve,
    in_weeks,
    same,
)

OUTCOMES = {
    "issue": "Care proceedings issued",
    "step_down": "Stepped down",
    "accommodated": "Child in care by agreement",
    "family": "Child cared for by family under an order",
    "moved": "to another authority",
    "other": "other",
    None: "Not recorded",
}


def started(row: Row) -> date | None:
    if row["letter_on"] is not None:
        return row["letter_on"]
    return row["gateway_on"] if row["gateway_outcome"] == "B" else None


def pl01(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.pre_proceedings"]:
        if is_open(started(row), row["ended_on"], on):
            yield row, True


def families(lists: Lists, on: date) -> Iterator[tuple[Row, date, date]]:
    """Families now in pre-proceedings or out of them in the window: from when to when."""
    found: dict[Any, list[Row]] = {}
    for row in lists["local.pre_proceedings"]:
        if started(row) is not None:
            family = row["family_id"] or row["child_id"] or str(row["_row"])
            found.setdefault((family, row["gateway_on"]), []).append(row)
    for rows in found.values():
        first = min(rows, key=lambda r: (r["child_id"] or "~", r["_file"], r["_sheet"], r["_row"]))
        start = min(day for r in rows if (day := started(r)))
        ends = [r["ended_on"] for r in rows]
        end = None if None in ends else max(ends)
        if is_open(start, end, on) or in_six(end, on):
            yield first, start, on if end is None else min(end, on)


def pl02(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row, start, until in families(lists, on):
        yield row, (until - start).days / 7


def pl02b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row, start, until in families(lists, on):
        yield row, until > in_weeks(start, settings.pre_proceedings)


def pl03(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.pre_proceedings"]:
        if started(row) is not None and in_twelve(row["ended_on"], on):
            yield row, OUTCOMES.get(row["outcome"], row["outcome"])


def letters(lists: Lists, on: date) -> Iterator[Row]:
    for row in lists["local.pre_proceedings"]:
        if in_six(row["letter_on"], on):
            yield row


def pl04(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in letters(lists, on):
        yield row, wd(row["letter_on"], row["first_meeting_on"])


def pl04b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in letters(lists, on):
        due = in_weeks(row["letter_on"], settings.pre_proceedings_meeting)
        met = row["first_meeting_on"]
        if met is not None and met <= min(on, due):
            yield row, True
        else:
            yield row, False if due < on else None


def concluded(lists: Lists, on: date) -> Iterator[tuple[Row, int | None]]:
    for row in lists["local.care_proceedings"]:
        if in_twelve(row["ended_on"], on):
            issued = row["issued_on"]
            yield row, None if issued is None else (row["ended_on"] - issued).days


def pl05(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row, days in concluded(lists, on):
        yield row, None if days is None else days <= 26 * 7


def pl05b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row, days in concluded(lists, on):
        yield row, None if days is None else days / 7


def pl05c(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.care_proceedings"]:
        if is_open(row["issued_on"], row["ended_on"], on):
            yield row, row["issued_on"] < on - timedelta(weeks=26)


def pl06(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.care_proceedings"]:
        if in_twelve(row["issued_on"], on):
            yield row, {"N": True, "Y": False}.get(row["through_pre_proceedings"])


def meetings(lists: Lists, row: Row) -> Iterator[Row]:
    for meeting in lists["local.family_meetings"]:
        if same(meeting, row):
            yield meeting


def pl07(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.care_proceedings"]:
        issued = row["issued_on"]
        if in_six(issued, on):
            days = [m["offered_on"] for m in meetings(lists, row)]
            yield row, any(day is not None and day <= issued for day in days)


def pl07b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.care_proceedings"]:
        issued = row["issued_on"]
        if in_six(issued, on):
            held = [m["held_on"] for m in meetings(lists, row) if m["status"] not in FELL_THROUGH]
            yield row, any(day is not None and day <= issued for day in held)


PLAIN = {
    ("PL01", "pre_proceedings"): pl01,
    ("PL02", "families_before_court"): pl02,
    ("PL02b", "families_before_court"): pl02b,
    ("PL03", "pre_proceedings"): pl03,
    ("PL04", "pre_proceedings"): pl04,
    ("PL04b", "pre_proceedings"): pl04b,
    ("PL05", "care_proceedings"): pl05,
    ("PL05b", "care_proceedings"): pl05b,
    ("PL05c", "care_proceedings"): pl05c,
    ("PL06", "care_proceedings"): pl06,
    ("PL07", "care_proceedings"): pl07,
    ("PL07b", "care_proceedings"): pl07b,
}
