"""Checks asked once of a list: shares of blanks, numbers of rows, spellings of one name."""

from __future__ import annotations

from sightline.intake.checks import fields  # noqa: F401  its rules come first
from sightline.intake.checks.declare import At, check

_PEOPLE = (
    "contacts early_help referrals assessments section_47 children_in_need child_protection "
    "children_in_care care_leavers adoption adopters"
)
_FEW = 5
_NOBODYS = [{"child_id": f"A{n}"} for n in range(_FEW)]


def _not_known(column: str, called: str) -> None:
    @check(
        "F14",
        "query",
        _PEOPLE,
        column,
        uses=column,
        means=f"More than 2 in 100 rows have no {called}.",
        remedy="Fill it in where it is known.",
        breaks=[{} for _ in range(_FEW)],
        keeps=[{column: "U"} for _ in range(_FEW)],
        whole=True,
    )
    def too_many_blanks(at: At) -> str:
        gone = f"count(*) FILTER (WHERE t.{column} IS NULL)"
        return f"{gone} >= {_FEW} AND {gone} > 0.02 * count(*)"


_not_known("gender", "gender")
_not_known("ethnicity", "ethnicity")


@check(
    "X19",
    "query",
    "children_in_need",
    "",
    uses="child_id cin_closure_date",
    others={
        "assessments": "child_id assessment_authorised_date",
        "child_protection": "child_id plan_end_date",
        "children_in_care": "child_id cla_end_date",
    },
    means="List 6 has fewer open rows than there are children open in lists 4, 7 and 8.",
    remedy="See what the extract of list 6 leaves out.",
    breaks=[{"child_id": "A1"}],
    keeps=[{"child_id": "A1"}, {"child_id": "A2"}],
    beside={
        "assessments": [{"child_id": "A1"}],
        "child_protection": [{"child_id": "A2"}],
        "children_in_care": [],
    },
    whole=True,
)
def fewer_than_elsewhere(at: At) -> str:
    """A list that should hold all of them holds at least as many; a few less is told by X01-X03."""
    elsewhere = (
        "(SELECT count(DISTINCT child_id) FROM ("
        "SELECT child_id FROM assessments WHERE assessment_authorised_date IS NULL UNION ALL "
        "SELECT child_id FROM child_protection WHERE plan_end_date IS NULL UNION ALL "
        "SELECT child_id FROM children_in_care WHERE cla_end_date IS NULL))"
    )
    return f"count(*) < {elsewhere}"


def _spelt(key: str, column: str, called: str) -> None:
    @check(
        "X20",
        "information",
        key,
        column,
        uses=column,
        means=f"The name of one {called} is spelt in several ways.",
        remedy="Choose one spelling where it is entered.",
        breaks=[{column: "Amara Tealby"}, {column: "AMARA TEALBY"}],
        keeps=[{column: "Amara Tealby"}, {column: "Amara Tealby"}],
        whole=True,
    )
    def several_spellings(at: At) -> str:
        return f"count(DISTINCT t.{column}) > count(DISTINCT lower(t.{column}))"


for _key in [
    "assessments",
    "section_47",
    "children_in_need",
    "child_protection",
    "children_in_care",
]:
    _spelt(_key, "allocated_worker", "worker")
    _spelt(_key, "allocated_team", "team")
_spelt("children_in_care", "placement_la", "authority")
