"""Planters within lists 8 and 9: children in care and care leavers."""

from __future__ import annotations

from datetime import timedelta

from sightline.kit.calendar import add_months
from sightline.synthesize.dirt.declare import Change, Place, age_on, in_care, plants

_LIST = "children_in_care"
_DAYS = timedelta(days=25)
_FOR_ADOPTION = ("A3", "A4", "A5", "A6")
_REGISTERED = ("K1", "K2", "H5", "R1", "S1")
_LIVING = ("accommodation_type", "accommodation_suitability", "activity_status")
_SEEN = ("last_review_date", "last_visit_date")
_CHECKED = ("last_iro_contact_date", "last_health_assessment_date", "last_dental_check_date")
_STARTS = ("legal_status_start_date", "placement_start_date")


@plants("W07", _LIST)
def ended_before_start(at: Place) -> Change | None:
    """Reported at the end; and as W25 at placement and legal status, which must then lie outside.

    Reviews, visits and checks after the end are left out.
    """
    if at["cla_end_date"] is None or at["cla_start_date"] < at.window + _DAYS:
        return None
    end = at["cla_start_date"] - at.days(1, 20)
    late = [column for column in at.there(_SEEN + _CHECKED) if at[column] > end]
    made = at.change("cla_end_date", end, **dict.fromkeys(late))
    for column in _STARTS:
        made.report(_LIST, at.row, column, "W25")
    return made


@plants("W24", _LIST)
def end_or_reason(at: Place) -> Change | None:
    """Reported at the one of the two that is blank; with X1 at the reason."""
    if at["cla_end_date"] is None:
        return at.change("cla_end_reason", "E4A", "cla_end_date")
    return at.change("cla_end_reason", at.pick((None, "X1")))


@plants("W25", _LIST)
def before_care(at: Place) -> Change | None:
    """Placement or legal status; reported at its start."""
    return at.change(at.pick(_STARTS), at["cla_start_date"] - at.days(1, 30))


@plants("W26", _LIST)
def short_breaks(at: Place) -> Change | None:
    """Reported at the legal status. Not where the placement needs another."""
    if at["placement_type"] in _FOR_ADOPTION:
        return None
    return at.change("legal_status", at.pick(("V3", "V4")))


@plants("W27", _LIST)
def placement_left_out(at: Place) -> Change | None:
    """An earlier one, if the present one began in the year and after care did; else the present.

    Reported at the number, which is then 1, or nought.
    """
    begun = at["placement_start_date"]
    lately = add_months(at.as_at, -12) + timedelta(days=2)
    moved = begun >= lately and begun > at["cla_start_date"]
    return at.change("placements_last_12_months", 1 if moved else 0)


@plants("W29", _LIST)
def return_interview(at: Place) -> Change | None:
    """Accepted and not offered, missing without an answer, or offered and never missing.

    Reported at whether it was offered.
    """
    if not at["missing_episodes_12_months"]:
        return at.change("return_interview_offered", "Y")
    offered, accepted = at.pick((("N", "Y"), (None, None)))
    return at.change("return_interview_offered", offered, return_interview_accepted=accepted)


@plants("W30", _LIST)
def outside_care(at: Place) -> Change | None:
    """Before care or birth, or after the end of care; reported at that date."""
    columns = at.there(_SEEN + _CHECKED)
    if not columns:
        return None
    column, end = at.pick(columns), at["cla_end_date"]
    if end is not None and end + timedelta(days=14) <= at.as_at:
        return at.change(column, end + at.days(1, 14))
    first = at["cla_start_date"] if column in _SEEN else at["date_of_birth"]
    return at.change(column, first - at.days(1, 40))


@plants("W31", _LIST)
def with_parents_by_agreement(at: Place) -> Change | None:
    """Reported at the placement."""
    if at["legal_status"] != "V2" or at["placement_type"] in _FOR_ADOPTION:
        return None
    return at.change("placement_type", "P1")


@plants("W32", _LIST)
def setting_without_number(at: Place) -> Change | None:
    """Reported at the number; or at the placement, where the child is too young for it."""
    if at["placement_urn"] is None or at["placement_type"] not in _REGISTERED:
        return None
    if age_on(at["date_of_birth"], at.as_at) < 16 and at.pick((True, False)):
        return at.change("placement_type", "H5")
    return at.change("placement_urn", None)


@plants("W34", "care_leavers")
def category_and_age(at: Place) -> Change | None:
    """Reported at the category."""
    if in_care(at):
        return None
    grown = age_on(at["date_of_birth"], at.as_at) >= 18
    return at.change("eligibility", at.pick(("RELEVANT", "ELIGIBLE")) if grown else _FORMER)


_FORMER = "FORMER_RELEVANT"


@plants("W35", "care_leavers")
def in_touch_or_not(at: Place) -> Change | None:
    """In touch and something blank, or the reverse; reported at whether in touch."""
    known = at.there(_LIVING)
    if at["in_touch"] == "YES" and len(known) == len(_LIVING):
        return at.change(at.pick(_LIVING), None, "in_touch")
    if at["in_touch"] == "NO" and not known:
        return at.change("activity_status", "G5", "in_touch")
    return None


@plants("W36", "care_leavers")
def hardly_suitable(at: Place) -> Change | None:
    """Reported at the suitability."""
    if at["accommodation_suitability"] != "1":
        return None
    return at.change("accommodation_type", at.pick("SVW"), "accommodation_suitability")
