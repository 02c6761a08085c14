"""What is said in SQL agrees with the declaration: each thing once, and nothing else."""

from __future__ import annotations

import re

import pytest

from sightline.intake.annex_a_from_ssd.declare import SAID, Expression, place, work
from sightline.intake.annex_a_from_ssd.paths import Step, path
from sightline.standards import annex_a, ssd, standard
from sightline.standards.columns import Column
from sightline.standards.ssd_to_annex_a import MAPPINGS, Link, Way, mapping_for

WORKED = (Way.COUNT, Way.ANY, Way.WORKED)


def test_each_worked_column_has_one_expression() -> None:
    """And no other column has."""
    declared = {
        place(column)
        for mapping in MAPPINGS
        for column, fill in mapping.fills.items()
        if fill.way in WORKED
    }
    assert set(SAID.expressions) == declared
    assert ("children_in_need", "case_status") in declared


def test_an_expression_is_said_once() -> None:
    """A second one for a column is refused."""
    with pytest.raises(ValueError, match=r"adoption\.age is worked out twice"):
        work(annex_a.Adoption.age, Expression("1"))


def test_each_list_says_its_rows() -> None:
    """From the table that the mapping takes them from."""
    assert set(SAID.rows) == {mapping.target.key for mapping in MAPPINGS}
    for mapping in MAPPINGS:
        assert SAID.rows[mapping.target.key].began.table is mapping.rows


def test_one_row_for_a_child_where_the_list_has_one() -> None:
    """Lists 6 to 10 take the latest."""
    for mapping in MAPPINGS:
        assert bool(SAID.rows[mapping.target.key].latest) == mapping.target.one_row_per_key


def test_what_a_note_leaves_out_is_left_out() -> None:
    """Of the ways that need no words, those with a note that begins "Of" or "Not of" narrow."""
    noted = {
        place(column)
        for mapping in MAPPINGS
        for column, fill in mapping.fills.items()
        if fill.way not in WORKED and re.match(r"(Of (?!the episode of early)|Not of)", fill.note)
    }
    narrowed = {(key, name) for key, name in SAID.narrowed}
    # Conferences are chosen for two columns at once; the start of a status goes with the status.
    assert noted - narrowed == {("section_47", "icpc_date")}
    assert narrowed - noted == {("children_in_care", "legal_status_start_date")}
    assert set(SAID.lookups) == {("section_47", ssd.InitialCpConference)}


def test_sql_names_only_what_is_declared() -> None:
    """Columns named by their prefix are columns of the SSD."""
    known = {column.name for table in standard("ssd").tables for column in table.columns}
    prefixes = {name.split("_")[0] for name in known}
    said = [one.sql for one in SAID.expressions.values()]
    said += [one.where for some in SAID.narrowed.values() for one in some.values()]
    said += [f"{r.takes} {r.latest} {r.keeps} {r.ended}" for r in SAID.rows.values()]
    words = {word for sql in said for word in re.findall(r"\b[a-z0-9]{4}_\w+", sql)}
    named = {word for word in words if word.split("_")[0] in prefixes}
    assert len(named) > 40
    assert named <= known


def test_each_expression_says_what_it_reads() -> None:
    """What it would be less without, and so what is said when that is lacking."""
    columns = {column.name: column for table in standard("ssd").tables for column in table.columns}
    for mapping in MAPPINGS:
        rows = SAID.rows[mapping.target.key]
        for column, fill in mapping.fills.items():
            said = SAID.expressions.get(place(column))
            if said is None:
                continue
            known = {*fill.columns, *said.needs, *said.better_with, rows.began, *rows.needs}
            read = {columns[w] for w in re.findall(r"\b\w+", said.sql) if w in columns}
            silent = {one.name for one in read - known if not one.key and not _names_a_child(one)}
            assert silent == set(), place(column)


def _names_a_child(column: Column) -> bool:
    """The identifier of the child on the list's own rows, which are not taken without it."""
    return any(column in mapping.fills[mapping.target.columns[0]].columns for mapping in MAPPINGS)


def test_a_path_leaves_out_a_table_that_it_only_passes_through() -> None:
    """From a plan to the worker's name, without the child's own row."""
    mapping = mapping_for(annex_a.ChildProtection)
    assert mapping is not None
    assert path(mapping.links, ssd.CpPlans, ssd.Professionals) == (
        Step(ssd.CpPlans.cppl_person_id, ssd.Involvements.invo_person_id),
        Step(ssd.Involvements.invo_professional_id, ssd.Professionals.prof_professional_id),
    )
    assert path(mapping.links, ssd.CpPlans, ssd.CpPlans) == ()


def test_no_path() -> None:
    """Tables that nothing joins are named."""
    link = Link(ssd.CpPlans.cppl_person_id, ssd.Person.pers_person_id)
    with pytest.raises(ValueError, match="Nothing joins CpPlans and Contacts"):
        path((link,), ssd.CpPlans, ssd.Contacts)
