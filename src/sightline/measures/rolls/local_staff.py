"""Rolls of the local lists of posts, of the people in them, and of who worked with each child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.declare import roll
from sightline.measures.rolls.local_time import BY_ORIGIN, late_between, was_held
from sightline.measures.rolls.people import person
from sightline.measures.rolls.people_local import local_person, staff

if TYPE_CHECKING:
    import ibis.expr.types as ir

POSTS, EPISODES = "local.workforce", "local.worker_episodes"
SUPERVISED = "local.supervision"
PROTECTED, IN_NEED = "annex_a.child_protection", "annex_a.children_in_need"
IN_COURT = "local.care_proceedings"
SOCIAL_WORK = (
    "social_worker",
    "senior_social_worker",
    "assessed_year",
    "team_manager",
    "service_manager",
    "reviewing_officer",
)
VACANT, AGENCY = "vacant", "agency"


@roll("posts", "post", "posts", POSTS,
      ("post_id", "worker_id", "worker", "contract", "fte", "started_on", "ended_on"))  # fmt: skip
def posts(data: Data, asked: Asked) -> ir.Table:
    """Posts and who held each, and the stretches in which one was vacant."""
    table, who = staff(data[POSTS], asked, POSTS)
    return table.select(
        **who,
        post_id=table.post_id,
        social_work=table.post_role.isin(SOCIAL_WORK),
        contract=table.contract,
        fte=table.fte,
        started_on=table.started_on,
        ended_on=table.ended_on,
        left_authority=table.left_authority,
        first_year=table.first_year,
        children_held=table.children_held,
        days_lost=table.days_lost,
        days_available=table.days_available,
        is_open=asked.is_open(table.started_on, table.ended_on),
    )


@roll("first_year_workers", "worker", "workers in their first year",
      (POSTS, EPISODES, PROTECTED, IN_COURT), ("worker_id", "worker", "children"))  # fmt: skip
def first_year_workers(data: Data, asked: Asked) -> ir.Table:
    """Workers in their first year: how many children they hold on a plan or in proceedings."""
    return _first_years(data, asked, _on_plans(data, asked).union(_in_court(data, asked)))


@roll("first_year_workers_on_plans", "worker", "workers in their first year",
      (POSTS, EPISODES, PROTECTED), ("worker_id", "worker", "children"))  # fmt: skip
def first_year_workers_on_plans(data: Data, asked: Asked) -> ir.Table:
    """Workers in their first year: how many children they hold on a child protection plan."""
    return _first_years(data, asked, _on_plans(data, asked))


def _on_plans(data: Data, asked: Asked) -> ir.Table:
    rows = data[PROTECTED]
    now = rows.filter(asked.is_open(rows.plan_start_date, rows.plan_end_date))
    return now.select(_child="child_id")


def _in_court(data: Data, asked: Asked) -> ir.Table:
    rows = data[IN_COURT]
    return rows.filter(asked.is_open(rows.issued_on, rows.ended_on)).select(_child="child_id")


def _first_years(data: Data, asked: Asked, children: ir.Table) -> ir.Table:
    held = data[EPISODES]
    held = held.filter(asked.is_open(held.started_on, held.ended_on))
    holding = held.join(children.distinct(), held.child_id == children._child)
    counts = holding.group_by(_worker="worker_id").agg(children=holding._child.nunique())
    rows = data[POSTS]
    table, who = staff(rows.left_join(counts, rows.worker_id == counts._worker), asked, POSTS)
    in_post = asked.is_open(table.started_on, table.ended_on)
    return table.select(
        **who,
        in_first_year=in_post & (table.first_year == "Y"),
        children=table.children.fill_null(0),
    )


@roll("workers_supervised", "worker", "workers", (POSTS, SUPERVISED),
      ("worker_id", "worker", "last_session_on", "late"), windowed=True)  # fmt: skip
def workers_supervised(data: Data, asked: Asked) -> ir.Table:
    """Workers in post who hold children: how often in the window a session came too late."""
    rows = data[POSTS]
    holds = rows.case_holder == "Y"
    rows = rows.filter(holds & asked.is_open(rows.started_on, rows.ended_on))
    rows = rows.filter((rows.contract != VACANT).fill_null(True) & rows.worker_id.notnull())
    starts = rows.group_by(_key="worker_id").agg(_started=rows.started_on.min())
    sessions = data[SUPERVISED]
    own = sessions.filter(was_held(sessions, asked) & (sessions.session_kind == "worker"))
    late = late_between(
        starts, own.select(_of="worker_id", _on="held_on"), asked.settings.worker_supervision, asked
    )
    table, who = staff(rows.join(late, rows.worker_id == late._key), asked, POSTS)
    return table.select(
        **who,
        last_session_on=table.last_on,
        late=table.late,
        absent=(table.absent_since <= asked.today).fill_null(False),
    )


@roll("supervision", "discussion in supervision", "discussions in supervision", SUPERVISED,
      ("held_on", "session_kind", "reflection_recorded", "actions_recorded"))  # fmt: skip
def supervision(data: Data, asked: Asked) -> ir.Table:
    """Discussions of a child in supervision, held or not, and what the record shows."""
    table, who = local_person(data, data[SUPERVISED], asked, SUPERVISED)
    return table.select(
        **who,
        held_on=table.held_on,
        was_held=was_held(table, asked),
        session_kind=table.session_kind,
        about_child=table.child_id.notnull(),
        reflection_recorded=table.reflection_recorded,
        actions_recorded=table.actions_recorded,
    )


@roll("children_supervised", "child", "children in need", (IN_NEED, SUPERVISED),
      ("started_on", "last_discussed_on"))  # fmt: skip
def children_supervised(data: Data, asked: Asked) -> ir.Table:
    """Children whose work is open, with the last time that they were discussed in supervision."""
    sessions = data[SUPERVISED]
    held = sessions.filter(was_held(sessions, asked) & sessions.child_id.notnull())
    last = held.group_by(_child="child_id").agg(last_discussed_on=held.held_on.max())
    rows = data[IN_NEED]
    table = rows.left_join(last, rows.child_id == last._child)
    return table.select(
        **person(table, asked, IN_NEED, plan_type=table.case_status),
        started_on=table.cin_start_date,
        is_open=asked.is_open(table.cin_start_date, table.cin_closure_date),
        last_discussed_on=table.last_discussed_on,
    )


@roll("worker_episodes", "worker of a child", "workers of children", EPISODES,
      ("started_on", "ended_on", "change_reason", "handed_over_on"))  # fmt: skip
def worker_episodes(data: Data, asked: Asked) -> ir.Table:
    """Social workers of children, each with whether another worker came after them."""
    import ibis

    rows = data[EPISODES]
    known = rows.child_id.notnull()
    rows = rows.filter(known & (rows.worker_role == "social_worker").fill_null(True))
    in_order = ibis.window(
        group_by="child_id",
        order_by=[rows.started_on.asc(nulls_first=True), *(rows[name] for name in BY_ORIGIN)],
    )
    rows = rows.mutate(next_worker=rows.worker_id.lead().over(in_order))
    table, who = local_person(data, rows, asked, EPISODES)
    return table.select(
        **who,
        started_on=table.started_on,
        ended_on=table.ended_on,
        change_reason=table.change_reason,
        handed_over_on=table.handed_over_on,
        changed=(table.next_worker != table.worker_id).fill_null(False),
    )
