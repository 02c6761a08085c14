"""SSD tables about people: the child, family, addresses, disability, immigration, identifiers."""

from __future__ import annotations

from sightline.standards.declare import (
    ChildId,
    Code,
    Date,
    Id,
    Json,
    Postcode,
    Table,
    Text,
    Upn,
    YesNo,
    usually,
)
from sightline.standards.ssd import about


class Person(Table, **about.of("ssd_person")):
    """Every child, young person and unborn child who is in another table."""

    pers_person_id = ChildId(key=True, required=True, description="The child's identifier.")
    pers_forename = Text(sensitive=True)
    pers_surname = Text(sensitive=True)
    pers_sex = Code(codes="sex")
    pers_gender = Code(codes="gender_identity", open=True)
    pers_ethnicity = Code(codes="ethnicity")
    pers_dob = Date(description="Date of birth; blank while the child is unborn.")
    pers_common_child_id = Id(sensitive=True, description="NHS number.")
    pers_legacy_id = Id(description="The identifier in an earlier system.")
    pers_upn_unknown = Code(codes="upn_unknown", description="Why there is no pupil number.")
    pers_send_flag = YesNo(description="Whether there is an education, health and care plan.")
    pers_expected_dob = Date(ahead=True, description="Date expected, of an unborn child.")
    pers_death_date = Date(not_before="pers_dob", blank_when="the child has not died")
    pers_is_mother = YesNo(description="Whether the child is a mother.")
    pers_nationality = Text(sensitive=True, description="Of unaccompanied children.")
    pers_upn = Upn(sensitive=True, description="Pupil number, in some Liquidlogic scripts.")
    pers_single_unique_id = Id(
        sensitive=True, description="A child's single identifier, in some Liquidlogic scripts."
    )


class Family(Table, **about.of("ssd_family")):
    """Which children belong to one family. Mosaic's extracts do not have it."""

    fami_table_id = about.row_id()
    fami_family_id = Id(description="The family.")
    fami_person_id = about.person()


class Mother(Table, **about.of("ssd_mother")):
    """Children and young people who are mothers, with a row for each of their children."""

    moth_table_id = about.row_id()
    moth_person_id = about.person()
    moth_childs_person_id = Id(references=about.PERSON, description="Her child.")
    moth_childs_dob = Date(description="Her child's date of birth.")


class Address(Table, **about.of("ssd_address")):
    """Where a child has lived: a row for each address."""

    addr_table_id = about.row_id()
    addr_address_json = Json(sensitive=True, description="The address, part by part.")
    addr_person_id = about.person()
    addr_address_type = Text(description="Kind of address, in local words.")
    addr_address_start_date = about.started()
    addr_address_end_date = about.ended("addr_address_start_date")
    addr_address_postcode = Postcode(sensitive=True)


class Disability(Table, **about.of("ssd_disability", once=False)):
    """A child's disabilities: a row for each. NONE is a row too."""

    disa_person_id = ChildId(key=True, required=True, references=about.PERSON)
    disa_table_id = Id(description="The row's own identifier.")
    disa_disability_code = Code(codes="disability", description="Kind of disability.")


class ImmigrationStatus(Table, **about.of("ssd_immigration_status", once=False)):
    """A child's immigration statuses over time."""

    immi_person_id = ChildId(key=True, required=True, references=about.PERSON)
    immi_immigration_status_id = Id(description="The row's own identifier.")
    immi_immigration_status = Text(
        sensitive=True, description="In local words; unaccompanied children are known by it."
    )
    immi_immigration_status_start_date = Date()
    immi_immigration_status_end_date = Date(
        not_before=usually("immi_immigration_status_start_date")
    )


class LinkedIdentifiers(Table, **about.of("ssd_linked_identifiers")):
    """Other identifiers of a child: pupil, NHS, Home Office, court and the like. Not yet filled."""

    link_table_id = about.row_id()
    link_person_id = about.person()
    link_identifier_type = Text(placeholder=True, description="What the identifier is.")
    link_identifier_value = Id(placeholder=True, sensitive=True)
    link_valid_from_date = Date(placeholder=True)
    link_valid_to_date = Date(ahead=True, placeholder=True, not_before="link_valid_from_date")
