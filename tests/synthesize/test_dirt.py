"""Planters on a few children written by hand: what each changes, and where it is reported."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from sightline.standards import standard
from sightline.synthesize.dirt import Planted, manifest
from sightline.synthesize.dirt.declare import Bed, Change, Place, age_on, window_of
from sightline.synthesize.dirt.library import PLANTERS
from sightline.synthesize.dirt.sow import plant
from sightline.synthesize.printed import Printed

AS_AT = date(2026, 10, 31)
Row = dict[str, Any]
Lists = dict[str, list[Row]]


def day(text: str) -> date:
    """A date of the form 2026-09-01."""
    return date.fromisoformat(text)


def blank(key: str, child: str, born: str, **values: Any) -> Row:
    """A row of a list: who the child is, and what is given; all else is blank."""
    row: Row = dict.fromkeys(column.name for column in standard("annex_a").by_key(key).columns)
    who = {"child_id": child, "date_of_birth": day(born), "age": age_on(day(born), AS_AT)}
    who |= {"gender": "F" if day(born) <= AS_AT else "U", "ethnicity": "WBRI"}
    who |= {"has_disability": "N", "allocated_team": "Locality", "allocated_worker": "Ana Pyrwood"}
    row |= {name: value for name, value in who.items() if name in row}
    return row | {n: day(v) if n.endswith("_date") and v else v for n, v in values.items()}


def family() -> Lists:
    """Children A to H: a contact; early help; assessed; on a plan; in care; left care; adoption."""
    need = {"primary_need": "N1", "last_seen_date": "2026-10-12"}
    care = {
        "category_of_need": "N1",
        "repeat_care_12_months": "N",
        "legal_status": "V2",
        "permanence_plan": "FOSTERING",
        "placement_type": "K2",
        "placement_urn": "SC000001",
        "placement_provider": "PR1",
        "placement_postcode": "ZZ1 2AB",
        "placements_last_12_months": 2,
        "missing_episodes_12_months": 0,
        "absent_episodes_12_months": 0,
        "last_review_date": "2026-08-03",
        "last_visit_date": "2026-08-10",
        "last_health_assessment_date": "2026-07-01",
    }
    started = {"cla_start_date": "2025-03-03", "legal_status_start_date": "2025-03-03"}
    moved = {"placement_start_date": "2026-02-02"}
    return {
        "contacts": [
            blank("contacts", "A", "2019-05-04", contact_date="2026-08-03", contact_source="6"),
            blank("contacts", "C", "2015-01-12", contact_date="2026-09-01", contact_source="2A"),
        ],
        "early_help": [
            blank(
                "early_help",
                "B",
                "2020-02-03",
                assessment_start_date="2026-07-06",
                assessment_completion_date="2026-08-05",
                organisation="School",
            )
        ],
        "referrals": [
            blank(
                "referrals",
                "C",
                "2015-01-12",
                referral_date=when,
                referral_source="2A",
                referral_nfa="N",
                referrals_last_12_months=1,
            )
            for when in ("2026-06-01", "2026-09-01")
        ],
        "assessments": [
            blank("assessments", "C", "2015-01-12", assessment_start_date="2026-09-02"),
            blank(
                "assessments",
                "D",
                "2016-03-01",
                assessment_start_date="2026-07-13",
                assessment_authorised_date="2026-08-20",
                needs_support="Y",
            ),
        ],
        "section_47": [
            blank(
                "section_47",
                "D",
                "2016-03-01",
                strategy_discussion_date="2026-08-24",
                icpc_unnecessary="N",
                icpc_date="2026-09-10",
                icpc_led_to_plan="Y",
                s47_last_12_months=0,
                icpcs_last_12_months=0,
            )
        ],
        "children_in_need": [
            blank(
                "children_in_need",
                child,
                born,
                cin_start_date=start,
                case_status=status,
                cin_closure_date=end,
                closure_reason="RC7" if end else None,
                **need | ({"last_seen_date": "2026-08-30"} if end else {}),
            )
            for child, born, start, status, end in (
                ("C", "2015-01-12", "2026-09-01", "ASSESSMENT", None),
                ("D", "2016-03-01", "2026-07-10", "CPP", None),
                ("E", "2011-06-09", "2025-02-10", "CLA", None),
                ("F", "2010-01-20", "2024-11-04", "CLOSED", "2026-09-30"),
                ("G", "2023-04-05", "2024-05-06", "CLA", None),
            )
        ],
        "child_protection": [
            blank(
                "child_protection",
                "D",
                "2016-03-01",
                plan_start_date="2026-09-10",
                initial_category="NEG",
                latest_category="NEG",
                last_visit_date="2026-10-12",
                seen_alone="Y",
                epo_or_police_protection="N",
                previous_plans=0,
            )
        ],
        "children_in_care": [
            blank("children_in_care", "E", "2011-06-09", **care, **started, **moved),
            blank(
                "children_in_care",
                "F",
                "2010-01-20",
                **care,
                **started,
                **moved,
                cla_end_date="2026-09-30",
                cla_end_reason="E5",
            ),
            blank(
                "children_in_care",
                "G",
                "2023-04-05",
                **care | {"legal_status": "E1", "placement_type": "U4", "placement_urn": None},
                **started,
                **moved,
            ),
        ],
        "care_leavers": [
            blank(
                "care_leavers",
                child,
                born,
                eligibility=category,
                in_touch="YES",
                accommodation_type="U",
                accommodation_suitability="1",
                activity_status="F2",
                latest_contact_date="2026-10-02",
            )
            for child, born, category in (
                ("F", "2010-01-20", "RELEVANT"),
                ("H", "2006-08-08", "FORMER_RELEVANT"),
            )
        ],
        "adoption": [
            blank(
                "adoption",
                "G",
                "2023-04-05",
                family_id="AF1",
                entered_care_date="2025-03-03",
                should_be_placed_date="2025-09-01",
                placement_order_date="2025-11-03",
                match_date="2026-06-01",
            )
        ],
        "adopters": [
            {
                **dict.fromkeys(c.name for c in standard("annex_a").by_key("adopters").columns),
                "adopter_id": "AF1-1",
                "family_id": "AF1",
                "fostering_for_adoption": "N",
                "has_disability": "N",
                "enquiry_date": day("2025-04-07"),
                "stage1_start_date": day("2025-05-12"),
                "stage1_end_date": day("2025-07-14"),
            }
        ],
    }


def place(rows: Lists, key: str, child: str) -> Place:
    """The child's last row in a list, with the child's rows in all lists."""
    whose = {k: [row for row in held if _who(row) == child] for k, held in rows.items()}
    there = {k: held for k, held in whose.items() if held}
    return Place(key, there[key][-1], there, Bed(AS_AT, Random(1), ("Ana Pyrwood", "Bo Kell")))


def _who(row: Row) -> str:
    return str(row.get("child_id") or row.get("adopter_id"))


def made_by(rule: str, key: str, child: str, function: str = "") -> tuple[Place, Change | None]:
    """What the planter of a rule says of a child's row."""
    at = place(family(), key, child)
    for planter in PLANTERS:
        named = not function or planter.make.__name__ == function
        if (planter.rule, planter.list) == (rule, key) and named:
            return at, planter.make(at)
    raise AssertionError(f"{rule} has no planter in {key}")


