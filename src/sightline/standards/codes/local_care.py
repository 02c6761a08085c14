"""Code sets of the local lists on court, education, going missing, fostering and families."""

from __future__ import annotations

from sightline.standards.codes.declare import CodeSet, Item, worded
from sightline.standards.sources import CIN_CENSUS, LOCAL

PRE_PROCEEDINGS_OUTCOME = CodeSet(
    "pre_proceedings_outcome",
    "Outcome of pre-proceedings",
    LOCAL,
    (
        Item(
            "issue",
            "Care proceedings issued",
            also=("Decision to Issue Care Proceedings", "Issue", "Issued"),
        ),
        Item(
            "step_down",
            "Stepped down",
            also=("Decision to step down", "Step down", "Risk reduced"),
        ),
        Item("accommodated", "Child in care by agreement", also=("Section 20", "S20")),
        Item("family", "Child cared for by family under an order", also=("SGO", "CAO")),
        *worded(("moved", "Moved to another authority"), ("other", "Other")),
    ),
)

COURT_ORDER = CodeSet(
    "court_order",
    "Final order of care proceedings",
    LOCAL,
    (
        Item("care", "Care order", also=("CO", "FCO", "Full care order")),
        Item("care_parents", "Care order, placed with parents", also=("Care order at home",)),
        Item("placement", "Care order and placement order", also=("Placement order", "PO")),
        Item("supervision", "Supervision order", also=("SO",)),
        Item("special_guardianship", "Special guardianship order", also=("SGO",)),
        Item("child_arrangements", "Child arrangements order", also=("CAO",)),
        *worded(
            ("no_order", "No order"),
            ("withdrawn", "Application withdrawn or dismissed"),
            ("other", "Other"),
        ),
    ),
)

SCHOOL_TERM = CodeSet(
    "school_term",
    "School term",
    LOCAL,
    (
        Item("autumn", "Autumn", also=("Aut", "1", "Term 1", "Autumn term")),
        Item("spring", "Spring", also=("Spr", "2", "Term 2", "Spring term")),
        Item("summer", "Summer", also=("Sum", "3", "Term 3", "Summer term")),
    ),
)

PLAN_QUALITY = CodeSet(
    "plan_quality",
    "Quality of a plan, as checked",
    LOCAL,
    (
        Item("outstanding", "Outstanding"),
        Item("good", "Good", also=("Green",)),
        Item(
            "requires_improvement",
            "Requires improvement",
            also=("Requires improvement to be good", "RI", "Amber"),
        ),
        Item("inadequate", "Inadequate", also=("Red", "Poor")),
        Item("not_checked", "Not checked"),
    ),
)

LEARNING_PROGRESS = CodeSet(
    "learning_progress",
    "Progress in learning",
    LOCAL,
    (
        Item("above", "Better than expected", also=("Above expected", "Above")),
        Item("expected", "As expected", also=("Expected",)),
        Item("below", "Less than expected", also=("Below expected", "Below")),
        Item("not_known", "Not known"),
    ),
)

MISSING_FROM = CodeSet(
    "missing_from",
    "Where a child went missing from",
    LOCAL,
    (
        Item("home", "Home", also=("Family home",)),
        Item("care", "Care", also=("Placement", "From care")),
        Item("other_authority", "Care of another authority", also=("OLA", "Other LA")),
    ),
)

INTERVIEW_STATUS = CodeSet(
    "interview_status",
    "What became of a return interview",
    LOCAL,
    (
        Item("held", "Held", also=("Completed", "Done")),
        Item("declined", "Offered and declined", also=("Declined", "Refused")),
        Item("not_offered", "Not offered"),
        Item("not_reached", "Child could not be reached", also=("Unable to contact",)),
        Item("waiting", "Waiting", also=("Pending", "Outstanding")),
        Item("still_missing", "Child not yet back", also=("Still missing",)),
    ),
)

INTERVIEWER = CodeSet(
    "interviewer",
    "Who held a return interview",
    LOCAL,
    worded(
        ("independent", "Independent service"),
        ("missing_team", "Authority's missing team"),
        ("social_worker", "Child's own social worker"),
        ("other", "Other"),
    ),
)

PRIVATE_FOSTERING_KIND = CodeSet(
    "private_fostering_kind",
    "Kind of private fostering arrangement",
    CIN_CENSUS.at("assessment factors 8B to 8F"),
    (
        Item("8B", "Overseas child who intends to return"),
        Item("8C", "Overseas child who intends to stay"),
        Item("8D", "Child of the United Kingdom in education"),
        Item("8E", "Child of the United Kingdom, alternative family arrangement"),
        Item("8F", "Other"),
    ),
)

NOTIFIED_BY = CodeSet(
    "notified_by",
    "Who told the authority of a private fostering arrangement",
    LOCAL,
    worded(
        ("carer", "Private foster carer"),
        ("parent", "Parent"),
        ("school", "School or college"),
        ("health", "Health service"),
        ("social_care", "Social care"),
        ("immigration", "Immigration or border service"),
        ("other", "Other"),
    ),
)

ARRANGEMENT_END = CodeSet(
    "arrangement_end",
    "Reason that a private fostering arrangement ended",
    LOCAL,
    worded(
        ("returned", "Returned to parents"),
        ("reached_16", "Turned 16, or 18 if disabled"),
        ("relative", "Moved to a close relative"),
        ("care", "Came into care"),
        ("moved", "Moved to another authority or country"),
        ("not_private_fostering", "Found not to be private fostering"),
        ("other", "Other"),
    ),
)

SUITABILITY_DECISION = CodeSet(
    "arrangement_suitable",
    "Decision on a private fostering arrangement",
    LOCAL,
    worded(
        ("suitable", "Suitable"),
        ("requirements", "Suitable, with requirements"),
        ("unsuitable", "Not suitable"),
        ("prohibited", "Prohibited"),
    ),
)

FAMILY_MEETING_KIND = CodeSet(
    "family_meeting_kind",
    "Kind of family meeting",
    LOCAL,
    (
        Item("fgc", "Family group conference", also=("FGC",)),
        Item("fgdm", "Family group decision making meeting", also=("FGDM",)),
        Item("network", "Family network meeting", also=("Family network", "FNM", "Safety circle")),
        Item("reunification", "Meeting for return home"),
        Item("other", "Other"),
    ),
)

FAMILY_MEETING_BEFORE = CodeSet(
    "family_meeting_before",
    "What a family meeting was offered before",
    LOCAL,
    worded(
        ("proceedings", "Care proceedings"),
        ("pre_proceedings", "Pre-proceedings"),
        ("conference", "Child protection conference"),
        ("care", "Coming into care"),
        ("return", "Return home"),
        ("early", "Child in need or early help plan"),
        ("other", "Other"),
    ),
)
