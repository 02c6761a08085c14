"""Lists 8 and 9: children in care and care leavers."""

from __future__ import annotations

from sightline.intake.annex_a_from_ssd.declare import (
    SAID,
    Expression,
    Narrow,
    Rows,
    narrow,
    quoted,
    work,
)
from sightline.intake.annex_a_from_ssd.library.people import ALLOCATED
from sightline.standards import annex_a, ssd
from sightline.standards.codes import code_set
from sightline.standards.ssd_to_annex_a import mapping_for

_CARE = quoted(*code_set("legal_status").codes)
_SHORT_BREAKS = quoted(*code_set("legal_status").tagged("short breaks"))
_TEMPORARY = quoted(*code_set("placement_type").tagged("temporary"))
_LATEST = (
    "clae_cla_episode_start_date DESC, clae_cla_episode_ceased_date DESC NULLS FIRST, _place DESC"
)
# An episode that ended so that another could begin did not end care.
_STILL_IN_CARE = "(clae_cla_episode_ceased_date IS NULL OR clae_cla_episode_ceased_reason = 'X1')"

SHORT_BREAKS = (
    ssd.LegalStatus.lega_person_id,
    ssd.LegalStatus.lega_legal_status,
    ssd.LegalStatus.lega_legal_status_start_date,
    ssd.LegalStatus.lega_legal_status_end_date,
    ssd.ClaEpisodes.clae_entered_care_date,
)
"""What it takes to know children who are in care for short breaks alone."""

SHARED = (
    # Whether a child had the status of short breaks and no other during a stretch of care.
    f"""
    CREATE MACRO only_short_breaks(child_id, since_day, until_day) AS coalesce((
        SELECT bool_and(l.lega_legal_status IN ({_SHORT_BREAKS})) FROM ssd_legal_status l
        WHERE l.lega_person_id = child_id AND l.lega_legal_status IN ({_CARE})
            AND l.lega_legal_status_start_date <= until_day
            AND (l.lega_legal_status_end_date IS NULL OR l.lega_legal_status_end_date > since_day)
    ), FALSE)
    """,
    f"""
    CREATE VIEW in_care_now AS
    SELECT clae_person_id AS child FROM (
        SELECT * FROM ssd_cla_episodes
        WHERE clae_cla_episode_start_date IS NOT NULL AND clae_person_id IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY clae_person_id ORDER BY {_LATEST}) = 1
    ) e
    WHERE {_STILL_IN_CARE} AND NOT only_short_breaks(
        e.clae_person_id,
        coalesce(e.clae_entered_care_date, e.clae_cla_episode_start_date), as_at())
    """,
)

SAID.rows["children_in_care"] = Rows(
    ssd.ClaEpisodes.clae_cla_episode_start_date,
    takes="r.clae_cla_episode_start_date IS NOT NULL",
    latest=_LATEST,
    keeps=f"""
        ({_STILL_IN_CARE} OR r.clae_cla_episode_ceased_date >= since())
        AND NOT only_short_breaks(
            r.child,
            coalesce(r.clae_entered_care_date, r.clae_cla_episode_start_date),
            CASE WHEN {_STILL_IN_CARE} THEN as_at() ELSE r.clae_cla_episode_ceased_date END)
    """,
    ended=f"CASE WHEN NOT {_STILL_IN_CARE} THEN r.clae_cla_episode_ceased_date END",
    together=ssd.ClaEpisodes.clae_cla_id,
    needs=(
        ssd.ClaEpisodes.clae_cla_episode_ceased_date,
        ssd.ClaEpisodes.clae_cla_episode_ceased_reason,
    ),
    better_with=SHORT_BREAKS,
)

work(
    annex_a.ChildrenInCare.uasc_last_12_months,
    Expression(
        """
        SELECT DISTINCT b.n, 'Y' AS value
        FROM base b JOIN ssd_immigration_status i ON i.immi_person_id = b.child
        WHERE i.immi_immigration_status IN (SELECT word FROM words_unaccompanied)
            AND (i.immi_immigration_status_end_date IS NULL
                OR i.immi_immigration_status_end_date > year_before(as_at()))
        """,
        select=True,
        otherwise="'N'",
    ),
)

