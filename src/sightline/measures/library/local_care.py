"""Measures from the local lists of education plans, return interviews and private fostering."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Count, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, TWELVE_MONTHS, Asked
from sightline.measures.declare import CONTEXT, UP, measure
from sightline.measures.rolls.local_care import (
    education,
    private_fostering,
    private_fostering_visits,
    return_interviews,
)

PEPS = "Annex A list 8; local list: personal education plans"
FOSTERING = "Local list: private fostering"
TERMS = (
    "Terms are autumn from September, spring from January, and summer from the day after Easter "
    "Sunday. A plan counts for the school year and term that it names; where it does not name "
    "both, by the date of its meeting."
)


@measure(
    "LA21", "Children in care with a current education plan", education,
    better=UP, theme="education", window=TODAY,
    numerator="children whose education plan was reviewed for this term or the last",
    denominator="children in care now who were 4 to 15 at the start of the school year "
    "(31 August)",
    leaves_out="children without a date of birth", source=PEPS, note=TERMS,
    example="""
        child_id | date_of_birth | cla_start_date | cla_end_date | legal_status | met
        A        | 2015-05-05    | 2024-01-10     |              | C2           | yes
        B        | 2015-05-05    | 2024-01-10     |              | C2           | no
        C        | 2015-05-05    | 2024-01-10     |              | C2           | no
        D        | 2022-09-01    | 2024-01-10     |              | C2           | -
        E        | 2022-08-31    | 2024-01-10     |              | C2           | no
        F        | 2015-05-05    | 2024-01-10     |              | C2           | yes
        G        | 2015-05-05    | 2024-01-10     |              |              | no
        H        | 2010-08-31    | 2024-01-10     |              | C2           | -
        I        | 2010-09-01    | 2024-01-10     |              | V4           | -
        J        |               | 2024-01-10     |              | C2           | ?
        K        | 2015-05-05    | 2024-01-10     | 2026-10-30   | C2           | -
        [local.personal_education_plans]
        child_id | academic_year | term   | held_on    | status
        A        | 2025/26       | summer | 2026-05-20 | held
        B        | 2025/26       | spring | 2026-03-10 | held
        C        | 2026/27       | autumn |            | planned
        F        |               |        | 2026-04-06 | held
        G        |               |        | 2026-04-05 | held
        J        | 2025/26       | summer | 2026-05-20 | held
    """,
)  # fmt: skip
def plan_current(rows: Any, asked: Asked) -> Answer:
    """No plan is no."""
    known = rows.date_of_birth.notnull()
    return Share(
        of=rows.is_open & rows.school_age_now.fill_null(True),
        where=known.ifelse(rows.plan_is_current, None),
    )


@measure(
    "LA22", "First education plan begun and ready in time", education,
    better=UP, lag=1, theme="education", window=SIX_MONTHS, timescale="pep_initial",
    numerator="children whose education plan was begun within 10 working days of coming into care, "
    "and ready within 20",
    denominator="children who came into care in the window, 4 to 15 at the start of that school "
    "year (31 August)",
    leaves_out="children for whom there is still time, who left care within 20 working days, or "
    "who have no date of birth",
    source=PEPS,
    example="""
        child_id | date_of_birth | cla_start_date | cla_end_date | met
        A        | 2015-05-05    | 2026-09-01     |              | yes
        B        | 2015-05-05    | 2026-09-01     |              | no
        C        | 2015-05-05    | 2026-09-01     |              | no
        D        | 2015-05-05    | 2026-10-16     |              | ?
        E        | 2015-05-05    | 2026-10-15     |              | no
        F        | 2015-05-05    | 2026-10-01     |              | no
        G        | 2015-05-05    | 2026-10-02     |              | ?
        H        | 2015-05-05    | 2026-08-03     | 2026-08-20   | ?
        I        | 2022-05-05    | 2026-08-28     |              | -
        J        | 2015-05-05    | 2026-04-29     |              | -
        [local.personal_education_plans]
        child_id | started_on | ready_on
        A        | 2026-09-15 | 2026-09-29
        B        | 2026-09-16 | 2026-09-29
        C        | 2026-09-15 | 2026-09-30
        F        | 2026-10-05 |
        G        | 2026-10-05 |
        J        | 2026-05-05 | 2026-05-10
    """,
)  # fmt: skip
def first_plan(rows: Any, asked: Asked) -> Answer:
    """Late on either count is late; a date that is to come is not late yet."""
    import ibis

    begun, ready = rows.days_to_plan <= 10, rows.days_to_ready <= 20
    unknown = rows.date_of_birth.isnull() | (rows.days_to_end <= 20)
    late_start = rows.days_to_plan.coalesce(rows.days_to_now) > 10
    late_ready = rows.days_to_ready.coalesce(rows.days_to_now) > 20
    return Share(
        of=asked.within(rows.came_on) & rows.school_age_then.fill_null(True),
        where=ibis.cases(
            (rows.date_of_birth.notnull() & begun & ready, True),
            (unknown, ibis.null("boolean")),
            (late_start | late_ready, False),
        ),
    )


@measure(
    "LA35", "Return interviews within 72 hours", return_interviews,
    better=UP, theme="exploitation-missing", window=SIX_MONTHS, timescale="return_interview",
    numerator="times missing followed by an interview within 72 hours of the return, by the clock",
    denominator="times missing that ended in the window and after which an interview was offered",
    leaves_out="times after which the 72 hours are not over and none was held, and interviews "
    "dated before the return",
    source="Local list: return interviews",
    note="An interview without a time of day is taken as held at the end of that day. A change of "
    "the clocks is allowed for. A child who declines is counted as not interviewed.",
    example="""
        child_id | returned_at      | offered | interviewed_at   | met
        A        | 2026-08-03T10:00 | Y       | 2026-08-06T10:00 | yes
        B        | 2026-08-03T10:00 | Y       | 2026-08-06T10:01 | no
        C        | 2026-08-03T10:00 | Y       |                  | no
        D        | 2026-10-29T09:00 | Y       |                  | ?
        E        | 2026-08-03T10:00 | N       | 2026-08-04T10:00 | -
        F        | 2026-10-23T10:00 | Y       | 2026-10-26T09:00 | yes
        G        | 2026-10-23T10:00 | Y       | 2026-10-26T09:30 | no
        H        | 2026-08-03T10:00 | Y       | 2026-08-05       | yes
        I        | 2026-08-03T10:00 | Y       | 2026-08-06       | no
        J        | 2026-08-03T10:00 | Y       | 2026-08-01T10:00 | ?
        K        | 2026-04-29T10:00 | Y       | 2026-04-30T10:00 | -
        L        | 2026-08-03T10:00 |         |                  | -
    """,
)  # fmt: skip
def interviewed_in_time(rows: Any, asked: Asked) -> Answer:
    """No interview is late once the hours are over."""
    import ibis

    return Share(
        of=asked.within(rows.returned_on) & (rows.offered == "Y"),
        where=ibis.cases(
            (rows.before_return, ibis.null("boolean")),
            (rows.in_time, True),
            (rows.interviewed_at.notnull() | rows.time_is_up, False),
        ),
    )


@measure(
    "PF01", "Children privately fostered", private_fostering,
    better=CONTEXT, theme="private-fostering", window=TODAY,
    numerator="private fostering arrangements that the authority knows of and that go on",
    denominator="", source=FOSTERING,
    example="""
        child_id | aware_on   | ended_on   | met
        A        | 2026-08-03 |            | yes
        B        | 2026-08-03 | 2026-10-31 | -
        C        | 2026-08-03 | 2026-11-01 | yes
        D        | 2026-11-02 |            | -
    """,
)  # fmt: skip
def privately_fostered(rows: Any, asked: Asked) -> Answer:
    """From the day the authority knew."""
    return Count(of=rows.is_open, rate=False)


@measure(
    "PF01b", "Private fostering arrangements notified", private_fostering,
    better=CONTEXT, theme="private-fostering", window=SIX_MONTHS,
    numerator="arrangements of which the authority became aware in the window",
    denominator="", source=FOSTERING,
    example="""
        child_id | aware_on   | ended_on   | met
        A        | 2026-04-30 | 2026-05-30 | yes
        B        | 2026-04-29 |            | -
        C        | 2026-10-31 |            | yes
    """,
)  # fmt: skip
def notified(rows: Any, asked: Asked) -> Answer:
    """By notice or otherwise."""
    return Count(of=asked.within(rows.aware_on), rate=False)


@measure(
    "PF02", "Private fostering visits in time", private_fostering_visits,
    better=UP, theme="private-fostering", window=TWELVE_MONTHS, timescale="private_fostering_year1",
    numerator="times between two visits of 6 weeks or less in the first year since the authority "
    "became aware, and of 12 weeks or less after it",
    denominator="times between two visits that ended in the window, and those that ran past the "
    "limit without another visit",
    leaves_out="children never visited: see the first visit (PF02b); two visits on one day are one",
    source="Local lists: private fostering visits, private fostering",
    note="Which limit applies depends on the day of the earlier visit.",
    example="""
        child_id | visited_on | met
        A        | 2026-07-01 | yes
        A        | 2026-08-12 | no
        A        | 2026-09-24 | -
        B        | 2026-06-01 | yes
        B        | 2026-08-24 | -
        C        | 2026-07-01 | no
        D        | 2026-06-30 | no
        D        | 2026-08-12 | -
        E        | 2026-07-01 | yes
        E        | 2026-08-13 | -
        [local.private_fostering]
        child_id | aware_on   | ended_on
        A        | 2026-01-05 |
        B        | 2024-01-01 |
        C        | 2025-01-06 | 2026-10-01
        D        | 2025-07-01 |
        E        | 2025-07-01 |
    """,
)  # fmt: skip
def visited_in_time(rows: Any, asked: Asked) -> Answer:
    """From one visit to the next; to the end or the day, once that is too long."""
    overdue = (rows.due_on < rows.until).ifelse(rows.until, None)
    ended = rows.next_on.coalesce(overdue)
    return Share(of=asked.within(ended) & (ended > rows.visited_on), where=ended <= rows.due_on)


@measure(
    "PF02b", "First private fostering visit within 7 working days", private_fostering,
    better=UP, theme="private-fostering", window=TWELVE_MONTHS,
    timescale="private_fostering_first",
    numerator="arrangements first visited 7 working days or fewer after the authority was aware",
    denominator="arrangements of which the authority became aware in the window",
    leaves_out="arrangements not visited yet for which there is still time", source=FOSTERING,
    note="The second thing of PF02 in the field's list, apart.",
    example="""
        child_id | aware_on   | first_visit_on | met
        A        | 2026-08-03 | 2026-08-12     | yes
        B        | 2026-08-03 | 2026-08-13     | no
        C        | 2026-08-03 |                | no
        D        | 2026-10-21 |                | ?
        E        | 2026-10-20 |                | no
        F        | 2025-10-30 | 2025-11-03     | -
    """,
)  # fmt: skip
def first_visited(rows: Any, asked: Asked) -> Answer:
    """No visit is late once the days are over."""
    import ibis

    days = rows.days_to_visit.coalesce(rows.days_to_now)
    return Share(
        of=asked.within(rows.aware_on),
        where=ibis.cases((rows.days_to_visit <= 7, True), (days > 7, False)),
    )
