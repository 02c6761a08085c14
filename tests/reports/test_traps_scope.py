"""Traps in letters of visits: to whom, of which authority, what was looked at, from where."""

from __future__ import annotations

from typing import Any

import pytest
from trap_texts import Row, got, letter, params

DIRECTOR = "Director of Children's Services"
ADDRESSES: list[Row] = [
    (
        f"addressee: {name}",
        letter(address=address, dear=dear),
        {"addressee": who, "addressee_role": [role] if role else []},
    )
    for name, address, dear, who, role in (
        ("no post", "Oriel Dunmore\nCounty Hall\nFernbridge", "Dear Oriel", "Oriel Dunmore", ""),
        (
            "post below",
            f"Ms Oriel Dunmore\n{DIRECTOR}\nCounty Hall",
            "Dear Ms Dunmore",
            "Ms Oriel Dunmore",
            DIRECTOR,
        ),
        (
            "post on the same line",
            f"Ms Oriel Dunmore, {DIRECTOR}\nCounty Hall",
            "Dear Ms Dunmore",
            "Ms Oriel Dunmore",
            DIRECTOR,
        ),
        (
            "post after the council",
            f"Ms Oriel Dunmore\nFernshire County Council\n{DIRECTOR}\nCounty Hall",
            "Dear Ms Dunmore",
            "Ms Oriel Dunmore",
            DIRECTOR,
        ),
        (
            "two people",
            f"Ms Oriel Dunmore, {DIRECTOR}\nMr Caspian Wray, Chief Executive\nCounty Hall",
            "Dear Ms Dunmore and Mr Wray",
            "Ms Oriel Dunmore",
            DIRECTOR,
        ),
        (
            "the chief executive",
            "Mr Caspian Wray\nChief Executive\nCounty Hall",
            "Dear Mr Wray",
            "Mr Caspian Wray",
            "Chief Executive",
        ),
        (
            "a template's words left in",
            f"Insert LA Address\nMs Oriel Dunmore\n{DIRECTOR}\nCounty Hall",
            "Dear Ms Dunmore",
            "Ms Oriel Dunmore",
            DIRECTOR,
        ),
        (
            "a stray number",
            f"1.\nMs Oriel Dunmore\n{DIRECTOR}\nCounty Hall",
            "Dear Ms Dunmore",
            "Ms Oriel Dunmore",
            DIRECTOR,
        ),
        (
            "a copy to others",
            f"Ms Oriel Dunmore\n{DIRECTOR}\nCounty Hall\nCopy to: Mr Caspian Wray",
            "Dear Ms Dunmore",
            "Ms Oriel Dunmore",
            DIRECTOR,
        ),
        (
            "the county after the postcode",
            f"Ms Oriel Dunmore\n{DIRECTOR}\nFernbridge\nFN1 2AB\nFernshire",
            "Dear Oriel",
            "Ms Oriel Dunmore",
            DIRECTOR,
        ),
        (
            "the address printed twice, once without the name",
            f"{DIRECTOR}\nCounty Hall\nFernbridge\nMs Oriel Dunmore\n{DIRECTOR}\nCounty Hall\n"
            "Fernbridge",
            "Dear Ms Dunmore",
            "Ms Oriel Dunmore",
            DIRECTOR,
        ),
        (
            "a name misspelt in the greeting",
            f"Mr Michael Marks\n{DIRECTOR}\nCounty Hall",
            "Dear Mr Michael",
            "Mr Michael Marks",
            DIRECTOR,
        ),
    )
]
ADDRESSES += [
    (
        "no gap before Dear",
        letter().replace("Fernbridge\n\nDear", "Fernbridge\nDear"),
        {"addressee": "Ms Oriel Dunmore", "letter_date": "2019-03-14"},
    ),
]


def titled(title: str) -> str:
    """A letter of which nothing but its title names the authority."""
    return letter(title=title, opening="This letter summarises the findings of the focused visit.")


NAMES: list[Row] = [
    (f"title: {title!r}", titled(title), {"authority": name})
    for title, name in (
        (
            "Focused visit to Fernshire County Council children's services",
            "Fernshire County Council",
        ),
        ("Focused visit to Leicester City Council children's services", "Leicester"),
        ("Focused visit to Leicestershire County Council children’s services", "Leicestershire"),
        (
            "Focused visit to Kingston-upon-Hull children’s services",
            "Kingston upon Hull, City of",
        ),
        ("Focused visit to Hull City Council children's services", "Kingston upon Hull, City of"),
        ("Focused visit to Newcastle children's services", "Newcastle upon Tyne"),
        (
            "Focused visit to Hammersmith & Fulham local authority children's services",
            "Hammersmith and Fulham",
        ),
        ("Focused visit to Telford & Wrekin children's services", "Telford and Wrekin"),
        (
            "Focused visit to the Royal Borough of Windsor and Maidenhead\nchildren's services",
            "Windsor and Maidenhead",
        ),
        ("Focused visit to East Riding children's services", "East Riding of Yorkshire"),
        ("Focused visit to the City of London children's services", "City of London"),
        ("Focused visit to Southend-On-Sea children's services", "Southend-on-Sea"),
        (
            "Focused visit to Bournemouth, Christchurch and Poole children's services",
            "Bournemouth, Christchurch and Poole",
        ),
        ("Focused visit to BCP children's services", "Bournemouth, Christchurch and Poole"),
        ("Focused visit to Birmingham Children's Trust children's services", "Birmingham"),
        ("Focused visit to Sandwell Children's Trust", "Sandwell"),
        ("Focused visit to Slough Children First children's services", "Slough"),
        ("Focused visit to Doncaster Children's Services Trust children's services", "Doncaster"),
        ("Focused visit to Bristol City Council children's services", "Bristol, City of"),
        ("Focused visit to York children's services", "York"),
        ("Focused visit to North Yorkshire children's services", "North Yorkshire"),
        ("Focused visit to West Northamptonshire children's services", "West Northamptonshire"),
        ("Focused visit to Reading children's services", "Reading"),
        ("Focused visit to Bury children's services", "Bury"),
    )
]
NAMES += [
    (
        "a title without a name: the letter's first sentence has it",
        letter(title="Focused visit to children's services"),
        {"authority": "Fernshire"},
    ),
    (
        "a name that the register lacks is kept and flagged",
        letter(),
        {"authority": "Fernshire", "urn": "", "codes": ["unknown_authority"]},
    ),
]

