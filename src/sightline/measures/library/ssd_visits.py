"""Measures of visits that need the SSD: whether the gaps between them kept to time."""

# The names of the SSD make the tables of the examples wider than a line of code.

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Share
from sightline.measures.asked import SIX_MONTHS, TWELVE_MONTHS, Asked
from sightline.measures.declare import UP, measure
from sightline.measures.rolls.ssd_gaps import (
    ssd_care_visit_gaps,
    ssd_cin_visit_gaps,
    ssd_cp_visit_gaps,
)

ENDS = (
    "gaps that ended in the window: from the start to the first visit, between visits, and from "
    "the last to the end, or to the day where it goes on"
)
ONE_DAY = "Two visits on one day are one. A gap that goes on counts by its length so far."


@measure(
    "CP13", "Visits to children on protection plans in time", ssd_cp_visit_gaps,
    better=UP, theme="visits", window=SIX_MONTHS, setting="cp_visit",
    numerator="gaps between visits at which the child was seen within the local limit",
    denominator=ENDS, leaves_out="visits at which the child was not seen, or that do not say",
    source="SSD ssd_cp_visits and ssd_cp_plans", note=ONE_DAY,
    example="""
        cppl_cp_plan_id | cppl_cp_plan_start_date | cppl_cp_plan_end_date | met
        P1              | 2026-10-01              |                       | yes
        P2              | 2026-02-02              | 2026-04-01            | -
        [ssd.ssd_cp_visits]
        cppv_cp_plan_id | cppv_cp_visit_date | cppv_cp_visit_seen | met
        P1              | 2026-10-08         | N                  | -
        P1              | 2026-10-09         |                    | -
        P1              | 2026-10-15         | Y                  | yes
        P1              | 2026-10-15         | Y                  | -
        P1              | 2026-10-30         | Y                  | no
        P2              | 2026-03-02         | Y                  | -
    """,
)  # fmt: skip
def protection_visits(rows: Any, asked: Asked) -> Answer:
    """No national interval: the plan sets it, or the authority."""
    return Share(of=asked.within(rows.until), where=rows.in_time)


@measure(
    "CN07", "Visits to children in need in time", ssd_cin_visit_gaps,
    better=UP, theme="visits", window=SIX_MONTHS, setting="cin_visit",
    numerator="gaps between visits within the local limit", denominator=ENDS,
    leaves_out="visits outside a child in need plan",
    source="SSD ssd_cin_visits and ssd_cin_plans", note=ONE_DAY,
    example="""
        cinp_cin_plan_id | cinp_person_id | cinp_cin_plan_start_date | cinp_cin_plan_end_date | met
        N1               | A              | 2026-09-01               |                        | yes
        N2               | B              | 2026-02-02               | 2026-04-01             | -
        [ssd.ssd_cin_visits]
        cinv_person_id | cinv_cin_visit_date | met
        B              | 2026-03-02          | -
        C              | 2026-09-29          | -
        A              | 2026-09-29          | yes
        A              | 2026-10-28          | no
        A              | 2026-08-31          | -
    """,
)  # fmt: skip
def need_visits(rows: Any, asked: Asked) -> Answer:
    """No national interval either."""
    return Share(of=asked.within(rows.until), where=rows.in_time)


@measure(
    "LA11", "Visits to children in care in time", ssd_care_visit_gaps,
    better=UP, theme="visits", window=TWELVE_MONTHS, timescale="cla_visit_year1",
    numerator="gaps within the interval of regulation 28: 1 week from the start of the placement, "
    "then 6 weeks; after a year 3 months where the placement is to last to 18; with parents on an "
    "interim care order 1 week until the first review, then 4 weeks",
    denominator=ENDS, leaves_out="children with short breaks alone",
    proxy="That a placement is to last to 18 is taken from its type, U1 or U4. Placements with a "
    "connected person who is not yet approved are not known, and count as others do.",
    source="SSD ssd_cla_visits and ssd_cla_placement", note=ONE_DAY,
    example="""
        clap_cla_placement_id | clap_cla_id | clap_cla_placement_type | clap_cla_placement_start_date | met
        X1                    | L1          | U6                      | 2026-06-01                    | no
        X2                    | L2          | U1                      | 2024-01-01                    | yes
        X3                    | L3          | P1                      | 2026-09-01                    | yes
        X4                    | L4          | U6                      | 2026-06-01                    | -
        [ssd.ssd_cla_visits]
        clav_cla_id | clav_cla_visit_date | met
        L9          | 2026-06-08          | -
        L1          | 2026-05-31          | -
        L2          |                     | -
        L1          | 2026-06-08          | yes
        L1          | 2026-07-20          | yes
        L1          | 2026-09-01          | no
        L2          | 2026-07-31          | no
        L3          | 2026-09-08          | yes
        L3          | 2026-09-15          | yes
        L3          | 2026-09-23          | no
        L3          | 2026-10-21          | yes
        [ssd.ssd_cla_reviews]
        clar_cla_id | clar_cla_review_date
        L3          | 2026-09-20
        [ssd.ssd_cla_episodes]
        clae_cla_id | clae_person_id
        L3          | C
        L4          | D
        [ssd.ssd_legal_status]
        lega_person_id | lega_legal_status | lega_legal_status_start_date
        C              | C1                | 2026-09-01
        D              | V4                | 2026-06-01
    """,
)  # fmt: skip
def care_visits(rows: Any, asked: Asked) -> Answer:
    """The interval depends on the placement, its age, and the order."""
    return Share(of=asked.within(rows.until), where=rows.in_time)
