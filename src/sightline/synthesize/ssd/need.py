"""Tables of the SSD about children in need: plans and visits."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.synthesize.annex_a.common import said
from sightline.synthesize.days import any_date
from sightline.synthesize.events import ALONE, BEDROOM, SEEN
from sightline.synthesize.ssd.known import Row, episodes, worker_and_team
from sightline.synthesize.view import View
from sightline.synthesize.visits import BITS


def seen(visit: int, prefix: str, bedroom: bool = True) -> Row:
    """The day of a visit, and what was seen at it."""
    made = {
        f"{prefix}_visit_date": any_date(visit // BITS),
        f"{prefix}_visit_seen": said(bool(visit & SEEN)),
        f"{prefix}_visit_seen_alone": said(bool(visit & ALONE)),
    }
    if bedroom:
        made[f"{prefix}_visit_bedroom"] = said(bool(visit & BEDROOM))
    return made


def plans(view: View) -> list[Row]:
    """Child in need plans."""
    rows = []
    for child, referral, episode in episodes(view):
        for place, one in enumerate(episode.plans, 1):
            if one.start > view.day:
                continue
            holder = episode.holder(min(view.day, one.end)).worker
            rows.append(
                {
                    "cinp_cin_plan_id": f"N{referral[1:]}-{place}",
                    "cinp_referral_id": referral,
                    "cinp_person_id": child.id,
                    "cinp_cin_plan_start_date": any_date(one.start),
                    "cinp_cin_plan_end_date": view.known(one.end),
                    **worker_and_team(holder, "cinp_cin_plan"),
                }
            )
    return rows


def visits(view: View) -> list[Row]:
    """Visits under plans, and those at which a child was seen for an assessment."""
    return [
        {
            "cinv_cin_visit_id": f"V{referral[1:]}-{number}",
            "cinv_person_id": person,
            **seen(visit, "cinv_cin"),
        }
        for person, referral, number, visit in _visits(view)
    ]


def _visits(view: View) -> Iterator[tuple[str, str, int, int]]:
    for child, referral, episode in episodes(view):
        found = [one.seen * BITS + SEEN for one in episode.assessments if one.seen is not None]
        found += [visit for plan in episode.plans for visit in plan.visits]
        for number, visit in enumerate(found, 1):
            if visit // BITS <= view.day:
                yield child.id, referral, number, visit


TABLES = {"ssd_cin_plans": plans, "ssd_cin_visits": visits}
