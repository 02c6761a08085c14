"""When a child is not safe: somebody who leads is given an action for the same day."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from sightline.audits.declare import Question
from sightline.audits.scoring import ESCALATE
from sightline.web.audits.models import Action, Audit

_ORDER = ("head", "qa_lead", "director")
DIFFERENT = "The child is safe today, and somebody has seen that it is so."


def escalate(audit: Audit, person: Any, question: Question, words: str = "") -> Action | None:
    """Give the action once for an audit; the audit is marked as unsafe, and is not saved here."""
    audit.unsafe_at = audit.unsafe_at or timezone.now()
    if Action.objects.filter(audit=audit, urgent=True, done_at=None).exists():
        return None
    return Action.objects.create(
        audit=audit,
        theme=question.theme,
        what=words or ESCALATE,
        different=DIFFERENT,
        owner=leader(audit.team),
        due=timezone.localdate(),
        urgent=True,
        set_by=person,
    )


def leader(team: str) -> Any:
    """Who is told: the head of the child's service, else who leads quality; None of nobody."""
    from sightline.web.people.models import Person

    people = list(Person.objects.filter(role__in=_ORDER, is_active=True).order_by("pk"))
    for role in _ORDER:
        for one in people:
            if one.role == role and (role != "head" or team in one.teams):
                return one
    return None
