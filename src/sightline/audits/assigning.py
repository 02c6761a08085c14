"""Who looks at which child: never one's own team, and as even a load as can be."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol


class _Member(Protocol):
    @property
    def child(self) -> str: ...
    @property
    def team(self) -> str: ...
    @property
    def worker(self) -> str: ...


class _Chosen(Protocol):
    @property
    def member(self) -> _Member: ...


class _Sample(Protocol):
    @property
    def chosen(self) -> Sequence[_Chosen]: ...
    @property
    def seed(self) -> int | str: ...


@dataclass(frozen=True, slots=True)
class Auditor:
    """Someone who audits, the teams that they manage or belong to, and how many they can take.

    ``id`` is the name or number by which workers are known on the list, so that nobody audits
    their own work. No capacity is no limit.
    """

    id: str
    teams_managed: frozenset[str] = frozenset()
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which auditor looks at which child, and for whom there is none, with the reason."""

    given: Mapping[str, str]
    not_given: Mapping[str, str]
    loads: Mapping[str, int]


NOBODY_OUTSIDE = (
    "Every auditor is of the child's team, or looked at the child before. Ask somebody else."
)
NOBODY_FREE = "The auditors who may look at the child can take no more. Ask one more auditor."


def may_audit(auditor: Auditor, member: _Member) -> bool:
    """Whether an auditor may look at a child: not of their own team, and not their own work."""
    return member.team not in auditor.teams_managed and member.worker != auditor.id


def assign(
    sample: _Sample,
    auditors: Sequence[Auditor],
    seed: int | str | None = None,
    barred: Mapping[str, Collection[str]] | None = None,
) -> Assignment:
    """Give each child of a sample an auditor. The seed is the sample's where none is said.

    ``barred`` are auditors who may not look at a child, such as the first auditor when the child
    is looked at again.

    The load is as even as the rules allow: nobody is given a child more while another may take
    one, even if others must swap for it.
    """
    members = {chosen.member.child: chosen.member for chosen in sample.chosen}
    seed = sample.seed if seed is None else seed
    may = {
        child: [
            auditor
            for auditor in _shuffled(auditors, seed, child)
            if may_audit(auditor, member) and auditor.id not in (barred or {}).get(child, ())
        ]
        for child, member in members.items()
    }
    given = _evenly(may)
    loads = {auditor.id: sum(g == auditor.id for g in given.values()) for auditor in auditors}
    not_given = {
        child: NOBODY_FREE if may[child] else NOBODY_OUTSIDE
        for child in members
        if child not in given
    }
    ordered = {child: given[child] for child in members if child in given}
    return Assignment(ordered, not_given, loads)


def _shuffled(auditors: Sequence[Auditor], seed: int | str, child: str) -> list[Auditor]:
    return sorted(auditors, key=lambda a: sha256(f"{seed}\x1f{child}\x1f{a.id}".encode()).digest())


def _evenly(may: Mapping[str, Sequence[Auditor]]) -> dict[str, str]:
    """Raise everybody's limit one child at a time, placing all who can be placed at each level."""
    given: dict[str, str] = {}
    for level in range(1, len(may) + 1):
        for child in may:
            if child not in given:
                _place(child, level, may, given, set())
    return given


def _place(
    child: str,
    level: int,
    may: Mapping[str, Sequence[Auditor]],
    given: dict[str, str],
    tried: set[str],
) -> bool:
    """Find the child an auditor, moving other children on where that makes room."""
    for auditor in may[child]:
        if auditor.id in tried:
            continue
        tried.add(auditor.id)
        held = [other for other, by in given.items() if by == auditor.id]
        room = level if auditor.capacity is None else min(level, auditor.capacity)
        moved = len(held) < room or any(_place(o, level, may, given, tried) for o in held)
        if moved and room:
            given[child] = auditor.id
            return True
    return False
