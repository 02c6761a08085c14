"""Traps in Single Inspection Framework reports: sentences, tables and numbered lists."""

from __future__ import annotations

from typing import Any

import pytest
from trap_texts import ITEMS, Row, got, params, sif

RI = "Requires improvement"
TWO = ["The quality of plans for children in need.", "The recording of supervision."]

OVERALL: list[Row] = [
    (f"SIF overall: {printed!r}", sif(overall=printed), {"overall": grade})
    for printed, grade in (
        ("The overall judgement is inadequate", "Inadequate"),
        ("The overall judgement is Inadequate", "Inadequate"),
        ("The overall judgement is requires improvement", RI),
        ("The overall judgement is that children's services require improvement", RI),
        ("The overall judgement is that children's services are inadequate", "Inadequate"),
        ("The overall judgement is that children's service requires improvement", RI),
        ("Children's services in Northmere are good", "Good"),
        ("Children’s services in Northmere require improvement to be good", RI),
        ("Children's services in Northmere requires improvement to be good", RI),
        ("Children’s services require improvement to be good", RI),
        ("Children's services in Bath and North East Fernshire are outstanding", "Outstanding"),
    )
]


def board(words: str) -> str:
    """A SIF report whose later chapter on the LSCB opens with those words."""
    return sif(rest=f"Recommendations\n\n1. Improve plans.\n\n\f{words}\n\n2. The board meets.")


LSCB: list[Row] = [
    (f"board: {words!r}", board(words), {"lscb": grade})
    for words, grade in (
        ("The Local Safeguarding Children Board requires improvement", RI),
        ("The Local Safeguarding Children Board is good", "Good"),
        ("The Local Safeguarding Children Board is Good", "Good"),
        ("The Local Safeguarding Children Board (LSCB) is\noutstanding", "Outstanding"),
        ("The Local Safeguarding Children Board\nrequires improvement to be good", RI),
        ("The Local Safeguarding Children is inadequate", "Inadequate"),
    )
]
LSCB += [
    (
        f"box on page 1: {words!r}",
        sif(overall="The overall judgement is good").replace("\n\n\f", f"\n\n{words}\n\n\f", 1),
        {"lscb": grade, "overall": "Good"},
    )
    for words, grade in (
        ("The effectiveness of the Local Safeguarding Children Board (LSCB) is good", "Good"),
        (
            "The effectiveness of the Local Safeguarding Children Board (LSCB)\nRequires "
            "improvement.",
            RI,
        ),
        ("The judgement for the effectiveness of the LSCB is inadequate", "Inadequate"),
    )
]
LSCB += [
    ("no review of the board", sif(), {"lscb": ""}),
]

TABLES: list[Row] = [
    (
        "SIF grades over two and three lines",
        sif(
            table="1. Children who need help and\nprotection\nRequires\nimprovement\n"
            "2. Children looked after and achieving\npermanence\nRequires\nimprovement to\n"
            "be good\n2.1 Adoption performance Good\n"
            "2.2 Experiences and progress of care leavers Inadequate\n"
            "3. Leadership, management and\ngovernance\nRequires\nimprovement to\nbe good"
        ),
        {
            "help_and_protection": RI,
            "in_care": RI,
            "adoption": "Good",
            "care_leavers": "Inadequate",
            "leaders": RI,
        },
    ),
    (
        "not judged",
        sif(grades=("Good", "Not judged", "Not judged", "Not judged", "Good")),
        {
            "help_and_protection": "Good",
            "in_care": "",
            "adoption": "",
            "care_leavers": "",
            "leaders": "Good",
        },
    ),
    (
        "“Require improvement” in a cell, and lower case",
        sif(grades=("Require improvement", "good", "inadequate", "good", "require improvement")),
        {"help_and_protection": RI, "in_care": "Good", "adoption": "Inadequate", "leaders": RI},
    ),
    (
        "grades of earlier inspections in the same words",
        sif(
            rest="Recommendations\n\n1. Improve plans.\n\nPrevious Ofsted inspections\n\n"
            "The authority's last safeguarding inspection was in June 2012. Overall "
            "effectiveness: inadequate."
        ),
        {
            "overall": RI,
            "leaders": "Good",
            "previous_overall": "Inadequate",
            "previous_date": "2012-06",
        },
    ),
    (
        "children's homes in the list of earlier inspections",
        sif(
            rest="Previous Ofsted inspections\n\nThe local authority operates nine children's "
            "homes. Seven were good in their most recent Ofsted inspection in May 2015.\n\n"
            "The previous inspection of the local authority's arrangements for the protection\n"
            "of children was in January 2013. The local authority was inadequate.\n\n"
            "Recommendations\n\n1. Improve plans."
        ),
        {"previous_overall": "Inadequate", "previous_date": "2013-01"},
    ),
    (
        "the contents list repeats headings",
        sif(
            rest="Contents\n\nExecutive summary 2\n\nRecommendations 3\n\n"
            "Leadership, management and governance 9\n\n\fExecutive summary\n\n"
            "Leaders are trusted.\n\nRecommendations\n\n1. Improve plans."
        ),
        {"n_improvements": "1", "improvements": ["Improve plans."]},
    ),
]


