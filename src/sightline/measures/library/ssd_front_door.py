"""Measures of the front door and of assessment that need the SSD: what came before and after."""

from __future__ import annotations

from typing import Any

from sightline.kit.calendar import add_months
from sightline.measures.answers import Answer, Mix, Share
from sightline.measures.asked import SIX_MONTHS, TWELVE_MONTHS, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.rolls.ssd_front_door import ssd_assessments, ssd_factors, ssd_referrals

SETTLED = 10
NOBODY = "rows that do not say which child they are about"


@measure(
    "FD11", "Referrals within 12 months of an earlier one", ssd_referrals,
    better=DOWN, theme="front-door", window=TWELVE_MONTHS, leaves_out=NOBODY,
    numerator="referrals of a child who had an earlier one in the 12 months before",
    denominator="referrals in the window",
    source="SSD ssd_cin_episodes, by the child and the day of referral",
    example="""
        cine_referral_id | cine_person_id | cine_referral_date | met
        R1               | A              | 2025-09-01         | -
        R2               | A              | 2026-09-01         | yes
        R3               | B              | 2025-08-31         | -
        R4               | B              | 2026-09-01         | no
        R5               | C              | 2026-05-01         | no
        R6               | C              | 2026-05-01         | no
        R7               |                | 2026-05-01         | ?
        R8               | D              |                    | -
    """,
)  # fmt: skip
def referred_again(rows: Any, asked: Asked) -> Answer:
    """The earlier one is on an earlier day: two on one day are not one after another."""
    import ibis

    near = rows.before >= rows.referred_on - ibis.interval(months=12)
    again = rows.child_id.notnull().ifelse(near.fill_null(False), None)
    return Share(of=asked.within(rows.referred_on), where=again)


@measure(
    "FD13", "Referrals that led to an assessment", ssd_referrals,
    better=UP, lag=1, theme="front-door", window=SIX_MONTHS,
    numerator="referrals to which an assessment belongs",
    denominator="referrals in the window that were not closed with no further action",
    leaves_out="referrals of the last 10 working days, and those that do not say what came of them",
    source="SSD ssd_cin_assessments, by the referral's identifier",
    example="""
        cine_referral_id | cine_referral_date | cine_referral_nfa | met
        R1               | 2026-10-16         | N                 | yes
        R2               | 2026-10-16         | N                 | no
        R3               | 2026-10-19         | N                 | -
        R4               | 2026-09-01         | Y                 | -
        R5               | 2026-09-01         |                   | ?
        R6               | 2026-04-29         | N                 | -
        R7               | 2026-04-30         | N                 | no
        [ssd.ssd_cin_assessments]
        cina_referral_id | cina_assessment_start_date
        R1               | 2026-10-26
        R3               | 2026-10-20
        R7               |
    """,
)  # fmt: skip
def assessed(rows: Any, asked: Asked) -> Answer:
    """The last days are left out: their assessments may not be begun yet."""
    settled = rows.working_days_since >= SETTLED
    open_to = (rows.nfa != "Y").fill_null(True)
    found = rows.nfa.notnull().ifelse(rows.assessed_on.notnull(), None)
    return Share(of=asked.within(rows.referred_on) & settled & open_to, where=found)


@measure(
    "FD14", "Referrals assessed and found not in need", ssd_referrals,
    better=DOWN, theme="front-door", window=TWELVE_MONTHS,
    numerator="referrals that were assessed and then closed with RC8, no further action",
    denominator="referrals in the window", leaves_out="closed episodes without a reason",
    source="SSD ssd_cin_episodes and ssd_cin_assessments",
    example="""
        cine_referral_id | cine_referral_date | cine_close_date | cine_close_reason | met
        R1               | 2026-05-01         | 2026-06-01      | RC8               | yes
        R2               | 2026-05-01         | 2026-06-01      | RC8               | no
        R3               | 2026-05-01         | 2026-06-01      | RC9               | no
        R4               | 2026-05-01         |                 |                   | no
        R5               | 2026-05-01         | 2026-06-01      |                   | ?
        R6               | 2025-10-30         | 2026-06-01      | RC8               | -
        [ssd.ssd_cin_assessments]
        cina_referral_id | cina_assessment_start_date
        R1               | 2026-05-03
        R3               | 2026-05-03
        R5               | 2026-05-03
        R6               | 2026-05-03
    """,
)  # fmt: skip
def found_not_in_need(rows: Any, asked: Asked) -> Answer:
    """An open episode has not been found so yet."""
    unsaid = rows.closed_on.notnull() & rows.close_reason.isnull()
    found = (rows.close_reason == "RC8").fill_null(False) & rows.assessed_on.notnull()
    return Share(of=asked.within(rows.referred_on), where=unsaid.ifelse(None, found))


