"""Traps in letters of visits: their dates, who came and who signed."""

from __future__ import annotations

from typing import Any

import pytest
from trap_texts import Row, got, letter, params

SAME = {"start_date": "2019-02-12", "end_date": "2019-02-13"}
BOTH = "Petra Gale; Lewis Arden"
SHADOWED = (
    "The inspectors were Petra Gale, HMI, and Lewis Arden, HMI, and the visit was\n"
    "shadowed by Ada Finch, HMI."
)


def opened(words: str) -> str:
    """A letter whose first sentence is put so."""
    return letter(opening=words)


DATES: list[Row] = [
    (
        f"visit: {printed!r}",
        letter(date=written, visit=printed),
        {"start_date": first, "end_date": last},
    )
    for printed, written, first, last in (
        ("17 and 18 May 2023", "20 June 2023", "2023-05-17", "2023-05-18"),
        ("28 to 29 May 2025", "7 July 2025", "2025-05-28", "2025-05-29"),
        ("22–23 October 2019", "20 November 2019", "2019-10-22", "2019-10-23"),
        ("the 15 and 16 of May 2018", "12 June 2018", "2018-05-15", "2018-05-16"),
        ("11 December and 12 December 2018", "9 January 2019", "2018-12-11", "2018-12-12"),
        ("27 June to 28 June 2023", "1 August 2023", "2023-06-27", "2023-06-28"),
        ("20 October and 22 October 2020", "1 December 2020", "2020-10-20", "2020-10-22"),
        ("8 August 2018", "5 September 2018", "2018-08-08", "2018-08-08"),
        (
            "29 and 30 September, and 1 October 2020",
            "4 November 2020",
            "2020-09-29",
            "2020-10-01",
        ),
        ("15, 16 and 21 July 2025", "28 August 2025", "2025-07-15", "2025-07-21"),
        ("31 October and 1 November 2022", "7 December 2022", "2022-10-31", "2022-11-01"),
        ("30 November to 1 December 2021", "14 January 2022", "2021-11-30", "2021-12-01"),
        ("30 and 31 January", "1 March 2018", "2018-01-30", "2018-01-31"),
        ("11 and 12 December", "9 January 2019", "2018-12-11", "2018-12-12"),
        ("12th and 13th February 2019", "14 March 2019", "2019-02-12", "2019-02-13"),
        ("Tuesday 12 and Wednesday 13 February 2019", "14 March 2019", *SAME.values()),
    )
]
DATES += [
    (
        "between … and …",
        opened(
            "This letter summarises the findings of a focused visit to Fernshire children's\n"
            "services between 3 and 5 November 2020. The inspectors were Petra Gale, HMI."
        ),
        {"start_date": "2020-11-03", "end_date": "2020-11-05"},
    ),
    (
        "the date before the authority",
        opened(
            "This letter summarises the findings of the focused visit on 12 and 13 February\n"
            "2019 to Fernshire children's services. The inspectors were Petra Gale, HMI."
        ),
        SAME,
    ),
    (
        "another year near by",
        letter(who="The last inspection was in June 2017. The inspectors were Petra Gale, HMI."),
        SAME,
    ),
    (
        "a misprinted year is read as one visit, and flagged",
        letter(date="5 December 2023", visit="24 October 2022 to 25 October 2023"),
        {"start_date": "2023-10-24", "end_date": "2023-10-25", "codes": ["misprint"]},
    ),
    (
        "a letter dated before its visit is kept as printed, and flagged",
        letter(date="21 January 2019", visit="11 and 12 December 2019"),
        {"letter_date": "2019-01-21", "end_date": "2019-12-12", "codes": ["misprint"]},
    ),
    (
        "a year of five digits",
        letter(date="6 November 20205", visit="7 and 8 October 2025"),
        {"letter_date": "2025-11-06", "codes": ["misprint"]},
    ),
    ("no date of its own", letter(date=""), {"letter_date": "", **SAME}),
    *(
        (
            f"letter date {printed!r}",
            letter(date=printed, visit="1 March 2018"),
            {"letter_date": value},
        )
        for printed, value in (
            ("09 August 2021", "2021-08-09"),
            ("4 December 2020", "2020-12-04"),
            ("12 September, 2022", "2022-09-12"),
        )
    ),
    (
        "the date below the address",
        letter(
            date="",
            address="Ms Oriel Dunmore\nDirector of Children's Services\nFernbridge\n\n"
            "14 March 2019",
        ),
        {"letter_date": "2019-03-14", "addressee": "Ms Oriel Dunmore"},
    ),
]

