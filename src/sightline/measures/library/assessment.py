"""Measures of assessment: in time, child seen, what it led to, whose it is."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.rolls.need import assessments

CLOCK = (
    "The clock starts with the assessment, not with the referral as in the published figure: it "
    "shows more assessments in time than that does."
)


@measure(
    "AS02", "Assessments finished within 45 working days of their start", assessments,
    better=UP, theme="assessment", window=SIX_MONTHS, timescale="single_assessment",
    numerator="assessments authorised 45 working days or fewer after they started",
    denominator="assessments authorised in the window",
    leaves_out="assessments without a start date", proxy=CLOCK,
    source="Annex A list 4; CIN census rule 8670Q uses the same clock",
    example="""
        child_id | assessment_start_date | assessment_authorised_date | met
        A        | 2026-08-03            | 2026-10-06                 | yes
        B        | 2026-08-03            | 2026-10-07                 | no
        C        | 2026-08-03            |                            | -
        D        |                       | 2026-09-01                 | ?
        E        | 2026-03-02            | 2026-04-29                 | -
    """,
)  # fmt: skip
def assessed_in_time(rows: Any, asked: Asked) -> Answer:
    """45 working days from the assessment's own start."""
    return Share(of=asked.within(rows.authorised_on), where=rows.working_days <= 45)


@measure(
    "AS03", "Open assessments past 45 working days", assessments,
    better=DOWN, theme="assessment", window=TODAY, timescale="single_assessment",
    numerator="open assessments begun more than 45 working days ago",
    denominator="open assessments",
    leaves_out="assessments without a start date are not known to be open", proxy=CLOCK,
    example="""
        child_id | assessment_start_date | assessment_authorised_date | met
        A        | 2026-08-27            |                            | no
        B        | 2026-08-26            |                            | yes
        C        | 2026-08-03            | 2026-10-06                 | -
        D        | 2026-08-03            | 2026-11-02                 | yes
    """,
)  # fmt: skip
def open_past_time(rows: Any, asked: Asked) -> Answer:
    """Open now, and past the limit already."""
    return Share(of=rows.is_open, where=rows.working_days_open > 45)


@measure(
    "AS04", "Children seen during the assessment", assessments,
    better=UP, theme="visits", window=SIX_MONTHS,
    numerator="assessments during which the child was seen",
    denominator="assessments authorised in the window with an answer",
    leaves_out="assessments that do not say whether the child was seen",
    example="""
        child_id | assessment_start_date | assessment_authorised_date | child_seen | met
        A        | 2026-08-03            | 2026-10-06                 | Y          | yes
        B        | 2026-08-03            | 2026-10-07                 | N          | no
        C        | 2026-08-03            | 2026-10-07                 | U          | ?
        D        | 2026-08-03            | 2026-10-07                 |            | ?
        E        | 2026-08-03            |                            | Y          | -
    """,
)  # fmt: skip
def seen(rows: Any, asked: Asked) -> Answer:
    """An answer of not known is no answer."""
    known = rows.child_seen.isin(("Y", "N"))
    return Share(
        of=asked.within(rows.authorised_on), where=known.ifelse(rows.child_seen == "Y", None)
    )


@measure(
    "AS05", "Assessments that found a need for social care", assessments,
    better=CONTEXT, theme="assessment", window=SIX_MONTHS,
    numerator="assessments that found that children's social care should help",
    denominator="assessments authorised in the window with an answer",
    leaves_out="assessments that do not say what they found",
    example="""
        child_id | assessment_start_date | assessment_authorised_date | needs_support | met
        A        | 2026-08-03            | 2026-10-06                 | Y             | yes
        B        | 2026-08-03            | 2026-10-07                 | N             | no
        C        | 2026-08-03            | 2026-10-07                 |               | ?
    """,
)  # fmt: skip
def led_to_help(rows: Any, asked: Asked) -> Answer:
    """Of those that say."""
    return Share(of=asked.within(rows.authorised_on), where=rows.needs_support == "Y")


@measure(
    "AS07", "Open assessments without a worker", assessments,
    better=DOWN, theme="management-oversight", window=TODAY,
    numerator="open assessments whose worker is blank, or a desk, a team or nobody",
    denominator="open assessments",
    example="""
        child_id | assessment_start_date | assessment_authorised_date | allocated_worker | met
        A        | 2026-10-01            |                            | Ann Able         | no
        B        | 2026-10-01            |                            |                  | yes
        C        | 2026-10-01            |                            | Duty Desk        | yes
        D        | 2026-10-01            | 2026-10-20                 |                  | -
    """,
)  # fmt: skip
def unallocated(rows: Any, asked: Asked) -> Answer:
    """A blank worker is nobody."""
    return Share(of=rows.is_open, where=~rows.allocated)
