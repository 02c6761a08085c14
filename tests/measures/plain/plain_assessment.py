"""Plain answers for the measures of assessment: loops over rows, and no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from plain_days import is_open, months_on, someone, wd

Row = dict[str, Any]
Answer = tuple[Row, Any]


def authorised(lists: dict[str, list[Row]], on: date) -> Iterator[Row]:
    for row in lists["annex_a.assessments"]:
        day = row["assessment_authorised_date"]
        if day is not None and months_on(on, -6) <= day <= on:
            yield row


def still_open(lists: dict[str, list[Row]], on: date) -> Iterator[Row]:
    for row in lists["annex_a.assessments"]:
        if is_open(row["assessment_start_date"], row["assessment_authorised_date"], on):
            yield row


def as02(lists: dict[str, list[Row]], on: date, settings: Any) -> Iterator[Answer]:
    for row in authorised(lists, on):
        days = wd(row["assessment_start_date"], row["assessment_authorised_date"])
        yield row, None if days is None else days <= 45


def as03(lists: dict[str, list[Row]], on: date, settings: Any) -> Iterator[Answer]:
    for row in still_open(lists, on):
        yield row, (wd(row["assessment_start_date"], on) or 0) > 45


def as04(lists: dict[str, list[Row]], on: date, settings: Any) -> Iterator[Answer]:
    for row in authorised(lists, on):
        yield row, {"Y": True, "N": False}.get(row["child_seen"])


def as05(lists: dict[str, list[Row]], on: date, settings: Any) -> Iterator[Answer]:
    for row in authorised(lists, on):
        yield row, {"Y": True, "N": False}.get(row["needs_support"])


def as07(lists: dict[str, list[Row]], on: date, settings: Any) -> Iterator[Answer]:
    for row in still_open(lists, on):
        yield row, not someone(row["allocated_worker"])


PLAIN = {
    ("AS02", "assessments"): as02,
    ("AS03", "assessments"): as03,
    ("AS04", "assessments"): as04,
    ("AS05", "assessments"): as05,
    ("AS07", "assessments"): as07,
}
