"""Measures of child protection plans: how many, how long, again, reviewed, visited."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Count, Mix, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, Asked
from sightline.measures.days import after
from sightline.measures.declare import CONTEXT, DOWN, measure
from sightline.measures.limits import months
from sightline.measures.rolls.need import protection_plans
from sightline.measures.rolls.shared import LENGTHS, length_band

LIST_7 = "Annex A list 7"
LATEST = "A child with two plans in the window is here with the latest alone."
TWO_YEARS = months(24)


@measure(
    "CP01", "Children on a child protection plan", protection_plans,
    better=CONTEXT, theme="planning", window=TODAY,
    numerator="open child protection plans",
    denominator="children aged 0 to 17, where the number is set",
    leaves_out="plans without a start or an end date", source=LIST_7,
    example="""
        child_id | plan_start_date | plan_end_date | met
        A        | 2026-10-31      |               | yes
        B        | 2026-01-05      | 2026-10-31    | -
        C        | 2026-01-05      | 2026-11-01    | yes
        D        | 2026-11-01      |               | -
        E        |                 |               | ?
    """,
)  # fmt: skip
def on_a_plan(rows: Any, asked: Asked) -> Answer:
    """Open as at the day."""
    return Count(rows.is_open, unsure=rows.started_on.isnull() & rows.ended_on.isnull())


@measure(
    "CP02", "Child protection plans started", protection_plans,
    better=CONTEXT, theme="planning", window=SIX_MONTHS,
    numerator="plans that started in the window", denominator="",
    leaves_out="plans without a start date", source=LIST_7, note=LATEST,
    example="""
        child_id | plan_start_date | met
        A        | 2026-04-30      | yes
        B        | 2026-10-31      | yes
        C        | 2026-04-29      | -
        D        |                 | ?
    """,
)  # fmt: skip
def plans_started(rows: Any, asked: Asked) -> Answer:
    """By the start of the latest plan."""
    return Count(asked.within(rows.started_on), rate=False, unsure=rows.started_on.isnull())


@measure(
    "CP02b", "Child protection plans ended", protection_plans,
    better=CONTEXT, theme="planning", window=SIX_MONTHS,
    numerator="plans that ended in the window", denominator="", source=LIST_7, note=LATEST,
    example="""
        child_id | plan_start_date | plan_end_date | met
        A        | 2026-01-05      | 2026-04-30    | yes
        B        | 2026-01-05      | 2026-10-31    | yes
        C        | 2026-01-05      | 2026-04-29    | -
        D        | 2026-01-05      |               | -
    """,
)  # fmt: skip
def plans_ended(rows: Any, asked: Asked) -> Answer:
    """A plan without an end is open."""
    return Count(asked.within(rows.ended_on), rate=False)


@measure(
    "CP03", "Why children are on a plan", protection_plans,
    better=CONTEXT, theme="planning", window=TODAY,
    numerator="open plans of each category of abuse, as it is now",
    denominator="open child protection plans", source=LIST_7,
    example="""
        child_id | plan_start_date | plan_end_date | latest_category | met
        A        | 2026-01-05      |               | NEG             | NEG
        B        | 2026-01-05      |               |                 | ?
        C        | 2026-01-05      | 2026-10-31    | NEG             | -
    """,
)  # fmt: skip
def categories(rows: Any, asked: Asked) -> Answer:
    """The latest category, not that of the start."""
    return Mix(rows.is_open, rows.category, "category_of_abuse")


@measure(
    "CP04", "Plans that are a child's second or later", protection_plans,
    better=DOWN, theme="planning", window=SIX_MONTHS,
    numerator="plans of a child who had been on a plan here before",
    denominator="plans that started in the window",
    leaves_out="plans without the number of earlier ones", source=LIST_7,
    note="The published figure is of plans started in a year. " + LATEST,
    example="""
        child_id | plan_start_date | previous_plans | met
        A        | 2026-04-30      | 0              | no
        B        | 2026-10-31      | 1              | yes
        C        | 2026-10-31      |                | ?
        D        | 2026-04-29      | 2              | -
    """,
)  # fmt: skip
def plan_again(rows: Any, asked: Asked) -> Answer:
    """Ever before, in this authority."""
    return Share(asked.within(rows.started_on), rows.plans_before >= 1)


@measure(
    "CP06", "Ended plans that had lasted 2 years or more", protection_plans,
    better=DOWN, theme="drift-delay", window=SIX_MONTHS,
    numerator="ended plans that had lasted 2 years or more",
    denominator="plans that ended in the window",
    leaves_out="plans without a start date", source=LIST_7,
    note="The published figure is of plans ended in a year.",
    example="""
        child_id | plan_start_date | plan_end_date | met
        A        | 2024-10-01      | 2026-10-01    | yes
        B        | 2024-10-02      | 2026-10-01    | no
        C        |                 | 2026-10-01    | ?
        D        | 2024-01-05      | 2026-04-29    | -
        E        | 2024-01-05      |               | -
    """,
)  # fmt: skip
def ended_after_two_years(rows: Any, asked: Asked) -> Answer:
    """To the day two years later, or after it."""
    return Share(asked.within(rows.ended_on), after(rows.started_on, TWO_YEARS) <= rows.ended_on)


@measure(
    "CP07", "Plans open for 2 years or more", protection_plans,
    better=DOWN, theme="drift-delay", window=TODAY,
    numerator="open plans that started 2 years ago or longer",
    denominator="open child protection plans", source=LIST_7,
    leaves_out="plans without a start date are not known to be open",
    example="""
        child_id | plan_start_date | plan_end_date | met
        A        | 2024-10-31      |               | yes
        B        | 2024-11-01      |               | no
        C        | 2024-01-05      | 2026-10-31    | -
        D        |                 |               | -
    """,
)  # fmt: skip
def open_two_years(rows: Any, asked: Asked) -> Answer:
    """Open now."""
    return Share(rows.is_open, asked.older(rows.started_on, TWO_YEARS))


@measure(
    "CP07b", "Plans open for 15 months and nearing 2 years", protection_plans,
    better=DOWN, theme="drift-delay", window=TODAY,
    numerator="open plans that started 15 months ago or longer, and less than 2 years ago",
    denominator="open child protection plans", source=LIST_7,
    leaves_out="plans without a start date are not known to be open",
    example="""
        child_id | plan_start_date | plan_end_date | met
        A        | 2025-07-31      |               | yes
        B        | 2025-08-01      |               | no
        C        | 2024-11-01      |               | yes
        D        | 2024-10-31      |               | no
    """,
)  # fmt: skip
def nearing_two_years(rows: Any, asked: Asked) -> Answer:
    """What can still be done before two years."""
    old, too_old = (asked.older(rows.started_on, m) for m in (months(15), TWO_YEARS))
    return Share(rows.is_open, old & ~too_old)


@measure(
    "CP08", "How long open plans have lasted", protection_plans,
    better=CONTEXT, theme="drift-delay", window=TODAY,
    numerator="open plans of each length", denominator="open child protection plans",
    source=LIST_7,
    example="""
        child_id | plan_start_date | plan_end_date | met
        A        | 2026-08-01      |               | Under 3 months
        B        | 2026-07-31      |               | 3 to 6 months
        C        | 2026-04-30      |               | 6 to 12 months
        D        | 2025-10-31      |               | 1 to 2 years
        E        | 2024-10-31      |               | 2 years or more
        F        | 2024-10-31      | 2026-10-01    | -
    """,
)  # fmt: skip
def plan_lengths(rows: Any, asked: Asked) -> Answer:
    """A plan three months old to the day has lasted three months."""
    return Mix(rows.is_open, length_band(rows.started_on, asked), order=LENGTHS)


@measure(
    "CP09", "Plans ended within 3 months", protection_plans,
    better=CONTEXT, theme="planning", window=SIX_MONTHS,
    numerator="ended plans that had lasted less than 3 months",
    denominator="plans that ended in the window",
    leaves_out="plans without a start date", source=LIST_7,
    example="""
        child_id | plan_start_date | plan_end_date | met
        A        | 2026-07-02      | 2026-10-01    | yes
        B        | 2026-07-01      | 2026-10-01    | no
        C        |                 | 2026-10-01    | ?
        D        | 2026-04-01      | 2026-04-29    | -
    """,
)  # fmt: skip
def ended_soon(rows: Any, asked: Asked) -> Answer:
    """Before the day three months later."""
    return Share(asked.within(rows.ended_on), after(rows.started_on, months(3)) > rows.ended_on)


@measure(
    "CP20", "Children on a plan and in care", protection_plans,
    better=DOWN, theme="planning", window=TODAY,
    numerator="open plans of children who are in care too",
    denominator="open child protection plans", source="Annex A lists 7 and 8",
    note="Each needs a reason. Children in short breaks alone are not in care here.",
    example="""
        child_id | plan_start_date | plan_end_date | met
        A        | 2026-01-05      |               | yes
        B        | 2026-01-05      |               | no
        C        | 2026-01-05      |               | no
        D        | 2026-01-05      |               | no
        E        | 2026-01-05      | 2026-10-01    | -
        [annex_a.children_in_care]
        child_id | cla_start_date | cla_end_date | legal_status
        A        | 2026-02-02     |              | V2
        C        | 2026-02-02     | 2026-10-31   | V2
        D        | 2026-02-02     |              | V4
    """,
)  # fmt: skip
def also_in_care(rows: Any, asked: Asked) -> Answer:
    """Open in both lists."""
    return Share(rows.is_open, rows.in_care)
