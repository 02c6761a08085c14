"""Tables of the SSD about workers: who they are, their teams, and their time with children."""

from __future__ import annotations

from sightline.synthesize.caseloads import held_on, holdings, last_census
from sightline.synthesize.days import any_date
from sightline.synthesize.events import Child
from sightline.synthesize.ssd.known import Row, team_id
from sightline.synthesize.teams import SERVICES
from sightline.synthesize.view import View

_TITLES = {
    "social_worker": "Social Worker",
    "senior_social_worker": "Senior Social Worker",
    "assessed_year": "Newly Qualified Social Worker",
    "team_manager": "Team Manager",
    "personal_adviser": "Personal Adviser",
    "reviewing_officer": "Independent Reviewing Officer",
}
_ALLOCATED, _ADVISER = "Allocated social worker", "Personal adviser"


def departments(view: View) -> list[Row]:
    """Services, and the teams that belong to them."""
    services = list(dict.fromkeys(SERVICES.values()))
    rows: list[Row] = [
        {"dept_team_id": f"S{place:02d}", "dept_team_name": name}
        for place, name in enumerate(services, 1)
    ]
    for kind, teams in view.world.teams.items():
        parent = services.index(SERVICES[kind])
        rows += [
            {
                "dept_team_id": team_id(team),
                "dept_team_name": team.name,
                "dept_team_parent_id": f"S{parent + 1:02d}",
                "dept_team_parent_name": services[parent],
            }
            for team in teams
        ]
    return rows


def professionals(view: View) -> list[Row]:
    """Every worker so far."""
    held = held_on(view, last_census(view))
    return [
        {
            "prof_professional_id": worker.id,
            "prof_staff_id": f"ST{worker.number:05d}",
            "prof_professional_name": worker.name,
            "prof_social_worker_registration_no": registration(worker.number, worker.role),
            "prof_professional_job_title": _TITLES[worker.role],
            "prof_professional_caseload": held.get(worker.number, 0),
            "prof_professional_department": SERVICES[worker.team.kind],
            "prof_full_time_equivalency": worker.fte,
        }
        for worker in view.world.workers
        if worker.start <= view.day
    ]


def registration(number: int, role: str) -> str | None:
    """A made-up number in the form of Social Work England's."""
    return None if role == "personal_adviser" else f"SW{900_000 + number}"


def involvements(view: View) -> list[Row]:
    """Each worker's time with each child."""
    places: dict[int, int] = {}
    rows = []
    for child, place, one in holdings(view):
        places[child.number] = places.get(child.number, 0) + 1
        passed_on = one.end <= view.day and not _over(child, place, one.end)
        rows.append(
            {
                "invo_involvements_id": f"IV{child.number}-{places[child.number]}",
                "invo_professional_id": one.worker.id,
                "invo_professional_role_id": _ALLOCATED if place else _ADVISER,
                "invo_professional_team": team_id(one.worker.team),
                "invo_involvement_start_date": any_date(one.start),
                "invo_involvement_end_date": view.known(one.end),
                "invo_worker_change_reason": one.reason if passed_on else None,
                "invo_person_id": child.id,
                "invo_referral_id": f"R{child.number}-{place}" if place else None,
            }
        )
    return rows


def _over(child: Child, place: int, end: int) -> bool:
    """Whether the work itself was over at an end."""
    if place:
        return end >= child.episodes[place - 1].close
    return child.leaver is None or end >= child.leaver.end


TABLES = {
    "ssd_department": departments,
    "ssd_professionals": professionals,
    "ssd_involvements": involvements,
}
