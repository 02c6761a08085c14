"""Measures of the data themselves: what is filled of what must be."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Ratio
from sightline.measures.asked import TODAY, Asked
from sightline.measures.declare import UP, measure
from sightline.measures.rolls.completeness import annex_a_rows


@measure(
    "QA05", "Required cells of Annex A that are filled", annex_a_rows,
    better=UP, theme="recording", window=TODAY, split="list",
    numerator="required cells that hold a value that could be read",
    denominator="cells that Annex A requires of every row",
    leaves_out="columns that only later layouts of a list have",
    source="Annex A, all lists", note="A value that could not be read is not filled.",
    example="""
        child_id | gender | ethnicity | contact_date | contact_source | met
        A        | F      | WBRI      | 2026-10-01   | 2A             | 5/5
        B        | F      |           | 2026-10-01   |                | 3/5
                 |        |           |              |                | 0/5
    """,
)  # fmt: skip
def filled(rows: Any, asked: Asked) -> Answer:
    """Cell by cell."""
    return Ratio(rows.required > 0, rows.filled, rows.required)
