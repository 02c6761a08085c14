"""Which parts stand on the first page of which role, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.web.home import told
from sightline.web.people.rights import Right

if TYPE_CHECKING:
    from sightline.packs.published.read import Published

_PARENTS = ("la", "cl")
"""The areas that councillors answer for as corporate parents: children in care, care leavers."""


def parts(person: Any, found: Published | None) -> dict[str, Any]:
    """What the template ``home.html`` prints for a person; without figures where there are none."""
    shared = {
        "audits": told.audits(person) if person.may(Right.SEE_AUDITS) else [],
        "data": told.data(person) if person.may(Right.SEE_DATA) else [],
    }
    if found is None or not person.may(Right.SEE_SHARED):
        return shared
    return shared | _BY_ROLE.get(person.role, _leading)(person, found)


def _leading(person: Any, found: Published) -> dict[str, Any]:
    """Director and inspector: what do we know, how do we know it, what are our plans."""
    return {
        "summary": (found.view("front") or {}).get("summary", ""),
        "counted": told.counted(found, person) if person.may(Right.SEE_CHILDREN) else [],
        "standing": told.standing(found),
        "known_by": told.known_by(found),
        "ahead": told.ahead(found),
        "questions": True,
    }


def _head(person: Any, found: Published) -> dict[str, Any]:
    return _leading(person, found) | {
        "teams": told.teams_past(found, person),
        "mine": told.standing(found, list(person.teams)),
    }


def _manager(person: Any, found: Published) -> dict[str, Any]:
    """Monday morning: what is late, what comes due, supervision, and the team's own past."""
    return {
        "counted": told.counted(found, person),
        "lists": [told.list_of(found, person, kind) for kind in ("overdue", "due")],
        "gaps": told.gaps(found, person),
        "teams": told.teams_past(found, person),
    }


def _auditing(person: Any, found: Published) -> dict[str, Any]:
    return {
        "summary": (found.view("front") or {}).get("summary", ""),
        "standing": told.standing(found),
        "ahead": told.ahead(found),
        "audits_first": True,
    }


def _analyst(person: Any, found: Published) -> dict[str, Any]:
    return {
        "summary": (found.view("front") or {}).get("summary", ""),
        "standing": told.standing(found),
        "known_by": told.known_by(found),
        "data_first": True,
    }


def _practitioner(person: Any, found: Published) -> dict[str, Any]:
    return {
        "counted": told.counted(found, person),
        "lists": [told.list_of(found, person, kind) for kind in ("overdue", "due")],
        "own": True,
    }


def _member(person: Any, found: Published) -> dict[str, Any]:
    """Plain figures, in bigger type, to print."""
    return {
        "summary": (found.view("front") or {}).get("summary", ""),
        "plain": told.figures(found, _PARENTS),
        "standing": told.standing(found),
        "ahead": told.ahead(found),
    }


_BY_ROLE = {
    "director": _leading,
    "inspector": _leading,
    "head": _head,
    "manager": _manager,
    "qa_lead": _auditing,
    "auditor": _auditing,
    "analyst": _analyst,
    "practitioner": _practitioner,
    "member": _member,
}
