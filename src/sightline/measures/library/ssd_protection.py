"""Measures of protection and need that need the SSD: enquiries, conferences, plans and reviews."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Days, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, TWELVE_MONTHS, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.limits import months
from sightline.measures.rolls.ssd_protection import (
    ssd_cin_plans,
    ssd_conferences,
    ssd_cp_plans,
    ssd_cp_reviews,
    ssd_enquiries,
)


@measure(
    "SE04", "Initial conferences within 15 working days of the strategy discussion",
    ssd_conferences, better=UP, theme="child-protection-enquiries", window=SIX_MONTHS,
    timescale="icpc",
    numerator="conferences held 15 working days or fewer after the strategy discussion",
    denominator="initial conferences held in the window, less those of children who moved in "
    "with another authority's plan",
    leaves_out="conferences whose enquiry, or its date, is not known",
    source="SSD ssd_initial_cp_conference and ssd_s47_enquiry",
    example="""
        icpc_icpc_id | icpc_s47_enquiry_id | icpc_icpc_transfer_in | icpc_icpc_date | met
        I1           | S1                  | N                     | 2026-09-22     | yes
        I2           | S1                  | N                     | 2026-09-23     | no
        I3           | S1                  | Y                     | 2026-09-23     | -
        I4           |                     | N                     | 2026-09-23     | ?
        I5           | S1                  |                       | 2026-09-22     | yes
        I6           | S1                  | N                     |                | -
        I7           | S2                  | N                     | 2026-04-29     | -
        [ssd.ssd_s47_enquiry]
        s47e_s47_enquiry_id | s47e_s47_start_date
        S1                  | 2026-09-01
        S2                  | 2026-04-20
    """,
)  # fmt: skip
def conference_in_time(rows: Any, asked: Asked) -> Answer:
    """The 15 days do not apply to a plan that came from another authority."""
    own = (rows.transfer_in != "Y").fill_null(True)
    return Share(of=asked.within(rows.held_on) & own, where=rows.working_days <= 15)


@measure(
    "SE08", "Length of section 47 enquiries", ssd_enquiries,
    better=DOWN, theme="child-protection-enquiries", window=SIX_MONTHS,
    numerator="the median working days from the strategy discussion to the end of the enquiry",
    denominator="enquiries that ended in the window", leaves_out="enquiries without a start date",
    source="SSD ssd_s47_enquiry",
    note="There is no national limit beyond the 15 working days to a conference.",
    example="""
        s47e_s47_enquiry_id | s47e_s47_start_date | s47e_s47_end_date | met
        S1                  | 2026-09-01          | 2026-09-08        | 5
        S2                  | 2026-09-01          | 2026-09-01        | 0
        S3                  |                     | 2026-09-01        | ?
        S4                  | 2026-09-01          |                   | -
        S5                  | 2026-04-20          | 2026-04-29        | -
    """,
)  # fmt: skip
def enquiry_length(rows: Any, asked: Asked) -> Answer:
    """Counted when the enquiry is over."""
    return Days(of=asked.within(rows.ended_on), value=rows.working_days, unit="working days")


@measure(
    "CP05", "Plans that began within two years of an earlier one", ssd_cp_plans,
    better=DOWN, theme="planning", window=TWELVE_MONTHS,
    numerator="plans of a child whose earlier plan had ended 24 months or less before",
    denominator="plans that began in the window",
    leaves_out="plans that do not say which child they are about", source="SSD ssd_cp_plans",
    example="""
        cppl_cp_plan_id | cppl_person_id | cppl_cp_plan_start_date | cppl_cp_plan_end_date | met
        P1              | A              | 2024-01-10              | 2024-09-01            | -
        P2              | A              | 2026-09-01              |                       | yes
        P3              | B              | 2024-01-10              | 2024-08-31            | -
        P4              | B              | 2026-09-01              |                       | no
        P5              | C              | 2026-05-01              |                       | no
        P6              |                | 2026-05-01              |                       | ?
        P7              | D              | 2024-01-10              |                       | -
        P8              | D              | 2026-05-01              |                       | no
    """,
)  # fmt: skip
def planned_again(rows: Any, asked: Asked) -> Answer:
    """The earlier plan must have ended by the day on which this one began."""
    import ibis

    near = rows.plan_before_ended_on >= rows.started_on - ibis.interval(months=24)
    again = rows.child_id.notnull().ifelse(near.fill_null(False), None)
    return Share(of=asked.within(rows.started_on), where=again)


@measure(
    "CP10", "Plans whose reviews were all in time", ssd_cp_plans,
    better=UP, theme="conferences-reviews", window=TODAY, timescale="rcpc_repeat",
    numerator="open plans first reviewed within 3 months, and then every 6 months or sooner, with "
    "none overdue as at the day",
    denominator="open plans that began 3 months ago or longer",
    source="SSD ssd_cp_reviews and ssd_cp_plans",
    note="The start of the plan stands for the initial conference.",
    example="""
        cppl_cp_plan_id | cppl_cp_plan_start_date | cppl_cp_plan_end_date | met
        P1              | 2026-01-15              |                       | yes
        P2              | 2026-01-15              |                       | no
        P3              | 2026-01-15              |                       | no
        P4              | 2026-01-15              |                       | no
        P5              | 2026-07-31              |                       | yes
        P6              | 2026-07-30              |                       | no
        P7              | 2026-08-01              |                       | -
        P8              | 2026-01-15              | 2026-10-31            | -
        [ssd.ssd_cp_reviews]
        cppr_cp_plan_id | cppr_cp_review_date
        P1              | 2026-04-15
        P1              | 2026-10-15
        P2              | 2026-04-16
        P2              | 2026-10-15
        P3              | 2026-04-15
        P3              | 2026-10-16
        P4              | 2026-04-15
        P6              |
    """,
)  # fmt: skip
def reviewed_in_time(rows: Any, asked: Asked) -> Answer:
    """A review that is due and was not held is late."""
    import ibis

    due = rows.last_review_on.isnull().ifelse(
        rows.started_on + ibis.interval(months=3), rows.last_review_on + ibis.interval(months=6)
    )
    in_time = (rows.reviews_late.fill_null(0) == 0) & (due >= asked.today)
    return Share(of=rows.is_open & asked.older(rows.started_on, months(3)), where=in_time)


@measure(
    "CP17", "Review conferences that were quorate", ssd_cp_reviews,
    better=UP, theme="multi-agency", window=TWELVE_MONTHS,
    numerator="review conferences at which enough partners were present",
    denominator="review conferences held in the window with an answer",
    leaves_out="conferences that do not say whether they were quorate",
    source="SSD ssd_cp_reviews",
    example="""
        cppr_cp_review_id | cppr_cp_review_date | cppr_cp_review_quorate | met
        V1                | 2025-10-31          | Y                      | yes
        V2                | 2026-10-31          | N                      | no
        V3                | 2026-05-01          | U                      | ?
        V4                | 2026-05-01          |                        | ?
        V5                | 2025-10-30          | Y                      | -
        V6                |                     | Y                      | -
    """,
)  # fmt: skip
def quorate(rows: Any, asked: Asked) -> Answer:
    """An answer of not known is no answer."""
    known = rows.quorate.isin(("Y", "N"))
    return Share(of=asked.within(rows.held_on), where=known.ifelse(rows.quorate == "Y", None))


@measure(
    "CP21", "Ended plans that another service followed", ssd_cp_plans,
    better=CONTEXT, theme="planning", window=SIX_MONTHS,
    numerator="plans on the day after which the child was still in need, or was in care",
    denominator="plans that ended in the window",
    leaves_out="plans that do not say which child they were about",
    source="SSD ssd_cp_plans, ssd_cin_episodes and ssd_cla_episodes",
    example="""
        cppl_cp_plan_id | cppl_person_id | cppl_cp_plan_end_date | met
        P1              | A              | 2026-08-31            | yes
        P2              | B              | 2026-08-31            | no
        P3              | C              | 2026-08-31            | yes
        P4              | D              | 2026-08-31            | yes
        P5              | E              | 2026-08-31            | no
        P6              | A              |                       | -
        P7              |                | 2026-08-31            | ?
        P8              | A              | 2026-04-29            | -
        [ssd.ssd_cin_episodes]
        cine_person_id | cine_referral_date | cine_close_date
        A              | 2026-01-01         |
        B              | 2026-01-01         | 2026-09-01
        D              | 2026-01-01         | 2026-09-02
        E              | 2026-09-02         |
        [ssd.ssd_cla_episodes]
        clae_person_id | clae_cla_episode_start_date | clae_cla_episode_ceased_date
        C              | 2026-09-01                  |
    """,
)  # fmt: skip
def followed(rows: Any, asked: Asked) -> Answer:
    """Open on the next day: begun by it, and not over."""
    where = rows.child_id.notnull().ifelse(rows.service_next, None)
    return Share(of=asked.within(rows.ended_on), where=where)


@measure(
    "CN05", "Child in need plans open too long", ssd_cin_plans,
    better=DOWN, theme="drift-delay", window=TODAY, setting="cin_plan_length",
    numerator="open plans that began as long ago as the local limit, or longer",
    denominator="open child in need plans",
    leaves_out="plans without a start date are not known to be open", source="SSD ssd_cin_plans",
    example="""
        cinp_cin_plan_id | cinp_cin_plan_start_date | cinp_cin_plan_end_date | met
        N1               | 2026-01-31               |                        | yes
        N2               | 2026-02-01               |                        | no
        N3               | 2025-01-31               | 2026-10-31             | -
        N4               | 2025-01-31               | 2026-11-01             | yes
        N5               |                          |                        | -
    """,
)  # fmt: skip
def open_too_long(rows: Any, asked: Asked) -> Answer:
    """Nine or twelve months are often set."""
    limit = asked.settings.cin_plan_length
    assert limit is not None
    return Share(of=rows.is_open, where=asked.older(rows.started_on, limit))
