"""SSD tables that no extract fills yet: pre-proceedings, the child's voice, finance."""

from __future__ import annotations

from sightline.standards.declare import Code, Count, Date, Id, Table, YesNo
from sightline.standards.ssd import about


class PreProceedings(Table, **about.of("ssd_pre_proceedings", once=False)):
    """Pre-proceedings and care proceedings of a family. Nearly all of it is not yet filled: take
    it as absent, and use the local lists."""

    prep_table_id = Id(key=True, placeholder=True)
    prep_person_id = about.person(placeholder=True)
    prep_plo_family_id = Id(placeholder=True, description="Children who enter together.")
    prep_pre_pro_decision_date = Date(placeholder=True)
    prep_initial_pre_pro_meeting_date = Date(
        placeholder=True, not_before="prep_pre_pro_decision_date"
    )
    prep_pre_pro_outcome = Code(codes="pre_proceedings_outcome", open=True, placeholder=True)
    prep_agree_stepdown_issue_date = Date(not_before="prep_pre_pro_decision_date")
    prep_cp_plans_referral_period = Count(placeholder=True)
    prep_legal_gateway_outcome = Code(codes="legal_gateway_outcome", open=True, placeholder=True)
    prep_prev_pre_proc_child = Count(placeholder=True)
    prep_prev_care_proc_child = Count(placeholder=True)
    prep_pre_pro_letter_date = Date(placeholder=True)
    prep_care_pro_letter_date = Date(placeholder=True)
    prep_pre_pro_meetings_num = Count(placeholder=True)
    prep_pre_pro_parents_legal_rep = YesNo(codes="yes_no_unknown", open=True, placeholder=True)
    prep_parents_legal_rep_point_of_issue = YesNo(
        codes="yes_no_unknown", open=True, placeholder=True
    )
    prep_court_reference = Id(placeholder=True)
    prep_care_proc_court_hearings = Count(placeholder=True)
    prep_care_proc_short_notice = YesNo(codes="yes_no_unknown", open=True, placeholder=True)
    prep_proc_short_notice_reason = about.not_yet_filled("Why the application was urgent.")
    prep_la_inital_plan_approved = YesNo(
        codes="yes_no_unknown",
        placeholder=True,
        aliases=("prep_la_initial_plan_approved",),
        description="The name is misspelt in the specification too.",
    )
    prep_la_initial_care_plan = Code(codes="initial_care_plan", open=True, placeholder=True)
    prep_la_final_plan_approved = YesNo(codes="yes_no_unknown", placeholder=True)
    prep_la_final_care_plan = Code(codes="final_care_plan", open=True, placeholder=True)


class VoiceOfChild(Table, **about.of("ssd_voice_of_child", once=False)):
    """Children's own answers about help they had. Not yet filled."""

    voch_table_id = Id(key=True, placeholder=True)
    voch_person_id = about.person(placeholder=True)
    voch_explained_worries = about.not_yet_filled("Whether worries were explained.")
    voch_story_help_understand = about.not_yet_filled("Whether a story helped.")
    voch_agree_worker = about.not_yet_filled("Whether the child agreed with the worker.")
    voch_plan_safe = about.not_yet_filled("Whether the plan makes the child safe.")
    voch_tablet_help_explain = about.not_yet_filled("Whether a tablet helped to explain.")


class S251Finance(Table, **about.of("ssd_s251_finance", once=False)):
    """Costs of placements. Not yet filled."""

    s251_table_id = Id(key=True, placeholder=True)
    s251_cla_placement_id = Id(
        references="ssd_cla_placement.clap_cla_placement_id", placeholder=True
    )
    s251_placeholder_1 = about.not_yet_filled("Not yet named.")
    s251_placeholder_2 = about.not_yet_filled("Not yet named.")
    s251_placeholder_3 = about.not_yet_filled("Not yet named.")
    s251_placeholder_4 = about.not_yet_filled("Not yet named.")
