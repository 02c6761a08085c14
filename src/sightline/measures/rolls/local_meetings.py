"""Rolls of the local lists of meetings: core groups, reviews of child in need plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import with_working_days
from sightline.measures.declare import roll
from sightline.measures.rolls.local_time import followed, late_between, was_held, with_due
from sightline.measures.rolls.people import person
from sightline.measures.rolls.people_local import local_person

if TYPE_CHECKING:
    import ibis.expr.types as ir

CORE_GROUPS, REVIEWS = "local.core_groups", "local.child_in_need_reviews"
PROTECTED, IN_NEED = "annex_a.child_protection", "annex_a.children_in_need"


@roll("core_groups", "core group", "core groups", CORE_GROUPS,
      ("plan_started_on", "held_on", "agencies_invited", "agencies_there"))  # fmt: skip
def core_groups(data: Data, asked: Asked) -> ir.Table:
    """Core groups, held or not, and who was there."""
    table, who = local_person(data, data[CORE_GROUPS], asked, CORE_GROUPS)
    return table.select(
        **who,
        plan_started_on=table.plan_started_on,
        held_on=table.held_on,
        was_held=was_held(table, asked),
        child_took_part=table.child_took_part,
        father_there=table.father_there,
        agencies_invited=table.agencies_invited,
        agencies_there=table.agencies_there,
    )


@roll("first_core_groups", "child protection plan", "child protection plans",
      (PROTECTED, CORE_GROUPS), ("started_on", "first_held_on", "working_days"))  # fmt: skip
def first_core_groups(data: Data, asked: Asked) -> ir.Table:
    """Child protection plans, each with the first core group held under it."""
    groups = data[CORE_GROUPS]
    held = groups.filter(was_held(groups, asked)).select(_child="child_id", _held="held_on")
    rows = data[PROTECTED]
    plans = rows.select("child_id", _from="plan_start_date", _to="plan_end_date").distinct()
    under = [
        plans.child_id == held._child,
        held._held >= plans._from,
        plans._to.isnull() | (held._held <= plans._to),
    ]
    joined = plans.join(held, under)
    first = joined.group_by(_of="child_id", _began="_from", _over="_to").agg(
        first_held_on=joined._held.min()
    )
    same = [
        rows.child_id == first._of,
        rows.plan_start_date == first._began,
        rows.plan_end_date.identical_to(first._over),
    ]
    table = with_working_days(
        rows.left_join(first, same).drop("_of", "_began", "_over"),
        {
            "working_days": ("plan_start_date", "first_held_on"),
            "working_days_since": ("plan_start_date", asked.as_at),
        },
    )
    return table.select(
        **person(table, asked, PROTECTED),
        started_on=table.plan_start_date,
        ended_on=table.plan_end_date,
        first_held_on=table.first_held_on,
        working_days=table.working_days,
        working_days_since=table.working_days_since,
    )


@roll("core_group_gaps", "core group", "times from one core group to the next",
      (CORE_GROUPS, PROTECTED), ("held_on", "next_on", "due_on"))  # fmt: skip
def core_group_gaps(data: Data, asked: Asked) -> ir.Table:
    """Core groups held under plans that are open, each with the next and when that was due."""
    plans = data[PROTECTED]
    open_now = plans.filter(asked.is_open(plans.plan_start_date, plans.plan_end_date))
    since = open_now.group_by(_child="child_id").agg(_since=open_now.plan_start_date.max())
    groups = data[CORE_GROUPS]
    held = groups.filter(was_held(groups, asked))
    on_plan = [held.child_id == since._child, held.held_on >= since._since]
    under = held.left_join(since, on_plan)
    under = under.filter(under._since.notnull())
    rows = followed(under.drop("_child", "_since"), ("child_id",), "held_on", "next_on")
    rows = with_due(rows, "held_on", asked.settings.core_group, "next_due_on")
    table, who = local_person(data, rows, asked, CORE_GROUPS)
    return table.select(
        **who, held_on=table.held_on, next_on=table.next_on, due_on=table.next_due_on
    )


@roll("child_in_need_reviews", "child in need review", "child in need reviews", REVIEWS,
      ("held_on", "agencies_invited", "agencies_there", "outcome"))  # fmt: skip
def child_in_need_reviews(data: Data, asked: Asked) -> ir.Table:
    """Reviews of child in need plans, held or not, and who was there."""
    table, who = local_person(data, data[REVIEWS], asked, REVIEWS)
    return table.select(
        **who,
        held_on=table.held_on,
        was_held=was_held(table, asked),
        outcome=table.outcome,
        agencies_invited=table.agencies_invited,
        agencies_there=table.agencies_there,
    )


@roll("plans_reviewed", "child in need plan", "child in need plans", (IN_NEED, REVIEWS),
      ("plan_started_on", "last_review_on", "late"), windowed=True)  # fmt: skip
def plans_reviewed(data: Data, asked: Asked) -> ir.Table:
    """Open child in need plans: how often in the window a review came too late, or is overdue."""
    reviews = data[REVIEWS]
    begun = reviews.filter(reviews.plan_started_on <= asked.today)
    starts = begun.group_by(_key="child_id").agg(_started=begun.plan_started_on.max())
    held = reviews.filter(was_held(reviews, asked)).select(_of="child_id", _on="held_on")
    late = late_between(starts, held, asked.settings.cin_review, asked)
    late = late.rename(_child="_key").join(starts, late._key == starts._key).drop("_key")
    rows = data[IN_NEED]
    table = rows.left_join(late, rows.child_id == late._child)
    return table.select(
        **person(table, asked, IN_NEED, plan_type=table.case_status),
        is_open=asked.is_open(table.cin_start_date, table.cin_closure_date),
        case_status=table.case_status,
        plan_started_on=table._started,
        last_review_on=table.last_on,
        late=table.late,
    )
