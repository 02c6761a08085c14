"""Measures of section 47 enquiries and initial child protection conferences."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Count, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.rolls.need import section_47
from sightline.measures.rolls.shared import yes
from sightline.measures.timescales import TIMESCALES

LIST_5 = "Annex A list 5"


@measure(
    "SE01", "Section 47 enquiries started", section_47,
    better=CONTEXT, theme="child-protection-enquiries", window=SIX_MONTHS,
    numerator="section 47 enquiries begun in the window",
    denominator="children aged 0 to 17, where the number is set: then twice the half year's",
    leaves_out="enquiries without a strategy discussion date", source=LIST_5,
    example="""
        child_id | strategy_discussion_date | met
        A        | 2026-04-30               | yes
        A        | 2026-10-31               | yes
        B        | 2026-04-29               | -
        C        |                          | ?
    """,
)  # fmt: skip
def enquiries_started(rows: Any, asked: Asked) -> Answer:
    """By the strategy discussion."""
    return Count(asked.within(rows.discussed_on), yearly=True, unsure=rows.discussed_on.isnull())


@measure(
    "SE02", "Children with an earlier section 47 enquiry", section_47,
    better=DOWN, theme="child-protection-enquiries", window=SIX_MONTHS,
    numerator="children with another enquiry in the 12 months before their latest",
    denominator="children with an enquiry whose latest began in the window, each once",
    leaves_out="children without the number of earlier enquiries", source=LIST_5,
    example="""
        child_id | strategy_discussion_date | s47_last_12_months | met
        A        | 2026-09-01               | 0                  | no
        B        | 2026-05-01               | 1                  | -
        B        | 2026-09-01               | 1                  | yes
        C        | 2026-09-01               |                    | ?
        D        | 2026-04-29               | 2                  | -
        E        | 2026-09-01               | 3                  | yes
        E        | 2026-09-01               | 3                  | -
    """,
)  # fmt: skip
def repeat_enquiries(rows: Any, asked: Asked) -> Answer:
    """The number is the child's, and stands on each row: it is taken once."""
    return Share(asked.within(rows.discussed_on) & rows.is_latest, rows.enquiries_before >= 1)


@measure(
    "SE03", "Enquiries after which no conference was needed", section_47,
    better=CONTEXT, theme="child-protection-enquiries", window=SIX_MONTHS,
    numerator="enquiries after which a conference was found unnecessary",
    denominator="enquiries begun in the window with a decision",
    leaves_out="enquiries without a decision", source=LIST_5,
    note="Very many may mean that enquiries are begun too soon.",
    example="""
        child_id | strategy_discussion_date | icpc_unnecessary | met
        A        | 2026-04-30               | Y                | yes
        B        | 2026-10-31               | N                | no
        C        | 2026-10-31               |                  | ?
        D        | 2026-10-31               | U                | ?
        E        | 2026-04-29               | Y                | -
    """,
)  # fmt: skip
def conference_unnecessary(rows: Any, asked: Asked) -> Answer:
    """Of those that say."""
    return Share(asked.within(rows.discussed_on), yes(rows.unnecessary))


@measure(
    "SE04", "Initial conferences within 15 working days", section_47,
    better=UP, theme="conferences-reviews", window=SIX_MONTHS, timescale="icpc",
    numerator="initial conferences 15 working days or fewer after the strategy discussion",
    denominator="initial conferences held in the window",
    leaves_out="conferences without a strategy discussion date", source=LIST_5,
    note="Conferences of children who moved in from elsewhere cannot be told apart in Annex A.",
    example="""
        child_id | strategy_discussion_date | icpc_date  | met
        A        | 2026-08-24               | 2026-09-15 | yes
        B        | 2026-08-24               | 2026-09-16 | no
        C        |                          | 2026-09-15 | ?
        D        | 2026-08-24               |            | -
        E        | 2026-04-20               | 2026-04-29 | -
        F        | 2026-10-12               | 2026-11-02 | -
    """,
)  # fmt: skip
def conference_in_time(rows: Any, asked: Asked) -> Answer:
    """31 August 2026 is a bank holiday: the 15th working day after 24 August is 15 September."""
    limit = TIMESCALES["icpc"].limit.n
    return Share(asked.within(rows.conference_on), rows.working_days <= limit)


@measure(
    "SE05", "Initial conferences overdue", section_47,
    better=DOWN, theme="conferences-reviews", window=TODAY, timescale="icpc",
    numerator="enquiries without a conference 15 working days after the strategy discussion",
    denominator="enquiries without a conference, but for those where none is needed",
    leaves_out="enquiries without a strategy discussion date",
    proxy=(
        "Enquiries of a child with an open plan are taken out: none will follow. Of others without "
        "a decision, some may need no conference."
    ),
    source="Annex A lists 5 and 7",
    example="""
        child_id | strategy_discussion_date | icpc_unnecessary | icpc_date  | met
        A        | 2026-10-12               | N                |            | no
        B        | 2026-10-09               | N                |            | no
        C        | 2026-10-08               |                  |            | yes
        D        | 2026-09-01               | Y                |            | -
        E        | 2026-09-01               | N                | 2026-10-01 | -
        F        | 2026-09-01               | N                | 2026-11-01 | yes
        G        | 2026-09-01               | N                |            | -
        H        | 2026-09-01               | N                |            | yes
        I        |                          | N                |            | ?
        J        | 2026-11-01               | N                |            | -
        [annex_a.child_protection]
        child_id | plan_start_date | plan_end_date
        G        | 2026-01-05      |
        H        | 2026-01-05      | 2026-10-31
    """,
)  # fmt: skip
def conference_overdue(rows: Any, asked: Asked) -> Answer:
    """A conference that is only booked has not been held."""
    waits = rows.conference_on.isnull() | (rows.conference_on > asked.today)
    needed = ~(rows.unnecessary == "Y").fill_null(False) & ~rows.on_plan
    begun = (rows.discussed_on <= asked.today).fill_null(True)
    limit = TIMESCALES["icpc"].limit.n
    return Share(waits & needed & begun, rows.working_days_open > limit)


@measure(
    "SE06", "Initial conferences that led to a plan", section_47,
    better=CONTEXT, theme="conferences-reviews", window=SIX_MONTHS,
    numerator="initial conferences that made the child subject of a plan",
    denominator="initial conferences held in the window that say what they decided",
    leaves_out="conferences that do not say", source=LIST_5,
    example="""
        child_id | icpc_date  | icpc_led_to_plan | met
        A        | 2026-04-30 | Y                | yes
        B        | 2026-10-31 | N                | no
        C        | 2026-10-31 |                  | ?
        D        | 2026-04-29 | Y                | -
        E        |            | Y                | -
    """,
)  # fmt: skip
def led_to_plan(rows: Any, asked: Asked) -> Answer:
    """Of those that say."""
    return Share(asked.within(rows.conference_on), yes(rows.led_to_plan))


@measure(
    "SE07", "Initial conferences held", section_47,
    better=CONTEXT, theme="conferences-reviews", window=SIX_MONTHS,
    numerator="initial conferences held in the window",
    denominator="children aged 0 to 17, where the number is set: then twice the half year's",
    source=LIST_5,
    example="""
        child_id | icpc_date  | met
        A        | 2026-04-30 | yes
        B        | 2026-10-31 | yes
        C        | 2026-04-29 | -
        D        | 2026-11-01 | -
        E        |            | -
    """,
)  # fmt: skip
def conferences_held(rows: Any, asked: Asked) -> Answer:
    """An enquiry without a conference is no conference without a date."""
    return Count(asked.within(rows.conference_on), yearly=True)
