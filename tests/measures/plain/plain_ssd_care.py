"""Plain answers for children in care from the SSD: reviews, placements, workers, breaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from plain_days import months_on, works
from plain_ssd_people import (
    SHORT,
    Answer,
    Lists,
    Row,
    Teams,
    birthdays,
    by,
    in_care,
    least,
    only_short,
    periods,
    place,
    running,
    workers,
)

TOOK_PART = ("PN1", "PN2", "PN3", "PN5", "PN6")


def working_day_after(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= works(day)
    return day


def reviews(lists: Lists) -> list[Row]:
    return [r for r in lists["ssd.ssd_cla_reviews"] if r["clar_cla_review_cancelled"] != "Y"]


def dues(entered: date, pairs: list[tuple[date | None, date | None]]) -> Iterator[Any]:
    """Each review as (due, held), and the next one where none is waiting: (due, "next")."""
    last: date | None = None
    count, waiting, before = 0, False, None
    for nth, (given, held) in enumerate(pairs):
        due = given
        if due is None and nth == 0:
            due = working_day_after(entered, 20)
        elif due is None and before is not None:
            due = months_on(before, 3 if nth == 1 else 6)
        yield due, held
        before, waiting = held, waiting or held is None
        if held is not None:
            last, count = max(last or held, held), count + 1
    if not waiting:
        first = working_day_after(entered, 20)
        yield (months_on(last, 3 if count == 1 else 6) if last else first), "next"


def la07(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    rows, teams = by(reviews(lists), "clar_cla_id"), Teams(lists, on)
    for one in periods(lists):
        pairs = {
            (r["clar_cla_review_due_date"], r["clar_cla_review_date"])
            for r in rows.get(one["period"], ())
        } - {(None, None)}
        late = date.max
        ordered = sorted(pairs, key=lambda p: (p[1] or p[0], p[1] or late, p[0] or late))
        outcomes = []
        for due, held in dues(one["entered"], ordered):
            if due is None or not months_on(on, -12) <= due <= on:
                continue
            if held == "next":
                if one["left"] is None or one["left"] > due:
                    outcomes.append(False)
            else:
                outcomes.append(held is not None and held <= due)
        if outcomes:
            yield teams.child(one["child"]), all(outcomes)


def placements(lists: Lists, on: date) -> Iterator[tuple[Row, Row]]:
    care, teams = by(lists["ssd.ssd_cla_episodes"], "clae_cla_id"), Teams(lists, on)
    resting = only_short(lists)
    for row in lists["ssd.ssd_cla_placement"]:
        child = row["clap_person_id"] or least(care.get(row["clap_cla_id"], ()), "clae_person_id")
        if child not in resting:
            yield row | {"child": child}, teams.child(child)


def la09(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    visits = by(lists["ssd.ssd_cla_visits"], "clav_cla_id")
    for row, team in placements(lists, on):
        start = row["clap_cla_placement_start_date"]
        if start is not None and months_on(on, -6) <= start <= on - timedelta(days=7):
            days = {v["clav_cla_visit_date"] for v in visits.get(row["clap_cla_id"], ())} - {None}
            yield team, any(0 <= (day - start).days <= 7 for day in days)


def la37(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    planned = ("CARPL", "CLOSE", "ALLEG", "STAND", "APPRR", "PLACE", "CUSTOD", "OTHER")
    said = dict.fromkeys(planned, False)
    said |= dict.fromkeys(("CREQB", "CREQO", "CHILD", "LAREQ"), True)
    for row, team in placements(lists, on):
        end = row["clap_cla_placement_end_date"]
        if end is not None and months_on(on, -12) <= end <= on:
            yield team, said.get(row["clap_cla_placement_change_reason"])


def la23(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    had: dict[str, set[str]] = {}
    care = by(lists["ssd.ssd_cla_episodes"], "clae_cla_id")
    for row in lists["ssd.ssd_cla_placement"]:
        start, end = row["clap_cla_placement_start_date"], row["clap_cla_placement_end_date"]
        if start is None or start > on or (end is not None and end <= months_on(on, -12)):
            continue
        if (row["clap_cla_placement_type"] or "")[:1] != "T" and row["clap_cla_placement_id"]:
            child = least(care.get(row["clap_cla_id"], ()), "clae_person_id")
            had.setdefault(child, set()).add(row["clap_cla_placement_id"])
    teams = Teams(lists, on)
    for one in in_care(lists, on):
        yield teams.child(one["child"]), len(had.get(one["child"], ())) >= 3


def la26(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    rows, teams = by(lists["ssd.ssd_cla_placement"], "clap_cla_id"), Teams(lists, on)
    for one in in_care(lists, on):
        there = [
            r
            for r in rows.get(one["period"], ())
            if running(r["clap_cla_placement_start_date"], r["clap_cla_placement_end_date"], on)
        ]
        there.sort(key=lambda r: (-r["clap_cla_placement_start_date"].toordinal(), place(r)))
        miles = there[0]["clap_cla_placement_distance"] if there else None
        known = miles is not None and miles < 999
        yield teams.child(one["child"]), miles > 20 if known else None


def la36(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    had, teams = workers(lists, months_on(on, -12), on), Teams(lists, on)
    for one in in_care(lists, on):
        yield teams.child(one["child"]), len(had.get(one["child"], ())) >= 3


def la38(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    care, teams = by(lists["ssd.ssd_cla_episodes"], "clae_cla_id"), Teams(lists, on)
    born = birthdays(lists)
    for row in reviews(lists):
        day, code = row["clar_cla_review_date"], row["clar_cla_review_participation"]
        child = least(care.get(row["clar_cla_id"], ()), "clae_person_id")
        if day is None or not months_on(on, -12) <= day <= on or code == "PN0":
            continue
        birth = born.get(child)
        if birth is not None and birth > months_on(day, -48):
            continue
        known = code in (*TOOK_PART, "PN4", "PN7")
        yield teams.child(child), code in TOOK_PART if known else None


def dc02(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    teams = Teams(lists, on)
    children = {
        row["lega_person_id"]
        for row in lists["ssd.ssd_legal_status"]
        if row["lega_legal_status"] in SHORT
        and running(row["lega_legal_status_start_date"], row["lega_legal_status_end_date"], on)
    }
    for child in children - {None}:
        yield teams.child(child), True


PLAIN = {
    ("LA07", "ssd_year_of_reviews"): la07,
    ("LA09", "ssd_placements"): la09,
    ("LA23", "ssd_year_in_care"): la23,
    ("LA26", "ssd_in_care"): la26,
    ("LA36", "ssd_year_in_care"): la36,
    ("LA37", "ssd_placements"): la37,
    ("LA38", "ssd_care_reviews"): la38,
    ("DC02", "ssd_short_breaks"): dc02,
}
