"""SSD tables of the health and safety of children in care, and of going missing."""

from __future__ import annotations

from sightline.standards.declare import ChildId, Code, Count, Date, Table, Text, YesNo
from sightline.standards.ssd import about


class ClaHealth(Table, **about.of("ssd_cla_health")):
    """Health assessments and dental checks of children in care, told apart by words alone."""

    clah_health_check_id = about.row_id()
    clah_person_id = about.person()
    clah_health_check_type = Text(description="In local words: initial, review, dental …")
    clah_health_check_date = about.started()
    clah_health_check_status = Text(description="In local words: held, cancelled …")


class ClaImmunisations(Table, **about.of("ssd_cla_immunisations")):
    """Whether a child in care has had their immunisations, as last recorded."""

    clai_person_id = ChildId(key=True, required=True, references=about.PERSON)
    clai_immunisations_status = YesNo(description="Whether they are up to date.")
    clai_immunisations_status_date = Date()


class ClaSubstanceMisuse(Table, **about.of("ssd_cla_substance_misuse")):
    """Substance misuse of children in care, as recorded."""

    clas_substance_misuse_id = about.row_id()
    clas_person_id = about.person()
    clas_substance_misuse_date = about.started()
    clas_substance_misused = Text(sensitive=True, description="Yes or no, or the substance.")
    clas_intervention_received = YesNo(codes="yes_no_unknown")


class ClaConvictions(Table, **about.of("ssd_cla_convictions")):
    """Convictions and final warnings of children in care."""

    clac_cla_conviction_id = about.row_id()
    clac_person_id = about.person()
    clac_cla_conviction_date = about.started()
    clac_cla_conviction_offence = Text(sensitive=True)


class SdqScores(Table, **about.of("ssd_sdq_scores")):
    """Strengths and difficulties questionnaires of children in care."""

    csdq_table_id = about.row_id()
    csdq_person_id = about.person()
    csdq_sdq_completed_date = about.started()
    csdq_sdq_reason = Code(
        codes="sdq_reason", placeholder=True, description="Why there is no score."
    )
    csdq_sdq_score = Count(maximum=40, description="Total difficulties; extracts hold it as text.")


class Missing(Table, **about.of("ssd_missing")):
    """Every time that a child went missing, or was away without authorisation. When a return
    interview was held is not in it: see the local lists."""

    miss_table_id = about.row_id()
    miss_person_id = ChildId(references=about.PERSON, aliases=("miss_la_person_id",))
    miss_missing_episode_start_date = Date(aliases=("miss_mis_epi_start",))
    miss_missing_episode_type = Code(codes="missing_type", aliases=("miss_mis_epi_type",))
    miss_missing_episode_end_date = Date(
        not_before="miss_missing_episode_start_date",
        blank_when="the child is still missing",
        aliases=("miss_mis_epi_end",),
    )
    miss_missing_rhi_offered = YesNo(codes="yes_no_unknown", aliases=("miss_mis_epi_rhi_offered",))
    miss_missing_rhi_accepted = YesNo(
        codes="yes_no_unknown", aliases=("miss_mis_epi_rhi_accepted",)
    )
