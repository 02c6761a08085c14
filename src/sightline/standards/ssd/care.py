"""SSD tables of children in care: episodes, placements, legal status, reviews, visits, plans."""

from __future__ import annotations

from sightline.standards.declare import (
    Code,
    Date,
    Decimal,
    Id,
    Json,
    Postcode,
    Table,
    Text,
    Urn,
    YesNo,
)
from sightline.standards.ssd import about

# A period of care is one number over several rows, so nothing can refer to it as to a key.
_PERIOD = "The period of care: the same in all its episodes."


class ClaEpisodes(Table, **about.of("ssd_cla_episodes")):
    """Every episode of care: a new one begins when legal status or placement changes."""

    clae_cla_episode_id = about.row_id()
    clae_person_id = about.person()
    clae_cla_episode_start_date = about.started()
    clae_cla_episode_start_reason = Code(codes="episode_start_reason")
    clae_cla_primary_need_code = Code(
        codes="cla_category_of_need", open=True, aliases=("clae_cla_primary_need",)
    )
    clae_cla_episode_ceased_date = Date(
        not_before="clae_cla_episode_start_date",
        pairs_with="clae_cla_episode_ceased_reason",
        blank_when="it goes on",
        aliases=("clae_cla_episode_ceased",),
    )
    clae_cla_episode_ceased_reason = Code(
        codes="reason_ceased_cla",
        blank_when="it goes on",
        description="X1 where another episode follows.",
    )
    clae_cla_id = Id(description=_PERIOD)
    clae_referral_id = about.referral()
    clae_cla_placement_id = Id(references="ssd_cla_placement.clap_cla_placement_id")
    clae_entered_care_date = Date(
        not_after="clae_cla_episode_start_date", description="Start of the period of care."
    )
    clae_cla_last_iro_contact_date = Date(
        description="Last visit or contact by the independent reviewing officer.",
    )


class ClaPlacement(Table, **about.of("ssd_cla_placement")):
    """Every placement of a child in care. Mosaic's extracts name the period and not the child."""

    clap_cla_placement_id = about.row_id()
    clap_cla_placement_start_date = about.started()
    clap_cla_placement_type = Code(codes="placement_type")
    clap_cla_placement_urn = Urn()
    clap_cla_placement_distance = Decimal(
        minimum=0, description="Miles from home; 999.9 means not known."
    )
    clap_cla_id = Id(description=_PERIOD)
    clap_cla_placement_provider = Code(codes="placement_provider")
    clap_cla_placement_postcode = Postcode(sensitive=True)
    clap_cla_placement_end_date = about.ended("clap_cla_placement_start_date")
    clap_cla_placement_change_reason = Code(
        codes="placement_change_reason", open=True, description="Why this placement ended."
    )
    clap_person_id = about.person()
    clap_cla_placement_la = Text(
        special="la_of_placement_special",
        description="Authority where the child lives, in earlier extracts.",
    )


class LegalStatus(Table, **about.of("ssd_legal_status")):
    """Every legal status of a child over time, those that do not mean care among them."""

    lega_legal_status_id = about.row_id()
    lega_person_id = about.person()
    lega_legal_status = Code(codes="legal_status", open=True)
    lega_legal_status_start_date = about.started()
    lega_legal_status_end_date = about.ended("lega_legal_status_start_date")


class ClaReviews(Table, **about.of("ssd_cla_reviews")):
    """Every review of a child in care."""

    clar_cla_review_id = about.row_id()
    clar_cla_id = Id(description=_PERIOD)
    clar_cla_review_due_date = Date(ahead=True)
    clar_cla_review_date = Date(blank_when="it was not held yet")
    clar_cla_review_cancelled = YesNo()
    clar_cla_review_participation = Code(codes="review_participation", open=True)


class ClaVisits(Table, **about.of("ssd_cla_visits")):
    """Every visit to a child in care. It belongs to a placement by its date."""

    clav_cla_visit_id = about.row_id()
    clav_cla_id = Id(description=_PERIOD)
    clav_person_id = about.person()
    clav_cla_visit_date = about.started()
    clav_cla_visit_seen = YesNo(codes="yes_no_unknown")
    clav_cla_visit_seen_alone = YesNo(codes="yes_no_unknown")


class ClaCarePlan(Table, **about.of("ssd_cla_care_plan")):
    """The care plans of a child in care over time."""

    lacp_table_id = about.row_id()
    lacp_person_id = about.person()
    lacp_cla_care_plan_start_date = about.started()
    lacp_cla_care_plan_end_date = about.ended("lacp_cla_care_plan_start_date")
    lacp_cla_care_plan_json = Json(
        description="Flags of the plan for permanence: REMAINSUP, RETURN1M, RETURN6M, RETURNEV, "
        "LTRELFR, LTFOST18, RESPLMT, SUPPLIV, ADOPTION, OTHERPLN.",
    )
