"""Rolls of who works with children from the SSD: workers in a year, days without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.rolls.people_ssd import (
    INVOLVED,
    PERIODS,
    allocations,
    first_of_each,
    person_ssd,
    roll_ssd,
)
from sightline.measures.rolls.ssd_front_door import REFERRED
from sightline.measures.rolls.ssd_protection import PLANS

if TYPE_CHECKING:
    import ibis.expr.types as ir

KINDS = {"CLA": "In care", "CPP": "Child protection plan", "CIN": "Child in need"}


@roll_ssd("ssd_open_children", "open child", "open children", (REFERRED, INVOLVED),
          ("open_since", "kind", "workers"), windowed=True)  # fmt: skip
def ssd_open_children(data: Data, asked: Asked) -> ir.Table:
    """Children with an open episode of need at the end of the window, and workers in it."""
    import ibis

    rows = _open(data, asked)
    table = first_of_each(rows, "cine_person_id", rows.cine_referral_date)
    workers = workers_within(data, asked)
    table = table.left_join(workers, table.cine_person_id == workers._of).drop("_of")
    care = _now(data, asked, PERIODS, "clae_person_id",
                "clae_cla_episode_start_date", "clae_cla_episode_ceased_date")  # fmt: skip
    plan = _now(data, asked, PLANS, "cppl_person_id",
                "cppl_cp_plan_start_date", "cppl_cp_plan_end_date")  # fmt: skip
    care, plan = care.rename(_cared="_child"), plan.rename(_planned="_child")
    table = table.left_join(care, table.cine_person_id == care._cared)
    table = table.left_join(plan, table.cine_person_id == plan._planned)
    code = ibis.cases((table._cared.notnull(), "CLA"), (table._planned.notnull(), "CPP"),
                      else_="CIN")  # fmt: skip
    table = table.mutate(code=code, kind=code.substitute(KINDS))
    table, who = person_ssd(data, table, asked, REFERRED, "cine_person_id")
    return table.select(
        **{**who, "plan_type": table.code},
        open_since=table.cine_referral_date,
        kind=table.kind,
        workers=table.workers.fill_null(0),
    )


@roll_ssd("ssd_open_episodes", "open episode of need", "open episodes of need",
          (REFERRED, INVOLVED), ("open_since", "days_open", "days_without"),
          windowed=True)  # fmt: skip
def ssd_open_episodes(data: Data, asked: Asked) -> ir.Table:
    """Episodes open at the end of the window: days of it without an allocated social worker."""
    import ibis

    rows = _open(data, asked)
    begun = ibis.greatest(rows.cine_referral_date, ibis.literal(asked.start)).cast("date")
    end = ibis.literal(asked.end)
    table = rows.mutate(_since=begun, days_open=end.delta(begun, unit="day"))
    held = _days_held(data, asked, table)
    same = [table.cine_person_id == held._of, table._since == held._since_then]
    table = table.left_join(held, same).drop("_of", "_since_then")
    table, who = person_ssd(data, table, asked, REFERRED, "cine_person_id")
    return table.select(
        **who,
        open_since=table.cine_referral_date,
        days_open=table.days_open,
        days_without=table.days_open - table.days_held.fill_null(0),
    )


def workers_within(data: Data, asked: Asked) -> ir.Table:
    """How many allocated social workers each child had in the window: ``_of``, ``workers``."""
    rows = allocations(data, asked)
    return rows.group_by(_of=rows._child).agg(workers=rows._by.nunique())


def _open(data: Data, asked: Asked) -> ir.Table:
    """Episodes of need that are open at the end of the window."""
    import ibis

    rows, end = data[REFERRED], ibis.literal(asked.end)
    over = rows.cine_close_date
    return rows.filter(rows.cine_referral_date <= end, over.isnull() | (over > end))


def _now(data: Data, asked: Asked, key: str, child: str, start: str, end: str) -> ir.Table:
    """Children for whom something runs at the end of the window."""
    import ibis

    rows, day = data[key], ibis.literal(asked.end)
    rows = rows.filter(rows[start] <= day, rows[end].isnull() | (rows[end] > day))
    return rows.select(_child=rows[child]).distinct().filter(lambda t: t._child.notnull())


def _days_held(data: Data, asked: Asked, episodes: ir.Table) -> ir.Table:
    """Days of each open episode on which the child had an allocated social worker.

    Workers' times overlap: of each, only the days after all earlier ones count.
    """
    import ibis

    end = ibis.literal(asked.end)
    own = episodes.select(_of="cine_person_id", _since_then="_since").distinct()
    times = allocations(data, asked)
    ran = [own._of == times._child, times._from < end,
           times._to.isnull() | (times._to > own._since_then)]  # fmt: skip
    joined = own.join(times, ran)
    begun = ibis.greatest(joined._from, joined._since_then).cast("date")
    over = ibis.least(joined._to.fill_null(end), end).cast("date")
    joined = joined.select("_of", "_since_then", begun=begun, over=over)
    by = {"group_by": [joined._of, joined._since_then], "order_by": [joined.begun, joined.over]}
    joined = joined.mutate(reached=joined.over.max().over(ibis.cumulative_window(**by)))
    by = {"group_by": [joined._of, joined._since_then], "order_by": [joined.begun, joined.over]}
    joined = joined.mutate(before=joined.reached.lag().over(**by))
    since = ibis.greatest(joined.begun, joined.before.fill_null(joined.begun)).cast("date")
    days = joined.over.delta(since, unit="day")
    new = (joined.over > since).ifelse(days, 0)
    return joined.group_by("_of", "_since_then").agg(days_held=new.sum())
