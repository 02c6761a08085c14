"""Measures of care leavers: in touch, where they live, what they do, and their plan and adviser."""

from __future__ import annotations

from typing import Any

from sightline.measures.answers import Answer, Share
from sightline.measures.asked import TODAY, Asked
from sightline.measures.declare import DOWN, UP, measure
from sightline.measures.limits import months
from sightline.measures.rolls.leavers import BANDS, PUBLISHED, care_leavers
from sightline.standards.codes import code_set

OLDER = BANDS[3]
PROXY = (
    "The list shows how things are on the day; the published figure looks at the time around each "
    "birthday."
)
AGED = "care leavers of 17 to 21 who have not died"
KEPT = "A care leaver of whom nothing is recorded stays among those counted, and does not meet."


def _of(rows: Any) -> Any:
    """Those of the published ages who live."""
    return rows.band.isin(PUBLISHED) & ~rows.died


def _older(rows: Any) -> Any:
    return (rows.band == OLDER) & ~rows.died


def _coded(column: Any, name: str, tag: str) -> Any:
    """Whether a code has a tag; a blank has none."""
    return column.isin(code_set(name).tagged(tag)).fill_null(False)


@measure(
    "CL01", "Care leavers in touch", care_leavers,
    better=UP, theme="care-leavers", window=TODAY, split="band", proxy=PROXY,
    numerator="those with whom the authority is in touch", denominator=AGED, leaves_out=KEPT,
    note="Duty to keep in touch: Children Act 1989 sections 23B and 23C (not checked).",
    example="""
        child_id | date_of_birth | in_touch | met
        A        | 2008-11-01    | YES      | yes
        B        | 2008-11-01    | NO       | no
        C        | 2008-11-01    |          | no
        D        | 2008-11-01    | DIED     | -
        E        | 2004-11-01    | REFU     | no
        F        | 2004-10-31    | YES      | -
    """,
)  # fmt: skip
def in_touch(rows: Any, asked: Asked) -> Answer:
    """A blank is not in touch."""
    return Share(of=_of(rows), where=(rows.in_touch == "YES").fill_null(False))


@measure(
    "CL01b", "Care leavers of 22 to 24 in touch", care_leavers,
    better=UP, theme="care-leavers", window=TODAY, proxy=PROXY,
    numerator="those with whom the authority is in touch",
    denominator="care leavers of 22 to 24 who have not died", leaves_out=KEPT,
    example="""
        child_id | date_of_birth | in_touch | met
        A        | 2004-10-31    | YES      | yes
        B        | 2001-11-01    | NREQ     | no
        C        | 2001-10-31    | YES      | -
    """,
)  # fmt: skip
def older_in_touch(rows: Any, asked: Asked) -> Answer:
    """Apart from the published ages."""
    return Share(of=_older(rows), where=(rows.in_touch == "YES").fill_null(False))


@measure(
    "CL02", "Care leavers in suitable accommodation", care_leavers,
    better=UP, theme="leavers-accommodation", window=TODAY, split="band", proxy=PROXY,
    numerator="those whose accommodation is suitable", denominator=AGED, leaves_out=KEPT,
    example="""
        child_id | date_of_birth | in_touch | accommodation_suitability | met
        A        | 2008-11-01    | YES      | 1                         | yes
        B        | 2008-11-01    | YES      | 2                         | no
        C        | 2006-11-01    | NO       |                           | no
        D        | 2006-11-01    | DIED     | 1                         | -
    """,
)  # fmt: skip
def suitable(rows: Any, asked: Asked) -> Answer:
    """What is not known stays in the denominator."""
    return Share(of=_of(rows), where=(rows.accommodation_suitability == "1").fill_null(False))


@measure(
    "CL03", "Care leavers in education, employment or training", care_leavers,
    better=UP, theme="leavers-eet", window=TODAY, split="band", proxy=PROXY,
    numerator="those in education, employment or training", denominator=AGED, leaves_out=KEPT,
    example="""
        child_id | date_of_birth | in_touch | activity_status | met
        A        | 2008-11-01    | YES      | F1              | yes
        B        | 2008-11-01    | YES      | G5              | no
        C        | 2006-11-01    | YES      | P4              | yes
        D        | 2006-11-01    | YES      |                 | no
    """,
)  # fmt: skip
def occupied(rows: Any, asked: Asked) -> Answer:
    """Codes F and P, apprenticeships too."""
    return Share(of=_of(rows), where=_coded(rows.activity_status, "activity_status", "EET"))


@measure(
    "CL04", "Care leavers not in education, employment or training", care_leavers,
    better=DOWN, theme="leavers-eet", window=TODAY, split="band", proxy=PROXY,
    numerator="those known not to be in education, employment or training", denominator=AGED,
    leaves_out="A care leaver of whom nothing is recorded stays among those counted.",
    example="""
        child_id | date_of_birth | in_touch | activity_status | met
        A        | 2008-11-01    | YES      | G4              | yes
        B        | 2008-11-01    | YES      | F2              | no
        C        | 2006-11-01    | YES      |                 | no
    """,
)  # fmt: skip
def not_occupied(rows: Any, asked: Asked) -> Answer:
    """Codes G4, G5 and G6."""
    return Share(of=_of(rows), where=_coded(rows.activity_status, "activity_status", "NEET"))


