"""Plain answers for children in care: their health, where they live, and going missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from plain_care import Answer, Lists, Row, in_care, in_window, known, listed, working_day, yes
from plain_days import age, months_on, wd

HOMES = {
    "U1 U2 U3": "Family and friends",
    "U4 U5 U6": "Foster care",
    "K1 K2 R1 R2 R3 R5 S1": "Residential",
    "H5 P2 P3": "Supported or independent",
    "P1": "With parents",
    "A3 A4 A5 A6": "Placed for adoption",
}


def la14(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_window(lists, on, "cla_start_date"):
        start, seen = row["cla_start_date"], row["last_health_assessment_date"]
        day_20, left = working_day(start, 20), row["cla_end_date"]
        if day_20 <= on and (left is None or left > day_20):
            yield row, seen is not None and seen >= start and (wd(start, seen) or 0) <= 20


def a_year(lists: Lists, on: date) -> Iterator[Row]:
    for row in in_care(lists, on):
        if row["cla_start_date"] <= months_on(on, -12):
            yield row


def recent(day: date | None, on: date, months: int) -> bool:
    return day is not None and months_on(on, -months) <= day <= on


def la15(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in a_year(lists, on):
        seen, years = row["last_health_assessment_date"], age(row["date_of_birth"], on)
        if seen is not None and years is None:
            yield row, None
        else:
            yield row, recent(seen, on, 6 if years is not None and years < 5 else 12)


def la16(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in a_year(lists, on):
        yield row, recent(row["last_dental_check_date"], on, 12)


def of_open(column: str, met: Callable[[Any], bool]) -> Callable[..., Iterator[Answer]]:
    def asked(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
        for row in in_care(lists, on):
            yield row, known(row[column], met)

    return asked


def under_16(rows: Iterator[Row], on: date, judge: Callable[[Row], Any]) -> Iterator[Answer]:
    for row in rows:
        years = age(row["date_of_birth"], on)
        if years is None:
            yield row, None
        elif years < 16:
            yield row, judge(row)


def la24(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    long = (r for r in in_care(lists, on) if r["cla_start_date"] <= months_on(on, -30))
    two = months_on(on, -24)
    yield from under_16(
        long, on, lambda row: known(row["placement_start_date"], lambda day: day <= two)
    )


def la28(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    yield from under_16(
        in_care(lists, on),
        on,
        lambda row: known(row["placement_type"], lambda t: t in ("H5", "P2")),
    )


def la27(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        kind = row["placement_type"]
        found = [home for codes, home in HOMES.items() if kind in codes.split()]
        yield row, (found or ["Other"])[0] if kind else "Not recorded"


def la29(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        if row["placement_type"] in ("K1", "K2", "H5", "R1", "S1"):
            yield row, row["placement_urn"] is None


def la31(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in in_care(lists, on):
        times = row["missing_episodes_12_months"]
        if times is not None and times > 0:
            yield row, times >= settings.repeat_missing


def la33(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in listed(lists):
        if (row["missing_episodes_12_months"] or 0) > 0:
            yield row, yes(row["return_interview_offered"])


def la34(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in listed(lists):
        if row["return_interview_offered"] == "Y":
            yield row, yes(row["return_interview_accepted"])


PLAIN = {
    ("LA06", "children_in_care"): of_open("placement_type", lambda kind: kind == "P1"),
    ("LA14", "children_in_care"): la14,
    ("LA15", "children_in_care"): la15,
    ("LA16", "children_in_care"): la16,
    ("LA23", "children_in_care"): of_open("placements_last_12_months", lambda n: n >= 3),
    ("LA24", "children_in_care"): la24,
    ("LA25", "children_in_care"): of_open("placement_location", lambda place: place == "OUT"),
    ("LA27", "children_in_care"): la27,
    ("LA28", "children_in_care"): la28,
    ("LA29", "children_in_care"): la29,
    ("LA30", "children_in_care"): of_open("missing_episodes_12_months", lambda n: n >= 1),
    ("LA31", "children_in_care"): la31,
    ("LA32", "children_in_care"): of_open("absent_episodes_12_months", lambda n: n >= 1),
    ("LA33", "children_in_care"): la33,
    ("LA34", "children_in_care"): la34,
}
