"""What rolls of several lists share: the same child elsewhere, first rows, months on, yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.limits import Limit, months

if TYPE_CHECKING:
    import ibis.expr.types as ir

LENGTHS = ("Under 3 months", "3 to 6 months", "6 to 12 months", "1 to 2 years", "2 years or more")


def child_keys(table: ir.Table) -> list[str]:
    """What a child is known by: the identifier, and in a pool the authority too."""
    return [name for name in ("child_id", "authority") if name in table.columns]


def alongside(table: ir.Table, of_child: ir.Table) -> ir.Table:
    """The table with the columns of another that has one row for each child, where there is one.

    A row without an identifier is of nobody known, and has none.
    """
    keys = [name for name in child_keys(of_child) if name in table.columns]
    other = of_child.rename({f"_its_{name}": name for name in child_keys(of_child)})
    joined = table.left_join(other, [table[name] == other[f"_its_{name}"] for name in keys])
    return joined.drop(*(f"_its_{name}" for name in child_keys(of_child)))


def with_nth(rows: ir.Table, *order: Any) -> ir.Table:
    """The rows with ``_nth``: their place among those of the same child, from 0.

    A row without an identifier is the first of its own.
    """
    import ibis

    place = ibis.row_number().over(
        group_by=child_keys(rows), order_by=[*order, rows._file, rows._sheet, rows._row]
    )
    return rows.mutate(_nth=rows.child_id.notnull().ifelse(place, 0))


def earlier(day: Any, length: Limit) -> ir.DateColumn:
    """The day so many months before the date of a row."""
    import ibis

    return (day - ibis.interval(months=_months(length))).cast("timestamp").cast("date")


def _months(length: Limit) -> int:
    if length.unit != "months":
        raise ValueError(f"{length} is not in months")
    return length.n


def length_band(start: Any, asked: Asked) -> ir.StringValue:
    """How long something has been open as at the day, in five bands."""
    import ibis

    return ibis.cases(
        (start > asked.ago(months(3)), LENGTHS[0]),
        (start > asked.ago(months(6)), LENGTHS[1]),
        (start > asked.ago(months(12)), LENGTHS[2]),
        (start > asked.ago(months(24)), LENGTHS[3]),
        (start.notnull(), LENGTHS[4]),
    )


def yes(answer: Any) -> ir.BooleanValue:
    """Whether the answer is yes; null where it is not known."""
    return answer.isin(("Y", "N")).ifelse(answer == "Y", None)