work(
    annex_a.ChildrenInCare.placements_last_12_months,
    Expression(
        f"""
        SELECT b.n, count(DISTINCT p.clap_cla_placement_id) AS value
        FROM base b JOIN ssd_cla_placement p ON p.clap_cla_id = b.clae_cla_id
        WHERE p.clap_cla_placement_start_date IS NOT NULL
            AND (p.clap_cla_placement_end_date IS NULL
                OR p.clap_cla_placement_end_date > year_before(as_at()))
            AND coalesce(p.clap_cla_placement_type, '') NOT IN ({_TEMPORARY})
        GROUP BY b.n
        """,
        select=True,
        otherwise="0",
        needs=(ssd.ClaPlacement.clap_cla_id, ssd.ClaEpisodes.clae_cla_id),
    ),
)


def _check(words: str) -> Expression:
    """The latest check of a kind, in care or before it, that was held."""
    return Expression(
        f"""
        SELECT b.n, max(h.clah_health_check_date) AS value
        FROM base b JOIN ssd_cla_health h ON h.clah_person_id = b.child
        WHERE h.clah_health_check_type IN (SELECT word FROM words_{words})
            AND coalesce(h.clah_health_check_status, '') NOT IN (SELECT word FROM words_not_held)
            AND h.clah_health_check_date <= b.moment
        GROUP BY b.n
        """,
        select=True,
        needs=(ssd.ClaHealth.clah_person_id,),
        better_with=(ssd.ClaHealth.clah_health_check_status,),
        words=words,
    )


work(annex_a.ChildrenInCare.last_health_assessment_date, _check("health"))
work(annex_a.ChildrenInCare.last_dental_check_date, _check("dental"))


def _flag() -> str:
    """Which flag is set in a plan's JSON: ("ADOPTION": "Y"), or in a list of those that are."""
    mapping = mapping_for(annex_a.ChildrenInCare)
    assert mapping is not None
    flags = mapping.fills[annex_a.ChildrenInCare.permanence_plan].codes
    whens = " ".join(
        "WHEN regexp_matches(c.lacp_cla_care_plan_json, "
        rf"""'(?i)"{flag}"\s*(:\s*"?(y|yes|true|1)\b|,|\])') THEN '{flag}'"""
        for flag in flags
    )
    return f"CASE {whens} END"


work(
    annex_a.ChildrenInCare.permanence_plan,
    Expression(
        f"""
        SELECT b.n, max({{
            'at': c.lacp_cla_care_plan_start_date, 'place': c._place, 'flag': {_flag()}
        }}).flag AS value
        FROM base b JOIN ssd_cla_care_plan c ON c.lacp_person_id = b.child
        WHERE c.lacp_cla_care_plan_start_date <= b.moment
            AND (c.lacp_cla_care_plan_end_date IS NULL
                OR c.lacp_cla_care_plan_end_date
                    > coalesce(b.clae_entered_care_date, b.clae_cla_episode_start_date))
        GROUP BY b.n
        """,
        select=True,
        needs=(ssd.ClaCarePlan.lacp_person_id,),
        better_with=(
            ssd.ClaCarePlan.lacp_cla_care_plan_end_date,
            ssd.ClaEpisodes.clae_entered_care_date,
        ),
    ),
)

_AWAY = """
    m.miss_missing_episode_start_date >= greatest(
        coalesce(b.clae_entered_care_date, b.clae_cla_episode_start_date), year_before(as_at()))
    AND m.miss_missing_episode_start_date <= b.moment
"""


def _away(kind: str) -> Expression:
    return Expression(
        f"""
        SELECT b.n, count(*) AS value
        FROM base b JOIN ssd_missing m ON m.miss_person_id = b.child
        WHERE m.miss_missing_episode_type = '{kind}' AND {_AWAY}
        GROUP BY b.n
        """,
        select=True,
        otherwise="0",
        needs=(ssd.Missing.miss_person_id,),
        better_with=(ssd.ClaEpisodes.clae_entered_care_date,),
    )


