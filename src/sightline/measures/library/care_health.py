"""Measures of the health of children in care: assessed in time, seen by a dentist."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, Asked
from sightline.measures.declare import UP, measure
from sightline.measures.library.care_numbers import BREAKS, LIST_8
from sightline.measures.limits import months
from sightline.measures.rolls.care import children_in_care
from sightline.measures.timescales import TIMESCALES

A_YEAR = "children in care for 12 months or longer"


@measure(
    "LA14", "First health assessments in 20 working days", children_in_care,
    better=UP, lag=1, theme="health", window=SIX_MONTHS, timescale="iha",
    numerator="children with a health assessment 20 working days or fewer after care began",
    denominator="children who came into care in the window and were in care 20 working days on",
    leaves_out=f"children for whom the 20 working days are not over; {BREAKS}", source=LIST_8,
    proxy="The list has the latest assessment alone, of either kind: it stands for the first, "
    "which is likely in the first six months.",
    example="""
        child_id | cla_start_date | cla_end_date | last_health_assessment_date | met
        A        | 2026-06-01     |              | 2026-06-29                  | yes
        B        | 2026-06-01     |              | 2026-06-30                  | no
        C        | 2026-06-01     |              |                             | no
        D        | 2026-06-01     |              | 2026-05-31                  | no
        E        | 2026-05-29     |              | 2026-06-27                  | yes
        F        | 2026-10-02     |              | 2026-10-02                  | yes
        G        | 2026-10-05     |              | 2026-10-12                  | -
        H        | 2026-04-29     |              | 2026-05-12                  | -
        I        | 2026-06-01     | 2026-06-29   | 2026-06-15                  | -
        J        | 2026-04-30     |              |                             | no
        K        | 2026-06-01     | 2026-06-30   | 2026-06-15                  | yes
    """,
)  # fmt: skip
def first_health(rows: Any, asked: Asked) -> Answer:
    """No assessment since care began means not assessed."""
    day_20 = rows.first_review_due_on
    there = (day_20 <= asked.today) & (rows.ended_on.isnull() | (rows.ended_on > day_20))
    limit = TIMESCALES["iha"].limit.n
    in_time = (rows.last_health_on >= rows.started_on) & (rows.health_working_days <= limit)
    return Share(asked.within(rows.started_on) & there, in_time.fill_null(False))


@measure(
    "LA15", "Health assessments up to date", children_in_care,
    better=UP, theme="health", window=TODAY, timescale="rha_over5",
    numerator="children assessed in the last 6 months (under 5) or 12 months (5 and over)",
    denominator=A_YEAR,
    leaves_out=f"children without a date of birth, where assessed; {BREAKS}", source=LIST_8,
    example="""
        child_id | date_of_birth | cla_start_date | last_health_assessment_date | met
        A        | 2021-11-01    | 2025-10-31     | 2026-04-30                  | yes
        B        | 2021-11-01    | 2025-10-31     | 2026-04-29                  | no
        C        | 2021-10-31    | 2025-10-31     | 2025-10-31                  | yes
        D        | 2021-10-31    | 2025-10-31     | 2025-10-30                  | no
        E        | 2021-10-31    | 2025-10-31     |                             | no
        F        |               | 2025-10-31     | 2026-06-01                  | ?
        G        | 2021-10-31    | 2025-11-01     | 2026-06-01                  | -
    """,
)  # fmt: skip
def health_current(rows: Any, asked: Asked) -> Answer:
    """No assessment means not assessed, whatever the age."""
    import ibis

    in_time = ibis.cases(
        (rows.last_health_on.isnull(), False),
        (rows.age < 5, _since(rows.last_health_on, asked, "rha_under5")),
        (rows.age >= 5, _since(rows.last_health_on, asked, "rha_over5")),
    )
    return Share(_a_year(rows, asked), in_time)


@measure(
    "LA16", "Teeth checked in the last 12 months", children_in_care,
    better=UP, theme="health", window=TODAY, timescale="dental",
    numerator="children whose teeth were checked in the last 12 months", denominator=A_YEAR,
    leaves_out=BREAKS, source=LIST_8,
    example="""
        child_id | cla_start_date | last_dental_check_date | met
        A        | 2025-10-31     | 2025-10-31             | yes
        B        | 2025-10-31     | 2025-10-30             | no
        C        | 2025-10-31     |                        | no
        D        | 2025-11-01     | 2026-10-01             | -
    """,
)  # fmt: skip
def teeth_checked(rows: Any, asked: Asked) -> Answer:
    """No check means not checked."""
    checked = _since(rows.last_dental_on, asked, "dental").fill_null(False)
    return Share(_a_year(rows, asked), checked)


def _a_year(rows: Any, asked: Asked) -> Any:
    return rows.is_open & asked.older(rows.started_on, months(12))


def _since(day: Any, asked: Asked, timescale: str) -> Any:
    """Whether a date is no longer ago than the timescale."""
    return day.between(asked.ago(TIMESCALES[timescale].limit), asked.today)