ONSITE = "Inspectors considered a range of evidence."
REMOTE: list[Row] = [
    (f"remote: {words!r}", letter(scope=f"{SCOPE}\n\n{words}"), {"virtual": virtual})
    for SCOPE in ("Inspectors looked at the local authority's arrangements for children in need.",)
    for words, virtual in (
        ("The visit was carried out fully by remote means.", "yes"),
        ("This visit was carried out remotely.", "yes"),
        ("This visit was carried out virtually, using video calls.", "yes"),
        ("This visit was undertaken wholly remotely.", "yes"),
        ("The visit was carried out partly by remote means.", "no"),
        ("Inspectors were on site and some meetings were held by video calls.", "no"),
        ("This visit was a combination of on-site and remote work.", "no"),
        (ONSITE, "no"),
    )
]
REMOTE += [
    (
        "children who are seen virtually do not make the visit so",
        letter(
            body="Headline findings\n\nCare leavers were seen virtually and some visits were "
            "carried out remotely.\n\nMain findings\n\nChildren are seen."
        ),
        {"virtual": "no"},
    ),
]

ARRANGED = "Inspectors looked at the local authority's arrangements for "
SCOPES: list[Row] = [
    (
        f"scope: {words!r}",
        letter(scope=ARRANGED + words),
        {"topic": topic, "cohorts": cohorts, "scope": (ARRANGED + words).replace("\n", " ")},
    )
    for words, topic, cohorts in (
        (
            "children in need and those subject to a child protection plan, including\n"
            "children receiving help and support from the disabled children's service.",
            "cin_cp",
            ["disabled children"],
        ),
        ("the front door, including contacts and referrals.", "front_door", []),
        (
            "achieving permanence for children in care.",
            "permanence",
            [],
        ),
        ("care leavers aged 18 to 25.", "care_leavers", ["care leavers"]),
        (
            "vulnerable adolescents, including those at risk of exploitation.",
            "vulnerable_adolescents",
            ["children missing or at risk of exploitation", "older children and adolescents"],
        ),
        ("children in care.", "children_in_care", []),
        (
            "placement decision-making for older children in care.",
            "older_children_placements",
            ["older children and adolescents"],
        ),
    )
]
SCOPES += [
    (
        "the scope in the paragraph that names the inspectors",
        letter(
            who="The inspectors were Petra Gale, HMI, and Lewis Arden, HMI. Inspectors looked\n"
            "at the local authority's arrangements for care leavers.",
            scope="Inspectors considered a range of evidence, including case records.",
        ),
        {"topic": "care_leavers", "inspectors": "Petra Gale; Lewis Arden"},
    ),
    (
        "the evidence is not the scope",
        letter(
            scope="Inspectors looked at a range of evidence, including case discussions.\n\n"
            "Inspectors looked at the local authority's arrangements for care leavers."
        ),
        {"topic": "care_leavers"},
    ),
    (
        "a scope that goes on in a list",
        letter(
            scope="Inspectors looked at the local authority's arrangements for:\n\n"
            "◼ children in care\n\n◼ care leavers."
        ),
        {
            "topic": "children_in_care",
            "cohorts": ["care leavers"],
            "n_improvements": "2",
        },
    ),
]
MONITORED = letter(
    date="11 November 2016",
    title="Monitoring visit of Fernshire children's services",
    opening="This letter summarises the findings of the monitoring visit to Fernshire children's\n"
    "services on 18 and 19 October 2016. The visit was the fifth monitoring visit since the local\n"
    "authority was judged inadequate. The inspector was Petra Gale, HMI.",
)
SCOPES += [
    (
        "a monitoring visit of 2016 is of the framework of 2016",
        MONITORED,
        {"kind": "monitoring_visit", "ordinal": "5", "framework": "SIF"},
    ),
]
ROWS = [*ADDRESSES, *NAMES, *REMOTE, *SCOPES]
BUGS = {
    "a title without a name: the letter's first sentence has it": "for a name that the register "
    "lacks, “of Children's Services … Focused visit to” is taken for it",
}


@pytest.mark.parametrize(("text", "wanted"), params(ROWS, BUGS))
def test_letters(text: str, wanted: dict[str, Any]) -> None:
    """Each letter gives to whom it is written, of which authority it tells, and its scope."""
    assert got(text, wanted) == wanted