work(annex_a.ChildrenInCare.missing_episodes_12_months, _away("M"))
work(annex_a.ChildrenInCare.absent_episodes_12_months, _away("A"))
narrow(
    (
        annex_a.ChildrenInCare.return_interview_offered,
        annex_a.ChildrenInCare.return_interview_accepted,
    ),
    {
        ssd.Missing: Narrow(
            "ssd_missing.miss_missing_episode_type = 'M' AND "
            + _AWAY.replace("m.miss_", "ssd_missing.miss_"),
            needs=(ssd.Missing.miss_missing_episode_type,),
            better_with=(ssd.ClaEpisodes.clae_entered_care_date,),
        )
    },
)

work(
    annex_a.ChildrenInCare.repeat_care_12_months,
    Expression(
        """
        SELECT DISTINCT b.n, 'Y' AS value
        FROM base b JOIN ssd_cla_episodes e ON e.clae_person_id = b.child
        WHERE e.clae_cla_id <> b.clae_cla_id
            AND e.clae_cla_episode_ceased_reason IS DISTINCT FROM 'X1'
            AND e.clae_cla_episode_ceased_date BETWEEN year_before(
                coalesce(b.clae_entered_care_date, b.clae_cla_episode_start_date))
            AND coalesce(b.clae_entered_care_date, b.clae_cla_episode_start_date)
        """,
        select=True,
        otherwise="'N'",
        better_with=(ssd.ClaEpisodes.clae_entered_care_date,),
    ),
)

work(
    annex_a.ChildrenInCare.cla_end_date,
    Expression(
        "CASE WHEN b.clae_cla_episode_ceased_reason IS DISTINCT FROM 'X1' "
        "THEN b.clae_cla_episode_ceased_date END"
    ),
)
narrow(
    (annex_a.ChildrenInCare.cla_end_reason,),
    {ssd.ClaEpisodes: Narrow("b.clae_cla_episode_ceased_reason IS DISTINCT FROM 'X1'")},
)
narrow(
    (annex_a.ChildrenInCare.legal_status, annex_a.ChildrenInCare.legal_status_start_date),
    {
        ssd.LegalStatus: Narrow(
            f"ssd_legal_status.lega_legal_status IN ({_CARE}) "
            "AND ssd_legal_status.lega_legal_status_start_date <= b.moment",
            needs=(ssd.LegalStatus.lega_legal_status,),
        )
    },
)
narrow(
    (annex_a.ChildrenInCare.last_review_date,),
    {
        ssd.ClaReviews: Narrow(
            "coalesce(ssd_cla_reviews.clar_cla_review_cancelled, 'N') <> 'Y'",
            better_with=(ssd.ClaReviews.clar_cla_review_cancelled,),
        )
    },
)
narrow((annex_a.ChildrenInCare.allocated_team, annex_a.ChildrenInCare.allocated_worker), ALLOCATED)

# From the 25th birthday there is no entitlement, and the table has no history to say so.
SAID.rows["care_leavers"] = Rows(
    ssd.CareLeavers.clea_person_id,
    takes="""
        r.child NOT IN (
            SELECT pers_person_id FROM ssd_person
            WHERE date_sub('year', pers_dob, as_at()) >= 25 AND pers_person_id IS NOT NULL)
    """,
    latest="r.clea_care_leaver_latest_contact DESC NULLS LAST, r._place DESC",
    better_with=(ssd.Person.pers_dob,),
)

work(
    annex_a.CareLeavers.uasc_or_former,
    Expression(
        # A status of "former" says what was; any other counts by when it was held.
        """
        SELECT DISTINCT b.n, 'Y' AS value
        FROM base b JOIN ssd_immigration_status i ON i.immi_person_id = b.child
        WHERE i.immi_immigration_status IN (SELECT word FROM words_ever_unaccompanied)
        """,
        select=True,
        otherwise="'N'",
    ),
)