# A rule, the list and child it is planted on, the cells it sets there, and where it is told.
SETS: list[tuple[str, str, str, Row, str]] = [
    ("W08", "assessments", "D", {"needs_support": None}, "needs_support"),
    ("W11", "section_47", "D", {"icpc_unnecessary": "Y"}, "icpc_unnecessary"),
    ("W15", "referrals", "C", {"referrals_last_12_months": 0}, "referrals_last_12_months"),
    ("W16", "children_in_need", "F", {"closure_reason": None}, "closure_reason"),
    ("W16", "children_in_need", "C", {"closure_reason": "RC7"}, "cin_closure_date"),
    ("W17", "children_in_need", "F", {"case_status": "CIN"}, "case_status"),
    ("W17", "children_in_need", "C", {"case_status": "CLOSED"}, "case_status"),
    ("W24", "children_in_care", "E", {"cla_end_reason": "E4A"}, "cla_end_date"),
    ("W27", "children_in_care", "E", {"placements_last_12_months": 1}, "placements_last_12_months"),
    ("W29", "children_in_care", "E", {"return_interview_offered": "Y"}, "return_interview_offered"),
    ("W31", "children_in_care", "E", {"placement_type": "P1"}, "placement_type"),
    ("W34", "care_leavers", "F", {"eligibility": "FORMER_RELEVANT"}, "eligibility"),
    ("W41", "children_in_need", "F", {"closure_reason": "RC8"}, "closure_reason"),
    ("W38", "adoption", "G", {"no_longer_placed_reason": "RD4"}, "no_longer_placed_date"),
    ("W39", "adopters", "AF1-1", {"left_process_reason": "1"}, "left_process_date"),
    ("X04", "children_in_need", "D", {"case_status": "CIN"}, "case_status"),
    ("X04", "children_in_need", "C", {"case_status": "CPP"}, "case_status"),
    ("X05", "children_in_need", "E", {"case_status": "CIN"}, "case_status"),
    ("X05", "children_in_need", "C", {"case_status": "CLA"}, "case_status"),
    ("X16", "adoption", "G", {"family_id": "AF-none"}, "family_id"),
    ("X17", "children_in_care", "E", {"legal_status": "E1"}, "placement_type"),
    ("X18", "children_in_care", "E", {"allocated_worker": "Bo Kell"}, "allocated_worker"),
    ("F01", "contacts", "A", {"contact_source": None}, "contact_source"),
    ("F02", "contacts", "A", {"contact_source": Printed("Not a code 17")}, "contact_source"),
    ("F13", "contacts", "A", {"date_of_birth": None}, "date_of_birth"),
]


