"""Plain answers for the health of children in care from the SSD."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from plain_days import age, months_on
from plain_ssd_care import working_day_after
from plain_ssd_people import Answer, Lists, Row, Teams, birthdays, by, in_care, least, periods


def a_year(lists: Lists, on: date, youngest: int, oldest: int) -> Iterator[tuple[Row, str]]:
    """Children in care for a year, of an age."""
    born, teams = birthdays(lists), Teams(lists, on)
    for one in in_care(lists, on):
        years = age(born.get(one["child"]), on)
        aged = years is not None and youngest <= years <= oldest
        if one["entered"] <= months_on(on, -12) and aged:
            yield teams.child(one["child"]), one["child"]


def la14(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    checks, teams = by(lists["ssd.ssd_cla_health"], "clah_person_id"), Teams(lists, on)
    for one in periods(lists):
        if not months_on(on, -6) <= one["entered"] <= on:
            continue
        due = working_day_after(one["entered"], 20)
        if due > on or (one["left"] is not None and one["left"] <= due):
            continue
        days = [
            c["clah_health_check_date"]
            for c in checks.get(one["child"], ())
            if (c["clah_health_check_type"] or "").startswith("Initial")
            and c["clah_health_check_date"] is not None
        ]
        yield teams.child(one["child"]), any(one["entered"] <= day <= due for day in days)


def la17(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    rows, teams = by(lists["ssd.ssd_cla_immunisations"], "clai_person_id"), Teams(lists, on)
    for one in in_care(lists, on):
        if one["entered"] <= months_on(on, -12):
            said = least(rows.get(one["child"], ()), "clai_immunisations_status")
            yield teams.child(one["child"]), {"Y": True, "N": False}.get(said)


def scores(lists: Lists, on: date) -> dict[str, list[tuple[date, int | None]]]:
    made: dict[str, list[tuple[date, int | None]]] = {}
    for row in lists["ssd.ssd_sdq_scores"]:
        day = row["csdq_sdq_completed_date"]
        if day is not None and months_on(on, -12) <= day <= on:
            made.setdefault(row["csdq_person_id"], []).append((day, row["csdq_sdq_score"]))
    return made


def la19(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    known = scores(lists, on)
    for team, child in a_year(lists, on, 4, 16):
        yield team, child in known


def la20(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    known = scores(lists, on)
    for team, child in a_year(lists, on, 4, 16):
        with_score = [(day, score) for day, score in known.get(child, ()) if score is not None]
        if with_score:
            yield team, max(with_score)[1]


def la20b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for team, score in la20(lists, on, settings):
        yield team, score >= 17


def la41(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    convicted = {
        row["clac_person_id"]
        for row in lists["ssd.ssd_cla_convictions"]
        if row["clac_cla_conviction_date"] is not None
        and months_on(on, -12) <= row["clac_cla_conviction_date"] <= on
    }
    for team, child in a_year(lists, on, 10, 150):
        yield team, child in convicted


def la41b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    misused = {
        row["clas_person_id"]
        for row in lists["ssd.ssd_cla_substance_misuse"]
        if row["clas_substance_misuse_date"] is not None
        and months_on(on, -12) <= row["clas_substance_misuse_date"] <= on
        and (row["clas_substance_misused"] or "no").strip().lower() not in ("n", "no", "false", "0")
    }
    for team, child in a_year(lists, on, 10, 150):
        yield team, child in misused


PLAIN = {
    ("LA14", "ssd_care_periods"): la14,
    ("LA17", "ssd_in_care"): la17,
    ("LA19", "ssd_year_in_care"): la19,
    ("LA20", "ssd_year_in_care"): la20,
    ("LA20b", "ssd_year_in_care"): la20b,
    ("LA41", "ssd_year_in_care"): la41,
    ("LA41b", "ssd_year_in_care"): la41b,
}
