"""Rolls of protection and need from the SSD: enquiries, conferences, plans, their reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import with_working_days
from sightline.measures.rolls.people_ssd import PERIODS, looked_up, person_ssd, roll_ssd
from sightline.measures.rolls.ssd_front_door import REFERRED

if TYPE_CHECKING:
    import ibis.expr.types as ir

ENQUIRED, MET = "ssd.ssd_s47_enquiry", "ssd.ssd_initial_cp_conference"
PLANS, REVIEWS = "ssd.ssd_cp_plans", "ssd.ssd_cp_reviews"
NEED_PLANS = "ssd.ssd_cin_plans"


@roll_ssd("ssd_enquiries", "section 47 enquiry", "section 47 enquiries", ENQUIRED,
          ("started_on", "ended_on", "working_days"))  # fmt: skip
def ssd_enquiries(data: Data, asked: Asked) -> ir.Table:
    """Section 47 enquiries, each with the working days it took."""
    spans = {"working_days": ("s47e_s47_start_date", "s47e_s47_end_date")}
    table, who = person_ssd(
        data, with_working_days(data[ENQUIRED], spans), asked, ENQUIRED, "s47e_person_id",
        team="s47e_s47_completed_by_team", worker="s47e_s47_completed_by_worker_id",
    )  # fmt: skip
    return table.select(
        **who,
        started_on=table.s47e_s47_start_date,
        ended_on=table.s47e_s47_end_date,
        working_days=table.working_days,
    )


@roll_ssd("ssd_conferences", "initial conference", "initial conferences", (MET, ENQUIRED),
          ("discussed_on", "held_on", "transfer_in", "working_days"))  # fmt: skip
def ssd_conferences(data: Data, asked: Asked) -> ir.Table:
    """Initial conferences, each with the working days since its strategy discussion."""
    table = looked_up(
        data[MET], "icpc_s47_enquiry_id", data[ENQUIRED], "s47e_s47_enquiry_id",
        discussed_on="s47e_s47_start_date",
    )  # fmt: skip
    table = with_working_days(table, {"working_days": ("discussed_on", "icpc_icpc_date")})
    table, who = person_ssd(
        data, table, asked, MET, "icpc_person_id",
        team="icpc_icpc_team", worker="icpc_icpc_worker_id",
    )  # fmt: skip
    return table.select(
        **who,
        discussed_on=table.discussed_on,
        held_on=table.icpc_icpc_date,
        transfer_in=table.icpc_icpc_transfer_in,
        working_days=table.working_days,
    )


@roll_ssd("ssd_cp_plans", "child protection plan", "child protection plans", PLANS,
          ("started_on", "ended_on", "plan_before_ended_on", "last_review_on"))  # fmt: skip
def ssd_cp_plans(data: Data, asked: Asked) -> ir.Table:
    """Child protection plans: the one before, whether reviews kept to time, what followed."""
    import ibis

    table = _plan_before(data[PLANS])
    reviewed = _reviewed(data, asked)
    table = table.left_join(reviewed, table.cppl_cp_plan_id == reviewed._plan).drop("_plan")
    served = _served_next(data)
    table = table.left_join(
        served,
        [table.cppl_person_id == served._of, table.cppl_cp_plan_end_date == served._shut],
    ).drop("_of", "_shut")
    fixed = {"plan_type": ibis.literal("CPP")}
    table, who = person_ssd(data, table, asked, PLANS, "cppl_person_id", **fixed)
    start, end = table.cppl_cp_plan_start_date, table.cppl_cp_plan_end_date
    return table.select(
        **who,
        started_on=start,
        ended_on=end,
        is_open=asked.is_open(start, end),
        plan_before_ended_on=table.plan_before_ended_on,
        last_review_on=table.last_review_on,
        reviews_late=table.reviews_late,
        service_next=table.service_next.fill_null(False),
    )


@roll_ssd("ssd_cp_reviews", "review conference", "review conferences", REVIEWS,
          ("held_on", "quorate"))  # fmt: skip
def ssd_cp_reviews(data: Data, asked: Asked) -> ir.Table:
    """Review conferences."""
    table, who = person_ssd(data, data[REVIEWS], asked, REVIEWS, "cppr_person_id")
    return table.select(
        **who, held_on=table.cppr_cp_review_date, quorate=table.cppr_cp_review_quorate
    )


@roll_ssd("ssd_cin_plans", "child in need plan", "child in need plans", NEED_PLANS,
          ("started_on", "ended_on"))  # fmt: skip
def ssd_cin_plans(data: Data, asked: Asked) -> ir.Table:
    """Child in need plans."""
    import ibis

    table, who = person_ssd(
        data, data[NEED_PLANS], asked, NEED_PLANS, "cinp_person_id",
        team="cinp_cin_plan_team", worker="cinp_cin_plan_worker_id",
        plan_type=ibis.literal("CIN"),
    )  # fmt: skip
    start, end = table.cinp_cin_plan_start_date, table.cinp_cin_plan_end_date
    return table.select(**who, started_on=start, ended_on=end, is_open=asked.is_open(start, end))


def _plan_before(rows: ir.Table) -> ir.Table:
    """The last end of the child's plans that began before this one, and had ended by then."""
    own = rows.select(_of="cppl_person_id", _on="cppl_cp_plan_start_date").distinct()
    others = rows.select(
        _child="cppl_person_id", _began="cppl_cp_plan_start_date", _ended="cppl_cp_plan_end_date"
    )
    by = [own._of == others._child, others._began < own._on, others._ended <= own._on]
    joined = own.join(others, by)
    last = joined.group_by("_of", "_on").agg(plan_before_ended_on=joined._ended.max())
    same = [rows.cppl_person_id == last._of, rows.cppl_cp_plan_start_date == last._on]
    return rows.left_join(last, same).drop("_of", "_on")


