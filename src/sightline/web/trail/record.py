"""Adds to the trail: every read of a child, every download, every change and every refusal."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from sightline.web.trail.models import Entry


def record(
    request: HttpRequest,
    action: str,
    about: str = "",
    reference: str = "",
    reason: str = "",
    **detail: Any,
) -> Entry:
    """Keep what the person of a request does. ``action`` is a verb: "read", "exported", "saved"."""
    person = request.user
    known = person.is_authenticated
    return Entry.objects.create(
        person=person.username if known else "",
        role=person.role if known else "",
        action=action,
        about=about[:300],
        reference=reference,
        reason=reason,
        detail=detail,
        request=getattr(request, "number", ""),
    )
