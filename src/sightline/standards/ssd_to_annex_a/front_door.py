"""Lists 1 to 4 of Annex A from the SSD: contacts, early help, referrals, assessments."""

from __future__ import annotations

from sightline.standards import annex_a, ssd
from sightline.standards.declare import Table
from sightline.standards.ssd_to_annex_a.child import (
    allocated_then,
    links_of_names,
    links_of_the_child,
    of_the_child,
)
from sightline.standards.ssd_to_annex_a.declare import Mapping, count, same, worked

# Lists that the SSD cannot give at all.
NOT_MADE: dict[type[Table], str] = {
    annex_a.Adopters: "The SSD knows adopters only by what it says on the child's row: their sex, "
    "legal status and number. It has no identifier, dates or stages of theirs.",
}

CONTACTS = Mapping(
    target=annex_a.Contacts,
    rows=ssd.Contacts,
    where="The contact was received in the six months to the snapshot date.",
    fills={
        **of_the_child(annex_a.Contacts, ssd.Contacts.cont_person_id),
        annex_a.Contacts.contact_date: same(ssd.Contacts.cont_contact_date),
        annex_a.Contacts.contact_source: same(ssd.Contacts.cont_contact_source_code),
    },
    unfilled={},
    links=links_of_the_child(ssd.Contacts.cont_person_id),
)

EARLY_HELP = Mapping(
    target=annex_a.EarlyHelp,
    rows=ssd.EarlyHelpEpisodes,
    where="The episode was open at any time in the six months to the snapshot date.",
    fills={
        **of_the_child(annex_a.EarlyHelp, ssd.EarlyHelpEpisodes.earl_person_id),
        annex_a.EarlyHelp.assessment_start_date: same(
            ssd.EarlyHelpEpisodes.earl_episode_start_date,
            "Of the episode of early help; its assessment has no date of its own.",
        ),
        annex_a.EarlyHelp.assessment_completion_date: same(
            ssd.EarlyHelpEpisodes.earl_episode_end_date,
            "Of the episode of early help; its assessment has no date of its own.",
        ),
        annex_a.EarlyHelp.organisation: same(ssd.EarlyHelpEpisodes.earl_episode_organisation),
    },
    unfilled={},
    links=links_of_the_child(ssd.EarlyHelpEpisodes.earl_person_id),
)

REFERRALS = Mapping(
    target=annex_a.Referrals,
    rows=ssd.CinEpisodes,
    where="The referral was received in the six months to the snapshot date.",
    fills={
        **of_the_child(annex_a.Referrals, ssd.CinEpisodes.cine_person_id),
        **allocated_then(annex_a.Referrals),
        annex_a.Referrals.referral_date: same(ssd.CinEpisodes.cine_referral_date),
        annex_a.Referrals.referral_source: same(ssd.CinEpisodes.cine_referral_source_code),
        annex_a.Referrals.referral_nfa: same(ssd.CinEpisodes.cine_referral_nfa),
        annex_a.Referrals.referrals_last_12_months: count(
            ssd.CinEpisodes.cine_referral_date,
            note="The child's other referrals in the 12 months before the child's latest one, "
            "and not in the 12 months before the snapshot date.",
        ),
    },
    unfilled={},
    links=(
        *links_of_the_child(ssd.CinEpisodes.cine_person_id),
        *links_of_names(
            ssd.CinEpisodes.cine_referral_team, ssd.CinEpisodes.cine_referral_worker_id
        ),
    ),
)

ASSESSMENTS = Mapping(
    target=annex_a.Assessments,
    rows=ssd.CinAssessments,
    where="The assessment was open at any time in the six months to the snapshot date.",
    fills={
        **of_the_child(annex_a.Assessments, ssd.CinAssessments.cina_person_id),
        **allocated_then(annex_a.Assessments),
        annex_a.Assessments.assessment_start_date: same(
            ssd.CinAssessments.cina_assessment_start_date
        ),
        annex_a.Assessments.child_seen: same(ssd.CinAssessments.cina_assessment_child_seen),
        annex_a.Assessments.assessment_authorised_date: same(
            ssd.CinAssessments.cina_assessment_auth_date
        ),
        annex_a.Assessments.needs_support: worked(
            ssd.CinAssessments.cina_assessment_outcome_nfa,
            ssd.CinAssessments.cina_assessment_auth_date,
            codes={"Y": "N", "N": "Y"},
            note="No where the outcome was no further action, yes where it was not; blank until "
            "it is authorised.",
        ),
    },
    unfilled={},
    links=(
        *links_of_the_child(ssd.CinAssessments.cina_person_id),
        *links_of_names(
            ssd.CinAssessments.cina_assessment_team, ssd.CinAssessments.cina_assessment_worker_id
        ),
    ),
)
