"""Lists of Annex A made from ten children's SSD rows, each value worked out by hand."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from from_ssd_children import CHILDREN
from from_ssd_given import DAY, day

from sightline.intake.annex_a_from_ssd import Made, annex_a_from_ssd
from sightline.standards import standard


@pytest.fixture(scope="module")
def made() -> Made:
    """All that is made."""
    return annex_a_from_ssd(CHILDREN, DAY)


def rows(made: Made, key: str) -> list[dict[str, Any]]:
    """A list's rows."""
    return made.tables[f"annex_a.{key}"].to_pylist()


def of(made: Made, key: str, child: str) -> dict[str, Any]:
    """The one row of a child."""
    (row,) = [row for row in rows(made, key) if row["child_id"] == child]
    return row


def said(row: dict[str, Any], *names: str) -> tuple[Any, ...]:
    """Some of a row's values; dates as text."""
    return tuple(str(row[n]) if hasattr(row[n], "isoformat") else row[n] for n in names)


def test_columns_are_those_of_the_target_in_order(made: Made) -> None:
    """Then where the row comes from."""
    for table in standard("annex_a").tables:
        if table.key != "adopters":
            names = [column.name for column in table.columns]
            found = made.tables[f"annex_a.{table.key}"]
            assert found.column_names == [*names, "_file", "_sheet", "_row"]
            assert found.schema.field("child_id").type == pa.string()
            assert found.schema.field("age").type == pa.int64()
            assert found.schema.field("date_of_birth").type == pa.date32()


def test_contacts_of_six_months(made: Made) -> None:
    """The first day of the six months counts, the day before and the day after do not."""
    found = [
        said(r, "child_id", "contact_date", "contact_source", "_row")
        for r in rows(made, "contacts")
    ]
    assert found == [("001", "2025-09-30", "1A", 2), ("002", "2026-03-31", "2A", 3)]
    first = rows(made, "contacts")[0]
    assert (first["_file"], first["_sheet"]) == ("SSD", "ssd_contacts")


def test_who_the_child_is(made: Made) -> None:
    """Gender before sex; a birthday on the day; an unborn child; a prefers-to-self-describe."""
    names = ("gender", "ethnicity", "date_of_birth", "age", "has_disability")
    assert said(of(made, "children_in_need", "001"), *names) == ("M", "WBRI", "2015-03-31", 11, "Y")
    assert said(of(made, "children_in_need", "002"), *names) == ("F", "AIND", "2010-04-01", 15, "N")
    assert said(of(made, "children_in_need", "003"), *names) == ("U", "NOBT", "2026-06-01", -1, "U")
    assert of(made, "children_in_need", "005")["gender"] == "I"


def test_early_help_open_in_the_six_months(made: Made) -> None:
    """One that ended on the first day counts; an end after the snapshot date is no end yet."""
    found = [
        said(r, "assessment_start_date", "assessment_completion_date", "organisation")
        for r in rows(made, "early_help")
    ]
    assert found == [("2025-01-02", "2025-09-30", "School"), ("2026-01-01", None, "Health")]


def test_referrals(made: Made) -> None:
    """The count takes the referral a year before to the day, and not the one before that."""
    found = {
        r["child_id"]: said(r, "referral_date", "referral_nfa") for r in rows(made, "referrals")
    }
    assert found == {
        "001": ("2025-10-06", "N"),
        "002": ("2026-01-05", "N"),
        "003": ("2026-03-18", "N"),
        "009": ("2026-03-30", "N"),
        "010": ("2026-01-15", "N"),
    }
    names = ("referrals_last_12_months", "allocated_team", "allocated_worker", "referral_source")
    assert said(of(made, "referrals", "001"), *names) == (1, "Assess", "Ann Ash", "6")
    # The worker W9 is in no table of workers, and no team is given.
    assert said(of(made, "referrals", "003"), *names) == (0, None, None, "3A")


