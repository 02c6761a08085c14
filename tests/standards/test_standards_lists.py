"""The lists of the three standards: which there are, what they hold, and their rules."""

from __future__ import annotations

import pytest

from sightline.standards import STANDARDS, Standard, Table, all_standards, standard
from sightline.standards.columns import Code, Column, Date, DateTime

ANNEX_A = {
    "contacts": 7,
    "early_help": 8,
    "referrals": 11,
    "assessments": 12,
    "section_47": 14,
    "children_in_need": 14,
    "child_protection": 17,
    "children_in_care": 34,
    "care_leavers": 17,
    "adoption": 16,
    "adopters": 19,
}
LOCAL = {
    "care_proceedings",
    "child_in_need_reviews",
    "complaints",
    "core_groups",
    "escalations",
    "family_meetings",
    "midpoint_reviews",
    "personal_education_plans",
    "pre_proceedings",
    "private_fostering",
    "private_fostering_visits",
    "return_interviews",
    "supervision",
    "worker_episodes",
    "workforce",
}
TABLES = [table for one in all_standards() for table in one.tables]
COLUMNS = [column for table in TABLES for column in table.columns]


def by_name(table: type[Table]) -> str:
    """The list's full name, for the test's id."""
    return f"{table.standard}.{table.key}"


def test_the_standards() -> None:
    """There are three, and a fourth is refused with their names."""
    assert [one.key for one in all_standards()] == list(STANDARDS) == ["annex_a", "ssd", "local"]
    with pytest.raises(KeyError, match="choose from annex_a, ssd, local"):
        standard("annexe")


def test_the_lists_of_annex_a() -> None:
    """Lists 1 to 11 in order, each with its columns."""
    tables = standard("annex_a").tables
    assert {table.key: len(table.columns) for table in tables} == ANNEX_A
    assert [table.number for table in tables] == list(range(1, 12))


def test_the_tables_of_the_ssd() -> None:
    """All tables of data; every column that is not a row's own key may be missing."""
    tables = standard("ssd").tables
    assert len(tables) == 46
    assert all(table.key.startswith("ssd_") for table in tables)
    firm = [c for table in tables for c in table.columns if not c.optional]
    assert firm == [table.key_column() for table in tables]


def test_the_local_lists() -> None:
    """What neither Annex A nor the SSD holds; what is not required may be missing."""
    tables = standard("local").tables
    assert {table.key for table in tables} == LOCAL
    assert all(c.optional != (c.required or c.key) for t in tables for c in t.columns)


@pytest.mark.parametrize(
    "key", ["worker_episodes", "core_groups", "return_interviews", "private_fostering_visits"]
)
def test_lists_about_children_name_the_child(key: str) -> None:
    """A measure answers with children, so each such list has the child's identifier."""
    table = standard("local").by_key(key)
    assert table.child_column() is table.key_column()


def test_what_measures_of_time_need_is_there() -> None:
    """The clocks of the measures that need a local list: from, to."""
    local = standard("local")
    clocks = {
        "core_groups": ("plan_started_on", "held_on"),
        "child_in_need_reviews": ("plan_started_on", "held_on"),
        "return_interviews": ("returned_at", "interviewed_at"),
        "private_fostering": ("aware_on", "first_visit_on"),
        "pre_proceedings": ("letter_on", "first_meeting_on"),
        "care_proceedings": ("issued_on", "ended_on"),
        "personal_education_plans": ("started_on", "ready_on"),
        "supervision": ("due_on", "held_on"),
        "worker_episodes": ("started_on", "ended_on"),
        "workforce": ("started_on", "ended_on"),
        "complaints": ("received_on", "answered_on"),
        "escalations": ("raised_on", "resolved_on"),
    }
    for key, names in clocks.items():
        assert all(isinstance(local.by_key(key).column(name), Date) for name in names), key
    hours = local.by_key("return_interviews")
    assert isinstance(hours.column("returned_at"), DateTime)
    assert isinstance(hours.column("interviewed_at"), DateTime)


