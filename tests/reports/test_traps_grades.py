"""Traps in the grades of ILACS reports: tables, headings that repeat them, earlier grades."""

from __future__ import annotations

from typing import Any

import pytest
from trap_texts import Row, got, ilacs, params

RI = "Requires improvement"
LEADERS = "The impact of leaders on social work practice with\nchildren and families"
HELP = "The experiences and progress of children who need\nhelp and protection"
CARE = "The experiences and progress of children in care\nand care leavers"


def rows_of(leaders: str, helped: str, care: str, overall: str) -> str:
    """A table whose four rows are printed as given."""
    return ilacs(table="\n\n".join(("Judgement Grade", leaders, helped, care, overall)))


GRADES: list[Row] = [
    (
        "each grade on a line of its own",
        rows_of(
            f"{LEADERS}\nGood",
            f"{HELP}\nInadequate",
            f"{CARE}\nOutstanding",
            "Overall effectiveness\nInadequate",
        ),
        {
            "leaders": "Good",
            "help_and_protection": "Inadequate",
            "in_care": "Outstanding",
            "overall": "Inadequate",
        },
    ),
    (
        "“Requires improvement to” and “be good” on two lines",
        rows_of(
            f"{LEADERS} Requires improvement to\nbe good",
            f"{HELP} Good",
            f"{CARE} Good",
            "Overall effectiveness Requires improvement to\nbe good",
        ),
        {"leaders": RI, "help_and_protection": "Good", "in_care": "Good", "overall": RI},
    ),
    (
        "capitals inside the grade",
        ilacs(grades=("Requires Improvement to be good", "Good", "Good", "REQUIRES IMPROVEMENT")),
        {"leaders": RI, "overall": RI},
    ),
    (
        "inadequate leaders do not make the whole inadequate",
        ilacs(grades=("Inadequate", RI, "Good", "Requires improvement to be good")),
        {"leaders": "Inadequate", "overall": RI},
    ),
    (
        "old grades in the prose are not this inspection's",
        ilacs(
            summary="Services in Northmere, which were inadequate in 2016, have been turned round."
        ),
        {"overall": "Good", "leaders": "Good"},
    ),
    *(
        (
            f"heading ends {ending!r}",
            ilacs(
                body=f"\fThe experiences and progress of children in care and care\nleavers"
                f"{ending}\n\n1. Children live in stable homes."
            ),
            {"in_care": "Good", "codes": ["contradiction"]},
        )
        for ending in (
            ": inadequate",
            " is inadequate",
            " are inadequate",
            " is: inadequate",
            " are: inadequate",
            " inadequate",
            " Inadequate.",
            ": Inadequate",
            " requires improvement",
            " is requires improvement",
        )
    ),
    *(
        (
            f"heading begins {beginning!r}",
            ilacs(
                body=f"\f{beginning} of children in care and care\nleavers: inadequate\n\n"
                "1. Children live in stable homes."
            ),
            {"codes": ["contradiction"]},
        )
        for beginning in (
            "The experience and progress",
            "Experiences and progress",
            "The experiences",
        )
    ),
    (
        "a grade that the table lacks is taken from the heading",
        ilacs(
            table="Judgement Grade\n\n"
            + LEADERS
            + " Good\n\n"
            + HELP
            + " Good\n\nOverall effectiveness Good",
            body=f"\f{CARE}: outstanding\n\n1. Children live in stable homes.",
        ),
        {"in_care": "Outstanding"},
    ),
]

EARLIER: list[Row] = [
    (
        f"before: {name}",
        ilacs(summary=words),
        {"previous_overall": grade, "previous_date": when, "overall": "Good"},
    )
    for name, words, grade, when in (
        (
            "plainly said",
            "At the last inspection in May 2018, services were judged to be good overall.",
            "Good",
            "2018-05",
        ),
        (
            "by its overall effectiveness",
            "Since the previous inspection in 2017, when the overall effectiveness was judged to\n"
            "be inadequate, much has improved.",
            "Inadequate",
            "2017",
        ),
        (
            "a joint inspection is not one",
            "A joint targeted area inspection in June 2019 found the response inadequate.",
            "",
            "",
        ),
        (
            "a focused visit is not one",
            "A focused visit in June 2019 judged that the front door was good.",
            "",
            "",
        ),
        (
            "one area's grade is not the whole",
            "The experiences of children in care were judged to be good at the last inspection\n"
            "in May 2018.",
            "",
            "2018-05",
        ),
        (
            "no date",
            "At the last inspection, services were judged to require improvement to be good.",
            RI,
            "",
        ),
    )
]
ROWS = [*GRADES, *EARLIER]
BUGS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "wanted"), params(ROWS, BUGS))
def test_grades(text: str, wanted: dict[str, Any]) -> None:
    """Each grade is that of the row, the chapter or the time that it stands for."""
    assert got(text, wanted) == wanted
