"""Lists 8 to 10 of Annex A from the SSD: children in care, care leavers, adoption."""

from __future__ import annotations

from sightline.standards import annex_a, ssd
from sightline.standards.columns import Column
from sightline.standards.declare import Table
from sightline.standards.ssd_to_annex_a.child import (
    allocated_now,
    allocated_then,
    links_of_names,
    links_of_the_child,
    links_of_workers,
    of_the_child,
)
from sightline.standards.ssd_to_annex_a.declare import (
    Fill,
    Link,
    Mapping,
    count,
    in_force,
    latest,
    on_latest,
    same,
    whether,
    worked,
)

_STATUS = (
    ssd.ImmigrationStatus.immi_immigration_status,
    ssd.ImmigrationStatus.immi_immigration_status_start_date,
    ssd.ImmigrationStatus.immi_immigration_status_end_date,
)
_UNACCOMPANIED = "A status that locally means an unaccompanied asylum seeking child, "
_LEGAL = (
    ssd.LegalStatus.lega_legal_status_start_date,
    ssd.LegalStatus.lega_legal_status_end_date,
)
_WENT_MISSING = (
    ssd.Missing.miss_missing_episode_start_date,
    ssd.Missing.miss_missing_episode_type,
)
_OF_THESE = "Of the episodes that are counted as missing."
# The flags of ssd_cla_care_plan, as the plans that Annex A knows.
_PLAN = {
    "REMAINSUP": "FAMILY",
    "RETURN1M": "FAMILY",
    "RETURN6M": "FAMILY",
    "RETURNEV": "FAMILY",
    "LTRELFR": "FOSTERING",
    "LTFOST18": "FOSTERING",
    "RESPLMT": "RESIDENTIAL",
    "SUPPLIV": "SUPPORTED",
    "ADOPTION": "ADOPTION",
    "OTHERPLN": "OTHER",
}


def _placement(table: type[Table]) -> dict[Column, Fill]:
    """The latest placement of the period of care."""
    start = ssd.ClaPlacement.clap_cla_placement_start_date
    return {
        table.column("placement_start_date"): latest(start),
        table.column("placement_type"): on_latest(ssd.ClaPlacement.clap_cla_placement_type, start),
        table.column("placement_provider"): on_latest(
            ssd.ClaPlacement.clap_cla_placement_provider, start
        ),
        table.column("placement_postcode"): on_latest(
            ssd.ClaPlacement.clap_cla_placement_postcode, start
        ),
        table.column("placement_urn"): on_latest(ssd.ClaPlacement.clap_cla_placement_urn, start),
        table.column("placement_la"): on_latest(
            ssd.ClaPlacement.clap_cla_placement_la, start, "Only earlier extracts have it."
        ),
        table.column("placements_last_12_months"): count(
            ssd.ClaPlacement.clap_cla_placement_id,
            ssd.ClaPlacement.clap_cla_placement_type,
            start,
            ssd.ClaPlacement.clap_cla_placement_end_date,
            note="Of the period of care, in force at any time in the 12 months to the snapshot "
            "date, less temporary ones (T0 to T4).",
        ),
    }


def _seen_and_reviewed(table: type[Table]) -> dict[Column, Fill]:
    """Reviews, visits and health in the period of care."""
    checks = (ssd.ClaHealth.clah_health_check_date, ssd.ClaHealth.clah_health_check_type)
    return {
        table.column("last_review_date"): latest(
            ssd.ClaReviews.clar_cla_review_date, note="Not of reviews that were cancelled."
        ),
        table.column("last_visit_date"): latest(ssd.ClaVisits.clav_cla_visit_date),
        table.column("last_iro_contact_date"): latest(
            ssd.ClaEpisodes.clae_cla_last_iro_contact_date
        ),
        table.column("last_health_assessment_date"): worked(
            *checks,
            note="The latest of a type that locally means a health assessment, less those with a "
            "status that locally means that it was not held: cancelled, not attended, refused, "
            "only planned.",
        ),
        table.column("last_dental_check_date"): worked(
            *checks,
            note="The latest of a type that locally means a dental check, less those not held.",
        ),
        table.column("permanence_plan"): worked(
            ssd.ClaCarePlan.lacp_cla_care_plan_json,
            ssd.ClaCarePlan.lacp_cla_care_plan_start_date,
            codes=_PLAN,
            note="The flag that is set on the latest plan; guardianship and arrangements orders "
            "have none, and so are found under the flags for relatives and others.",
        ),
    }