@pytest.mark.parametrize(
    ("key", "name", "rules"),
    [
        ("contacts", "contact_date", ["not before 40 weeks before date_of_birth"]),
        ("early_help", "assessment_completion_date", ["not before assessment_start_date"]),
        ("assessments", "assessment_authorised_date", ["not before assessment_start_date"]),
        ("section_47", "icpc_date", ["not before strategy_discussion_date"]),
        (
            "children_in_need",
            "last_seen_date",
            ["usually not before cin_start_date", "usually not after cin_closure_date"],
        ),
        ("child_protection", "latest_review_date", ["not after plan_end_date", "after plan_start"]),
        ("children_in_care", "cla_start_date", ["not before date_of_birth"]),
        (
            "children_in_care",
            "placement_start_date",
            ["not before cla_start_date", "not after cla_end_date"],
        ),
        (
            "adoption",
            "match_date",
            ["not before should_be_placed_date", "usually not before placement_order_date"],
        ),
        ("adopters", "stage2_start_date", ["not before stage1_end_date"]),
    ],
)
def test_the_order_of_dates(key: str, name: str, rules: list[str]) -> None:
    """Rules that belong to one row are said on the column."""
    said = standard("annex_a").by_key(key).column(name).date_rules
    assert len(said) == len(rules)
    assert all(str(one).startswith(rule) for one, rule in zip(said, rules))


def test_children_appear_once_where_the_list_says_so() -> None:
    """Lists 6 to 11 have one row for each; a child may be in lists 1 to 5 several times."""
    once = [table.number for table in standard("annex_a").tables if table.one_row_per_key]
    assert once == [6, 7, 8, 9, 10, 11]


def test_columns_of_the_later_layout() -> None:
    """Five lists did not change; list 9 has four columns more."""
    later = [c.name for t in standard("annex_a").tables for c in t.columns if c.since]
    assert later == [
        "uasc_or_former",
        "personal_adviser",
        "pathway_plan_review_date",
        "latest_contact_date",
    ]


@pytest.mark.parametrize("table", TABLES, ids=by_name)
def test_every_list_says_where_it_comes_from(table: type[Table]) -> None:
    """Population and source, in whole sentences; and no child is called a case."""
    assert table.population.endswith(".")
    assert table.source is not None
    assert table.source.title
    words = f"{table.population} {' '.join(c.description for c in table.columns)}".lower()
    for allowed in ("case management", "case system"):
        words = words.replace(allowed, "")
    assert " case" not in words


@pytest.mark.parametrize("one", [standard("annex_a"), standard("local")], ids=lambda one: one.key)
def test_columns_for_people_are_explained(one: Standard) -> None:
    """Annex A in every column; the local lists wherever the heading does not say it all."""
    silent = [
        f"{table.key}.{column.name}"
        for table in one.tables
        for column in table.columns
        if not column.description
    ]
    assert silent == [] if one.key == "annex_a" else len(silent) < 60


def test_what_says_where_a_child_is_is_marked() -> None:
    """Addresses, postcodes, names and national numbers are sensitive."""
    marked = {column.name for column in COLUMNS if column.sensitive}
    assert {
        "placement_postcode",
        "addr_address_postcode",
        "clap_cla_placement_postcode",
        "pers_surname",
        "pers_common_child_id",
        "upn",
    } <= marked
    assert all(c.sensitive for c in COLUMNS if c.kind == "postcode")


def test_placeholders_of_the_ssd() -> None:
    """The columns that no extract fills yet are said to be so."""
    ssd = standard("ssd")
    waiting = [c for c in ssd.by_key("ssd_pre_proceedings").columns if c.placeholder]
    assert len(waiting) == 23
    assert ssd.by_key("ssd_professionals").column("prof_agency_worker_flag").placeholder
    assert not ssd.by_key("ssd_cla_episodes").column("clae_person_id").placeholder


def test_codes_that_are_open_keep_other_values() -> None:
    """The SSD's legal statuses go beyond care; Annex A's do not."""

    def is_open(column: Column) -> bool:
        assert isinstance(column, Code)
        return column.open

    assert is_open(standard("ssd").by_key("ssd_legal_status").column("lega_legal_status"))
    assert not is_open(standard("annex_a").by_key("children_in_care").column("legal_status"))
