"""Measures of the workforce from the local list of posts and the people in them."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Ratio, Share
from sightline.measures.asked import TODAY, TWELVE_MONTHS, Asked
from sightline.measures.declare import BAND, DOWN, Measure, measure
from sightline.measures.rolls.local_staff import (
    AGENCY,
    VACANT,
    first_year_workers,
    first_year_workers_on_plans,
    posts,
)

WORKFORCE = "Local list: workforce"
SOCIAL_WORK = (
    "Posts count whose role is social worker, senior social worker, newly qualified social worker, "
    "team manager, service manager, or reviewing officer. The published figure is as at "
    "30 September; this is as at the day of the data."
)
NOT_FTE = "posts without a full-time equivalent"


def _day(day: Any) -> Any:
    import ibis

    return ibis.literal(day)


def _in_post(rows: Any, asked: Asked) -> Any:
    """In post at the end of the window."""
    end = _day(asked.end)
    return (rows.started_on <= end) & (rows.ended_on.isnull() | (rows.ended_on > end))


def _employed(rows: Any) -> Any:
    return ~rows.contract.isin((VACANT, AGENCY)).fill_null(False)


@measure(
    "WF02", "Children held by each full-time social worker", posts,
    better=BAND, theme="caseloads", window=TODAY,
    numerator="children held by social workers in post, agency workers among them",
    denominator="full-time equivalents of social workers in post who hold one child or more",
    leaves_out=f"workers of whom the number of children is not said; {NOT_FTE}",
    source=WORKFORCE, note=SOCIAL_WORK,
    example="""
        post_role      | contract  | fte | started_on | ended_on   | children_held | met
        social_worker  | permanent | 1   | 2024-01-08 |            | 16            | 16/1
        social_worker  | agency    | 0.6 | 2024-01-08 |            | 12            | 12/0.6
        social_worker  | permanent | 1   | 2024-01-08 |            | 0             | -
        social_worker  | permanent | 1   | 2024-01-08 |            |               | ?
        family_support | permanent | 1   | 2024-01-08 |            | 9             | -
        social_worker  | permanent | 1   | 2024-01-08 | 2026-10-31 | 9             | -
        social_worker  | vacant    | 1   | 2024-01-08 |            |               | -
    """,
)  # fmt: skip
def caseload(rows: Any, asked: Asked) -> Answer:
    """A worker who holds none is not in it."""
    filled = (rows.contract != VACANT).fill_null(True)
    holds = rows.children_held.isnull() | (rows.children_held >= 1)
    return Ratio(
        of=rows.is_open & rows.social_work & filled & holds,
        top=rows.children_held, bottom=rows.fte, unit="children",
    )  # fmt: skip


@measure(
    "WF04", "Vacant social work posts", posts,
    better=DOWN, theme="workforce-stability", window=TODAY,
    numerator="full-time equivalents of vacant social work posts",
    denominator="the same, and those of social workers employed",
    leaves_out=NOT_FTE, source=WORKFORCE,
    note=f"{SOCIAL_WORK} Agency workers are not counted here. A post that one covers is vacant "
    "where the list has a row for the vacancy.",
    example="""
        post_id | post_role     | contract   | fte | started_on | ended_on   | met
        P1      | social_worker | permanent  | 1   | 2024-01-08 |            | 0/1
        P2      | social_worker | vacant     | 0.5 | 2026-01-05 |            | 0.5/0.5
        P3      | social_worker | agency     | 1   | 2026-01-05 |            | -
        P4      | team_manager  | fixed_term | 1   | 2026-01-05 |            | 0/1
        P5      | social_worker | vacant     | 1   | 2026-01-05 | 2026-10-30 | -
        P6      | social_worker | vacant     |     | 2026-01-05 |            | ?
        P7      | other         | vacant     | 1   | 2026-01-05 |            | -
    """,
)  # fmt: skip
def vacancies(rows: Any, asked: Asked) -> Answer:
    """Vacancies in force."""
    known = (rows.contract != AGENCY).fill_null(True)
    return Ratio(
        of=rows.is_open & rows.social_work & known,
        top=(rows.contract == VACANT).fill_null(False).ifelse(rows.fte, 0.0), bottom=rows.fte,
    )  # fmt: skip


@measure(
    "WF05", "Turnover of social workers", posts,
    better=DOWN, theme="workforce-stability", window=TWELVE_MONTHS,
    numerator="full-time equivalents of social workers who left the authority in the window",
    denominator="full-time equivalents of social workers in post at its end",
    leaves_out=f"posts left of which the list does not say whether the person left the authority; "
    f"{NOT_FTE}",
    source=WORKFORCE, note=f"{SOCIAL_WORK} Agency workers are not counted.",
    example="""
        post_id | post_role     | contract  | fte | started_on | ended_on   | left_authority | met
        P1      | social_worker | permanent | 1   | 2024-01-08 |            |                | 0/1
        P2      | social_worker | permanent | 0.8 | 2024-01-08 | 2026-06-01 | Y              | 0.8/0
        P3      | social_worker | permanent | 1   | 2024-01-08 | 2026-06-01 | N              | -
        P4      | social_worker | permanent | 1   | 2024-01-08 | 2026-06-01 |                | ?
        P5      | social_worker | permanent | 1   | 2024-01-08 | 2025-10-30 | Y              | -
        P6      | social_worker | agency    | 1   | 2024-01-08 | 2026-06-01 | Y              | -
        P7      | social_worker | permanent | 1   | 2024-01-08 | 2026-10-31 | Y              | 1/0
        P8      | social_worker | permanent | 1   | 2024-01-08 | 2026-11-02 |                | 0/1
    """,
)  # fmt: skip
def turnover(rows: Any, asked: Asked) -> Answer:
    """A move to another post of the authority is not leaving it."""
    in_post = _in_post(rows, asked).fill_null(False)
    ended = asked.within(rows.ended_on).fill_null(False)
    left = ended & (rows.left_authority == "Y").fill_null(True)
    top = left.ifelse(rows.left_authority.notnull().ifelse(rows.fte, None), 0.0)
    return Ratio(
        of=rows.social_work & _employed(rows) & (in_post | left),
        top=top, bottom=in_post.ifelse(rows.fte, 0.0),
    )  # fmt: skip


@measure(
    "WF06", "Agency social workers", posts,
    better=DOWN, theme="workforce-stability", window=TODAY,
    numerator="full-time equivalents of agency social workers in post",
    denominator="full-time equivalents of all social workers in post, agency workers among them",
    leaves_out=NOT_FTE, source=WORKFORCE, note=SOCIAL_WORK,
    example="""
        post_id | post_role     | contract  | fte | started_on | ended_on   | met
        P1      | social_worker | permanent | 1   | 2024-01-08 |            | 0/1
        P2      | assessed_year | agency    | 0.5 | 2026-01-05 |            | 0.5/0.5
        P3      | social_worker | vacant    | 1   | 2026-01-05 |            | -
        P4      | social_worker | agency    | 1   | 2026-01-05 | 2026-10-31 | -
        P5      | social_worker | agency    |     | 2026-01-05 |            | ?
    """,
)  # fmt: skip
def agency(rows: Any, asked: Asked) -> Answer:
    """Vacancies are nobody."""
    return Ratio(
        of=rows.is_open & rows.social_work & (rows.contract != VACANT).fill_null(True),
        top=(rows.contract == AGENCY).fill_null(False).ifelse(rows.fte, 0.0), bottom=rows.fte,
    )  # fmt: skip


@measure(
    "WF07", "Sickness absence of social workers", posts,
    better=DOWN, theme="workforce-stability", window=TWELVE_MONTHS,
    numerator="working days lost to sickness",
    denominator="working days available, of social workers employed in the window",
    leaves_out="people of whom either number of days is not said", source=WORKFORCE,
    note=f"{SOCIAL_WORK} The days are those of the last twelve months, as the list holds them.",
    example="""
        post_role     | contract  | started_on | ended_on   | days_lost | days_available | met
        social_worker | permanent | 2024-01-08 |            | 5.5       | 220            | 5.5/220
        social_worker | permanent | 2024-01-08 | 2026-01-05 | 0         | 40             | 0/40
        social_worker | permanent | 2024-01-08 |            |           | 220            | ?
        social_worker | agency    | 2024-01-08 |            | 5         | 220            | -
        social_worker | permanent | 2024-01-08 | 2025-10-30 | 5         | 220            | -
    """,
)  # fmt: skip
def sickness(rows: Any, asked: Asked) -> Answer:
    """Of those in post at any time in the window."""
    start, end = _day(asked.start), _day(asked.end)
    there = (rows.started_on <= end) & (rows.ended_on.isnull() | (rows.ended_on >= start))
    return Ratio(
        of=rows.social_work & _employed(rows) & there,
        top=rows.days_lost, bottom=rows.days_available,
    )  # fmt: skip


def _new_workers(rows: Any, asked: Asked) -> Answer:
    return Share(of=rows.in_first_year, where=rows.children > 0)


FIRST_YEARS = """
        worker_id | first_year | started_on | ended_on   | met
        W1        | Y          | 2026-01-05 |            | yes
        W2        | Y          | 2026-01-05 |            | {court}
        W3        | Y          | 2026-01-05 |            | no
        W4        | N          | 2024-01-08 |            | -
        W5        | Y          | 2026-01-05 | 2026-10-31 | -
        [local.worker_episodes]
        worker_id | child_id | started_on | ended_on
        W1        | A        | 2026-02-02 |
        W2        | B        | 2026-02-02 |
        W3        | A        | 2026-01-12 | 2026-02-02
        W3        | C        | 2026-02-02 |
        W3        | D        | 2026-02-02 |
        W4        | A        | 2026-02-02 |
        [annex_a.child_protection]
        child_id | plan_start_date | plan_end_date
        A        | 2026-03-02      |
        C        | 2026-03-02      | 2026-10-31
