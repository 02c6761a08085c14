"""Measures of where children in care live, and whether they stay there."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Mix, Share
from sightline.measures.asked import TODAY, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.library.care_numbers import BREAKS, LIST_8
from sightline.measures.limits import months
from sightline.measures.rolls.care import children_in_care
from sightline.standards.codes import code_set

MANY = 3
UNSUPPORTED = ("H5", "P2")
REGULATED = tuple(
    item.code for item in code_set("placement_type").items if "regulated" in item.tags
)
FOSTER, KIN, RESIDENTIAL, SUPPORTED, PARENTS, ADOPTERS, OTHER = HOMES = (
    "Foster care",
    "Family and friends",
    "Residential",
    "Supported or independent",
    "With parents",
    "Placed for adoption",
    "Other",
)
# Places of temporary stay (T0 to T4) and Z1 are in none of these.
_HOME_OF = {
    FOSTER: ("U4", "U5", "U6"),
    KIN: ("U1", "U2", "U3"),
    RESIDENTIAL: ("K1", "K2", "R1", "R2", "R3", "R5", "S1"),
    SUPPORTED: ("H5", "P2", "P3"),
    PARENTS: ("P1",),
    ADOPTERS: ("A3", "A4", "A5", "A6"),
}


@measure(
    "LA06", "Children in care who live with their parents", children_in_care,
    better=CONTEXT, theme="placements", window=TODAY, timescale="cla_visit_interim_home",
    numerator="children placed with parents (P1)",
    denominator="children in care whose type of placement is known",
    leaves_out=f"{BREAKS}; children without a type of placement", source=LIST_8,
    note="A child may live with parents on a care order, full or interim (C2, C1): check others.",
    example="""
        child_id | cla_start_date | placement_type | met
        A        | 2026-01-05     | P1             | yes
        B        | 2026-01-05     | U6             | no
        C        | 2026-01-05     |                | ?
        D        | 2026-11-01     | P1             | -
    """,
)  # fmt: skip
def with_parents(rows: Any, asked: Asked) -> Answer:
    """The latest placement."""
    return Share(rows.is_open, rows.placement_type == "P1")


@measure(
    "LA23", "Children in care with three or more placements in a year", children_in_care,
    better=DOWN, theme="placements", window=TODAY,
    numerator="children with three or more placements in the last 12 months",
    denominator="children in care with the number of placements",
    leaves_out=f"{BREAKS}; children without the number of placements", source=LIST_8,
    proxy="The number is as the list gives it, in the 12 months to the day. The published figure "
    "is of the year to 31 March, and leaves out some temporary moves.",
    example="""
        child_id | cla_start_date | placements_last_12_months | met
        A        | 2026-01-05     | 3                         | yes
        B        | 2026-01-05     | 2                         | no
        C        | 2026-01-05     |                           | ?
        D        | 2026-11-01     | 3                         | -
    """,
)  # fmt: skip
def moved_often(rows: Any, asked: Asked) -> Answer:
    """The present placement is counted."""
    return Share(rows.is_open, rows.placements >= MANY)


@measure(
    "LA24", "Children long in care who have stayed in one placement for 2 years", children_in_care,
    better=UP, theme="placements", window=TODAY,
    numerator="children whose placement began 2 years ago or longer",
    denominator="children under 16 in care for 2 and a half years or longer",
    leaves_out=f"{BREAKS}; children without a date of birth or a start of placement",
    source=LIST_8,
    proxy="The published figure asks whether the carer is the same, and counts placements for "
    "adoption; the list has the start of the latest placement alone.",
    example="""
        child_id | date_of_birth | cla_start_date | placement_start_date | met
        A        | 2010-11-01    | 2024-04-30     | 2024-10-31           | yes
        B        | 2010-11-01    | 2024-04-30     | 2024-11-01           | no
        C        | 2010-11-01    | 2024-05-01     | 2024-05-01           | -
        D        | 2010-10-31    | 2024-04-30     | 2024-04-30           | -
        E        | 2010-11-01    | 2024-04-30     |                      | ?
        F        |               | 2024-04-30     | 2024-04-30           | ?
    """,
)  # fmt: skip
def stayed(rows: Any, asked: Asked) -> Answer:
    """Two years in the present placement."""
    long = rows.is_open & asked.older(rows.started_on, months(30))
    return _under_16(rows, long, asked.older(rows.placed_on, months(24)))


@measure(
    "LA25", "Children placed outside the authority", children_in_care,
    better=DOWN, theme="placements", window=TODAY,
    numerator="children placed outside the authority's boundary",
    denominator="children in care whose place is known",
    leaves_out=f"{BREAKS}; children without an answer", source=LIST_8,
    example="""
        child_id | cla_start_date | placement_location | met
        A        | 2026-01-05     | OUT                | yes
        B        | 2026-01-05     | IN                 | no
        C        | 2026-01-05     |                    | ?
        D        | 2026-11-01     | OUT                | -
    """,
)  # fmt: skip
def placed_outside(rows: Any, asked: Asked) -> Answer:
    """Near or far."""
    return Share(rows.is_open, rows.placement_location == "OUT")


@measure(
    "LA27", "Where children in care live", children_in_care,
    better=CONTEXT, theme="placements", window=TODAY,
    numerator="children in each kind of home", denominator="children in care",
    leaves_out=BREAKS, source=LIST_8,
    note="Family and friends are foster carers (U1 to U3). Temporary stays are with the others.",
    example="""
        child_id | cla_start_date | placement_type | met
        A        | 2026-01-05     | U6             | Foster care
        B        | 2026-01-05     | U3             | Family and friends
        C        | 2026-01-05     | K2             | Residential
        D        | 2026-01-05     | H5             | Supported or independent
        E        | 2026-01-05     | P1             | With parents
        F        | 2026-01-05     | A4             | Placed for adoption
        G        | 2026-01-05     | T0             | Other
        H        | 2026-01-05     |                | ?
        I        | 2026-11-01     | U6             | -
    """,
)  # fmt: skip
def homes(rows: Any, asked: Asked) -> Answer:
    """By the type of the latest placement."""
    import ibis

    kinds = [(rows.placement_type.isin(codes), name) for name, codes in _HOME_OF.items()]
    home = ibis.cases(*kinds, (rows.placement_type.notnull(), OTHER))
    return Mix(rows.is_open, home, order=HOMES)


@measure(
    "LA28", "Children under 16 in supported or independent living", children_in_care,
    better=DOWN, theme="placements", window=TODAY,
    numerator="children in semi-independent or independent living (H5, P2)",
    denominator="children under 16 in care whose type of placement is known",
    leaves_out=f"{BREAKS}; children without a date of birth or a type of placement",
    source=LIST_8,
    note="Not permitted since September 2021 (from general knowledge, not checked): none is right.",
    example="""
        child_id | date_of_birth | cla_start_date | placement_type | met
        A        | 2010-11-01    | 2026-01-05     | H5             | yes
        B        | 2010-11-01    | 2026-01-05     | P2             | yes
        C        | 2010-11-01    | 2026-01-05     | U6             | no
        D        | 2010-10-31    | 2026-01-05     | H5             | -
        E        | 2010-11-01    | 2026-01-05     |                | ?
        F        |               | 2026-01-05     | H5             | ?
        G        | 2010-11-01    | 2026-11-01     | H5             | -
    """,
)  # fmt: skip
def too_young(rows: Any, asked: Asked) -> Answer:
    """By the age as at the day."""
    return _under_16(rows, rows.is_open, rows.placement_type.isin(UNSUPPORTED))


@measure(
    "LA29", "Children in homes that must be registered, without the number of one",
    children_in_care,
    better=DOWN, theme="placements", window=TODAY,
    numerator="children whose home has no number of Ofsted's",
    denominator=f"children in care in homes of the types {', '.join(REGULATED)}",
    leaves_out=BREAKS, source=LIST_8,
    proxy="A missing number is a question, not proof that the home is not registered. Supported "
    "accommodation (H5) has been registered only since its own rules came in.",
    example="""
        child_id | cla_start_date | placement_type | placement_urn | met
        A        | 2026-01-05     | K2             |               | yes
        B        | 2026-01-05     | H5             | SC123456      | no
        C        | 2026-01-05     | U6             |               | -
        D        | 2026-01-05     |                |               | -
        E        | 2026-11-01     | K2             |               | -
    """,
)  # fmt: skip
def without_number(rows: Any, asked: Asked) -> Answer:
    """A blank number."""
    regulated = rows.is_open & rows.placement_type.isin(REGULATED)
    return Share(regulated, rows.placement_urn.isnull())


def _under_16(rows: Any, of: Any, where: Any) -> Answer:
    """Of children under 16; one whose age is not known cannot be judged."""
    known = rows.age.notnull()
    return Share(of & (~known | (rows.age < 16)), known.ifelse(where, None))
