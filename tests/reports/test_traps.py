"""Traps in inspection reports: how titles, dates, grades, numbering and lists mislead a reader."""

from __future__ import annotations

from typing import Any

import pytest
from trap_texts import Row, got, ilacs, params, sif

NAMED = "Inspection of {} local authority\nchildren's services"
SIF_TITLE = (
    "{}\n{} of services for children in need of help and protection, children looked\n"
    "after and care leavers"
)
RI = "Requires improvement"


def dated(printed: str) -> str:
    """An ILACS report with its dates printed so."""
    return ilacs(dates=f"Inspection dates: {printed}")


def between(first: str, last: str) -> dict[str, str]:
    """The expected first and last day."""
    return {"start_date": first, "end_date": last}


DATES: list[Row] = [
    (printed, dated(printed), between(first, last))
    for printed, first, last in (
        ("6 to 17 December 2021", "2021-12-06", "2021-12-17"),
        ("27 September to 8 October 2021", "2021-09-27", "2021-10-08"),
        ("8 October 2018 to 19 October 2018", "2018-10-08", "2018-10-19"),
        ("14 January – 5 February 2014", "2014-01-14", "2014-02-05"),
        ("05 July 2016–27 July 2016", "2016-07-05", "2016-07-27"),
        ("14 January 2014- 5 February 2014", "2014-01-14", "2014-02-05"),
        ("23 April 2018 to 04 May 2018", "2018-04-23", "2018-05-04"),
        ("18 Feb 2014 – 12 March 2014", "2014-02-18", "2014-03-12"),
        ("12/09/2016 to 06/10/2016", "2016-09-12", "2016-10-06"),
        ("1/06/2015 – 25/06/2015", "2015-06-01", "2015-06-25"),
        ("20 June 2017 ─ 13 July 2017", "2017-06-20", "2017-07-13"),
        ("11 – 22 July 2022", "2022-07-11", "2022-07-22"),
        ("15-19 July 2013", "2013-07-15", "2013-07-19"),
        ("8 to 12 July 2019 and 7 to 8 August 2019", "2019-07-08", "2019-08-08"),
        ("8 to 12 July and 7 to 8 August 2019", "2019-07-08", "2019-08-08"),
        (
            "5 to 9 December 2022 and 14 to 15 February 2023",
            "2022-12-05",
            "2023-02-15",
        ),
        (
            "30 September to 11 October 2024 and\n13 to 16 January 2025",
            "2024-09-30",
            "2025-01-16",
        ),
        ("19 November – 11 December 2013 and 28 – 30 January 2014", "2013-11-19", "2014-01-30"),
    )
]
LABELS = [
    ("the label in the singular", ilacs(dates="Inspection date: 6 to 17 December 2021")),
    ("the label on its own line", ilacs(dates="Inspection dates:\n6 to 17 December 2021")),
    ("the label without a colon", ilacs(dates="Inspection dates 6 to 17 December 2021")),
    (
        "other dates at the foot of later pages",
        ilacs() + "\n\n\fInspection of Northmere\n\n7 March 22 to 18 March 2022 2\n\n"
        "3. Visits are regular.",
    ),
]
DATES += [(name, text, between("2021-12-06", "2021-12-17")) for name, text in LABELS]
DATES += [
    (
        "one date in a SIF report is its end",
        sif(dates="Inspection date: 28 July 2016"),
        {"start_date": "", "end_date": "2016-07-28"},
    ),
]

