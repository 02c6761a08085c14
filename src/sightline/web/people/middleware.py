"""Asks those who sign in with a password for a second step, where the site requires one."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

_OPEN = ("/sign-in/", "/static/", "/health", "/feedback/", "/accessibility")


class SecondStep:
    """Sends a person without a second step to set one up, before anything else."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let through those who have a second step, or came by the council's own sign-in."""
        if settings.SECOND_STEP_REQUIRED and lacks(request):
            return redirect("mfa_activate_totp")
        return self.respond(request)


def lacks(request: HttpRequest) -> bool:
    """Whether somebody signed in has no second step, and came by no other strong sign-in."""
    if not request.user.is_authenticated or request.path.startswith(_OPEN):
        return False
    from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
    from allauth.mfa.models import Authenticator

    methods = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    if any(m.get("method") == "socialaccount" for m in methods):
        return False
    return not Authenticator.objects.filter(
        user=request.user, type=Authenticator.Type.TOTP
    ).exists()
