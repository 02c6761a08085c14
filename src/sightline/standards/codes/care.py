"""Code sets of children in care: legal status, plans, placements, where they are, going missing."""

from __future__ import annotations

from sightline.standards.codes.declare import CodeSet, Item, coded
from sightline.standards.codes.people import CODES_USED
from sightline.standards.sources import SSD

# The words that Ofsted's template uses for codes that should not be in the list.
NOT_FOR_THIS_LIST = "zzCodeError"
_DETAINED = "Detained on child protection grounds in LA accommodation"
_JUSTICE = "Youth justice legal Statuses"

CATEGORY_OF_NEED = CodeSet(
    "cla_category_of_need",
    "Category of need of a child in care",
    CODES_USED,
    (
        Item("N1", "N1 - Abuse or neglect"),
        Item("N2", "N2 - Child's disability"),
        Item("N3", "N3 - Parental illness or disability", also=("Parental disability or illness",)),
        Item("N4", "N4 - Family in acute stress"),
        Item("N5", "N5 - Family dysfunction"),
        Item("N6", "N6 - Socially unacceptable behaviour"),
        Item("N7", "N7 - Low income"),
        Item("N8", "N8 - Absent parenting"),
    ),
    note="List 8 stops at N8, and words N3 the other way round from list 6.",
)

LEGAL_STATUS = CodeSet(
    "legal_status",
    "Legal status",
    CODES_USED,
    (
        Item("C1", "C1: ICO", "Interim care order", group="Interim care orders"),
        Item("C2", "C2: FCO", "Full care order", ("Care order",), "Full care orders"),
        Item("D1", "D1: Freeing order", "Freeing order granted", group="Freed for Adoption"),
        Item(
            "E1", "E1: Placement order", "Placement order granted", group="Placement order granted"
        ),
        Item(
            "V2",
            "V2: Single period under S20",
            "Single period of accommodation under section 20",
            ("S20", "Section 20"),
            "Accommodated under S20",
        ),
        Item(
            "L1",
            "L1: Police protection LA accommodation",
            "Police protection, in LA accommodation",
            group=_DETAINED,
        ),
        Item("L2", "L2: EPO", "Emergency protection order", group=_DETAINED),
        Item(
            "L3",
            "L3: Child assessment order LA accommodation",
            "Child assessment order, in LA accommodation",
            group=_DETAINED,
        ),
        Item(
            "J1",
            "J1: Remanded to LA or youth detention",
            "Remand to LA or youth detention accommodation",
            group=_JUSTICE,
        ),
        Item("J2", "J2: LA accommodation under PACE", group=_JUSTICE),
        Item("J3", "J3: Youth rehabilitation order", group=_JUSTICE),
        Item(
            "V3",
            "V3: Short term breaks, episodes recorded",
            "Agreed series of short breaks, episodes recorded",
            group=NOT_FOR_THIS_LIST,
            tags=("short breaks",),
        ),
        Item(
            "V4",
            "V4: Short term breaks, agreements recorded",
            "Agreed series of short breaks, agreements recorded",
            group=NOT_FOR_THIS_LIST,
            tags=("short breaks",),
        ),
    ),
    note="Children with V3 or V4 are not counted as in care.",
)

PERMANENCE_PLAN = CodeSet(
    "permanence_plan",
    "Permanence plan",
    CODES_USED,
    (
        Item(
            "FAMILY",
            "a) Return to family",
            also=(
                *("Return to Birth Parents", "Place with Parent(s)"),
                "Return to birth family within six months",
            ),
        ),
        Item(
            "ADOPTION",
            "b) Adoption",
            also=("Fostering for Adoption", "Permanency through Adoption"),
        ),
        Item(
            "SGO_CAO",
            "c) SGO/CAO",
            "Special guardianship or child arrangements order",
            ("SGO", "CAO", "Special Guardianship", "Child Arrangement Order"),
        ),
        Item(
            "SUPPORTED",
            "d) Supported living in the community",
            also=(
                "Independent Living",
                "Supported living in the community (with a view to independence)",
            ),
        ),
        Item(
            "RESIDENTIAL",
            "e) Long-term residential placement",
            "Long-term residential",
            ("LT residential placement", "Residential", "Residential placement until independence"),
        ),
        Item(
            "FOSTERING",
            "f) Long-term fostering",
            also=(
                *("Fostering", "LT fostering", "Permanent Fostering"),
                "Long term placement with relatives/friends",
            ),
        ),
        Item("OTHER", "g) other", "Other", ("Parallel Plan", "Concurrent Planning")),
    ),
    lettered=True,
    note="Of two plans, only the principal one is reported.",
)

_FOSTER, _ADOPTION, _TEMPORARY = "Foster placement", "Placed for adoption", "Temporary placement"


def _place(code: str, printed: str, *tags: str, group: str = "") -> Item:
    """A type of placement; where it has no group of several, it is a group of its own."""
    return Item(code, printed, group=group or printed.split(": ", 1)[1], tags=tags)


