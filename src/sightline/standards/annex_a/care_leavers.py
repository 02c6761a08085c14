"""List 9 of Annex A: care leavers."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import Code, Date, Period, Table, Text, YesNo
from sightline.standards.sources import TEMPLATE_2019, TEMPLATE_2024


class CareLeavers(
    Table,
    standard="annex_a",
    number=9,
    title="Care leavers",
    period=Period.AT_A_POINT,
    sheets=("List_9", "Care Leavers", "Care leaver", "Leaving Care", "AA_9_care_leavers"),
    source=TEMPLATE_2019.at("sheet List_9"),
    one_row_per_key=True,
):
    """Young people entitled to leaving care services now: relevant, former relevant and
    qualifying, and in later files eligible children too. A row for each."""

    child_id = about.child_id()
    gender = about.gender()
    ethnicity = about.ethnicity()
    date_of_birth = about.date_of_birth(required=True)
    age = about.age()
    uasc_or_former = YesNo(
        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
        required=True,
        optional=True,
        since=about.SECOND_LAYOUT,
        source=TEMPLATE_2024,
        aliases=(
            *("UASC", "UASC (Y/N)", "UASC or formerly UASC", "UASC or formerly UASC if 18 or over"),
            "Unaccompanied Asylum Seeking Child or formerly UASC",
        ),
        description="Now, or before 18. Not in the template of August 2019.",
    )
    has_disability = about.has_disability()
    allocated_team = about.allocated_team()
    allocated_worker = about.allocated_worker()
    personal_adviser = Text(
        "Allocated Personal Advisor",
        required=True,
        optional=True,
        since=about.SECOND_LAYOUT,
        source=TEMPLATE_2024,
        aliases=(
            *("AllocatedPA", "AllocatedPersonalAdvisor", "Allocated Personal Adviser"),
            *("Personal Advisor", "Personal Adviser"),
        ),
        description="The care leaver's personal adviser. Not in the template of August 2019.",
    )
    eligibility = Code(
        "Eligibility Category",
        codes="eligibility",
        required=True,
        aliases=("EligibilityCategory", "Eligibity Category", "Eligiblity Category"),
        description="What the young person is entitled to, by law.",
    )
    pathway_plan_review_date = Date(
        "Latest Pathway Plan Review Date",
        optional=True,
        since=about.SECOND_LAYOUT,
        source=TEMPLATE_2024,
        aliases=(
            *("LatestPathwayPlan", "Pathway Plan Date", "Latest Pathway Plan Date"),
            *("Pathway Plan Review Date", "Latest Pathway Plan Review"),
        ),
        description="The start of the plan, if it was never reviewed. Not in the template of "
        "August 2019.",
    )
    in_touch = Code(
        "LA in Touch",
        codes="in_touch",
        required=True,
        headings=("LA In Touch ",),
        aliases=("LAInTouch", "LA In Touch"),
        description="Now, which is not the birthday window of the published figure.",
    )
    latest_contact_date = Date(
        "Latest Date of Contact",
        optional=True,
        since=about.SECOND_LAYOUT,
        source=TEMPLATE_2024,
        aliases=("LatestContact", "Date of Latest Contact"),
        blank_when="the authority is not in touch",
        description="Contact is not the same as a visit. Not in the template of August 2019.",
    )
    accommodation_type = Code(
        "Type of Accommodation",
        codes="accommodation_type",
        aliases=("Type of accommodation", "TypeOfAccommodation", "Type of Accomodation"),
        blank_when="the authority is not in touch",
        description="Where the young person lives.",
    )
    accommodation_suitability = Code(
        "Suitability of Accommodation",
        codes="accommodation_suitable",
        aliases=("Suitability of Accomodation", "SuitabilityOfAccommodation"),
        blank_when="the authority is not in touch",
        description="Whether it is suitable.",
    )
    activity_status = Code(
        "Activity Status",
        codes="activity_status",
        aliases=("ActivityStatus",),
        blank_when="the authority is not in touch",
        description="Education, employment or training, or why not.",
    )
