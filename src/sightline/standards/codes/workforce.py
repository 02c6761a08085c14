"""Code sets of workers: why one changed, what they are to the child, contracts and leaving."""

from __future__ import annotations

from sightline.standards.codes.declare import CodeSet, Item, coded, worded
from sightline.standards.sources import LOCAL, SSD, WORKFORCE_CENSUS

WORKER_CHANGE = CodeSet(
    "worker_change_reason",
    "Reason for a change of worker",
    SSD.at("invo_worker_change_reason"),
    coded(
        ("MANAGE", "Managing caseloads"),
        ("FCONTA", "First contact or re-referral"),
        ("LEFTRL", "Previous worker left the role"),
        ("ORGRST", "Reorganisation"),
        ("TSPROC", "Transfer between teams as usual"),
        ("ABSENC", "Absence, or return from absence"),
        ("CHCHAN", "Child asked"),
        ("PCCHAN", "Parent or carer asked"),
        ("SWDIED", "Previous worker died"),
        ("OTHERS", "Other reason"),
    ),
)

WORKER_ROLE = CodeSet(
    "worker_role",
    "What a worker is to the child",
    LOCAL,
    (
        Item(
            "social_worker",
            "Allocated social worker",
            also=("Social worker", "Case worker", "Allocated worker", "Key worker"),
        ),
        *worded(
            ("second_worker", "Second or co-worker"),
            ("personal_adviser", "Personal adviser"),
            ("family_support", "Family support worker"),
            ("early_help", "Early help worker"),
            ("reviewing_officer", "Independent reviewing officer"),
            ("conference_chair", "Child protection conference chair"),
            ("supervising_manager", "Supervising manager"),
            ("other", "Other"),
        ),
    ),
)

CONTRACT = CodeSet(
    "contract",
    "How a post is filled",
    WORKFORCE_CENSUS.at("agency workers and vacancies"),
    (
        Item("permanent", "Permanent", also=("Perm",)),
        Item("fixed_term", "Fixed term", also=("Temporary", "FTC")),
        Item("agency", "Agency", also=("Agency worker", "Locum")),
        Item("vacant", "Vacant", also=("Vacancy", "Unfilled")),
    ),
)

POST_ROLE = CodeSet(
    "post_role",
    "What a post is",
    LOCAL,
    worded(
        ("social_worker", "Social worker"),
        ("senior_social_worker", "Senior or advanced social worker"),
        ("assessed_year", "Newly qualified social worker"),
        ("team_manager", "Team manager"),
        ("service_manager", "Service manager or head of service"),
        ("personal_adviser", "Personal adviser"),
        ("family_support", "Family support worker"),
        ("reviewing_officer", "Independent reviewing officer or conference chair"),
        ("other", "Other"),
    ),
)

LEAVING_POST = CodeSet(
    "leaving_post_reason",
    "Reason for leaving a post",
    LOCAL,
    worded(
        ("resigned", "Resigned"),
        ("retired", "Retired"),
        ("dismissed", "Dismissed"),
        ("redundant", "Redundancy"),
        ("moved", "Moved to another post in the authority"),
        ("end_of_contract", "Contract or agency booking ended"),
        ("died", "Died"),
        ("other", "Other"),
        ("not_known", "Not known"),
    ),
)

ABSENCE = CodeSet(
    "absence_reason",
    "Reason for absence",
    LOCAL,
    (
        *worded(("sickness", "Sickness"), ("parental", "Maternity, paternity or adoption leave")),
        Item("training", "Training", also=("TRN",)),
        *worded(("suspended", "Suspended"), ("career_break", "Career break"), ("other", "Other")),
    ),
)
