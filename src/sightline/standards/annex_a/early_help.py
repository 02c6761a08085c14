"""List 2 of Annex A: early help."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import Date, Period, Table, Text, weeks_before
from sightline.standards.sources import TEMPLATE_2019


class EarlyHelp(
    Table,
    standard="annex_a",
    number=2,
    title="Early Help",
    period=Period.SIX_MONTHS,
    sheets=("List_2", "Early Help Assessments", "AA_2_early_help_assessments"),
    source=TEMPLATE_2019.at("sheet List_2"),
):
    """Early help assessments in the six months before inspection, and early help that the
    authority coordinates now. Ofsted accepts that authorities draw the line differently."""

    child_id = about.child_id()
    gender = about.gender()
    ethnicity = about.ethnicity()
    date_of_birth = about.date_of_birth()
    age = about.age()
    assessment_start_date = Date(
        "Assessment start date",
        required=True,
        aliases=("AssessmentStartDate", "Early Help Assessment Start Date"),
        not_before=weeks_before("date_of_birth", about.WEEKS_UNBORN),
        description="When the early help assessment began.",
    )
    assessment_completion_date = Date(
        "Assessment completion date",
        aliases=(
            *("AssessmentCompletionDate", "Assessment Completed Date", "Assessment End Date"),
            *("Early Help Assessment Completion Date", "Early Help Assessment Completed Date"),
            "Early Help Assessment End Date",
        ),
        not_before="assessment_start_date",
        blank_when="the child is still receiving the service",
        description="When the early help assessment was finished.",
    )
    organisation = Text(
        "Organisation completing assessment",
        required=True,
        aliases=("OrganisationCompletingAssessment", "Organisation that completed assessment"),
        description="The organisation that carried out the assessment.",
    )
