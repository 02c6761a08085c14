"""Plain answers for the front door and assessment from the SSD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from plain_days import months_on, wd
from plain_ssd_people import Answer, Lists, Row, Teams, by, least

from sightline.standards.codes import code_set


def referred(lists: Lists, on: date, months: int) -> Iterator[tuple[Row, Row]]:
    teams = Teams(lists, on)
    for row in lists["ssd.ssd_cin_episodes"]:
        day = row["cine_referral_date"]
        if day is not None and months_on(on, -months) <= day <= on:
            yield row, teams.row(row["cine_referral_team"])


def days_of(lists: Lists) -> dict[str, set[date]]:
    rows = by(lists["ssd.ssd_cin_episodes"], "cine_person_id")
    return {
        child: {r["cine_referral_date"] for r in mine if r["cine_referral_date"] is not None}
        for child, mine in rows.items()
    }


def fd11(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    days = days_of(lists)
    for row, team in referred(lists, on, 12):
        child, day = row["cine_person_id"], row["cine_referral_date"]
        if child is None:
            yield team, None
        else:
            yield team, any(months_on(day, -12) <= d < day for d in days[child])


def assessed(lists: Lists) -> set[str]:
    return {
        row["cina_referral_id"]
        for row in lists["ssd.ssd_cin_assessments"]
        if row["cina_assessment_start_date"] is not None and row["cina_referral_id"] is not None
    }


def fd13(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    done = assessed(lists)
    for row, team in referred(lists, on, 6):
        if (wd(row["cine_referral_date"], on) or 0) < 10 or row["cine_referral_nfa"] == "Y":
            continue
        yield team, None if row["cine_referral_nfa"] is None else row["cine_referral_id"] in done


def fd14(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    done = assessed(lists)
    for row, team in referred(lists, on, 12):
        if row["cine_close_date"] is not None and row["cine_close_reason"] is None:
            yield team, None
        else:
            yield team, row["cine_close_reason"] == "RC8" and row["cine_referral_id"] in done


def cn11(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    days, teams = days_of(lists), Teams(lists, on)
    for row in lists["ssd.ssd_cin_episodes"]:
        child, shut = row["cine_person_id"], row["cine_close_date"]
        if shut is None or not months_on(on, -24) <= shut <= months_on(on, -12):
            continue
        team = teams.row(row["cine_referral_team"])
        if child is None:
            yield team, None
        else:
            yield team, any(shut < d <= months_on(shut, 12) for d in days[child])


def as01(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    referrals, teams = by(lists["ssd.ssd_cin_episodes"], "cine_referral_id"), Teams(lists, on)
    for row in lists["ssd.ssd_cin_assessments"]:
        day = row["cina_assessment_auth_date"]
        if day is None or not months_on(on, -6) <= day <= on:
            continue
        start = least(referrals.get(row["cina_referral_id"], ()), "cine_referral_date")
        took = wd(start, day)
        yield teams.row(row["cina_assessment_team"]), None if took is None else took <= 45


def found(text: str | None) -> set[str]:
    said = json.loads(text) if text else []
    if isinstance(said, dict):
        said = [code for code, answer in said.items() if str(answer).lower() in ("y", "yes")]
    return {code for code in said if code in code_set("assessment_factors").codes}


def as06(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    ids, teams = by(lists["ssd.ssd_cin_assessments"], "cina_assessment_id"), Teams(lists, on)
    for row in lists["ssd.ssd_assessment_factors"]:
        mine = ids.get(row["cinf_assessment_id"], [])
        day = least(mine, "cina_assessment_auth_date")
        if day is not None and months_on(on, -12) <= day <= on:
            for code in found(row["cinf_assessment_factors_json"]):
                words = code_set("assessment_factors").item(code).words
                yield teams.row(least(mine, "cina_assessment_team")), words


PLAIN = {
    ("FD11", "ssd_referrals"): fd11,
    ("FD13", "ssd_referrals"): fd13,
    ("FD14", "ssd_referrals"): fd14,
    ("CN11", "ssd_referrals"): cn11,
    ("AS01", "ssd_assessments"): as01,
    ("AS06", "ssd_factors"): as06,
}
