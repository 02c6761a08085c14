"""Traps in lists of what must improve: their headings, numbers, bullets, and what is no item."""

from __future__ import annotations

from typing import Any

import pytest
from trap_texts import (
    FOUND,
    ILACS_FOUND,
    ITEMS,
    Row,
    got,
    ilacs,
    letter,
    params,
    sections,
)

TWO = ["The quality of plans for children in need.", "The recording of supervision."]
NONE = {"n_improvements": "0"}
CARRIED = "The areas for improvement continue to be those identified at the inspection in 2017."


def report(heading: str = "What needs to improve?", items: str = ITEMS) -> str:
    """An ILACS report with that heading above those items."""
    return ilacs(body=f"{heading}\n\n{items}\n\n{ILACS_FOUND}")


def visit(**parts: str) -> str:
    """A visit's letter with its sections put differently."""
    return letter(body=sections(**parts))


HEADINGS: list[Row] = [
    (f"report: {heading!r}", report(heading), {"improvements": TWO})
    for heading in (
        "What needs to improve",
        "What needs to improve?",
        "What needs to improve:",
        "What needs to improve?1",
        "What Needs to Improve",
        "What needs to improve1",
    )
]
HEADINGS += [
    (f"letter: {heading!r}", visit(heading=heading), {"improvements": TWO})
    for heading in (
        "What needs to improve in this area of social work practice",
        "What needs to improve in this area of social work practice?",
        "What needs to improve in this area of social work practice:",
        "What needs to improve in this area of social work practice?1",
        "What needs to improve in this area of practice",
        "Areas for improvement:",
        "Areas for Improvement",
    )
]
HEADINGS += [
    (
        f"letter: {heading!r}",
        visit(priority=f"{heading}\n\n◼ The delay in reading contacts about children at risk."),
        {
            "improvements": TWO,
            "priority_actions": ["The delay in reading contacts about children at risk."],
        },
    )
    for heading in ("Area for priority action", "Areas for priority action:")
]

FALSE: list[Row] = [
    (
        "a body line that begins as a heading does",
        visit(
            after="Leaders have a clear view of what has improved and a plan to deal with the\n"
            "areas for improvement that were found in the earlier visit to the front door.\n\n"
            "◼ Social workers see children often."
        ),
        {"improvements": TWO},
    ),
    (
        "a body line that is “what needs to improve” and more",
        visit(
            after="Leaders listened to staff and were told with much honesty and at length\n"
            "what needs to improve in this area of social work practice and why it had not.\n\n"
            "◼ Social workers see children often."
        ),
        {"improvements": TWO},
    ),
    (
        "a sentence that opens “Areas for improvement from”",
        visit(
            after="Areas for improvement from the last inspection have mostly been acted on.\n\n"
            "◼ Social workers see children often."
        ),
        {"improvements": TWO},
    ),
    (
        "a second heading after the findings",
        visit(
            main="Findings",
            headline="Overview",
            after=f"{FOUND}\n\nAreas for Improvement\n\n◼ Some plans were out of date.",
        ),
        {"improvements": TWO},
    ),
    (
        "bulleted findings are not items",
        visit(headline="Overview", main="Findings", after="◼ Visits are regular.\n\n◼ Plans vary."),
        {"improvements": TWO},
    ),
]

BULLETS: list[Row] = [
    (
        f"bullet U+{ord(mark):04X}",
        report(items=ITEMS.replace("◼", mark)),
        {"improvements": TWO},
    )
    for mark in "◼\uf06e\uf0a7\uf0be\uf0b7•▪●■"
]
BULLETS += [
    (
        f"parts marked {mark!r} are not counted",
        visit(
            items="◼ The quality of children's records, including:\n\n"
            f"{mark} letters to parents before court\n\n{mark} chronologies.\n\n"
            "◼ The recording of supervision."
        ),
        {"improvements": ["The quality of children's records, including:", TWO[1]]},
    )
    for mark in ("−", "⎯", "-", "–", "\uf02d")
]
BULLETS += [
    ("a tab after the bullet", report(items=ITEMS.replace("◼ ", "◼\t")), {"improvements": TWO}),
    ("no space after it", report(items=ITEMS.replace("◼ ", "◼")), {"improvements": TWO}),
    ("indented", report(items=ITEMS.replace("◼", "    ◼")), {"improvements": TWO}),
    (
        "items of small letters without full stops",
        report(items="◼ the quality of plans\n\n◼ the recording of supervision"),
        {"improvements": ["the quality of plans", "the recording of supervision"]},
    ),
    (
        "one line after the other",
        report(
            items="◼ The quality of plans for children\nin need.\n◼ The recording of supervision."
        ),
        {"improvements": TWO},
    ),
]

