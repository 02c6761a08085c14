"""Drawing a sample of children to look at: who may be chosen, who was, and why.

A draw depends on its seed and on the list, and on nothing else. Every child has a place that is
worked out of the seed and the child's identifier alone, so the order of the list does not
matter, and when one child is left out the places of the others stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from sightline.audits.assigning import Assignment, Auditor, assign, may_audit
from sightline.audits.coverage import Coverage, Seen, coverage
from sightline.audits.intervals import Interval, interval
from sightline.audits.strata import allocate, stratum
from sightline.kit.calendar import add_months, long_date

__all__ = [
    "Assignment",
    "Auditor",
    "Chosen",
    "Coverage",
    "Interval",
    "Member",
    "Method",
    "Sample",
    "Seen",
    "allocate",
    "assign",
    "coverage",
    "draw",
    "interval",
    "may_audit",
]

RECENT_MONTHS = 12
OWN_TEAM = "no auditor on the list is outside the child's team"
FEWEST_REPLACEMENTS = 2


class Method(StrEnum):
    """How children are chosen."""

    RANDOM = "random"
    STRATIFIED = "stratified"
    PURPOSIVE = "purposive"


@dataclass(frozen=True, slots=True)
class Member:
    """A child on the list that is drawn from, with the team, the worker and other groupings."""

    child: str
    team: str = ""
    worker: str = ""
    strata: Mapping[str, str] = field(default_factory=dict)

    def values(self) -> dict[str, str]:
        """What it may be grouped by."""
        return {"team": self.team, "worker": self.worker, **self.strata}


@dataclass(frozen=True, slots=True)
class Chosen:
    """A child who was chosen: how, from which group, and why in words."""

    member: Member
    method: Method
    stratum: str
    why: str

    @property
    def child(self) -> str:
        """The child's identifier."""
        return self.member.child


@dataclass(frozen=True, slots=True)
class Sample:
    """What a draw gave.

    ``replacements`` stand in order: the first of the same group takes the place of a child who
    cannot be looked at. ``excluded`` are children of the list with the reason.
    """

    chosen: tuple[Chosen, ...]
    replacements: tuple[Chosen, ...]
    excluded: Mapping[str, str]
    seed: int | str
    method: Method
    frame_size: int
    asked_for: int
    statement: str

    @property
    def eligible(self) -> int:
        """How many could have been chosen: the list less those left out."""
        return self.frame_size - len(self.excluded)

    def replacement_for(self, child: str, used: Collection[str] = ()) -> Chosen | None:
        """Who takes a chosen child's place, those ``used`` already aside; None where nobody can.

        A child who was picked on purpose has no replacement.
        """
        place = next(chosen for chosen in self.chosen if chosen.child == child)
        for other in self.replacements:
            same = (other.stratum, other.method) == (place.stratum, place.method)
            if same and other.child not in used:
                return other
        return None


def draw(
    frame: Sequence[Member],
    size: int,
    *,
    seed: int | str,
    as_at: date,
    method: Method | str = Method.RANDOM,
    strata: Sequence[str] = (),
    picks: Mapping[str, str] | None = None,
    exclusions: Mapping[str, str] | None = None,
    recent: Mapping[str, date] | None = None,
    recent_months: int = RECENT_MONTHS,
    auditors: Sequence[Auditor] = (),
) -> Sample:
    """Draw ``size`` children of the list.

    ``picks`` are children chosen on purpose, each with the reason: they come first, are labelled
    so, and count towards the size. ``exclusions`` are children left out, each with the reason;
    so are those last audited (``recent``) less than ``recent_months`` before ``as_at``, and
    those whom no auditor may look at. ValueError where what is asked for contradicts itself.
    """
    method, picks = Method(method), dict(picks or {})
    _check(frame, size, method, strata, picks)
    excluded = _excluded(frame, exclusions or {}, _too_recent(recent or {}, as_at, recent_months))
    excluded |= _own_team(frame, auditors, excluded)
    able = sorted((m for m in frame if m.child not in excluded), key=lambda m: _place(m, seed))
    picked = _picked(able, size, picks)
    rest = [member for member in able if member.child not in picks]
    groups = _grouped(rest, strata if method is Method.STRATIFIED else ())
    left = 0 if method is Method.PURPOSIVE else size - len(picked)
    drawn, spare = _drawn(groups, left, method)
    chosen = (*picked, *drawn)
    said = _statement(chosen, frame, size, excluded, seed, method, as_at, groups)
    return Sample(chosen, spare, excluded, seed, method, len(frame), size, said)


