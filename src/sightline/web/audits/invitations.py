"""Asking families: single-use links, what was answered between pages, and what it sets off."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from sightline.audits import feedback
from sightline.audits.declare import Question, Tool
from sightline.audits.feedback import Reach
from sightline.audits.scoring import alerts
from sightline.audits.tools import tool as declared
from sightline.web.audits.escalation import escalate
from sightline.web.audits.models import Audit, FeedbackInvitation

FORMS = {"child": "child_feedback", "parent": "family_feedback", "carer": "family_feedback"}
"""The form of each who is asked. The practitioner is spoken to, and has none."""
BY_HAND = (Reach.NOT_ASKED, Reach.ASKED, Reach.REACHED, Reach.DECLINED, Reach.NOT_SAFE)
LONGEST = 2_000


def ask(audit: Audit, who: str, person: Any, assisted: bool = False) -> tuple[str, Any]:
    """A single-use link for somebody: its token, which is shown once, and what is kept."""
    tool = declared(FORMS[who])
    token, link = feedback.make_link(timezone.now())
    made = FeedbackInvitation.objects.create(
        audit=audit,
        who=who,
        status=str(Reach.ASKED),
        token_hash=link.kept,
        tool=tool.id,
        tool_version=tool.version,
        expires=link.ends_at,
        assisted_by=person if assisted else None,
        by=person,
        at=link.made_at,
    )
    return token, made


def note(audit: Audit, who: str, status: str, person: Any) -> FeedbackInvitation:
    """Keep that somebody was reached, declined, or is not asked because it is not safe.

    A link that is still open for them is withdrawn.
    """
    with transaction.atomic():
        held = audit.invitations.filter(who=who, used_at=None, withdrawn_at=None)
        held.exclude(token_hash="").update(withdrawn_at=timezone.now(), status=status)
        return FeedbackInvitation.objects.create(audit=audit, who=who, status=status, by=person)


def find(token: str) -> tuple[FeedbackInvitation | None, str]:
    """The invitation of a token, and why it does not open; nothing where it does."""
    one = FeedbackInvitation.objects.filter(token_hash=feedback.keep(token)).first()
    link = None
    if one is not None and one.expires is not None:
        link = feedback.Link(one.token_hash, one.at, one.expires, one.used_at, one.withdrawn_at)
    return one, feedback.refused(link, token, timezone.now())


def tool_of(one: FeedbackInvitation) -> Tool:
    """The form that somebody is asked with."""
    return declared(one.tool, one.tool_version)


def answer(one: FeedbackInvitation, question: Question, value: str) -> None:
    """Keep an answer between pages. ValueError for what cannot be one; nothing takes it away."""
    said = value.replace("\x00", "").strip()[:LONGEST]
    steps = {step.value for step in tool_of(one).steps(question)}
    if steps and said and said not in steps:
        raise ValueError("Choose one of the answers.")
    with transaction.atomic():
        held = FeedbackInvitation.objects.select_for_update().get(pk=one.pk)
        if held.used_at is not None:
            return
        held.answers = {**held.answers, question.id: {"value": said}}
        if not said:
            held.answers.pop(question.id)
        held.save(update_fields=["answers"])
    one.answers = held.answers


def send(one: FeedbackInvitation) -> bool:
    """End the link: the answers are sent. False where they were already, so it is done once.

    A child who says that they do not feel safe is told to who leads the service, the same day.
    """
    with transaction.atomic():
        held = FeedbackInvitation.objects.select_for_update().select_related("audit").get(pk=one.pk)
        if held.used_at is not None:
            return False
        held.used_at, held.status = timezone.now(), str(Reach.REACHED)
        held.save(update_fields=["used_at", "status"])
        for question in alerts(tool_of(held), (), held.given):
            escalate(held.audit, held.by, question, _ALERT)
            held.audit.save(update_fields=["unsafe_at"])
    return True


_ALERT = (
    "Somebody who was asked what they think of the help does not feel safe. See to it today that "
    "the child is safe, and write down whom you told and when."
)
