"""Tables of the SSD about care: episodes, placements, legal statuses, reviews, visits, plans."""

from __future__ import annotations

import json
from typing import NamedTuple

from sightline.synthesize.annex_a.care import BEFORE_REVIEW, place_of
from sightline.synthesize.days import any_date
from sightline.synthesize.dice import Weighted, draw
from sightline.synthesize.events import Care
from sightline.synthesize.ssd.known import Row, cares
from sightline.synthesize.ssd.need import seen
from sightline.synthesize.view import View
from sightline.synthesize.visits import BITS
from sightline.synthesize.words import postcode

_SALT = 831
_FLAGS = (
    *("REMAINSUP", "RETURN1M", "RETURN6M", "RETURNEV", "LTRELFR", "LTFOST18", "RESPLMT"),
    *("SUPPLIV", "ADOPTION", "OTHERPLN"),
)
_PLANS = {
    "FAMILY": "RETURN6M",
    "ADOPTION": "ADOPTION",
    "SGO_CAO": "LTRELFR",
    "SUPPORTED": "SUPPLIV",
    "RESIDENTIAL": "RESPLMT",
    "FOSTERING": "LTFOST18",
    "OTHER": "OTHERPLN",
}
_PLAN_JSON = {
    code: json.dumps({name: "Y" if name == flag else "N" for name in _FLAGS})
    for code, flag in _PLANS.items()
}
_FOUR = 4 * 365.25
_TOOK_PART = Weighted(
    {"PN1": 0.42, "PN2": 0.05, "PN3": 0.04, "PN4": 0.03, "PN5": 0.08, "PN6": 0.28, "PN7": 0.1}
)


class _Part(NamedTuple):
    start: int
    end: int
    reason: str
    placement: int


def parts(care: Care) -> list[_Part]:
    """A period of care as episodes: a new one where the legal status or the placement changes."""
    legal = {one.start for one in care.legal}
    moves = {one.start: place for place, one in enumerate(care.placements)}
    starts = sorted(legal | set(moves))
    found: list[_Part] = []
    place = 0
    for start, end in zip(starts, [*starts[1:], care.end]):
        place = moves.get(start, place)
        both = start in legal and start in moves
        reason = "S" if start == care.start else "B" if both else "L" if start in legal else "P"
        found.append(_Part(start, end, reason, place))
    return found


def episodes_of_care(view: View) -> list[Row]:
    """Episodes of care."""
    rows = []
    for child, referral, own, care in cares(view):
        for place, one in enumerate(parts(care), 1):
            if one.start > view.day:
                break
            ended = one.end <= view.day
            last = one.end == care.end
            rows.append(
                {
                    "clae_cla_episode_id": f"LE{own[1:]}-{place}",
                    "clae_person_id": child.id,
                    "clae_cla_episode_start_date": any_date(one.start),
                    "clae_cla_episode_start_reason": one.reason,
                    "clae_cla_primary_need_code": care.need,
                    "clae_cla_episode_ceased_date": view.known(one.end),
                    "clae_cla_episode_ceased_reason": (care.reason if last else "X1")
                    if ended
                    else None,
                    "clae_cla_id": own,
                    "clae_referral_id": referral,
                    "clae_cla_placement_id": f"LP{own[1:]}-{one.placement + 1}",
                    "clae_entered_care_date": any_date(care.start),
                    "clae_cla_last_iro_contact_date": any_date(_contact(view, care, one.end)),
                }
            )
    return rows


def _contact(view: View, care: Care, end: int) -> int | None:
    days = [max(one.day - BEFORE_REVIEW, care.start) for one in care.reviews]
    return max((day for day in days if day <= min(end, view.day)), default=None)


def placements(view: View) -> list[Row]:
    """Placements."""
    rows = []
    for child, _, own, care in cares(view):
        for place, one in enumerate(care.placements, 1):
            if one.start > view.day:
                break
            moved = one.end <= view.day and one.end < care.end
            far = 12 + draw(child.number, one.start, _SALT) * 120
            near = draw(child.number, one.start, _SALT + 1) * 18
            rows.append(
                {
                    "clap_cla_placement_id": f"LP{own[1:]}-{place}",
                    "clap_cla_placement_start_date": any_date(one.start),
                    "clap_cla_placement_type": one.kind,
                    "clap_cla_placement_urn": one.urn or None,
                    "clap_cla_placement_distance": round(far if one.away else near, 1),
                    "clap_cla_id": own,
                    "clap_cla_placement_provider": one.provider,
                    "clap_cla_placement_postcode": postcode(one.home),
                    "clap_cla_placement_end_date": view.known(one.end),
                    "clap_cla_placement_change_reason": one.reason if moved else None,
                    "clap_person_id": child.id,
                    "clap_cla_placement_la": place_of(view, one),
                }
            )
    return rows


def legal_statuses(view: View) -> list[Row]:
    """Legal statuses."""
    return [
        {
            "lega_legal_status_id": f"LS{own[1:]}-{place}",
            "lega_person_id": child.id,
            "lega_legal_status": one.code,
            "lega_legal_status_start_date": any_date(one.start),
            "lega_legal_status_end_date": view.known(one.end),
        }
        for child, _, own, care in cares(view)
        for place, one in enumerate(care.legal, 1)
        if one.start <= view.day
    ]


def reviews(view: View) -> list[Row]:
    """Reviews held, and the next one of a child in care."""
    rows = []
    for child, _, own, care in cares(view):
        for place, one in enumerate(care.reviews, 1):
            held = one.day <= view.day
            if not held and care.end <= view.day:
                break
            rows.append(
                {
                    "clar_cla_review_id": f"LR{own[1:]}-{place}",
                    "clar_cla_id": own,
                    "clar_cla_review_due_date": any_date(one.due),
                    "clar_cla_review_date": view.known(one.day),
                    "clar_cla_review_cancelled": "N" if held else None,
                    "clar_cla_review_participation": took_part(child.number, child.born, one.day)
                    if held
                    else None,
                }
            )
            if not held:
                break
    return rows


def took_part(number: int, born: int, day: int) -> str:
    """How a child took part in a review of care."""
    if day - born < _FOUR:
        return "PN0"
    return _TOOK_PART.at(draw(number, day, _SALT + 2))


def visits(view: View) -> list[Row]:
    """Visits to children in care."""
    return [
        {
            "clav_cla_visit_id": f"LV{own[1:]}-{place}",
            "clav_cla_id": own,
            "clav_person_id": child.id,
            **seen(visit, "clav_cla", bedroom=False),
        }
        for child, _, own, care in cares(view)
        for place, visit in enumerate(care.visits, 1)
        if visit // BITS <= view.day
    ]


def care_plans(view: View) -> list[Row]:
    """Plans for permanence over time."""
    rows = []
    for child, _, own, care in cares(view):
        ends = [*(day for day, _ in care.plans[1:]), care.end]
        rows += [
            {
                "lacp_table_id": f"LC{own[1:]}-{place}",
                "lacp_person_id": child.id,
                "lacp_cla_care_plan_start_date": any_date(start),
                "lacp_cla_care_plan_end_date": view.known(end),
                "lacp_cla_care_plan_json": _PLAN_JSON[code],
            }
            for place, ((start, code), end) in enumerate(zip(care.plans, ends), 1)
            if start <= view.day
        ]
    return rows


TABLES = {
    "ssd_cla_episodes": episodes_of_care,
    "ssd_cla_placement": placements,
    "ssd_legal_status": legal_statuses,
    "ssd_cla_reviews": reviews,
    "ssd_cla_visits": visits,
    "ssd_cla_care_plan": care_plans,
}
