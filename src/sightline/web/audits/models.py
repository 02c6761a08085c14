"""What happened in audits: who looked at which child, what they answered, and what came of it."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from sightline.audits.actions import Action as Plain
from sightline.audits.actions import State, state
from sightline.audits.answers import Answer, from_plain
from sightline.audits.declare import Tool
from sightline.audits.tools import tool as declared

_WHO = settings.AUTH_USER_MODEL
_MINE = {"on_delete": models.PROTECT, "related_name": "+"}
_ANYBODY: dict[str, Any] = {**_MINE, "null": True, "blank": True}


class Programme(models.Model):
    """A year's programme. ``quotas`` are of :class:`sightline.audits.programme.Quota`."""

    start = models.DateField(unique=True)
    quotas = models.JSONField(default=list)
    by = models.ForeignKey(_WHO, **_ANYBODY)
    at = models.DateTimeField(default=timezone.now)


class SampleDraw(models.Model):
    """How a sample was drawn, so that it can be drawn again: from what, by which seed, by whom.

    ``exclusions`` are counts by reason. ``spare`` are those who stand ready to take the place of a
    child who cannot be looked at.
    """

    seed = models.CharField(max_length=60)
    method = models.CharField(max_length=20)
    source = models.CharField(max_length=20)
    named = models.CharField(max_length=200, blank=True)
    frame_size = models.PositiveIntegerField()
    statement = models.TextField()
    exclusions = models.JSONField(default=dict)
    spare = models.JSONField(default=list)
    by = models.ForeignKey(_WHO, **_ANYBODY)
    at = models.DateTimeField(default=timezone.now)


class Audit(models.Model):
    """One look at one child's work.

    ``answers`` are those that stand now, by question; every save is kept in ``AnswerRow``.
    ``told`` is what data said of questions that they can answer. ``said_of`` are words of
    ``sightline.audits.whom``. ``child_id`` is in no address, title or list.
    """

    GIVEN, STARTED, SUBMITTED = "given", "started", "submitted"
    MODERATED, WITHDRAWN = "moderated", "withdrawn"
    STATES = (
        (GIVEN, "Not yet started"),
        (STARTED, "In progress"),
        (SUBMITTED, "Finished"),
        (MODERATED, "Finished and moderated"),
        (WITHDRAWN, "Withdrawn"),
    )
    FINISHED = (SUBMITTED, MODERATED)
    OPEN = (GIVEN, STARTED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tool = models.CharField(max_length=60)
    tool_version = models.PositiveIntegerField()
    said_of = models.JSONField(default=list)
    child_id = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=64, blank=True, db_index=True)
    snapshot = models.CharField(max_length=200, blank=True)
    team = models.CharField(max_length=200, blank=True, db_index=True)
    worker = models.CharField(max_length=200, blank=True)
    auditor = models.ForeignKey(_WHO, on_delete=models.PROTECT, related_name="audits")
    state = models.CharField(max_length=20, choices=STATES, default=GIVEN, db_index=True)
    due = models.DateField()
    draw = models.ForeignKey(SampleDraw, **_ANYBODY)
    stratum = models.CharField(max_length=300, blank=True)
    why = models.CharField(max_length=300, blank=True)
    parent = models.ForeignKey("self", **{**_ANYBODY, "related_name": "again"})
    answers = models.JSONField(default=dict)
    told = models.JSONField(default=dict)
    derived = models.CharField(max_length=40, blank=True)
    overall = models.CharField(max_length=40, blank=True)
    override_reason = models.TextField(blank=True)
    unsafe_at = models.DateTimeField(null=True, blank=True)
    given_at = models.DateTimeField(default=timezone.now)
    touched_at = models.DateTimeField(null=True, blank=True)
    touched_by = models.ForeignKey(_WHO, **_ANYBODY)
    submitted_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        """What is due first stands first."""

        ordering = ["due", "given_at"]

    @property
    def declared(self) -> Tool:
        """The tool of its version."""
        return declared(self.tool, self.tool_version)

    @property
    def given(self) -> dict[str, Answer]:
        """The answers that stand."""
        return from_plain(self.answers)

    @property
    def label(self) -> str:
        """What it is called beside others: a few letters of the child's reference."""
        return self.reference[:6].upper() or str(self.id)[:6].upper()

    @property
    def finished(self) -> bool:
        """Whether it was submitted."""
        return self.state in self.FINISHED

    @property
    def final(self) -> str:
        """The grade that stands: the moderator's where it is agreed, else the auditor's."""
        made = getattr(self, "moderation", None)
        agreed = made is not None and made.state == Moderation.AGREED
        return made.overall if agreed and made and made.overall else self.overall

    @property
    def done_on(self) -> date:
        """The day on which it was submitted."""
        assert self.submitted_at is not None
        return timezone.localtime(self.submitted_at).date()