def test_assessments(made: Made) -> None:
    """Whether support is needed is the outcome turned round, and blank until authorised."""
    names = ("child_id", "assessment_authorised_date", "needs_support", "child_seen")
    assert [said(row, *names) for row in rows(made, "assessments")] == [
        ("001", "2025-11-20", "Y", "Y"),
        ("003", None, None, "U"),
        ("010", "2026-03-01", "N", "Y"),
    ]


def test_enquiries(made: Made) -> None:
    """Conferences held, decided on, not needed, not decided yet; transfers in are none."""
    names = ("child_id", "icpc_unnecessary", "icpc_date", "icpc_led_to_plan")
    assert [said(row, *names) for row in rows(made, "section_47")] == [
        ("002", "N", "2026-01-30", "Y"),
        ("003", None, None, None),
        ("005", "Y", None, None),
        ("006", "N", None, None),
    ]
    counts = ("s47_last_12_months", "icpcs_last_12_months")
    assert said(of(made, "section_47", "002"), *counts) == (1, 1)
    assert said(of(made, "section_47", "003"), *counts) == (0, 0)


def test_children_in_need(made: Made) -> None:
    """Not: only referred (009), only a care leaver (007), closed with nothing done (010)."""
    names = ("child_id", "cin_start_date", "case_status", "cin_closure_date", "closure_reason")
    assert [said(row, *names) for row in rows(made, "children_in_need")] == [
        ("001", "2025-10-06", "CIN", None, None),
        ("002", "2026-01-05", "CPP", None, None),
        ("003", "2026-03-18", "ASSESSMENT", None, None),
        ("004", "2024-04-20", "CLA", None, None),
        ("005", "2025-07-20", "CLOSED", "2026-02-10", "RC7"),
        ("006", "2025-09-01", "CIN", None, None),
        ("008", "2024-05-20", "CLOSED", "2026-02-01", "RC1"),
    ]


def test_when_a_child_in_need_was_last_seen(made: Made) -> None:
    """At any visit in the episode at which the child was seen."""
    seen = {r["child_id"]: r["last_seen_date"] for r in rows(made, "children_in_need")}
    assert seen["001"] == day("2026-03-01")
    assert seen["002"] == day("2026-02-03")
    assert seen["004"] == day("2026-02-15")
    assert seen["005"] is None


def test_who_works_with_a_child(made: Made) -> None:
    """The allocated social worker now; of what has closed, the last; nobody where there is none."""
    names = ("allocated_team", "allocated_worker")
    assert said(of(made, "children_in_need", "001"), *names) == ("Help", "Ben Birch")
    assert said(of(made, "children_in_need", "002"), *names) == ("Help", "Ben Birch")
    assert said(of(made, "children_in_need", "005"), *names) == ("Assess", "Ann Ash")
    assert said(of(made, "children_in_care", "005"), *names) == ("Assess", "Ann Ash")
    assert said(of(made, "children_in_need", "006"), *names) == (None, None)


def test_child_protection(made: Made) -> None:
    """The latest plan; visits and reviews to the day; earlier plans of this authority."""
    (row,) = rows(made, "child_protection")
    assert said(row, "child_id", "plan_start_date", "plan_end_date") == ("002", "2026-01-30", None)
    assert said(row, "initial_category", "latest_category") == ("NEG", "EMO")
    assert said(row, "last_visit_date", "seen_alone") == ("2026-02-20", None)
    assert said(row, "latest_review_date", "epo_or_police_protection") == (None, "Y")
    assert row["previous_plans"] == 1


