"""SSD tables of special educational needs. Most are named in the specification and not filled."""

from __future__ import annotations

from sightline.standards.declare import Code, Count, Date, Id, Table, Upn, YesNo
from sightline.standards.ssd import about


class Send(Table, **about.of("ssd_send", once=False)):
    """Pupil and learner numbers of children with special educational needs. Not yet filled."""

    send_table_id = Id(key=True, placeholder=True)
    send_upn = Upn(sensitive=True, placeholder=True)
    send_uln = Id(sensitive=True, placeholder=True, description="Unique learner number.")
    send_upn_unknown = Code(codes="upn_unknown", placeholder=True)
    send_person_id = about.person(placeholder=True)


class EhcpRequests(Table, **about.of("ssd_ehcp_requests", once=False)):
    """Requests for an education, health and care assessment. Not yet filled."""

    ehcr_ehcp_request_id = Id(key=True, placeholder=True)
    ehcr_send_table_id = Id(references="ssd_send.send_table_id", placeholder=True)
    ehcr_ehcp_req_date = Date(placeholder=True, description="Start of the 20 weeks.")
    ehcr_ehcp_req_outcome_date = Date(placeholder=True, not_before="ehcr_ehcp_req_date")
    ehcr_ehcp_req_outcome = Code(codes="ehcp_decision", placeholder=True)


class EhcpAssessment(Table, **about.of("ssd_ehcp_assessment", once=False)):
    """Education, health and care assessments. Not yet filled."""

    ehca_ehcp_assessment_id = Id(key=True, placeholder=True)
    ehca_ehcp_request_id = Id(references="ssd_ehcp_requests.ehcr_ehcp_request_id", placeholder=True)
    ehca_ehcp_assessment_outcome_date = Date(placeholder=True)
    ehca_ehcp_assessment_outcome = Code(codes="ehcp_decision", placeholder=True)
    ehca_ehcp_assessment_exceptions = YesNo(
        placeholder=True, description="Whether an exception to the 20 weeks applies."
    )


class EhcpNamedPlan(Table, **about.of("ssd_ehcp_named_plan", once=False)):
    """Education, health and care plans as issued. Not yet filled."""

    ehcn_named_plan_id = Id(key=True, placeholder=True)
    ehcn_ehcp_asmt_id = Id(
        references="ssd_ehcp_assessment.ehca_ehcp_assessment_id", placeholder=True
    )
    ehcn_named_plan_start_date = Date(placeholder=True)
    ehcn_named_plan_ceased_date = Date(placeholder=True, not_before="ehcn_named_plan_start_date")
    ehcn_named_plan_ceased_reason = Code(codes="ehcp_ceased_reason", placeholder=True)


class EhcpActivePlans(Table, **about.of("ssd_ehcp_active_plans", once=False)):
    """Education, health and care plans in force."""

    ehcp_active_ehcp_id = Id(key=True, placeholder=True)
    ehcp_ehcp_request_id = Id(references="ssd_ehcp_requests.ehcr_ehcp_request_id", placeholder=True)
    ehcp_active_ehcp_last_review_date = Date(
        placeholder=True, description="When the parent was told of the decision after a review."
    )


class SenNeed(Table, **about.of("ssd_sen_need", once=False)):
    """The special educational needs that a plan names, the first of them ranked 1."""

    senn_table_id = Id(key=True, placeholder=True)
    senn_active_ehcp_id = Id(
        references="ssd_ehcp_active_plans.ehcp_active_ehcp_id", placeholder=True
    )
    senn_active_ehcp_need_type = Code(codes="sen_need", placeholder=True)
    senn_active_ehcp_need_rank = Count(placeholder=True)
