"""Authorities named in running text: the longest name, and nothing that only looks like one."""

from __future__ import annotations

import time

import pytest

from sightline.regime.authorities import find_in

SENTENCES = [
    ("Leicester is not Leicestershire.", ["Leicester", "Leicestershire"]),
    (
        "Nottingham, Nottinghamshire, Derby and Derbyshire",
        ["Nottingham", "Nottinghamshire", "Derby", "Derbyshire"],
    ),
    ("North Somerset is not Somerset.", ["North Somerset", "Somerset"]),
    (
        "Children live in South Gloucestershire or Gloucestershire.",
        ["South Gloucestershire", "Gloucestershire"],
    ),
    ("East Sussex and West Sussex, but no Sussex", ["East Sussex", "West Sussex"]),
    ("Central Bedfordshire and Bedford", ["Central Bedfordshire", "Bedford"]),
    ("Bedfordshire, Northampton and Yorkshire are none.", []),
    ("the City of London, which is not London", ["City of London"]),
    ("north east Lincolnshire", ["north east Lincolnshire"]),
    ("LEICESTER is making progress", ["LEICESTER"]),
    ("Leicester City Council’s staff", ["Leicester City Council"]),
    ("leaders of Leeds council said", ["Leeds council"]),
    ("at the London Borough of Barking & Dagenham", ["London Borough of Barking & Dagenham"]),
    (
        "Bournemouth, Christchurch and Poole Council",
        ["Bournemouth, Christchurch and Poole Council"],
    ),
    ("BCP Council and Telford & Wrekin", ["BCP Council", "Telford & Wrekin"]),
    ("Southend-on-\nSea City Council", ["Southend-on-\nSea City Council"]),
    ("West\nSussex County\nCouncil", ["West\nSussex County\nCouncil"]),
    ("St Helens and St. Helens", ["St Helens", "St. Helens"]),
    ("the Isle of Wight and Hampshire", ["Isle of Wight", "Hampshire"]),
    (
        "Slough Children First and Sandwell Children’s Trust",
        ["Slough Children First", "Sandwell Children’s Trust"],
    ),
    ("Liverpool-based staff", ["Liverpool"]),
    ("the pan-Lancashire panel", ["Lancashire"]),
]
READING = [
    ("Reading is important to children.", []),
    ("Children like it. Reading helps them.", []),
    ("\n• Reading and writing", []),
    ("READING LIST", []),
    ("Guided Reading sessions", []),
    ("In Reading, children are safe.", ["Reading"]),
    ("services for children in Reading are", ["Reading"]),
    ("Reading Borough Council is", ["Reading Borough Council"]),
    ("Reading’s children’s services are", ["Reading"]),
    ("Reading council has", ["Reading council"]),
    ("Reading, Slough and Wokingham have", ["Reading", "Slough", "Wokingham"]),
    ("Bury the hatchet.", []),
    ("Staff in Bury do well.", ["Bury"]),
    ("Bury, Bolton and Wigan have", ["Bury", "Bolton", "Wigan"]),
    ("reading and bury in small letters", []),
]
OTHERS = [
    "Piccadilly Gate, Store Street, Manchester M1 2WD",
    "County Hall, Glenfield, Leicestershire LE3 8RF",
    "Petty France,\nWestminster,\nLondon SW1H 9EX",
    "Greater Manchester Police",
    "Devon and Cornwall Police",
    "Kent Police and Staffordshire police",
    "the University of Leicester",
    "Southampton \nHospital",
    "Leicester Royal Infirmary",
    "Leeds Beckett University",
    "Bury St Edmunds",
    "Sutton Coldfield",
    "Newcastle-under-Lyme",
    "the Southwark judgement",
    "Helen Lincolnshire is the director.",
    "Mr Kent and Cllr Sutton",
    "Liverpool Street",
    "the Bishop of Durham",
    "South Cumbria",
    "Richmond and Kingston and Windsor",
    "Northamptonshire Children’s Trust",
    "the adoption agency, Together for Children,",
    "London, England, Wales",
    "",
]


@pytest.mark.parametrize(("text", "found"), SENTENCES + READING)
def test_names_in_sentences(text: str, found: list[str]) -> None:
    """Each name with what belongs to it, at its own place in the text."""
    assert [text[start:end] for start, end, _ in find_in(text)] == found


@pytest.mark.parametrize("text", OTHERS)
def test_other_bodies_people_and_places_are_left_out(text: str) -> None:
    """Police forces, hospitals, addresses, people, and towns of other counties."""
    assert find_in(text) == []


def test_short_names_count_with_a_mark_of_the_council() -> None:
    """ "Richmond" alone could be anywhere; "Richmond Council" is one place."""
    (found,) = find_in("leaders at Richmond Council")
    assert found[2].urn == "80513"
    (found,) = find_in("the Royal Borough of Kingston")
    assert found[2].urn == "80545"


def test_a_long_text_is_quick() -> None:
    """A report's worth of text takes hundredths of a second, far less than reading the file."""
    text = "Inspectors found that Leeds City Council and Reading help Children. " * 3000
    find_in("Leeds")
    start = time.process_time()
    found = find_in(text)
    assert len(found) == 6000
    assert time.process_time() - start < 2
