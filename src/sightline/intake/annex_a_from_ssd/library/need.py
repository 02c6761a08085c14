"""Lists 5 to 7: enquiries, children in need, child protection plans."""

from __future__ import annotations

from sightline.intake.annex_a_from_ssd.declare import (
    SAID,
    Expression,
    Lookup,
    Narrow,
    Rows,
    narrow,
    work,
)
from sightline.intake.annex_a_from_ssd.library.care import SHORT_BREAKS
from sightline.intake.annex_a_from_ssd.library.people import ALLOCATED
from sightline.standards import annex_a, ssd

SHARED = (
    # Episodes in which there was more than a referral.
    """
    CREATE VIEW more_than_referred AS
    SELECT cina_referral_id AS referral FROM ssd_cin_assessments
    WHERE cina_assessment_start_date IS NOT NULL AND cina_referral_id IS NOT NULL
    UNION SELECT cinp_referral_id FROM ssd_cin_plans
    WHERE cinp_cin_plan_start_date IS NOT NULL AND cinp_referral_id IS NOT NULL
    UNION SELECT cppl_referral_id FROM ssd_cp_plans
    WHERE cppl_cp_plan_start_date IS NOT NULL AND cppl_referral_id IS NOT NULL
    UNION SELECT clae_referral_id FROM ssd_cla_episodes
    WHERE clae_cla_episode_start_date IS NOT NULL AND clae_referral_id IS NOT NULL
    """,
    """
    CREATE VIEW on_a_plan_now AS
    SELECT cppl_person_id AS child FROM ssd_cp_plans
    WHERE cppl_cp_plan_start_date IS NOT NULL AND cppl_cp_plan_end_date IS NULL
        AND cppl_person_id IS NOT NULL
    """,
    """
    CREATE VIEW helped_now AS
    SELECT cinp_referral_id AS referral FROM ssd_cin_plans
    WHERE cinp_cin_plan_start_date IS NOT NULL AND cinp_cin_plan_end_date IS NULL
        AND cinp_referral_id IS NOT NULL
    """,
    """
    CREATE VIEW assessed_now AS
    SELECT cina_referral_id AS referral FROM ssd_cin_assessments
    WHERE cina_assessment_start_date IS NOT NULL AND cina_assessment_auth_date IS NULL
        AND cina_referral_id IS NOT NULL
    """,
    """
    CREATE MACRO status_now(child_id, referral_id) AS CASE
        WHEN child_id IN (SELECT child FROM in_care_now) THEN 'CLA'
        WHEN child_id IN (SELECT child FROM on_a_plan_now) THEN 'CPP'
        WHEN referral_id IN (SELECT referral FROM helped_now) THEN 'CIN'
        WHEN referral_id IN (SELECT referral FROM assessed_now) THEN 'ASSESSMENT'
    END
    """,
    """
    CREATE VIEW leavers_now AS
    SELECT clea_person_id AS child FROM ssd_care_leavers
    WHERE clea_person_id IS NOT NULL AND clea_care_leaver_eligibility IS DISTINCT FROM 'ELIGIBLE'
    """,
)

SAID.rows["section_47"] = Rows(
    ssd.S47Enquiry.s47e_s47_start_date, "r.s47e_s47_start_date >= since()"
)
# The first conference that was held; one that took over another authority's plan is none.
SAID.lookups["section_47", ssd.InitialCpConference] = Lookup(
    "icpc_icpc_date IS NOT NULL AND coalesce(icpc_icpc_transfer_in, 'N') <> 'Y'",
    "icpc_icpc_date, _place",
    needs=(ssd.InitialCpConference.icpc_icpc_date,),
    better_with=(ssd.InitialCpConference.icpc_icpc_transfer_in,),
)

work(
    annex_a.Section47.icpc_unnecessary,
    Expression(
        # Outcomes are flags ("CP_CONFERENCE_FLAG": "Y") or a list of those that apply.
        r"""
        SELECT b.n, CASE
            WHEN bool_or(c.icpc_icpc_date IS NOT NULL) THEN 'N'
            WHEN any_value(b.s47e_s47_end_date) IS NULL THEN NULL
            WHEN any_value(regexp_matches(b.s47e_s47_outcome_json,
                '(?i)"[^"]*(conference|icpc)[^"]*"\s*(:\s*"?(y|yes|true|1)\b|,|\]|\})')) THEN 'N'
            ELSE 'Y' END AS value
        FROM base b LEFT JOIN ssd_initial_cp_conference c
            ON c.icpc_s47_enquiry_id = b.s47e_s47_enquiry_id
            AND coalesce(c.icpc_icpc_transfer_in, 'N') <> 'Y'
        GROUP BY b.n
        """,
        select=True,
        needs=(ssd.InitialCpConference.icpc_s47_enquiry_id,),
        better_with=(ssd.InitialCpConference.icpc_icpc_transfer_in,),
    ),
)

_LAST_ENQUIRY = """
    WITH last AS (
        SELECT s47e_person_id AS child, max(s47e_s47_start_date) AS day
        FROM ssd_s47_enquiry GROUP BY s47e_person_id
    )
"""

work(
    annex_a.Section47.s47_last_12_months,
    Expression(
        f"""
        {_LAST_ENQUIRY}, counted AS (
            SELECT last.child, count(*) - 1 AS others
            FROM last JOIN ssd_s47_enquiry e ON e.s47e_person_id = last.child
            WHERE e.s47e_s47_start_date BETWEEN year_before(last.day) AND last.day
            GROUP BY last.child
        )
        SELECT b.n, counted.others AS value FROM base b JOIN counted ON counted.child = b.child
        """,
        select=True,
    ),
)

