"""Traps that pages set: feet, raised numbers, second layers, cells, and hyphens at line ends."""

from __future__ import annotations

from typing import Any

import pytest
from trap_pages import ADDRESS, ITEMS, LONG, TWO, Foot, L, apart, centred, cover, pdf, visit
from trap_texts import got

from sightline.reports.blocks import blocks
from sightline.reports.reading import read_bytes

FOOT = "Inspection of Northmere local authority children's services\n6 to 17 December 2021    {}"
ROWS: list[tuple[str, bytes, dict[str, Any]]] = [
    ("a plain letter", visit(), {"improvements": TWO, "lead_inspector": "Petra Gale"}),
    (
        "headings that are not bold",
        visit(bold=False),
        {"improvements": TWO, "topic": "care_leavers"},
    ),
    (
        "an item that runs on over the page, past its number",
        visit(
            items=[
                apart(LONG),
                Foot("1"),
                L("those who care for them.", x=86),
                apart(f"• {TWO[1]}"),
            ]
        ),
        {"improvements": [f"{LONG[2:]} those who care for them.", TWO[1]]},
    ),
    (
        "an item on the next page",
        visit(items=[ITEMS[0], Foot("1"), ITEMS[1]]),
        {"improvements": TWO},
    ),
    (
        "raised letters of an ordinal",
        visit(
            dates=[
                L("services on 12"),
                L("th", -4, False, 7, 149.5),
                L("and 13 February 2019. The inspectors were Petra Gale.", 18.4),
            ]
        ),
        {"start_date": "2019-02-12", "end_date": "2019-02-13"},
    ),
    (
        "a hidden second layer of the address",
        visit(address=[*ADDRESS, L("Ms Oriel Dunmore", -43.2), *ADDRESS[1:]]),
        {"addressee": "Ms Oriel Dunmore", "letter_date": "2019-03-14"},
    ),
    (
        "a letterhead in two columns of small print",
        visit(
            top=[
                L("Piccadilly Gate", -30, False, 8),
                L("T 0300 123 1231", 0, False, 8, 400),
                L("Store Street", 9, False, 8),
                L("www.gov.uk/ofsted", 0, False, 8, 400),
                L("Manchester M1 2WD", 9, False, 8),
            ]
        ),
        {"addressee": "Ms Oriel Dunmore", "letter_date": "2019-03-14", "improvements": TWO},
    ),
    (
        "a footnote's raised number at the end of a heading",
        visit(
            heading=[
                apart("What needs to improve in this area of social work practice?", True),
                L("1", -5, False, 7, 411),
            ],
            items=[L(ITEMS[0].words, 31.4), ITEMS[1]],
        ),
        {"improvements": TWO},
    ),
    (
        "grades half way down their rows",
        cover(*centred("Good", "Inadequate", "Outstanding", "Inadequate")),
        {
            "leaders": "Good",
            "help_and_protection": "Inadequate",
            "in_care": "Outstanding",
            "overall": "Inadequate",
        },
    ),
    (
        "grades over two lines",
        cover(*centred("Good", "Requires improvement\nto be good", "Good", "Good")),
        {"leaders": "Good", "help_and_protection": "Requires improvement", "in_care": "Good"},
    ),
    (
        "a running foot in the middle of an item",
        cover(
            *centred("Good", "Good", "Good", "Good"),
            after=[
                Foot(""),
                L("What needs to improve?", 0, True),
                ITEMS[0],
                apart(LONG),
                Foot(FOOT.format(2)),
                L("those who care for them.", x=86),
                apart(
                    "The experiences and progress of children who need help and protection: good",
                    True,
                ),
                apart("1. Contacts are read on the day they arrive and decisions are sound."),
                Foot(FOOT.format(3)),
                apart("2. Strategy meetings are held quickly."),
            ],
        ),
        {"improvements": [TWO[0], f"{LONG[2:]} those who care for them."], "overall": "Good"},
    ),
    (
        "hyphens at the ends of lines",
        visit(
            items=[
                apart("• The part that others play in multi-"),
                L("agency meetings, in the short-", x=86),
                L("and longer-term.", x=86),
            ]
        ),
        {
            "improvements": [
                "The part that others play in multi-agency meetings, in the short- and longer-term."
            ]
        },
    ),
]


@pytest.mark.xfail(strict=True, reason="the usual gap is taken to be that between paragraphs")
def test_paragraphs_of_one_line_each() -> None:
    """A page on which most lines are paragraphs is still parted into them."""
    lines = ("Key strengths", "Partners meet.", "Areas for improvement", "Plans.", "Next steps")
    reading = read_bytes(pdf([apart(f"{line} {'and so on ' * 3}") for line in lines]), "page.pdf")
    assert reading.document is not None
    assert len(blocks(reading.document)) == len(lines)


def sif_page(*middle: L) -> bytes:
    """A SIF report of 2015 with those lines among its areas for improvement."""
    return pdf(
        [
            L("Northmere Borough Council", 0, False, 26),
            L("Inspection of services for children in need of help and", 30, True, 14),
            L("protection, children looked after and care leavers", 17, True, 14),
            apart("Inspection date: 6 January 2015 – 30 January 2015", True),
            apart("The overall judgement is that children's services require improvement", True),
            apart("1. Children who need help and protection Good"),
            apart("2. Children looked after and achieving permanence Good"),
            apart("2.1 Adoption performance Good"),
            apart("2.2 Experiences and progress of care leavers Good"),
            apart("3. Leadership, management and governance Good"),
            Foot("1"),
            L("What does the local authority need to improve?", 0, True, 14),
            apart("Areas for improvement", True),
            *middle,
            L("The local authority has the following strengths:", 26.4, True, 14),
            apart("Adopters are found quickly and they are helped for as long as they"),
            *[L("need it by people who know them and their children very well indeed.")] * 25,
        ]
    )


def themed(bold: bool) -> bytes:
    """Items under themes that are set in bold or in plain type."""
    return sif_page(
        L("Help and protection", 26.4, bold),
        apart("1. Improve the quality of plans."),
        L("Leadership, management and governance", 26.4, bold),
        apart("2. Improve the recording of supervision."),
    )


THEMED = ["Improve the quality of plans.", "Improve the recording of supervision."]


@pytest.mark.parametrize(
    "bold",
    [
        False,
        pytest.param(
            True,
            marks=pytest.mark.xfail(
                strict=True, reason="“Leadership, management and governance” opens a chapter"
            ),
        ),
    ],
    ids=["plain", "bold"],
)
def test_themes_within_a_list_do_not_end_it(bold: bool) -> None:
    """A theme's words may be those of a chapter."""
    wanted = {"layout": "sif_2014", "improvements": THEMED}
    assert got(themed(bold), wanted, "report.pdf") == wanted


@pytest.mark.xfail(strict=True, reason="a theme in plain type is taken for a sentence")
def test_themes_within_a_list_are_no_findings() -> None:
    """They are headings, though nothing in their type says so."""
    reading = read_bytes(themed(False), "report.pdf")
    assert reading.document is not None
    text = reading.document.text
    words = [text[f.start : f.end] for f in reading.findings]
    assert "Improve the quality of plans." in words
    assert "Help and protection" not in words


@pytest.mark.parametrize(
    ("data", "wanted"), [pytest.param(data, wanted, id=name) for name, data, wanted in ROWS]
)
def test_pdfs(data: bytes, wanted: dict[str, Any]) -> None:
    """What the page does to the lines is undone."""
    assert got(data, wanted, "letter.pdf") == wanted