INSPECTORS: list[Row] = [
    (f"inspectors: {who!r}", letter(who=who), {"inspectors": names})
    for who, names in (
        ("The inspectors were Petra Gale, HMI, and Lewis Arden, HMI.", BOTH),
        ("The inspectors were Petra Gale and Lewis Arden, Her Majesty's Inspectors.", BOTH),
        ("Her Majesty’s Inspectors for this visit were Petra Gale and Lewis\nArden.", BOTH),
        ("His Majesty’s Inspectors for this visit were Petra Gale and Lewis Arden.", BOTH),
        (
            "The visit was carried out by two of Her Majesty's Inspectors, Petra Gale and Lewis "
            "Arden.",
            BOTH,
        ),
        (
            "The inspectors were Petra Gale and Lewis Arden, all of whom are Her Majesty's\n"
            "Inspectors (HMI).",
            BOTH,
        ),
        ("The visit was carried out by HMI, Petra Gale and HMI, Lewis Arden.", BOTH),
        ("HMI were Petra Gale and Lewis Arden.", BOTH),
        ("The inspection was undertaken by Petra Gale, HMI, and Lewis Arden, HMI.", BOTH),
        (
            "The inspectors were lead inspector Petra Gale and team inspector Lewis Arden.",
            BOTH,
        ),
        (
            "The inspectors were Petra Gale, HMI Social Care, and Lewis Arden, HMI Schools.",
            BOTH,
        ),
        ("The inspectors were Petra Gale, HMI, and Lewis Arden, Ofsted Inspector.", BOTH),
        (
            "The inspectors were Petra Gale, HMI, and Lewis Arden, HMI (designate).",
            BOTH,
        ),
        (
            "The inspectors were Petra Gale, HMI, and Lewis Arden, HMI. Ada Finch, HMI,\n"
            "shadowed the visit.",
            BOTH,
        ),
        (
            "The inspectors were Petra Gale, HMI, and Lewis Arden, HMI. The visit was quality\n"
            "assured by Ada Finch, Senior HMI.",
            BOTH,
        ),
        (
            SHADOWED,
            BOTH,
        ),
        (
            "The inspectors were Jo Thomson- Jones, HMI, and Máire Arden, HMI.",
            "Jo Thomson-Jones; Máire Arden",
        ),
        (
            "The inspectors were Petra Gale, HMI, and Lewis Arden, HMI. Inspectors looked at\n"
            "decisions about Children In Need.",
            BOTH,
        ),
    )
]
INSPECTORS += [
    (
        "carried out by, inside the sentence with the dates",
        opened(
            "This letter summarises the findings of a focused visit to Fernshire children's\n"
            "services on 12 and 13 February 2019, carried out by Petra Gale and Lewis Arden."
        ),
        {"inspectors": BOTH, **SAME},
    ),
]


def signed(*lines: str) -> str:
    """A letter that ends with those lines."""
    return letter(close="\n\n".join(("We will share this letter.", *lines)) + "\n")


SIGNATURES: list[Row] = [
    (f"signed: {lines[0]!r}, {lines[-1]!r}", signed(*lines), {"lead_inspector": "Lewis Arden"})
    for lines in (
        ("Yours sincerely", "Lewis Arden\nHer Majesty's Inspector"),
        ("Yours sincerely,", "Lewis Arden\nHer Majesty’s Inspector"),
        ("Your sincerely", "Lewis Arden\nHer Majesty’s Inspector"),
        ("Yours sincerely", "Lewis Arden, Her Majesty's Inspector"),
        ("Yours sincerely", "Lewis Arden Her Majesty’s Inspector"),
        ("Yours sincerely", "Lewis Arden\nHer= Majesty's Inspector"),
        ("Yours sincerely", "Lewis Arden\nHis Majesty's Inspector, Ofsted"),
        ("Yours faithfully", "Lewis Arden\nHMI"),
        ("Lewis Arden\nHer Majesty’s Inspector",),
    )
]

ROWS = [*DATES, *INSPECTORS, *SIGNATURES]
BUGS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "wanted"), params(ROWS, BUGS))
def test_letters(text: str, wanted: dict[str, Any]) -> None:
    """Each letter gives who came and when, and who signed, however it was typed."""
    assert got(text, wanted) == wanted
