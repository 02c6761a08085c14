"""Code sets of adoption and permanence."""

from __future__ import annotations

from sightline.standards.codes.declare import CodeSet, Item, coded
from sightline.standards.codes.people import CODES_USED
from sightline.standards.sources import SSD

REVERSAL = CodeSet(
    "adoption_reversal_reason",
    "Reason that a child is no longer to be placed for adoption",
    CODES_USED,
    (
        Item("RD1", "RD1 - The child's needs changed subsequent to the decision"),
        Item("RD2", "RD2 - The Court did not make a placement order"),
        Item("RD3", "RD3 - Prospective adopters could not be found"),
        Item("RD4", "RD4 - Any other reason"),
    ),
)

ADOPTER_LEAVING = CodeSet(
    "adopter_leaving_reason",
    "Reason that an adopter left the process",
    CODES_USED,
    (
        Item("1", "1 - Adopter withdrew from process", "Adopter withdrew"),
        Item("2", "2 - Process put on hold"),
        Item("3", "3 - Application refused"),
    ),
)

PERMANENCE_ORDER = CodeSet(
    "permanence_order_type",
    "Type of permanence order",
    SSD.at("perm_permanence_order_type"),
    (
        Item("ADOPTION", label="Adoption"),
        Item("SGO", label="Special Guardianship", also=("Special guardianship order",)),
        Item(
            "CAO",
            label="Child Arrangements Order/ Residence Order",
            also=("Child arrangements order", "Residence order", "RO"),
        ),
    ),
)

PREVIOUS_PERMANENCE = CodeSet(
    "previous_permanence_option",
    "Previous permanence option",
    SSD.at("lapp_previous_permanence_option"),
    coded(
        ("P1", "Adoption"),
        ("P2", "Special guardianship order"),
        ("P3", "Residence order or child arrangements order"),
        ("P4", "Unknown"),
        ("Z1", "No previous permanence option"),
    ),
)

ADOPTER_SEX = CodeSet(
    "adopter_sex",
    "Sex of adopters",
    SSD.at("perm_adopter_sex"),
    coded(
        ("F1", "Single female"),
        ("FF", "Female couple"),
        ("M1", "Single male"),
        ("MF", "Male and female couple"),
        ("MM", "Male couple"),
    ),
)

ADOPTER_LEGAL_STATUS = CodeSet(
    "adopter_legal_status",
    "Legal status of adopters",
    SSD.at("perm_adopter_legal_status"),
    coded(
        ("L0", "Single adopter"),
        ("L11", "Different gender married couple"),
        ("L12", "Same gender married couple"),
        ("L2", "Civil partnership couple"),
        ("L3", "Different gender unmarried couple"),
        ("L4", "Same gender couple, not married or in a civil partnership"),
    ),
)
