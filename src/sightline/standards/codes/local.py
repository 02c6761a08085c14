"""Code sets of the local lists: meetings, supervision, plans, escalations, complaints."""

from __future__ import annotations

from sightline.standards.codes.declare import CodeSet, Item, worded
from sightline.standards.sources import LOCAL

SUPERVISION_KIND = CodeSet(
    "supervision_kind",
    "Kind of supervision",
    LOCAL,
    (
        Item(
            "child",
            "Child discussed",
            also=("Case supervision", "Supervision of a child's plan", "Child"),
        ),
        Item("worker", "Worker's own session", also=("Personal supervision", "Worker")),
        Item("group", "Group supervision", also=("Group", "Peer group", "Reflective group")),
    ),
)

MEETING_STATUS = CodeSet(
    "meeting_status",
    "What became of a meeting",
    LOCAL,
    (
        Item("held", "Held", also=("Completed", "Took place")),
        Item("planned", "Planned", also=("Booked", "Scheduled")),
        Item("cancelled", "Cancelled", also=("Canceled",)),
        Item("postponed", "Postponed", also=("Rearranged", "Deferred")),
        Item("not_quorate", "Stood down, not quorate", also=("Not quorate", "Inquorate")),
    ),
)

REVIEW_OUTCOME = CodeSet(
    "review_outcome",
    "Outcome of a review of a child in need plan",
    LOCAL,
    (
        Item("continue", "Plan continues", also=("Continue", "Continue CIN", "Continue plan")),
        Item("step_down", "Step down to early help", also=("Step down",)),
        Item("close", "Close", also=("Closed", "Case closed", "NFA")),
        Item("strategy", "Step up: strategy discussion", also=("Step up", "Section 47")),
        Item("pre_proceedings", "Step up: legal gateway meeting", also=("Legal gateway",)),
        Item("care", "Child to come into care", also=("Accommodate",)),
    ),
)

ESCALATION_BY = CodeSet(
    "escalation_by",
    "Who raised an escalation",
    LOCAL,
    (
        Item("reviewing_officer", "Independent reviewing officer", also=("IRO",)),
        Item("conference_chair", "Child protection conference chair", also=("CP chair", "Chair")),
        *worded(
            ("manager", "Manager"),
            ("partner", "Partner agency"),
            ("advocate", "Advocate or child"),
            ("virtual_school", "Virtual school"),
            ("other", "Other"),
        ),
    ),
)

ESCALATION_STAGE = CodeSet(
    "escalation_stage",
    "Stage of an escalation",
    LOCAL,
    (
        Item("informal", "Informal", also=("0", "Stage 0", "Practice alert")),
        Item("1", "Stage 1: team manager", also=("Stage 1",)),
        Item("2", "Stage 2: service manager", also=("Stage 2",)),
        Item("3", "Stage 3: head of service", also=("Stage 3",)),
        Item("4", "Stage 4: director", also=("Stage 4",)),
        Item("cafcass", "Referred to Cafcass", also=("Cafcass",)),
    ),
)

ESCALATION_REASON = CodeSet(
    "escalation_reason",
    "What an escalation is about",
    LOCAL,
    worded(
        ("drift", "Drift or delay"),
        ("plan", "No plan, or a poor one"),
        ("visits", "Visits late or missed"),
        ("allocation", "No allocated worker, or changes of worker"),
        ("safety", "Safety of the child"),
        ("legal", "Legal advice or proceedings late"),
        ("permanence", "Permanence late"),
        ("health", "Health needs"),
        ("education", "Education needs"),
        ("placement", "Placement does not meet needs"),
        ("voice", "Child's views not heard"),
        ("preparation", "Reports or meetings not prepared"),
        ("other", "Other"),
    ),
)

ESCALATION_OUTCOME = CodeSet(
    "escalation_outcome",
    "Outcome of an escalation",
    LOCAL,
    worded(
        ("agreed", "Resolved: action agreed and done"),
        ("explained", "Resolved: explained"),
        ("next_stage", "Went to the next stage"),
        ("withdrawn", "Withdrawn"),
        ("open", "Open"),
    ),
)

COMPLAINT_KIND = CodeSet(
    "complaint_kind",
    "Complaint or other representation",
    LOCAL,
    worded(
        ("complaint", "Complaint"),
        ("compliment", "Compliment"),
        ("concern", "Concern settled on the spot"),
        ("enquiry", "Member's enquiry"),
    ),
)

COMPLAINT_STAGE = CodeSet(
    "complaint_stage",
    "Stage of a complaint",
    LOCAL,
    (
        Item("1", "Stage 1: local resolution", also=("Stage 1", "Stage one")),
        Item("2", "Stage 2: investigation", also=("Stage 2", "Stage two")),
        Item("3", "Stage 3: review panel", also=("Stage 3", "Stage three")),
        Item("ombudsman", "Ombudsman", also=("LGSCO", "LGO")),
        Item("corporate", "Corporate procedure", also=("Non-statutory",)),
    ),
)

COMPLAINT_BY = CodeSet(
    "complaint_by",
    "Who made a complaint",
    LOCAL,
    (
        Item("child", "Child or young person", also=("Child", "Young person")),
        Item("care_leaver", "Care leaver"),
        Item("advocate", "Advocate for a child", also=("Advocate",)),
        Item("parent", "Parent", also=("Mother", "Father")),
        *worded(
            ("relative", "Other relative"),
            ("foster_carer", "Foster carer or adopter"),
            ("other", "Other"),
        ),
    ),
)

COMPLAINT_OUTCOME = CodeSet(
    "complaint_outcome",
    "Outcome of a complaint",
    LOCAL,
    (
        Item("upheld", "Upheld", also=("Fully upheld",)),
        Item("partly", "Partly upheld", also=("Partially upheld",)),
        Item("not_upheld", "Not upheld"),
        *worded(("withdrawn", "Withdrawn"), ("no_finding", "No finding"), ("open", "Open")),
    ),
)
