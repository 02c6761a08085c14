"""Second looks: which audits a moderator grades again, and which children are looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sightline.audits.scales import Scale
from sightline.kit.calendar import add_months, long_date

SHARE = (15, 100)
REAUDIT_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Finished:
    """One finished audit: its own id, the child, the auditor, the day, and the grade."""

    id: str
    child: str
    auditor: str
    on: date
    grade: str


def to_moderate(
    audits: Sequence[Finished], scale: Scale, seed: int | str, share: tuple[int, int] = SHARE
) -> dict[str, str]:
    """The audits to moderate, each with the reason, in their order.

    All with the best or the worst grade, and of the others a share (15 of 100 where none is
    said), drawn by the seed and rounded up.
    """
    extremes = {scale.best, scale.worst}
    reasons = {a.id: f"Graded {a.grade}" for a in audits if a.grade in extremes}
    others = sorted(
        (audit.id for audit in audits if audit.id not in reasons),
        key=lambda id: sha256(f"{seed}\x1f{id}".encode()).digest(),
    )
    part, whole = share
    number = -(-len(others) * part // whole)
    drawn = dict.fromkeys(others[:number], f"Drawn at random: {number} of {len(others)}")
    reasons |= drawn
    return {audit.id: reasons[audit.id] for audit in audits if audit.id in reasons}


def to_audit_again(
    audits: Sequence[Finished], scale: Scale, as_at: date, months: int = REAUDIT_MONTHS
) -> dict[str, str]:
    """Children whose last audit gave the worst grade ``months`` ago or more, with the reason.

    What it gives are ``picks`` of a purposive draw. They were looked at not long ago on purpose,
    so that draw is not told of recent audits.
    """
    last: dict[str, Finished] = {}
    for audit in sorted(audits, key=lambda audit: audit.on):
        last[audit.child] = audit
    return {
        child: f"{audit.grade} on {long_date(audit.on)}"
        for child, audit in last.items()
        if audit.grade == scale.worst and add_months(audit.on, months) <= as_at
    }


def first_auditors(audits: Sequence[Finished]) -> dict[str, frozenset[str]]:
    """Who has looked at each child before: they are ``barred`` when it is looked at again."""
    children = {audit.child for audit in audits}
    return {
        child: frozenset(audit.auditor for audit in audits if audit.child == child)
        for child in children
    }
