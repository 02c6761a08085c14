"""List 4 of Annex A: assessments."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import Date, Period, Table, YesNo, weeks_before
from sightline.standards.sources import TEMPLATE_2019


class Assessments(
    Table,
    standard="annex_a",
    number=4,
    title="Assessments",
    period=Period.SIX_MONTHS,
    sheets=("List_4", "AA_4_assessments", "Assessment"),
    source=TEMPLATE_2019.at("sheet List_4"),
):
    """Statutory assessments, under section 17 or 47, open at any time in the six months before
    inspection: a row for each."""

    child_id = about.child_id()
    gender = about.gender()
    ethnicity = about.ethnicity()
    date_of_birth = about.date_of_birth()
    age = about.age()
    has_disability = about.has_disability()
    assessment_start_date = Date(
        "Continuous Assessment Start Date",
        required=True,
        aliases=("ContinuousAssessmentStart", "Assessment Start Date"),
        not_before=weeks_before("date_of_birth", about.WEEKS_UNBORN),
        description="When the assessment began. The 45 working days of Working Together count "
        "from the referral, which may be earlier.",
    )
    child_seen = YesNo(
        "Child Seen During Continuous Assessment",
        codes="yes_no_unknown",
        required=True,
        aliases=("ContinuousAssessmentChildSeen", "Child Seen During Assessment"),
        description="Whether the child was seen during the assessment.",
    )
    assessment_authorised_date = Date(
        "Continuous Assessment Date of Authorisation",
        aliases=(
            *("ContinuousAssessmentAuthDate", "Assessment Date of Authorisation"),
            *("Continuous Assessment Authorisation Date", "Assessment Authorisation Date"),
        ),
        not_before="assessment_start_date",
        pairs_with="needs_support",
        blank_when="the assessment is not complete",
        description="When a manager authorised it.",
    )
    needs_support = YesNo(
        "Was the child assessed as requiring LA children's social care support?",
        headings=("Was the child assessed as requiring LA children's social care support",),
        aliases=(
            *("CSCSupportRequired", "Was the child assessed as being in need at assessment?"),
            *(
                "Was the child assessed as being in need",
                "Was the child assessed as being in need?",
            ),
            "Was the child assessed as needing LA children's social care support?",
            "Was the child assessed as requiring children's social care support?",
        ),
        blank_when="the assessment is ongoing",
        description="Whether the assessment found that children's social care should help.",
    )
    allocated_team = about.allocated_team()
    allocated_worker = about.allocated_worker()
