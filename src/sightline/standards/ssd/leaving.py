"""SSD tables of leaving care: care leavers, permanence and adoption, permanence before."""

from __future__ import annotations

from sightline.standards.declare import Code, Count, Date, Id, Table, Text, Urn, YesNo, usually
from sightline.standards.ssd import about


class CareLeavers(Table, **about.of("ssd_care_leavers")):
    """Care leavers as they are now: one row for each, without history."""

    clea_table_id = about.row_id()
    clea_person_id = about.person()
    clea_care_leaver_eligibility = Code(codes="eligibility", open=True)
    clea_care_leaver_in_touch = Code(codes="in_touch")
    clea_care_leaver_latest_contact = Date(blank_when="the authority is not in touch")
    clea_care_leaver_accommodation = Code(codes="accommodation_type")
    clea_care_leaver_accom_suitable = Code(codes="accommodation_suitable")
    clea_care_leaver_activity = Code(codes="activity_status")
    clea_pathway_plan_review_date = Date(description="The plan's start, if never reviewed.")
    clea_care_leaver_personal_advisor = Text(description="The personal adviser.")
    clea_care_leaver_allocated_team = about.team()
    clea_care_leaver_worker_id = about.worker()


class Permanence(Table, **about.of("ssd_permanence")):
    """Decisions on permanence for a period of care: adoption, guardianship, arrangements."""

    perm_table_id = about.row_id()
    perm_person_id = about.person()
    perm_cla_id = Id(description="The period of care.")
    perm_adm_decision_date = Date(description="Decision that the child should be adopted.")
    perm_ffa_cp_decision_date = Date(description="Decision on fostering for adoption.")
    perm_placement_order_date = Date(not_before="perm_adm_decision_date")
    perm_placed_for_adoption_date = Date(not_before="perm_matched_date")
    perm_matched_date = Date(
        not_before=("perm_adm_decision_date", usually("perm_placement_order_date"))
    )
    perm_adopted_by_carer_flag = YesNo()
    perm_placed_ffa_cp_date = Date(description="Placed with carers who may adopt.")
    perm_decision_reversed_date = Date(
        not_before="perm_adm_decision_date", pairs_with="perm_decision_reversed_reason"
    )
    perm_placed_foster_carer_date = Date(placeholder=True)
    perm_part_of_sibling_group = YesNo()
    perm_siblings_placed_together = Count(description="The child counts too.")
    perm_siblings_placed_apart = Count()
    perm_placement_provider_urn = Urn()
    perm_decision_reversed_reason = Code(codes="adoption_reversal_reason")
    perm_permanence_order_date = Date()
    perm_permanence_order_type = Code(codes="permanence_order_type", open=True)
    perm_adoption_worker_id = about.worker()
    perm_adopter_sex = Code(codes="adopter_sex")
    perm_adopter_legal_status = Code(codes="adopter_legal_status")
    perm_number_of_adopters = Count()


class ClaPreviousPermanence(Table, **about.of("ssd_cla_previous_permanence")):
    """Whether a child in care had left care before to be adopted or for another order."""

    lapp_table_id = about.row_id()
    lapp_person_id = about.person()
    lapp_previous_permanence_order_date = Text(
        description="A date, or with zz for what is not known: zz/05/2020."
    )
    lapp_previous_permanence_option = Code(codes="previous_permanence_option")
    lapp_previous_permanence_la = Text(description="The authority that arranged it.")
