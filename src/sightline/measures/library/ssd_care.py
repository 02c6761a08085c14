"""Measures of children in care that need the SSD: reviews, placements, moves, workers, breaks."""

# The names of the SSD make the tables of the examples wider than a line of code.

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Count, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, TWELVE_MONTHS, Asked
from sightline.measures.declare import CONTEXT, DOWN, UP, measure
from sightline.measures.limits import Limit
from sightline.measures.rolls.ssd_care import (
    ssd_care_reviews,
    ssd_placements,
    ssd_short_breaks,
)
from sightline.measures.rolls.ssd_in_care import (
    ssd_in_care,
    ssd_year_in_care,
    ssd_year_of_reviews,
)
from sightline.standards.codes import code_set

BREAKS = "children with short breaks alone (V3, V4)"
FAR, MANY = 20, 3


@measure(
    "LA07", "Children in care whose reviews were all in time", ssd_year_of_reviews,
    better=UP, theme="conferences-reviews", window=TWELVE_MONTHS, timescale="cla_review_n",
    numerator="children all of whose reviews due in the window were held by the day they were due",
    denominator="children in care with a review due in the window",
    leaves_out=f"reviews that were cancelled; {BREAKS}",
    source="SSD ssd_cla_reviews and ssd_cla_episodes",
    note="Due as recorded; else 20 working days after care began, 3 months after the first "
    "review, and 6 months after each later one. A review that is due and was not held is late. A "
    "child who came into care twice is there twice.",
    example="""
        clae_cla_id | clae_person_id | clae_cla_episode_start_date | clae_cla_episode_ceased_date | met
        L1          | A              | 2026-06-01                  |                              | yes
        L2          | B              | 2026-06-01                  |                              | no
        L3          | C              | 2026-06-01                  |                              | no
        L4          | D              | 2026-10-20                  |                              | -
        L5          | E              | 2026-06-01                  |                              | no
        L6          | F              | 2024-01-01                  |                              | no
        L7          | G              | 2026-06-01                  | 2026-06-15                   | -
        L8          | H              | 2024-01-01                  |                              | yes
        [ssd.ssd_cla_reviews]
        clar_cla_id | clar_cla_review_due_date | clar_cla_review_date | clar_cla_review_cancelled
        L1          |                          | 2026-06-29           |
        L1          |                          | 2026-09-29           | N
        L2          |                          | 2026-06-30           |
        L3          | 2026-06-29               | 2026-06-20           | Y
        L5          | 2026-07-10               | 2026-07-10           |
        L6          | 2026-09-01               |                      |
        L8          | 2026-03-01               | 2026-03-01           |
        L8          | 2026-09-01               | 2026-09-01           |
        L8          | 2027-03-01               |                      |
    """,
)  # fmt: skip
def reviewed_in_time(rows: Any, asked: Asked) -> Answer:
    """By child, not by review: one that is late is enough."""
    return Share(of=rows.due > 0, where=rows.late == 0)


@measure(
    "LA09", "Children visited within a week of a new placement", ssd_placements,
    better=UP, lag=1, theme="visits", window=SIX_MONTHS, timescale="cla_visit_first",
    numerator="placements with a visit on one of the 7 days after they began, or on the day",
    denominator="placements that began in the window, 7 days ago or longer",
    leaves_out=BREAKS, source="SSD ssd_cla_visits and ssd_cla_placement",
    example="""
        clap_cla_placement_id | clap_cla_id | clap_cla_placement_start_date | met
        X1                    | L1          | 2026-06-01                    | yes
        X2                    | L2          | 2026-06-01                    | no
        X3                    | L3          | 2026-10-24                    | no
        X4                    | L4          | 2026-10-25                    | -
        X5                    | L1          | 2026-04-29                    | -
        X6                    | L5          | 2026-06-01                    | no
        [ssd.ssd_cla_visits]
        clav_cla_id | clav_cla_visit_date
        L1          | 2026-06-08
        L2          | 2026-06-09
        L2          | 2026-05-31
        L5          |
        L9          | 2026-10-25
    """,
)  # fmt: skip
def visited_first_week(rows: Any, asked: Asked) -> Answer:
    """No visit means not visited."""
    old = asked.older(rows.started_on, Limit(7, "days"))
    return Share(of=asked.within(rows.started_on) & old, where=rows.visited_on.notnull())


