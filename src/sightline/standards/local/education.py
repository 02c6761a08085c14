"""The local list of personal education plans of children in care, from the virtual school."""

from __future__ import annotations

from sightline.standards.declare import Code, Date, Decimal, Period, Table, Text, Upn, Urn
from sightline.standards.local import about
from sightline.standards.sources import LOCAL


class PersonalEducationPlans(
    Table,
    standard="local",
    partial=True,
    title="Personal education plans",
    period=Period.TWELVE_MONTHS,
    sheets=("PEP", "PEPs", "Personal education plan"),
    source=LOCAL.at("for measures LA21 and LA22; promoting the education of children in care"),
):
    """Personal education plans of children in care of school age, and of early years and sixth
    form where they have one: a row for each plan or review, so one for each child and term."""

    child_id = about.child_id()
    upn = Upn("UPN", sensitive=True, aliases=("Unique pupil number",))
    school_urn = Urn(
        "School URN", aliases=("URN of school",), description="The school's number, from the DfE."
    )
    school_name = Text("School", aliases=("School name", "Education setting"))
    academic_year = Text(
        "School year",
        aliases=("Academic year",),
        description="As 2025/26.",
    )
    term = Code("Term", codes="school_term", description="The term that it is for.")
    started_on = Date(
        "Date started",
        aliases=("PEP start date", "Date initiated", "PEP initiated"),
        description="When it was begun: within 10 working days of coming into care.",
    )
    due_on = about.due_on()
    held_on = about.held_on("The PEP meeting.", not_before="started_on")
    ready_on = Date(
        "Date completed",
        aliases=("PEP completed date", "Date signed off", "PEP completion date"),
        not_before="started_on",
        description="When it was ready: in time for the first review of care.",
    )
    status = about.status()
    quality = Code(
        "Quality",
        codes="plan_quality",
        aliases=("PEP quality", "Quality rating", "RAG"),
        description="As the virtual school judged it.",
    )
    checked_on = Date(
        "Date quality checked",
        not_before="started_on",
        description="When the virtual school judged it.",
    )
    targets_specific = about.asked(
        "Targets specific", "Whether each target says what will be learned or done."
    )
    targets_measurable = about.asked(
        "Targets measurable", "Whether each target can be seen to be met, by a date."
    )
    ambitious = about.asked("Ambitious", "Whether it aims higher than keeping pace.")
    progress = Code(
        "Progress in learning",
        codes="learning_progress",
        aliases=("Progress",),
        description="Against what was expected since the last plan.",
    )
    attendance = Decimal(
        "Attendance (%)",
        minimum=0,
        maximum=100,
        aliases=("Attendance percentage",),
        description="This school year to date.",
    )
    child_took_part = about.asked(
        "Child took part", "In the meeting, or by views given for it.", "Pupil voice"
    )
    social_worker_there = about.asked("Social worker attended", "Whether at the meeting.")
    teacher_there = about.asked("Designated teacher attended", "Whether at the meeting.")
    team = about.team()
    worker = about.worker()
