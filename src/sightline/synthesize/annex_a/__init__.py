"""The eleven lists of Annex A of a made-up authority, as at a day."""

from __future__ import annotations

from datetime import date

from sightline.synthesize.annex_a.adoption import adopters, adoption
from sightline.synthesize.annex_a.care import care_leavers, children_in_care
from sightline.synthesize.annex_a.front_door import assessments, contacts, early_help, referrals
from sightline.synthesize.annex_a.need import child_protection, children_in_need, section_47
from sightline.synthesize.view import Row, View
from sightline.synthesize.world import World

_LISTS = {
    "contacts": contacts,
    "early_help": early_help,
    "referrals": referrals,
    "assessments": assessments,
    "section_47": section_47,
    "children_in_need": children_in_need,
    "child_protection": child_protection,
    "children_in_care": children_in_care,
    "care_leavers": care_leavers,
    "adoption": adoption,
    "adopters": adopters,
}


def annex_a_rows(world: World, as_at: date) -> dict[str, list[Row]]:
    """The rows of each list, by its key, as they were known at a day.

    A row maps names of columns to values: codes as codes, dates as dates, None for blank.
    """
    view = View(world, as_at)
    return {key: make(view) for key, make in _LISTS.items()}