KINDS: list[Row] = [
    (
        "a SIF phrase in the prose of an ILACS report",
        ilacs(
            summary="Leaders know the inspection of services for children in need of help and\n"
            "protection, children looked after and care leavers of 2014 by heart."
        ),
        {"kind": "inspection", "layout": "ilacs_2018", "framework": "ILACS"},
    ),
    *(
        (
            f"{place} inspection of services is not a re-inspection",
            sif(title=SIF_TITLE.format(place, "Inspection")),
            {"layout": "sif_2015", "inspection_type": ""},
        )
        for place in ("Fernshire", "Central Fernshire", "East Riding of Fernshire")
    ),
    *(
        (
            f"{word} of services",
            sif(title=SIF_TITLE.format("Northmere Borough Council", word)),
            {"layout": "sif_2015", "inspection_type": "reinspection"},
        )
        for word in ("Re-inspection", "Reinspection")
    ),
    (
        "a re-inspection that only its prose calls so",
        sif(overall="Children's services in Northmere are good\n\nThis is a re-inspection."),
        {"inspection_type": "reinspection", "overall": "Good"},
    ),
    (
        "five days are a short inspection",
        dated("6 to 10 December 2021"),
        {"inspection_type": "short"},
    ),
    (
        "twelve days are a standard one",
        dated("6 to 17 December 2021"),
        {"inspection_type": "standard"},
    ),
    (
        "inspectors who come back do not make a short one standard",
        dated("5 to 9 December 2022 and 14 to 15 February 2023"),
        {"inspection_type": "short"},
    ),
    (
        "care leavers with a row of their own: the rows decide, not the date",
        ilacs(
            dates="Inspection dates: 16 to 27 January 2023",
            table="Judgement Grade\n\nThe impact of leaders on social work practice with\n"
            "children and families Good\n\nThe experiences and progress of children who need\n"
            "help and protection Good\n\nThe experiences and progress of children in care Good\n\n"
            "The experiences and progress of care leavers Outstanding\n\n"
            "Overall effectiveness Good",
        ),
        {"layout": "ilacs_2023", "in_care": "Good", "care_leavers": "Outstanding"},
    ),
    (
        "the text speaks of the overall effectiveness of the one before",
        ilacs(
            dates="Inspection dates: 4 to 15 May 2026",
            table="Judgement Grade\n\nThe impact of leaders on practice with\n"
            "children and families Good\n\nThe experiences and progress of children who need\n"
            "help and protection Good\n\nThe experiences and progress of children in care Good\n\n"
            "The experiences and progress of children care leavers Good",
            summary="In 2022 overall effectiveness was judged to be inadequate.",
        ),
        {"layout": "ilacs_2026", "overall": "", "previous_overall": "Inadequate"},
    ),
    (
        "a report of earlier fieldwork published after April 2026 has its overall grade",
        dated("9 to 20 March 2026"),
        {"overall": "Good", "framework": "ILACS"},
    ),
]

TITLES: list[Row] = [
    (f"title: {printed!r}", ilacs(title=title), {"authority": name})
    for printed, title, name in (
        (
            "over three lines",
            "Inspection of Bath and North East\nSomerset local authority children's\nservices",
            "Bath and North East Somerset",
        ),
        (
            "without “local authority”",
            "Inspection of Northmere children's\nservices",
            "Northmere",
        ),
        (
            "council above",
            "Northmere Borough Council\nInspection of children's social care services",
            "Northmere Borough Council",
        ),
        (
            "council above, local authority",
            "Northmere Borough Council\nInspection of local authority children's services",
            "Northmere Borough Council",
        ),
        ("Kingston upon Hull", NAMED.format("Kingston upon Hull"), "Kingston upon Hull, City of"),
        ("Hull", NAMED.format("Hull"), "Kingston upon Hull, City of"),
        ("Newcastle", NAMED.format("Newcastle"), "Newcastle upon Tyne"),
        ("St Helens", NAMED.format("St Helens"), "St. Helens"),
        ("St. Helens", NAMED.format("St. Helens"), "St. Helens"),
        ("Telford & Wrekin", NAMED.format("Telford & Wrekin"), "Telford and Wrekin"),
        (
            "Windsor & Maidenhead",
            NAMED.format("Royal Borough of\nWindsor & Maidenhead"),
            "Windsor and Maidenhead",
        ),
        ("the City of London", NAMED.format("the City of London"), "City of London"),
        ("Southend-On-Sea", NAMED.format("Southend-On-Sea"), "Southend-on-Sea"),
        ("East Riding", NAMED.format("East Riding"), "East Riding of Yorkshire"),
        ("Leicester", NAMED.format("Leicester City"), "Leicester"),
        ("Leicestershire", NAMED.format("Leicestershire"), "Leicestershire"),
        ("Hammersmith & Fulham", NAMED.format("Hammersmith & Fulham"), "Hammersmith and Fulham"),
        (
            "a trust",
            "Inspection of Bradford Children and Families Trust\nlocal authority children's "
            "services",
            "Bradford",
        ),
    )
]


