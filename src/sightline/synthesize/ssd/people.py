"""Tables of the SSD about who children are: persons, families, addresses, disability, status."""

from __future__ import annotations

import json

from sightline.synthesize.days import any_date
from sightline.synthesize.dice import draw
from sightline.synthesize.events import Child
from sightline.synthesize.ssd.known import Row, children, first_known
from sightline.synthesize.view import View
from sightline.synthesize.words import postcode

_SALT = 801
_GENDERS = {"M": "01", "F": "02", "I": "09"}
_SCHOOL_AGE = 4 * 365
_NATIONALITIES = ("Afghan", "Albanian", "Eritrean", "Iranian", "Sudanese", "Vietnamese")


def persons(view: View) -> list[Row]:
    """Every child who was heard of."""
    mothers = {mother.number for mother, baby in view.world.mothers if baby.born <= view.day}
    return [_person(view, child, child.number in mothers) for child in children(view)]


def _person(view: View, child: Child, mother: bool) -> Row:
    born = child.born <= view.day
    gender = child.gender if born else "U"
    plan = draw(child.number, _SALT) < (0.55 if child.disabilities else 0.03)
    small = child.born > view.day - _SCHOOL_AGE
    nation = _NATIONALITIES[child.number % len(_NATIONALITIES)]
    return {
        "pers_person_id": child.id,
        "pers_forename": child.forename,
        "pers_surname": child.family.surname,
        "pers_sex": gender if gender in "MFU" else "U",
        "pers_gender": _GENDERS.get(gender, "00"),
        "pers_ethnicity": child.ethnicity,
        "pers_dob": any_date(child.born) if born else None,
        "pers_common_child_id": f"999{child.number:07d}",
        "pers_legacy_id": f"LEG{child.number:07d}" if child.number % 3 == 0 else None,
        "pers_upn_unknown": "UN1" if small else "UN8" if child.unaccompanied else None,
        "pers_send_flag": "Y" if plan and not small else "N",
        "pers_expected_dob": None if born else any_date(child.born),
        "pers_is_mother": "Y" if mother else "N",
        "pers_nationality": nation if child.unaccompanied else None,
    }


def families(view: View) -> list[Row]:
    """The family of every child."""
    return [
        {
            "fami_table_id": f"FM{child.number}",
            "fami_family_id": family_id(child),
            "fami_person_id": child.id,
        }
        for child in children(view)
    ]


def family_id(child: Child) -> str:
    """The identifier of a child's family."""
    return f"F{child.family.number:06d}"


def mothers(view: View) -> list[Row]:
    """Young people who are mothers, whose child was heard of."""
    return [
        {
            "moth_table_id": f"MO{baby.number}",
            "moth_person_id": mother.id,
            "moth_childs_person_id": baby.id,
            "moth_childs_dob": any_date(baby.born),
        }
        for mother, baby in view.world.mothers
        if baby.born <= view.day and max(first_known(baby), first_known(mother)) <= view.day
    ]


def addresses(view: View) -> list[Row]:
    """Where each child's family lives."""
    rows = []
    for child in children(view):
        code = postcode(child.family.number)
        place = {"HOUSE": str(child.family.number % 180 + 1), "STREET": "Fern Way"}
        rows.append(
            {
                "addr_table_id": f"AD{child.number}",
                "addr_address_json": json.dumps({**place, "POSTCODE": code}),
                "addr_person_id": child.id,
                "addr_address_type": "Home address",
                "addr_address_start_date": any_date(min(first_known(child), view.day)),
                "addr_address_end_date": None,
                "addr_address_postcode": code,
            }
        )
    return rows


def disabilities(view: View) -> list[Row]:
    """A row for each disability, and one that says none; none at all where it is not known."""
    return [
        {
            "disa_person_id": child.id,
            "disa_table_id": f"DI{child.number}-{place}",
            "disa_disability_code": code,
        }
        for child in children(view)
        for place, code in enumerate(child.disabilities or (("NONE",) if child.known else ()), 1)
    ]


def immigration(view: View) -> list[Row]:
    """The status of unaccompanied children, and what came after eighteen."""
    rows = []
    for child in children(view):
        if not child.unaccompanied:
            continue
        since = first_known(child)
        stages = [
            ("Unaccompanied asylum seeking child", since, child.adult),
            ("Leave to remain", child.adult, None),
        ]
        rows += [
            {
                "immi_person_id": child.id,
                "immi_immigration_status_id": f"IM{child.number}-{place}",
                "immi_immigration_status": status,
                "immi_immigration_status_start_date": any_date(start),
                "immi_immigration_status_end_date": view.known(end),
            }
            for place, (status, start, end) in enumerate(stages, 1)
            if start <= view.day
        ]
    return rows


TABLES = {
    "ssd_person": persons,
    "ssd_family": families,
    "ssd_mother": mothers,
    "ssd_address": addresses,
    "ssd_disability": disabilities,
    "ssd_immigration_status": immigration,
}
