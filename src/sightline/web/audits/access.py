"""Who sees which audits, and what they may do with one: read by every view about audits."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from sightline.web.audits.models import Action, Audit
from sightline.web.people.rights import Right

_TEAMS = ("manager", "head")
NOBODY = Q(pk__in=[])


def visible(person: Any) -> QuerySet[Audit]:
    """The audits that somebody may see.

    All for those who lead quality. Otherwise those given to them, and finished ones: about
    children of their own teams for managers, their own children for practitioners, and every one
    for inspectors.
    """
    audits = Audit.objects.select_related("auditor", "touched_by", "moderation")
    if not person.may(Right.SEE_AUDITS):
        return audits.none()
    if sees_all(person):
        return audits
    return audits.filter(Q(auditor=person) | _finished_for(person))


def _finished_for(person: Any) -> Q:
    done = Q(state__in=Audit.FINISHED)
    if person.role == "inspector":
        return done
    if person.role == "practitioner":
        return done & Q(worker=person.worker) if person.worker else NOBODY
    if person.role in _TEAMS:
        return done & Q(team__in=person.teams)
    return NOBODY


def sees_all(person: Any) -> bool:
    """Whether somebody sees every audit, and how each auditor grades."""
    return person.may(Right.SEE_AUDITS) and person.role in ("director", "qa_lead")


def found(person: Any, audit: UUID) -> Audit:
    """An audit that somebody may see. One that they may not is not there (404)."""
    one = visible(person).filter(pk=audit).first()
    if one is None:
        raise Http404
    return one


def may_answer(person: Any, audit: Audit) -> bool:
    """Whether somebody may answer its questions: its auditor, and who runs the programme."""
    if audit.state not in Audit.OPEN or not person.may(Right.AUDIT):
        return False
    return audit.auditor_id == person.pk or person.may(Right.RUN_PROGRAMME)


def may_read(person: Any, audit: Audit) -> bool:
    """Whether somebody may read its answers: once finished all who see it, before it few."""
    return audit.finished or sees_all(person) or may_answer(person, audit)


def may_moderate(person: Any, audit: Audit) -> bool:
    """Whether somebody may grade it again: never their own."""
    able = person.may(Right.MODERATE) and audit.auditor_id != person.pk
    return bool(able and audit.finished)


def sees_moderation(person: Any) -> bool:
    """Whether somebody sees what a moderator said: not the practitioner."""
    return bool(person.may(Right.SEE_AUDITS) and person.role != "practitioner")


def works_on(person: Any, audit: Audit) -> bool:
    """Whether somebody may ask the family, set actions and answer comments: whoever audits it."""
    if not person.may(Right.AUDIT):
        return False
    return audit.auditor_id == person.pk or person.may(Right.RUN_PROGRAMME)


def visible_actions(person: Any) -> QuerySet[Action]:
    """The actions that somebody may see: their own, and those of audits that they see."""
    actions = Action.objects.select_related("audit", "owner", "done_by", "verified_by")
    if not person.may(Right.SEE_AUDITS):
        return actions.none()
    if sees_all(person):
        return actions
    seen = visible(person).order_by().values("pk")
    return actions.filter(Q(owner=person) | Q(audit__in=seen))


def found_action(person: Any, action: int) -> Action:
    """An action that somebody may see; else it is not there (404)."""
    one = visible_actions(person).filter(pk=action).first()
    if one is None:
        raise Http404
    return one