def test_no_placement_at_all() -> None:
    """Where no placement began in the year, one is still the least: nought leaves it out."""
    rows = family()
    held = next(row for row in rows["children_in_care"] if row["child_id"] == "E")
    held["placement_start_date"] = day("2025-03-03")
    (planter,) = [one for one in PLANTERS if one.rule == "W27"]
    change = planter.make(place(rows, "children_in_care", "E"))
    assert change is not None
    assert [values for _, _, values in change.edits] == [{"placements_last_12_months": 0}]
    assert [fault.column for fault in change.faults] == ["placements_last_12_months"]


@pytest.mark.parametrize(("rule", "key", "child", "cells", "column"), SETS)
def test_what_is_set(rule: str, key: str, child: str, cells: Row, column: str) -> None:
    """The cells, and no others of the row; and the column that is to be reported."""
    function = "left_or_reason" if rule == "W39" else ""
    at, change = made_by(rule, key, child, function)
    assert change is not None
    own = [values for where, row, values in change.edits if row is at.row and where == key]
    assert own == [cells]
    assert {(fault.list, fault.column) for fault in change.faults} == {(key, column)}


# A rule, the list and child, the date that is moved, and between which days it then lies.
MOVES = [
    ("W04", "contacts", "A", "contact_date", "2026-03-01", "2026-04-27"),
    ("W04", "early_help", "B", "assessment_completion_date", "2026-03-01", "2026-04-27"),
    ("W06", "early_help", "B", "assessment_completion_date", "2026-06-16", "2026-07-05"),
    ("W07", "assessments", "D", "assessment_authorised_date", "2026-06-23", "2026-07-12"),
    ("W18", "children_in_need", "C", "last_seen_date", "2026-08-02", "2026-08-31"),
    ("W18", "children_in_need", "F", "last_seen_date", "2026-10-01", "2026-10-20"),
    ("W19", "child_protection", "D", "plan_end_date", "2026-09-10", "2026-09-10"),
    ("F05", "contacts", "A", "contact_date", "2026-11-03", "2026-11-17"),
    ("F05", "adoption", "G", "match_date", "2026-11-03", "2026-11-17"),
    ("X06", "children_in_need", "E", "cin_closure_date", "2026-10-12", "2026-10-30"),
]


@pytest.mark.parametrize(("rule", "key", "child", "column", "first", "last"), MOVES)
def test_where_a_date_goes(
    rule: str, key: str, child: str, column: str, first: str, last: str
) -> None:
    """The date that is reported lies where it breaks the rule."""
    at, change = made_by(rule, key, child)
    assert change is not None
    values = next(values for _, row, values in change.edits if row is at.row)
    assert day(first) <= values[column] <= day(last)
    assert [fault.column for fault in change.faults] == [column]


# Rows on which a rule cannot be planted alone.
NOT_THERE = [
    ("W10", "section_47", "D", "the plan begins on the day of the conference"),
    ("W17", "children_in_need", "E", "list 8 says that the child is in care"),
    ("X11", "assessments", "C", "the child is on list 6"),
    ("X08", "section_47", "D", "the plan is on list 7"),
    ("W32", "children_in_care", "G", "the setting has no number to take out"),
    ("X12", "children_in_care", "G", "the child is on list 10"),
    ("F11", "contacts", "A", "the child is born"),
]


@pytest.mark.parametrize(("rule", "key", "child"), [(r, k, c) for r, k, c, why in NOT_THERE if why])
def test_where_a_rule_cannot_be_planted_alone(rule: str, key: str, child: str) -> None:
    """The planter says so."""
    assert made_by(rule, key, child)[1] is None


