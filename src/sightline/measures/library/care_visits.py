"""Measures of visits to children in care, their reviews and their plans."""

# The example of visits has all that the rule looks at: wider than a line of code.

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Share
from sightline.measures.asked import TODAY, Asked
from sightline.measures.days import before
from sightline.measures.declare import DOWN, UP, measure
from sightline.measures.library.care_numbers import BREAKS, LIST_8
from sightline.measures.rolls.care import children_in_care
from sightline.measures.timescales import TIMESCALES


@measure(
    "LA08", "Children in care whose review is overdue", children_in_care,
    better=DOWN, theme="conferences-reviews", window=TODAY, timescale="cla_review_n",
    numerator="children whose next review was due before the day",
    denominator="children in care", leaves_out=BREAKS, source=LIST_8,
    proxy="The list has the latest review alone. One within 2 months of the start of care is taken "
    "to be the first, after which the next is due in 3 months; after any other, in 6.",
    note="The first is due 20 working days after care began. Past delay is not shown.",
    example="""
        child_id | cla_start_date | cla_end_date | last_review_date | met
        A        | 2026-10-02     |              |                  | yes
        B        | 2026-10-05     |              |                  | no
        C        | 2026-06-01     |              | 2026-07-30       | yes
        D        | 2026-06-01     |              | 2026-07-31       | no
        E        | 2026-05-01     |              | 2026-07-01       | yes
        F        | 2026-05-01     |              | 2026-07-02       | no
        G        | 2025-01-06     |              | 2026-04-30       | yes
        H        | 2025-01-06     |              | 2026-05-01       | no
        I        | 2025-01-06     | 2026-10-01   | 2025-02-01       | -
    """,
)  # fmt: skip
def review_overdue(rows: Any, asked: Asked) -> Answer:
    """A review due on the day itself is not overdue."""
    return Share(rows.is_open, rows.review_due_on < asked.today)


@measure(
    "LA10", "Children in care whose visit is overdue", children_in_care,
    better=DOWN, theme="visits", window=TODAY, timescale="cla_visit_year1",
    numerator="children whose next visit was due before the day",
    denominator="children in care", leaves_out=BREAKS, source=LIST_8,
    proxy="That a placement is meant to last to 18 is taken from its type (U1, U4) or a plan of "
    "long-term fostering. Temporary approval of a relative or friend, which asks for weekly visits, "
    "cannot be seen. Past delay is not shown.",
    note="By regulation 28: a week after a placement begins; then every 6 weeks in its first year, "
    "and after that 3 months where it is meant to last to 18. With parents on an interim care "
    "order it is a week until the first review, then 4 weeks; on a care order a week from the "
    "order, then 6 weeks. A placement without a start is taken to have begun with care.",
    example="""
        child_id | cla_start_date | placement_start_date | placement_type | legal_status | legal_status_start_date | permanence_plan | last_review_date | last_visit_date | cla_end_date | met
        A        | 2026-10-24     | 2026-10-24           | U6             |              |                         |                 |                  |                 |              | no
        B        | 2026-10-23     | 2026-10-23           | U6             |              |                         |                 |                  |                 |              | yes
        C        | 2026-06-01     | 2026-06-01           | U6             |              |                         |                 |                  | 2026-09-19      |              | no
        D        | 2026-06-01     | 2026-06-01           | U6             |              |                         |                 |                  | 2026-09-18      |              | yes
        E        | 2025-01-01     | 2025-01-01           | U4             |              |                         |                 |                  | 2026-07-31      |              | no
        F        | 2025-01-01     | 2025-01-01           | U4             |              |                         |                 |                  | 2026-07-30      |              | yes
        G        | 2025-01-01     | 2025-01-01           | U6             |              |                         | FOSTERING       |                  | 2026-07-31      |              | no
        H        | 2025-01-01     | 2025-01-01           | U6             |              |                         | ADOPTION        |                  | 2026-07-31      |              | yes
        I        | 2025-10-01     | 2025-10-01           | U4             |              |                         |                 |                  | 2026-08-20      |              | no
        J        | 2025-10-01     | 2025-10-01           | U4             |              |                         |                 |                  | 2026-08-19      |              | yes
        K        | 2026-09-01     | 2026-09-01           | P1             | C1           | 2026-09-01              |                 |                  | 2026-10-24      |              | no
        L        | 2026-09-01     | 2026-09-01           | P1             | C1           | 2026-09-01              |                 |                  | 2026-10-23      |              | yes
        M        | 2026-09-01     | 2026-09-01           | P1             | C1           | 2026-09-01              |                 | 2026-09-25       | 2026-10-03      |              | no
        N        | 2026-09-01     | 2026-09-01           | P1             | C1           | 2026-09-01              |                 | 2026-09-25       | 2026-10-02      |              | yes
        O        | 2026-01-01     | 2026-01-01           | P1             | C2           | 2026-10-23              |                 | 2026-09-25       | 2026-10-10      |              | yes
        P        | 2026-01-01     | 2026-01-01           | P1             | C2           | 2026-10-24              |                 | 2026-09-25       | 2026-10-10      |              | no
        Q        | 2025-01-01     | 2025-01-01           | P1             | C2           | 2025-01-01              | FOSTERING       |                  | 2026-09-18      |              | yes
        R        | 2026-01-01     | 2026-10-20           | U6             |              |                         |                 |                  | 2026-10-19      |              | yes
        S        | 2026-10-23     |                      | U6             |              |                         |                 |                  |                 |              | yes
        T        | 2026-01-01     | 2026-01-01           | U6             |              |                         |                 |                  |                 | 2026-10-01   | -
        U        | 2026-01-01     | 2026-01-01           | U6             | V4           |                         |                 |                  |                 |              | -
        V        | 2026-01-01     | 2026-09-19           | U6             |              |                         |                 |                  | 2026-09-19      |              | no
        W        | 2026-01-01     | 2026-01-01           | P1             | C2           | 2026-09-19              |                 | 2026-09-25       | 2026-09-19      |              | no
    """,
)  # fmt: skip
def visit_overdue(rows: Any, asked: Asked) -> Answer:
    """A child who was never visited in the placement is due within its first week."""
    return Share(rows.is_open, rows.visit_due_on < asked.today)


