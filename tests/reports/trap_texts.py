"""Short reports and letters about invented places: every part of them can be put differently."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sightline.reports.reading import Reading, read_bytes, rows

Row = tuple[str, str, dict[str, Any]]
_SPACES = re.compile(r"\s+")
LISTS = {"improvements": "improvement", "priority_actions": "priority_action"}

ITEMS = "◼ The quality of plans for children in need.\n\n◼ The recording of supervision."
FOUND = "Social workers see children often. They know them well."
CLOSE = (
    "Ofsted will take the findings from this focused visit into account when planning your\n"
    "next inspection or visit.\n\nYours sincerely\n\nPetra Gale\nHer Majesty's Inspector\n"
)


def letter(
    *,
    date: str = "14 March 2019",
    address: str = "Ms Oriel Dunmore\nDirector of Children's Services\nCounty Hall\nFernbridge",
    dear: str = "Dear Ms Dunmore",
    title: str = "Focused visit to Fernshire children's services",
    opening: str = "",
    visit: str = "12 and 13 February 2019",
    who: str = "The inspectors were Petra Gale, HMI, and Lewis Arden, HMI.",
    scope: str = "Inspectors looked at the local authority's arrangements for children in need.",
    body: str = "",
    close: str = CLOSE,
) -> str:
    """A focused visit letter; any part can be put differently."""
    opening = opening or (
        "This letter summarises the findings of a focused visit to Fernshire children's services"
        f"\non {visit}. {who}"
    )
    top = "\n".join(part for part in (date, "", address) if part or part == "")
    return "\n\n".join((top.strip(), dear, title, opening, scope, body or sections(), close))


def sections(
    heading: str = "What needs to improve in this area of social work practice?",
    items: str = ITEMS,
    priority: str = "",
    headline: str = "Headline findings",
    main: str = "Main findings",
    before: str = FOUND,
    after: str = FOUND,
) -> str:
    """The sections of a visit's letter in the order of 2021 on."""
    parts = [headline, before, priority, heading, items, main, after]
    return "\n\n".join(part for part in parts if part)


def ilacs(
    *,
    title: str = "Inspection of Northmere local authority\nchildren's services",
    dates: str = "Inspection dates: 6 to 17 December 2021",
    lead: str = "Lead inspector: Tobias Renn, Her Majesty's Inspector",
    grades: tuple[str, str, str, str] = ("Good", "Good", "Good", "Good"),
    table: str = "",
    summary: str = "Children in Northmere receive good help when they need it.",
    body: str = "",
) -> str:
    """An ILACS report of 2018 to 2022, with one row for care and care leavers."""
    table = table or (
        "Judgement Grade\n\n"
        "The impact of leaders on social work practice with\n"
        f"children and families {grades[0]}\n\n"
        f"The experiences and progress of children who need\nhelp and protection {grades[1]}\n\n"
        f"The experiences and progress of children in care\nand care leavers {grades[2]}\n\n"
        f"Overall effectiveness {grades[3]}"
    )
    body = body or f"What needs to improve?\n\n{ITEMS}\n\n{ILACS_FOUND}"
    return "\n\n".join(part for part in (title, dates, lead, table, summary, body) if part) + "\n"


ILACS_FOUND = (
    "The experiences and progress of children who need help and protection: good\n\n"
    "1. Contacts are read on the day they arrive. Decisions are sound.\n\n"
    "2. Strategy meetings are held quickly.\n"
)


def sif(
    *,
    title: str = "Northmere Borough Council\nInspection of services for children in need of help "
    "and protection, children looked\nafter and care leavers",
    dates: str = "Inspection date: 6 July 2015 – 30 July 2015",
    published: str = "Report published: 19 October 2015",
    overall: str = "Children's services in Northmere require improvement to be good",
    grades: tuple[str, ...] = ("Good", "Requires improvement", "Good", "Good", "Good"),
    table: str = "",
    rest: str = "",
    team: str = "The inspection team\n\nLead inspector: Corin Blythe HMI",
) -> str:
    """A SIF report: a first page with the table, then whatever follows, then the team."""
    numbered = (
        "1. Children who need help and protection",
        "2. Children looked after and achieving permanence",
        "2.1 Adoption performance",
        "2.2 Experiences and progress of care leavers",
        "3. Leadership, management and governance",
    )
    table = table or "\n\n".join(f"{row} {grade}" for row, grade in zip(numbered, grades))
    first = "\n\n".join(part for part in (title, dates, published, overall, table) if part)
    rest = rest or "Recommendations\n\n1. Improve the quality of plans.\n\n2. Record supervision."
    return f"{first}\n\n\f{rest}\n\n\fInformation about this inspection\n\n{team}\n"


def joint(
    *,
    date: str = "3 February 2025",
    subject: str = "Joint targeted area inspection of Ashcombe",
    opening: str = "This letter summarises the findings of the joint targeted area inspection "
    "(JTAI) of the\nmulti-agency response to serious youth violence in Ashcombe.",
    dates: str = "This inspection took place from 9 to 13 December 2024. It was carried out by "
    "inspectors\nfrom Ofsted and the Care Quality Commission (CQC).",
    body: str = "",
) -> str:
    """A letter of a joint targeted area inspection."""
    to = "Dr Anselm Prior, Director of Children's Services, Ashcombe City Council"
    body = body or (
        f"Headline findings\n\n{FOUND}\n\nWhat needs to improve?\n\n{ITEMS}\n\n"
        f"Main findings\n\n{FOUND}\n\nNext steps\n\nThe partnership will plan together."
    )
    parts = (date, to, "Dear Ashcombe Safeguarding Children Partnership", subject, opening, dates)
    return "\n\n".join((*parts, body, "Yours sincerely\n\nOfsted")) + "\n"


def got(source: str | bytes, wanted: dict[str, Any], path: str = "") -> dict[str, Any]:
    """What is read from a text of the things that are wanted, by the same names.

    Columns of the row; ``layout``; ``improvements`` and ``priority_actions`` word for word;
    ``codes``, those of the wanted problems that were found; and any other name as a fact.
    """
    data = source.encode() if isinstance(source, str) else source
    reading = read_bytes(data, path)
    return {name: _one(reading, name, value) for name, value in wanted.items()}


def _one(reading: Reading, name: str, wanted: Any) -> Any:
    if name == "layout":
        return reading.layout
    if name == "codes":
        return [code for code in wanted if code in {p.code for p in reading.problems}]
    if name in LISTS and reading.document is not None:
        text = reading.document.text
        items = [i for i in reading.events[0].items if i.role == LISTS[name]]
        return [_SPACES.sub(" ", text[i.start : i.end]).strip() for i in items]
    row = rows(reading)[0]
    return row[name] if name in row else reading.events[0].values(name)


def params(rows: list[Row], bugs: dict[str, str]) -> list[Any]:
    """The rows for pytest by their names; those that are known to be read wrong must fail."""
    unknown = set(bugs) - {name for name, _, _ in rows}
    assert not unknown, f"no such row: {unknown}"
    return [
        pytest.param(
            text,
            wanted,
            id=name,
            marks=[pytest.mark.xfail(strict=True, reason=bugs[name])] if name in bugs else [],
        )
        for name, text, wanted in rows
    ]