def team(words: str) -> str:
    """A SIF report with its inspection team."""
    return sif(team=f"The inspection team\n\n{words}")


INSPECTORS: list[Row] = [
    (f"lead: {lead!r}", ilacs(lead=lead), {"lead_inspector": name})
    for lead, name in (
        ("Lead inspector: Tobias Renn, His Majesty’s Inspector", "Tobias Renn"),
        ("Lead inspector: Tobias Renn, Her Majesty's Inspector", "Tobias Renn"),
        ("Lead inspector: Tobias Renn\nHer Majesty’s Inspector", "Tobias Renn"),
        ("Lead inspector: Tobias Renn HMI", "Tobias Renn"),
        ("Lead inspector: Máire O’Dare, HMI", "Máire O’Dare"),
        ("Lead inspector: Jenny-ellen Vane, HMI", "Jenny-ellen Vane"),
    )
]
INSPECTORS += [
    (
        "two leads over two lines",
        ilacs(
            lead="Lead inspectors: Tobias Renn, Her Majesty's Inspector,\nand Miriam Oakes, "
            "Her Majesty's Inspector"
        ),
        {"lead_inspector": "Tobias Renn", "inspectors": "Tobias Renn; Miriam Oakes"},
    ),
    (
        "the deputy is not the lead",
        team("Deputy lead inspector: Samuel Orme HMI\nLead inspector: Corin Blythe HMI"),
        {"lead_inspector": "Corin Blythe"},
    ),
    (
        "one on site and another who wrote",
        team("Lead inspector on site: Corin Blythe\nReport author: Ruth Pell"),
        {"lead_inspector": "Corin Blythe"},
    ),
    *(
        (
            f"suffix {suffix!r}",
            team(f"Lead inspector: Corin Blythe{suffix}"),
            {"lead_inspector": "Corin Blythe"},
        )
        for suffix in (" HMI", ", HMI", " (HMI)", " Senior HMI", ", Her Majesty’s Inspector", ".")
    ),
    (
        "who checked quality is no inspector",
        team(
            "Lead inspector: Corin Blythe HMI\nTeam inspectors: Ruth Pell HMI, Idris Lowe HMI\n"
            "Quality assurance manager: Ada Finch Senior HMI"
        ),
        {"inspectors": "Corin Blythe; Ruth Pell; Idris Lowe"},
    ),
    (
        "a team with blank lines between its lines",
        team("Lead inspector: Corin Blythe HMI\n\nTeam inspectors: Ruth Pell HMI"),
        {"inspectors": "Corin Blythe; Ruth Pell"},
    ),
]

ROWS = [*DATES, *KINDS, *TITLES, *INSPECTORS]
BUGS: dict[str, str] = {}


@pytest.mark.parametrize(("text", "wanted"), params(ROWS, BUGS))
def test_reports(text: str, wanted: dict[str, Any]) -> None:
    """Each report is read as a careful person would read it."""
    assert got(text, wanted) == wanted


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param(sif(published=""), "2015-10-21", id="none printed"),
        pytest.param(sif(), "2015-10-19", id="printed: it beats the name"),
        pytest.param(sif(published="Published: 19 October 2015"), "2015-10-19", id="short label"),
    ],
)
def test_a_date_of_publication_may_come_from_the_files_name(text: str, published: str) -> None:
    """Only where the text has none: the two differ in a few reports."""
    wanted = {"published_date": published}
    assert got(text, wanted, "northmere/21 October 2015.pdf.txt") == wanted
