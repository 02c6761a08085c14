"""Measures of children in need: how many, why, how long, seen, and what ended it."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Count, Mix, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.rolls.need import children_in_need
from sightline.measures.rolls.shared import LENGTHS, length_band, yes
from sightline.measures.timescales import TIMESCALES

LIST_6 = "Annex A list 6"
EPISODE = (
    "The length of the whole episode of need, as Annex A has no start of the plan: it shows "
    "longer than the plan has lasted."
)


@measure(
    "CN01", "Children in need", children_in_need,
    better=CONTEXT, theme="planning", window=TODAY,
    numerator="open episodes of need, those of children on plans and in care among them",
    denominator="children aged 0 to 17, where the number is set",
    leaves_out="episodes without a start or an end date", source=LIST_6,
    note="The published figure is of episodes open at 31 March.",
    example="""
        child_id | cin_start_date | cin_closure_date | met
        A        | 2026-10-31     |                  | yes
        B        | 2026-01-05     | 2026-10-31       | -
        C        | 2026-01-05     | 2026-11-01       | yes
        D        |                |                  | ?
    """,
)  # fmt: skip
def in_need(rows: Any, asked: Asked) -> Answer:
    """Open as at the day."""
    return Count(rows.is_open, unsure=rows.started_on.isnull() & rows.ended_on.isnull())


@measure(
    "CN02", "What children in need have now", children_in_need,
    better=CONTEXT, theme="planning", window=TODAY,
    numerator="open episodes of each status", denominator="open episodes of need",
    source=LIST_6,
    example="""
        child_id | cin_start_date | cin_closure_date | case_status | met
        A        | 2026-01-05     |                  | CIN         | CIN
        B        | 2026-01-05     |                  |             | ?
        C        | 2026-01-05     | 2026-10-01       | CLOSED      | -
    """,
)  # fmt: skip
def statuses(rows: Any, asked: Asked) -> Answer:
    """In care, on a plan, on a child in need plan, or being assessed."""
    return Mix(rows.is_open, rows.case_status, "case_status")


@measure(
    "CN03", "Episodes of need started", children_in_need,
    better=CONTEXT, theme="planning", window=SIX_MONTHS,
    numerator="episodes of need that started in the window", denominator="",
    leaves_out="episodes without a start date", source=LIST_6,
    example="""
        child_id | cin_start_date | met
        A        | 2026-04-30     | yes
        B        | 2026-04-29     | -
        C        |                | ?
    """,
)  # fmt: skip
def need_started(rows: Any, asked: Asked) -> Answer:
    """The latest episode of each child."""
    return Count(asked.within(rows.started_on), rate=False, unsure=rows.started_on.isnull())


@measure(
    "CN03b", "Episodes of need closed", children_in_need,
    better=CONTEXT, theme="planning", window=SIX_MONTHS,
    numerator="episodes of need that closed in the window", denominator="", source=LIST_6,
    example="""
        child_id | cin_start_date | cin_closure_date | met
        A        | 2026-01-05     | 2026-04-30       | yes
        B        | 2026-01-05     | 2026-04-29       | -
        C        | 2026-01-05     |                  | -
    """,
)  # fmt: skip
def need_closed(rows: Any, asked: Asked) -> Answer:
    """An episode without an end is open."""
    return Count(asked.within(rows.ended_on), rate=False)


@measure(
    "CN04", "How long children in need have been so", children_in_need,
    better=DOWN, theme="drift-delay", window=TODAY,
    numerator="open episodes of each length, of children on a child in need plan",
    denominator="open episodes of children on a child in need plan", source=LIST_6,
    proxy=EPISODE,
    example="""
        child_id | cin_start_date | case_status | met
        A        | 2026-08-01     | CIN         | Under 3 months
        B        | 2026-07-31     | CIN         | 3 to 6 months
        C        | 2026-04-30     | CIN         | 6 to 12 months
        D        | 2025-10-31     | CIN         | 1 to 2 years
        E        | 2024-10-31     | CIN         | 2 years or more
        F        | 2024-10-31     | CPP         | -
    """,
)  # fmt: skip
def need_lengths(rows: Any, asked: Asked) -> Answer:
    """Of those on a child in need plan alone."""
    return Mix(_on_plan(rows), length_band(rows.started_on, asked), order=LENGTHS)


@measure(
    "CN05", "Children in need past the time set for a plan", children_in_need,
    better=DOWN, theme="drift-delay", window=TODAY, setting="cin_plan_length",
    numerator="open episodes that started as long ago as the time set, or longer",
    denominator="open episodes of children on a child in need plan", source=LIST_6,
    proxy=EPISODE, note="No national limit is set: this is by the authority's own.",
    example="""
        child_id | cin_start_date | case_status | cin_closure_date | met
        A        | 2026-01-31     | CIN         |                  | yes
        B        | 2026-02-01     | CIN         |                  | no
        C        | 2026-01-31     | CPP         |                  | -
        D        | 2026-01-31     | CIN         | 2026-10-31       | -
        E        |                | CIN         |                  | -
    """,
)  # fmt: skip
def past_plan_length(rows: Any, asked: Asked) -> Answer:
    """On the day itself the time is up."""
    assert asked.settings.cin_plan_length is not None
    return Share(_on_plan(rows), asked.older(rows.started_on, asked.settings.cin_plan_length))


@measure(
    "CN06", "Children in need seen in time", children_in_need,
    better=UP, theme="visits", window=TODAY, setting="cin_visit",
    numerator="children seen within the time set",
    denominator="children on a child in need plan whose episode is older than the time set",
    leaves_out="nobody: a child without a date was not seen", source=LIST_6,
    note="No national interval is set: this is by the authority's own.",
    example="""
        child_id | cin_start_date | last_seen_date | case_status | met
        A        | 2026-01-05     | 2026-10-03     | CIN         | yes
        B        | 2026-01-05     | 2026-10-02     | CIN         | no
        C        | 2026-01-05     |                | CIN         | no
        D        | 2026-10-03     |                | CIN         | -
        E        | 2026-10-02     |                | CIN         | no
        F        | 2026-01-05     | 2026-10-02     | CLA         | -
    """,
)  # fmt: skip
def seen(rows: Any, asked: Asked) -> Answer:
    """Four weeks before 31 October is 3 October."""
    assert asked.settings.cin_visit is not None
    since = asked.ago(asked.settings.cin_visit)
    of = _on_plan(rows) & (rows.started_on < since)
    return Share(of, (rows.last_seen_on >= since).fill_null(False))


@measure(
    "CN09", "Why children are in need", children_in_need,
    better=CONTEXT, theme="assessment", window=TODAY,
    numerator="open episodes of each main need", denominator="open episodes of need",
    source=LIST_6, note="Needs of N0, N8, N9 and none at all are worth asking about.",
    example="""
        child_id | cin_start_date | cin_closure_date | primary_need | met
        A        | 2026-01-05     |                  | N1           | N1
        B        | 2026-01-05     |                  |              | ?
        C        | 2026-01-05     | 2026-10-31       | N1           | -
    """,
)  # fmt: skip
def needs(rows: Any, asked: Asked) -> Answer:
    """By code."""
    return Mix(rows.is_open, rows.primary_need, "primary_need")


@measure(
    "CN10", "Why episodes of need closed", children_in_need,
    better=CONTEXT, theme="planning", window=SIX_MONTHS,
    numerator="closed episodes by reason", denominator="episodes of need closed in the window",
    source=LIST_6,
    example="""
        child_id | cin_start_date | cin_closure_date | closure_reason | met
        A        | 2026-01-05     | 2026-10-31       | RC7            | RC7
        B        | 2026-01-05     | 2026-10-31       |                | ?
        C        | 2026-01-05     | 2026-04-29       | RC7            | -
        D        | 2026-01-05     |                  | RC7            | -
    """,
)  # fmt: skip
def closure_reasons(rows: Any, asked: Asked) -> Answer:
    """By code."""
    return Mix(asked.within(rows.ended_on), rows.closure_reason, "reason_for_closure")


@measure(
    "CN12", "Children assessed for more than 45 working days", children_in_need,
    better=DOWN, theme="assessment", window=TODAY, timescale="single_assessment",
    numerator="open episodes that are an assessment alone, begun more than 45 working days ago",
    denominator="open episodes that are an assessment alone", source=LIST_6,
    leaves_out="episodes without a start date are not known to be open",
    note="For these children the start is the referral: the clock is that of Working Together.",
    example="""
        child_id | cin_start_date | case_status | cin_closure_date | met
        A        | 2026-08-27     | ASSESSMENT  |                  | no
        B        | 2026-08-26     | ASSESSMENT  |                  | yes
        C        | 2026-08-26     | CIN         |                  | -
        D        | 2026-08-26     | ASSESSMENT  | 2026-10-31       | -
    """,
)  # fmt: skip
def assessed_too_long(rows: Any, asked: Asked) -> Answer:
    """31 August 2026 is a bank holiday: 27 August is 45 working days ago."""
    limit = TIMESCALES["single_assessment"].limit.n
    of = rows.is_open & (rows.case_status == "ASSESSMENT")
    return Share(of, rows.working_days_open > limit)


@measure(
    "CN13", "Disabled children among children in need", children_in_need,
    better=CONTEXT, theme="disabled-children", window=TODAY,
    numerator="open episodes of disabled children",
    denominator="open episodes that say whether the child is disabled",
    leaves_out="episodes that do not say", source=LIST_6,
    example="""
        child_id | cin_start_date | cin_closure_date | has_disability | met
        A        | 2026-01-05     |                  | Y              | yes
        B        | 2026-01-05     |                  | N              | no
        C        | 2026-01-05     |                  | U              | ?
        D        | 2026-01-05     |                  |                | ?
        E        | 2026-01-05     | 2026-10-31       | Y              | -
    """,
)  # fmt: skip
def disabled(rows: Any, asked: Asked) -> Answer:
    """An answer of not known is no answer."""
    return Share(rows.is_open, yes(rows.disability))


def _on_plan(rows: Any) -> Any:
    """Open, and on a child in need plan alone."""
    return rows.is_open & (rows.case_status == "CIN")
