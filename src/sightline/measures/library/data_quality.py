"""Measures of the data themselves: what is filled of what must be, and what is in error."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Ratio, Share
from sightline.measures.asked import TODAY, Asked
from sightline.measures.declare import DOWN, UP, measure
from sightline.measures.rolls.completeness import annex_a_rows, ssd_rows

SEEN = "A row counts once, however many errors it has. Queries, and what somebody looked at and "
SEEN += "accepted, are no errors."


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


@measure(
    "QA06", "Rows of Annex A with at least one error", annex_a_rows,
    better=DOWN, theme="recording", window=TODAY, split="list",
    numerator="rows in which a check found at least one error on loading",
    denominator="rows of the lists that were loaded",
    leaves_out="errors of a file, a list or a column as a whole, which are of no row",
    source="Annex A, all lists; the checks on loading", note=SEEN,
    example="""
        child_id | gender | ethnicity | contact_date | contact_source | met
        A        | F      | WBRI      | 2026-10-01   | 2A             | no
        B        | F      | WBRI      | 2026-12-01   | 2A             | yes
        C        | F      | WBRI      |              | 2A             | yes
                 | F      | WBRI      | 2026-10-01   | 2A             | yes
        D        | F      | WBRI      | 2026-10-01   | 2A             | no
        [errors.annex_a]
        list              | _row
        annex_a.contacts  | 2
        annex_a.contacts  | 3
        annex_a.contacts  | 4
        annex_a.referrals | 5
    """,
)  # fmt: skip
def in_error(rows: Any, asked: Asked) -> Answer:
    """Row by row; an error in another list is another row."""
    return Share(rows.list.notnull(), rows.in_error)


@measure(
    "QA06", "Rows of the SSD with at least one error", ssd_rows,
    better=DOWN, theme="recording", window=TODAY, split="list",
    numerator="rows in which a check found at least one error on loading",
    denominator="rows of the tables that were loaded",
    leaves_out="errors of a file, a table or a column as a whole, which are of no row",
    source="SSD, all tables; the checks on loading",
    note=f"{SEEN} Given where Annex A was not loaded.",
    example="""
        pers_person_id | pers_dob   | met
        A              | 2016-05-01 | no
        B              | 2027-05-01 | yes
                       | 2016-05-01 | yes
        [errors.ssd]
        list              | _row
        ssd.ssd_person    | 2
        ssd.ssd_person    | 3
        ssd.ssd_contacts  | 1
    """,
)  # fmt: skip
def in_error_ssd(rows: Any, asked: Asked) -> Answer:
    """Row by row, as of Annex A."""
    return Share(rows.list.notnull(), rows.in_error)
