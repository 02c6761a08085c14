"""The roll of children's paths: plan, care and need of one child beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ibis

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.declare import roll
from sightline.measures.rolls.people import person

if TYPE_CHECKING:
    import ibis.expr.types as ir

IN_NEED, PROTECTED = "annex_a.children_in_need", "annex_a.child_protection"
IN_CARE = "annex_a.children_in_care"


@roll("left_care", "child who left care", "children who left care", (IN_CARE, IN_NEED),
      ("left_on", "end_reason", "open_again"))  # fmt: skip
def left_care(data: Data, asked: Asked) -> ir.Table:
    """Children who left care, and whether anything is open for them now, and as what."""
    need = data[IN_NEED]
    still = need.filter(asked.is_open(need.cin_start_date, need.cin_closure_date))
    status = still.group_by(_child="child_id").agg(open_as=still.case_status.max())
    rows = data[IN_CARE]
    rows = rows.filter(rows.cla_end_date <= asked.today)
    table = rows.left_join(status, rows.child_id == status._child)
    return table.select(
        **person(table, asked, IN_CARE),
        left_on=table.cla_end_date,
        end_reason=table.cla_end_reason,
        open_as=table.open_as,
        open_again=table.open_as.notnull(),
    )


@roll("stepped_down", "plan that ended", "plans that ended", (PROTECTED, IN_CARE),
      ("ended_on", "care_started_on"))  # fmt: skip
def stepped_down(data: Data, asked: Asked) -> ir.Table:
    """Protection plans that ended, and when the child came into care after that."""
    care = data[IN_CARE].select(_child="child_id", _came="cla_start_date")
    rows = data[PROTECTED]
    rows = rows.filter(rows.plan_end_date <= asked.today)
    after = [rows.child_id == care._child, care._came > rows.plan_end_date]
    came = rows.join(care, after).group_by(_one="child_id").agg(care_started_on=_first("_came"))
    table = rows.left_join(came, rows.child_id == came._one)
    return table.select(
        **person(table, asked, PROTECTED),
        ended_on=table.plan_end_date,
        care_started_on=table.care_started_on,
    )


def _first(column: str) -> Any:
    return ibis._[column].min()


@roll("workers_changed", "child with a new worker", "children with a new worker",
      ("local.worker_episodes", IN_NEED),
      ("worker_since", "handed_over_on", "last_seen_on"))  # fmt: skip
def workers_changed(data: Data, asked: Asked) -> ir.Table:
    """Children in need with when their social worker began, after another, and was seen last."""
    episodes = data["local.worker_episodes"]
    mine = episodes.filter(episodes.worker_role == "social_worker")
    mine = mine.mutate(
        before=mine.worker_id.lag().over(group_by="child_id", order_by="started_on"),
        nth=ibis.row_number().over(
            group_by=[mine.child_id], order_by=[mine.started_on.desc(), mine._row.desc()]
        ),
    )
    last = mine.filter(
        mine.nth == 0, mine.before != mine.worker_id, asked.is_open(mine.started_on, mine.ended_on)
    ).select(_child="child_id", worker_since="started_on", handed_over_on="handed_over_on")
    need = data[IN_NEED]
    need = need.filter(asked.is_open(need.cin_start_date, need.cin_closure_date))
    table = need.join(last, need.child_id == last._child)
    return table.select(
        **person(table, asked, IN_NEED),
        worker_since=table.worker_since,
        handed_over_on=table.handed_over_on,
        last_seen_on=table.last_seen_date,
        started_on=table.cin_start_date,
    )