@measure(
    "LA12", "Children with whom the reviewing officer has been in touch since the last review",
    children_in_care,
    better=UP, theme="conferences-reviews", window=TODAY,
    numerator="children visited or contacted by the reviewing officer on the day of the last "
    "review or since; with a local standard (iro_contact), or no longer than that before it",
    denominator="children in care", leaves_out=BREAKS, source=LIST_8,
    note="Where no review has been held, since care began. No contact means not in touch. Local: "
    "no national number. Without the standard the day of the last review alone decides.",
    example="""
        child_id | cla_start_date | last_review_date | last_iro_contact_date | met
        A        | 2026-01-05     | 2026-08-01       | 2026-08-01            | yes
        B        | 2026-01-05     | 2026-08-01       | 2026-07-04            | yes
        C        | 2026-01-05     | 2026-08-01       | 2026-07-03            | no
        D        | 2026-01-05     | 2026-08-01       |                       | no
        E        | 2026-09-01     |                  | 2026-09-01            | yes
        F        | 2026-09-01     |                  | 2026-08-31            | no
        G        | 2026-11-01     |                  |                       | -
    """,
)  # fmt: skip
def officer_in_touch(rows: Any, asked: Asked) -> Answer:
    """The review itself counts where it is recorded as contact. Four weeks in the example."""
    within, last = asked.settings.iro_contact, rows.last_review_on
    reviewed = before(last, within) if within else last
    since = reviewed.coalesce(rows.started_on)
    return Share(rows.is_open, (rows.last_iro_contact_on >= since).fill_null(False))


@measure(
    "LA13", "Children in care with a permanence plan", children_in_care,
    better=UP, theme="permanence", window=TODAY, timescale="permanence_plan",
    numerator="children with a permanence plan",
    denominator="children in care for 4 months or longer", leaves_out=BREAKS, source=LIST_8,
    example="""
        child_id | cla_start_date | cla_end_date | permanence_plan | met
        A        | 2026-06-30     |              | FAMILY          | yes
        B        | 2026-06-30     |              |                 | no
        C        | 2026-07-01     |              |                 | -
        D        | 2026-01-05     | 2026-10-31   |                 | -
    """,
)  # fmt: skip
def planned(rows: Any, asked: Asked) -> Answer:
    """A plan of any kind."""
    old = asked.older(rows.started_on, TIMESCALES["permanence_plan"].limit)
    return Share(rows.is_open & old, rows.permanence_plan.notnull())
