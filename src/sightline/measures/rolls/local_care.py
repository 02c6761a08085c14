"""Rolls of the local lists on children in care, going missing and private fostering."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import after, with_working_days
from sightline.measures.declare import roll
from sightline.measures.limits import months, weeks
from sightline.measures.rolls.local_terms import age_at_start_of_year, in_terms, two_terms
from sightline.measures.rolls.local_time import by_the_clock, followed, was_held
from sightline.measures.rolls.people import person
from sightline.measures.rolls.people_local import local_person

if TYPE_CHECKING:
    import ibis.expr.types as ir

IN_CARE, PLANS = "annex_a.children_in_care", "local.personal_education_plans"
INTERVIEWS = "local.return_interviews"
FOSTERED, VISITS = "local.private_fostering", "local.private_fostering_visits"


@roll("education_of_children_in_care", "child in care", "children in care", (IN_CARE, PLANS),
      ("came_on", "left_on", "first_plan_on", "first_ready_on", "plan_is_current"))  # fmt: skip
def education(data: Data, asked: Asked) -> ir.Table:
    """Children in care with their education plans: the first after coming in, and one that stands.

    Short breaks (V3 and V4) are left out.
    """
    rows = data[IN_CARE]
    rows = rows.filter(~rows.legal_status.isin(("V3", "V4")).fill_null(False))
    rows = _with_plans(data, rows, asked)
    spans: dict[str, tuple[str, Any]] = {
        "days_to_plan": ("cla_start_date", "first_plan_on"),
        "days_to_ready": ("cla_start_date", "first_ready_on"),
        "days_to_end": ("cla_start_date", "cla_end_date"),
        "days_to_now": ("cla_start_date", asked.as_at),
    }
    table = with_working_days(rows, spans)
    return table.select(
        **person(table, asked, IN_CARE, legal_status=table.legal_status),
        came_on=table.cla_start_date,
        left_on=table.cla_end_date,
        is_open=asked.is_open(table.cla_start_date, table.cla_end_date),
        school_age_now=age_at_start_of_year(table.date_of_birth, asked.today).between(4, 15),
        school_age_then=age_at_start_of_year(
            table.date_of_birth, table.cla_start_date
        ).between(4, 15),
        first_plan_on=table.first_plan_on,
        first_ready_on=table.first_ready_on,
        plan_is_current=table.plan_is_current.fill_null(False),
        **{name: table[name] for name in spans},
    )  # fmt: skip


def _with_plans(data: Data, rows: ir.Table, asked: Asked) -> ir.Table:
    """Each child in care with the plans begun or ready since they came in, and of two terms."""
    plans = data[PLANS]
    plans = plans.select(
        _child=plans.child_id,
        _started=plans.started_on,
        _ready=plans.ready_on,
        _current=was_held(plans, asked) & in_terms(plans, two_terms(asked.as_at)),
    )
    came = rows.select("child_id", _came="cla_start_date").distinct()
    joined = came.join(plans, came.child_id == plans._child)
    found = joined.group_by(_of="child_id", _since="_came").agg(
        first_plan_on=joined._started.min(
            where=joined._started.between(joined._came, asked.today)
        ),
        first_ready_on=joined._ready.min(where=joined._ready.between(joined._came, asked.today)),
        plan_is_current=joined._current.any(),
    )  # fmt: skip
    same = [rows.child_id == found._of, rows.cla_start_date == found._since]
    return rows.left_join(found, same).drop("_of", "_since")


@roll("return_interviews", "time missing", "times missing", INTERVIEWS,
      ("returned_at", "offered", "interviewed_at", "interview_status"))  # fmt: skip
def return_interviews(data: Data, asked: Asked) -> ir.Table:
    """Times missing that ended, with the interview by the clock, whatever the time of year."""
    import ibis

    table, who = local_person(data, data[INTERVIEWS], asked, INTERVIEWS)
    held = table.interviewed_at
    # A date without a time of day was read as its midnight: it stands for the end of that day.
    timed = (held.hour() > 0) | (held.minute() > 0) | (held.second() > 0)
    held = timed.ifelse(held, held + ibis.interval(days=1))
    due = by_the_clock(table.returned_at, asked.as_at) + ibis.interval(hours=72)
    return table.select(
        **who,
        returned_at=table.returned_at,
        returned_on=table.returned_at.date(),
        offered=table.offered,
        interview_status=table.interview_status,
        interviewed_at=(table.interviewed_at.date() <= asked.today).ifelse(
            table.interviewed_at, None
        ),
        in_time=(by_the_clock(held, asked.as_at) <= due)
        & (table.interviewed_at.date() <= asked.today),
        before_return=table.interviewed_at.date() < table.returned_at.date(),
        time_is_up=due <= by_the_clock(ibis.literal(_end_of(asked.as_at)), asked.as_at),
    )  # fmt: skip


def _end_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(days=1)


@roll("private_fostering", "private fostering arrangement", "private fostering arrangements",
      FOSTERED, ("aware_on", "first_visit_on", "ended_on", "decision"))  # fmt: skip
def private_fostering(data: Data, asked: Asked) -> ir.Table:
    """Private fostering arrangements, with the working days to the first visit."""
    spans = {
        "days_to_visit": ("aware_on", "first_visit_on"),
        "days_to_now": ("aware_on", asked.as_at),
    }
    rows = with_working_days(data[FOSTERED], spans)
    table, who = local_person(data, rows, asked, FOSTERED)
    return table.select(
        **who,
        aware_on=table.aware_on,
        ended_on=table.ended_on,
        first_visit_on=table.first_visit_on,
        decision=table.decision,
        days_to_visit=table.days_to_visit,
        days_to_now=table.days_to_now,
        is_open=asked.is_open(table.aware_on, table.ended_on),
    )


@roll("private_fostering_visits", "visit", "times from one visit to the next",
      (VISITS, FOSTERED), ("aware_on", "visited_on", "next_on", "due_on"))  # fmt: skip
def private_fostering_visits(data: Data, asked: Asked) -> ir.Table:
    """Visits to children who are privately fostered, each with the next and when that was due."""
    import ibis

    homes = data[FOSTERED].select(
        "team", _child="child_id", aware_on="aware_on", ended_on="ended_on"
    )
    homes = homes.group_by("_child", "aware_on").agg(
        team=homes.team.max(), ended_on=homes.ended_on.max()
    )
    visits = data[VISITS]
    visits = visits.filter(visits.visited_on <= asked.today)
    during = [
        visits.child_id == homes._child,
        visits.visited_on >= homes.aware_on,
        homes.ended_on.isnull() | (visits.visited_on <= homes.ended_on),
    ]
    rows = followed(visits.join(homes, during), ("child_id", "aware_on"), "visited_on", "next_on")
    table, who = local_person(data, rows, asked, VISITS)
    first_year = table.visited_on < after(table.aware_on, months(12))
    return table.select(
        **who,
        aware_on=table.aware_on,
        visited_on=table.visited_on,
        next_on=table.next_on,
        due_on=first_year.ifelse(
            after(table.visited_on, weeks(6)), after(table.visited_on, weeks(12))
        ),
        until=ibis.least(table.ended_on.coalesce(asked.today), asked.today),
    )
