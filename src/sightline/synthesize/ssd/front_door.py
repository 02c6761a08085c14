"""Tables of the SSD about the front door: contacts, early help, referrals, assessments."""

from __future__ import annotations

import json

from sightline.synthesize.annex_a.common import said
from sightline.synthesize.days import any_date
from sightline.synthesize.dice import draw
from sightline.synthesize.ssd.known import (
    Row,
    children,
    episodes,
    source_words,
    worker_and_team,
)
from sightline.synthesize.view import View
from sightline.synthesize.workforce import Worker

_SALT = 811
_CONTACT = {
    "referral": {"OUTCOME_NEW_REFERRAL_FLAG": "Y", "OUTCOME_NFA_FLAG": "N"},
    "early_help": {"OUTCOME_NEW_REFERRAL_FLAG": "N", "OUTCOME_EARLY_HELP_FLAG": "Y"},
    "advice": {"OUTCOME_NEW_REFERRAL_FLAG": "N", "OUTCOME_ADVICE_FLAG": "Y"},
}
_CONTACT_JSON = {key: json.dumps(flags) for key, flags in _CONTACT.items()}
_REFERRAL_JSON = {
    nfa: json.dumps(
        {
            "OUTCOME_SINGLE_ASSESSMENT_FLAG": said(not nfa),
            "OUTCOME_NFA_FLAG": said(nfa),
        }
    )
    for nfa in (True, False)
}
_ASSESSMENT_JSON = {
    support: json.dumps(
        {"OUTCOME_NFA_FLAG": said(not support), "OUTCOME_CHILD_IN_NEED_PLAN_FLAG": said(support)}
    )
    for support in (True, False)
}
# Factors found, by how often, beside those that a need brings with it.
_FACTORS = {
    **{"3B": 0.38, "4B": 0.36, "4A": 0.2, "2B": 0.2, "1B": 0.17, "16A": 0.2, "17A": 0.2},
    **{"18C": 0.13, "2A": 0.07, "1A": 0.04, "15A": 0.07, "7A": 0.06, "5A": 0.09, "6A": 0.07},
    **{"10A": 0.04, "11A": 0.04, "24A": 0.04, "13A": 0.03, "14A": 0.06, "19C": 0.05, "3A": 0.1},
}


def contacts(view: View) -> list[Row]:
    """Contacts since history begins."""
    words = source_words()
    return [
        {
            "cont_contact_id": f"C{child.number}-{place}",
            "cont_person_id": child.id,
            "cont_contact_date": any_date(one.day),
            "cont_contact_source_code": one.source,
            "cont_contact_source_desc": words[one.source],
            "cont_contact_outcome_json": _CONTACT_JSON[one.outcome],
        }
        for child in view.world.children
        for place, one in enumerate(child.contacts, 1)
        if view.world.first <= one.day <= view.day
    ]


def early_help(view: View) -> list[Row]:
    """Episodes of early help."""
    workers = [worker for post in view.world.teams["front"][0].posts for worker in post.workers]
    rows = []
    for child in children(view):
        for place, one in enumerate(child.helps, 1):
            if one.start > view.day:
                continue
            stepped_up = draw(child.number, place, _SALT) < 0.2
            ended = "Stepped up" if stepped_up else "Outcomes met"
            rows.append(
                {
                    "earl_episode_id": f"E{child.number}-{place}",
                    "earl_person_id": child.id,
                    "earl_episode_start_date": any_date(one.start),
                    "earl_episode_end_date": view.known(one.end),
                    "earl_episode_reason": "Family support",
                    "earl_episode_end_reason": ended if one.end <= view.day else None,
                    "earl_episode_organisation": one.organisation,
                    "earl_episode_worker_id": _somebody(workers, child.number, one.start),
                }
            )
    return rows


def _somebody(workers: list[Worker], number: int, day: int) -> str | None:
    there = [worker for worker in workers if worker.there(day)]
    return there[number % len(there)].id if there else None


def cin_episodes(view: View) -> list[Row]:
    """Referrals and the episodes that they began."""
    words = source_words()
    rows = []
    for child, referral, one in episodes(view):
        closed = one.close <= view.day
        holder = one.holder(one.referral).worker
        rows.append(
            {
                "cine_referral_id": referral,
                "cine_person_id": child.id,
                "cine_referral_date": any_date(one.referral),
                "cine_cin_primary_need_code": one.need,
                "cine_referral_source_code": one.source,
                "cine_referral_source_desc": words[one.source],
                "cine_referral_outcome_json": _REFERRAL_JSON[one.nfa],
                "cine_referral_nfa": said(one.nfa),
                "cine_close_reason": one.reason if closed else None,
                "cine_close_date": view.known(one.close),
                **worker_and_team(holder, "cine_referral"),
            }
        )
    return rows


def assessments(view: View) -> list[Row]:
    """Assessments begun by the day."""
    rows = []
    for child, referral, episode in episodes(view):
        for place, one in enumerate(episode.assessments, 1):
            if one.start > view.day:
                continue
            done = one.end <= view.day
            holder = episode.holder(min(view.day, one.end - 1)).worker
            rows.append(
                {
                    "cina_assessment_id": f"A{referral[1:]}-{place}",
                    "cina_person_id": child.id,
                    "cina_referral_id": referral,
                    "cina_assessment_start_date": any_date(one.start),
                    "cina_assessment_child_seen": said(view.past(one.seen)),
                    "cina_assessment_auth_date": view.known(one.end),
                    "cina_assessment_outcome_json": _ASSESSMENT_JSON[one.support] if done else None,
                    "cina_assessment_outcome_nfa": said(not one.support) if done else None,
                    **worker_and_team(holder, "cina_assessment"),
                }
            )
    return rows


def factors(view: View) -> list[Row]:
    """What each finished assessment found."""
    rows = []
    for child, referral, episode in episodes(view):
        for place, one in enumerate(episode.assessments, 1):
            if one.end <= view.day:
                found = _found(child.number, episode.referral + place, episode.need)
                rows.append(
                    {
                        "cinf_table_id": f"AF{referral[1:]}-{place}",
                        "cinf_assessment_id": f"A{referral[1:]}-{place}",
                        "cinf_assessment_factors_json": found,
                    }
                )
    return rows


def _found(number: int, when: int, need: str) -> str:
    codes = [
        code
        for place, (code, share) in enumerate(_FACTORS.items())
        if draw(number, when, place, _SALT + 1) < share * (1.3 if need == "N1" else 0.8)
    ]
    return json.dumps(codes or ["21"])


TABLES = {
    "ssd_contacts": contacts,
    "ssd_early_help_episodes": early_help,
    "ssd_cin_episodes": cin_episodes,
    "ssd_cin_assessments": assessments,
    "ssd_assessment_factors": factors,
}
