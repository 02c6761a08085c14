"""Lists 5 to 7 of Annex A from the SSD: enquiries, children in need, child protection."""

from __future__ import annotations

from sightline.standards import annex_a, ssd
from sightline.standards.ssd_to_annex_a.child import (
    allocated_now,
    allocated_then,
    links_of_names,
    links_of_the_child,
    links_of_workers,
    of_the_child,
)
from sightline.standards.ssd_to_annex_a.declare import (
    Link,
    Mapping,
    count,
    latest,
    on_latest,
    same,
    whether,
    worked,
)

SECTION_47 = Mapping(
    target=annex_a.Section47,
    rows=ssd.S47Enquiry,
    where="The enquiry began in the six months to the snapshot date.",
    fills={
        **of_the_child(annex_a.Section47, ssd.S47Enquiry.s47e_person_id),
        **allocated_then(annex_a.Section47),
        annex_a.Section47.strategy_discussion_date: same(ssd.S47Enquiry.s47e_s47_start_date),
        annex_a.Section47.icpc_unnecessary: worked(
            ssd.S47Enquiry.s47e_s47_outcome_json,
            ssd.S47Enquiry.s47e_s47_end_date,
            ssd.InitialCpConference.icpc_icpc_date,
            note="No where a conference was held or is among the outcomes, yes where the enquiry "
            "ended without; blank until it ends.",
        ),
        annex_a.Section47.icpc_date: same(
            ssd.InitialCpConference.icpc_icpc_date, "Of conferences that are not transfers in."
        ),
        annex_a.Section47.icpc_led_to_plan: same(ssd.InitialCpConference.icpc_icpc_outcome_cp_flag),
        annex_a.Section47.s47_last_12_months: count(
            ssd.S47Enquiry.s47e_s47_start_date,
            note="The child's other enquiries in the 12 months before the child's latest one.",
        ),
        annex_a.Section47.icpcs_last_12_months: count(
            ssd.InitialCpConference.icpc_icpc_date,
            note="The child's conferences in the 12 months before the child's latest enquiry.",
        ),
    },
    unfilled={},
    links=(
        *links_of_the_child(ssd.S47Enquiry.s47e_person_id),
        Link(ssd.S47Enquiry.s47e_s47_enquiry_id, ssd.InitialCpConference.icpc_s47_enquiry_id),
        *links_of_names(
            ssd.S47Enquiry.s47e_s47_completed_by_team,
            ssd.S47Enquiry.s47e_s47_completed_by_worker_id,
        ),
    ),
)

_SEEN = (
    ssd.CinVisits.cinv_cin_visit_date,
    ssd.CpVisits.cppv_cp_visit_date,
    ssd.ClaVisits.clav_cla_visit_date,
)

