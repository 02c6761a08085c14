"""Traps in letters of joint targeted area inspections: dates, themes, studies and lists."""

from __future__ import annotations

from typing import Any

import pytest
from trap_texts import FOUND, ITEMS, Row, got, joint, params

TWO = ["The quality of plans for children in need.", "The recording of supervision."]

LISTS: list[Row] = [
    (
        "a study of an area for improvement is no list",
        joint(
            body=f"Headline findings\n\n{FOUND}\n\nWhat needs to improve?\n\n{ITEMS}\n\n"
            "Practice study: area for improvement\n\n◼ A boy was known to four services."
        ),
        {"improvements": TWO, "layout": "joint_inspection_2022"},
    ),
    (
        "priority actions only spoken of",
        joint(
            body=f"Headline findings\n\n{FOUND}\n\nWhat needs to improve?\n\n{ITEMS}\n\n"
            "Main findings\n\nThere are no priority actions. Partners agreed priority actions "
            "of their own."
        ),
        {"n_priority_actions": "0", "improvements": TWO},
    ),
    (
        "priority first, under a sub-heading",
        joint(
            date="4 May 2018",
            body="Areas for priority actions\n\nLeadership\n\n◼ Read every contact on the day.\n\n"
            f"Key strengths\n\n◼ Partners meet often.\n\nAreas for improvement\n\n{ITEMS}\n\n"
            "Case study: area for improvement\n\n◼ A girl was not spoken to alone.\n\nNext steps",
        ),
        {"priority_actions": ["Read every contact on the day."], "improvements": TWO},
    ),
    (
        "narrative bullets under sub-headings",
        joint(
            date="4 May 2018",
            body=f"Key strengths\n\n◼ Partners meet often.\n\nAreas for improvement\n\nHealth\n\n"
            f"{ITEMS}\n\nPolice\n\n◼ Records of what children say.\n\nNext steps",
        ),
        {"improvements": [*TWO, "Records of what children say."]},
    ),
    (
        "prose in place of bullets",
        joint(
            date="4 May 2018",
            body=f"Key strengths\n\n{FOUND}\n\nAreas for improvement\n\nPlans are vague. They "
            "have no dates.\n\nRecords are thin and do not say what children think.\n\nNext steps",
        ),
        {"n_improvements": "2"},
    ),
]


DATES: list[Row] = [
    (f"dates: {words!r}", joint(dates=words), {"start_date": first, "end_date": last})
    for words, first, last in (
        (
            "This inspection took place from 9 to 13 December 2024.",
            "2024-12-09",
            "2024-12-13",
        ),
        (
            "This inspection took place from 27 January to 31 January 2025.",
            "2025-01-27",
            "2025-01-31",
        ),
        (
            "Between 14 and 18 March 2016, Ofsted, the CQC and HMIC undertook an inspection.",
            "2016-03-14",
            "2016-03-18",
        ),
        (
            "Between 10 and 14 September, Ofsted and the CQC undertook an inspection.",
            "2024-09-10",
            "2024-09-14",
        ),
    )
]

BODIES = "It was carried out by inspectors\nfrom Ofsted, the Care Quality Commission (CQC){}."
WHO: list[Row] = [
    (
        f"inspectorates: {more or 'two'!r}",
        joint(dates="This took place from 9 to 13 December 2024. " + BODIES.format(more)),
        {"inspectorates": ["Ofsted", "CQC", *named]},
    )
    for more, named in (
        ("", []),
        (
            " and Her Majesty’s Inspectorate of\nConstabulary and Fire & Rescue Services (HMICFRS)",
            ["HMICFRS"],
        ),
        (", HMI Constabulary (HMIC) and HMI Probation (HMI Prob)", ["HMIC", "HMI Probation"]),
        (
            ", HMICFRS and His Majesty’s Inspectorate of Probation (HMIP)",
            ["HMICFRS", "HMI Probation"],
        ),
    )
]

OPENING = "This letter summarises the findings of the joint targeted area inspection of the\n{}."
THEMES: list[Row] = [
    (f"theme: {words!r}", joint(opening=OPENING.format(words)), {"theme": [theme]})
    for words, theme in (
        ("multi-agency response to serious youth violence in Ashcombe", "serious youth violence"),
        (
            "multi-agency response to identification of initial need and risk in Ashcombe",
            "identification of initial need and risk",
        ),
        (
            "multi-agency response to children and families who need help in Ashcombe",
            "early help",
        ),
        (
            "multi-agency response to children who are victims of domestic abuse in Ashcombe",
            "domestic abuse",
        ),
    )
]

OTHERS: list[Row] = [
    (
        "the scope is the sentence that names what was looked at",
        joint(),
        {
            "scope": "This letter summarises the findings of the joint targeted area inspection "
            "(JTAI) of the multi-agency response to serious youth violence in Ashcombe."
        },
    ),
    ("no lead inspector and many addressees", joint(), {"lead_inspector": "", "addressee": ""}),
    (
        "a joint inspection gives no grade",
        joint(
            body=f"Headline findings\n\nServices were judged to be good overall in May 2019.\n\n"
            f"What needs to improve?\n\n{ITEMS}"
        ),
        {"overall": "", "leaders": ""},
    ),
]
ROWS = [*LISTS, *DATES, *WHO, *THEMES, *OTHERS]
BUGS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "wanted"), params(ROWS, BUGS))
def test_joint_inspections(text: str, wanted: dict[str, Any]) -> None:
    """Each letter gives its period, its theme, who took part, and its own list."""
    assert got(text, wanted) == wanted