class TestChildrenInCare:
    """List 8."""

    def test_who(self, made: Made) -> None:
        """In care, or left in the six months; not for short breaks alone (006)."""
        names = ("child_id", "cla_start_date", "cla_end_date", "cla_end_reason", "_row")
        assert [said(row, *names) for row in rows(made, "children_in_care")] == [
            ("004", "2024-05-01", None, None, 2),
            ("005", "2025-08-01", "2026-01-15", "E4A", 4),
            ("008", "2024-06-01", "2026-02-01", "E11", 7),
        ]

    def test_status(self, made: Made) -> None:
        """Legal status now, or when care ended; other orders are none."""
        names = ("legal_status", "legal_status_start_date", "category_of_need")
        assert said(of(made, "children_in_care", "004"), *names) == ("C2", "2024-11-01", "N1")
        assert said(of(made, "children_in_care", "005"), *names) == ("V2", "2025-08-01", "N4")
        assert said(of(made, "children_in_care", "008"), *names) == (None, None, "N1")

    def test_before(self, made: Made) -> None:
        """Back within a year of leaving; unaccompanied in the last year."""
        names = ("repeat_care_12_months", "uasc_last_12_months")
        assert said(of(made, "children_in_care", "004"), *names) == ("N", "Y")
        assert said(of(made, "children_in_care", "005"), *names) == ("Y", "N")

    def test_seen_and_reviewed(self, made: Made) -> None:
        """Cancelled reviews and checks are none; the officer's contact is the period's."""
        row = of(made, "children_in_care", "004")
        assert said(row, "last_review_date", "last_visit_date", "last_iro_contact_date") == (
            "2025-12-01",
            "2026-03-15",
            "2025-05-20",
        )
        assert said(row, "last_health_assessment_date", "last_dental_check_date") == (
            "2025-05-10",
            "2025-09-09",
        )
        assert row["permanence_plan"] == "FOSTERING"

    def test_placements(self, made: Made) -> None:
        """Two in the year: the one that ended on its first day and the temporary one are out."""
        row = of(made, "children_in_care", "004")
        assert said(row, "placements_last_12_months", "placement_start_date") == (2, "2025-06-01")
        assert said(row, "placement_type", "placement_provider") == ("K2", "PR4")
        assert row["placement_location"] is None

    def test_missing(self, made: Made) -> None:
        """In the year, by kind; the interview is that of the last time missing."""
        row = of(made, "children_in_care", "004")
        names = ("missing_episodes_12_months", "absent_episodes_12_months")
        assert said(row, *names) == (2, 1)
        assert said(row, "return_interview_offered", "return_interview_accepted") == ("Y", "N")
        assert said(of(made, "children_in_care", "005"), *names) == (0, 0)


def test_care_leavers(made: Made) -> None:
    """One of twenty, who came alone as a child."""
    (row,) = rows(made, "care_leavers")
    assert said(row, "child_id", "age", "uasc_or_former", "eligibility", "in_touch") == (
        *("007", 20, "Y"),
        *("FORMER_RELEVANT", "YES"),
    )
    assert said(row, "allocated_team", "allocated_worker") == ("Help", "Cat Cedar")


def test_adoption(made: Made) -> None:
    """Adopted in the year, or waiting; not reversed before it, and not under another order."""
    names = ("child_id", "entered_care_date", "should_be_placed_date", "adoption_order_date")
    assert [said(row, *names) for row in rows(made, "adoption")] == [
        ("008", "2024-06-01", "2025-01-10", "2026-02-01"),
        ("004", "2024-05-01", "2025-02-01", None),
    ]


def test_row_numbers_of_the_source_are_kept() -> None:
    """A figure can be traced to the row of the file that it was read from."""
    numbered = CHILDREN["ssd.ssd_contacts"].append_column("_row", pa.array([5, 6, 9, 12]))
    tables = {**CHILDREN, "ssd.ssd_contacts": numbered}
    found = annex_a_from_ssd(tables, DAY).tables["annex_a.contacts"]
    assert found["_row"].to_pylist() == [6, 9]


def test_what_is_never_made(made: Made) -> None:
    """With everything there, only what the SSD does not have is left out."""
    assert [(one.list, one.column) for one in made.left_out] == [
        ("adopters", ""),
        ("children_in_care", "placement_location"),
        ("adoption", "family_id"),
    ]
