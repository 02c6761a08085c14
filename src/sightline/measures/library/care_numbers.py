"""Measures of how many children are in care, by which law, and how they came and left."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Count, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, Asked
from sightline.measures.declare import CONTEXT, DOWN, measure
from sightline.measures.limits import months
from sightline.measures.rolls.care import children_in_care
from sightline.measures.rolls.shared import yes

LIST_8 = "Annex A list 8"
BREAKS = "children in short breaks alone (V3, V4)"
LATEST = "A child who came into care twice in the window is here with the latest time alone."
ORDERS = ("E41", "E45", "E46", "E47", "E48")


@measure(
    "LA01", "Children in care", children_in_care,
    better=CONTEXT, theme="children-in-care", window=TODAY,
    numerator="children in care", denominator="children aged 0 to 17, where the number is set",
    leaves_out=f"{BREAKS}; children without a start or an end of care", source=LIST_8,
    example="""
        child_id | cla_start_date | cla_end_date | legal_status | met
        A        | 2026-10-31     |              | C2           | yes
        B        | 2026-01-05     | 2026-10-31   | C2           | -
        C        | 2026-01-05     | 2026-11-01   |              | yes
        D        | 2026-11-01     |              | C2           | -
        E        | 2026-01-05     |              | V3           | -
        F        | 2026-01-05     |              | V4           | -
        G        |                |              | C2           | ?
    """,
)  # fmt: skip
def in_care(rows: Any, asked: Asked) -> Answer:
    """In care as at the day."""
    return Count(rows.is_open, unsure=rows.started_on.isnull() & rows.ended_on.isnull())


@measure(
    "LA02", "Children who came into care", children_in_care,
    better=CONTEXT, theme="children-in-care", window=SIX_MONTHS,
    numerator="children whose care began in the window",
    denominator="children aged 0 to 17, where the number is set; the rate is of a year",
    leaves_out=f"{BREAKS}; children without a start of care", source=LIST_8, note=LATEST,
    example="""
        child_id | cla_start_date | cla_end_date | legal_status | met
        A        | 2026-04-30     |              | C2           | yes
        B        | 2026-10-31     |              | C2           | yes
        C        | 2026-05-05     | 2026-06-01   | V2           | yes
        D        | 2026-04-29     |              | C2           | -
        E        | 2026-05-05     |              | V4           | -
        F        |                |              | C2           | ?
    """,
)  # fmt: skip
def came(rows: Any, asked: Asked) -> Answer:
    """Those who have left again count too."""
    return Count(asked.within(rows.started_on), yearly=True, unsure=rows.started_on.isnull())


@measure(
    "LA02b", "Children who left care", children_in_care,
    better=CONTEXT, theme="children-in-care", window=SIX_MONTHS,
    numerator="children whose care ended in the window",
    denominator="children aged 0 to 17, where the number is set; the rate is of a year",
    leaves_out=BREAKS, source=LIST_8, note=LATEST,
    example="""
        child_id | cla_start_date | cla_end_date | legal_status | met
        A        | 2024-01-05     | 2026-04-30   | C2           | yes
        B        | 2024-01-05     | 2026-10-31   | C2           | yes
        C        | 2024-01-05     | 2026-04-29   | C2           | -
        D        | 2024-01-05     |              | C2           | -
        E        | 2024-01-05     | 2026-06-01   | V3           | -
    """,
)  # fmt: skip
def left(rows: Any, asked: Asked) -> Answer:
    """A child without an end is in care."""
    return Count(asked.within(rows.ended_on), yearly=True)


@measure(
    "LA03", "Unaccompanied children in care", children_in_care,
    better=CONTEXT, theme="unaccompanied-children", window=TODAY,
    numerator="children who sought asylum alone, at any time in the last 12 months",
    denominator="children in care with an answer",
    leaves_out=f"{BREAKS}; children without an answer", source=LIST_8,
    note="It counts some whose status has ended.",
    example="""
        child_id | cla_start_date | uasc_last_12_months | met
        A        | 2026-01-05     | Y                   | yes
        B        | 2026-01-05     | N                   | no
        C        | 2026-01-05     |                     | ?
        D        | 2026-11-01     | Y                   | -
    """,
)  # fmt: skip
def unaccompanied(rows: Any, asked: Asked) -> Answer:
    """Of those with an answer."""
    return Share(rows.is_open, yes(rows.uasc))


@measure(
    "LA04", "Children back in care within 12 months", children_in_care,
    better=DOWN, theme="returning-home", window=SIX_MONTHS,
    numerator="children who had left care and came back within 12 months",
    denominator="children whose care began in the window, with an answer",
    leaves_out=f"{BREAKS}; children without an answer", source=LIST_8, note=LATEST,
    example="""
        child_id | cla_start_date | repeat_care_12_months | met
        A        | 2026-04-30     | Y                     | yes
        B        | 2026-10-31     | N                     | no
        C        | 2026-06-01     |                       | ?
        D        | 2026-04-29     | Y                     | -
        E        |                | Y                     | -
    """,
)  # fmt: skip
def back(rows: Any, asked: Asked) -> Answer:
    """Of those who came into care."""
    return Share(asked.within(rows.started_on), yes(rows.came_back))


@measure(
    "LA05", "Children in care with their parents' agreement", children_in_care,
    better=CONTEXT, theme="children-in-care", window=TODAY,
    numerator="children accommodated under section 20 (V2)",
    denominator="children in care whose legal status is known",
    leaves_out=f"{BREAKS}; children without a legal status", source=LIST_8,
    example="""
        child_id | cla_start_date | legal_status | met
        A        | 2026-01-05     | V2           | yes
        B        | 2026-01-05     | C1           | no
        C        | 2026-01-05     |              | ?
        D        | 2026-01-05     | V4           | -
        E        | 2026-11-01     | V2           | -
    """,
)  # fmt: skip
def section_20(rows: Any, asked: Asked) -> Answer:
    """The legal status now."""
    return Share(rows.is_open, rows.legal_status == "V2")


@measure(
    "LA05b", "Children in care by agreement for 12 months or longer", children_in_care,
    better=DOWN, theme="drift-delay", window=TODAY,
    numerator="children whose section 20 status began 12 months ago or longer",
    denominator="children in care under section 20 (V2)",
    leaves_out="children without the start of their legal status", source=LIST_8,
    example="""
        child_id | cla_start_date | legal_status | legal_status_start_date | met
        A        | 2025-01-05     | V2           | 2025-10-31              | yes
        B        | 2025-01-05     | V2           | 2025-11-01              | no
        C        | 2025-01-05     | V2           |                         | ?
        D        | 2025-01-05     | C1           | 2025-01-05              | -
    """,
)  # fmt: skip
def long_section_20(rows: Any, asked: Asked) -> Answer:
    """By when the status began, which may be later than care."""
    agreed = rows.is_open & (rows.legal_status == "V2")
    return Share(agreed, asked.older(rows.legal_status_since, months(12)))


@measure(
    "LA39", "Children who left care for a special guardian or by a child arrangements order",
    children_in_care,
    better=CONTEXT, theme="permanence", window=SIX_MONTHS,
    numerator="children who left by a special guardianship or child arrangements order",
    denominator="children whose care ended in the window, with a reason",
    leaves_out=f"{BREAKS}; children without a reason", source=LIST_8,
    example="""
        child_id | cla_start_date | cla_end_date | cla_end_reason | met
        A        | 2024-01-05     | 2026-04-30   | E41            | yes
        B        | 2024-01-05     | 2026-06-01   | E45            | yes
        C        | 2024-01-05     | 2026-06-01   | E48            | yes
        D        | 2024-01-05     | 2026-10-31   | E4A            | no
        E        | 2024-01-05     | 2026-10-31   |                | ?
        F        | 2024-01-05     | 2026-04-29   | E45            | -
    """,
)  # fmt: skip
def to_guardians(rows: Any, asked: Asked) -> Answer:
    """By why care ended."""
    return Share(asked.within(rows.ended_on), rows.end_reason.isin(ORDERS))


@measure(
    "LA40", "Returns home that were not planned", children_in_care,
    better=DOWN, theme="returning-home", window=SIX_MONTHS,
    numerator="children who went home though it was not planned (E4B)",
    denominator="children who went home in the window, planned or not (E4A, E4B)",
    leaves_out=f"{BREAKS}; children without a reason are not known to have gone home",
    source=LIST_8,
    example="""
        child_id | cla_start_date | cla_end_date | cla_end_reason | met
        A        | 2024-01-05     | 2026-04-30   | E4B            | yes
        B        | 2024-01-05     | 2026-10-31   | E4A            | no
        C        | 2024-01-05     | 2026-06-01   | E45            | -
        D        | 2024-01-05     | 2026-06-01   |                | -
        E        | 2024-01-05     | 2026-04-29   | E4B            | -
    """,
)  # fmt: skip
def home_unplanned(rows: Any, asked: Asked) -> Answer:
    """Of those who went home."""
    home = asked.within(rows.ended_on) & rows.end_reason.isin(("E4A", "E4B"))
    return Share(home, rows.end_reason == "E4B")
