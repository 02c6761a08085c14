"""The demonstration's people: one of each role and eight auditors, with a known password."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

PASSWORD = "line of sight"
DRIFTING = "Assessment North"
_NAMES = {
    "director": ("Dana", "Okafor"), "head": ("Hari", "Mistry"), "manager": ("Morgan", "Ellis"),
    "qa_lead": ("Quinn", "Baptiste"), "auditor": ("Alex", "Nowak"), "analyst": ("Ash", "Rahman"),
    "practitioner": ("Priya", "Larkin"), "member": ("Mel", "Whitcombe"),
    "inspector": ("Ivy", "Thorne"), "administrator": ("Ari", "Quayle"),
}  # fmt: skip
_AUDITORS = (
    ("Bea", "Lund"), ("Cal", "Mbeki"), ("Dev", "Sharma"), ("Esi", "Owusu"),
    ("Fin", "Gallagher"), ("Gia", "Romano"), ("Hal", "Prior"),
)  # fmt: skip


def people(teams: Sequence[str], worker: str, managed: str = DRIFTING) -> list[Any]:
    """Make each person, once; their names are their roles. Returns them in order of role."""
    from django.utils import timezone

    from sightline.web.people.rights import ROLES

    mine = managed if managed in teams else (teams[0] if teams else "")
    given: dict[str, list[str]] = {
        "manager": [mine] if mine else [],
        "head": [t for t in teams if t.startswith("Assessment")] or list(teams[:3]),
        "auditor": list(teams[1:2]),
    }
    made = []
    for role, names in _NAMES.items():
        until = timezone.localdate() + timedelta(days=14) if ROLES[role].until else None
        own = worker if ROLES[role].scope == "worker" else ""
        made.append(_person(role, role, names, given.get(role, []), own, until))
    for number, names in enumerate(_AUDITORS, start=2):
        made.append(_person(f"auditor{number}", "auditor", names, _team(teams, number), "", None))
    return made


def _team(teams: Sequence[str], number: int) -> list[str]:
    return [teams[number % len(teams)]] if teams else []


def _person(
    username: str, role: str, names: tuple[str, str], teams: list[str], worker: str, until: Any
) -> Any:
    from sightline.web.people.models import Person

    one, new = Person.objects.get_or_create(
        username=username,
        defaults={
            "role": role, "first_name": names[0], "last_name": names[1], "teams": teams,
            "worker": worker, "until": until, "email": f"{username}@council.example",
        },
    )  # fmt: skip
    if new:
        one.set_password(PASSWORD)
        one.save()
    elif until:
        one.until = until
        one.save()
    return one


def lines(address: str) -> Iterator[str]:
    """Where to go, and how each role signs in."""
    from sightline.web.people.rights import ROLES

    yield f"Open {address} and sign in. The password of each is: {PASSWORD}"
    for role in ROLES.values():
        yield f"  {role.key:<14} {role.title}"
