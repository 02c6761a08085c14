"""List 11 of Annex A: adopters."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import Code, Count, Date, Id, Period, Table, YesNo, usually
from sightline.standards.sources import TEMPLATE_2019

_ONE_STAGE = "the old process of one stage was used"
_NOT_REACHED = "it was not reached, or the old process of one stage was used"


class Adopters(
    Table,
    standard="annex_a",
    number=11,
    title="Adopters",
    period=Period.TWELVE_MONTHS,
    sheets=("List_11", "Prospective adopters", "AA_11_adopters"),
    source=TEMPLATE_2019.at("sheet List_11"),
    one_row_per_key=True,
):
    """Prospective adopters, at any stage from an application to an order, who had contact with
    the agency in the twelve months before inspection: a row for each person, two for a couple.
    Not people whose process is on hold through no fault of theirs."""

    adopter_id = Id(
        "Individual adopter identifier",
        key=True,
        required=True,
        aliases=(
            *("AdopterID", "Adopter ID", "Adopter Identifier"),
            *("Individual Adopter ID",),
        ),
        description="The authority's identifier of the adopter.",
    )
    family_id = Id(
        "Family identifier",
        aliases=("FamilyID", "Adoptive Family Identifier", "Adoptive Family ID"),
        description="The adoptive family, as in list 10.",
    )
    gender = about.gender()
    ethnicity = about.ethnicity()
    has_disability = YesNo(
        "Disability",
        required=True,
        aliases=("HasDisability", "Does the adopter have a disability?"),
        description="Whether the adopter has a disability.",
    )
    fostering_for_adoption = YesNo(
        "Is the (prospective) adopter fostering for adoption?",
        required=True,
        aliases=("AdoptedByCarer", "Is the prospective adopter fostering for adoption?"),
        description="The template asks for plain Yes or No here.",
    )
    enquiry_date = Date(
        "Date enquiry received",
        required=True,
        aliases=("EnquiryDate", "Date of enquiry", "Date of enquiry received", "Date enquiry"),
        description="When the first enquiry was received.",
    )
    stage1_start_date = Date(
        "Date Stage 1 started",
        aliases=("Stage1StartDate",),
        not_before="enquiry_date",
        blank_when=_ONE_STAGE,
        description="When the first stage began.",
    )
    stage1_end_date = Date(
        "Date Stage 1 ended",
        aliases=("Stage1EndDate",),
        not_before="stage1_start_date",
        blank_when=_NOT_REACHED,
        description="When the first stage ended.",
    )
    stage2_start_date = Date(
        "Date Stage 2 started",
        aliases=("Stage2StartDate",),
        not_before="stage1_end_date",
        blank_when=_NOT_REACHED,
        description="When the second stage began.",
    )
    stage2_end_date = Date(
        "Date Stage 2 ended",
        aliases=("Stage2EndDate",),
        not_before="stage2_start_date",
        blank_when=_NOT_REACHED,
        description="When the second stage ended.",
    )
    application_date = Date(
        "Date application submitted",
        aliases=("ApplicationDate",),
        not_before="enquiry_date",
        blank_when="the process has two stages",
        description="In the old process of one stage.",
    )
    approval_date = Date(
        "Date application approved",
        aliases=("ApplicationApprDate",),
        not_before="application_date",
        blank_when="the process has two stages",
        description="In the old process of one stage.",
    )
    match_date = Date(
        "Date adopter matched with child(ren)",
        aliases=(
            *("MatchedDate", "Date adopter matched with children"),
            "Date adopter matched with child",
        ),
        not_before=(usually("stage2_end_date"), usually("approval_date")),
        blank_when="not matched",
        description="When the match was agreed.",
    )
    placed_date = Date(
        "Date child/children placed with adopter(s)",
        aliases=(
            *("PlacedDate", "Date child/children placed with adopter"),
            "Date child/children placed with adopters",
        ),
        not_before="match_date",
        blank_when="not placed",
        description="When the child or children went to live with the adopters.",
    )
    children_placed = Count(
        "No. of children placed",
        aliases=("NumSiblingsPlaced", "Number of children placed"),
        description="Repeats on both rows of a couple; not to be added up over rows.",
    )
    adoption_order_date = Date(
        "Date of Adoption Order",
        aliases=("AdoptionOrderDate",),
        not_before="placed_date",
        description="When the court made the adoption order.",
    )
    left_process_date = Date(
        "Date of leaving adoption process",
        aliases=("AdoptionLeaveDate", "Date of leaving the adoption process"),
        not_before="enquiry_date",
        pairs_with="left_process_reason",
        description="When the adopter left the process without an order.",
    )
    left_process_reason = Code(
        "Reason for leaving adoption process",
        codes="adopter_leaving_reason",
        aliases=("AdoptingLeaveReason", "Reason for leaving the adoption process"),
        description="Why the adopter left.",
    )
