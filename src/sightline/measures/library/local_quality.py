"""Measures of complaints, midpoint reviews and escalations, from the local lists."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Share
from sightline.measures.asked import SIX_MONTHS, Asked
from sightline.measures.declare import UP, measure
from sightline.measures.library.local_meetings import OURS
from sightline.measures.rolls.local_quality import complaints, escalations, midpoint_reviews
from sightline.measures.rolls.local_time import by_due


@measure(
    "QA04", "Complaints answered in time at stage 1", complaints,
    better=UP, theme="quality-assurance", window=SIX_MONTHS, timescale="complaint_s1",
    numerator="complaints answered at stage 1 within 10 working days, or 20 where more time was "
    "agreed",
    denominator="complaints received at stage 1 in the window",
    leaves_out="complaints not answered yet for which there is still time",
    source="Local list: complaints",
    note="The field's list counts a quarter; this counts six months.",
    example="""
        complaint_id | complaint_kind | stage | received_on | extended | answered_on | met
        C1           | complaint      | 1     | 2026-08-03  | N        | 2026-08-17  | yes
        C2           | complaint      | 1     | 2026-08-03  |          | 2026-08-18  | no
        C3           | complaint      | 1     | 2026-08-03  | Y        | 2026-09-01  | yes
        C4           | complaint      | 1     | 2026-08-03  | Y        | 2026-09-02  | no
        C5           | complaint      | 1     | 2026-10-16  | N        |             | ?
        C6           | complaint      | 1     | 2026-10-15  | N        |             | no
        C7           | complaint      | 2     | 2026-08-03  | N        | 2026-08-04  | -
        C8           | compliment     | 1     | 2026-08-03  |          |             | -
        C9           | complaint      | 1     | 2026-04-29  | N        | 2026-04-30  | -
    """,
)  # fmt: skip
def answered_in_time(rows: Any, asked: Asked) -> Answer:
    """No answer is late once the days are over."""
    import ibis

    most = (rows.extended == "Y").fill_null(False).ifelse(20, 10)
    late = rows.days_to_answer.coalesce(rows.days_to_now) > most
    at_stage = (rows.complaint_kind == "complaint") & (rows.stage == "1")
    return Share(
        of=at_stage & asked.within(rows.received_on),
        where=ibis.cases((rows.days_to_answer <= most, True), (late, False)),
    )


@measure(
    "QA07", "Midpoint reviews held by their due date", midpoint_reviews,
    better=UP, theme="drift-delay", window=SIX_MONTHS,
    numerator="midpoint reviews held on their due date or before it",
    denominator="midpoint reviews due in the window",
    leaves_out="midpoint reviews due on the day itself and not held yet; those without a due date "
    "and without the date of the next meeting are not known to be due",
    source="Local list: midpoint reviews",
    note=f"{OURS} Without a due date it is half-way between the two meetings.",
    example="""
        child_id | last_meeting_on | next_meeting_on | due_on     | held_on    | status    | met
        A        | 2026-06-01      | 2026-12-01      | 2026-09-01 | 2026-09-01 | held      | yes
        B        | 2026-06-01      | 2026-12-01      | 2026-09-01 | 2026-09-02 | held      | no
        C        | 2026-06-01      | 2026-12-01      | 2026-09-01 |            |           | no
        D        | 2026-06-01      | 2026-12-01      | 2026-10-31 |            | planned   | ?
        E        | 2026-06-01      | 2026-12-01      | 2026-10-30 |            | planned   | no
        F        | 2026-06-01      | 2026-06-12      |            | 2026-06-06 | held      | yes
        G        | 2026-06-01      | 2026-06-12      |            | 2026-06-07 | held      | no
        H        | 2026-06-01      |                 |            | 2026-06-07 | held      | -
        I        | 2026-06-01      | 2026-12-01      | 2026-11-02 | 2026-10-01 | held      | -
        J        | 2026-06-01      | 2026-12-01      | 2026-09-01 | 2026-08-31 | cancelled | no
    """,
)  # fmt: skip
def midpoints_in_time(rows: Any, asked: Asked) -> Answer:
    """Not held is late once the day is over."""
    return Share(of=asked.within(rows.due_on), where=by_due(rows.held_on, rows.due_on, asked))


@measure(
    "QA08", "Escalations answered by their due date", escalations,
    better=UP, theme="quality-assurance", window=SIX_MONTHS,
    numerator="escalations answered on their due date or before it",
    denominator="escalations, stage by stage, with an answer due in the window",
    leaves_out="those due on the day itself and not answered yet; those without a due date are not "
    "known to be due",
    source="Local list: escalations", note=OURS,
    example="""
        child_id | raised_on  | stage    | due_on     | answered_on | met
        A        | 2026-08-03 | 1        | 2026-08-10 | 2026-08-10  | yes
        A        | 2026-08-03 | 2        | 2026-08-17 | 2026-08-18  | no
        B        | 2026-08-03 | informal | 2026-08-10 |             | no
        C        | 2026-10-26 | 1        | 2026-10-31 |             | ?
        D        | 2026-08-03 | 1        |            | 2026-08-10  | -
        E        | 2026-04-20 | 1        | 2026-04-29 | 2026-04-28  | -
    """,
)  # fmt: skip
def escalations_in_time(rows: Any, asked: Asked) -> Answer:
    """No answer is late once the day is over."""
    return Share(of=asked.within(rows.due_on), where=by_due(rows.answered_on, rows.due_on, asked))