@measure(
    "LA23", "Children in care with three or more placements in a year", ssd_year_in_care,
    better=DOWN, theme="placements", window=TWELVE_MONTHS,
    numerator="children with three or more placements that ran in the window",
    denominator="children in care at its end",
    leaves_out=f"temporary placements (T0 to T4); {BREAKS}",
    source="SSD ssd_cla_placement and ssd_cla_episodes",
    note="A placement that ended on the first day of the window does not count.",
    example="""
        clae_cla_id | clae_person_id | clae_cla_episode_start_date | met
        L1          | A              | 2024-01-01                  | yes
        L2          | B              | 2024-01-01                  | no
        L3          | C              | 2024-01-01                  | no
        L4          | D              | 2024-01-01                  | no
        L5          | E              | 2026-01-01                  | -
        [ssd.ssd_cla_placement]
        clap_cla_placement_id | clap_cla_id | clap_cla_placement_type | clap_cla_placement_start_date | clap_cla_placement_end_date
        X1                    | L1          | U6                      | 2024-01-01                    | 2025-11-01
        X2                    | L1          | U6                      | 2025-11-01                    | 2026-05-01
        X3                    | L1          |                         | 2026-05-01                    |
        X4                    | L2          | U6                      | 2024-01-01                    | 2025-10-31
        X5                    | L2          | U6                      | 2025-10-31                    | 2026-05-01
        X6                    | L2          | U6                      | 2026-05-01                    |
        X7                    | L3          | U6                      | 2024-01-01                    | 2026-05-01
        X8                    | L3          | T1                      | 2026-05-01                    | 2026-05-04
        X9                    | L3          | U6                      | 2026-05-04                    |
        [ssd.ssd_legal_status]
        lega_person_id | lega_legal_status | lega_legal_status_start_date
        A              | V2                | 2024-01-01
        A              | V4                | 2023-01-01
        E              | V3                | 2026-01-01
    """,
)  # fmt: skip
def moved_often(rows: Any, asked: Asked) -> Answer:
    """Placements are told apart by their identifiers."""
    return Share(of=rows.entered_on.notnull(), where=rows.placements >= MANY)


@measure(
    "LA26", "Children in care more than 20 miles from home", ssd_in_care,
    better=DOWN, theme="placements", window=TODAY,
    numerator="children whose placement is more than 20 miles from home",
    denominator="children in care with a known distance",
    leaves_out=f"placements whose distance is blank or 999.9, not known; {BREAKS}",
    source="SSD ssd_cla_placement",
    example="""
        clae_cla_id | clae_person_id | clae_cla_episode_start_date | clae_cla_episode_ceased_date | met
        L1          | A              | 2026-01-01                  |                              | yes
        L2          | B              | 2026-01-01                  |                              | no
        L3          | C              | 2026-01-01                  |                              | ?
        L4          | D              | 2026-01-01                  |                              | ?
        L5          | E              | 2026-01-01                  | 2026-10-31                   | -
        [ssd.ssd_cla_placement]
        clap_cla_placement_id | clap_cla_id | clap_cla_placement_start_date | clap_cla_placement_end_date | clap_cla_placement_distance
        X1                    | L1          | 2026-01-01                    | 2026-05-01                  | 3.5
        X2                    | L1          | 2026-05-01                    |                             | 20.1
        X3                    | L2          | 2026-01-01                    |                             | 20
        X4                    | L3          | 2026-01-01                    |                             | 999.9
        X5                    | L5          | 2026-01-01                    |                             | 30
    """,
)  # fmt: skip
def far_from_home(rows: Any, asked: Asked) -> Answer:
    """Of the placement as at the day."""
    return Share(of=rows.entered_on.notnull(), where=rows.distance > FAR)


@measure(
    "LA36", "Children in care with three or more social workers in a year", ssd_year_in_care,
    better=DOWN, theme="workforce-stability", window=TWELVE_MONTHS,
    numerator="children who had three or more allocated social workers in the window",
    denominator="children in care at its end", leaves_out=BREAKS,
    source="SSD ssd_involvements and ssd_cla_episodes",
    note="Each worker counts once. Roles are told apart by their words.",
    example="""
        clae_cla_id | clae_person_id | clae_cla_episode_start_date | met
        L1          | A              | 2024-01-01                  | yes
        L2          | B              | 2024-01-01                  | no
        L3          | C              | 2024-01-01                  | no
        [ssd.ssd_involvements]
        invo_person_id | invo_professional_id | invo_professional_role_id | invo_involvement_start_date | invo_involvement_end_date
        A              | W1                   | Allocated social worker   | 2024-01-01                  | 2025-11-01
        A              | W2                   | Lead worker               | 2025-11-01                  | 2026-05-01
        A              | W3                   | Allocated social worker   | 2026-05-01                  |
        B              | W1                   | Allocated social worker   | 2024-01-01                  | 2025-10-31
        B              | W2                   | Allocated social worker   | 2025-10-31                  | 2026-05-01
        B              | W3                   | Allocated social worker   | 2026-05-01                  | 2026-06-01
        B              | W2                   | Allocated social worker   | 2026-06-01                  |
        B              | W4                   | Personal adviser          | 2026-05-01                  |
    """,
)  # fmt: skip
def many_workers(rows: Any, asked: Asked) -> Answer:
    """A child with none recorded had fewer than three."""
    return Share(of=rows.entered_on.notnull(), where=rows.workers >= MANY)