def _reviewed(data: Data, asked: Asked) -> ir.Table:
    """Of each plan, the last review up to the day, and how many came later than they should."""
    import ibis

    rows = looked_up(
        data[REVIEWS], "cppr_cp_plan_id", data[PLANS], "cppl_cp_plan_id",
        _start="cppl_cp_plan_start_date",
    )  # fmt: skip
    held = rows.filter(rows.cppr_cp_review_date.between(rows._start, asked.today))
    held = held.select(_plan="cppr_cp_plan_id", _day="cppr_cp_review_date", _start="_start")
    held = held.distinct()
    before = held._day.lag().over(group_by=held._plan, order_by=held._day)
    held = held.mutate(_before=before)
    due = held._before.isnull().ifelse(
        held._start + ibis.interval(months=3), held._before + ibis.interval(months=6)
    )
    late = (held._day > due.cast("date")).ifelse(1, 0)
    return held.group_by("_plan").agg(last_review_on=held._day.max(), reviews_late=late.sum())


def _served_next(data: Data) -> ir.Table:
    """The plans' ends on whose next day the child was in need or in care."""
    import ibis

    ends = data[PLANS].select(_of="cppl_person_id", _shut="cppl_cp_plan_end_date").distinct()
    ends = ends.mutate(_next=(ends._shut + ibis.interval(days=1)).cast("date"))
    needed, cared = data[REFERRED], data[PERIODS]
    spans = needed.select(
        _child="cine_person_id", _began="cine_referral_date", _over="cine_close_date"
    ).union(
        cared.select(
            _child="clae_person_id",
            _began="clae_cla_episode_start_date",
            _over="clae_cla_episode_ceased_date",
        )
    )
    by: list[Any] = [ends._of == spans._child, spans._began <= ends._next]
    joined = ends.join(spans, by)
    on = joined.filter(joined._over.isnull() | (joined._over > joined._next))
    return on.group_by("_of", "_shut").agg(service_next=on._next.notnull().any())
