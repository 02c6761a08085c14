"""The lists of Annex A and their events, and planters of rows that stand there twice."""

from __future__ import annotations

from datetime import date, timedelta

from sightline.synthesize.dirt.declare import Change, Place, Row, plants

CHILDREN = (
    *("contacts", "early_help", "referrals", "assessments", "section_47", "children_in_need"),
    *("child_protection", "children_in_care", "care_leavers", "adoption"),
)
LISTS = (*CHILDREN, "adopters")
EVENTS = {
    "contacts": "contact_date",
    "early_help": "assessment_start_date",
    "referrals": "referral_date",
    "assessments": "assessment_start_date",
    "section_47": "strategy_discussion_date",
    "children_in_need": "cin_start_date",
    "child_protection": "plan_start_date",
    "children_in_care": "cla_start_date",
}
_WEEKS_UNBORN = timedelta(weeks=40)


@plants("W01", *LISTS[5:])
def twice_in_the_list(at: Place) -> Change | None:
    """The second row is the one to be reported, at the identifier."""
    key = "adopter_id" if at.list == "adopters" else "child_id"
    return _twice(at, key)


@plants("W02", *LISTS[:5])
def event_twice(at: Place) -> Change | None:
    """The second row is the one to be reported, at the date of the event."""
    return _twice(at, EVENTS[at.list])


def _twice(at: Place, column: str) -> Change:
    again: Row = dict(at.row)
    return Change().add(at.list, again).report(at.list, again, column)


def long_before_birth(at: Place, day: date) -> bool:
    """Whether a day is more than 40 weeks before the child's birth."""
    born = at.row.get("date_of_birth")
    return born is not None and day < born - _WEEKS_UNBORN