class AnswerRow(models.Model):
    """One save of one answer. The last of a question is its answer; none is changed.

    Two who save at once cannot both have the same version: the second is told of the first.
    """

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="saves")
    question = models.CharField(max_length=60)
    value = models.JSONField(default=dict)
    version = models.PositiveIntegerField()
    by = models.ForeignKey(_WHO, **_ANYBODY)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In order, each version of a question once."""

        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(
                fields=["audit", "question", "version"], name="one_answer_a_version"
            )
        ]


class Moderation(models.Model):
    """A second look at an audit. It is agreed once no comment is open."""

    OPEN, AGREED = "open", "agreed"

    audit = models.OneToOneField(Audit, on_delete=models.CASCADE, related_name="moderation")
    moderator = models.ForeignKey(_WHO, **_MINE)
    overall = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    state = models.CharField(max_length=10, default=OPEN)
    begun_at = models.DateTimeField(default=timezone.now)
    agreed_at = models.DateTimeField(null=True, blank=True)


class Comment(models.Model):
    """A word between auditor and moderator on a question, until it is resolved."""

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="comments")
    question = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    by = models.ForeignKey(_WHO, **_MINE)
    at = models.DateTimeField(default=timezone.now)
    resolved_by = models.ForeignKey(_WHO, **_ANYBODY)
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """As they were written."""

        ordering = ["at", "id"]


class FeedbackInvitation(models.Model):
    """Whether somebody was asked what they think of the help, and what they said.

    Only the hash of a link's token is kept. ``status`` is one of ``audits.feedback.Reach``.
    """

    WHO = (
        ("child", "The child or young person"),
        ("parent", "A parent"),
        ("carer", "A carer"),
        ("practitioner", "The practitioner"),
    )
    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="invitations")
    who = models.CharField(max_length=20, choices=WHO)
    status = models.CharField(max_length=20)
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    tool = models.CharField(max_length=60, blank=True)
    tool_version = models.PositiveIntegerField(default=1)
    expires = models.DateTimeField(null=True, blank=True)
    answers = models.JSONField(default=dict)
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    assisted_by = models.ForeignKey(_WHO, **_ANYBODY)
    by = models.ForeignKey(_WHO, **_ANYBODY)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """As they were asked."""

        ordering = ["at", "id"]

    @property
    def given(self) -> dict[str, Answer]:
        """What they said, by question."""
        return from_plain(self.answers)


class Action(models.Model):
    """What is to be done because of an audit: by whom, by when, and whether it was.

    ``urgent`` is of a child who is not safe: due the same day.
    """

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="actions")
    theme = models.CharField(max_length=60, blank=True)
    what = models.TextField()
    different = models.TextField("what will be different for the child", blank=True)
    owner = models.ForeignKey(_WHO, **_ANYBODY)
    due = models.DateField()
    urgent = models.BooleanField(default=False)
    set_by = models.ForeignKey(_WHO, **_ANYBODY)
    set_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(_WHO, **_ANYBODY)
    evidence = models.TextField(blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(_WHO, **_ANYBODY)

    class Meta:
        """What is due first stands first."""

        ordering = ["due", "id"]

    @property
    def plain(self) -> Plain:
        """The same as plain values, which know their rules. People are their user names."""
        return Plain(
            self.what,
            self.owner.username if self.owner else "",
            self.due,
            self.different,
            _day(self.set_at) or self.due,
            _day(self.started_at),
            _day(self.done_at),
            self.done_by.username if self.done_by else "",
            self.evidence,
            _day(self.verified_at),
            self.verified_by.username if self.verified_by else "",
        )

    def standing(self, today: date | None = None) -> State:
        """Where it stands today, in words."""
        return state(self.plain, today or timezone.localdate())


def _day(at: datetime | None) -> date | None:
    return timezone.localtime(at).date() if at else None


class Kept(models.Model):
    """What somebody typed after their session had ended, until they have signed in again.

    It is found by a cookie of their browser alone, and is deleted after a day.
    """

    token_hash = models.CharField(max_length=64, db_index=True)
    path = models.CharField(max_length=300)
    data = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now, db_index=True)
