"""The register: every authority by number, code and every way that its name is printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.regime.authorities import (
    Authority,
    all_authorities,
    by_dfe_code,
    by_urn,
    find_in,
    resolve,
)

EVERY = all_authorities()
TODAY = [authority for authority in EVERY if authority.abolished is None]
FORMS = [
    "{}",
    "the {}",
    "The {}",
    "{} Council",
    "{} City Council",
    "{} County Council",
    "{} Borough Council",
    "{} District Council",
    "{} Metropolitan Borough Council",
    "{} Metropolitan District Council",
    "London Borough of {}",
    "The London Borough of {}",
    "Royal Borough of {}",
    "Metropolitan Borough of {}",
    "City of {}",
    "City of {} Council",
    "City of {} Metropolitan District Council",
    "Council of the {}",
    "Borough of {}",
    "{} local authority",
    "{} children's services",
    "{} children’s services",
    "{} Council children’s social care",
    "{} MBC",
]
NAMED = [
    ("Leicester City Council", "80482"),
    ("Leicestershire County Council", "80483"),
    ("The Royal Borough of Kensington and Chelsea", "80544"),
    ("London Borough of Merton", "80510"),
    ("St Helens Metropolitan Borough Council", "80560"),
    ("St. Helens", "80560"),
    ("Hull", "80477"),
    ("Hull City Council", "80477"),
    ("Kingston-upon-Hull", "80477"),
    ("Kingston upon Hull", "80477"),
    ("Royal Borough of Kingston upon Thames", "80545"),
    ("Kingston Council", "80545"),
    ("BCP Council", "2532287"),
    ("Bournemouth, Christchurch & Poole", "2532287"),
    ("Telford & Wrekin Council", "80570"),
    ("telford-wrekin", "80570"),
    ("Southend-On-Sea", "80559"),
    ("Southend on Sea Borough Council", "80559"),
    ("Durham County Council", "80465"),
    ("County Durham", "80465"),
    ("Isle of Wight Council", "80419"),
    ("City of York Council", "80453"),
    ("Newcastle City Council", "80525"),
    ("newcastle upon tyne", "80525"),
    ("City of London", "80450"),
    ("City of London Corporation", "80450"),
    ("london corporation", "80450"),
    ("bath and north east somerset", "80427"),
    ("bath-and-north-east-somerset", "80427"),
    ("80482-leicester", "80482"),
    ("Bristol City Council", "80441"),
    ("Bristol, City of", "80441"),
    ("Bedford", "80428"),
    ("Bedford Borough Council", "80428"),
    ("Central Bedfordshire Council", "80446"),
    ("East Riding", "80466"),
    ("City of Wolverhampton Council", "80583"),
    ("Council of the Isles of Scilly", "80455"),
    ("Richmond", "80513"),
    ("LEEDS CITY COUNCIL", "80481"),
    ("  Stoke-on-Trent   City\nCouncil ", "80564"),
    ("Sandwell Children’s Trust", "80549"),
    ("Birmingham Children's Trust", "80429"),
    ("Doncaster Children's Services Trust", "80462"),
    ("Brighter Futures for Children", "80540"),
    ("Slough Children First", "80553"),
    ("Together for Children", "80566"),
    ("Worcestershire Children First", "80584"),
    ("Bradford Children and Families Trust", "80449"),
]
NOT_NAMED = [
    "",
    "Northampton",
    "London",
    "Sussex",
    "Yorkshire",
    "Bedfordshire",
    "Council",
    "the local authority",
    "Achieving for Children",  # three authorities
    "Northamptonshire Children's Trust",  # two
    "Greater Manchester",
    "Leicester Royal Infirmary",
]


def names(authority: Authority) -> list[str]:
    """An authority's plain name in all the forms."""
    return [form.format(authority.plain) for form in FORMS]


def when(authority: Authority) -> date | None:
    """A day on which an abolished authority still stood."""
    return date(2018, 1, 1) if authority.abolished else None


@pytest.mark.parametrize("authority", EVERY, ids=lambda one: f"{one.dfe_code} {one.name}")
def test_every_authority_by_every_form_of_its_name(authority: Authority) -> None:
    """Whatever councils put around a name, in any case, it is the same authority."""
    for printed in (*names(authority), authority.name, *authority.aliases):
        for shown in (printed, printed.upper(), printed.lower(), printed.replace(" and ", " & ")):
            assert resolve(shown, when(authority)) == authority, shown