@measure(
    "CL05", "Care leavers in higher education", care_leavers,
    better=UP, theme="leavers-eet", window=TODAY, split="band",
    numerator="those in higher education", denominator=AGED, leaves_out=KEPT,
    example="""
        child_id | date_of_birth | in_touch | activity_status | met
        A        | 2006-11-01    | YES      | P1              | yes
        B        | 2006-11-01    | YES      | F2              | no
    """,
)  # fmt: skip
def higher_education(rows: Any, asked: Asked) -> Answer:
    """Codes F1 and P1."""
    return Share(of=_of(rows), where=_coded(rows.activity_status, "activity_status", "higher"))


@measure(
    "CL06", "Care leavers without a safe home", care_leavers,
    better=DOWN, theme="leavers-accommodation", window=TODAY, split="band",
    numerator="those with no fixed home, in emergency accommodation, bed and breakfast or custody",
    denominator=AGED,
    leaves_out="A care leaver of whom nothing is recorded stays among those counted.",
    example="""
        child_id | date_of_birth | in_touch | accommodation_type | met
        A        | 2006-11-01    | YES      | S                  | yes
        B        | 2006-11-01    | YES      | X                  | yes
        C        | 2006-11-01    | YES      | Z                  | no
        D        | 2006-11-01    | NO       |                    | no
    """,
)  # fmt: skip
def unsafe_home(rows: Any, asked: Asked) -> Answer:
    """Codes S, V, W and X."""
    return Share(of=_of(rows),
                 where=_coded(rows.accommodation_type, "accommodation_type", "high risk"))  # fmt: skip


@measure(
    "CL07", "Pathway plan reviewed in the last six months", care_leavers,
    better=UP, theme="care-leavers", window=TODAY, timescale="pathway_review",
    numerator="those whose pathway plan was reviewed in the last six months",
    denominator="care leavers who receive the service",
    leaves_out="nobody: without a date the plan was not reviewed",
    note="Only in the longer layout of list 9.",
    example="""
        child_id | date_of_birth | in_touch | pathway_plan_review_date | met
        A        | 2006-11-01    | YES      | 2026-04-30               | yes
        B        | 2006-11-01    | YES      | 2026-04-29               | no
        C        | 2006-11-01    | YES      |                          | no
        D        | 2006-11-01    | NREQ     |                          | -
    """,
)  # fmt: skip
def plan_reviewed(rows: Any, asked: Asked) -> Answer:
    """By regulation 7."""
    done = rows.last_review_on.between(asked.ago(months(6)), asked.today)
    return Share(of=rows.has_service, where=done.fill_null(False))


@measure(
    "CL08", "Contact with care leavers in the last two months", care_leavers,
    better=UP, theme="care-leavers", window=TODAY, timescale="adviser_contact",
    numerator="those with a contact in the last two months",
    denominator="care leavers with whom the authority is in touch",
    leaves_out="nobody: without a date there was no contact",
    note="A contact is not the same as a visit. Only in the longer layout of list 9.",
    example="""
        child_id | date_of_birth | in_touch | latest_contact_date | met
        A        | 2006-11-01    | YES      | 2026-08-31          | yes
        B        | 2006-11-01    | YES      | 2026-08-30          | no
        C        | 2006-11-01    | YES      |                     | no
        D        | 2006-11-01    | NO       | 2026-10-01          | -
    """,
)  # fmt: skip
def contacted(rows: Any, asked: Asked) -> Answer:
    """Of those in touch."""
    done = rows.last_contact_on.between(asked.ago(months(2)), asked.today)
    in_touch = (rows.in_touch == "YES").fill_null(False)
    return Share(of=in_touch, where=done.fill_null(False))


@measure(
    "CL09", "Care leavers with a personal adviser", care_leavers,
    better=UP, theme="care-leavers", window=TODAY,
    numerator="those whose personal adviser is named",
    denominator="care leavers who receive the service", leaves_out="nobody: a blank is nobody",
    note="Children Act 1989 and SI 2010/2571 (not checked). Only in the longer layout of list 9.",
    example="""
        child_id | date_of_birth | in_touch | personal_adviser | met
        A        | 2006-11-01    | YES      | Pat Able         | yes
        B        | 2006-11-01    | YES      |                  | no
        C        | 2006-11-01    | YES      | Duty Team        | no
        D        | 2006-11-01    | DIED     |                  | -
    """,
)  # fmt: skip
def advised(rows: Any, asked: Asked) -> Answer:
    """A desk is no adviser."""
    return Share(of=rows.has_service, where=rows.has_adviser)


@measure(
    "CL10", "Care leavers with their former foster carers", care_leavers,
    better=UP, theme="leavers-accommodation", window=TODAY,
    numerator="those who live with former foster carers",
    denominator="care leavers of 18 and over who have not died", leaves_out=KEPT,
    example="""
        child_id | date_of_birth | in_touch | accommodation_type | met
        A        | 2008-10-31    | YES      | Z                  | yes
        B        | 2008-10-31    | YES      | U                  | no
        C        | 2008-11-01    | YES      | Z                  | -
        D        |               | YES      | Z                  | -
    """,
)  # fmt: skip
def staying_put(rows: Any, asked: Asked) -> Answer:
    """Code Z, from 18 on."""
    return Share(of=(rows.age >= 18) & ~rows.died,
                 where=(rows.accommodation_type == "Z").fill_null(False))  # fmt: skip
