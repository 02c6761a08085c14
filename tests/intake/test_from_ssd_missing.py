"""Extracts that lack tables or columns: what is still made, and what is said of the rest."""

from __future__ import annotations

import pyarrow as pa
import pytest
from from_ssd_children import CHILDREN
from from_ssd_given import DAY, extract, rows_of, without

from sightline.intake.annex_a_from_ssd import LeftOut, LocalWords, Made, annex_a_from_ssd
from sightline.standards import ssd
from sightline.standards.ssd_to_annex_a import MAPPINGS

ALWAYS = {("adopters", ""), ("children_in_care", "placement_location"), ("adoption", "family_id")}


def made_without(*names: str) -> Made:
    """What is made of the ten children less some tables and columns."""
    return annex_a_from_ssd(without(CHILDREN, *names), DAY)


def said(made: Made) -> dict[tuple[str, str], LeftOut]:
    """What was left out, less what always is."""
    return {(o.list, o.column): o for o in made.left_out if (o.list, o.column) not in ALWAYS}


def test_no_tables_at_all() -> None:
    """Nothing is made, and every list has its reason."""
    made = annex_a_from_ssd({}, DAY)
    assert made.tables == {}
    assert [str(one) for one in made.left_out][1] == (
        "contacts: It cannot be made: ssd_contacts is not in the extract."
    )
    assert len(made.left_out) == 11


def test_a_list_without_its_table_is_left_out() -> None:
    """And not given as empty."""
    made = made_without("ssd_contacts")
    assert "annex_a.contacts" not in made.tables
    assert set(said(made)) == {("contacts", "")}


def test_a_list_without_the_end_of_things_is_left_out() -> None:
    """Who is on a plan cannot be known without the ends of plans, and nor can the status."""
    made = made_without("ssd_cp_plans.cppl_cp_plan_end_date")
    assert "annex_a.child_protection" not in made.tables
    assert str(said(made)["child_protection", ""]) == (
        "child_protection: It cannot be made: ssd_cp_plans has no cppl_cp_plan_end_date."
    )
    status = said(made)["children_in_need", "case_status"]
    assert status.reason == "It cannot be filled: ssd_cp_plans has no cppl_cp_plan_end_date."
    assert made.tables["annex_a.children_in_need"]["case_status"].null_count == 7


def test_the_first_of_two_columns_is_enough() -> None:
    """Sex is read where there is no gender; without both, the column is left empty."""
    made = made_without("ssd_person.pers_gender")
    found = made.tables["annex_a.children_in_need"].to_pylist()
    assert {r["child_id"]: r["gender"] for r in found}["005"] == "M"
    assert said(made)["contacts", "gender"].partly
    both = made_without("ssd_person.pers_gender", "ssd_person.pers_sex")
    assert both.tables["annex_a.contacts"]["gender"].null_count == 2
    assert not said(both)["contacts", "gender"].partly


def test_without_the_children_themselves() -> None:
    """What belongs to a child is still found by the identifier."""
    made = made_without("ssd_person")
    (row,) = made.tables["annex_a.child_protection"].to_pylist()
    assert (row["gender"], row["age"], row["date_of_birth"]) == (None, None, None)
    assert (row["has_disability"], row["allocated_worker"]) == ("N", "Ben Birch")
    reason = said(made)["child_protection", "age"].reason
    assert reason == "It cannot be filled: ssd_person is not in the extract."


def test_a_count_without_its_table_is_no_nought() -> None:
    """Nor is a question answered with no."""
    made = made_without("ssd_missing", "ssd_immigration_status", "ssd_disability")
    found = made.tables["annex_a.children_in_care"]
    for name in ("missing_episodes_12_months", "uasc_last_12_months", "has_disability"):
        assert found[name].null_count == found.num_rows
        assert ("children_in_care", name) in said(made)


def test_visits_of_one_kind_are_missing() -> None:
    """The date is that of the others, and it is said that it is less than it should be."""
    made = made_without("ssd_cp_visits", "ssd_cla_visits.clav_cla_visit_seen")
    seen = {
        r["child_id"]: r["last_seen_date"]
        for r in made.tables["annex_a.children_in_need"].to_pylist()
    }
    assert str(seen["001"]) == "2026-03-01"
    assert (seen["002"], seen["004"]) == (None, None)
    reasons = [o.reason for o in made.left_out if o.column == "last_seen_date"]
    assert reasons == [
        "It is filled with less: ssd_cp_visits is not in the extract.",
        "It is filled with less: ssd_cla_visits has no clav_cla_visit_seen.",
    ]


def test_the_child_of_a_visit_or_worker_is_found_through_plan_and_episode() -> None:
    """Mosaic's extracts name the plan, the episode or the period, and not the child."""
    tables = extract(
        {
            "ssd_cin_episodes": rows_of(
                "cine_referral_id cine_person_id cine_referral_date", ("R1", "001", "2026-01-05")
            ),
            "ssd_cin_plans": rows_of(
                "cinp_cin_plan_id cinp_referral_id cinp_person_id cinp_cin_plan_start_date",
                ("N1", "R1", "001", "2026-02-01"),
            ),
            "ssd_cin_visits": rows_of(
                "cinv_cin_visit_id cinv_cin_plan_id cinv_cin_visit_date cinv_cin_visit_seen",
                ("V1", "N1", "2026-02-10", "Y"),
            ),
            "ssd_involvements": rows_of(
                "invo_referral_id invo_professional_id invo_professional_role_id "
                "invo_involvement_start_date",
                ("R1", "W1", "Social worker", "2026-01-05"),
            ),
            "ssd_professionals": rows_of(
                "prof_professional_id prof_professional_name", ("W1", "Ann Ash")
            ),
        }
    )
    cut = without(tables, "ssd_cin_visits.cinv_person_id", "ssd_involvements.invo_person_id")
    (row,) = annex_a_from_ssd(cut, DAY).tables["annex_a.children_in_need"].to_pylist()
    assert (str(row["last_seen_date"]), row["allocated_worker"]) == ("2026-02-10", "Ann Ash")
    further = without(cut, "ssd_cin_visits.cinv_cin_plan_id")
    (row,) = annex_a_from_ssd(further, DAY).tables["annex_a.children_in_need"].to_pylist()
    assert row["last_seen_date"] is None


