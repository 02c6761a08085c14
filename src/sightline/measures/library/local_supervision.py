"""Measures of supervision and of changes of worker, from the local lists."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, Asked
from sightline.measures.declare import UP, measure
from sightline.measures.library.local_meetings import OURS, yes
from sightline.measures.rolls.local_staff import (
    children_supervised,
    supervision,
    worker_episodes,
    workers_supervised,
)

SUPERVISED = "Local list: supervision"


@measure(
    "WF11", "Children discussed in supervision in time", children_supervised,
    better=UP, theme="supervision", window=TODAY, setting="child_supervision", split="plan_type",
    numerator="children last discussed in supervision within the local standard",
    denominator="children whose work is open, by their plan",
    leaves_out="children whose work began so lately that the first discussion is not overdue",
    source=f"Annex A list 6; {SUPERVISED.lower()}",
    example="""
        child_id | cin_start_date | cin_closure_date | case_status | met
        A        | 2026-01-05     |                  | CIN         | yes
        B        | 2026-01-05     |                  | CPP         | no
        C        | 2026-01-05     |                  | CLA         | no
        D        | 2026-10-03     |                  | CIN         | ?
        E        | 2026-10-02     |                  | CIN         | no
        F        | 2026-01-05     | 2026-10-31       | CLOSED      | -
        G        | 2026-01-05     |                  | CIN         | no
        [local.supervision]
        worker_id | child_id | session_kind | held_on    | status
        W1        | A        | child        | 2026-10-03 | held
        W1        | B        | child        | 2026-10-02 | held
        W1        | F        | child        | 2026-10-20 | held
        W1        | G        | child        | 2026-10-20 | cancelled
    """,
)  # fmt: skip
def children_in_time(rows: Any, asked: Asked) -> Answer:
    """A child never discussed is late once the standard has passed since the work began."""
    import ibis

    limit = asked.settings.child_supervision
    assert limit is not None
    earliest = asked.ago(limit)
    return Share(
        of=rows.is_open,
        where=ibis.cases(
            (rows.last_discussed_on >= earliest, True),
            (rows.started_on >= earliest, ibis.null("boolean")),
            else_=False,
        ),
    )


@measure(
    "WF12", "Workers supervised in time", workers_supervised,
    better=UP, theme="supervision", window=SIX_MONTHS, setting="worker_supervision",
    numerator="workers whose own sessions in the window never came later than the local standard "
    "allows after the last, or after they took up the post, and of whom none is overdue",
    denominator="workers in post who hold children",
    leaves_out="workers absent now, and workers so new that the first session is not overdue",
    source=f"{SUPERVISED}; local list: workforce",
    note="Employer standard 5 asks for supervision monthly, and every two weeks for those newly "
    "qualified. The local standard is the same for all.",
    example="""
        worker_id | case_holder | contract  | started_on | ended_on   | absent_since | met
        W1        | Y           | permanent | 2026-08-01 |            |              | yes
        W2        | Y           | permanent | 2026-08-01 |            |              | no
        W3        | Y           | permanent | 2026-10-03 |            |              | ?
        W4        | Y           | permanent | 2026-10-02 |            |              | no
        W5        | Y           | permanent | 2026-08-01 |            | 2026-09-01   | ?
        W6        | N           | permanent | 2026-08-01 |            |              | -
        W7        | Y           | permanent | 2026-08-01 | 2026-10-31 |              | -
        [local.supervision]
        worker_id | session_kind | held_on    | status
        W1        | worker       | 2026-08-29 | held
        W1        | worker       | 2026-09-26 | held
        W1        | worker       | 2026-10-24 | held
        W2        | worker       | 2026-08-30 | held
        W2        | worker       | 2026-09-27 | held
        W2        | worker       | 2026-10-25 | held
        W4        | child        | 2026-10-20 | held
    """,
)  # fmt: skip
def workers_in_time(rows: Any, asked: Asked) -> Answer:
    """One late session is enough."""
    import ibis

    unknown = rows.absent | (rows.last_session_on.isnull() & (rows.late == 0))
    return Share(
        of=rows.late.notnull(),
        where=unknown.ifelse(ibis.null("boolean"), rows.late == 0),
    )


_RECORDED: dict[str, Any] = {
    "better": UP, "theme": "supervision", "window": SIX_MONTHS, "source": SUPERVISED, "note": OURS,
    "denominator": "discussions of a child held in the window with an answer",
    "leaves_out": "discussions that do not say; sessions that were not held",
}  # fmt: skip


@measure(
    "WF15", "Reflection recorded in supervision", supervision,
    numerator="discussions whose record shows reflection on what life is like for the child",
    example="""
        worker_id | child_id | session_kind | held_on    | status    | reflection_recorded | met
        W1        | A        | child        | 2026-09-01 | held      | Y                   | yes
        W1        | B        | group        | 2026-09-01 | held      | N                   | no
        W1        | C        | child        | 2026-09-01 | held      | U                   | ?
        W1        |          | worker       | 2026-09-01 | held      | Y                   | -
        W1        | D        | child        | 2026-04-29 | held      | Y                   | -
        W1        | E        | child        | 2026-09-01 | cancelled | N                   | -
    """, **_RECORDED,
)  # fmt: skip
def reflection(rows: Any, asked: Asked) -> Answer:
    """Of those that say."""
    return Share(of=_discussed(rows, asked), where=yes(rows.reflection_recorded))


@measure(
    "WF16", "Actions recorded in supervision", supervision,
    numerator="discussions whose record sets actions that say who does what by when",
    example="""
        worker_id | child_id | session_kind | held_on    | status  | actions_recorded | met
        W1        | A        | child        | 2026-09-01 | held    | Y                | yes
        W1        | B        | child        | 2026-09-01 |         | N                | no
        W1        | C        | child        | 2026-09-01 | held    |                  | ?
        W1        | D        | child        | 2026-11-03 | planned |                  | -
    """, **_RECORDED,
)  # fmt: skip
def actions(rows: Any, asked: Asked) -> Answer:
    """Of those that say."""
    return Share(of=_discussed(rows, asked), where=yes(rows.actions_recorded))


def _discussed(rows: Any, asked: Asked) -> Any:
    return rows.was_held & rows.about_child & asked.within(rows.held_on)


@measure(
    "WF17", "Handed over at a change of worker", worker_episodes,
    better=UP, theme="workforce-stability", window=SIX_MONTHS,
    numerator="changes of social worker with a date of handover",
    denominator="social workers of a child who ended in the window and whom another followed",
    source="Local list: workers by episode", note=OURS,
    example="""
        child_id | worker_id | worker_role      | started_on | ended_on   | handed_over_on | met
        A        | W1        | social_worker    | 2026-01-05 | 2026-06-01 | 2026-06-01     | yes
        A        | W2        | social_worker    | 2026-06-01 | 2026-08-03 |                | no
        A        | W3        | social_worker    | 2026-09-01 |            |                | -
        B        | W1        | social_worker    | 2026-01-05 | 2026-06-01 |                | -
        C        | W1        | social_worker    | 2026-01-05 | 2026-06-01 |                | -
        C        | W1        | social_worker    | 2026-06-01 |            |                | -
        D        | W1        | personal_adviser | 2026-01-05 | 2026-06-01 |                | -
        D        | W2        | social_worker    | 2026-06-01 | 2026-10-01 |                | -
        E        | W1        | social_worker    | 2025-01-06 | 2026-04-29 | 2026-04-29     | -
        E        | W2        |                  | 2026-04-29 |            |                | -
    """,
)  # fmt: skip
def handed_over(rows: Any, asked: Asked) -> Answer:
    """No date is no handover."""
    return Share(
        of=rows.changed & asked.within(rows.ended_on), where=rows.handed_over_on.notnull()
    )  # fmt: skip