work(
    annex_a.Section47.icpcs_last_12_months,
    Expression(
        f"""
        {_LAST_ENQUIRY}, counted AS (
            SELECT last.child, count(*) AS conferences
            FROM last JOIN ssd_initial_cp_conference c ON c.icpc_person_id = last.child
            WHERE c.icpc_icpc_date >= year_before(last.day) AND c.icpc_icpc_date < last.day
            GROUP BY last.child
        )
        SELECT b.n, counted.conferences AS value
        FROM base b JOIN counted ON counted.child = b.child
        """,
        select=True,
        otherwise="0",
        needs=(ssd.InitialCpConference.icpc_person_id,),
    ),
)

SAID.rows["children_in_need"] = Rows(
    ssd.CinEpisodes.cine_referral_date,
    # Without any assessments it cannot be known what was only a referral.
    takes="""
        r.cine_referral_date IS NOT NULL AND coalesce(r.cine_referral_nfa, 'N') <> 'Y'
        AND (r.cine_close_date IS NOT NULL
            OR r.cine_referral_id IN (SELECT referral FROM more_than_referred)
            OR r.child IN (SELECT child FROM on_a_plan_now)
            OR r.child IN (SELECT child FROM in_care_now)
            OR (SELECT count(*) = 0 FROM ssd_cin_assessments))
    """,
    latest="r.cine_referral_date DESC, r.cine_close_date DESC NULLS FIRST, r._place DESC",
    # RC8: nothing was done after an assessment, which Ofsted takes to be out of scope.
    keeps="""
        (r.cine_close_date IS NULL AND NOT (
            r.child IN (SELECT child FROM leavers_now)
            AND status_now(r.child, r.cine_referral_id) IS NULL))
        OR (r.cine_close_date >= since() AND coalesce(r.cine_close_reason, '') <> 'RC8')
    """,
    ended="r.cine_close_date",
    needs=(ssd.CinEpisodes.cine_close_date,),
    better_with=(
        ssd.CinEpisodes.cine_referral_nfa,
        ssd.CinEpisodes.cine_close_reason,
        ssd.CinAssessments.cina_referral_id,
        ssd.CareLeavers.clea_person_id,
    ),
)

work(
    annex_a.ChildrenInNeed.case_status,
    Expression(
        "CASE WHEN b.cine_close_date IS NOT NULL THEN 'CLOSED' "
        "ELSE status_now(b.child, b.cine_referral_id) END",
        needs=(
            ssd.ClaEpisodes.clae_person_id,
            ssd.CpPlans.cppl_person_id,
            ssd.CinPlans.cinp_referral_id,
            ssd.CinAssessments.cina_referral_id,
            ssd.ClaEpisodes.clae_cla_episode_start_date,
            ssd.CpPlans.cppl_cp_plan_start_date,
            ssd.CinPlans.cinp_cin_plan_start_date,
            ssd.CinAssessments.cina_assessment_start_date,
        ),
        better_with=(ssd.ClaEpisodes.clae_cla_episode_ceased_reason, *SHORT_BREAKS),
    ),
)
_DURING = "BETWEEN b.cine_referral_date AND b.moment"
narrow(
    (annex_a.ChildrenInNeed.last_seen_date,),
    {
        ssd.CinVisits: Narrow(
            f"ssd_cin_visits.cinv_cin_visit_seen = 'Y' AND cinv_cin_visit_date {_DURING}",
            needs=(ssd.CinVisits.cinv_cin_visit_seen,),
        ),
        ssd.CpVisits: Narrow(
            f"ssd_cp_visits.cppv_cp_visit_seen = 'Y' AND cppv_cp_visit_date {_DURING}",
            needs=(ssd.CpVisits.cppv_cp_visit_seen,),
        ),
        ssd.ClaVisits: Narrow(
            f"ssd_cla_visits.clav_cla_visit_seen = 'Y' AND clav_cla_visit_date {_DURING}",
            needs=(ssd.ClaVisits.clav_cla_visit_seen,),
        ),
    },
)

SAID.rows["child_protection"] = Rows(
    ssd.CpPlans.cppl_cp_plan_start_date,
    takes="r.cppl_cp_plan_start_date IS NOT NULL",
    latest="r.cppl_cp_plan_start_date DESC, r.cppl_cp_plan_end_date DESC NULLS FIRST, "
    "r._place DESC",
    keeps="r.cppl_cp_plan_end_date IS NULL OR r.cppl_cp_plan_end_date >= since()",
    ended="r.cppl_cp_plan_end_date",
    needs=(ssd.CpPlans.cppl_cp_plan_end_date,),
)

work(
    annex_a.ChildProtection.epo_or_police_protection,
    Expression(
        """
        SELECT DISTINCT b.n, 'Y' AS value
        FROM base b JOIN ssd_legal_status l ON l.lega_person_id = b.child
        WHERE l.lega_legal_status IN ('L1', 'L2') AND l.lega_legal_status_start_date IS NOT NULL
            AND (l.lega_legal_status_end_date IS NULL OR l.lega_legal_status_end_date >= since())
        """,
        select=True,
        otherwise="'N'",
        needs=(ssd.LegalStatus.lega_person_id, ssd.LegalStatus.lega_legal_status_end_date),
    ),
)

work(
    annex_a.ChildProtection.previous_plans,
    Expression(
        """
        SELECT b.n, count(*) AS value
        FROM base b JOIN ssd_cp_plans p ON p.cppl_person_id = b.child
        WHERE p.cppl_cp_plan_start_date < b.cppl_cp_plan_start_date
            AND coalesce(p.cppl_cp_plan_ola, 'N') <> 'Y'
        GROUP BY b.n
        """,
        select=True,
        otherwise="0",
    ),
)

for _list in (annex_a.ChildrenInNeed, annex_a.ChildProtection):
    narrow((_list.allocated_team, _list.allocated_worker), ALLOCATED)
