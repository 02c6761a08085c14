"""Plain answers for gaps between visits from the SSD."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from plain_days import months_on, wd
from plain_ssd_people import Answer, Lists, Row, Teams, by, least, only_short


def gaps(
    spans: list[Row], days: dict[str, set[date]], key: str, on: date, months: int
) -> Iterator[tuple[Row, date, date, bool]]:
    """Each gap that ended in the window: its span, its days, and whether it is the first."""
    for span in spans:
        start, end = span["start"], min(span["end"] or on, on)
        if start is None or start > on:
            continue
        inside = sorted(d for d in days.get(span[key], ()) if start <= d <= end)
        stops = [start, *inside, end]
        for nth, (since, until) in enumerate(pairwise(stops)):
            if until > since and months_on(on, -months) <= until <= on:
                yield span, since, until, nth == 0


def spans_of(rows: list[Row], key: str, **columns: str) -> list[Row]:
    return [
        {name: least(mine, column) for name, column in columns.items()} | {"id": one}
        for one, mine in by(rows, key).items()
    ]


def days_by(rows: list[Row], key: str, day: str) -> dict[str, set[date]]:
    return {k: {r[day] for r in mine} - {None} for k, mine in by(rows, key).items()}


def cp13(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    spans = spans_of(
        lists["ssd.ssd_cp_plans"], "cppl_cp_plan_id", child="cppl_person_id",
        start="cppl_cp_plan_start_date", end="cppl_cp_plan_end_date",
    )  # fmt: skip
    seen = [r for r in lists["ssd.ssd_cp_visits"] if r["cppv_cp_visit_seen"] == "Y"]
    days, teams = days_by(seen, "cppv_cp_plan_id", "cppv_cp_visit_date"), Teams(lists, on)
    for span, since, until, _ in gaps(spans, days, "id", on, 6):
        yield teams.child(span["child"]), (wd(since, until) or 0) <= settings.cp_visit.n


def cn07(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    spans = spans_of(
        lists["ssd.ssd_cin_plans"], "cinp_cin_plan_id", child="cinp_person_id",
        start="cinp_cin_plan_start_date", end="cinp_cin_plan_end_date",
    )  # fmt: skip
    rows, teams = lists["ssd.ssd_cin_visits"], Teams(lists, on)
    days = days_by(rows, "cinv_person_id", "cinv_cin_visit_date")
    for span, since, until, _ in gaps(spans, days, "child", on, 6):
        yield teams.child(span["child"]), (until - since).days <= 7 * settings.cin_visit.n


def la11(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    spans = spans_of(
        lists["ssd.ssd_cla_placement"], "clap_cla_placement_id", period="clap_cla_id", start="clap_cla_placement_start_date",
        end="clap_cla_placement_end_date", kind="clap_cla_placement_type",
    )  # fmt: skip
    care = by(lists["ssd.ssd_cla_episodes"], "clae_cla_id")
    for span in spans:
        span["child"] = least(care.get(span["period"], ()), "clae_person_id")
    rows, teams = lists["ssd.ssd_cla_visits"], Teams(lists, on)
    days, resting = days_by(rows, "clav_cla_id", "clav_cla_visit_date"), only_short(lists)
    orders, first_reviews = interim(lists, on), reviewed_first(lists)
    for span, since, until, first in gaps(spans, days, "period", on, 12):
        if span["child"] in resting:
            continue
        last = first_day(span, since, first, orders, first_reviews.get(span["period"]))
        yield teams.child(span["child"]), until <= last


def first_day(
    span: Row, since: date, first: bool, orders: dict[str, tuple[date, date]], review: date | None
) -> date:
    """The last day on which the next visit is in time."""
    begun, over = orders.get(span["child"], (date.max, date.min))
    at_home = span["kind"] == "P1" and begun <= since <= over
    if first or (at_home and (review is None or since < review)):
        return since + timedelta(days=7)
    if at_home:
        return since + timedelta(days=28)
    if since >= months_on(span["start"], 12) and span["kind"] in ("U1", "U4"):
        return months_on(since, 3)
    return since + timedelta(days=42)


def interim(lists: Lists, on: date) -> dict[str, tuple[date, date]]:
    made = {}
    rows = [r for r in lists["ssd.ssd_legal_status"] if r["lega_legal_status"] == "C1"]
    for child, mine in by(rows, "lega_person_id").items():
        begun = least(mine, "lega_legal_status_start_date")
        if begun is not None:
            made[child] = begun, max(r["lega_legal_status_end_date"] or on for r in mine)
    return made


def reviewed_first(lists: Lists) -> dict[str, date | None]:
    rows = [r for r in lists["ssd.ssd_cla_reviews"] if r["clar_cla_review_cancelled"] != "Y"]
    return {k: least(mine, "clar_cla_review_date") for k, mine in by(rows, "clar_cla_id").items()}


PLAIN = {
    ("CP13", "ssd_cp_visit_gaps"): cp13,
    ("CN07", "ssd_cin_visit_gaps"): cn07,
    ("LA11", "ssd_care_visit_gaps"): la11,
}
