"""Measures of family meetings before care proceedings, from the local lists."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Share
from sightline.measures.asked import SIX_MONTHS, Asked
from sightline.measures.declare import UP, measure
from sightline.measures.rolls.local_court import care_proceedings

SOURCE = "Local lists: care proceedings, family meetings"
NOTE = (
    "Not in the field's list of indicators: the next free number. The list of family meetings "
    "holds twelve months: a meeting earlier than that is not seen."
)


@measure(
    "PL07", "Family meeting offered before care proceedings", care_proceedings,
    better=UP, theme="family-partnership", window=SIX_MONTHS,
    numerator="children of whose family a meeting was offered on the day of issue or before it",
    denominator="children whose care proceedings were issued in the window",
    source=SOURCE, note=NOTE,
    example="""
        child_id | issued_on  | met
        A        | 2026-08-03 | yes
        B        | 2026-08-03 | no
        C        | 2026-08-03 | no
        D        | 2026-04-29 | -
        [local.family_meetings]
        child_id | offered_on | held_on
        A        | 2026-08-03 | 2026-09-01
        B        | 2026-08-04 | 2026-09-01
        D        | 2026-03-02 |
    """,
)  # fmt: skip
def offered(rows: Any, asked: Asked) -> Answer:
    """A child without an offer in the list was not offered one."""
    return Share(of=asked.within(rows.issued_on), where=rows.meeting_offered)


@measure(
    "PL07b", "Family meeting held before care proceedings", care_proceedings,
    better=UP, theme="family-partnership", window=SIX_MONTHS,
    numerator="children of whose family a meeting was held on the day of issue or before it",
    denominator="children whose care proceedings were issued in the window",
    source=SOURCE, note=NOTE,
    example="""
        child_id | issued_on  | met
        A        | 2026-08-03 | yes
        B        | 2026-08-03 | no
        C        | 2026-08-03 | no
        D        | 2026-08-03 | no
        E        | 2026-04-29 | -
        [local.family_meetings]
        child_id | offered_on | held_on    | status
        A        | 2026-07-06 | 2026-08-03 | held
        B        | 2026-07-06 | 2026-08-04 | held
        C        | 2026-07-06 | 2026-07-20 | cancelled
        D        | 2026-07-06 |            | planned
        E        | 2026-03-02 | 2026-04-01 | held
    """,
)  # fmt: skip
def held(rows: Any, asked: Asked) -> Answer:
    """A meeting that fell through was not held."""
    return Share(of=asked.within(rows.issued_on), where=rows.meeting_held)