"""
COURT = """
        [local.care_proceedings]
        child_id | issued_on  | ended_on
        B        | 2026-07-06 |
        D        | 2026-07-06 | 2026-10-30
"""
_FIRST_YEAR = "Newly qualified workers with protection plans or court work"
_SAID: dict[str, Any] = {
    "better": DOWN, "theme": "staff-development", "window": TODAY,
    "denominator": "workers in post in their first assessed year",
}  # fmt: skip

WITH_COURT: Measure = measure(
    "WF13", _FIRST_YEAR, first_year_workers,
    numerator="those who hold a child on a protection plan or in care proceedings",
    source="Local lists: workforce, workers by episode, care proceedings; Annex A list 7",
    example=FIRST_YEARS.format(court="yes") + COURT, **_SAID,
)(_new_workers)  # fmt: skip

PLANS_ALONE: Measure = measure(
    "WF13", _FIRST_YEAR, first_year_workers_on_plans,
    numerator="those who hold a child on a protection plan",
    source="Local lists: workforce, workers by episode; Annex A list 7",
    proxy="There is no list of care proceedings: court work is not counted.",
    example=FIRST_YEARS.format(court="no"), **_SAID,
)(_new_workers)  # fmt: skip


@measure(
    "WF14", "Newly qualified workers with more children than is protected", posts,
    better=DOWN, theme="staff-development", window=TODAY, setting="first_year_children",
    numerator="those who hold more children than the local standard protects them to",
    denominator="workers in post in their first assessed year",
    leaves_out="workers of whom the number of children is not said", source=WORKFORCE,
    note="Not in the field's list of indicators: the next free number.",
    example="""
        post_id | contract  | first_year | started_on | ended_on   | children_held | met
        P1      | permanent | Y          | 2026-01-05 |            | 1             | no
        P2      | permanent | Y          | 2026-01-05 |            | 2             | yes
        P3      | permanent | Y          | 2026-01-05 |            |               | ?
        P4      | permanent | N          | 2026-01-05 |            | 9             | -
        P5      | permanent | Y          | 2026-01-05 | 2026-10-01 | 9             | -
    """,
)  # fmt: skip
def first_year_over(rows: Any, asked: Asked) -> Answer:
    """The standard is a number of children."""
    most = asked.settings.first_year_children
    return Share(of=rows.is_open & (rows.first_year == "Y"), where=rows.children_held > most)
