"""Ten children in an SSD extract at 31 March 2026. What Annex A says of them was worked by hand.

The six months begin on 30 September 2025, the twelve on 31 March 2025.
"""

from __future__ import annotations

from from_ssd_given import extract, rows_of

WORKERS = {
    "ssd_department": rows_of("dept_team_id dept_team_name", ("T1", "Assess"), ("T2", "Help")),
    "ssd_professionals": rows_of(
        "prof_professional_id prof_professional_name",
        ("W1", "Ann Ash"),
        ("W2", "Ben Birch"),
        ("W3", "Cat Cedar"),
    ),
    "ssd_involvements": rows_of(
        "invo_person_id invo_professional_id invo_professional_team invo_professional_role_id "
        "invo_involvement_start_date invo_involvement_end_date",
        ("001", "W1", "T1", "Allocated social worker", "2025-10-06", "2025-11-25"),
        ("001", "W2", "T2", "Allocated social worker", "2025-11-25", None),
        ("001", "W3", "T2", "Family support worker", "2025-12-01", None),
        ("002", "W2", "T2", "Social worker", "2026-01-05", "2026-04-10"),  # ends after the day
        ("005", "W3", "T1", "Social worker", "2025-07-20", "2025-12-01"),
        ("005", "W1", "T1", "Social worker", "2025-12-01", "2026-02-10"),
        ("006", "W1", "T1", "Social worker", "2025-09-01", "2026-01-01"),  # nobody since
    ),
}
PEOPLE = {
    "ssd_person": rows_of(
        "pers_person_id pers_gender pers_sex pers_ethnicity pers_dob pers_expected_dob",
        ("001", "01", "F", "WBRI", "2015-03-31", None),
        ("002", "00", "F", "AIND", "2010-04-01", None),
        ("003", None, "U", "NOBT", None, "2026-06-01"),
        ("004", "02", "F", "OOTH", "2010-01-01", None),
        ("005", "09", "M", "WBRI", "2012-01-01", None),
        ("006", "01", "M", "WBRI", "2014-01-01", None),
        ("007", "01", "M", "OOTH", "2006-01-01", None),
        ("008", "02", "F", "MOTH", "2024-05-01", None),
        ("009", "02", "F", "MOTH", "2023-05-01", None),
        ("010", "02", "F", "MOTH", "2020-05-01", None),
    ),
    "ssd_disability": rows_of(
        "disa_person_id disa_disability_code", ("001", "NONE"), ("001", "LD"), ("002", "NONE")
    ),
    "ssd_immigration_status": rows_of(
        "immi_person_id immi_immigration_status immi_immigration_status_start_date "
        "immi_immigration_status_end_date",
        ("004", "Unaccompanied asylum seeking child", "2023-01-01", "2025-04-01"),
        ("005", "Unaccompanied asylum seeking child", "2023-01-01", "2025-03-31"),
        ("007", "Former UASC", "2024-01-01", None),
    ),
}
FRONT_DOOR = {
    "ssd_contacts": rows_of(
        "cont_contact_id cont_person_id cont_contact_date cont_contact_source_code",
        ("K1", "001", "2025-09-29", "6"),
        ("K2", "001", "2025-09-30", "1A"),
        ("K3", "002", "2026-03-31", "2A"),
        ("K4", "002", "2026-04-01", "2A"),
    ),
    "ssd_early_help_episodes": rows_of(
        "earl_episode_id earl_person_id earl_episode_start_date earl_episode_end_date "
        "earl_episode_organisation",
        ("E1", "010", "2025-01-01", "2025-09-29", "School"),
        ("E2", "010", "2025-01-02", "2025-09-30", "School"),
        ("E3", "010", "2026-01-01", "2026-05-01", "Health"),  # ends after the day
    ),
    "ssd_cin_episodes": rows_of(
        "cine_referral_id cine_person_id cine_referral_date cine_referral_nfa "
        "cine_cin_primary_need_code cine_close_date cine_close_reason cine_referral_team "
        "cine_referral_worker_id cine_referral_source_code",
        ("R00", "001", "2024-10-05", "Y", "N1", "2024-10-06", "RC7", "T1", "W1", "6"),
        ("R0", "001", "2024-10-06", "Y", "N1", "2024-10-07", "RC7", "T1", "W1", "6"),
        ("R1", "001", "2025-10-06", "N", "N1", None, None, "T1", "W1", "6"),
        ("R2", "002", "2026-01-05", "N", "N2", None, None, "T1", "W1", "2A"),
        ("R3", "003", "2026-03-18", "N", "N3", None, None, None, "W9", "3A"),
        ("R4", "004", "2024-04-20", "N", "N1", None, None, "T1", "W1", "6"),
        ("R5", "005", "2025-07-20", "N", "N1", "2026-02-10", "RC7", "T1", "W1", "6"),
        ("R6", "006", "2025-09-01", "N", "N2", None, None, "T1", "W1", "6"),
        ("R7", "007", "2020-01-01", "N", "N1", None, None, "T1", "W1", "6"),
        ("R8", "008", "2024-05-20", "N", "N1", "2026-02-01", "RC1", "T1", "W1", "6"),
        ("R9", "009", "2026-03-30", "N", "N1", None, None, "T1", "W1", "6"),  # only referred yet
        ("R10", "010", "2026-01-15", "N", "N1", "2026-03-01", "RC8", "T1", "W1", "6"),
    ),
    "ssd_cin_assessments": rows_of(
        "cina_assessment_id cina_person_id cina_referral_id cina_assessment_start_date "
        "cina_assessment_auth_date cina_assessment_outcome_nfa cina_assessment_child_seen",
        ("A1", "001", "R1", "2025-10-07", "2025-11-20", "N", "Y"),
        ("A3", "003", "R3", "2026-03-19", None, None, "U"),
        ("A7", "007", "R7", "2020-01-02", "2020-02-20", "N", "Y"),
        ("A10", "010", "R10", "2026-01-16", "2026-03-01", "Y", "Y"),
    ),
    "ssd_cin_plans": rows_of(
        "cinp_cin_plan_id cinp_referral_id cinp_person_id cinp_cin_plan_start_date",
        ("N1", "R1", "001", "2025-11-25"),
        ("N6", "R6", "006", "2025-10-01"),
    ),
    "ssd_cin_visits": rows_of(
        "cinv_cin_visit_id cinv_person_id cinv_cin_visit_date cinv_cin_visit_seen",
        ("V1", "001", "2026-03-01", "Y"),
        ("V2", "001", "2026-03-10", "N"),
        ("V3", "001", "2025-10-05", "Y"),
        ("V4", "005", "2026-02-11", "Y"),  # a day after closing
    ),
}
PROTECTION = {
    "ssd_s47_enquiry": rows_of(
        "s47e_s47_enquiry_id s47e_person_id s47e_s47_start_date s47e_s47_end_date "
        "s47e_s47_outcome_json",
        ("S20", "002", "2025-06-01", "2025-06-08", None),
        ("S2", "002", "2026-01-12", "2026-01-20", '{"CP_CONFERENCE_FLAG": "Y"}'),
        ("S3", "003", "2026-03-20", None, None),
        ("S5", "005", "2025-10-01", "2025-10-08", '{"CP_CONFERENCE_FLAG": "N", "NFA_FLAG": "Y"}'),
        ("S6", "006", "2026-03-25", "2026-03-30", '["Initial CP Conference"]'),
    ),
    "ssd_initial_cp_conference": rows_of(
        "icpc_icpc_id icpc_s47_enquiry_id icpc_person_id icpc_icpc_date "
        "icpc_icpc_outcome_cp_flag icpc_icpc_transfer_in",
        ("I20", "S20", "002", "2025-06-20", "Y", "Y"),
        ("I2", "S2", "002", "2026-01-30", "Y", "N"),
        ("I6", "S6", "006", "2026-04-09", None, "N"),  # to be held
    ),
    "ssd_cp_plans": rows_of(
        "cppl_cp_plan_id cppl_person_id cppl_cp_plan_start_date cppl_cp_plan_end_date "
        "cppl_cp_plan_initial_category cppl_cp_plan_latest_category cppl_cp_plan_ola",
        ("P0", "002", "2020-01-01", "2020-12-01", "NEG", "NEG", "N"),
        ("P1", "002", "2022-01-01", "2022-12-01", "NEG", "NEG", "Y"),
        ("P2", "002", "2026-01-30", None, "NEG", "EMO", "N"),
        ("P6", "006", "2024-01-01", "2025-09-29", "NEG", "NEG", "N"),
    ),
    "ssd_cp_visits": rows_of(
        "cppv_cp_visit_id cppv_person_id cppv_cp_plan_id cppv_cp_visit_date "
        "cppv_cp_visit_seen cppv_cp_visit_seen_alone",
        ("PV1", "002", "P2", "2026-02-03", "Y", "N"),
        ("PV2", "002", "P2", "2026-02-20", "N", None),
        ("PV3", "002", "P2", "2026-04-05", "Y", "Y"),  # after the day
    ),
    "ssd_cp_reviews": rows_of(
        "cppr_cp_review_id cppr_cp_plan_id cppr_cp_review_date", ("PR1", "P2", "2026-04-28")
    ),
}
CARE = {
    "ssd_cla_episodes": rows_of(
        "clae_cla_episode_id clae_person_id clae_cla_id clae_entered_care_date "
        "clae_cla_episode_start_date clae_cla_episode_ceased_date clae_cla_episode_ceased_reason "
        "clae_cla_primary_need_code clae_cla_last_iro_contact_date",
        ("LE1", "004", "L4", "2024-05-01", "2024-05-01", "2025-06-01", "X1", "N1", "2025-05-20"),
        ("LE2", "004", "L4", "2024-05-01", "2025-06-01", None, None, "N1", None),
        ("LE3", "005", "L50", "2024-01-01", "2024-01-01", "2024-09-01", "E4A", "N1", None),
        ("LE4", "005", "L5", "2025-08-01", "2025-08-01", "2026-01-15", "E4A", "N4", None),
        ("LE6", "006", "L6", "2025-10-01", "2025-10-01", None, None, "N2", None),
        ("LE7", "007", "L7", "2020-01-01", "2020-01-01", "2024-01-01", "E5", "N1", None),
        ("LE8", "008", "L8", "2024-06-01", "2024-06-01", "2026-02-01", "E11", "N1", None),
    ),
    "ssd_cla_placement": rows_of(
        "clap_cla_placement_id clap_cla_id clap_cla_placement_start_date "
        "clap_cla_placement_end_date clap_cla_placement_type clap_cla_placement_provider",
        ("D1", "L4", "2024-05-01", "2025-03-31", "U4", "PR1"),
        ("D2", "L4", "2025-03-31", "2025-06-01", "U6", "PR1"),
        ("D3", "L4", "2025-04-10", "2025-04-15", "T4", "PR1"),
        ("D4", "L4", "2025-06-01", None, "K2", "PR4"),
    ),
    "ssd_legal_status": rows_of(
        "lega_legal_status_id lega_person_id lega_legal_status lega_legal_status_start_date "
        "lega_legal_status_end_date",
        ("G1", "002", "L2", "2026-01-10", "2026-01-17"),
        ("G2", "004", "C1", "2024-05-01", "2024-11-01"),
        ("G3", "004", "C2", "2024-11-01", None),
        ("G4", "004", "SUPERVISION", "2025-01-01", None),
        ("G5", "005", "V2", "2025-08-01", "2026-01-15"),
        ("G6", "006", "V4", "2025-10-01", None),
    ),
    "ssd_cla_reviews": rows_of(
        "clar_cla_review_id clar_cla_id clar_cla_review_date clar_cla_review_cancelled",
        ("LR1", "L4", "2025-12-01", "N"),
        ("LR2", "L4", "2026-02-01", "Y"),
    ),
    "ssd_cla_visits": rows_of(
        "clav_cla_visit_id clav_cla_id clav_person_id clav_cla_visit_date clav_cla_visit_seen",
        ("LV1", "L4", "004", "2026-03-15", "N"),
        ("LV2", "L4", "004", "2026-02-15", "Y"),
    ),
    "ssd_cla_health": rows_of(
        "clah_health_check_id clah_person_id clah_health_check_type clah_health_check_date "
        "clah_health_check_status",
        ("H1", "004", "Initial health assessment", "2024-05-20", "Completed"),
        ("H2", "004", "RHA", "2025-05-10", None),
        ("H3", "004", "Review health assessment", "2026-03-01", "Cancelled"),
        ("H4", "004", "Dental check", "2025-09-09", "Completed"),
    ),
    "ssd_cla_care_plan": rows_of(
        "lacp_table_id lacp_person_id lacp_cla_care_plan_start_date lacp_cla_care_plan_end_date "
        "lacp_cla_care_plan_json",
        ("C1", "004", "2024-06-01", "2025-01-01", '{"RETURN1M": "Y", "LTFOST18": "N"}'),
        ("C2", "004", "2025-01-01", None, '{"RETURN1M":"N","LTFOST18":"Y"}'),
    ),
    "ssd_missing": rows_of(
        "miss_table_id miss_person_id miss_missing_episode_start_date miss_missing_episode_type "
        "miss_missing_rhi_offered miss_missing_rhi_accepted",
        ("M1", "004", "2025-03-30", "M", "N", None),
        ("M2", "004", "2025-03-31", "M", "Y", "Y"),
        ("M3", "004", "2025-08-01", "M", "Y", "N"),
        ("M4", "004", "2026-01-01", "A", None, None),
    ),
    "ssd_care_leavers": rows_of(
        "clea_table_id clea_person_id clea_care_leaver_eligibility clea_care_leaver_in_touch "
        "clea_care_leaver_allocated_team clea_care_leaver_worker_id "
        "clea_care_leaver_personal_advisor",
        ("CL7", "007", "FORMER_RELEVANT", "YES", "T2", "W3", "Cat Cedar"),
    ),
    "ssd_permanence": rows_of(
        "perm_table_id perm_person_id perm_cla_id perm_adm_decision_date "
        "perm_permanence_order_date perm_permanence_order_type perm_decision_reversed_date",
        ("Q8", "008", "L8", "2025-01-10", "2026-02-01", "ADOPTION", None),
        ("Q9", "009", None, "2024-01-10", None, None, "2025-03-30"),
        ("Q5", "005", "L5", None, "2026-01-15", "SGO", None),
        ("Q4", "004", "L4", "2025-02-01", "2026-04-30", "ADOPTION", None),  # ordered after the day
    ),
}
CHILDREN = extract({**PEOPLE, **WORKERS, **FRONT_DOOR, **PROTECTION, **CARE})
