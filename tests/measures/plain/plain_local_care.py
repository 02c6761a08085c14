"""Plain answers for education plans, return interviews and private fostering: no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from plain_days import age, is_open, months_on, wd
from plain_local_meetings import Answer, Lists, Row, by_place, held_by, in_six, in_twelve, same

LONDON, UTC = ZoneInfo("Europe/London"), ZoneInfo("UTC")
DAY = timedelta(days=1)


def school_age(born: date | None, day: date) -> bool:
    """4 to 15 on 31 August before the school year; those of whom it is not known are asked about."""
    if born is None:
        return True
    august = date(day.year if day.month >= 9 else day.year - 1, 8, 31)
    years = age(born, august)
    return years is not None and 4 <= years <= 15


def of_two_terms(plan: Row) -> bool:
    """This term is autumn 2026; the one before it began on the day after Easter, 6 April 2026."""
    if plan["term"] is None or plan["academic_year"] is None:
        return bool(plan["held_on"] >= date(2026, 4, 6))
    year = plan["academic_year"][:4]
    return (plan["term"], year) in (("autumn", "2026"), ("summer", "2025"))


def cared_for(lists: Lists) -> Iterator[Row]:
    for row in lists["annex_a.children_in_care"]:
        if row["legal_status"] not in ("V3", "V4"):
            yield row


def plans_of(lists: Lists, row: Row) -> list[Row]:
    plans = lists["local.personal_education_plans"]
    return [plan for plan in plans if same(plan, row)]


def la21(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in cared_for(lists):
        if not is_open(row["cla_start_date"], row["cla_end_date"], on):
            continue
        if not school_age(row["date_of_birth"], on):
            continue
        current = any(held_by(p, on) and of_two_terms(p) for p in plans_of(lists, row))
        yield row, None if row["date_of_birth"] is None else current


def la22(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in cared_for(lists):
        came, left = row["cla_start_date"], row["cla_end_date"]
        if not in_six(came, on) or not school_age(row["date_of_birth"], came):
            continue
        plans, late, done = plans_of(lists, row), False, True
        for column, most in (("started_on", 10), ("ready_on", 20)):
            days = [p[column] for p in plans if p[column] and came <= p[column] <= on]
            taken = wd(came, min(days)) if days else None
            done = done and taken is not None and taken <= most
            late = late or (wd(came, on) if taken is None else taken) > most
        if row["date_of_birth"] is None:
            yield row, None
        elif done:
            yield row, True
        elif left is not None and wd(came, left) <= 20:
            yield row, None
        else:
            yield row, False if late else None


def hours_between(start: datetime, end: datetime) -> float:
    moments = [m.replace(tzinfo=LONDON).astimezone(UTC) for m in (start, end)]
    return (moments[1] - moments[0]).total_seconds() / 3600


def la35(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    over = datetime.combine(on + DAY, time())
    for row in lists["local.return_interviews"]:
        back, held = row["returned_at"], row["interviewed_at"]
        if back is None or not in_six(back.date(), on) or row["offered"] != "Y":
            continue
        if held is not None and held.date() < back.date():
            yield row, None
            continue
        if held is not None and held.date() > on:
            held = None
        if held is None:
            yield row, False if hours_between(back, over) >= 72 else None
            continue
        if held.time() == time():
            held += DAY
        yield row, hours_between(back, held) <= 72


def pf01(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.private_fostering"]:
        if is_open(row["aware_on"], row["ended_on"], on):
            yield row, True


def pf01b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.private_fostering"]:
        if in_six(row["aware_on"], on):
            yield row, True


def pf02(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    homes: dict[tuple[str, date], list[Row]] = {}
    for home in lists["local.private_fostering"]:
        if home["child_id"] is not None and home["aware_on"] is not None:
            homes.setdefault((home["child_id"], home["aware_on"]), []).append(home)
    for (child, aware), rows in homes.items():
        end = max((r["ended_on"] for r in rows if r["ended_on"]), default=None)
        team = max((r["team"] for r in rows if r["team"]), default=None)
        visits = [
            v
            for v in lists["local.private_fostering_visits"]
            if v["child_id"] == child and v["visited_on"] is not None
        ]
        visits = [v for v in visits if aware <= v["visited_on"] <= min(end or on, on)]
        visits.sort(key=lambda v: (v["visited_on"], *by_place(v)))
        for visit, after in zip(visits, [*visits[1:], None]):
            day = visit["visited_on"]
            due = day + timedelta(days=42 if day < months_on(aware, 12) else 84)
            last = min(end or on, on)
            until = after["visited_on"] if after else last if due < last else None
            if until is not None and until > day and in_twelve(until, on):
                yield {**visit, "_team": team}, until <= due


def pf02b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["local.private_fostering"]:
        if in_twelve(row["aware_on"], on):
            taken = wd(row["aware_on"], row["first_visit_on"])
            if taken is not None:
                yield row, taken <= 7
            else:
                yield row, False if (wd(row["aware_on"], on) or 0) > 7 else None


PLAIN = {
    ("LA21", "education_of_children_in_care"): la21,
    ("LA22", "education_of_children_in_care"): la22,
    ("LA35", "return_interviews"): la35,
    ("PF01", "private_fostering"): pf01,
    ("PF01b", "private_fostering"): pf01b,
    ("PF02", "private_fostering_visits"): pf02,
    ("PF02b", "private_fostering"): pf02b,
}
