"""Tokens of the API: made once, shown once, kept as a hash; they may do what their person may."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.utils import timezone

from sightline.web.people.models import Person, Token

DAYS = 90


def make(person: Person, name: str) -> str:
    """A new token for a person. The text is shown once."""
    text = f"sl_{secrets.token_urlsafe(32)}"
    ends = timezone.localdate() + timedelta(days=DAYS)
    Token.objects.create(person=person, name=name, digest=digest(text), ends_on=ends)
    return text


def digest(text: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(text.encode()).hexdigest()


def person_of(text: str) -> Person | None:
    """Whose token it is, where it is one that may still be used."""
    found = (
        Token.objects.select_related("person")
        .filter(digest=digest(text), stopped_at=None, ends_on__gte=timezone.localdate())
        .first()
    )
    if found is None or not found.person.is_active:
        return None
    Token.objects.filter(pk=found.pk).update(last_used_at=timezone.now())
    return found.person
