"""Who a row of a local list is about: its team and worker, and the child's details from elsewhere.

Local lists do not repeat a child's sex, ethnicity, disability and date of birth. They come from
the SSD where it was loaded, else from Annex A, else they are not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.rolls.people import person

if TYPE_CHECKING:
    import ibis.expr.types as ir

PERSON, DISABLED = "ssd.ssd_person", "ssd.ssd_disability"
ANNEX_A = (
    "annex_a.children_in_need",
    "annex_a.child_protection",
    "annex_a.children_in_care",
    "annex_a.care_leavers",
)
DETAILS = {
    "gender": "string",
    "ethnicity": "string",
    "has_disability": "string",
    "date_of_birth": "date",
}


def with_details(data: Data, table: ir.Table) -> ir.Table:
    """The rows of a local list with the columns that ``person`` reads, named as in Annex A."""
    known = _known(data)
    if known is None:
        import ibis

        return _named(table.mutate(**{name: ibis.null(kind) for name, kind in DETAILS.items()}))
    return _named(table.left_join(known, table.child_id == known._who).drop("_who"))


def local_person(
    data: Data, table: ir.Table, asked: Asked, key: str, **fixed: Any
) -> tuple[ir.Table, dict[str, Any]]:
    """The rows with details of each child, and the columns that say who a row is about."""
    detailed = with_details(data, table)
    return detailed, person(detailed, asked, key, **fixed)


def staff(table: ir.Table, asked: Asked, key: str) -> tuple[ir.Table, dict[str, Any]]:
    """The rows about workers or posts, and the columns that say who each is about: no child."""
    import ibis

    unknown = {name: ibis.null(kind) for name, kind in DETAILS.items()}
    named = _named(table.mutate(**unknown))
    who = person(named, asked, key, child_id=ibis.null("string"), worker_id=named.worker_id)
    return named, who


def _named(table: ir.Table) -> ir.Table:
    """Team and worker under the names of Annex A."""
    import ibis

    worker = "worker" if "worker" in table.columns else "worker_name"
    nothing = ibis.null("string")
    return table.mutate(
        allocated_team=table.team if "team" in table.columns else nothing,
        allocated_worker=table[worker] if worker in table.columns else nothing,
    )


def _known(data: Data) -> ir.Table | None:
    made = _details(data)
    return None if made is None else data.shared(("details of children",), lambda: made)


def _details(data: Data) -> ir.Table | None:
    """One row for each child that the SSD, or else Annex A, knows."""
    if PERSON in data:
        return _from_ssd(data)
    here = [data[key] for key in ANNEX_A if key in data]
    if not here:
        return None
    rows = here[0].select("child_id", *DETAILS)
    for more in here[1:]:
        rows = rows.union(more.select("child_id", *DETAILS))
    return rows.group_by(_who=rows.child_id).agg(**{name: rows[name].max() for name in DETAILS})


def _from_ssd(data: Data) -> ir.Table:
    rows, said = data[PERSON], data[DISABLED]
    known = rows.group_by(_who=rows.pers_person_id).agg(
        gender=rows.pers_sex.max(),
        ethnicity=rows.pers_ethnicity.max(),
        date_of_birth=rows.pers_dob.max(),
    )
    disabled = said.group_by(_of=said.disa_person_id).agg(
        has_disability=(said.disa_disability_code == "NONE").all().ifelse("N", "Y")
    )
    return known.left_join(disabled, known._who == disabled._of).select("_who", *DETAILS)
