"""Coverage: which teams and workers were looked at over a year, and which were not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


class _Member(Protocol):
    @property
    def team(self) -> str: ...
    @property
    def worker(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """One audit: the child's team and worker, and its day."""

    team: str
    worker: str
    on: date


@dataclass(frozen=True, slots=True)
class TeamCoverage:
    """A team: how many audits of its work, and of its workers, who was looked at and who not."""

    team: str
    audits: int
    workers_seen: tuple[str, ...]
    workers_not_seen: tuple[str, ...]

    @property
    def workers(self) -> int:
        """How many workers the team has now."""
        return len(self.workers_seen) + len(self.workers_not_seen)

    def __str__(self) -> str:
        """In words: "North: 4 audits, 3 of 5 workers"."""
        audits = "1 audit" if self.audits == 1 else f"{self.audits} audits"
        return f"{self.team}: {audits}, {len(self.workers_seen)} of {self.workers} workers"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every team that has children now, in order of its name."""

    teams: tuple[TeamCoverage, ...]
    start: date
    end: date

    @property
    def not_seen(self) -> tuple[str, ...]:
        """The teams that nobody looked at."""
        return tuple(team.team for team in self.teams if not team.audits)

    @property
    def workers_not_seen(self) -> tuple[str, ...]:
        """The workers that nobody looked at, in whatever team."""
        return tuple(worker for team in self.teams for worker in team.workers_not_seen)


def coverage(frame: Iterable[_Member], audits: Sequence[Seen], start: date, end: date) -> Coverage:
    """Which of today's teams and workers were looked at from ``start`` to ``end``, both included.

    A worker who moved team counts as seen, wherever the audit was.
    """
    now = [(member.team, member.worker) for member in frame if member.team]
    within = [audit for audit in audits if start <= audit.on <= end]
    seen = {audit.worker for audit in within}
    rows = []
    for team in sorted({team for team, _ in now}):
        workers = sorted({worker for of, worker in now if of == team and worker})
        rows.append(
            TeamCoverage(
                team,
                sum(audit.team == team for audit in within),
                tuple(worker for worker in workers if worker in seen),
                tuple(worker for worker in workers if worker not in seen),
            )
        )
    return Coverage(tuple(rows), start, end)
