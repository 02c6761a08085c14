"""Whose children a page may list: a person's scope, and what a filter leaves of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sightline.measures.groups import NOT_SAID

if TYPE_CHECKING:
    from sightline.packs.published.model import OfChild
    from sightline.packs.published.read import Published
    from sightline.web.people.models import Scope


@dataclass(frozen=True)
class Mine:
    """The teams (None is all of them) and the worker that rows are asked for."""

    teams: tuple[str, ...] | None
    worker: str | None = None

    @property
    def asked(self) -> dict[str, Any]:
        """As :class:`~sightline.packs.published.read.Published` takes it."""
        return {"teams": self.teams, "worker": self.worker}


def mine(scope: Scope, team: str = "", worker: str = "") -> Mine:
    """A person's scope, narrowed to a team and a worker. What lies outside it gives no row."""
    if scope.worker is not None:
        return Mine((team,) if team else None, scope.worker)
    teams = scope.teams
    if team:
        teams = (team,) if teams is None or team in teams else ()
    return Mine(teams, worker or None)


def in_scope(scope: Scope, found: OfChild) -> bool:
    """Whether a person works with a child now, or answers for what is open, due or signalled.

    A team that worked with the child before, and does not now, gives a reason as others do.
    """
    now: tuple[Any, ...] = (found.child, *found.overdue, *found.due, *found.signs)
    return any(scope.holds(one.team, one.worker) for one in now)


def teams_of(scope: Scope, found: Published) -> list[str]:
    """The teams that a person may choose from; those of the data that have something to see."""
    if scope.worker is not None:
        return []
    names = [team.name for team in found.teams()]
    return [name for name in names if scope.teams is None or name in scope.teams]


def workers_of(found: Published, team: str) -> list[str]:
    """The workers of a team by name."""
    return [one.name for one in found.workers(team) if one.name != NOT_SAID] if team else []


def choices(names: Sequence[str], anything: str) -> list[tuple[str, str]]:
    """Names as the choices of a filter, with one for all."""
    return [("", anything), *((name, name) for name in names)]
