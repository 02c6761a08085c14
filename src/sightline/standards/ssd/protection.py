"""SSD tables of child protection: enquiries, conferences, plans, reviews, visits."""

from __future__ import annotations

from sightline.standards.declare import Code, Date, Id, Table, YesNo
from sightline.standards.ssd import about

_PLAN = "ssd_cp_plans.cppl_cp_plan_id"


class S47Enquiry(Table, **about.of("ssd_s47_enquiry")):
    """Every section 47 enquiry."""

    s47e_s47_enquiry_id = about.row_id()
    s47e_referral_id = about.referral()
    s47e_person_id = about.person()
    s47e_s47_start_date = about.started("The strategy discussion that began it.")
    s47e_s47_end_date = about.ended("s47e_s47_start_date")
    s47e_s47_nfa = Code(codes="referral_nfa")
    s47e_s47_outcome_json = about.outcomes("What came of it.")
    s47e_s47_completed_by_worker_id = about.worker()
    s47e_s47_completed_by_team = about.team()


class InitialCpConference(Table, **about.of("ssd_initial_cp_conference")):
    """Every initial child protection conference."""

    icpc_icpc_id = about.row_id()
    icpc_icpc_meeting_id = Id(description="One meeting may be about several children.")
    icpc_s47_enquiry_id = Id(references="ssd_s47_enquiry.s47e_s47_enquiry_id")
    icpc_person_id = about.person()
    icpc_cp_plan_id = Id(references=_PLAN, description="The plan that it led to.")
    icpc_referral_id = about.referral()
    icpc_icpc_transfer_in = YesNo(
        description="A plan came from another authority, so the 15 days do not apply."
    )
    icpc_icpc_target_date = Date(ahead=True, description="When it was due, as the system reckons.")
    icpc_icpc_date = Date(blank_when="it was not held yet")
    icpc_icpc_outcome_cp_flag = YesNo(description="Whether it led to a plan.")
    icpc_icpc_outcome_json = about.outcomes("What came of it.")
    icpc_icpc_team = about.team()
    icpc_icpc_worker_id = about.worker()


class CpPlans(Table, **about.of("ssd_cp_plans")):
    """Every child protection plan."""

    cppl_cp_plan_id = about.row_id()
    cppl_referral_id = about.referral()
    cppl_icpc_id = Id(references="ssd_initial_cp_conference.icpc_icpc_id")
    cppl_person_id = about.person()
    cppl_cp_plan_start_date = about.started()
    cppl_cp_plan_end_date = about.ended("cppl_cp_plan_start_date")
    cppl_cp_plan_initial_category = Code(codes="category_of_abuse")
    cppl_cp_plan_ola = YesNo(description="Whether it is another authority's plan.")
    cppl_cp_plan_latest_category = Code(codes="category_of_abuse")


class CpReviews(Table, **about.of("ssd_cp_reviews")):
    """Every review conference of a plan. Mosaic's extracts have working columns beside these."""

    cppr_cp_review_id = about.row_id()
    cppr_person_id = about.person()
    cppr_cp_plan_id = Id(references=_PLAN)
    cppr_cp_review_due = Date(
        ahead=True, description="Where blank: three months after the start, then six."
    )
    cppr_cp_review_date = Date(blank_when="it was not held yet")
    cppr_cp_review_meeting_id = Id(description="One meeting may be about several children.")
    cppr_cp_review_outcome_continue_cp = YesNo(description="Whether the plan goes on.")
    cppr_cp_review_quorate = YesNo(codes="yes_no_unknown")
    cppr_cp_review_participation = Code(codes="review_participation", open=True, placeholder=True)


class CpVisits(Table, **about.of("ssd_cp_visits")):
    """Every visit under a plan. Mosaic's extracts name the plan and not the child."""

    cppv_cp_visit_id = about.row_id()
    cppv_person_id = about.person()
    cppv_cp_plan_id = Id(references=_PLAN)
    cppv_cp_visit_date = about.started()
    cppv_cp_visit_seen = YesNo(codes="yes_no_unknown")
    cppv_cp_visit_seen_alone = YesNo(codes="yes_no_unknown")
    cppv_cp_visit_bedroom = YesNo(
        codes="yes_no_unknown", description="Whether the child's bedroom was seen."
    )
