"""Measures of pre-proceedings and of care proceedings from the local lists."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Count, Days, Mix, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, TWELVE_MONTHS, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.rolls.local_court import care_proceedings, families, pre_proceedings
from sightline.measures.rolls.local_time import by_due

BEFORE, COURT = "Local list: pre-proceedings", "Local list: care proceedings"
START = (
    "Pre-proceedings begin with the letter, or with the gateway meeting that decided on them where "
    "no letter is recorded."
)
FAMILY = f"{START} Children of one family ID and gateway meeting are one family."
WEEKS_26 = 182


@measure(
    "PL01", "Children in pre-proceedings", pre_proceedings,
    better=CONTEXT, theme="pre-proceedings-court", window=TODAY,
    numerator="children in pre-proceedings now", denominator="", source=BEFORE, note=START,
    example="""
        child_id | gateway_on | gateway_outcome | letter_on  | ended_on   | met
        A        | 2026-08-03 | B               | 2026-08-10 |            | yes
        B        | 2026-08-03 | B               |            |            | yes
        C        | 2026-08-03 | A               |            |            | -
        D        | 2026-08-03 | B               | 2026-08-10 | 2026-10-31 | -
        E        | 2026-08-03 | B               | 2026-11-02 |            | -
        F        | 2026-08-03 |                 | 2026-08-10 | 2026-11-01 | yes
        G        | 2026-08-03 |                 |            |            | -
    """,
)  # fmt: skip
def before_court(rows: Any, asked: Asked) -> Answer:
    """Open as at the day."""
    return Count(of=rows.is_open, rate=False)


@measure(
    "PL02", "Weeks in pre-proceedings", families,
    better=DOWN, theme="drift-delay", window=SIX_MONTHS,
    numerator="median weeks from the start to the end, or to the day where it goes on",
    denominator="families in pre-proceedings now, or who left them in the window",
    source=BEFORE, note=FAMILY,
    example="""
        child_id | family_id | gateway_on | gateway_outcome | letter_on  | ended_on   | met
        A        | F1        | 2026-06-01 | B               | 2026-06-08 | 2026-09-28 | 17
        B        | F1        | 2026-06-01 | B               | 2026-06-08 | 2026-10-05 |
        C        |           | 2026-10-03 | B               |            |            | 4
        D        |           | 2026-10-03 | A               |            |            | -
        E        | F2        | 2026-01-05 | B               | 2026-01-12 | 2026-04-29 | -
        F        | F1        | 2026-10-17 | B               |            |            | 2
    """,
)  # fmt: skip
def weeks_before_court(rows: Any, asked: Asked) -> Answer:
    """With those that still wait."""
    return Days(of=_open_or_ended(rows, asked), value=rows.days.cast("float64") / 7, unit="weeks")


@measure(
    "PL02b", "Families longer in pre-proceedings than the local standard", families,
    better=DOWN, theme="drift-delay", window=SIX_MONTHS, setting="pre_proceedings",
    numerator="families in pre-proceedings for longer than the local standard",
    denominator="families in pre-proceedings now, or who left them in the window",
    source=BEFORE, note=FAMILY,
    example="""
        child_id | family_id | gateway_on | gateway_outcome | letter_on  | ended_on   | met
        A        | F1        | 2026-10-01 | B               | 2026-10-02 |            | yes
        B        | F1        | 2026-10-01 | B               | 2026-10-05 |            |
        C        |           | 2026-10-03 | B               |            |            | no
        D        |           | 2026-06-01 | B               |            | 2026-06-29 | no
        E        |           | 2026-06-01 | B               |            | 2026-06-30 | yes
        F        |           | 2026-01-05 | B               |            | 2026-04-29 | -
    """,
)  # fmt: skip
def too_long_before_court(rows: Any, asked: Asked) -> Answer:
    """Past the last day within the standard."""
    return Share(of=_open_or_ended(rows, asked), where=rows.until > rows.due_on)


def _open_or_ended(rows: Any, asked: Asked) -> Any:
    return rows.is_open | asked.within(rows.ended_on).fill_null(False)


@measure(
    "PL03", "How pre-proceedings ended", pre_proceedings,
    better=CONTEXT, theme="pre-proceedings-court", window=TWELVE_MONTHS,
    numerator="children whose pre-proceedings ended so",
    denominator="children whose pre-proceedings ended in the window", source=BEFORE, note=START,
    example="""
        child_id | gateway_on | gateway_outcome | ended_on   | outcome   | met
        A        | 2026-01-05 | B               | 2026-06-01 | issue     | issue
        B        | 2026-01-05 | B               | 2026-06-01 | step_down | step_down
        C        | 2026-01-05 | B               | 2026-06-01 |           | ?
        D        | 2025-01-06 | B               | 2025-10-30 | issue     | -
        E        | 2026-01-05 | B               |            |           | -
        F        | 2026-01-05 | A               | 2026-06-01 | step_down | -
    """,
)  # fmt: skip
def how_ended(rows: Any, asked: Asked) -> Answer:
    """Of the children who were in them."""
    return Mix(
        of=asked.within(rows.ended_on) & rows.started_on.notnull(),
        category=rows.outcome, code_set="pre_proceedings_outcome",
    )  # fmt: skip


@measure(
    "PL04", "Working days from the letter to the first meeting", pre_proceedings,
    better=DOWN, theme="drift-delay", window=SIX_MONTHS,
    numerator="median working days from the letter to the first meeting with the parents",
    denominator="letters sent in the window",
    leaves_out="letters that no meeting has followed yet", source=BEFORE,
    example="""
        child_id | gateway_on | gateway_outcome | letter_on  | first_meeting_on | met
        A        | 2026-07-27 | B               | 2026-08-03 | 2026-08-17       | 10
        B        | 2026-07-27 | B               | 2026-08-28 | 2026-09-01       | 1
        C        | 2026-07-27 | B               | 2026-08-03 |                  | ?
        D        | 2026-04-20 | B               | 2026-04-29 | 2026-05-06       | -
        E        | 2026-07-27 | B               |            | 2026-08-17       | -
    """,
)  # fmt: skip
def letter_to_meeting(rows: Any, asked: Asked) -> Answer:
    """The summer bank holiday of 31 August does not count."""
    return Days(
        of=asked.within(rows.letter_on), value=rows.days_to_meeting, unit="working days"
    )  # fmt: skip


@measure(
    "PL04b", "First meeting after the letter within the local standard", pre_proceedings,
    better=UP, theme="drift-delay", window=SIX_MONTHS, setting="pre_proceedings_meeting",
    numerator="letters followed by a first meeting within the local standard",
    denominator="letters sent in the window",
    leaves_out="letters for which there is still time", source=BEFORE,
    note="The second thing of PL04 in the field's list, apart.",
    example="""
        child_id | gateway_on | gateway_outcome | letter_on  | first_meeting_on | met
        A        | 2026-07-27 | B               | 2026-08-03 | 2026-08-31       | yes
        B        | 2026-07-27 | B               | 2026-08-03 | 2026-09-01       | no
        C        | 2026-07-27 | B               | 2026-10-03 |                  | ?
        D        | 2026-07-27 | B               | 2026-10-02 |                  | no
        E        | 2026-04-20 | B               | 2026-04-29 | 2026-05-06       | -
    """,
)  # fmt: skip
def meeting_in_time(rows: Any, asked: Asked) -> Answer:
    """No meeting is late once the time is over."""
    return Share(
        of=asked.within(rows.letter_on),
        where=by_due(rows.first_meeting_on, rows.meeting_due_on, asked),
    )


@measure(
    "PL05", "Care proceedings concluded within 26 weeks", care_proceedings,
    better=UP, theme="pre-proceedings-court", window=TWELVE_MONTHS, timescale="care_proceedings",
    numerator="children whose final order came 26 weeks or less after the issue",
    denominator="children whose care proceedings concluded in the window", source=COURT,
    example="""
        child_id | issued_on  | ended_on   | met
        A        | 2026-03-02 | 2026-08-31 | yes
        B        | 2026-03-02 | 2026-09-01 | no
        C        | 2026-03-02 |            | -
        D        | 2025-03-03 | 2025-10-30 | -
        E        |            | 2026-09-01 | ?
    """,
)  # fmt: skip
def concluded_in_time(rows: Any, asked: Asked) -> Answer:
    """26 weeks are 182 days."""
    return Share(of=asked.within(rows.ended_on), where=rows.days <= WEEKS_26)


@measure(
    "PL05b", "Weeks that care proceedings took", care_proceedings,
    better=DOWN, theme="pre-proceedings-court", window=TWELVE_MONTHS, timescale="care_proceedings",
    numerator="mean weeks from the issue to the final order",
    denominator="children whose care proceedings concluded in the window", source=COURT,
    example="""
        child_id | issued_on  | ended_on   | met
        A        | 2026-03-02 | 2026-08-31 | 26
        B        | 2026-03-02 | 2026-09-07 | 27
        C        | 2026-03-02 |            | -
        D        |            | 2026-09-01 | ?
    """,
)  # fmt: skip
def weeks_in_court(rows: Any, asked: Asked) -> Answer:
    """The mean, as the courts publish it."""
    return Days(
        of=asked.within(rows.ended_on), value=rows.days.cast("float64") / 7, mean=True, unit="weeks"
    )


@measure(
    "PL05c", "Open care proceedings past 26 weeks", care_proceedings,
    better=DOWN, theme="drift-delay", window=TODAY, timescale="care_proceedings",
    numerator="children whose proceedings were issued more than 26 weeks ago",
    denominator="children in care proceedings now", source=COURT,
    example="""
        child_id | issued_on  | ended_on   | met
        A        | 2026-05-02 |            | no
        B        | 2026-05-01 |            | yes
        C        | 2026-03-02 | 2026-10-31 | -
        D        | 2026-11-02 |            | -
    """,
)  # fmt: skip
def open_past_time(rows: Any, asked: Asked) -> Answer:
    """Open now, and past the limit already."""
    return Share(of=rows.is_open, where=rows.days_open > WEEKS_26)


@measure(
    "PL06", "Care proceedings issued without pre-proceedings", care_proceedings,
    better=DOWN, theme="pre-proceedings-court", window=TWELVE_MONTHS,
    numerator="children whose proceedings had no period of pre-proceedings before them",
    denominator="children whose proceedings were issued in the window",
    leaves_out="proceedings that do not say", source=COURT,
    example="""
        child_id | issued_on  | through_pre_proceedings | met
        A        | 2026-03-02 | Y                       | no
        B        | 2026-03-02 | N                       | yes
        C        | 2026-03-02 |                         | ?
        D        | 2025-10-30 | N                       | -
    """,
)  # fmt: skip
def straight_to_court(rows: Any, asked: Asked) -> Answer:
    """As the list says."""
    said = rows.through_pre_proceedings
    known = said.isin(("Y", "N"))
    return Share(of=asked.within(rows.issued_on), where=known.ifelse(said == "N", None))
