"""Rolls of who holds the work: workers with their children, and open work with or without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data, list_of
from sightline.measures.declare import roll
from sightline.measures.rolls.need import ASSESSED, IN_CARE, IN_NEED, PROTECTED, SHORT_BREAKS
from sightline.measures.rolls.people import holds_children, origin, person

if TYPE_CHECKING:
    import ibis.expr.types as ir

LEAVERS = "annex_a.care_leavers"


@roll("workers", "worker", "workers", IN_NEED, ("children",))
def workers(data: Data, asked: Asked) -> ir.Table:
    """Workers with an open child in need, and how many they hold.

    A worker is a name, however it is spaced or capitalised: two of one name are one. The team is
    that of most of the worker's children.
    """
    import ibis

    rows = data[IN_NEED]
    rows = rows.filter(
        asked.is_open(rows.cin_start_date, rows.cin_closure_date)
        & holds_children(rows.allocated_worker, asked)
    )
    rows = rows.mutate(_name=rows.allocated_worker.strip().lower())
    keys = _by(rows)
    table = _with_team(rows.group_by(keys).agg(children=rows.allocated_worker.count()), rows, keys)
    nothing = ibis.null("string")
    return table.select(
        child_id=nothing, sex=nothing, ethnicity=nothing, disability=nothing,
        date_of_birth=ibis.null("date"), age=ibis.null("int64"), age_group=nothing,
        plan_type=nothing, legal_status=nothing, team=table.team, worker=table.worker,
        allocated=ibis.literal(True), children=table.children, **origin(table, IN_NEED),
    )  # fmt: skip


def _by(rows: ir.Table) -> list[str]:
    return ["_name", *(name for name in ("authority",) if name in rows.columns)]


def _with_team(table: ir.Table, rows: ir.Table, keys: list[str]) -> ir.Table:
    """Workers with their team, their name as it is written, and the first of their rows there."""
    import ibis

    rows = rows.mutate(_in_team=rows.count().over(group_by=[*keys, "allocated_team"]))
    place = ibis.row_number().over(
        group_by=keys,
        order_by=[
            *(ibis.desc(rows._in_team), rows.allocated_team),
            *(rows._file, rows._sheet, rows._row),
        ],
    )
    rows = rows.mutate(_nth=place)
    first = rows.filter(rows._nth == 0).select(
        *("_file", "_sheet", "_row"),
        **{f"_of_{key}": key for key in keys},
        team="allocated_team",
        worker="allocated_worker",
    )
    joined = table.left_join(first, [table[key] == first[f"_of_{key}"] for key in keys])
    return joined.drop(*(f"_of_{key}" for key in keys))


@roll("open_work", "open entry", "open entries",
      (ASSESSED, IN_NEED, PROTECTED, IN_CARE, LEAVERS), ("list",), partial=True)  # fmt: skip
def open_work(data: Data, asked: Asked) -> ir.Table:
    """What is open in lists 4, 6, 7, 8 and 9, with the list: a child may be in several."""
    import ibis

    here = [
        _open_of(data[key], asked, key, of) for key, of in _open_rows(data, asked) if key in data
    ]
    return ibis.union(*here) if len(here) > 1 else here[0]


def _open_rows(data: Data, asked: Asked) -> Iterator[tuple[str, Any]]:
    """Each list with what is open in it."""
    import ibis

    begun = {
        ASSESSED: ("assessment_start_date", "assessment_authorised_date"),
        IN_NEED: ("cin_start_date", "cin_closure_date"),
        PROTECTED: ("plan_start_date", "plan_end_date"),
        IN_CARE: ("cla_start_date", "cla_end_date"),
    }
    for key, (start, end) in begun.items():
        rows = data[key]
        of = asked.is_open(rows[start], rows[end])
        if key == IN_CARE:
            of &= ~rows.legal_status.isin(SHORT_BREAKS).fill_null(False)
        yield key, of
    yield LEAVERS, ibis.literal(True)


def _open_of(rows: ir.Table, asked: Asked, key: str, of: Any) -> ir.Table:
    import ibis

    table = rows.filter(of)
    titled = list_of(key)
    return table.select(
        **person(table, asked, key), list=ibis.literal(f"List {titled.number}, {titled.title}")
    )
