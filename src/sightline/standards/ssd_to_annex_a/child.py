"""What most lists of Annex A say of the child and of who works with them, from the SSD."""

from __future__ import annotations

from sightline.standards import ssd
from sightline.standards.columns import Column
from sightline.standards.declare import Table
from sightline.standards.ssd_to_annex_a.declare import (
    Fill,
    Link,
    first,
    in_force,
    same,
    whether,
    worked,
)

# Not known is taken as blank, so that sex is read in its place.
_GENDER = {"00": "", "01": "M", "02": "F", "09": "I"}


def of_the_child(table: type[Table], person: Column) -> dict[Column, Fill]:
    """Identifier, gender, ethnicity, birth and age; disability where the list asks for it."""
    filled = {
        table.column("child_id"): same(person),
        table.column("gender"): first(ssd.Person.pers_gender, ssd.Person.pers_sex, codes=_GENDER),
        table.column("ethnicity"): same(ssd.Person.pers_ethnicity),
        table.column("date_of_birth"): first(ssd.Person.pers_dob, ssd.Person.pers_expected_dob),
        table.column("age"): worked(
            ssd.Person.pers_dob,
            ssd.Person.pers_expected_dob,
            note="Years at the last birthday before the snapshot date; -1 for an unborn child.",
        ),
    }
    if "has_disability" in {column.name for column in table.columns}:
        filled[table.column("has_disability")] = whether(
            ssd.Disability.disa_disability_code,
            note="Any code but NONE. Not known where the child has no row.",
        )
    return filled


def links_of_the_child(person: Column) -> tuple[Link, ...]:
    """The child's own row, and disabilities."""
    return (
        Link(person, ssd.Person.pers_person_id),
        Link(ssd.Person.pers_person_id, ssd.Disability.disa_person_id),
    )


def allocated_now(table: type[Table]) -> dict[Column, Fill]:
    """The team and the worker at the snapshot date, from the workers' involvements."""
    start = ssd.Involvements.invo_involvement_start_date
    end = ssd.Involvements.invo_involvement_end_date
    note = "Of those whose role locally means the allocated social worker."
    return {
        table.column("allocated_team"): in_force(ssd.Department.dept_team_name, start, end, note),
        table.column("allocated_worker"): in_force(
            ssd.Professionals.prof_professional_name, start, end, note
        ),
    }


def links_of_workers() -> tuple[Link, ...]:
    """The child's involvements, and the names of their workers and teams."""
    return (
        Link(ssd.Person.pers_person_id, ssd.Involvements.invo_person_id),
        *links_of_names(
            ssd.Involvements.invo_professional_team, ssd.Involvements.invo_professional_id
        ),
    )


def allocated_then(table: type[Table]) -> dict[Column, Fill]:
    """The team and the worker that the row itself names."""
    return {
        table.column("allocated_team"): same(ssd.Department.dept_team_name),
        table.column("allocated_worker"): same(ssd.Professionals.prof_professional_name),
    }


def links_of_names(team: Column, worker: Column) -> tuple[Link, ...]:
    """The names of a team and a worker that a row gives by identifier."""
    return (
        Link(team, ssd.Department.dept_team_id),
        Link(worker, ssd.Professionals.prof_professional_id),
    )
