"""Measures of allocation: who holds how many children, and what nobody holds."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Ratio, Share
from sightline.measures.asked import TODAY, Asked
from sightline.measures.declare import BAND, DOWN, measure
from sightline.measures.rolls.workers import open_work, workers

NOT_PUBLISHED = (
    "The published figure counts by full-time equivalents, agency workers among them, from the "
    "workforce census. Here each name in list 6 is one worker."
)


@measure(
    "WF01", "Children in need per worker", workers,
    better=BAND, theme="caseloads", window=TODAY,
    numerator="open episodes of need held by a worker", denominator="workers with one or more",
    leaves_out="children held by nobody, or by a desk or a team", proxy=NOT_PUBLISHED,
    source="Annex A list 6",
    example="""
        child_id | cin_start_date | cin_closure_date | allocated_team | allocated_worker | met
        A        | 2026-01-05     |                  | North          | Ann Able         | 2/1
        B        | 2026-01-05     |                  | North          | ann able         |
        C        | 2026-01-05     | 2026-10-31       | North          | Ann Able         | -
        D        | 2026-01-05     |                  | North          |                  | -
        E        | 2026-01-05     |                  | North          | Duty Desk        | -
        F        | 2026-01-05     |                  | South          | Bo Baker         | 1/1
    """,
)  # fmt: skip
def children_per_worker(rows: Any, asked: Asked) -> Answer:
    """All their children over all workers: the mean."""
    import ibis

    return Ratio(
        rows.children > 0, rows.children, rows.children.notnull().ifelse(1, ibis.null("int64")),
        unit="children per worker",
    )  # fmt: skip


@measure(
    "WF03", "Workers with more children than the number set", workers,
    better=DOWN, theme="caseloads", window=TODAY, setting="children_per_worker",
    numerator="workers with more open episodes of need than the number set",
    denominator="workers with one or more", proxy=NOT_PUBLISHED, source="Annex A list 6",
    leaves_out="children held by nobody, or by a desk or a team",
    note="No national number is set: this is by the authority's own.",
    example="""
        child_id | cin_start_date | cin_closure_date | allocated_worker | met
        A        | 2026-01-05     |                  | Ann Able         | yes
        B        | 2026-01-05     |                  | Ann Able         |
        C        | 2026-01-05     |                  | Ann Able         |
        D        | 2026-01-05     |                  | Bo Baker         | no
        E        | 2026-01-05     |                  | Bo Baker         |
        F        | 2026-01-05     | 2026-10-31       | Bo Baker         | -
    """,
)  # fmt: skip
def over_the_number(rows: Any, asked: Asked) -> Answer:
    """The number itself is not over it."""
    return Share(rows.children > 0, rows.children > asked.settings.children_per_worker)


@measure(
    "WF09", "Open work without a worker", open_work,
    better=DOWN, theme="management-oversight", window=TODAY, split="list",
    numerator="open entries whose worker is blank, or a desk, a team or nobody",
    denominator="open entries of lists 4, 6, 7, 8 and 9",
    leaves_out="entries without a start date are not known to be open",
    source="Annex A lists 4, 6, 7, 8 and 9",
    note="A child may be in several lists. None should be of children on a plan or in care.",
    example="""
        child_id | assessment_start_date | assessment_authorised_date | allocated_worker | met
        A        | 2026-10-01            |                            |                  | yes
        B        | 2026-10-01            | 2026-10-20                 |                  | -
        [annex_a.children_in_need]
        child_id | cin_start_date | cin_closure_date | allocated_worker | met
        C        | 2026-01-05     | 2026-10-31       |                  | -
        D        | 2026-01-05     |                  | Ann Able         | no
        [annex_a.child_protection]
        child_id | plan_start_date | plan_end_date | allocated_worker | met
        E        | 2026-01-05      | 2026-10-31    |                  | -
        E        | 2026-01-05      | 2026-10-31    |                  | -
        F        | 2026-01-05      |               | Duty Desk        | yes
        [annex_a.children_in_care]
        child_id | cla_start_date | cla_end_date | legal_status | allocated_worker | met
        G        | 2026-01-05     |              | V4           |                  | -
        G        | 2026-01-05     | 2026-10-31   | V2           |                  | -
        G        | 2026-01-05     | 2026-10-31   | V2           |                  | -
        H        | 2026-01-05     |              | V2           | Duty Team        | yes
    """,
)  # fmt: skip
def unallocated(rows: Any, asked: Asked) -> Answer:
    """A name that is a team's is nobody's."""
    return Share(rows.list.notnull(), ~rows.allocated)
