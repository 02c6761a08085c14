"""Measures of early help: begun, open, how long, and what followed."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Count, Days, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, Asked
from sightline.measures.declare import CONTEXT, measure
from sightline.measures.rolls.front_door import children_helped_early, early_help

DIFFERS = "Ofsted lets authorities draw the line of early help differently: do not compare them."


@measure(
    "FD06", "Early help started", early_help,
    better=CONTEXT, theme="early-help", window=SIX_MONTHS,
    numerator="early help assessments started in the window",
    denominator="children aged 0 to 17, where the number is set: then twice the half year's",
    leaves_out="early help without a start date", note=DIFFERS, source="Annex A list 2",
    example="""
        child_id | assessment_start_date | met
        A        | 2026-04-30            | yes
        B        | 2026-04-29            | -
        C        |                       | ?
    """,
)  # fmt: skip
def help_started(rows: Any, asked: Asked) -> Answer:
    """By the start of the assessment."""
    return Count(asked.within(rows.started_on), yearly=True, unsure=rows.started_on.isnull())


@measure(
    "FD06b", "Early help open now", early_help,
    better=CONTEXT, theme="early-help", window=TODAY,
    numerator="early help assessments begun and not completed",
    denominator="children aged 0 to 17, where the number is set",
    leaves_out="early help that is not completed and has no start date", note=DIFFERS,
    source="Annex A list 2",
    example="""
        child_id | assessment_start_date | assessment_completion_date | met
        A        | 2026-10-31            |                            | yes
        B        | 2026-04-29            | 2026-10-31                 | -
        C        | 2026-04-29            | 2026-11-01                 | yes
        D        |                       |                            | ?
        E        |                       | 2026-10-01                 | -
    """,
)  # fmt: skip
def help_open(rows: Any, asked: Asked) -> Answer:
    """Without either date nothing says that it has begun."""
    return Count(rows.is_open, unsure=rows.started_on.isnull() & rows.ended_on.isnull())


@measure(
    "FD07", "Children helped early and then referred", children_helped_early,
    better=CONTEXT, theme="early-help", window=SIX_MONTHS,
    numerator="children with a referral after their first early help assessment began",
    denominator="children with early help in the window, each once",
    leaves_out="children whose early help has no start date, and rows that do not say which child",
    proxy="A later referral of the same child: nothing in Annex A says that early help led to it.",
    source="Annex A lists 2 and 3",
    example="""
        child_id | assessment_start_date | assessment_completion_date | met
        A        | 2026-06-01            |                            | yes
        B        | 2026-06-01            | 2026-07-01                 | no
        C        | 2026-01-05            | 2026-04-29                 | -
        D        |                       |                            | ?
        E        | 2026-01-05            | 2026-04-30                 | no
        [annex_a.referrals]
        child_id | referral_date
        A        | 2026-06-02
        B        | 2026-06-01
        D        | 2026-06-02
    """,
)  # fmt: skip
def stepped_up(rows: Any, asked: Asked) -> Answer:
    """A referral on the day that early help began came first, or with it."""
    import ibis

    begun = rows.first_started.isnull() | (rows.first_started <= ibis.literal(asked.end))
    return Share(begun & (rows.helped_until >= ibis.literal(asked.start)), rows.referred_after)


@measure(
    "FD08", "How long early help takes", early_help,
    better=CONTEXT, theme="early-help", window=SIX_MONTHS,
    numerator="days from the start of the assessment to its completion: the median",
    denominator="early help assessments completed in the window",
    leaves_out="early help without a start date", source="Annex A list 2",
    example="""
        child_id | assessment_start_date | assessment_completion_date | met
        A        | 2026-09-01            | 2026-09-01                 | 0
        B        | 2026-09-01            | 2026-10-31                 | 60
        C        |                       | 2026-10-31                 | ?
        D        | 2026-04-01            | 2026-04-29                 | -
    """,
)  # fmt: skip
def help_length(rows: Any, asked: Asked) -> Answer:
    """Calendar days."""
    return Days(asked.within(rows.ended_on), rows.days)