# "regulated" are types that have an Ofsted number, so that a blank one is worth a question.
PLACEMENT_TYPE = CodeSet(
    "placement_type",
    "Type of placement",
    CODES_USED,
    (
        _place("U1", "a) U1: Foster placement - relatives - long term", group=_FOSTER),
        _place("U2", "b) U2: Foster placement - relative - FFA", group=_FOSTER),
        _place("U3", "c) U3: Foster placement - relative - not FFA", group=_FOSTER),
        _place("U4", "d) U4: Foster placement - long term", group=_FOSTER),
        _place("U5", "e) U5: Foster placement - FFA", group=_FOSTER),
        _place("U6", "f) U6: Foster placement - not FFA", group=_FOSTER),
        _place("A3", "g) A3: Placed for adoption - consent - current foster", group=_ADOPTION),
        _place("A4", "h) A4: Placed for adoption - consent - not foster", group=_ADOPTION),
        _place("A5", "i) A5: Placed for adoption - order - foster", group=_ADOPTION),
        Item(
            "A6",
            "j) A6: Placed for adoption - order - not foster",
            also=("j) A6: Placed for adoption - order - foster",),
            group=_ADOPTION,
            note="Printed without its 'not' before August 2019.",
        ),
        _place("P1", "k) P1: Placed with parents"),
        _place("P2", "l) P2: Independent living"),
        _place("P3", "m) P3: Residential employment"),
        _place("H5", "n) H5: Residential accommodation", "regulated"),
        _place("K1", "o) K1: Secure Children's Homes", "regulated"),
        _place("K2", "p) K2: Children's Homes", "regulated"),
        _place("R1", "q) R1: Residential Care Home", "regulated"),
        _place("R2", "r) R2: NHS/Health Trust"),
        _place("R3", "s) R3: Family Centre or Mother and Baby Unit"),
        _place("R5", "t) R5: Young Offender Institution"),
        _place("S1", "u) S1: Residential school", "regulated"),
        _place("Z1", "v) Z1: Other placements"),
        _place("T0", "w) T0: Temporary placement", "temporary", group=_TEMPORARY),
        _place("T1", "x) T1: Temporary placement - hospital", "temporary", group=_TEMPORARY),
        _place("T2", "y) T2: Temporary placement - holiday", "temporary", group=_TEMPORARY),
        _place("T3", "z) T3: Temporary placement - carer holiday", "temporary", group=_TEMPORARY),
        _place(
            "T4",
            "zz) T4: Temporary placement - seven days or less",
            "temporary",
            group=_TEMPORARY,
        ),
    ),
)

PLACEMENT_PROVIDER = CodeSet(
    "placement_provider",
    "Provider of a placement",
    CODES_USED,
    (
        Item("PR0", "a) PR0: Parents/Parental responsibility", group="Other"),
        Item("PR1", "b) PR1: Own provision", also=("b) PR1 - Own provision",), group="Own LA"),
        Item("PR2", "c) PR2: Other LA provision", group="Other"),
        Item("PR3", "d) PR3: Other public provision", group="Other"),
        Item(
            "PR4",
            "e) PR4: Private provision",
            also=("e) PR4 - Private provision",),
            group="Private",
        ),
        Item("PR5", "f) PR5: Voluntary/third sector", group="Other"),
    ),
)

IN_OUT = CodeSet(
    "in_out",
    "Inside or outside the authority's boundary",
    CODES_USED,
    (
        Item(
            "IN",
            "a) In",
            "Inside the responsible LA boundary",
            ("In LA", "In borough", "Inside", "Inside LA Boundary", "Y", "Yes"),
        ),
        Item(
            "OUT",
            "b) Out",
            "Outside the boundary",
            ("Out of LA", "Out of borough", "Outside", "Outside LA Boundary", "N", "No"),
        ),
    ),
    lettered=True,
)

PLACED_ELSEWHERE = CodeSet(
    "la_of_placement_special",
    "Placed where there is no English authority to name",
    CODES_USED,
    (
        Item("NIR", "NIR - Child placed in Northern Ireland", "Northern Ireland"),
        Item("WAL", "WAL - Child placed in Wales", "Wales"),
        Item("SCO", "SCO - Child placed in Scotland", "Scotland"),
        Item("NUK", "NUK - Child placed outside the UK", "Outside the UK"),
        Item("CON", "CON - Child placed in confidential placement", "Confidential placement"),
    ),
    open=True,
    note="Otherwise the name of the authority, in words.",
)

EPISODE_START = CodeSet(
    "episode_start_reason",
    "Reason for a new episode of care",
    SSD.at("clae_cla_episode_start_reason"),
    coded(
        ("S", "Started to be looked after"),
        ("L", "Change of legal status only"),
        ("P", "Change of placement and carers only"),
        ("T", "Change of placement, same carers"),
        ("B", "Change of legal status, placement and carers at once"),
        ("U", "Change of legal status and placement, same carers"),
    ),
)

PLACEMENT_CHANGE = CodeSet(
    "placement_change_reason",
    "Reason for a change of placement",
    SSD.at("clap_cla_placement_change_reason"),
    (
        Item("CARPL", label="Change to, or carrying out of, the care plan", tags=("planned",)),
        Item("CLOSE", label="Carer resigned or provision closed"),
        Item("ALLEG", label="Allegation under section 47"),
        Item("STAND", label="Concern about standards of care"),
        Item("APPRR", label="Approval removed"),
        Item("CREQB", label="Carer asked, for the child's behaviour", tags=("unplanned",)),
        Item("CREQO", label="Carer asked, for another reason", tags=("unplanned",)),
        Item("CHILD", label="Child asked", tags=("unplanned",)),
        Item("LAREQ", label="Authority asked", tags=("unplanned",)),
        Item("PLACE", label="Change in the status of the placement only", tags=("same carer",)),
        Item("CUSTOD", label="Custody"),
        Item("OTHER", label="Other"),
    ),
    note="Unplanned are those that the guidance calls not planned, or broken down.",
)