@pytest.mark.parametrize("authority", EVERY, ids=lambda one: f"{one.dfe_code} {one.name}")
def test_every_authority_is_found_in_running_text(authority: Authority) -> None:
    """A sentence that names it by an official form gives it alone, with the whole name."""
    for form in ("{}", "{} Council", "{} County Council", "London Borough of {}", "City of {}"):
        printed = form.format(authority.plain)
        text = f"In May, inspectors visited {printed}’s services for children."
        (found,) = find_in(text, when(authority))
        assert found[2] == authority
        assert text[found[0] : found[1]] == printed


@pytest.mark.parametrize(("printed", "urn"), NAMED)
def test_names_as_they_are_printed(printed: str, urn: str) -> None:
    """Aliases, misplaced hyphens, trusts, folders' names and shouting."""
    found = resolve(printed)
    assert found is not None
    assert found.urn == urn


@pytest.mark.parametrize("printed", NOT_NAMED)
def test_names_of_no_authority_or_of_several(printed: str) -> None:
    """A town, a county that is not one, or a trust of several authorities names none."""
    assert resolve(printed) is None


def test_old_and_new_dorset_go_by_the_date() -> None:
    """One name, two authorities: that of the day, and today's where no day is given."""
    old, new = resolve("Dorset", date(2019, 3, 31)), resolve("Dorset County Council")
    assert old == by_dfe_code("835")
    assert new == by_dfe_code("838")
    assert resolve("Dorset", date(2019, 4, 1)) == new


def test_the_abolished_are_still_known() -> None:
    """Reports on them are still read, whatever the date."""
    for name in ("Cumbria", "Northamptonshire", "Poole", "Bournemouth"):
        found = resolve(f"{name} Council")
        assert found is not None
        assert found.abolished is not None
        assert resolve(name, date(2025, 1, 1)) == found


@pytest.mark.parametrize(
    ("code", "before", "established"),
    [
        ("942", ("909",), date(2023, 4, 1)),
        ("943", ("909",), date(2023, 4, 1)),
        ("940", ("928",), date(2021, 4, 1)),
        ("941", ("928",), date(2021, 4, 1)),
        ("839", ("837", "836", "835"), date(2019, 4, 1)),
        ("838", ("835",), date(2019, 4, 1)),
    ],
)
def test_who_came_of_whom(code: str, before: tuple[str, ...], established: date) -> None:
    """Predecessors and successors point at each other, on the day that one took over."""
    new = by_dfe_code(code)
    assert new is not None
    assert (new.predecessors, new.established) == (before, established)
    for predecessor in filter(None, map(by_dfe_code, before)):
        assert code in predecessor.successors
        assert predecessor.abolished == established
        assert not predecessor.existed(established)


def test_numbers_and_codes_are_each_one_authority_s() -> None:
    """No Ofsted number, DfE code or ONS code stands twice, and each finds its own."""
    for authority in EVERY:
        assert by_dfe_code(authority.dfe_code) == authority
        assert not authority.urn or by_urn(authority.urn) == authority
    codes = [authority.ons_code for authority in EVERY]
    assert len(set(codes)) == len(codes)
    assert by_urn("") is None
    assert by_urn("1") is None


def test_the_register_is_whole() -> None:
    """153 authorities stand today; each has ten neighbours among those, a region and a number."""
    assert len(TODAY) == 153
    standing = {authority.dfe_code for authority in TODAY}
    for authority in TODAY:
        assert len(authority.neighbours) == 10
        assert set(authority.neighbours) <= standing - {authority.dfe_code}
        assert authority.urn
        assert authority.region
        assert authority.ofsted_region
        assert authority.kind


def test_trusts_are_kept_with_their_authorities() -> None:
    """A trust that serves several authorities stands with each of them."""
    served = [one.plain for one in EVERY if "Achieving for Children" in one.trusts]
    assert served == [
        "Kingston upon Thames",
        "Richmond upon Thames",
        "Windsor and Maidenhead",
    ]


@given(st.text(max_size=80))
def test_any_text_at_all_is_taken(text: str) -> None:
    """No text makes either way of looking fall over, and spans are in order."""
    assert resolve(text) is None or text.strip()
    spans = [(start, end) for start, end, _ in find_in(text)]
    assert spans == sorted(spans)
