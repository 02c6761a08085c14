"""The roll of care leavers: how old they are, how they live, and who keeps in touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import after
from sightline.measures.declare import roll
from sightline.measures.rolls.people import age_on, holds_children, person
from sightline.measures.timescales import TIMESCALES

if TYPE_CHECKING:
    import ibis.expr.types as ir

LEFT_CARE = "annex_a.care_leavers"
BANDS = ("Under 17", "17 to 18", "19 to 21", "22 to 24", "25 and over")
PUBLISHED = BANDS[1:3]
# Who is on the list, but has no service to be judged: those who died, need it no more, or went
# home for good.
WITHOUT_SERVICE = ("DIED", "NREQ", "RHOM")


@roll("care_leavers", "care leaver", "care leavers", LEFT_CARE,
      ("band", "eligibility", "in_touch", "last_contact_on", "accommodation_type",
       "accommodation_suitability", "activity_status", "last_review_on"))  # fmt: skip
def care_leavers(data: Data, asked: Asked) -> ir.Table:
    """Care leavers by the band of their age as at the day, which is null where it is not known.

    ``review_due_on`` and ``contact_due_on`` are the days by which the next of each is due.
    """
    table = data[LEFT_CARE]
    return table.select(
        **person(table, asked, LEFT_CARE),
        band=band(age_on(table.date_of_birth, asked.as_at)),
        eligibility=table.eligibility,
        in_touch=table.in_touch,
        died=(table.in_touch == "DIED").fill_null(False),
        has_service=~table.in_touch.isin(WITHOUT_SERVICE).fill_null(False),
        personal_adviser=table.personal_adviser,
        has_adviser=holds_children(table.personal_adviser, asked),
        last_contact_on=table.latest_contact_date,
        last_review_on=table.pathway_plan_review_date,
        accommodation_type=table.accommodation_type,
        accommodation_suitability=table.accommodation_suitability,
        activity_status=table.activity_status,
        review_due_on=after(table.pathway_plan_review_date, TIMESCALES["pathway_review"].limit),
        contact_due_on=after(table.latest_contact_date, TIMESCALES["adviser_contact"].limit),
    )


def band(age: Any) -> ir.StringValue:
    """The band of an age: the published ones are 17 to 18 and 19 to 21."""
    import ibis

    return ibis.cases(
        (age < 17, BANDS[0]),
        (age < 19, BANDS[1]),
        (age < 22, BANDS[2]),
        (age < 25, BANDS[3]),
        (age >= 25, BANDS[4]),
    )
