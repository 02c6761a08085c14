"""Code sets of health, reviews and education that only the SSD holds."""

from __future__ import annotations

from sightline.standards.codes.declare import CodeSet, Item, coded
from sightline.standards.sources import SSD

REVIEW_PARTICIPATION = CodeSet(
    "review_participation",
    "How the child took part in a review",
    SSD.at("clar_cla_review_participation"),
    (
        Item("PN0", label="Under four at the time of the review"),
        Item("PN1", label="Attends, and speaks for themselves", tags=("took part",)),
        Item("PN2", label="Attends, and an advocate speaks", tags=("took part",)),
        Item("PN3", label="Attends, and conveys views without words", tags=("took part",)),
        Item("PN4", label="Attends, without contributing"),
        Item("PN5", label="Does not attend, but briefs an advocate", tags=("took part",)),
        Item("PN6", label="Does not attend, but sends their views", tags=("took part",)),
        Item("PN7", label="Does not attend, and views are not conveyed"),
    ),
)

MISSING_TYPE = CodeSet(
    "missing_type",
    "Missing, or away without authorisation",
    SSD.at("miss_missing_episode_type"),
    (
        Item("M", label="Missing", also=("Missing from care",)),
        Item(
            "A",
            label="Away from placement without authorisation",
            also=("Absent", "Away without authorisation"),
        ),
    ),
)

SDQ_REASON = CodeSet(
    "sdq_reason",
    "Why there is no strengths and difficulties score",
    SSD.at("csdq_sdq_reason"),
    coded(
        ("SDQ1", "Under 4 or over 16"),
        ("SDQ2", "Carer refused"),
        ("SDQ3", "Not possible because of the child's disability"),
        ("SDQ4", "Other"),
        ("SDQ5", "Child or young person refused"),
    ),
)

EHCP_DECISION = CodeSet(
    "ehcp_decision",
    "Decision on an education, health and care plan",
    SSD.at("ehcr_ehcp_req_outcome and ehca_ehcp_assessment_outcome"),
    coded(
        ("Y", "Yes"),
        ("N", "No"),
        ("A", "Not yet decided"),
        ("W", "Withdrawn or ceased before a decision"),
        ("H", "Decided before the latest collection period"),
    ),
)

EHCP_CEASED = CodeSet(
    "ehcp_ceased_reason",
    "Reason that an education, health and care plan ceased",
    SSD.at("ehcn_named_plan_ceased_reason"),
    coded(
        ("1", "Reached the greatest age"),
        ("2", "Needs met without a plan"),
        ("3", "Higher education"),
        ("4", "Paid employment"),
        ("5", "Moved to another authority"),
        ("6", "No longer wishes to be in education or training"),
        ("7", "Moved outside England"),
        ("8", "Died"),
        ("9", "Other"),
    ),
)

SEN_NEED = CodeSet(
    "sen_need",
    "Type of special educational need",
    SSD.at("senn_active_ehcp_need_type"),
    coded(
        ("SPLD", "Specific learning difficulty"),
        ("MLD", "Moderate learning difficulty"),
        ("SLD", "Severe learning difficulty"),
        ("PMLD", "Profound and multiple learning difficulty"),
        ("SEMH", "Social, emotional and mental health"),
        ("SLCN", "Speech, language and communication needs"),
        ("HI", "Hearing impairment"),
        ("VI", "Vision impairment"),
        ("MSI", "Multi-sensory impairment"),
        ("PD", "Physical disability"),
        ("ASD", "Autistic spectrum disorder"),
        ("OTH", "Other difficulty"),
    ),
)

GATEWAY_OUTCOME = CodeSet(
    "legal_gateway_outcome",
    "Outcome of a legal gateway meeting",
    SSD.at("prep_legal_gateway_outcome"),
    coded(
        ("A", "Continue with current plan"),
        ("B", "Start pre-proceedings"),
        ("C", "Issue care proceedings"),
        ("D", "Unknown"),
    ),
)

_PLANS = (
    ("C", "Adoption"),
    ("E", "Special Guardianship Order"),
    ("F", "Private Law Order"),
    ("G", "Other"),
)

INITIAL_CARE_PLAN = CodeSet(
    "initial_care_plan",
    "Plan for the child at the first hearing",
    SSD.at("prep_la_initial_care_plan"),
    coded(
        ("A", "Interim / Care Order"),
        ("B", "Interim / Care Order - Placement with parents"),
        ("D", "Interim / Supervision Order"),
        *_PLANS,
    ),
)

FINAL_CARE_PLAN = CodeSet(
    "final_care_plan",
    "Plan for the child at the final hearing",
    SSD.at("prep_la_final_care_plan"),
    coded(
        ("A", "Care Order"),
        ("B", "Care Order - Placement with parents"),
        ("D", "Supervision Order"),
        *_PLANS,
        ("H", "Not yet at final hearing"),
    ),
)
