"""The local list of the workforce: posts, the people in them, and what they carry."""

from __future__ import annotations

from sightline.standards.declare import Code, Count, Date, Decimal, Id, Period, Table, Text, YesNo
from sightline.standards.local import about
from sightline.standards.sources import LOCAL


class Workforce(
    Table,
    standard="local",
    partial=True,
    title="Workforce",
    period=Period.TWELVE_MONTHS,
    sheets=("Posts", "Staff", "Establishment", "Social workers", "CSWW", "CSWWWorker"),
    source=LOCAL.at("for measures WF02 to WF07 and WF13; social work workforce census"),
):
    """Posts of children's social care, and who has held each in the last twelve months: a row for
    each post and person, and one without a person for each stretch in which it was vacant."""

    post_id = Id(
        "Post ID",
        key=True,
        required=True,
        aliases=("Position ID", "Post number", "Position number"),
        description="Ties a vacancy, an agency worker who covers it and the next in post together.",
    )
    worker_id = Id(
        "Worker ID",
        aliases=("Staff ID", "Employee number", "Payroll number"),
        blank_when="the post is vacant",
        description="As in the lists of supervision and of workers by episode.",
    )
    worker_name = Text("Name", aliases=("Worker", "Worker name"), blank_when="the post is vacant")
    registration = Id(
        "Social Work England number",
        aliases=("SWENo", "SWE number", "Registration number"),
        blank_when="the post is vacant, or needs no social worker",
    )
    post_role = Code(
        "Role", codes="post_role", open=True, aliases=("Post title", "Job title", "OrgRole")
    )
    case_holder = YesNo(
        "Works directly with children and families",
        aliases=("Case holder", "Caseholder"),
        description="Whether the post carries work with children of its own.",
    )
    team = about.team()
    service = Text("Service", aliases=("Department", "Service area"))
    manager_id = Id("Manager ID", description="The manager's worker ID.")
    contract = Code(
        "Contract",
        codes="contract",
        required=True,
        aliases=("Contract type", "Employment type"),
        description="How the post is filled: by an agency worker, or vacant.",
    )
    fte = Decimal(
        "FTE",
        required=True,
        minimum=0,
        maximum=2,
        aliases=("Full time equivalent", "Full-time equivalency"),
        description="Of the person; of the post, while it is vacant.",
    )
    started_on = Date(
        "Start date",
        required=True,
        aliases=("RoleStartDate", "Date started", "Role start date"),
        description="When this person took up the post, or the vacancy began.",
    )
    ended_on = Date(
        "End date",
        aliases=("RoleEndDate", "Leave date", "Leaving date", "Role end date"),
        not_before="started_on",
        blank_when="the person is in post, or the vacancy goes on",
    )
    left_authority = YesNo(
        "Left the authority",
        description="Yes for a leaver; no for a move to another post. Turnover counts leavers.",
    )
    leaving_reason = Code(
        "Reason for leaving",
        codes="leaving_post_reason",
        open=True,
        aliases=("ReasonLeave", "Leaving reason"),
        blank_when="the person is in post",
    )
    qualified_on = Date("Date qualified", aliases=("Qualification date",))
    first_year = YesNo(
        "In first assessed year (ASYE)",
        aliases=("ASYE", "First year", "NQSW", "Newly qualified"),
        description="Assessed and supported year in employment, now.",
    )
    first_year_ends_on = Date(
        "First assessed year ends",
        aliases=("ASYE end date",),
        not_before="started_on",
        blank_when="the person is not in their first assessed year",
    )
    children_held = Count(
        "Children held",
        aliases=("Caseload", "Cases30", "Number of children"),
        description="At the snapshot date, or at 30 September in a census.",
    )
    most_children = Count(
        "Most children",
        aliases=("Caseload limit", "Caseload ceiling", "Maximum caseload"),
        description="The most that the authority means this person to hold.",
    )
    absent_since = Date(
        "Absent since",
        aliases=("Absence start date",),
        not_before="started_on",
        blank_when="the person is at work",
    )
    absence_reason = Code(
        "Reason for absence",
        codes="absence_reason",
        open=True,
        aliases=("ReasonAbsence", "Absence reason"),
        blank_when="the person is at work",
    )
    days_lost = Decimal(
        "Working days lost to sickness",
        minimum=0,
        aliases=("WorkingDaysLost", "Sick days", "Sickness days"),
        description="In the last twelve months.",
    )
    days_available = Decimal(
        "Working days available",
        minimum=0,
        description="Contracted days in the last twelve months.",
    )
    exit_interview_on = Date("Exit interview date", blank_when="the person is in post")
