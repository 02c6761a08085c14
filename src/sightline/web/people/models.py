"""People: who they are, in which role, for which teams, until when; and why they looked further."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone

from sightline.web.people.rights import ROLES, Right, Role

REASON_HOURS = 24


@dataclass(frozen=True)
class Scope:
    """Whose children a person sees: all teams (None) or those named; or one worker's own."""

    teams: tuple[str, ...] | None
    worker: str | None = None

    def holds(self, team: str, worker: str) -> bool:
        """Whether a child of this team and worker is within it."""
        if self.worker is not None:
            return worker == self.worker
        return self.teams is None or team in self.teams


class Person(AbstractUser):
    """Somebody who signs in. ``teams`` are names as the data give them."""

    role = models.CharField(max_length=20, choices=[(r.key, r.title) for r in ROLES.values()])
    teams = models.JSONField(default=list, blank=True)
    worker = models.CharField("name or number in the data", max_length=200, blank=True)
    until = models.DateField("last day of access", null=True, blank=True)

    @property
    def name(self) -> str:
        """What others see them called."""
        return self.get_full_name() or self.username

    @property
    def in_role(self) -> Role:
        """Their role, with what it may do."""
        return ROLES[self.role]

    def may(self, right: Right, on: date | None = None) -> bool:
        """Whether they have a right today. Nobody has one past their last day."""
        if not self.is_active or self.role not in ROLES:
            return False
        if self.in_role.until and self.until is None:
            return False
        if self.until is not None and (on or timezone.localdate()) > self.until:
            return False
        return right in self.in_role.rights

    @property
    def scope(self) -> Scope:
        """Whose children they see without giving a reason."""
        kind = self.in_role.scope
        if kind == "all":
            return Scope(None)
        if kind == "worker":
            return Scope((), self.worker or "\0nobody")
        return Scope(tuple(self.teams))


class Reason(models.Model):
    """Why a person looked at a child outside their scope: it opens that child for a day.

    The child is held by the reference that addresses use, never by a name or identifier.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="reasons")
    reference = models.CharField(max_length=64, db_index=True)
    reason = models.TextField()
    given_at = models.DateTimeField(default=timezone.now)

    @classmethod
    def open_for(cls, person: Any, reference: str) -> bool:
        """Whether the person gave a reason for this child within the last day."""
        since = timezone.now() - timedelta(hours=REASON_HOURS)
        return cls.objects.filter(person=person, reference=reference, given_at__gte=since).exists()


class Token(models.Model):
    """A key to the API: it may do what its person may, and no more. Only its hash is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    ends_on = models.DateField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
