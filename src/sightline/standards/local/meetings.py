"""The local lists of meetings under a plan: core groups, reviews, midpoint reviews, escalations."""

from __future__ import annotations

from sightline.standards.declare import Code, Count, Date, Id, Period, Table, Text, YesNo
from sightline.standards.local import about
from sightline.standards.sources import LOCAL


class CoreGroups(
    Table,
    standard="local",
    partial=True,
    title="Core groups",
    period=Period.TWELVE_MONTHS,
    sheets=("Core group", "Core group meetings"),
    source=LOCAL.at("for measures CP15 and CP16; Working Together"),
):
    """Core group meetings of children on a child protection plan: a row for each child and
    meeting, those cancelled among them."""

    child_id = about.child_id()
    plan_started_on = Date(
        "Plan start date",
        required=True,
        aliases=("Child protection plan start date", "CP plan start date", "Conference date"),
        description="The conference that made the plan: the first core group counts from it.",
    )
    due_on = about.due_on()
    held_on = about.held_on("The core group meeting.", not_before="plan_started_on")
    status = about.status()
    first = YesNo("First core group", description="Whether it is the plan's first.")
    child_took_part = about.asked("Child took part", "By being there, or by views given for it.")
    mother_there = about.asked("Mother attended", "Or the parent the child lives with.")
    father_there = about.asked(
        "Father attended", "Or the parent who lives elsewhere.", "Non-resident parent attended"
    )
    school_there = about.asked("School attended", "Or early years setting, or college.")
    health_there = about.asked("Health attended", "Health visitor, school nurse or the like.")
    agencies_invited = Count("Agencies invited")
    agencies_there = Count("Agencies attended")
    plan_updated = about.asked("Plan updated", "Whether the plan was made more exact.")
    recorded_on = about.recorded_on("held_on")
    team = about.team()
    worker = about.worker()


class ChildInNeedReviews(
    Table,
    standard="local",
    partial=True,
    title="Child in need reviews",
    period=Period.TWELVE_MONTHS,
    sheets=("CIN reviews", "CIN review", "Child in need review meetings", "CIN plan reviews"),
    source=LOCAL.at("for measure CN08"),
):
    """Reviews of child in need plans: a row for each child and review, those cancelled among
    them. Plans of disabled children belong here too."""

    child_id = about.child_id()
    plan_started_on = Date(
        "Plan start date",
        required=True,
        aliases=("Child in need plan start date", "CIN plan start date"),
        description="When the plan began, which is not when the child's episode of need did.",
    )
    due_on = about.due_on()
    held_on = about.held_on("The review.", not_before="plan_started_on")
    status = about.status()
    chaired_by = Text("Chaired by", aliases=("Chair",))
    child_took_part = about.asked("Child took part", "By being there, or by views given for it.")
    parents_there = about.asked("Parents attended", "One parent at least.")
    father_there = about.asked("Father or non-resident parent attended", "Or gave views.")
    agencies_invited = Count("Agencies invited")
    agencies_there = Count("Agencies attended")
    plan_updated = about.asked("Plan updated", "Whether it says what is next, by when.")
    outcome = Code(
        "Outcome",
        codes="review_outcome",
        aliases=("Review outcome",),
        description="Whether the plan goes on, steps up, steps down or closes.",
    )
    next_due_on = Date("Next review due", ahead=True, not_before="held_on")
    recorded_on = about.recorded_on("held_on")
    team = about.team()
    worker = about.worker()


class MidpointReviews(
    Table,
    standard="local",
    partial=True,
    title="Midpoint reviews",
    period=Period.TWELVE_MONTHS,
    sheets=("Midway reviews", "Mid-point reviews", "Midpoint checks"),
    source=LOCAL.at("for drift between conferences or reviews"),
):
    """Looks at a plan half-way between two conferences or reviews, by its chair or reviewing
    officer: a row for each child and look."""

    child_id = about.child_id()
    last_meeting_on = Date(
        "Last conference or review date",
        required=True,
        aliases=("Last conference date", "Last review date"),
        description="The half-way point counts from it.",
    )
    next_meeting_on = Date(
        "Next conference or review date",
        ahead=True,
        aliases=("Next conference date", "Next review date"),
        not_before="last_meeting_on",
        description="As planned when it was held.",
    )
    due_on = about.due_on()
    held_on = about.held_on("The midpoint review.", not_before="last_meeting_on")
    status = about.status()
    reviewed_by = Text("Reviewed by", description="Chair or reviewing officer.")
    progress_made = about.asked("Progress made", "Whether the plan is moving on as agreed.")
    child_spoken_to = about.asked("Child spoken to", "Whether the child was asked.")
    actions_overdue = Count("Actions overdue", description="Actions of the plan past their date.")
    escalated = YesNo("Escalated", description="Whether an escalation followed.")
    team = about.team()
    worker = about.worker()


class Escalations(
    Table,
    standard="local",
    partial=True,
    title="Escalations",
    period=Period.TWELVE_MONTHS,
    sheets=("Dispute resolution", "IRO escalations", "DRP", "Practice alerts"),
    source=LOCAL.at("for challenge by reviewing officers and chairs; IRO Handbook"),
):
    """Concerns raised formally about a child's plan: a row for each child and stage reached."""

    escalation_id = Id("Escalation ID", aliases=("Escalation reference", "Reference"))
    child_id = about.child_id()
    raised_on = Date(
        "Date raised", required=True, aliases=("Escalation date",), description="At this stage."
    )
    raised_by = Code("Raised by", codes="escalation_by", aliases=("Raised by role",))
    stage = Code("Stage", codes="escalation_stage", aliases=("Escalation stage", "Level"))
    reason = Code(
        "Reason", codes="escalation_reason", open=True, description="What it is mainly about."
    )
    due_on = about.due_on()
    answered_on = Date(
        "Date answered",
        aliases=("Response date",),
        not_before="raised_on",
        blank_when="it waits for an answer",
    )
    resolved_on = Date(
        "Date resolved",
        aliases=("Closed date", "Date closed"),
        not_before="raised_on",
        blank_when="it is open",
    )
    outcome = Code("Outcome", codes="escalation_outcome", aliases=("Escalation outcome",))
    team = about.team()
    worker = about.worker()