def to_improve(words: str, before: str = "") -> str:
    """A SIF report of 2014 whose list of what to improve holds those words."""
    summary = f"Summary of findings\n\n{before or '1. Plans vary.'}"
    asked = "What does the local authority need to improve?"
    return sif(
        rest=f"{summary}\n\n{asked}\n\n{words}\n\nThe local authority has the following "
        "strengths:\n\nAdopters are found quickly."
    )


SIF_2014: list[Row] = [
    (
        "unnumbered bullets",
        to_improve(f"Areas for improvement\n\n{ITEMS}"),
        {"improvements": TWO, "layout": "sif_2014"},
    ),
    (
        "numbers carry on from the paragraphs",
        to_improve("2. Improve plans.\n\n3. Record supervision."),
        {"improvements": ["Improve plans.", "Record supervision."]},
    ),
    (
        "numbers start again at 1 and run on",
        to_improve(
            "Priority and immediate action\n\n1. Read every referral.\n\nAreas for improvement\n\n"
            "Leadership\n\n2. Improve plans.\n\nPractice\n\n3. Record supervision.",
            before="1. Plans vary.\n\n2. Visits are regular.",
        ),
        {
            "priority_actions": ["Read every referral."],
            "improvements": ["Improve plans.", "Record supervision."],
        },
    ),
    (
        "a numbered paragraph says that there are none",
        to_improve(
            "Priority and immediate action\n\n2. There are no areas for priority and immediate "
            "action.\n\nAreas for improvement\n\n3. Improve plans."
        ),
        {"n_priority_actions": "0", "improvements": ["Improve plans."]},
    ),
    (
        "a paragraph says that there are none",
        to_improve(
            "Priority and immediate action\n\nThe inspection did not find any areas for priority "
            "and immediate action.\n\nAreas for improvement\n\n2. Improve plans."
        ),
        {"n_priority_actions": "0", "improvements": ["Improve plans."]},
    ),
    (
        "a heading stuck to the end of an item, and printed again",
        to_improve(
            "Priority and immediate action\n\n2. Read every referral. Areas for improvement\n\n"
            "Areas for improvement\n\n3. Improve plans."
        ),
        {"n_priority_actions": "1", "improvements": ["Improve plans."]},
    ),
    (
        "the board's recommendations carry on the numbers",
        sif(
            rest="Recommendations\n\n1. Improve plans.\n\n2. Record supervision.\n\n"
            "The Local Safeguarding Children Board\n\nThe Local Safeguarding Children Board is "
            "good\n\nRecommendations\n\n3. Carry out audits together."
        ),
        {"improvements": ["Improve plans.", "Record supervision."], "lscb": "Good"},
    ),
    (
        "numbers that only head groups of bullets",
        sif(
            rest="Recommendations\n\n1. Plans\n\n◼ Improve plans for children in need.\n\n"
            "◼ Give dates.\n\n◼ Say who helps.\n\n2. Supervision\n\n◼ Record reflection.\n\n"
            "◼ Check that it is done.\n\n\fExecutive summary\n\nLeaders are trusted."
        ),
        {"n_improvements": "5"},
    ),
    (
        "a line that begins with a number is no item",
        sif(
            rest="Recommendations\n\n1. Make sure that every young person has a pathway plan "
            "by the age of\n16. This is not so for many of them and it has not been since\n"
            "2018. Some wait longer.\n\n2. Record supervision."
        ),
        {"n_improvements": "2"},
    ),
    (
        "references to paragraphs stay in the item",
        sif(
            rest="Recommendations\n\n1. Improve plans (paragraph 25).\n\n2. Record supervision "
            "(Paras 111, 117, 18, 120)."
        ),
        {
            "improvements": [
                "Improve plans (paragraph 25).",
                "Record supervision (Paras 111, 117, 18, 120).",
            ]
        },
    ),
]

ROWS = [*OVERALL, *LSCB, *TABLES, *SIF_2014]


@pytest.mark.parametrize(("text", "wanted"), params(ROWS, {}))
def test_sif_reports(text: str, wanted: dict[str, Any]) -> None:
    """Each grade and each item is read in the form that its year printed."""
    assert got(text, wanted) == wanted
