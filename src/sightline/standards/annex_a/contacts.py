"""List 1 of Annex A: contacts."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import Code, Date, Period, Table, weeks_before
from sightline.standards.sources import TEMPLATE_2019


class Contacts(
    Table,
    standard="annex_a",
    number=1,
    title="Contacts",
    period=Period.SIX_MONTHS,
    sheets=("List_1", "AA_1_contacts", "Contact"),
    source=TEMPLATE_2019.at("sheet List_1"),
):
    """Every contact received in the six months before inspection, a row for each child in it."""

    child_id = about.child_id()
    gender = about.gender()
    ethnicity = about.ethnicity()
    date_of_birth = about.date_of_birth()
    age = about.age()
    contact_date = Date(
        "Date of Contact",
        required=True,
        aliases=("DateOfContact", "Contact Date"),
        not_before=weeks_before("date_of_birth", about.WEEKS_UNBORN),
        description="The day it was received, not the day it was keyed in.",
    )
    contact_source = Code(
        "Contact Source",
        codes="contact_source",
        required=True,
        aliases=("ContactSource", "Source of Contact"),
        description="Who made the contact.",
    )
