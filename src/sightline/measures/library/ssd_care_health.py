"""Measures of the health of children in care that need the SSD, and of their troubles."""

# The names of the SSD make the tables of the examples wider than a line of code.

from __future__ import annotations

from typing import Any

from sightline.kit.calendar import add_months
from sightline.measures.answers import Answer, Days, Share
from sightline.measures.asked import SIX_MONTHS, TODAY, TWELVE_MONTHS, Asked
from sightline.measures.declare import DOWN, UP, measure
from sightline.measures.library.ssd_care import BREAKS
from sightline.measures.limits import months
from sightline.measures.rolls.ssd_care import ssd_care_periods
from sightline.measures.rolls.ssd_in_care import ssd_in_care, ssd_year_in_care

CONCERN = 17
YEAR = "in care for 12 months or longer"


def _a_year(rows: Any, asked: Asked) -> Any:
    """In care for a year at the end of the window."""
    import ibis

    return rows.entered_on <= ibis.literal(add_months(asked.end, -12))


@measure(
    "LA14", "First health assessments in 20 working days", ssd_care_periods,
    better=UP, lag=1, theme="health", window=SIX_MONTHS, timescale="iha",
    numerator="children with a first health assessment 20 working days or fewer after care began",
    denominator="children who came into care in the window and were in care 20 working days on",
    leaves_out=f"children for whom the 20 working days are not over; {BREAKS}",
    source="SSD ssd_cla_health and ssd_cla_episodes",
    note="First assessments, and checks that were not held, are told apart by their words.",
    example="""
        clae_cla_id | clae_person_id | clae_cla_episode_start_date | clae_cla_episode_ceased_date | met
        L1          | A              | 2026-06-01                  |                              | yes
        L2          | B              | 2026-06-01                  |                              | no
        L3          | C              | 2026-06-01                  |                              | no
        L4          | D              | 2026-06-01                  | 2026-06-30                   | no
        L5          | E              | 2026-06-01                  | 2026-06-29                   | -
        L6          | F              | 2026-10-05                  |                              | -
        L7          | G              | 2026-04-29                  |                              | -
        L8          | H              | 2026-06-01                  |                              | no
        [ssd.ssd_cla_health]
        clah_person_id | clah_health_check_type    | clah_health_check_date | clah_health_check_status
        A              | Initial health assessment | 2026-06-29             |
        B              | IHA                       | 2026-06-30             | Completed
        C              | Initial health assessment | 2026-06-15             | Cancelled
        D              | Review health assessment  | 2026-06-15             | Completed
        H              | Initial health assessment | 2026-05-31             | Completed
    """,
)  # fmt: skip
def first_health(rows: Any, asked: Asked) -> Answer:
    """No assessment means not assessed."""
    due = rows.first_health_due
    there = (due <= asked.today) & (rows.left_on.isnull() | (rows.left_on > due))
    in_time = (rows.first_health_on <= due).fill_null(False)
    return Share(of=asked.within(rows.entered_on) & there, where=in_time)


@measure(
    "LA17", "Immunisations up to date", ssd_in_care,
    better=UP, theme="health", window=TODAY,
    numerator="children whose immunisations are up to date",
    denominator=f"children {YEAR} with an answer",
    leaves_out=f"children of whom it is not recorded; {BREAKS}",
    source="SSD ssd_cla_immunisations and ssd_cla_episodes",
    example="""
        clae_cla_id | clae_person_id | clae_cla_episode_start_date | clae_entered_care_date | met
        L1          | A              | 2026-05-01                  | 2025-10-31             | yes
        L2          | B              | 2025-10-31                  |                        | no
        L3          | C              | 2025-10-31                  |                        | ?
        L4          | D              | 2025-10-31                  |                        | ?
        L5          | E              | 2025-11-01                  |                        | -
        [ssd.ssd_cla_immunisations]
        clai_person_id | clai_immunisations_status
        A              | Y
        B              | N
        C              |
        E              | Y
    """,
)  # fmt: skip
def immunised(rows: Any, asked: Asked) -> Answer:
    """As last recorded."""
    old = asked.older(rows.entered_on, months(12))
    return Share(of=old, where=rows.immunised == "Y")


@measure(
    "LA19", "Strengths and difficulties questionnaires completed", ssd_year_in_care,
    better=UP, theme="health", window=TWELVE_MONTHS, timescale="sdq",
    numerator="children with a questionnaire completed in the window",
    denominator=f"children {YEAR} at its end, aged 4 to 16",
    leaves_out=f"children whose age is not known; {BREAKS}",
    source="SSD ssd_sdq_scores and ssd_cla_episodes",
    example="""
        clae_cla_id | clae_person_id | clae_cla_episode_start_date | met
        L1          | A              | 2025-10-31                  | yes
        L2          | B              | 2025-10-31                  | no
        L3          | C              | 2025-10-31                  | no
        L4          | D              | 2025-10-31                  | -
        L5          | E              | 2025-10-31                  | -
        L6          | F              | 2025-11-01                  | -
        L7          | G              | 2025-10-31                  | -
        [ssd.ssd_person]
        pers_person_id | pers_dob
        A              | 2022-10-31
        B              | 2009-11-01
        C              | 2015-01-01
        D              | 2022-11-01
        E              | 2009-10-31
        F              | 2015-01-01
        [ssd.ssd_sdq_scores]
        csdq_person_id | csdq_sdq_completed_date | csdq_sdq_score
        A              | 2025-10-31              |
        B              | 2025-10-30              | 12
        E              | 2026-05-01              | 12
    """,
)  # fmt: skip
def scored(rows: Any, asked: Asked) -> Answer:
    """A questionnaire without a score is one."""
    aged = rows.age_then.between(4, 16)
    return Share(of=_a_year(rows, asked) & aged, where=rows.scored_on.notnull())


