"""List 8 of Annex A: children in care."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import (
    Code,
    Count,
    Date,
    Period,
    Postcode,
    Table,
    Text,
    Urn,
    YesNo,
)
from sightline.standards.sources import TEMPLATE_2019

_MISSING = "Number of Episodes the Child has been '{}' from their Placement in the last 12 months"


class ChildrenInCare(
    Table,
    standard="annex_a",
    number=8,
    title="Children in care",
    period=Period.SIX_MONTHS,
    sheets=(
        *("List_8", "Children in Care", "LAC", "CLA", "AA_8_children_in_care"),
        *("Child in care", "Looked after", "Looked after children", "Children looked after"),
    ),
    source=TEMPLATE_2019.at("sheet List_8"),
    one_row_per_key=True,
):
    """Every child in care now, or who left care in the six months before inspection: a row for
    each child, with the latest period of care. Children with only short breaks (V3, V4) do not
    belong in it."""

    child_id = about.child_id()
    gender = about.gender()
    ethnicity = about.ethnicity()
    date_of_birth = about.date_of_birth(required=True)
    age = about.age()
    uasc_last_12_months = YesNo(
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
        required=True,
        aliases=(
            "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))",
            *("UASC", "UASC (Y/N)", "UASC within the Last 12 Months", "UASC Last 12 Months"),
            "Unaccompanied Asylum Seeking Child in the Last 12 Months",
        ),
        description="At any time in the last 12 months, so it counts some whose status ended.",
    )
    has_disability = about.has_disability()
    cla_start_date = Date(
        "Date Started to be Looked After",
        required=True,
        aliases=(
            *("LoookedAfterStartDate", "LookedAfterStartDate"),
            "Date Child Started to be Looked After",
        ),
        not_before="date_of_birth",
        description="Start of this period of care, not of the latest episode in it.",
    )
    category_of_need = Code(
        "Child's Category of Need",
        codes="cla_category_of_need",
        required=True,
        aliases=("ChildCategoryOfNeed",),
        description="The main reason that the child came into care.",
    )
    repeat_care_12_months = YesNo(
        "Is this a second or subsequent period of being a Looked After Child within the last 12 "
        "months (Y/N)",
        required=True,
        aliases=(
            "Is this a second or subsequent episode of being a Looked After Child within the "
            "last 12 months (Y/N)",
            *("SubsequentLACEpisodeLast12Months",),
            "Is this a second or subsequent period of being a Looked After Child",
            "Is this a second or subsequent episode of being a Looked After Child",
        ),
        description="Whether the child had left care and came back within 12 months.",
    )
    legal_status_start_date = Date(
        "Start date of current legal status",
        required=True,
        aliases=("MostRecentLegalStatusStart",),
        not_before="cla_start_date",
        not_after="cla_end_date",
        description="When the legal status in the next column began.",
    )
    legal_status = Code(
        "Child's Legal Status",
        codes="legal_status",
        required=True,
        aliases=("LegalStatus", "Current Legal Status", "Child's Current Legal Status"),
        description="The legal status now, or when care ended.",
    )
    last_review_date = Date(
        "Date of Latest Statutory Review",
        aliases=("LatestStatutoryReviewDate", "Date of Last Statutory Review"),
        not_before="cla_start_date",
        not_after="cla_end_date",
        blank_when="no review has been held yet",
        description="The first is due within 20 working days, the second within 3 months, later "
        "ones within 6 months.",
    )
    last_visit_date = Date(
        "Date of Last Social Work Visit",
        aliases=(
            *("LastSocialWorkVisitDate", "Date of Last Social Worker Visit"),
            "Date of Last Statutory Visit",
        ),
        not_before="cla_start_date",
        not_after="cla_end_date",
        description="By the child's social worker.",
    )
    permanence_plan = Code(
        "What is the permanence plan for this child?",
        codes="permanence_plan",
        aliases=(
            *("Plan for Child to be Reunified with Their Family", "PermanencePlan"),
            "What is the permanence plan",
        ),
        blank_when="no plan is agreed yet",
        description="The principal plan, where there are two.",
    )
    last_iro_contact_date = Date(
        "Date of Last IRO Visit / Contact to the Child",
        aliases=(
            *("LastIROVisitDate", "Date of Last IRO Visit", "Date of Last IRO Contact"),
            "Date of Last IRO Visit or Contact to the Child",
        ),
        not_before="date_of_birth",
        not_after="cla_end_date",
        description="By the independent reviewing officer.",
    )
    last_health_assessment_date = Date(
        "Date of Last Health Assessment",
        aliases=("LastHealthAssessmentDate",),
        not_before="date_of_birth",
        not_after="cla_end_date",
        blank_when="none has been held",
        description="Initial or review: the list does not say which.",
    )
    last_dental_check_date = Date(
        "Date of Last Dental Check",
        aliases=("LastDentalCheckDate",),
        not_before="date_of_birth",
        not_after="cla_end_date",
        description="When a dentist last saw the child.",
    )
    placements_last_12_months = Count(
        "Number of Placements in the Last 12 months",
        required=True,
        minimum=1,
        aliases=("PlacementsLast12Months", "No. of Placements in the Last 12 months"),
        description="The present one is counted, so 1 at least.",
    )
    cla_end_date = Date(
        "Date Ceased to be Looked After",
        headings=("Date Ceased to be Looked After ",),
        aliases=("CeasedLookedAfterDate",),
        not_before="cla_start_date",
        pairs_with="cla_end_reason",
        blank_when="the child is still in care",
        description="When this period of care ended.",
    )
    cla_end_reason = Code(
        "Reason Ceased to be Looked After",
        codes="reason_ceased_cla",
        aliases=("ReasonCeasedLookedAfter",),
        blank_when="the child is still in care",
        description="Why care ended.",
    )
    placement_start_date = Date(
        "Start Date of Most Recent Placement",
        required=True,
        aliases=("MostRecentPlacementStartDate",),
        not_before="cla_start_date",
        not_after="cla_end_date",
        description="Start of the latest placement.",
    )
    placement_type = Code(
        "Placement Type",
        codes="placement_type",
        required=True,
        aliases=("PlacementType",),
        description="Type of the latest placement.",
    )
    placement_provider = Code(
        "Placement Provider",
        codes="placement_provider",
        required=True,
        aliases=("PlacementProvider",),
        description="Who provides the latest placement.",
    )
    placement_postcode = Postcode(
        "Placement postcode",
        required=True,
        sensitive=True,
        aliases=("PlacementPostcode",),
        description="For fostering, the carer's own. Confidential placements are withheld.",
    )
    placement_urn = Urn(
        "URN of Placement",
        aliases=("PlacementURN", "Placement URN"),
        blank_when="the setting is not inspected by Ofsted",
        description="Ofsted's number of the setting, or of the fostering agency.",
    )
    placement_location = Code(
        "Placement Location",
        codes="in_out",
        required=True,
        aliases=("PlacementLocation",),
        description="Inside or outside the responsible authority.",
    )
    placement_la = Text(
        "LA of Placement",
        special="la_of_placement_special",
        required=True,
        aliases=("LAofPlacement", "Local Authority of Placement"),
        description="The authority where the child lives, by name.",
    )
    missing_episodes_12_months = Count(
        _MISSING.format("Missing"),
        required=True,
        aliases=("EpisodesChildMissingFromPlacement", "No. " + _MISSING[7:].format("Missing")),
        description="In this period of care, up to 12 months.",
    )
    absent_episodes_12_months = Count(
        _MISSING.format("Absent"),
        required=True,
        aliases=("EpisodesChildAbsentFromPlacement", "No. " + _MISSING[7:].format("Absent")),
        description="Away without authorisation, whereabouts known; up to 12 months.",
    )
    return_interview_offered = YesNo(
        "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        codes="yes_no_unknown",
        aliases=(
            "ChildOfferedReturnInterviewAfterLastMFH",
            "Was the child offered a Return Home Interview after their last missing episode",
        ),
        blank_when="the child was never missing",
        description="After the last time missing only.",
    )
    return_interview_accepted = YesNo(
        "Did the child accept a Return Interview after their last missing episode (Y/N)?",
        codes="yes_no_unknown",
        aliases=(
            "ChildAcceptedReturnInterviewAfterLastMFH",
            "Did the child accept a Return Home Interview after their last missing episode",
        ),
        blank_when="it was not offered, or the child was never missing",
        description="After the last time missing only.",
    )
    allocated_team = about.allocated_team()
    allocated_worker = about.allocated_worker()
