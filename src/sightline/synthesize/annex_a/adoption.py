"""Lists 10 and 11: children for adoption, adopters."""

from __future__ import annotations

from sightline.synthesize.adopters import AdoptiveFamily
from sightline.synthesize.annex_a.common import disability, said
from sightline.synthesize.days import any_date
from sightline.synthesize.events import Adoption, Child
from sightline.synthesize.leaving import allocated_episode
from sightline.synthesize.view import Row, View


def for_adoption(view: View) -> list[tuple[Child, Adoption]]:
    """Children who wait, were adopted, or had the decision reversed in the twelve months."""
    found = []
    for child in view.world.children:
        path = child.adoption
        if path is None or path.decision > view.day:
            continue
        over = [day for day in (path.adopted, path.reversed) if day and day <= view.day]
        if not over or over[0] >= view.since_year:
            found.append((child, path))
    return found


def adoption(view: View) -> list[Row]:
    """List 10."""
    return [
        {
            **view.about(child),
            "family_id": path.family or None if view.past(path.match) else None,
            "has_disability": disability(child),
            "entered_care_date": any_date(allocated_episode(child).cares[0].start),
            "should_be_placed_date": any_date(path.decision),
            "placement_order_date": view.known(path.order),
            "match_date": view.known(path.match),
            "placed_date": view.known(path.placed),
            "adoption_order_date": view.known(path.adopted),
            "no_longer_placed_date": view.known(path.reversed),
            "no_longer_placed_reason": path.reason if view.past(path.reversed) else None,
            "ffa_placement_date": view.known(path.early),
        }
        for child, path in for_adoption(view)
    ]


def adopters(view: View) -> list[Row]:
    """List 11: a row for each person, so two for a couple."""
    rows = []
    for family in view.world.adopters.families:
        if family.listed(view.day, view.since_year):
            rows += [
                {
                    "adopter_id": f"{family.id}-{place}",
                    **_family(view, family),
                    "gender": gender,
                    "ethnicity": ethnicity,
                    "has_disability": said(disabled),
                }
                for place, (gender, ethnicity, disabled) in enumerate(family.people, 1)
            ]
    return rows


def _family(view: View, family: AdoptiveFamily) -> Row:
    first, first_end, second, second_end = family.stages
    return {
        "family_id": family.id,
        "fostering_for_adoption": said(family.early),
        "enquiry_date": any_date(family.enquiry),
        "stage1_start_date": view.known(first),
        "stage1_end_date": view.known(first_end),
        "stage2_start_date": view.known(second),
        "stage2_end_date": view.known(second_end),
        "application_date": None,
        "approval_date": None,
        "match_date": view.known(family.match),
        "placed_date": view.known(family.placed),
        "children_placed": family.children if view.past(family.placed) else None,
        "adoption_order_date": view.known(family.adopted),
        "left_process_date": view.known(family.left),
        "left_process_reason": family.reason if view.past(family.left) else None,
    }