SCORES = """
        clae_cla_id | clae_person_id | clae_cla_episode_start_date | met
        L1          | A              | 2025-10-31                  | {0}
        L2          | B              | 2025-10-31                  | {1}
        L3          | C              | 2025-10-31                  | -
        L4          | D              | 2025-11-01                  | -
        [ssd.ssd_person]
        pers_person_id | pers_dob
        A              | 2015-01-01
        B              | 2015-01-01
        C              | 2015-01-01
        D              | 2015-01-01
        [ssd.ssd_sdq_scores]
        csdq_person_id | csdq_sdq_completed_date | csdq_sdq_score
        A              | 2025-12-31              | 40
        A              | 2026-01-01              | 17
        A              | 2026-02-01              |
        B              | 2025-10-31              | 16
        C              | 2025-10-30              | 20
        D              | 2026-05-01              | 20
"""


@measure(
    "LA20", "Average score of strengths and difficulties", ssd_year_in_care,
    better=DOWN, theme="health", window=TWELVE_MONTHS,
    numerator="the mean of each child's latest score in the window",
    denominator=f"children {YEAR} at its end, aged 4 to 16, with a score",
    leaves_out=f"questionnaires without a score; {BREAKS}",
    source="SSD ssd_sdq_scores and ssd_cla_episodes", example=SCORES.format("17", "16"),
)  # fmt: skip
def score(rows: Any, asked: Asked) -> Answer:
    """Of two on one day the higher."""
    of = _a_year(rows, asked) & rows.age_then.between(4, 16) & rows.score.notnull()
    return Days(of=of, value=rows.score, mean=True, unit="points")


@measure(
    "LA20b", "Scores of strengths and difficulties that give concern", ssd_year_in_care,
    better=DOWN, theme="health", window=TWELVE_MONTHS,
    numerator="children whose latest score in the window is 17 or more",
    denominator=f"children {YEAR} at its end, aged 4 to 16, with a score",
    leaves_out=f"questionnaires without a score; {BREAKS}",
    source="SSD ssd_sdq_scores and ssd_cla_episodes; the bands are from general knowledge",
    example=SCORES.format("yes", "no"),
)  # fmt: skip
def concern(rows: Any, asked: Asked) -> Answer:
    """14 to 16 is borderline, and is not counted."""
    of = _a_year(rows, asked) & rows.age_then.between(4, 16) & rows.score.notnull()
    return Share(of=of, where=rows.score >= CONCERN)


@measure(
    "LA41", "Children in care who were convicted", ssd_year_in_care,
    better=DOWN, theme="children-in-care", window=TWELVE_MONTHS,
    numerator="children with a conviction or a final warning in the window",
    denominator=f"children {YEAR} at its end, aged 10 and over",
    leaves_out=f"children whose age is not known; {BREAKS}",
    source="SSD ssd_cla_convictions and ssd_cla_episodes",
    example="""
        clae_cla_id | clae_person_id | clae_cla_episode_start_date | met
        L1          | A              | 2025-10-31                  | yes
        L2          | B              | 2025-10-31                  | no
        L3          | C              | 2025-10-31                  | -
        L4          | D              | 2025-11-01                  | -
        [ssd.ssd_person]
        pers_person_id | pers_dob
        A              | 2016-10-31
        B              | 2012-01-01
        C              | 2016-11-01
        D              | 2012-01-01
        [ssd.ssd_cla_convictions]
        clac_person_id | clac_cla_conviction_date
        A              | 2025-10-31
        B              | 2025-10-30
        B              |
        C              | 2026-05-01
        D              | 2026-05-01
    """,
)  # fmt: skip
def convicted(rows: Any, asked: Asked) -> Answer:
    """No row means none."""
    return Share(of=_a_year(rows, asked) & (rows.age_then >= 10), where=rows.convicted)


@measure(
    "LA41b", "Children in care who misused substances", ssd_year_in_care,
    better=DOWN, theme="health", window=TWELVE_MONTHS,
    numerator="children with misuse of a substance recorded in the window",
    denominator=f"children {YEAR} at its end, aged 10 and over",
    leaves_out=f"children whose age is not known; {BREAKS}",
    source="SSD ssd_cla_substance_misuse and ssd_cla_episodes",
    example="""
        clae_cla_id | clae_person_id | clae_cla_episode_start_date | met
        L1          | A              | 2025-10-31                  | yes
        L2          | B              | 2025-10-31                  | no
        L3          | C              | 2025-10-31                  | yes
        L4          | D              | 2025-10-31                  | no
        [ssd.ssd_person]
        pers_person_id | pers_dob
        A              | 2012-01-01
        B              | 2012-01-01
        C              | 2012-01-01
        D              | 2012-01-01
        [ssd.ssd_cla_substance_misuse]
        clas_person_id | clas_substance_misuse_date | clas_substance_misused
        A              | 2026-05-01                 | Yes
        B              | 2026-05-01                 | No
        C              | 2026-10-31                 | Cannabis
        D              | 2025-10-30                 | Yes
        D              | 2026-05-01                 |
    """,
)  # fmt: skip
def misused(rows: Any, asked: Asked) -> Answer:
    """A row that says No is none."""
    return Share(of=_a_year(rows, asked) & (rows.age_then >= 10), where=rows.misused)
