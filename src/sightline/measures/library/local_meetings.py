"""Measures of meetings from the local lists: core groups, and reviews of child in need plans."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Ratio, Share
from sightline.measures.asked import SIX_MONTHS, Asked
from sightline.measures.declare import UP, measure
from sightline.measures.rolls.local_meetings import (
    child_in_need_reviews,
    core_group_gaps,
    core_groups,
    first_core_groups,
    plans_reviewed,
)

GROUPS, REVIEWS = "Local list: core groups", "Local list: child in need reviews"
OURS = "Not in the field's list of indicators: the next free number."
NOT_HELD = "meetings cancelled, postponed or stood down are not asked about"


def yes(answer: Any) -> Any:
    """Whether an answer is yes; null where it is not known."""
    return answer.isin(("Y", "N")).ifelse(answer == "Y", None)


@measure(
    "CP15", "First core group within 10 working days of the conference", first_core_groups,
    better=UP, lag=1, theme="conferences-reviews", window=SIX_MONTHS, timescale="core_group_first",
    numerator="plans whose first core group was held 10 working days or fewer after the plan began",
    denominator="child protection plans begun in the window",
    leaves_out="plans begun 10 working days ago or less that have had no core group yet",
    source="Annex A list 7; local list: core groups",
    example="""
        child_id | plan_start_date | met
        A        | 2026-08-03      | yes
        B        | 2026-08-03      | no
        C        | 2026-08-03      | no
        D        | 2026-10-16      | ?
        E        | 2026-10-15      | no
        F        | 2026-04-29      | -
        [local.core_groups]
        child_id | plan_started_on | held_on    | status
        A        | 2026-08-03      | 2026-08-17 | held
        B        | 2026-08-03      | 2026-08-18 | held
        C        | 2026-08-03      | 2026-08-10 | cancelled
        F        | 2026-04-29      | 2026-05-05 | held
    """,
)  # fmt: skip
def first_in_time(rows: Any, asked: Asked) -> Answer:
    """A plan without a core group is late once the days are over."""
    import ibis

    held = rows.first_held_on.notnull()
    late = held | (rows.working_days_since > 10)
    return Share(
        of=asked.within(rows.started_on),
        where=ibis.cases((rows.working_days <= 10, True), (late, False)),
    )


@measure(
    "CP16", "Later core groups in time", core_group_gaps,
    better=UP, theme="conferences-reviews", window=SIX_MONTHS, setting="core_group",
    numerator="times between two core groups no longer than the local standard",
    denominator="times between two core groups that ended in the window, and those that are past "
    "the standard now, under plans that are open",
    leaves_out="two core groups on one day are one", source=f"{GROUPS}; Annex A list 7",
    example="""
        child_id | held_on    | status | met
        A        | 2026-09-01 | held   | yes
        A        | 2026-09-29 | held   | no
        A        | 2026-10-28 | held   | -
        B        | 2026-10-03 |        | -
        C        | 2026-10-02 | held   | no
        D        | 2026-09-01 | held   | -
        E        | 2026-04-01 | held   | -
        E        | 2026-04-29 | held   | yes
        E        | 2026-05-27 | held   | no
        [annex_a.child_protection]
        child_id | plan_start_date | plan_end_date
        A        | 2026-08-20      |
        B        | 2026-08-20      |
        C        | 2026-08-20      |
        D        | 2026-08-20      | 2026-10-01
        E        | 2026-03-20      |
    """,
)  # fmt: skip
def later_in_time(rows: Any, asked: Asked) -> Answer:
    """From one to the next; from the last to the day, once that is too long."""
    overdue = (rows.due_on < asked.today).ifelse(asked.today, None)
    ended = rows.next_on.coalesce(overdue)
    return Share(of=asked.within(ended) & (ended > rows.held_on), where=ended <= rows.due_on)


@measure(
    "CP22", "Agencies at core groups", core_groups,
    better=UP, theme="multi-agency", window=SIX_MONTHS,
    numerator="agencies that came to core groups held in the window",
    denominator="agencies that were invited", source=GROUPS, note=OURS,
    leaves_out=f"core groups that do not give both numbers; {NOT_HELD}",
    example="""
        child_id | held_on    | status    | agencies_invited | agencies_there | met
        A        | 2026-09-01 | held      | 6                | 5              | 5/6
        B        | 2026-09-01 | held      | 6                |                | ?
        C        | 2026-09-01 | cancelled | 6                | 0              | -
        D        | 2026-04-29 | held      | 6                | 6              | -
        E        | 2026-04-30 | held      | 4                | 4              | 4/4
        F        | 2026-11-02 | planned   | 4                |                | -
    """,
)  # fmt: skip
def agencies_at_core_groups(rows: Any, asked: Asked) -> Answer:
    """Each meeting weighs by how many were invited."""
    return _attendance(rows, asked)


@measure(
    "CP23", "Children who took part in core groups", core_groups,
    better=UP, theme="childs-voice", window=SIX_MONTHS,
    numerator="core groups in which the child took part, by being there or by views given",
    denominator="core groups held in the window with an answer", source=GROUPS, note=OURS,
    leaves_out=f"core groups that do not say; {NOT_HELD}",
    example="""
        child_id | held_on    | status    | child_took_part | met
        A        | 2026-09-01 | held      | Y               | yes
        B        | 2026-09-01 | held      | N               | no
        C        | 2026-09-01 | held      | U               | ?
        D        | 2026-09-01 | held      |                 | ?
        E        | 2026-09-01 | postponed | Y               | -
        F        | 2026-04-29 | held      | Y               | -
    """,
)  # fmt: skip
def child_in_core_groups(rows: Any, asked: Asked) -> Answer:
    """Of those that say."""
    return Share(of=rows.was_held & asked.within(rows.held_on), where=yes(rows.child_took_part))


@measure(
    "CP24", "Fathers at core groups", core_groups,
    better=UP, theme="family-partnership", window=SIX_MONTHS,
    numerator="core groups that the father, or the parent who lives elsewhere, came to",
    denominator="core groups held in the window with an answer", source=GROUPS, note=OURS,
    leaves_out=f"core groups that do not say; {NOT_HELD}",
    example="""
        child_id | held_on    | status      | father_there | met
        A        | 2026-09-01 | held        | Y            | yes
        B        | 2026-09-01 |             | N            | no
        C        | 2026-09-01 | held        | U            | ?
        D        | 2026-09-01 | not_quorate | Y            | -
        E        | 2026-04-29 | held        | N            | -
    """,
)  # fmt: skip
def father_at_core_groups(rows: Any, asked: Asked) -> Answer:
    """Of those that say."""
    return Share(of=rows.was_held & asked.within(rows.held_on), where=yes(rows.father_there))


@measure(
    "CN08", "Child in need plans reviewed in time", plans_reviewed,
    better=UP, theme="conferences-reviews", window=SIX_MONTHS, setting="cin_review",
    numerator="plans in which no review in the window came later than the local standard allows "
    "after the last, or after the start of the plan, and none is overdue",
    denominator="open child in need plans begun as long ago as the standard or longer",
    leaves_out="children on a child in need plan of whom the list of reviews has no row, or of "
    "whom no review is overdue yet and none was held",
    source=f"Annex A list 6; {REVIEWS.lower()}",
    example="""
        child_id | cin_start_date | case_status | met
        A        | 2026-07-01     | CIN         | yes
        B        | 2026-07-01     | CIN         | no
        C        | 2026-10-01     | CIN         | ?
        D        | 2026-10-01     | CIN         | -
        E        | 2026-10-01     | CIN         | no
        F        | 2026-07-01     | CIN         | ?
        G        | 2026-07-01     | CPP         | -
        H        | 2026-03-01     | CIN         | yes
        [local.child_in_need_reviews]
        child_id | plan_started_on | held_on    | status
        A        | 2026-08-01      | 2026-08-29 | held
        A        | 2026-08-01      | 2026-09-26 | held
        A        | 2026-08-01      | 2026-10-24 | held
        B        | 2026-08-01      | 2026-08-30 | held
        B        | 2026-08-01      | 2026-09-27 | held
        B        | 2026-08-01      | 2026-10-25 | held
        C        | 2026-10-03      |            | planned
        D        | 2026-10-04      |            | planned
        E        | 2026-10-02      | 2026-10-29 | postponed
        G        | 2026-08-01      | 2026-08-29 | held
        H        | 2026-03-01      | 2026-04-29 | held
        H        | 2026-03-01      | 2026-05-27 | held
        H        | 2026-03-01      | 2026-06-24 | held
        H        | 2026-03-01      | 2026-07-22 | held
        H        | 2026-03-01      | 2026-08-19 | held
        H        | 2026-03-01      | 2026-09-16 | held
        H        | 2026-03-01      | 2026-10-14 | held
    """,
)  # fmt: skip
def reviewed_in_time(rows: Any, asked: Asked) -> Answer:
    """A plan that the list of reviews does not know cannot be judged."""
    limit = asked.settings.cin_review
    assert limit is not None
    old = rows.plan_started_on.isnull() | asked.older(rows.plan_started_on, limit)
    return Share(of=rows.is_open & (rows.case_status == "CIN") & old, where=kept_up(rows))


def kept_up(rows: Any) -> Any:
    """Whether nothing came late; null where nothing was held, and nothing is overdue yet."""
    import ibis

    return ibis.cases((rows.late > 0, False), (rows.last_review_on.notnull(), rows.late == 0))


@measure(
    "CN14", "Agencies at child in need reviews", child_in_need_reviews,
    better=UP, theme="multi-agency", window=SIX_MONTHS,
    numerator="agencies that came to child in need reviews held in the window",
    denominator="agencies that were invited", source=REVIEWS, note=OURS,
    leaves_out=f"reviews that do not give both numbers; {NOT_HELD}",
    example="""
        child_id | held_on    | status    | agencies_invited | agencies_there | met
        A        | 2026-09-01 | held      | 3                | 1              | 1/3
        B        | 2026-09-01 | held      |                  | 2              | ?
        C        | 2026-09-01 | cancelled | 3                | 3              | -
        D        | 2026-04-29 | held      | 3                | 3              | -
    """,
)  # fmt: skip
def agencies_at_reviews(rows: Any, asked: Asked) -> Answer:
    """Each review weighs by how many were invited."""
    return _attendance(rows, asked)


def _attendance(rows: Any, asked: Asked) -> Answer:
    return Ratio(
        of=rows.was_held & asked.within(rows.held_on),
        top=rows.agencies_there, bottom=rows.agencies_invited,
    )  # fmt: skip