def test_a_child_taken_out_of_need() -> None:
    """X02: the row of list 6 goes, and the child of list 8 is reported."""
    at, change = made_by("X02", "children_in_care", "E")
    assert change is not None
    assert [(key, row["child_id"]) for key, row in change.removed] == [("children_in_need", "E")]
    assert [(f.list, f.column) for f in change.faults] == [("children_in_care", "child_id")]
    assert not change.edits
    assert at.rows("children_in_need") == [change.removed[0][1]]


def test_another_birth_day_keeps_the_age() -> None:
    """X07: on the last list alone, and never over a birthday."""
    at, change = made_by("X07", "children_in_care", "E", "another_birth")
    assert change is not None
    ((key, row, values),) = change.edits
    assert (key, row is at.row, list(values)) == ("children_in_care", True, ["date_of_birth"])
    assert timedelta(1) <= day("2011-06-09") - values["date_of_birth"] <= timedelta(25)
    assert age_on(values["date_of_birth"], AS_AT) == 15


def test_of_age_in_all_lists() -> None:
    """W05: one date of birth and age in lists 6 and 8, and both are reported."""
    _, change = made_by("W05", "children_in_care", "E")
    assert change is not None
    births = {values["date_of_birth"] for _, _, values in change.edits}
    ages = {values["age"] for _, _, values in change.edits}
    assert len(births) == 1
    assert ages == {age_on(births.pop(), AS_AT)}
    assert ages <= {19, 20, 27}
    told = {(f.list, f.column) for f in change.faults}
    assert told == {("children_in_need", "cin_start_date"), ("children_in_care", "cla_start_date")}


def test_an_unborn_child_has_no_sex() -> None:
    """W03: an event more than 40 weeks before a birth that is to come."""
    at, change = made_by("W03", "contacts", "A")
    assert change is not None
    ((_, _, values),) = change.edits
    assert values["date_of_birth"] - day("2026-08-03") > timedelta(weeks=40)
    assert (values["gender"], values["age"]) == ("U", -1)
    assert [f.column for f in change.faults] == ["contact_date"]
    assert at["contact_date"] == day("2026-08-03")


def test_an_identifier_changes_in_all_lists() -> None:
    """F08: the lists still agree, and each row is reported."""
    at, change = made_by("F08", "referrals", "C", "odd_identifier")
    assert change is not None
    assert len({values["child_id"] for _, _, values in change.edits}) == 1
    rows = [(key, row) for key, held in at.child.items() for row in held]
    assert len(change.faults) == len(rows) == 5
    assert {fault.column for fault in change.faults} == {"child_id"}


@pytest.mark.parametrize("seed", range(12))
def test_children_without_a_fault_are_as_they_were(seed: int) -> None:
    """All that changes is in rows of the children who are reported, in any list."""
    before, after = family(), deepcopy(family())
    planted = plant(after, "annex_a", AS_AT, 0.02, seed)
    reported = {one.child_id[:1] for one in planted}  # F08 writes "C?" for "C"
    if "" in reported:  # and a blank for a child with one row
        reported |= {"A", "B"}
    for key, rows in before.items():
        if key != "adopters":
            kept = [row for row in rows if row["child_id"] not in reported]
            assert kept == [
                row for row in after[key] if row["child_id"] in set("ABCDEFGH") - reported
            ]
    assert {one.row < len(after[one.list]) for one in planted} == {True}


def test_the_window_of_a_list() -> None:
    """Six months back from the last of October is the last of April."""
    assert window_of("contacts", AS_AT) == day("2026-04-30")
    assert window_of("adoption", AS_AT) == day("2025-10-31")


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2010-11-01", "2026-10-31", 15),
        ("2010-10-31", "2026-10-31", 16),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2026-11-01", "2026-10-31", -1),
    ],
)
def test_age_is_that_of_the_last_birthday(born: str, on: str, age: int) -> None:
    """Those born on 29 February have it on 1 March."""
    assert age_on(day(born), day(on)) == age


def test_the_manifest_names_sheet_row_and_heading() -> None:
    """The first row below the headings is row 2."""
    told = manifest(
        [Planted("W41", "children_in_need", 0, "closure_reason", "F")], "annex_a", {"a": 1}
    )
    assert told == {
        "planted": [
            {
                "rule": "W41",
                "list": "children_in_need",
                "sheet": "List 6",
                "row": 2,
                "column": "Reason for Closure",
                "child_id": "F",
            }
        ],
        "true_values": {"a": 1},
    }
