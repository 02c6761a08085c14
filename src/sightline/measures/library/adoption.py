"""Measures of adoption: how long each step takes, who waits, and who adopts."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Count, Days, Share
from sightline.measures.asked import TODAY, TWELVE_MONTHS, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.rolls.adoption import adoptive_families, children_for_adoption, in_months

CARD = "Of twelve months, for list 10 holds no more; the scorecards are of three years."
ADOPTED = "children adopted in the window"
UNDATED = "children without one of the two dates"


def _days(end: Any, start: Any) -> Any:
    return end.delta(start, unit="day")


@measure(
    "AD01", "Days from entering care to moving in with adopters", children_for_adoption,
    better=DOWN, theme="adoption", window=TWELVE_MONTHS, timescale="adoption_a10",
    numerator="mean days from entering care to moving in", denominator=ADOPTED,
    leaves_out=UNDATED, proxy=CARD,
    example="""
        child_id | entered_care_date | placed_date | adoption_order_date | met
        A        | 2025-01-01        | 2025-12-01  | 2026-06-01          | 334
        B        | 2025-01-01        |             | 2026-06-01          | ?
        C        | 2024-01-01        | 2024-12-01  | 2025-10-30          | -
        D        | 2025-01-01        | 2025-12-01  |                     | -
    """,
)  # fmt: skip
def a1(rows: Any, asked: Asked) -> Answer:
    """Of those adopted in the window."""
    days = _days(rows.placed_on, rows.entered_care_on)
    return Days(asked.within(rows.adopted_on), days, mean=True)


@measure(
    "AD02", "Days from placement order to match", children_for_adoption,
    better=DOWN, theme="adoption", window=TWELVE_MONTHS, timescale="adoption_a2",
    numerator="mean days from placement order to match, 0 where the match came first",
    denominator=ADOPTED, leaves_out=UNDATED, proxy=CARD,
    example="""
        child_id | placement_order_date | match_date | adoption_order_date | met
        A        | 2025-11-01           | 2026-01-10 | 2026-06-01          | 70
        B        | 2026-01-10           | 2025-11-01 | 2026-06-01          | 0
        C        | 2025-11-01           |            | 2026-06-01          | ?
        D        | 2025-11-01           | 2026-01-10 |                     | -
    """,
)  # fmt: skip
def a2(rows: Any, asked: Asked) -> Answer:
    """A match before the order took no time after it."""
    days = _days(rows.matched_on, rows.ordered_on)
    return Days(asked.within(rows.adopted_on), days.clip(lower=0), mean=True)


@measure(
    "AD03", "Children adopted, or waiting, within 14 months of entering care",
    children_for_adoption,
    better=UP, theme="adoption", window=TWELVE_MONTHS,
    numerator="those who moved in, or have waited, less than 14 months from entering care",
    denominator="children adopted in the window, or waiting on the day",
    leaves_out="children without the date of entering care, or adopted without that of moving in",
    proxy=CARD,
    example="""
        child_id | entered_care_date | should_be_placed_date | placed_date | adoption_order_date | met
        A        | 2025-01-01        | 2025-06-01            | 2026-02-28  | 2026-08-01          | yes
        B        | 2025-01-01        | 2025-06-01            | 2026-03-01  | 2026-08-01          | no
        C        | 2025-08-31        | 2026-01-01            |             |                     | no
        D        | 2025-09-01        | 2026-01-01            |             |                     | yes
        E        |                   | 2026-01-01            |             |                     | ?
        F        | 2025-01-01        | 2025-06-01            |             | 2026-08-01          | ?
    """,
)  # fmt: skip
def a3(rows: Any, asked: Asked) -> Answer:
    """Those who wait count by how long they have waited."""
    adopted = asked.within(rows.adopted_on).fill_null(False)
    unknown = adopted & rows.placed_on.isnull()
    return Share(adopted | rows.is_waiting, unknown.ifelse(None, rows.in_14_months))


@measure(
    "AD04", "Days from entering care to living with who adopts them", children_for_adoption,
    better=DOWN, theme="adoption", window=TWELVE_MONTHS, timescale="adoption_a10",
    numerator="mean days from entering care to living with those who adopt, as foster carers at "
    "first where they were", denominator=ADOPTED, leaves_out=UNDATED, proxy=CARD,
    example="""
        child_id | entered_care_date | placed_date | ffa_placement_date | adoption_order_date | met
        A        | 2025-01-01        | 2025-12-01  | 2025-02-01         | 2026-06-01          | 31
        B        | 2025-01-01        | 2025-12-01  |                    | 2026-06-01          | 334
        C        |                   | 2025-12-01  |                    | 2026-06-01          | ?

        [annex_a.children_in_care]
        child_id | placement_type | placement_start_date
        Z        | U1             | 2025-01-01
    """,
)  # fmt: skip
def a10(rows: Any, asked: Asked) -> Answer:
    """Adjusted for children adopted by their foster carers."""
    days = _days(rows.lived_with_from, rows.entered_care_on)
    return Days(asked.within(rows.adopted_on), days, mean=True)


@measure(
    "AD05", "Months from the decision for adoption to a match", children_for_adoption,
    better=DOWN, theme="adoption", window=TWELVE_MONTHS,
    numerator="mean months from decision to match",
    denominator="children adopted or matched in the window", leaves_out=UNDATED,
    example="""
        child_id | should_be_placed_date | match_date | adoption_order_date | met
        A        | 2025-12-01            | 2026-03-01 |                     | 2.95688
        B        |                       | 2026-03-01 |                     | ?
        C        | 2024-12-01            | 2025-03-01 |                     | -
    """,
)  # fmt: skip
def decision_to_match(rows: Any, asked: Asked) -> Answer:
    """90 days are 2.96 months of 30.4375."""
    of = asked.within(rows.adopted_on).fill_null(False) | asked.within(rows.matched_on)
    return Days(of, in_months(_days(rows.matched_on, rows.decided_on)), mean=True, unit="months")


@measure(
    "AD06", "Months from match to moving in", children_for_adoption,
    better=DOWN, theme="adoption", window=TWELVE_MONTHS,
    numerator="mean months from match to moving in", denominator=ADOPTED, leaves_out=UNDATED,
    example="""
        child_id | match_date | placed_date | adoption_order_date | met
        A        | 2025-11-01 | 2025-12-01  | 2026-06-01          | 0.985626
        B        | 2025-11-01 |             | 2026-06-01          | ?
        C        | 2025-11-01 | 2025-12-01  |                     | -
    """,
)  # fmt: skip
def match_to_placed(rows: Any, asked: Asked) -> Answer:
    """30 days are 0.99 months."""
    months = in_months(_days(rows.placed_on, rows.matched_on))
    return Days(asked.within(rows.adopted_on), months, mean=True, unit="months")


@measure(
    "AD06b", "Months from moving in to the adoption order", children_for_adoption,
    better=DOWN, theme="adoption", window=TWELVE_MONTHS,
    numerator="mean months from moving in to the order", denominator=ADOPTED, leaves_out=UNDATED,
    example="""
        child_id | placed_date | adoption_order_date | met
        A        | 2025-12-01  | 2026-06-01          | 5.97947
        B        |             | 2026-06-01          | ?
        C        | 2025-12-01  |                     | -
    """,
)  # fmt: skip
def placed_to_order(rows: Any, asked: Asked) -> Answer:
    """182 days are 5.98 months."""
    months = in_months(_days(rows.adopted_on, rows.placed_on))
    return Days(asked.within(rows.adopted_on), months, mean=True, unit="months")


def _unmatched(rows: Any) -> Any:
    """With a placement order, no match, and the plan as it was."""
    return rows.ordered_on.notnull() & rows.matched_on.isnull() & rows.reversed_on.isnull()


@measure(
    "AD07", "Children with a placement order and no match", children_for_adoption,
    better=DOWN, theme="adoption", window=TODAY,
    numerator="children with a placement order, no match, and no change of plan", denominator="",
    example="""
        child_id | placement_order_date | match_date | no_longer_placed_date | met
        A        | 2026-01-01           |            |                       | yes
        B        | 2026-01-01           | 2026-03-01 |                       | -
        C        | 2026-01-01           |            | 2026-02-01            | -
        D        |                      |            |                       | -
    """,
)  # fmt: skip
def waiting_for_match(rows: Any, asked: Asked) -> Answer:
    """As at the day."""
    return Count(_unmatched(rows), rate=False)


@measure(
    "AD07b", "Days waited since a placement order, without a match", children_for_adoption,
    better=DOWN, theme="adoption", window=TODAY, timescale="adoption_a2",
    numerator="median days since the placement order",
    denominator="children with a placement order, no match, and no change of plan",
    example="""
        child_id | placement_order_date | match_date | no_longer_placed_date | met
        A        | 2026-10-01           |            |                       | 30
        B        | 2026-01-01           | 2026-03-01 |                       | -
    """,
)  # fmt: skip
def days_waiting(rows: Any, asked: Asked) -> Answer:
    """Of those who wait."""
    return Days(_unmatched(rows), _days(asked.today, rows.ordered_on))


@measure(
    "AD08", "Decisions for adoption that were changed", children_for_adoption,
    better=CONTEXT, theme="adoption", window=TWELVE_MONTHS,
    numerator="children who were no longer to be placed, from a date in the window",
    denominator="children in the list",
    example="""
        child_id | should_be_placed_date | no_longer_placed_date | met
        A        | 2025-01-01            | 2026-02-01            | yes
        B        | 2025-01-01            | 2025-10-30            | no
        C        | 2025-01-01            |                       | no
    """,
)  # fmt: skip
def changed(rows: Any, asked: Asked) -> Answer:
    """Of all in the list."""
    return Share(rows._row.notnull(), asked.within(rows.reversed_on).fill_null(False))


@measure(
    "AD09", "Early permanence used", children_for_adoption,
    better=UP, theme="permanence", window=TWELVE_MONTHS,
    numerator="those who lived first with foster carers approved to adopt them",
    denominator="children adopted, or moved in with adopters, in the window",
    example="""
        child_id | placed_date | ffa_placement_date | adoption_order_date | met
        A        | 2026-01-01  | 2025-06-01         |                     | yes
        B        | 2026-01-01  |                    |                     | no
        C        | 2025-01-01  |                    | 2025-12-01          | no
        D        | 2025-01-01  | 2024-06-01         |                     | -
    """,
)  # fmt: skip
def early_permanence(rows: Any, asked: Asked) -> Answer:
    """A blank date is no early permanence."""
    of = asked.within(rows.adopted_on).fill_null(False) | asked.within(rows.placed_on)
    return Share(of, rows.fostered_on.notnull())


def _stage(number: int) -> str:
    return f"""
        adopter_id | family_id | stage{number}_start_date | stage{number}_end_date | met
        A1         | A         | 2026-01-01        | 2026-03-01      | 1.9384
        A2         | A         | 2026-01-01        | 2026-03-01      |
        B1         | B         |                   | 2026-03-01      | ?
        C1         | C         | 2026-01-01        |                 | -
        D1         | D         | 2025-01-01        | 2025-10-30      | -
    """


@measure(
    "AD10", "Months of the adopters' first stage", adoptive_families,
    better=DOWN, theme="adoption", window=TWELVE_MONTHS, timescale="adopter_stage1",
    numerator="median months of the first stage",
    denominator="families who finished it in the window",
    leaves_out="families without its start", note="A couple is one family.", example=_stage(1),
)  # fmt: skip
def stage_1(rows: Any, asked: Asked) -> Answer:
    """59 days are 1.94 months."""
    months = in_months(_days(rows.stage1_to, rows.stage1_from))
    return Days(asked.within(rows.stage1_to), months, unit="months")


@measure(
    "AD10b", "Months of the adopters' second stage", adoptive_families,
    better=DOWN, theme="adoption", window=TWELVE_MONTHS, timescale="adopter_stage2",
    numerator="median months of the second stage",
    denominator="families who finished it in the window",
    leaves_out="families without its start", note="A couple is one family.", example=_stage(2),
)  # fmt: skip
def stage_2(rows: Any, asked: Asked) -> Answer:
    """59 days are 1.94 months."""
    months = in_months(_days(rows.stage2_to, rows.stage2_from))
    return Days(asked.within(rows.stage2_to), months, unit="months")


@measure(
    "AD11", "Approved families without a match for too long", adoptive_families,
    better=CONTEXT, theme="adoption", window=TODAY, setting="adopter_wait",
    numerator="those approved longer ago than the local standard, without a match",
    denominator="approved families who have not left",
    note="Local: no national rule.",
    example="""
        adopter_id | family_id | stage2_end_date | match_date | left_process_date | met
        A1         | A         | 2026-10-03      |            |                   | yes
        B1         | B         | 2026-10-04      |            |                   | no
        C1         | C         | 2026-01-01      | 2026-03-01 |                   | no
        D1         | D         | 2026-01-01      |            | 2026-02-01        | -
        E1         | E         |                 |            |                   | -
    """,
)  # fmt: skip
def waiting_families(rows: Any, asked: Asked) -> Answer:
    """With the standard of the example, four weeks."""
    limit = asked.settings.adopter_wait
    assert limit is not None
    approved = (rows.stage2_to <= asked.today) & rows.left_on.isnull()
    return Share(approved, rows.matched_on.isnull() & asked.older(rows.stage2_to, limit))
