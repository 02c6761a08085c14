"""Who a row of the SSD is about, and who works with them: names for its identifiers.

An identifier that has several rows, which is an error in the extract, is looked up as the least of
each of their values: a row is never counted twice for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.rolls.people import person
from sightline.standards.codes import code_set

if TYPE_CHECKING:
    import ibis.expr.types as ir

PERSONS, DISABLED = "ssd.ssd_person", "ssd.ssd_disability"
TEAMS, WORKERS = "ssd.ssd_department", "ssd.ssd_professionals"
INVOLVED, LEGAL = "ssd.ssd_involvements", "ssd.ssd_legal_status"
ORIGINS = ("_file", "_sheet", "_row")

# Words of a role that mean the allocated social worker, and those that do not although they are
# alike, as in the lists of Annex A made from the SSD. Each is one that all engines read alike.
_ALLOCATED = r"social worker|(allocated|key|lead|named|case) (.* )?worker|^(a?sw|allocated)$"
_NOT_ALLOCATED = (
    "supervising|fostering|adoption|second|co-?work|student|duty|support|help|former|previous"
)


def person_ssd(
    data: Data,
    table: ir.Table,
    asked: Asked,
    key: str,
    child: str,
    *,
    team: str = "",
    worker: str = "",
    **fixed: Any,
) -> tuple[ir.Table, dict[str, Any]]:
    """The table with what is known of the child, and the columns that say who a row is about.

    ``child``, ``team`` and ``worker`` are the columns that hold their identifiers. Where a list
    names no team or worker they are those of the child's allocated worker at the end of the window.
    """
    table = _with_child(data, table, child)
    if not team:
        held = data.shared(("held by", asked.end), lambda: _held(data, asked))
        table = table.left_join(held, table[child] == held._held).drop("_held")
        team, worker = "_team_id", "_worker_id"
    table = looked_up(table, team, data[TEAMS], "dept_team_id", _team="dept_team_name")
    table = looked_up(
        table, worker, data[WORKERS], "prof_professional_id", _worker="prof_professional_name"
    )
    table = table.mutate(
        child_id=table[child],
        allocated_team=table._team.fill_null(table[team]),
        allocated_worker=table._worker.fill_null(table[worker]),
    )
    return table, person(table, asked, key, **fixed)


def looked_up(
    table: ir.Table, column: str, other: ir.Table, by: str, **found: str
) -> ir.Table:  # fmt: skip
    """The table with columns of the row of another that has its identifier."""
    known = other.filter(other[by].notnull())
    each = known.group_by(**{f"_by_{by}": known[by]}).agg(
        **{name: known[of].min() for name, of in found.items()}
    )
    return table.left_join(each, table[column] == each[f"_by_{by}"]).drop(f"_by_{by}")


def first_of_each(rows: ir.Table, by: str, *order: Any) -> ir.Table:
    """One row for each identifier: the first in an order, and then by where it stands."""
    import ibis

    place = ibis.row_number().over(
        group_by=[rows[by]], order_by=[*order, *(rows[o] for o in ORIGINS)]
    )
    numbered = rows.filter(rows[by].notnull()).mutate(_nth=place)
    return numbered.filter(numbered._nth == 0).drop("_nth")


def one_each(rows: ir.Table, by: str, **kept: str) -> ir.Table:
    """One row for each identifier, with the least of each column and of where the rows stand."""
    known = rows.filter(rows[by].notnull())
    columns = {**kept, **{name: name for name in ORIGINS}}
    return known.group_by(by).agg(**{name: known[of].min() for name, of in columns.items()})


def allocations(data: Data) -> ir.Table:
    """Times that an allocated social worker had with a child: those whose role says so."""
    return data.shared(("allocations",), lambda: _allocations(data))


def _allocations(data: Data) -> ir.Table:
    rows = data[INVOLVED]
    roles = rows.select(_role="invo_professional_role_id").distinct()
    lower = roles._role.strip().lower()
    roles = roles.mutate(_is=lower.re_search(_ALLOCATED) & ~lower.re_search(_NOT_ALLOCATED))
    joined = rows.left_join(roles, rows.invo_professional_role_id == roles._role)
    return joined.filter(joined._is, joined.invo_person_id.notnull()).drop("_is", "_role")


def only_short_breaks(data: Data) -> ir.Table:
    """Children who have the legal statuses of short breaks alone, as ``_resting``."""
    codes = code_set("legal_status")
    rows = data[LEGAL]
    rows = rows.filter(rows.lega_legal_status.isin(codes.codes))
    other = ~rows.lega_legal_status.isin(codes.tagged("short breaks"))
    each = rows.group_by(_resting=rows.lega_person_id).agg(_others=other.sum())
    return each.filter(each._others == 0, each._resting.notnull()).select("_resting")


def without_short_breaks(data: Data, table: ir.Table, child: str) -> ir.Table:
    """The table without children who have short breaks alone: they are not in care."""
    return table.anti_join(only_short_breaks(data), [(child, "_resting")])


def _with_child(data: Data, table: ir.Table, child: str) -> ir.Table:
    who = data.shared(("children of the SSD",), lambda: _children(data))
    return table.left_join(who, table[child] == who._who).drop("_who")


def _children(data: Data) -> ir.Table:
    import ibis

    rows = data[PERSONS]
    named = ibis.cases(
        (rows.pers_gender == "01", "M"),
        (rows.pers_gender == "02", "F"),
        (rows.pers_gender == "09", "I"),
        else_=rows.pers_sex,
    )
    each = rows.group_by(_who=rows.pers_person_id).agg(
        gender=named.min(),
        ethnicity=rows.pers_ethnicity.min(),
        date_of_birth=ibis.coalesce(rows.pers_dob, rows.pers_expected_dob).min(),
    )
    codes = data[DISABLED]
    said = (codes.disa_disability_code != "NONE").ifelse("Y", "N")
    disabled = codes.group_by(_disabled=codes.disa_person_id).agg(has_disability=said.max())
    return each.left_join(disabled, each._who == disabled._disabled).drop("_disabled")


def _held(data: Data, asked: Asked) -> ir.Table:
    """The team and the worker of each child at the end of the window: the latest to begin."""
    import ibis

    rows = allocations(data)
    end = ibis.literal(asked.end)
    start, over = rows.invo_involvement_start_date, rows.invo_involvement_end_date
    rows = rows.filter(start <= end, over.isnull() | (over > end))
    latest = first_of_each(rows, "invo_person_id", rows.invo_involvement_start_date.desc())
    return latest.select(
        _held="invo_person_id",
        _team_id="invo_professional_team",
        _worker_id="invo_professional_id",
    )
