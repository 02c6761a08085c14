"""Headings and sheet names: traps of print, matching by position, and no guessing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.standards import standard
from sightline.standards.annex_a import CareLeavers, ChildrenInCare, Contacts, Referrals
from sightline.standards.columns import Column
from sightline.standards.headings import heading_key, match_headings, normalise_heading
from sightline.standards.sheets import match_sheet
from sightline.standards.ssd import S251Finance

SAME_AS_CASE_STATUS = [
    "Case Status",
    "  case   status ",
    "CASE\nSTATUS",
    "Case\u00a0Status",
    "Case\tStatus:",
    "Case_Status",
    "Case-Status",
    "\ufeffCase Status",
    "Case Sta\u200btus",
    "Ｃａｓｅ Ｓｔａｔｕｓ",
    "Case Status (a to e)",
    "Case Status [see note 3]",
    "Case Status (open (now))",
    "Case Status (a to e",
    "Case Status)",
    "Case Status1",
    "Case Status12",
    "Case Status1:",
    "Case Status1)",
    "Case Status2*",
    "Case Status¹",
    "Case Status ²",
    "Case Status*",
    "Case Status †",
]


@pytest.mark.parametrize("printed", SAME_AS_CASE_STATUS)
def test_print_does_not_matter(printed: str) -> None:
    """Case, blanks, breaks, signs, notes and footnotes leave the same heading."""
    assert normalise_heading(printed) == "case status"


@pytest.mark.parametrize(
    ("printed", "normalised"),
    [
        ("Child’s Category of Need", "childs category of need"),
        ("Child's Category of Need", "childs category of need"),
        ("Number of Episodes the Child has been ‘Missing’", None),
        ("Visits & reviews", "visits and reviews"),
        ("Date of Last IRO Visit / Contact to the Child", None),
        ("D.O.B", "d o b"),
        ("Worker 2", "worker 2"),
        ("s251_placeholder_2", "s251 placeholder 2"),
        ("Number of S47", "number of s47"),
        ("(Y/N)", "y n"),
        ("2024", "2024"),
        (2024.0, "2024 0"),
        ("", ""),
    ],
)
def test_what_is_part_of_a_heading_stays(printed: object, normalised: str | None) -> None:
    """Figures that stand alone, figures of names, and notes that are the whole heading."""
    expected = normalised or str(printed).lower().translate(str.maketrans("", "", "‘’")).replace(
        " / ", " "
    )
    assert normalise_heading(printed) == expected


def test_the_key_of_a_heading_has_no_articles_and_no_blanks() -> None:
    """So that what is spelt together, or with an article more, is one heading."""
    keys = {heading_key(h) for h in ("Date of the referral", "DateOfReferral", "date of Referral?")}
    assert keys == {"dateofreferral"}
    assert heading_key("Theme") == "theme"


def test_headings_are_matched_by_position() -> None:
    """In any order, with blanks between, and with how each was seen."""
    found = match_headings(["Ethnicity ", "", None, "DOB", "CHILD_ID", "Sex"], Contacts)
    assert {place: one.column.name for place, one in found.matched.items()} == {
        0: "ethnicity",
        3: "date_of_birth",
        4: "child_id",
        5: "gender",
    }
    assert [one.how for one in found.matched.values()] == ["exact", "alias", "alias", "alias"]
    assert found.columns[4] is Contacts.child_id
    assert [c.name for c in found.missing] == ["age", "contact_date", "contact_source"]
    assert found.unknown == found.clashes == ()


@given(st.permutations(ChildrenInCare.columns))
def test_any_order_of_headings_is_matched(shuffled: list[Column]) -> None:
    """Position is what counts, not the order of the standard."""
    found = match_headings([column.heading for column in shuffled], ChildrenInCare)
    assert list(found.columns.values()) == shuffled
    assert not found.missing


@given(st.text(max_size=40))
def test_any_text_can_be_a_heading(printed: str) -> None:
    """A heading is a blank, a column or an unknown, and nothing is lost."""
    found = match_headings([printed], Contacts)
    assert len(found.matched) + len(found.unknown) == bool(printed.strip())
    assert normalise_heading(printed) == normalise_heading(printed).strip()


def test_columns_of_later_layouts_may_be_missing() -> None:
    """A file of 2019 is no worse for lacking what came in 2024."""
    printed = [c.heading for c in CareLeavers.columns if c.since is None]
    found = match_headings(printed, CareLeavers)
    assert found.missing_required == ()
    assert {c.name for c in found.missing} == {
        "uasc_or_former",
        "personal_adviser",
        "pathway_plan_review_date",
        "latest_contact_date",
    }


@pytest.mark.parametrize(
    "printed",
    ["Language", "Agency", "Stage", "Average wait", "Contact", "Date", "Contact Source 2", "Child"],
)
def test_what_only_resembles_a_heading_is_unknown(printed: str) -> None:
    """Words that contain "age", or share words with a heading, are not it."""
    found = match_headings([printed], Contacts)
    assert found.matched == {}
    assert found.unknown[0].printed == printed


def test_a_resemblance_is_told_and_not_acted_upon() -> None:
    """A slip of the pen is named as what it may be, and the column stays missing."""
    found = match_headings(["Contact Sorce", "Shoe size"], Contacts)
    assert found.matched == {}
    assert [(one.position, one.resembles) for one in found.unknown] == [
        (0, Contacts.contact_source),
        (1, None),
    ]
    assert Contacts.contact_source in found.missing_required


def test_a_resemblance_to_a_column_that_is_there_is_not_told() -> None:
    """Only columns that are still free are named."""
    found = match_headings(["Contact Source", "Contact Sorce"], Contacts)
    assert found.unknown[0].resembles is None


def test_two_headings_for_one_column_clash() -> None:
    """Twice the same, or two aliases: neither is read, for to choose would be to guess."""
    found = match_headings(["Gender", "gender ", "DOB", "D.O.B", "Ethnicity"], Contacts)
    assert {one.column.name for one in found.matched.values()} == {"ethnicity"}
    assert [(c.column.name, c.positions, c.kept) for c in found.clashes] == [
        ("gender", (0, 1), None),
        ("date_of_birth", (2, 3), None),
    ]
    assert Contacts.gender in found.missing


def test_an_exact_heading_beside_an_alias_is_kept_and_the_clash_told() -> None:
    """Files that hold both gender and sex are read by the heading of the standard."""
    found = match_headings(["Sex", "Gender"], Contacts)
    assert found.columns == {1: Contacts.gender}
    assert [(c.positions, c.kept) for c in found.clashes] == [((0, 1), 1)]


def test_headings_of_both_layouts_of_2019_are_exact() -> None:
    """What the template of 2019 prints otherwise is not an alias of what it prints now."""
    found = match_headings(["LA In Touch ", "Date Ceased to be Looked After "], CareLeavers)
    assert found.matched[0].how == "exact"
    other = match_headings(["Date Ceased to be Looked After "], ChildrenInCare)
    assert other.matched[0].how == "exact"


def test_long_headings_with_curly_quotes() -> None:
    """Missing and absent are told apart."""
    printed = [
        f"Number of Episodes the Child has been ‘{what}’ from their Placement in the last 12 months"
        for what in ("Absent", "Missing")
    ]
    assert [c.name for c in match_headings(printed, ChildrenInCare).columns.values()] == [
        "absent_episodes_12_months",
        "missing_episodes_12_months",
    ]


def test_names_of_databases_keep_their_figures() -> None:
    """The SSD's placeholders differ by a figure alone."""
    printed = [column.name.upper() for column in S251Finance.columns]
    assert list(match_headings(printed, S251Finance).columns.values()) == list(S251Finance.columns)