@measure(
    "LA37", "Placements that ended unplanned", ssd_placements,
    better=DOWN, theme="placements", window=TWELVE_MONTHS,
    numerator="placements that ended because a carer, the child or the authority asked",
    denominator="placements that ended in the window with a known reason",
    leaves_out=f"placements without a reason, or with one that is not of the set; {BREAKS}",
    source="SSD ssd_cla_placement; the guidance of the SSDA903 calls these reasons not planned",
    example="""
        clap_cla_placement_id | clap_cla_placement_end_date | clap_cla_placement_change_reason | met
        X1                    | 2025-10-31                  | CREQB                            | yes
        X2                    | 2026-10-31                  | CARPL                            | no
        X3                    | 2026-05-01                  | LAREQ                            | yes
        X4                    | 2026-05-01                  |                                  | ?
        X5                    | 2026-05-01                  | MOVED                            | ?
        X6                    | 2025-10-30                  | CREQB                            | -
        X7                    |                             | CREQB                            | -
    """,
)  # fmt: skip
def unplanned_end(rows: Any, asked: Asked) -> Answer:
    """Local codes have no meaning here."""
    codes = code_set("placement_change_reason")
    known = rows.change_reason.isin(codes.codes)
    unplanned = rows.change_reason.isin(codes.tagged("unplanned"))
    return Share(of=asked.within(rows.ended_on), where=known.ifelse(unplanned, None))


@measure(
    "LA38", "Reviews in which the child took part", ssd_care_reviews,
    better=UP, theme="childs-voice", window=TWELVE_MONTHS,
    numerator="reviews that the child spoke at, or whose views reached it (PN1, PN2, PN3, PN5, PN6)",
    denominator="reviews held in the window, of children aged 4 and over",
    leaves_out="children under 4 at the review (PN0); reviews that do not say; cancelled reviews",
    source="SSD ssd_cla_reviews",
    example="""
        clar_cla_id | clar_cla_review_date | clar_cla_review_participation | clar_cla_review_cancelled | met
        L1          | 2025-10-31           | PN1                           |                           | yes
        L1          | 2026-10-31           | PN6                           | N                         | yes
        L1          | 2026-05-01           | PN4                           |                           | no
        L1          | 2026-05-01           | PN7                           |                           | no
        L1          | 2026-05-01           | PN0                           |                           | -
        L1          | 2026-05-01           |                               |                           | ?
        L1          | 2026-05-01           | 8                             |                           | ?
        L1          | 2026-05-01           | PN1                           | Y                         | -
        L1          | 2025-10-30           | PN1                           |                           | -
        L2          | 2026-05-01           | PN7                           |                           | no
        L2          | 2026-04-30           | PN7                           |                           | -
        [ssd.ssd_cla_episodes]
        clae_cla_id | clae_person_id
        L2          | B
        [ssd.ssd_person]
        pers_person_id | pers_dob
        B              | 2022-05-01
    """,
)  # fmt: skip
def took_part(rows: Any, asked: Asked) -> Answer:
    """Where the date of birth is not known, the code alone says who was under four."""
    import ibis

    codes = code_set("review_participation")
    four = rows.date_of_birth <= rows.held_on - ibis.interval(months=48)
    of = asked.within(rows.held_on) & four.fill_null(True)
    of &= (rows.participation != "PN0").fill_null(True)
    known = rows.participation.isin(codes.codes)
    part = rows.participation.isin(codes.tagged("took part"))
    return Share(of=of, where=known.ifelse(part, None))


@measure(
    "DC02", "Children with overnight short breaks", ssd_short_breaks,
    better=CONTEXT, theme="disabled-children", window=TODAY,
    numerator="children with the legal status V3 or V4", denominator="",
    source="SSD ssd_legal_status",
    note="They are not in the list of children in care. Regulation 48 sets other visits and "
    "reviews for them.",
    example="""
        lega_person_id | lega_legal_status | lega_legal_status_start_date | lega_legal_status_end_date | met
        A              | V4                | 2026-10-31                   |                            | yes
        B              | V3                | 2026-01-01                   | 2026-11-01                 | yes
        C              | V3                | 2026-01-01                   | 2026-10-31                 | -
        D              | V2                | 2026-01-01                   |                            | -
        A              | V3                | 2026-01-01                   |                            | -
        E              | V3                |                              |                            | -
    """,
)  # fmt: skip
def short_breaks(rows: Any, asked: Asked) -> Answer:
    """A child with both counts once."""
    return Count(of=rows.since.notnull(), rate=False)