def _missing(table: type[Table]) -> dict[Column, Fill]:
    """Times missing and away, and what the last of them led to."""
    start = ssd.Missing.miss_missing_episode_start_date
    return {
        table.column("missing_episodes_12_months"): count(
            *_WENT_MISSING,
            note="Type M, begun both in this period of care and in the 12 months to the snapshot "
            "date.",
        ),
        table.column("absent_episodes_12_months"): count(
            *_WENT_MISSING,
            note="Type A, begun both in this period of care and in the 12 months to the snapshot "
            "date.",
        ),
        table.column("return_interview_offered"): on_latest(
            ssd.Missing.miss_missing_rhi_offered, start, _OF_THESE
        ),
        table.column("return_interview_accepted"): on_latest(
            ssd.Missing.miss_missing_rhi_accepted, start, _OF_THESE
        ),
    }


CHILDREN_IN_CARE = Mapping(
    target=annex_a.ChildrenInCare,
    rows=ssd.ClaEpisodes,
    where="The child's latest episode of care: open at the snapshot date, or the last of a period "
    "that ended in the six months to it. Not of children with only V3 or V4.",
    fills={
        **of_the_child(annex_a.ChildrenInCare, ssd.ClaEpisodes.clae_person_id),
        **_seen_and_reviewed(annex_a.ChildrenInCare),
        **_placement(annex_a.ChildrenInCare),
        **_missing(annex_a.ChildrenInCare),
        **allocated_now(annex_a.ChildrenInCare),
        annex_a.ChildrenInCare.uasc_last_12_months: whether(
            *_STATUS, note=_UNACCOMPANIED + "in force in the 12 months to the snapshot date."
        ),
        annex_a.ChildrenInCare.cla_start_date: same(ssd.ClaEpisodes.clae_entered_care_date),
        annex_a.ChildrenInCare.category_of_need: same(ssd.ClaEpisodes.clae_cla_primary_need_code),
        annex_a.ChildrenInCare.repeat_care_12_months: whether(
            ssd.ClaEpisodes.clae_cla_id,
            ssd.ClaEpisodes.clae_cla_episode_ceased_date,
            ssd.ClaEpisodes.clae_cla_episode_ceased_reason,
            note="Another period of care that ended (not X1) in the 12 months before this began.",
        ),
        annex_a.ChildrenInCare.legal_status_start_date: in_force(_LEGAL[0], *_LEGAL),
        annex_a.ChildrenInCare.legal_status: in_force(
            ssd.LegalStatus.lega_legal_status, *_LEGAL, "Of statuses that mean care."
        ),
        annex_a.ChildrenInCare.cla_end_date: worked(
            ssd.ClaEpisodes.clae_cla_episode_ceased_date,
            ssd.ClaEpisodes.clae_cla_episode_ceased_reason,
            note="Of the last episode, unless its reason is X1.",
        ),
        annex_a.ChildrenInCare.cla_end_reason: same(
            ssd.ClaEpisodes.clae_cla_episode_ceased_reason, "Of the last episode, unless it is X1."
        ),
    },
    unfilled={
        annex_a.ChildrenInCare.placement_location: "The SSD has the distance from home, and not "
        "whether the placement is within the authority.",
    },
    links=(
        *links_of_the_child(ssd.ClaEpisodes.clae_person_id),
        *links_of_workers(),
        Link(ssd.Person.pers_person_id, ssd.ImmigrationStatus.immi_person_id),
        Link(ssd.Person.pers_person_id, ssd.LegalStatus.lega_person_id),
        Link(ssd.Person.pers_person_id, ssd.ClaHealth.clah_person_id),
        Link(ssd.Person.pers_person_id, ssd.ClaCarePlan.lacp_person_id),
        Link(ssd.Person.pers_person_id, ssd.Missing.miss_person_id),
        Link(ssd.ClaEpisodes.clae_cla_id, ssd.ClaReviews.clar_cla_id),
        Link(ssd.ClaEpisodes.clae_cla_id, ssd.ClaVisits.clav_cla_id),
        Link(ssd.ClaEpisodes.clae_cla_id, ssd.ClaPlacement.clap_cla_id),
    ),
    decided=(
        "Of a child who has left care, the legal status is the last that began by then and had not "
        "ended before: a status ends with care, so that none is in force at the snapshot date. "
        "Team and worker are those of now, if the child has any, and else the last who had not "
        "left before the child did.",
        "Reviews that were cancelled, and health checks that were not held, are left out: what did "
        "not happen is no last date.",
        "Episodes missing count where they began in this period of care and in the last 12 months: "
        "Annex A asks about the child in care, and the SSD holds earlier episodes too.",
    ),
)

