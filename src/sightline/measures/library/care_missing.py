"""Measures of children who go missing from care, and the interviews on their return."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Share
from sightline.measures.asked import TODAY, Asked
from sightline.measures.declare import DOWN, UP, measure
from sightline.measures.library.care_numbers import BREAKS, LIST_8
from sightline.measures.rolls.care import children_in_care
from sightline.measures.rolls.shared import yes

WITHOUT = f"{BREAKS}; children without the number of times"
LAST = "The list has one answer for each child, about the last time missing."


@measure(
    "LA30", "Children in care who went missing in the last 12 months", children_in_care,
    better=DOWN, theme="exploitation-missing", window=TODAY,
    numerator="children missing once or more in the 12 months to the day",
    denominator="children in care with the number of times", leaves_out=WITHOUT, source=LIST_8,
    note="Within this time in care.",
    example="""
        child_id | cla_start_date | missing_episodes_12_months | met
        A        | 2026-01-05     | 1                          | yes
        B        | 2026-01-05     | 0                          | no
        C        | 2026-01-05     |                            | ?
        D        | 2026-11-01     | 1                          | -
    """,
)  # fmt: skip
def went_missing(rows: Any, asked: Asked) -> Answer:
    """Once or more."""
    return Share(rows.is_open, rows.missing >= 1)


@measure(
    "LA31", "Children who went missing again and again", children_in_care,
    better=DOWN, theme="exploitation-missing", window=TODAY, setting="repeat_missing",
    numerator="children missing three times or more in the 12 months to the day, or as often as "
    "is set",
    denominator="children in care who were missing once or more", leaves_out=BREAKS,
    source=LIST_8, note="Within this time in care.",
    example="""
        child_id | cla_start_date | missing_episodes_12_months | met
        A        | 2026-01-05     | 3                          | yes
        B        | 2026-01-05     | 2                          | no
        C        | 2026-01-05     | 0                          | -
        D        | 2026-01-05     |                            | -
        E        | 2026-11-01     | 3                          | -
        F        | 2026-01-05     | 1                          | no
    """,
)  # fmt: skip
def missing_often(rows: Any, asked: Asked) -> Answer:
    """Of those who were missing at all."""
    return Share(rows.is_open & (rows.missing >= 1), rows.missing >= asked.settings.repeat_missing)


@measure(
    "LA32", "Children in care who were away without authorisation", children_in_care,
    better=DOWN, theme="exploitation-missing", window=TODAY,
    numerator="children away without authorisation, their whereabouts known, in the 12 months to "
    "the day",
    denominator="children in care with the number of times", leaves_out=WITHOUT, source=LIST_8,
    example="""
        child_id | cla_start_date | absent_episodes_12_months | met
        A        | 2026-01-05     | 1                         | yes
        B        | 2026-01-05     | 0                         | no
        C        | 2026-01-05     |                           | ?
        D        | 2026-11-01     | 1                         | -
    """,
)  # fmt: skip
def went_absent(rows: Any, asked: Asked) -> Answer:
    """Once or more."""
    return Share(rows.is_open, rows.absent >= 1)


@measure(
    "LA33", "Interviews offered on return", children_in_care,
    better=UP, theme="exploitation-missing", window=TODAY,
    numerator="children who were offered an interview after they were last missing",
    denominator="children in care now or of late who were missing in the last 12 months, with an "
    "answer",
    leaves_out=f"{BREAKS}; children of whom it is not known", source=LIST_8, note=LAST,
    example="""
        child_id | cla_start_date | cla_end_date | missing_episodes_12_months | return_interview_offered | met
        A        | 2026-01-05     |              | 1                          | Y                        | yes
        B        | 2026-01-05     | 2026-09-01   | 2                          | N                        | no
        C        | 2026-01-05     |              | 1                          | U                        | ?
        D        | 2026-01-05     |              | 1                          |                          | ?
        E        | 2026-01-05     |              | 0                          | Y                        | -
        F        | 2026-01-05     |              |                            | Y                        | -
    """,
)  # fmt: skip
def interview_offered(rows: Any, asked: Asked) -> Answer:
    """An answer of not known is no answer."""
    return Share(rows.missing >= 1, yes(rows.interview_offered))


@measure(
    "LA34", "Interviews on return that were accepted", children_in_care,
    better=UP, theme="exploitation-missing", window=TODAY,
    numerator="children who accepted the interview",
    denominator="children in care now or of late who were offered an interview, with an answer",
    leaves_out=f"{BREAKS}; children of whom it is not known", source=LIST_8, note=LAST,
    example="""
        child_id | cla_start_date | return_interview_offered | return_interview_accepted | met
        A        | 2026-01-05     | Y                        | Y                         | yes
        B        | 2026-01-05     | Y                        | N                         | no
        C        | 2026-01-05     | Y                        | U                         | ?
        D        | 2026-01-05     | Y                        |                           | ?
        E        | 2026-01-05     | N                        | Y                         | -
        F        | 2026-01-05     |                          | Y                         | -
    """,
)  # fmt: skip
def interview_accepted(rows: Any, asked: Asked) -> Answer:
    """Of those who were offered one."""
    return Share(rows.interview_offered == "Y", yes(rows.interview_accepted))
