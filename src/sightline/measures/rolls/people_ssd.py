"""Who a row of the SSD is about, and who works with them: names for its identifiers.

An identifier that has several rows, which is an error in the extract, is looked up as the least of
each of their values: a row is never counted twice for it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sightline.kit.calendar import add_months
from sightline.measures.asked import TWELVE_MONTHS, Asked
from sightline.measures.data import Data
from sightline.measures.declare import roll
from sightline.measures.rolls.people import age_group, age_on, holds_children, origin
from sightline.standards.codes import code_set

if TYPE_CHECKING:
    import ibis.expr.types as ir

PERSONS, DISABLED = "ssd.ssd_person", "ssd.ssd_disability"
PERIODS = "ssd.ssd_cla_episodes"
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
    """The table with who works with the child, and the columns that say who a row is about.

    ``child``, ``team`` and ``worker`` are the columns that hold their identifiers. Where a list
    names no team or worker they are those of the child's allocated worker at the end of the window.
    What else is known of the child is not there: ``with_child`` adds it where it is asked for.
    """
    import ibis

    table, its_team, its_worker = _with_workers(data, table, asked, child, team, worker)
    nothing = ibis.null("string")
    return table, {
        "child_id": table[child],
        "team": its_team,
        "worker": its_worker,
        "plan_type": nothing,
        "legal_status": nothing,
        "allocated": holds_children(its_worker, asked),
        **fixed,
        **origin(table, key),
    }


def _with_workers(
    data: Data, table: ir.Table, asked: Asked, child: str, team: str, worker: str
) -> tuple[ir.Table, Any, Any]:
    if not team:
        held = data.shared(("held by", asked.end), lambda: _held(data, asked))
        table = table.left_join(held, table[child] == held._held)
        return table, table._team, table._worker
    joined = _named(data, table, table[team], table[worker])
    return joined, joined._team.fill_null(joined[team]), joined._worker.fill_null(joined[worker])


def _named(data: Data, table: ir.Table, team: Any, worker: Any) -> ir.Table:
    """The table with the names of a team and a worker as ``_team`` and ``_worker``."""
    teams = data.shared(("teams",), lambda: _names(data[TEAMS], "dept_team_id", "dept_team_name"))
    workers = data.shared(
        ("workers",),
        lambda: _names(data[WORKERS], "prof_professional_id", "prof_professional_name"),
    )
    teams = teams.rename(_team_by="_by", _team="_name")
    workers = workers.rename(_worker_by="_by", _worker="_name")
    return table.left_join(teams, team == teams._team_by).left_join(
        workers, worker == workers._worker_by
    )


def _names(rows: ir.Table, by: str, name: str) -> ir.Table:
    known = rows.filter(rows[by].notnull())
    return known.group_by(_by=known[by]).agg(_name=known[name].min())


def with_child(data: Data, rows: ir.Table, asked: Asked) -> ir.Table:
    """The rows of a roll with what is known of each child: sex, age, ethnicity, disability."""
    who = data.shared(("children of the SSD",), lambda: _children(data))
    joined = rows.left_join(who, rows.child_id == who._who)
    born = joined.date_of_birth if "date_of_birth" in rows.columns else joined._born
    age = age_on(born, asked.as_at)
    made = {
        "sex": joined.gender,
        "ethnicity": joined.is_of,
        "disability": joined.has_disability,
        "date_of_birth": born,
        "age": age,
        "age_group": age_group(born, age, asked),
    }
    return joined.select(**{**{name: joined[name] for name in rows.columns}, **made})


def births(data: Data) -> ir.Table:
    """When the children who were ever in care were born: ``_child``, ``date_of_birth``."""
    return data.shared(("births",), lambda: _births(data))


def _births(data: Data) -> ir.Table:
    import ibis

    # Of all children in the extract few were in care: it is quicker to look for those alone.
    persons, cared = data[PERSONS], data[PERIODS]
    rows = persons.semi_join(cared, persons.pers_person_id == cared.clae_person_id)
    born = ibis.coalesce(rows.pers_dob, rows.pers_expected_dob)
    return rows.group_by(_child=rows.pers_person_id).agg(date_of_birth=born.min())


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


def allocations(data: Data, asked: Asked) -> ir.Table:
    """Times in the window that an allocated social worker had with a child: ``_child``, ``_by``,
    ``_from`` and ``_to``, which is null where it goes on."""
    import ibis

    rows = _recent(data, asked)
    start, over = rows.invo_involvement_start_date, rows.invo_involvement_end_date
    rows = rows.filter(
        start <= ibis.literal(asked.end), over.isnull() | (over > ibis.literal(asked.start))
    )
    return rows.select(
        _child="invo_person_id",
        _by="invo_professional_id",
        _from="invo_involvement_start_date",
        _to="invo_involvement_end_date",
    )


def _recent(data: Data, asked: Asked) -> ir.Table:
    """Allocations of the year to the day, which most windows lie in; or, of an earlier window, of
    that."""
    year = asked.between(add_months(asked.as_at, -TWELVE_MONTHS), asked.as_at)
    of = year if year.start <= asked.start and asked.end <= year.end else asked
    return data.shared(("allocations", of.start, of.end), lambda: _allocated(data, of))


def _allocated(data: Data, asked: Asked) -> ir.Table:
    """The involvements in a window whose role is that of an allocated social worker."""
    import ibis

    rows = data[INVOLVED]
    roles = data.shared(("roles",), lambda: _roles(rows))
    joined = rows.join(roles, rows.invo_professional_role_id == roles._role)
    start, over = rows.invo_involvement_start_date, rows.invo_involvement_end_date
    return joined.filter(
        joined._is,
        joined.invo_person_id.notnull(),
        start <= ibis.literal(asked.end),
        over.isnull() | (over > ibis.literal(asked.start)),
    ).select(
        "invo_person_id",
        "invo_professional_id",
        "invo_professional_team",
        "invo_involvement_start_date",
        "invo_involvement_end_date",
        *ORIGINS,
    )


def _roles(rows: ir.Table) -> ir.Table:
    """Each role, and whether it is that of an allocated social worker.

    There are few of them in many rows: they are read as words once, apart from the rows.
    """
    roles = rows.select(_role="invo_professional_role_id").distinct()
    lower = roles._role.strip().lower()
    return roles.mutate(_is=lower.re_search(_ALLOCATED) & ~lower.re_search(_NOT_ALLOCATED))


def of_period(data: Data, table: ir.Table, period: str, into: str) -> ir.Table:
    """The table with the child of a period of care, whose identifier a column holds."""
    periods = data.shared(
        ("children of periods",), lambda: _names(data[PERIODS], "clae_cla_id", "clae_person_id")
    )
    periods = periods.rename({"_of_period": "_by", into: "_name"})
    return table.left_join(periods, table[period] == periods._of_period).drop("_of_period")


def only_short_breaks(data: Data) -> ir.Table:
    """Children who have the legal statuses of short breaks alone, as ``_resting``."""
    return data.shared(("short breaks",), lambda: _only_short_breaks(data))


def _only_short_breaks(data: Data) -> ir.Table:
    codes = code_set("legal_status")
    rows = data[LEGAL]
    rows = rows.filter(rows.lega_legal_status.isin(codes.codes))
    other = ~rows.lega_legal_status.isin(codes.tagged("short breaks"))
    each = rows.group_by(_resting=rows.lega_person_id).agg(_others=other.sum())
    return each.filter(each._others == 0, each._resting.notnull()).select("_resting")


def without_short_breaks(data: Data, table: ir.Table, child: str) -> ir.Table:
    """The table without children who have short breaks alone: they are not in care."""
    return table.anti_join(only_short_breaks(data), [(child, "_resting")])


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
        is_of=rows.pers_ethnicity.min(),
        _born=ibis.coalesce(rows.pers_dob, rows.pers_expected_dob).min(),
    )
    codes = data[DISABLED]
    said = (codes.disa_disability_code != "NONE").ifelse("Y", "N")
    disabled = codes.group_by(_disabled=codes.disa_person_id).agg(has_disability=said.max())
    return each.left_join(disabled, each._who == disabled._disabled).drop("_disabled")


def _held(data: Data, asked: Asked) -> ir.Table:
    """The team and the worker of each child at the end of the window: the latest to begin."""
    import ibis

    rows = _recent(data, asked)
    end = ibis.literal(asked.end)
    start, over = rows.invo_involvement_start_date, rows.invo_involvement_end_date
    rows = rows.filter(start <= end, over.isnull() | (over > end))
    latest = first_of_each(rows, "invo_person_id", rows.invo_involvement_start_date.desc())
    named = _named(data, latest, latest.invo_professional_team, latest.invo_professional_id)
    return named.select(
        _held=named.invo_person_id,
        _team=named._team.fill_null(named.invo_professional_team),
        _worker=named._worker.fill_null(named.invo_professional_id),
    )


roll_ssd = partial(roll, people=with_child)
"""As ``roll``, for rows that ``person_ssd`` says who they are about."""