CARE_LEAVERS = Mapping(
    target=annex_a.CareLeavers,
    rows=ssd.CareLeavers,
    where="The young person is entitled to leaving care services at the snapshot date. Not from "
    "the 25th birthday.",
    fills={
        **of_the_child(annex_a.CareLeavers, ssd.CareLeavers.clea_person_id),
        **allocated_then(annex_a.CareLeavers),
        annex_a.CareLeavers.uasc_or_former: whether(
            *_STATUS, note=_UNACCOMPANIED + "now, or at any time before 18."
        ),
        annex_a.CareLeavers.personal_adviser: same(
            ssd.CareLeavers.clea_care_leaver_personal_advisor
        ),
        annex_a.CareLeavers.eligibility: same(ssd.CareLeavers.clea_care_leaver_eligibility),
        annex_a.CareLeavers.pathway_plan_review_date: same(
            ssd.CareLeavers.clea_pathway_plan_review_date
        ),
        annex_a.CareLeavers.in_touch: same(ssd.CareLeavers.clea_care_leaver_in_touch),
        annex_a.CareLeavers.latest_contact_date: same(
            ssd.CareLeavers.clea_care_leaver_latest_contact
        ),
        annex_a.CareLeavers.accommodation_type: same(
            ssd.CareLeavers.clea_care_leaver_accommodation
        ),
        annex_a.CareLeavers.accommodation_suitability: same(
            ssd.CareLeavers.clea_care_leaver_accom_suitable
        ),
        annex_a.CareLeavers.activity_status: same(ssd.CareLeavers.clea_care_leaver_activity),
    },
    unfilled={},
    links=(
        *links_of_the_child(ssd.CareLeavers.clea_person_id),
        *links_of_names(
            ssd.CareLeavers.clea_care_leaver_allocated_team,
            ssd.CareLeavers.clea_care_leaver_worker_id,
        ),
        Link(ssd.Person.pers_person_id, ssd.ImmigrationStatus.immi_person_id),
    ),
    decided=(
        "The table has no end and no history, so whoever is in it is taken to be entitled, and "
        "nobody from the 25th birthday, when entitlement ends. Without dates of birth nobody is "
        "left out.",
    ),
)

ADOPTION = Mapping(
    target=annex_a.Adoption,
    rows=ssd.Permanence,
    where="The child was to be placed for adoption, and waits at the snapshot date, or was adopted "
    "or had the decision reversed in the twelve months to it.",
    fills={
        **of_the_child(annex_a.Adoption, ssd.Permanence.perm_person_id),
        annex_a.Adoption.entered_care_date: same(ssd.ClaEpisodes.clae_entered_care_date),
        annex_a.Adoption.should_be_placed_date: same(ssd.Permanence.perm_adm_decision_date),
        annex_a.Adoption.placement_order_date: same(ssd.Permanence.perm_placement_order_date),
        annex_a.Adoption.match_date: same(ssd.Permanence.perm_matched_date),
        annex_a.Adoption.placed_date: same(ssd.Permanence.perm_placed_for_adoption_date),
        annex_a.Adoption.adoption_order_date: worked(
            ssd.Permanence.perm_permanence_order_date,
            ssd.Permanence.perm_permanence_order_type,
            note="Where the order is one of adoption.",
        ),
        annex_a.Adoption.no_longer_placed_date: same(ssd.Permanence.perm_decision_reversed_date),
        annex_a.Adoption.no_longer_placed_reason: same(
            ssd.Permanence.perm_decision_reversed_reason
        ),
        annex_a.Adoption.ffa_placement_date: same(ssd.Permanence.perm_placed_ffa_cp_date),
    },
    unfilled={
        annex_a.Adoption.family_id: "The SSD has no identifier of the adoptive family; ssd_family "
        "is the family that the child comes from.",
    },
    links=(
        *links_of_the_child(ssd.Permanence.perm_person_id),
        Link(ssd.Permanence.perm_cla_id, ssd.ClaEpisodes.clae_cla_id),
    ),
    decided=(
        "A special guardianship or child arrangements order ends the wait for adoption, also where "
        "the decision is not recorded as reversed: it settles where the child is to live. Such a "
        "child is then in the list no more, for there was neither an adoption nor a reversal.",
    ),
)
