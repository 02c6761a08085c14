"""Plain answers for the measures of care leavers: loops over rows, and no engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from plain_days import age, months_on, someone

Row = dict[str, Any]
Answer = tuple[Row, Any]
EET = {"F1", "F2", "F3", "F4", "F5", "P1", "P2", "P3", "P4", "P5"}
GONE = ("DIED", "NREQ", "RHOM")


def leavers(lists: Any, on: Any, low: int, high: int) -> Iterator[Row]:
    for row in lists["annex_a.care_leavers"]:
        years = age(row["date_of_birth"], on)
        if years is not None and low <= years <= high and row["in_touch"] != "DIED":
            yield row


def of_band(low: int, high: int, column: str, codes: set[str]) -> Callable[..., Iterator[Answer]]:
    def asked(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
        for row in leavers(lists, on, low, high):
            yield row, row[column] in codes

    return asked


def with_service(lists: Any) -> Iterator[Row]:
    for row in lists["annex_a.care_leavers"]:
        if row["in_touch"] not in GONE:
            yield row


def since(day: Any, on: Any, months: int) -> bool:
    return day is not None and months_on(on, -months) <= day <= on


def cl07(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    for row in with_service(lists):
        yield row, since(row["pathway_plan_review_date"], on, 6)


def cl08(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.care_leavers"]:
        if row["in_touch"] == "YES":
            yield row, since(row["latest_contact_date"], on, 2)


def cl09(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    for row in with_service(lists):
        yield row, someone(row["personal_adviser"])


PLAIN = {
    ("CL01", "care_leavers"): of_band(17, 21, "in_touch", {"YES"}),
    ("CL01b", "care_leavers"): of_band(22, 24, "in_touch", {"YES"}),
    ("CL02", "care_leavers"): of_band(17, 21, "accommodation_suitability", {"1"}),
    ("CL03", "care_leavers"): of_band(17, 21, "activity_status", EET),
    ("CL04", "care_leavers"): of_band(17, 21, "activity_status", {"G4", "G5", "G6"}),
    ("CL05", "care_leavers"): of_band(17, 21, "activity_status", {"F1", "P1"}),
    ("CL06", "care_leavers"): of_band(17, 21, "accommodation_type", {"S", "V", "W", "X"}),
    ("CL07", "care_leavers"): cl07,
    ("CL08", "care_leavers"): cl08,
    ("CL09", "care_leavers"): cl09,
    ("CL10", "care_leavers"): of_band(18, 200, "accommodation_type", {"Z"}),
}
