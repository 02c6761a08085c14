"""Tables of the SSD about life in care: health, questionnaires, missing, convictions, the past."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.synthesize.annex_a.common import said
from sightline.synthesize.days import any_date
from sightline.synthesize.dice import draw
from sightline.synthesize.events import Care, Child
from sightline.synthesize.health import DENTAL
from sightline.synthesize.missing import DAY
from sightline.synthesize.ssd.known import Row, cares, children
from sightline.synthesize.view import View

_SALT = 841
_YEAR = 365
_FOUR, _TEN, _TWELVE, _SIXTEEN = (int(years * 365.25) for years in (4, 10, 12, 16))
_HIGHEST = 40
_OFFENCES = ("Theft", "Criminal damage", "Assault", "Public order")


def _ever(view: View) -> Iterator[tuple[Child, Care]]:
    """Each child who was ever in care, with the first period of it."""
    known: set[int] = set()
    for child, _, _, care in cares(view):
        if child.number not in known:
            known.add(child.number)
            yield child, care


def health(view: View) -> list[Row]:
    """Health assessments and dental checks."""
    return [
        {
            "clah_health_check_id": f"LH{own[1:]}-{place}",
            "clah_person_id": child.id,
            "clah_health_check_type": kind,
            "clah_health_check_date": any_date(day),
            "clah_health_check_status": "Completed",
        }
        for child, _, own, care in cares(view)
        for place, (day, kind) in enumerate(care.health, 1)
        if day <= view.day
    ]


def immunisations(view: View) -> list[Row]:
    """Whether immunisations were up to date, as of the last health assessment."""
    last: dict[str, Row] = {}
    for child, _, _, care in cares(view):
        days = [day for day, kind in care.health if day <= view.day and kind != DENTAL]
        last[child.id] = {
            "clai_person_id": child.id,
            "clai_immunisations_status": said(draw(child.number, _SALT) < 0.86),
            "clai_immunisations_status_date": any_date(max(days, default=None)),
        }
    return list(last.values())


def substance_misuse(view: View) -> list[Row]:
    """Substance misuse of older children."""
    return [
        {
            "clas_substance_misuse_id": f"LM{child.number}",
            "clas_person_id": child.id,
            "clas_substance_misuse_date": any_date(day),
            "clas_substance_misused": "Y",
            "clas_intervention_received": said(draw(child.number, _SALT + 2) < 0.6),
        }
        for child, day in _older(view, _TWELVE, 0.07, _SALT + 1)
    ]


def convictions(view: View) -> list[Row]:
    """Convictions and final warnings."""
    return [
        {
            "clac_cla_conviction_id": f"LX{child.number}",
            "clac_person_id": child.id,
            "clac_cla_conviction_date": any_date(day),
            "clac_cla_conviction_offence": _OFFENCES[child.number % len(_OFFENCES)],
        }
        for child, day in _older(view, _TEN, 0.05, _SALT + 3)
    ]


def _older(view: View, age: int, share: float, salt: int) -> Iterator[tuple[Child, int]]:
    """Some of the children of an age in care, each with a day on which something happened."""
    for child, care in _ever(view):
        day = max(care.start, child.born + age, view.world.first)
        day += int(draw(child.number, salt) * 400)
        if day < min(care.end, view.day + 1) and draw(child.number, salt + 50) < share:
            yield child, day


def previous_permanence(view: View) -> list[Row]:
    """Whether a child in care had left care before for good."""
    rows = []
    for child, care in _ever(view):
        before = draw(child.number, _SALT + 4) < 0.05 and care.start - child.born > _FOUR
        year = any_date(care.start - 2 * _YEAR)
        assert year is not None
        option = "P2" if child.number % 2 else "P1"
        rows.append(
            {
                "lapp_table_id": f"LQ{child.number}",
                "lapp_person_id": child.id,
                "lapp_previous_permanence_order_date": f"zz/05/{year.year}" if before else None,
                "lapp_previous_permanence_option": option if before else "Z1",
                "lapp_previous_permanence_la": view.world.authority if before else None,
            }
        )
    return rows


def questionnaires(view: View) -> list[Row]:
    """Strengths and difficulties of those of four to sixteen, once in each year of care."""
    rows = []
    for child, _, own, care in cares(view):
        first = max(care.start, view.world.first)
        for place in range((min(care.end, view.day) - first) // _YEAR + 1):
            day = first + place * _YEAR + 60 + int(draw(child.number, place, _SALT + 5) * 200)
            age = day - child.born
            skipped = draw(child.number, place, _SALT + 6) < 0.2
            if skipped or not _FOUR <= age <= _SIXTEEN or day > min(care.end - 1, view.day):
                continue
            usual = sum(draw(child.number, place // 2, one, _SALT + 7) for one in range(3))
            rows.append(
                {
                    "csdq_table_id": f"LD{own[1:]}-{place}",
                    "csdq_person_id": child.id,
                    "csdq_sdq_completed_date": any_date(day),
                    "csdq_sdq_score": min(_HIGHEST, int(usual * 9.6)),
                }
            )
    return rows


def missing(view: View) -> list[Row]:
    """Times missing or away, from home and from care."""
    rows = []
    for child in children(view):
        for place, one in enumerate(child.away, 1):
            if one.start // DAY > view.day:
                continue
            offered = view.past(one.offered)
            is_missing = one.kind == "M"
            back = one.end // DAY
            rows.append(
                {
                    "miss_table_id": f"MI{child.number}-{place}",
                    "miss_person_id": child.id,
                    "miss_missing_episode_start_date": any_date(one.start // DAY),
                    "miss_missing_episode_type": one.kind,
                    "miss_missing_episode_end_date": view.known(back),
                    "miss_missing_rhi_offered": said(offered) if is_missing else None,
                    "miss_missing_rhi_accepted": said(one.accepted) if offered else None,
                }
            )
    return rows


TABLES = {
    "ssd_cla_health": health,
    "ssd_cla_immunisations": immunisations,
    "ssd_cla_substance_misuse": substance_misuse,
    "ssd_cla_convictions": convictions,
    "ssd_cla_previous_permanence": previous_permanence,
    "ssd_sdq_scores": questionnaires,
    "ssd_missing": missing,
}