CHILDREN_IN_NEED = Mapping(
    target=annex_a.ChildrenInNeed,
    rows=ssd.CinEpisodes,
    where="The child's latest episode that led to more than a referral: open at the snapshot "
    "date, or closed in the six months to it, though not with the reason RC8. Not of a child who "
    "is only a care leaver.",
    fills={
        **of_the_child(annex_a.ChildrenInNeed, ssd.CinEpisodes.cine_person_id),
        **allocated_now(annex_a.ChildrenInNeed),
        annex_a.ChildrenInNeed.cin_start_date: same(ssd.CinEpisodes.cine_referral_date),
        annex_a.ChildrenInNeed.primary_need: same(ssd.CinEpisodes.cine_cin_primary_need_code),
        annex_a.ChildrenInNeed.last_seen_date: latest(
            *_SEEN,
            note="Of visits at which the child was seen, from the referral to the closure or the "
            "snapshot date.",
        ),
        annex_a.ChildrenInNeed.cin_closure_date: same(ssd.CinEpisodes.cine_close_date),
        annex_a.ChildrenInNeed.closure_reason: same(ssd.CinEpisodes.cine_close_reason),
        annex_a.ChildrenInNeed.case_status: worked(
            ssd.CinEpisodes.cine_close_date,
            ssd.ClaEpisodes.clae_cla_episode_ceased_date,
            ssd.CpPlans.cppl_cp_plan_end_date,
            ssd.CinPlans.cinp_cin_plan_end_date,
            ssd.CinAssessments.cina_assessment_auth_date,
            note="Closed where the episode is. Else the first that is open at the snapshot date: "
            "an episode of care, a child protection plan, a child in need plan, an assessment.",
        ),
    },
    unfilled={},
    links=(
        *links_of_the_child(ssd.CinEpisodes.cine_person_id),
        *links_of_workers(),
        Link(ssd.Person.pers_person_id, ssd.CinVisits.cinv_person_id),
        Link(ssd.Person.pers_person_id, ssd.CpVisits.cppv_person_id),
        Link(ssd.Person.pers_person_id, ssd.ClaVisits.clav_person_id),
        Link(ssd.Person.pers_person_id, ssd.ClaEpisodes.clae_person_id),
        Link(ssd.Person.pers_person_id, ssd.CpPlans.cppl_person_id),
        Link(ssd.CinEpisodes.cine_referral_id, ssd.CinPlans.cinp_referral_id),
        Link(ssd.CinEpisodes.cine_referral_id, ssd.CinAssessments.cina_referral_id),
    ),
    decided=(
        "An episode in which there was only a referral is left out: one marked as no further "
        "action, and an open one that no assessment, plan or care names, unless the child is on a "
        "child protection plan or in care. An extract without any assessment cannot tell: there "
        "every open episode counts.",
        "An episode closed with RC8 (after assessment, no further action) is left out: no help "
        "was given, and Ofsted takes such closures to be out of scope.",
        "A visit counts as the child's last seen only from the referral to the closure: one in an "
        "earlier episode says nothing of this one.",
    ),
)

CHILD_PROTECTION = Mapping(
    target=annex_a.ChildProtection,
    rows=ssd.CpPlans,
    where="The child's latest plan: open at the snapshot date, or ended in the six months to it.",
    fills={
        **of_the_child(annex_a.ChildProtection, ssd.CpPlans.cppl_person_id),
        **allocated_now(annex_a.ChildProtection),
        annex_a.ChildProtection.plan_start_date: same(ssd.CpPlans.cppl_cp_plan_start_date),
        annex_a.ChildProtection.initial_category: same(ssd.CpPlans.cppl_cp_plan_initial_category),
        annex_a.ChildProtection.latest_category: same(ssd.CpPlans.cppl_cp_plan_latest_category),
        annex_a.ChildProtection.last_visit_date: latest(ssd.CpVisits.cppv_cp_visit_date),
        annex_a.ChildProtection.seen_alone: on_latest(
            ssd.CpVisits.cppv_cp_visit_seen_alone, ssd.CpVisits.cppv_cp_visit_date
        ),
        annex_a.ChildProtection.latest_review_date: latest(ssd.CpReviews.cppr_cp_review_date),
        annex_a.ChildProtection.plan_end_date: same(ssd.CpPlans.cppl_cp_plan_end_date),
        annex_a.ChildProtection.epo_or_police_protection: whether(
            ssd.LegalStatus.lega_legal_status,
            ssd.LegalStatus.lega_legal_status_start_date,
            note="L1 or L2 at any time in the six months to the snapshot date.",
        ),
        annex_a.ChildProtection.previous_plans: count(
            ssd.CpPlans.cppl_cp_plan_start_date,
            ssd.CpPlans.cppl_cp_plan_ola,
            note="The child's plans that began before this one, less other authorities' plans.",
        ),
    },
    unfilled={},
    links=(
        *links_of_the_child(ssd.CpPlans.cppl_person_id),
        *links_of_workers(),
        Link(ssd.CpPlans.cppl_cp_plan_id, ssd.CpVisits.cppv_cp_plan_id),
        Link(ssd.CpPlans.cppl_cp_plan_id, ssd.CpReviews.cppr_cp_plan_id),
        Link(ssd.Person.pers_person_id, ssd.LegalStatus.lega_person_id),
    ),
    decided=(
        "Team and worker of a plan that has ended are those of now, if the child has any, and "
        "else the last who had not left before the plan ended: somebody has to answer for it.",
    ),
)