@measure(
    "CN11", "Children referred again within 12 months of closing", ssd_referrals,
    better=DOWN, theme="drift-delay", window=TWELVE_MONTHS, leaves_out=NOBODY,
    numerator="closed episodes followed by a referral of the child within 12 months",
    denominator="episodes closed in the 12 months before the window",
    source="SSD ssd_cin_episodes",
    note="It looks a year back, so that every episode has had a whole year to come again.",
    example="""
        cine_referral_id | cine_person_id | cine_referral_date | cine_close_date | met
        R1               | A              | 2024-12-01         | 2025-03-01      | yes
        R2               | A              | 2026-03-01         |                 | -
        R3               | B              | 2024-12-01         | 2025-03-01      | no
        R4               | B              | 2026-03-02         |                 | -
        R5               | C              | 2025-01-01         | 2025-01-01      | no
        R6               |                | 2024-12-01         | 2025-03-01      | ?
        R7               | D              | 2024-02-01         | 2024-10-30      | -
        R8               | E              | 2024-12-01         | 2025-10-31      | no
    """,
)  # fmt: skip
def came_again(rows: Any, asked: Asked) -> Answer:
    """A referral on the day of closing is the one that closed."""
    import ibis

    first, last = (ibis.literal(add_months(day, -12)) for day in (asked.start, asked.end))
    soon = rows.returned_on <= rows.closed_on + ibis.interval(months=12)
    again = rows.child_id.notnull().ifelse(soon.fill_null(False), None)
    return Share(of=rows.closed_on.between(first, last), where=again)


@measure(
    "AS01", "Assessments finished within 45 working days of the referral", ssd_assessments,
    better=UP, theme="assessment", window=SIX_MONTHS, timescale="single_assessment",
    numerator="assessments authorised 45 working days or fewer after the referral",
    denominator="assessments authorised in the window",
    leaves_out="assessments whose referral, or its date, is not known",
    source="SSD ssd_cin_assessments and ssd_cin_episodes",
    example="""
        cina_assessment_id | cina_referral_id | cina_assessment_auth_date | met
        A1                 | R1               | 2026-10-06                | yes
        A2                 | R1               | 2026-10-07                | no
        A3                 |                  | 2026-10-06                | ?
        A4                 | R2               | 2026-10-06                | ?
        A5                 | R1               |                           | -
        A6                 | R3               | 2026-04-29                | -
        [ssd.ssd_cin_episodes]
        cine_referral_id | cine_referral_date
        R1               | 2026-08-03
        R2               |
        R3               | 2026-03-02
    """,
)  # fmt: skip
def assessed_in_time(rows: Any, asked: Asked) -> Answer:
    """The clock of Working Together: from the referral."""
    return Share(of=asked.within(rows.authorised_on), where=rows.working_days <= 45)


@measure(
    "AS06", "Factors found by assessments", ssd_factors,
    better=CONTEXT, theme="risk", window=TWELVE_MONTHS,
    numerator="factors of a kind that were found",
    denominator="all factors found by assessments authorised in the window",
    proxy="Each factor is a part of all factors found, not of assessments, because one assessment "
    "may find several. The published figure is a rate per 10,000 children.",
    leaves_out="codes that are not of the set",
    source="SSD ssd_assessment_factors",
    example="""
        cinf_table_id | cinf_assessment_id | cinf_assessment_factors_json | met
        F1            | A1                 | ["4B"]                       | 4B
        F2            | A1                 | {"1A": "Yes", "2B": "No"}    | 1A
        F3            | A1                 | ["99Z", "4B", "4B"]          | 4B
        F4            | A1                 |                              | -
        F5            | A2                 | ["4B"]                       | -
        F6            | A3                 | ["4B"]                       | -
        [ssd.ssd_cin_assessments]
        cina_assessment_id | cina_assessment_auth_date
        A1                 | 2025-10-31
        A2                 | 2025-10-30
        A3                 |
    """,
)  # fmt: skip
def factors(rows: Any, asked: Asked) -> Answer:
    """A factor that an assessment names twice is found once."""
    return Mix(of=asked.within(rows.authorised_on), category=rows.factor,
               code_set="assessment_factors")  # fmt: skip
