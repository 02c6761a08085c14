"""SSD tables of children in need: episodes, assessments, factors, plans, visits."""

from __future__ import annotations

from sightline.standards.declare import Code, Date, Id, Json, Table, Text, YesNo
from sightline.standards.ssd import about


class CinEpisodes(Table, **about.of("ssd_cin_episodes")):
    """Every referral and the episode of need that it began, until it closed."""

    cine_referral_id = about.row_id()
    cine_person_id = about.person()
    cine_referral_date = about.started("When the referral was received: the clock's start.")
    cine_cin_primary_need_code = Code(
        codes="primary_need", open=True, aliases=("cine_cin_primary_need",)
    )
    cine_referral_source_code = Code(codes="contact_source", open=True)
    cine_referral_source_desc = Text(description="The source in the system's words.")
    cine_referral_outcome_json = about.outcomes("What came of the referral, not of the episode.")
    cine_referral_nfa = Code(codes="referral_nfa")
    cine_close_reason = Code(codes="reason_for_closure", blank_when="it goes on")
    cine_close_date = Date(
        not_before="cine_referral_date", pairs_with="cine_close_reason", blank_when="it goes on"
    )
    cine_referral_team = about.team("The team that took the referral.")
    cine_referral_worker_id = about.worker("The worker who took the referral.")


class CinAssessments(Table, **about.of("ssd_cin_assessments")):
    """Every statutory assessment."""

    cina_assessment_id = about.row_id()
    cina_person_id = about.person()
    cina_referral_id = about.referral()
    cina_assessment_start_date = about.started()
    cina_assessment_child_seen = YesNo(codes="yes_no_unknown")
    cina_assessment_auth_date = about.ended(
        "cina_assessment_start_date", "When a manager authorised it."
    )
    cina_assessment_outcome_json = about.outcomes("What came of it.")
    cina_assessment_outcome_nfa = Code(codes="referral_nfa")
    cina_assessment_team = about.team()
    cina_assessment_worker_id = about.worker()


class AssessmentFactors(Table, **about.of("ssd_assessment_factors")):
    """The factors found at the end of an assessment."""

    cinf_table_id = about.row_id()
    cinf_assessment_id = Id(references="ssd_cin_assessments.cina_assessment_id")
    cinf_assessment_factors_json = Json(
        description="Codes of the set assessment_factors: a list of those found, or each with "
        "Yes or No.",
    )


class CinPlans(Table, **about.of("ssd_cin_plans")):
    """Every child in need plan. Its reviews are in no table: see the local lists."""

    cinp_cin_plan_id = Id(
        key=True, required=True, aliases=("cin_plan_id",), description="The row's own identifier."
    )
    cinp_referral_id = about.referral()
    cinp_person_id = about.person()
    cinp_cin_plan_start_date = about.started()
    cinp_cin_plan_end_date = about.ended("cinp_cin_plan_start_date")
    cinp_cin_plan_team = about.team()
    cinp_cin_plan_worker_id = about.worker()


class CinVisits(Table, **about.of("ssd_cin_visits")):
    """Every visit to a child in need; in some systems also those of other plans."""

    cinv_cin_visit_id = about.row_id()
    cinv_person_id = about.person()
    cinv_cin_visit_date = about.started()
    cinv_cin_visit_seen = YesNo(codes="yes_no_unknown")
    cinv_cin_visit_seen_alone = YesNo(codes="yes_no_unknown")
    cinv_cin_visit_bedroom = YesNo(
        codes="yes_no_unknown", description="Whether the child's bedroom was seen."
    )
    cinv_cin_plan_id = Id(
        references="ssd_cin_plans.cinp_cin_plan_id",
        description="In Mosaic's extracts, in place of the child.",
    )