@pytest.mark.parametrize(
    ("name", "key", "how"),
    [
        ("List 1", "contacts", "exact"),
        ("List_10", "adoption", "exact"),
        ("list11", "adopters", "exact"),
        ("List 01 v2", "contacts", "number"),
        ("List 4 - Assessments", "assessments", "exact"),
        ("List 5: Section 47 enquiries and Initial Child Protection Conferences", None, "exact"),
        ("AA_4_assessments", "assessments", "exact"),
        ("AA 4 May", "assessments", "number"),
        ("Early Help", "early_help", "exact"),
        ("Early help assessments May", "early_help", "within"),
        ("Our assessments", "assessments", "within"),
        ("S47 & ICPC", "section_47", "exact"),
        ("Child Protection 31.03", "child_protection", "within"),
        ("CIN and CP", None, None),
        ("Guidance", None, None),
        ("Codes_used", None, None),
        ("Front_Sheet", None, None),
        ("FAQ_and_changes", None, None),
        ("Sheet1", None, None),
        ("2024", None, None),
        ("12 May", None, None),
        ("List 12", None, None),
        ("Lacrosse", None, None),
    ],
)
def test_sheets_are_known_by_their_names(name: str, key: str | None, how: str | None) -> None:
    """Whole, by number, or by one list's name within; else the headings must tell."""
    found = match_sheet(name, standard("annex_a"))
    if how is None:
        assert found is None
    else:
        assert found is not None
        assert found.how == how
        assert found.table.key == (key or "section_47")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ssd_contacts.csv", "ssd_contacts"),
        ("SSD_CLA_Placement.parquet", "ssd_cla_placement"),
        ("ssd_cin_episodes", "ssd_cin_episodes"),
        ("person", "ssd_person"),
    ],
)
def test_files_of_the_ssd_are_known_by_their_names(name: str, key: str) -> None:
    """With and without the prefix and the ending."""
    found = match_sheet(name, standard("ssd"))
    assert found is not None
    assert found.table.key == key


def test_local_lists_are_known_by_the_words_in_use() -> None:
    """The trackers that authorities keep have names of their own."""
    local = standard("local")
    found = {n: match_sheet(n, local) for n in ("PLO tracker", "PEPs.csv", "CIN reviews", "RHI")}
    assert [one.table.key if one else None for one in found.values()] == [
        "pre_proceedings",
        "personal_education_plans",
        "child_in_need_reviews",
        "return_interviews",
    ]


def test_referral_headings_of_other_systems() -> None:
    """CamelCase names, as the SSD's script writes them, are aliases."""
    printed = ["CHILD_ID", "ReferralDate", "ReferralNFA", "ReferralsLast12Months", "AllocatedTeam"]
    assert [c.name for c in match_headings(printed, Referrals).columns.values()] == [
        "child_id",
        "referral_date",
        "referral_nfa",
        "referrals_last_12_months",
        "allocated_team",
    ]
