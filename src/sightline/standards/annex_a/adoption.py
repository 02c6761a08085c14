"""List 10 of Annex A: adoption."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import Code, Date, Id, Period, Table, usually
from sightline.standards.sources import TEMPLATE_2019


class Adoption(
    Table,
    standard="annex_a",
    number=10,
    title="Adoption",
    period=Period.TWELVE_MONTHS,
    sheets=("List_10", "AA_10_adoption"),
    source=TEMPLATE_2019.at("sheet List_10"),
    one_row_per_key=True,
):
    """Children who in the twelve months before inspection were adopted, wait with a decision that
    they should be placed for adoption, or had that decision reversed: a row for each child."""

    child_id = about.child_id()
    family_id = Id(
        "Family identifier",
        aliases=("FamilyID", "Adoptive Family Identifier", "Adoptive Family ID"),
        blank_when="the child is not matched, or is with adopters of another agency",
        description="The adoptive family, as in list 11. Not a family of the case system.",
    )
    gender = about.gender()
    ethnicity = about.ethnicity()
    date_of_birth = about.date_of_birth()
    age = about.age()
    has_disability = about.has_disability()
    entered_care_date = Date(
        "Date the Child Entered Care",
        required=True,
        aliases=("EnteredCareDate",),
        description="When the child came into care.",
    )
    should_be_placed_date = Date(
        "Date of Decision that Child Should be Placed for Adoption",
        required=True,
        aliases=("ADMSHOBPADecisionDate",),
        not_before="entered_care_date",
        description="When the agency decided that the child should be placed for adoption.",
    )
    placement_order_date = Date(
        "Date of Placement Order",
        aliases=("PlacementOrderDate",),
        not_before="should_be_placed_date",
        description="When the court made the placement order.",
    )
    match_date = Date(
        "Date of Matching Child and Prospective Adopters",
        aliases=(
            *("MatchedForAdoptionDate", "Date of Matching Child with Prospective Adopters"),
            *("Date of Matching Child to Prospective Adopters",),
            *("Date of Matching Child and Prospective Adopter",),
        ),
        not_before=("should_be_placed_date", usually("placement_order_date")),
        description="When the agency agreed the match.",
    )
    placed_date = Date(
        "Date Placed for Adoption",
        aliases=("PlacedForAdoptionDate", "Date Child Placed for Adoption"),
        not_before="match_date",
        description="When the child went to live with the adopters, or a foster placement with "
        "them became one for adoption.",
    )
    adoption_order_date = Date(
        "Date of Adoption Order",
        headings=("Date of Adoption Order ",),
        aliases=("AdoptionOrderDate",),
        not_before="placed_date",
        description="When the court made the adoption order.",
    )
    no_longer_placed_date = Date(
        "Date of Decision that Child Should No Longer be Placed for Adoption",
        aliases=("DecisionReversedDate",),
        not_before="should_be_placed_date",
        pairs_with="no_longer_placed_reason",
        description="When the decision was reversed.",
    )
    no_longer_placed_reason = Code(
        "Reason Why Child No Longer Placed for Adoption",
        codes="adoption_reversal_reason",
        aliases=("DecisionReversedReason", "Reason Why Child is No Longer Placed for Adoption"),
        description="Why the decision was reversed.",
    )
    ffa_placement_date = Date(
        "Date the child was placed for fostering in FFA or concurrent planning placement",
        aliases=(
            "DateFFAConsurrencyPlacement",
            "Date the child was placed for fostering in Fostering for Adoption or concurrent "
            "planning placement",
            "Date the child was placed for fostering in FFA or concurrent planning",
        ),
        not_before="entered_care_date",
        description="When the child was fostered by carers who may adopt.",
    )