COUNTS: list[Row] = [
    (
        "a lead-in is no item",
        visit(items=f"The local authority should improve the following:\n\n{ITEMS}"),
        {"improvements": TWO},
    ),
    (
        "a lead-in over two lines is no item",
        visit(
            items="Leaders should make sure that they act with pace and with purpose on each of\n"
            f"the things that inspectors found during this visit and that are set out below.\n\n"
            f"{ITEMS}"
        ),
        {"improvements": TWO},
    ),
    (
        "a lead-in to priority actions is none",
        visit(
            priority="Areas for priority action\n\nThe local authority needs to take swift action "
            "to address:\n\n◼ delay at the front door."
        ),
        {"priority_actions": ["delay at the front door."], "n_improvements": "2"},
    ),
    (
        "there are no priority actions",
        visit(priority="Areas for priority action\n\nThere are no priority actions."),
        {"n_priority_actions": "0", "n_improvements": "2"},
    ),
    (
        "no priority actions were identified",
        visit(
            priority="Areas for priority action\n\nNo areas for priority action were identified."
        ),
        {"n_priority_actions": "0"},
    ),
    (
        "paragraphs are items in a letter",
        visit(items="The quality of plans for children in need.\n\nThe recording of supervision."),
        {"improvements": TWO},
    ),
    ("paragraphs are no items in a report", report(items=FOUND), NONE),
    ("no section at all", ilacs(body=ILACS_FOUND), {**NONE, "overall": "Good"}),
    ("carried forward in a paragraph", visit(items=CARRIED), NONE),
    ("carried forward in a bullet", visit(items=f"◼ {CARRIED}"), {"improvements": [CARRIED]}),
    (
        "in early 2018 the list comes last",
        letter(
            body=f"Overview\n\n{FOUND}\n\nFindings\n\n◼ Plans vary.\n\n"
            f"What needs to improve\n\n{ITEMS}"
        ),
        {"improvements": TWO},
    ),
    (
        "in early 2018: strengths, then what to improve",
        letter(
            body=f"Overview\n\n{FOUND}\n\nAreas of strength\n\n◼ Visits are regular.\n\n"
            f"Areas for Improvement\n\n{ITEMS}"
        ),
        {"improvements": TWO},
    ),
    (
        "headline findings twice, or with a full stop",
        letter(body=f"Headline findings.\n\n{FOUND}\n\n{sections()}"),
        {"improvements": TWO, "layout": "focused_visit_2021"},
    ),
    (
        "capitals in headings",
        visit(headline="Headline Findings", main="Main Findings"),
        {"improvements": TWO, "layout": "focused_visit_2021"},
    ),
    (
        "“Findings” for “Main findings”",
        visit(main="Findings", after="◼ Plans vary."),
        {"improvements": TWO, "layout": "focused_visit_2021"},
    ),
    (
        "“Overview” in 2023",
        letter(
            date="8 November 2023", visit="4 and 5 October 2023", body=sections(headline="Overview")
        ),
        {"improvements": TWO, "start_date": "2023-10-04"},
    ),
]


ROWS = [*HEADINGS, *FALSE, *BULLETS, *COUNTS]
BUGS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "wanted"), params(ROWS, BUGS))
def test_items(text: str, wanted: dict[str, Any]) -> None:
    """Each item is read once and whole, and nothing else is taken for one."""
    assert got(text, wanted) == wanted
