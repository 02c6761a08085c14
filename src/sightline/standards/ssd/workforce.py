"""SSD tables of workers: who works with which child, in which team."""

from __future__ import annotations

from sightline.standards.declare import Code, Count, Decimal, Id, Table, Text, YesNo
from sightline.standards.ssd import about


class Involvements(Table, **about.of("ssd_involvements")):
    """Every worker's time with a child, from start to end. Mosaic's extracts lack the child."""

    invo_involvements_id = about.row_id()
    invo_professional_id = about.worker()
    invo_professional_role_id = Text(
        description="In local words; say locally which mean the allocated social worker."
    )
    invo_professional_team = about.team()
    invo_involvement_start_date = about.started()
    invo_involvement_end_date = about.ended("invo_involvement_start_date")
    invo_worker_change_reason = Code(codes="worker_change_reason", open=True)
    invo_person_id = about.person()
    invo_referral_id = about.referral()


class Professionals(Table, **about.of("ssd_professionals")):
    """Every worker."""

    prof_professional_id = about.row_id()
    prof_staff_id = Id(description="The identifier in the case management system.")
    prof_professional_name = Text()
    prof_social_worker_registration_no = Id(description="Social Work England's number.")
    prof_professional_job_title = Text()
    prof_professional_caseload = Count(description="Children held at the last 30 September.")
    prof_professional_department = Text()
    prof_full_time_equivalency = Decimal(minimum=0, maximum=2)
    prof_agency_worker_flag = YesNo(placeholder=True)


class Department(Table, **about.of("ssd_department")):
    """Every team, and the one that it belongs to."""

    dept_team_id = about.row_id()
    dept_team_name = Text()
    dept_team_parent_id = about.team("The team that this one belongs to.")
    dept_team_parent_name = Text()
