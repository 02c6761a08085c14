"""Measures of who works with children that need the SSD: changes of worker, days without one."""

# The names of the SSD make the tables of the examples wider than a line of code.

from __future__ import annotations

from typing import Any

from sightline.kit.calendar import add_months
from sightline.measures.answers import Answer, Ratio
from sightline.measures.asked import SIX_MONTHS, TWELVE_MONTHS, Asked
from sightline.measures.declare import DOWN, measure
from sightline.measures.rolls.ssd_workers import ssd_open_children, ssd_open_episodes


@measure(
    "WF08", "Changes of social worker in a year", ssd_open_children,
    better=DOWN, theme="workforce-stability", window=TWELVE_MONTHS, split="kind",
    numerator="allocated social workers that a child had in the window, less one",
    denominator="children who had been open for 12 months or longer at its end",
    leaves_out="children with no allocated social worker recorded in the window",
    source="SSD ssd_involvements and ssd_cin_episodes",
    note="Each worker counts once for a child, also one who left and came back. Roles are told "
    "apart by their words.",
    example="""
        cine_referral_id | cine_person_id | cine_referral_date | cine_close_date | met
        R1               | A              | 2025-01-01         |                 | 1/1
        R2               | B              | 2025-01-01         |                 | ?
        R3               | C              | 2025-11-01         |                 | -
        R4               | D              | 2025-10-31         |                 | 0/1
        R5               | E              | 2025-01-01         |                 | 0/1
        R6               | F              | 2025-01-01         | 2026-10-31      | -
        [ssd.ssd_involvements]
        invo_person_id | invo_professional_id | invo_professional_role_id | invo_involvement_start_date | invo_involvement_end_date
        A              | W1                   | Allocated social worker   | 2025-01-01                  | 2026-03-01
        A              | W2                   | Allocated social worker   | 2026-03-01                  |
        A              | W1                   | Allocated social worker   | 2026-05-01                  |
        A              | W3                   | Supervising social worker | 2026-05-01                  |
        B              | W4                   | Personal adviser          | 2025-01-01                  |
        C              | W1                   | Allocated social worker   | 2025-11-01                  |
        D              | W1                   | Allocated social worker   | 2025-10-31                  |
        E              | W1                   | Allocated social worker   | 2025-01-01                  | 2025-10-31
        E              | W2                   | Allocated social worker   | 2025-10-31                  |
    """,
)  # fmt: skip
def changes(rows: Any, asked: Asked) -> Answer:
    """The first worker is no change."""
    import ibis

    long = rows.open_since <= ibis.literal(add_months(asked.end, -12))
    return Ratio(
        of=long,
        top=(rows.workers > 0).ifelse(rows.workers - 1, None),
        bottom=ibis.literal(1),
        unit="changes per child",
    )


@measure(
    "WF10", "Days without a social worker", ssd_open_episodes,
    better=DOWN, theme="workforce-stability", window=SIX_MONTHS,
    numerator="days in the window on which an open episode had no allocated social worker",
    denominator="episodes of need open at its end",
    leaves_out="episodes that do not say which child they are about",
    source="SSD ssd_involvements and ssd_cin_episodes",
    note="A worker's last day is not counted as theirs, because the next begins on it. Roles are "
    "told apart by their words.",
    example="""
        cine_referral_id | cine_person_id | cine_referral_date | cine_close_date | met
        R1               | A              | 2026-10-01         |                 | 5/1
        R2               | B              | 2026-10-01         |                 | 11/1
        R3               | C              | 2026-10-01         |                 | 30/1
        R4               | D              | 2026-01-01         |                 | 0/1
        R5               | D              | 2026-01-01         | 2026-10-31      | -
        R6               |                | 2026-10-01         |                 | ?
        R7               | E              | 2026-01-01         |                 | 184/1
        [ssd.ssd_involvements]
        invo_person_id | invo_professional_id | invo_professional_role_id | invo_involvement_start_date | invo_involvement_end_date
        A              | W1                   | Allocated social worker   | 2026-10-06                  |
        B              | W1                   | Allocated social worker   | 2026-10-01                  | 2026-10-15
        B              | W2                   | Allocated social worker   | 2026-10-03                  | 2026-10-05
        B              | W3                   | Allocated social worker   | 2026-10-10                  | 2026-10-20
        C              | W4                   | Personal adviser          | 2026-10-01                  |
        D              | W1                   | Allocated social worker   | 2026-01-01                  |
        E              | W1                   | Allocated social worker   | 2026-01-01                  | 2026-04-30
    """,
)  # fmt: skip
def days_without(rows: Any, asked: Asked) -> Answer:
    """Days before the window do not count."""
    import ibis

    known = rows.child_id.notnull().ifelse(rows.days_without, None)
    return Ratio(of=rows.open_since.notnull(), top=known, bottom=ibis.literal(1),
                 unit="days per episode")  # fmt: skip
