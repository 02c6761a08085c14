"""Lists 1 to 4: their rows, the number of referrals, and whether support is needed."""

from __future__ import annotations

from sightline.intake.annex_a_from_ssd.declare import SAID, Expression, Rows, work
from sightline.standards import annex_a, ssd

SAID.rows["contacts"] = Rows(ssd.Contacts.cont_contact_date, "r.cont_contact_date >= since()")

SAID.rows["early_help"] = Rows(
    ssd.EarlyHelpEpisodes.earl_episode_start_date,
    "r.earl_episode_start_date IS NOT NULL AND "
    "(r.earl_episode_end_date IS NULL OR r.earl_episode_end_date >= since())",
    needs=(ssd.EarlyHelpEpisodes.earl_episode_end_date,),
)

SAID.rows["referrals"] = Rows(ssd.CinEpisodes.cine_referral_date, "r.cine_referral_date >= since()")

SAID.rows["assessments"] = Rows(
    ssd.CinAssessments.cina_assessment_start_date,
    "r.cina_assessment_start_date IS NOT NULL AND "
    "(r.cina_assessment_auth_date IS NULL OR r.cina_assessment_auth_date >= since())",
    needs=(ssd.CinAssessments.cina_assessment_auth_date,),
)

work(
    annex_a.Referrals.referrals_last_12_months,
    Expression(
        """
        WITH last AS (
            SELECT cine_person_id AS child, max(cine_referral_date) AS day
            FROM ssd_cin_episodes GROUP BY cine_person_id
        ), counted AS (
            SELECT last.child, count(*) - 1 AS others
            FROM last JOIN ssd_cin_episodes e ON e.cine_person_id = last.child
            WHERE e.cine_referral_date BETWEEN year_before(last.day) AND last.day
            GROUP BY last.child
        )
        SELECT b.n, counted.others AS value FROM base b JOIN counted ON counted.child = b.child
        """,
        select=True,
    ),
)

work(
    annex_a.Assessments.needs_support,
    Expression(
        "CASE WHEN b.cina_assessment_auth_date IS NOT NULL THEN b.cina_assessment_outcome_nfa END"
    ),
)
