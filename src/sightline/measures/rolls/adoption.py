"""Rolls of adoption: children with a plan for it, and the families who adopt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.kit.calendar import DAYS_IN_MONTH
from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import after
from sightline.measures.declare import roll
from sightline.measures.limits import months
from sightline.measures.rolls.care import IN_CARE
from sightline.measures.rolls.people import person

if TYPE_CHECKING:
    import ibis.expr.types as ir

ADOPTION, ADOPTERS = "annex_a.adoption", "annex_a.adopters"
# Placed for adoption with the foster carers who had the child already.
WITH_CARERS = ("A3", "A5")


@roll("children_for_adoption", "child", "children with a plan for adoption", ADOPTION,
      ("entered_care_on", "decided_on", "ordered_on", "matched_on", "placed_on", "adopted_on",
       "reversed_on"))  # fmt: skip
def children_for_adoption(data: Data, asked: Asked) -> ir.Table:
    """Children with a decision for adoption, and when they began to live with who adopts them."""
    import ibis

    table = data[ADOPTION]
    fostered = _fostered(data)
    table = table.left_join(fostered, table.child_id == fostered._child)
    return table.select(
        **person(table, asked, ADOPTION),
        entered_care_on=table.entered_care_date,
        decided_on=table.should_be_placed_date,
        ordered_on=table.placement_order_date,
        matched_on=table.match_date,
        placed_on=table.placed_date,
        adopted_on=table.adoption_order_date,
        reversed_on=table.no_longer_placed_date,
        fostered_on=table.ffa_placement_date,
        lived_with_from=ibis.least(
            table.placed_date,
            table.ffa_placement_date.coalesce(table.placed_date),
            table._fostered_from.coalesce(table.placed_date),
        ),
        in_14_months=table.placed_date.coalesce(asked.today)
        < after(table.entered_care_date, months(14)),
        is_waiting=waiting(table),
    )


@roll("adoptive_families", "family", "adoptive families", ADOPTERS,
      ("family_id", "stage1_from", "stage1_to", "stage2_from", "stage2_to", "matched_on",
       "left_on"))  # fmt: skip
def adoptive_families(data: Data, asked: Asked) -> ir.Table:
    """Families who adopt, once each: of a couple, the first row in the file speaks for both.

    An adopter without a family's identifier is a family alone. No row is a child's.
    """
    import ibis

    rows = data[ADOPTERS]
    rows = rows.mutate(
        _family=rows.family_id.coalesce(rows.adopter_id), date_of_birth=ibis.null("date")
    )
    by = [rows._file, rows._sheet, rows._row]
    first = ibis.row_number().over(group_by="_family", order_by=by)
    table = rows.mutate(_nth=first)
    table = table.filter(table._nth == 0)
    return table.select(
        **person(table, asked, ADOPTERS),
        family_id=table._family,
        stage1_from=table.stage1_start_date,
        stage1_to=table.stage1_end_date,
        stage2_from=table.stage2_start_date,
        stage2_to=table.stage2_end_date,
        matched_on=table.match_date,
        left_on=table.left_process_date,
    )


def waiting(table: ir.Table) -> ir.BooleanValue:
    """Whether the decision stands, and the child neither lives with adopters nor has an order."""
    return (
        table.should_be_placed_date.notnull()
        & table.placed_date.isnull()
        & table.adoption_order_date.isnull()
        & table.no_longer_placed_date.isnull()
    )


def in_months(days: Any) -> Any:
    """A number of days in months of average length."""
    return days.cast("float64") / DAYS_IN_MONTH


def _fostered(data: Data) -> ir.Table:
    """When children adopted by their foster carers went to live with them, by list 8."""
    care = data[IN_CARE]
    care = care.filter(care.placement_type.isin(WITH_CARERS))
    return care.group_by(_child=care.child_id).agg(_fostered_from=care.placement_start_date.min())
