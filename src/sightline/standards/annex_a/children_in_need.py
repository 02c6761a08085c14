"""List 6 of Annex A: children in need."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import Code, Date, DateRule, Period, Table, usually, weeks_before
from sightline.standards.sources import TEMPLATE_2019


class ChildrenInNeed(
    Table,
    standard="annex_a",
    number=6,
    title="Children in Need",
    period=Period.SIX_MONTHS,
    sheets=("List_6", "CIN", "Child in Need", "AA_6_children_in_need"),
    source=TEMPLATE_2019.at("sheet List_6"),
    one_row_per_key=True,
):
    """Every child who receives a social care service, or is assessed for one, now or in the six
    months before inspection: on child in need and child protection plans, in care, and in open
    assessments. Not care leavers, and not children only referred. A row for each child, with the
    latest episode of need. Lists 7 and 8 lie within it."""

    child_id = about.child_id()
    gender = about.gender()
    ethnicity = about.ethnicity()
    date_of_birth = about.date_of_birth()
    age = about.age()
    has_disability = about.has_disability()
    cin_start_date = Date(
        "CIN Start Date",
        required=True,
        aliases=("CINStartDate", "Child in Need Start Date"),
        not_before=weeks_before("date_of_birth", about.WEEKS_UNBORN),
        description="Start of the episode of need; for an open assessment, the date of the "
        "referral. Not the start of a plan, so a plan's age cannot be had from it.",
    )
    primary_need = Code(
        "Primary Need Code",
        codes="primary_need",
        required=True,
        aliases=("PrimaryNeedCode", "Primary Need"),
        description="The main reason that the child is in need.",
    )
    last_seen_date = Date(
        "Date Child Was Last Seen",
        aliases=("DateChildLastSeen", "Date Last Seen"),
        not_before=usually("cin_start_date"),
        not_after=DateRule("cin_closure_date", severity="query"),
        description="By a social worker. Blank for an open episode is something to act on.",
    )
    cin_closure_date = Date(
        "CIN Closure Date",
        aliases=(
            *("CINClosureDate", "Child in Need Closure Date", "CIN End Date"),
            "Child in Need End Date",
        ),
        not_before="cin_start_date",
        pairs_with="closure_reason",
        blank_when="the latest episode is open",
        description="End of the episode of need.",
    )
    closure_reason = Code(
        "Reason for Closure",
        codes="reason_for_closure",
        aliases=("ReasonForClosure", "CIN Reason for Closure", "Closure Reason"),
        blank_when="the latest episode is open",
        description="Why the episode of need ended.",
    )
    case_status = Code(
        "Case Status",
        codes="case_status",
        required=True,
        headings=("Case status",),
        aliases=("CaseStatus",),
        description="The first that applies, from in care down to open assessment; closed only "
        "when the episode is.",
    )
    allocated_team = about.allocated_team()
    allocated_worker = about.allocated_worker()
