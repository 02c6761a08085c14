"""Keeps who signed in and out, and that somebody failed to."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed


def listen() -> None:
    """Listen to Django's signals of signing in."""
    user_logged_in.connect(_signed_in, dispatch_uid="trail")
    user_logged_out.connect(_signed_out, dispatch_uid="trail")
    user_login_failed.connect(_failed, dispatch_uid="trail")


def _signed_in(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    _keep(request, user, "signed in")


def _signed_out(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    if user is not None:
        _keep(request, user, "signed out")


def _failed(sender: Any, credentials: Any, request: Any = None, **kwargs: Any) -> None:
    _keep(request, None, "failed to sign in")


def _keep(request: Any, user: Any, action: str) -> None:
    from sightline.web.trail.models import Entry

    Entry.objects.create(
        person=user.username if user else "",
        role=getattr(user, "role", "") or "",
        action=action,
        request=getattr(request, "number", ""),
    )
