"""Measures of contact with children on a plan: reviews, visits, seen alone, emergency powers."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Share
from sightline.measures.asked import TODAY, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.rolls.need import protection_plans
from sightline.measures.rolls.shared import yes

LIST_7 = "Annex A list 7"


@measure(
    "CP11", "Child protection reviews overdue", protection_plans,
    better=DOWN, theme="conferences-reviews", window=TODAY, timescale="rcpc_repeat",
    numerator="open plans last reviewed over 6 months ago, or over 3 months old and never reviewed",
    denominator="open child protection plans",
    leaves_out="plans without a start date are not known to be open", source=LIST_7,
    note="Only the latest review is known: nothing is said of reviews that were late before it.",
    example="""
        child_id | plan_start_date | latest_review_date | plan_end_date | met
        A        | 2026-07-31      |                    |               | no
        B        | 2026-07-30      |                    |               | yes
        C        | 2026-01-05      | 2026-04-30         |               | yes
        D        | 2026-01-05      | 2026-05-01         |               | no
        E        | 2026-01-05      |                    | 2026-10-01    | -
        F        |                 |                    |               | -
    """,
)  # fmt: skip
def review_overdue(rows: Any, asked: Asked) -> Answer:
    """Due on the day itself is not overdue. 30 April and six months is 30 October: overdue."""
    return Share(rows.is_open, rows.review_due_on < asked.today)


@measure(
    "CP12", "Children on a plan visited in time", protection_plans,
    better=UP, theme="visits", window=TODAY, setting="cp_visit",
    numerator="open plans with a visit within the time set",
    denominator="open plans that have lasted longer than the time set",
    leaves_out="nobody: a visit without a date was not made", source=LIST_7,
    note="No national interval is set: this is by the authority's own.",
    example="""
        child_id | plan_start_date | last_visit_date | plan_end_date | met
        A        | 2026-01-05      | 2026-10-16      |               | yes
        B        | 2026-01-05      | 2026-10-15      |               | no
        C        | 2026-01-05      |                 |               | no
        D        | 2026-10-16      |                 |               | -
        E        | 2026-10-15      |                 |               | no
        F        | 2026-01-05      | 2026-10-30      | 2026-10-31    | -
    """,
)  # fmt: skip
def visited(rows: Any, asked: Asked) -> Answer:
    """31 October 2026 is a Saturday: the tenth working day after 16 October is the 30th."""
    assert asked.settings.cp_visit is not None
    since = asked.ago(asked.settings.cp_visit)
    of = rows.is_open & (rows.started_on < since)
    return Share(of, (rows.last_visit_on >= since).fill_null(False))


@measure(
    "CP14", "Children on a plan seen alone at the last visit", protection_plans,
    better=UP, theme="visits", window=TODAY, renewed=True,
    numerator="open plans whose last visit saw the child alone",
    denominator="open plans with a visit that says whether the child was seen alone",
    leaves_out="plans whose last visit does not say", source=LIST_7,
    note="Look at it by age: babies, and children not born yet, are not seen alone.",
    example="""
        child_id | plan_start_date | last_visit_date | seen_alone | met
        A        | 2026-01-05      | 2026-10-19      | Y          | yes
        B        | 2026-01-05      | 2026-10-19      | N          | no
        C        | 2026-01-05      | 2026-10-19      | U          | ?
        D        | 2026-01-05      | 2026-10-19      |            | ?
        E        | 2026-01-05      |                 | Y          | -
    """,
)  # fmt: skip
def seen_alone(rows: Any, asked: Asked) -> Answer:
    """An answer of not known is no answer."""
    return Share(rows.is_open & rows.last_visit_on.notnull(), yes(rows.seen_alone))


@measure(
    "CP19", "Children on a plan who needed emergency powers", protection_plans,
    better=CONTEXT, theme="risk", window=TODAY,
    numerator="open plans of children under an emergency protection order or police protection in "
    "the last six months",
    denominator="open plans that say", source=LIST_7,
    leaves_out="plans that do not say",
    example="""
        child_id | plan_start_date | plan_end_date | epo_or_police_protection | met
        A        | 2026-01-05      |               | Y                        | yes
        B        | 2026-01-05      |               | N                        | no
        C        | 2026-01-05      |               |                          | ?
        D        | 2026-01-05      | 2026-10-01    | Y                        | -
    """,
)  # fmt: skip
def emergency_powers(rows: Any, asked: Asked) -> Answer:
    """The column is of the last six months; the plans are those open now."""
    return Share(rows.is_open, yes(rows.emergency))
