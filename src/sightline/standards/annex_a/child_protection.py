"""List 7 of Annex A: children on a child protection plan."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import Code, Count, Date, Period, Table, YesNo, weeks_before
from sightline.standards.sources import TEMPLATE_2019


class ChildProtection(
    Table,
    standard="annex_a",
    number=7,
    title="Child protection",
    period=Period.SIX_MONTHS,
    sheets=("List_7", "Child Protection", "CPP", "CP", "AA_7_child_protection"),
    source=TEMPLATE_2019.at("sheet List_7"),
    one_row_per_key=True,
):
    """Every child with a child protection plan now, or whose plan ended in the six months before
    inspection: a row for each child, with the latest plan."""

    child_id = about.child_id()
    gender = about.gender()
    ethnicity = about.ethnicity()
    date_of_birth = about.date_of_birth()
    age = about.age()
    has_disability = about.has_disability()
    plan_start_date = Date(
        "Child Protection Plan Start Date",
        required=True,
        aliases=("ChildProtectionPlanStartDate", "CP Plan Start Date"),
        not_before=weeks_before("date_of_birth", about.WEEKS_UNBORN),
        description="Start of the latest plan.",
    )
    initial_category = Code(
        "Initial Category of Abuse",
        codes="category_of_abuse",
        required=True,
        aliases=("InitialCategoryOfAbuse",),
        description="The category when the plan began.",
    )
    latest_category = Code(
        "Latest Category of Abuse",
        codes="category_of_abuse",
        required=True,
        aliases=("LatestCategoryOfAbuse",),
        description="The category now, or when the plan ended.",
    )
    last_visit_date = Date(
        "Date of the Last Statutory Visit",
        aliases=("DateOfLastStatutoryVisit",),
        not_before="plan_start_date",
        not_after="plan_end_date",
        pairs_with="seen_alone",
        description="By the lead social worker. No national interval is fixed.",
    )
    seen_alone = YesNo(
        "Was the Child Seen Alone?",
        codes="yes_no_unknown",
        aliases=("ChildSeenAlone",),
        description="At the last statutory visit.",
    )
    latest_review_date = Date(
        "Date of latest review conference",
        aliases=(
            *("DateOfLatestReviewConf", "Date of last review conference"),
            *("Date of latest review child protection conference",),
            "Date of last review child protection conference",
        ),
        after="plan_start_date",
        not_after="plan_end_date",
        blank_when="no review has been held yet",
        description="The first is due within 3 months of the initial conference, later ones "
        "within 6 months of the last. Only the latest is given.",
    )
    plan_end_date = Date(
        "Child Protection Plan End Date",
        aliases=("ChildProtectionPlanEndDate", "CP Plan End Date"),
        not_before="plan_start_date",
        blank_when="the plan is open",
        description="End of the latest plan.",
    )
    epo_or_police_protection = YesNo(
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six "
        "Months (Y/N)",
        required=True,
        aliases=(
            "ProtectionLastSixMonths",
            "Subject to Emergency Protection Order",
            "Subject to Emergency Protection Order or Protected Under Police Powers",
            "Subject to an Emergency Protection Order or Protected Under Police Powers in Last "
            "Six Months",
        ),
        description="In the six months before inspection.",
    )
    previous_plans = Count(
        "Number of Previous Child Protection Plans",
        required=True,
        aliases=(
            "Sum of Number of Previous Child Protection Plans",
            *("NumberOfPreviousChildProtectionPlans", "No. of Previous Child Protection Plans"),
            *("Number of Previous CP Plans", "No. of Previous CP Plans"),
        ),
        description="Earlier plans in this authority only; 0 for a first plan. Does not say when.",
    )
    allocated_team = about.allocated_team()
    allocated_worker = about.allocated_worker()