def _check(
    frame: Sequence[Member],
    size: int,
    method: Method,
    strata: Sequence[str],
    picks: Mapping[str, str],
) -> None:
    children = [member.child for member in frame]
    if size < 1:
        raise ValueError("Ask for one child or more.")
    if len(set(children)) != len(children):
        raise ValueError("A child stands on the list twice. Give each child one row.")
    if (method is Method.STRATIFIED) != bool(strata):
        raise ValueError("Say what to group by for a stratified draw, and for no other.")
    known = {name for member in frame for name in member.values()}
    if frame and not set(strata) <= known:
        raise ValueError(f"The list cannot be grouped by {', '.join(set(strata) - known)}.")
    if method is Method.PURPOSIVE and not picks:
        raise ValueError("Say which children to pick, and why.")
    if not set(picks) <= set(children) or not all(why.strip() for why in picks.values()):
        raise ValueError("A child picked on purpose must be on the list, with the reason.")


def _place(member: Member, seed: int | str) -> bytes:
    """A child's place: the same on every machine, and whatever else is on the list."""
    return sha256(f"{seed}\x1f{member.child}".encode()).digest()


def _too_recent(recent: Mapping[str, date], as_at: date, months: int) -> dict[str, str]:
    return {
        child: f"audited within {months} months"
        for child, last in recent.items()
        if add_months(last, months) > as_at
    }


def _excluded(
    frame: Sequence[Member], exclusions: Mapping[str, str], recent: Mapping[str, str]
) -> dict[str, str]:
    reasons = {**recent, **exclusions}
    return {member.child: reasons[member.child] for member in frame if member.child in reasons}


def _own_team(
    frame: Sequence[Member], auditors: Sequence[Auditor], excluded: Mapping[str, str]
) -> dict[str, str]:
    if not auditors:
        return {}
    return {
        member.child: OWN_TEAM
        for member in frame
        if member.child not in excluded and not any(may_audit(a, member) for a in auditors)
    }


def _picked(able: Sequence[Member], size: int, picks: Mapping[str, str]) -> tuple[Chosen, ...]:
    found = [
        Chosen(member, Method.PURPOSIVE, "", f"Picked on purpose: {picks[member.child]}")
        for member in able
        if member.child in picks
    ]
    if len(found) > size:
        raise ValueError(f"{len(found)} children are picked for a sample of {size}.")
    return tuple(found)


def _grouped(rest: Sequence[Member], strata: Sequence[str]) -> dict[str, list[Member]]:
    groups: dict[str, list[Member]] = {}
    for member in rest:
        groups.setdefault(stratum(strata, member.values()), []).append(member)
    return dict(sorted(groups.items()))


def _drawn(
    groups: Mapping[str, list[Member]], size: int, method: Method
) -> tuple[tuple[Chosen, ...], tuple[Chosen, ...]]:
    """Those drawn, and those who stand ready: as many again of each group, and two at least."""
    chosen: list[Chosen] = []
    spare: list[Chosen] = []
    for group, number in allocate({g: len(m) for g, m in groups.items()}, size).items():
        members = groups[group]
        why = _why(group, number, len(members))
        ready = max(number, FEWEST_REPLACEMENTS) if number else 0
        chosen += [Chosen(m, method, group, why) for m in members[:number]]
        spare += [Chosen(m, method, group, why) for m in members[number : number + ready]]
    return tuple(chosen), tuple(spare)


def _why(group: str, number: int, of: int) -> str:
    where = f" ({group})" if group else ""
    return f"Drawn at random: {number} of {of}{where}"


def _statement(
    chosen: Sequence[Chosen],
    frame: Sequence[Member],
    size: int,
    excluded: Mapping[str, str],
    seed: int | str,
    method: Method,
    as_at: date,
    groups: Mapping[str, Sequence[Member]],
) -> str:
    """How the sample was made, in plain words, to stand above every figure that comes of it."""
    picked = sum(c.method is Method.PURPOSIVE for c in chosen)
    drawn, able = len(chosen) - picked, len(frame) - len(excluded)
    said = [f"The list of {long_date(as_at)} holds {len(frame)} children; {able} could be chosen."]
    said += [f"{number} left out: {why}." for why, number in _reasons(excluded)]
    if drawn:
        by = "at random within groups, in proportion" if groups.keys() - {""} else "at random"
        said.append(f"{drawn} drawn {by} (seed {seed}).")
    if picked:
        said.append(f"{picked} picked on purpose: they do not stand for all children.")
    empty = groups.keys() - {c.stratum for c in chosen} if drawn else set()
    if empty:
        said.append(f"The sample is too small for: {', '.join(sorted(empty))}.")
    if len(chosen) < size and method is not Method.PURPOSIVE:
        said.append(f"{size} were asked for; there were no more.")
    return " ".join(said)


def _reasons(excluded: Mapping[str, str]) -> list[tuple[str, int]]:
    return sorted(Counter(excluded.values()).items(), key=lambda pair: (-pair[1], pair[0]))
