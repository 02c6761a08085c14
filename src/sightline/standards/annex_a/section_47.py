"""List 5 of Annex A: section 47 enquiries and initial child protection conferences."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import Count, Date, Period, Table, YesNo, weeks_before
from sightline.standards.sources import TEMPLATE_2019


class Section47(
    Table,
    standard="annex_a",
    number=5,
    title="Section 47 enquiries and Initial Child Protection Conferences",
    period=Period.SIX_MONTHS,
    sheets=(
        *("List_5", "Sec47 and ICPC", "Section 47", "S47 and ICPC", "AA_5_s47_enquiries"),
        *("S47", "Sec 47", "Section 47 enquiries", "S47 enquiries"),
    ),
    source=TEMPLATE_2019.at("sheet List_5"),
):
    """Section 47 enquiries in the six months before inspection, those without a decision yet
    among them: a row for each."""

    child_id = about.child_id()
    gender = about.gender()
    ethnicity = about.ethnicity()
    date_of_birth = about.date_of_birth()
    age = about.age()
    has_disability = about.has_disability()
    strategy_discussion_date = Date(
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        required=True,
        aliases=(
            *("Section 47 Enquiry Start Date", "StratDiscussionDate", "Strategy Discussion Date"),
            "Strategy discussion initiating Section 47 Enquiry",
        ),
        not_before=weeks_before("date_of_birth", about.WEEKS_UNBORN),
        description="The strategy discussion that began the enquiry. The 15 working days to a "
        "conference count from it.",
    )
    icpc_unnecessary = YesNo(
        "Was an Initial Child Protection Conference deemed unnecessary?",
        aliases=(
            *("Initial Child Protection Conference Not Required", "InitialCPConfUnnecessary"),
            *("ICPC Not Required", "Was an ICPC deemed unnecessary?"),
        ),
        blank_when="there is no decision yet",
        description="Yes means that none was needed. A child already on a plan is No, although "
        "no conference will follow.",
    )
    icpc_date = Date(
        "Date of Initial Child Protection Conference",
        aliases=(
            *("InitialCPConfDate", "Date of ICPC", "ICPC Date"),
            "Initial Child Protection Conference Date",
        ),
        not_before="strategy_discussion_date",
        pairs_with="icpc_led_to_plan",
        blank_when="it was not held yet, or not needed",
        description="When the conference was held.",
    )
    icpc_led_to_plan = YesNo(
        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        aliases=(
            "Did the Initial Child Protection Conference Result in a Child Protection Plan?",
            *("CPConfResultInCPPlan", "Did the ICPC result in a Child Protection Plan?"),
        ),
        blank_when="there is no decision or no conference",
        description="Whether the child was made subject of a plan.",
    )
    s47_last_12_months = Count(
        "Number of Section 47 Enquiries in the last 12 months",
        required=True,
        aliases=(
            *("NumberS47s12m", "No. of Section 47 Enquiries in the last 12 months"),
            "Sum of Section 47 Enquiries in the last 12 months",
        ),
        description="Enquiries in the 12 months before the child's latest one, which is not "
        "counted. The same on each of the child's rows.",
    )
    icpcs_last_12_months = Count(
        "Number of ICPCs in the last 12 months",
        required=True,
        aliases=(
            *("NumberICPCs12m", "No. of ICPCs in the last 12 months"),
            "Sum of ICPCs in the last 12 months",
            "Number of Initial Child Protection Conferences in the last 12 months",
        ),
        description="Conferences in the 12 months before the child's latest enquiry.",
    )
    allocated_team = about.allocated_team()
    allocated_worker = about.allocated_worker()