def test_rows_without_a_date_are_counted() -> None:
    """They are in no list, for it is not known when they were; which child's they are is not said."""
    tables = extract({"ssd_contacts": [{"cont_person_id": "001"}, {"cont_person_id": "002"}]})
    (one,) = said(annex_a_from_ssd(tables, DAY)).values()
    assert str(one) == (
        "contacts: 2 rows of ssd_contacts with no cont_contact_date could not be placed."
    )
    assert one.partly


def test_local_roles_are_guessed_or_given() -> None:
    """A role that is only known here is said; until then nobody is taken to be allocated."""
    tables = dict(CHILDREN)
    held = tables["ssd.ssd_involvements"]
    codes = pa.array(["R7"] * held.num_rows)
    place = held.column_names.index("invo_professional_role_id")
    tables["ssd.ssd_involvements"] = held.set_column(place, "invo_professional_role_id", codes)
    unknown = annex_a_from_ssd(tables, DAY)
    assert unknown.tables["annex_a.child_protection"]["allocated_worker"].to_pylist() == [None]
    assert said(unknown)["child_protection", "allocated_worker"].reason == (
        "It cannot be filled: none of the words in ssd_involvements.invo_professional_role_id are "
        "known to mean this; say which do in local-words.toml."
    )
    given = annex_a_from_ssd(tables, DAY, LocalWords(allocated=("r7",)))
    assert given.tables["annex_a.child_protection"]["allocated_worker"].to_pylist() == ["Ben Birch"]


@pytest.mark.parametrize(
    ("role", "allocated"),
    [
        ("Allocated Case Worker", True),
        ("SW", True),
        ("Lead Social Worker", True),
        ("Supervising Social Worker", False),
        ("Second social worker", False),
        ("Personal adviser", False),
        ("Family support worker", False),
    ],
)
def test_roles_that_mean_the_allocated_social_worker(role: str, allocated: bool) -> None:
    """The carers' own worker, a second one and helpers are not."""
    from sightline.intake.annex_a_from_ssd.words import meanings

    found = meanings({"invo_professional_role_id": pa.chunked_array([[role]])}, LocalWords())
    assert (found["allocated"] == [role]) == allocated


@pytest.mark.slow
def test_any_column_may_be_missing() -> None:
    """Whichever one of those that are read is lacking, the rest is made as before."""
    whole = annex_a_from_ssd(CHILDREN, DAY)
    read = {column for mapping in MAPPINGS for column in mapping.sources if not column.key}
    assert len(read) > 80
    for column in sorted(read, key=lambda one: one.name):
        made = made_without(f"{column.table.key}.{column.name}")
        new = [o for o in made.left_out if o not in whole.left_out]
        assert new, column.name
        # Rows are chosen by few columns; all others change nothing but the columns said.
        for key, table in made.tables.items():
            named = {o.column for o in new if f"annex_a.{o.list}" == key}
            if "" in named or table.num_rows != whole.tables[key].num_rows:
                continue
            for name in set(table.column_names) - named:
                assert table[name].equals(whole.tables[key][name]), (column.name, key, name)


def test_text_that_was_not_read_is_refused_without_saying_it() -> None:
    """The message names the column, and no child."""
    table = pa.table({"cont_contact_id": ["K1"], "cont_contact_date": ["Jo Bloggs"]})
    with pytest.raises(TypeError, match=r"ssd_contacts\.cont_contact_date is text") as caught:
        annex_a_from_ssd({"ssd.ssd_contacts": table}, DAY)
    assert "Bloggs" not in str(caught.value)


def test_coded_and_untyped_columns_are_read() -> None:
    """Text kept as codes of a dictionary, a column without a value, and a spare column."""
    table = CHILDREN["ssd.ssd_contacts"].append_column("of_our_own", pa.nulls(4))
    place = table.column_names.index("cont_person_id")
    table = table.set_column(place, "cont_person_id", table["cont_person_id"].dictionary_encode())
    place = table.column_names.index("cont_contact_source_code")
    table = table.set_column(place, "cont_contact_source_code", pa.nulls(4))
    found = annex_a_from_ssd({**CHILDREN, "ssd.ssd_contacts": table}, DAY)
    contacts = found.tables["annex_a.contacts"]
    assert contacts["child_id"].to_pylist() == ["001", "002"]
    assert contacts["contact_source"].to_pylist() == [None, None]


def test_a_child_twice_in_persons_is_once_in_each_list() -> None:
    """The first row is read."""
    twice = pa.concat_tables([CHILDREN["ssd.ssd_person"]] * 2)
    found = annex_a_from_ssd({**CHILDREN, "ssd.ssd_person": twice}, DAY)
    assert found.tables["annex_a.children_in_need"].num_rows == 7
    assert ssd.Person.one_row_per_key


def test_only_some_lists() -> None:
    """Those that are asked for, and what is said of them."""
    made = annex_a_from_ssd(CHILDREN, DAY, lists=["contacts", "adopters"])
    assert list(made.tables) == ["annex_a.contacts"]
    assert [one.list for one in made.left_out] == ["adopters"]
