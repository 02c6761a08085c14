"""Keeps what somebody sends after their session has ended, and puts it back once they sign in."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone

from sightline.web.audits.models import Kept

COOKIE, HOURS, _CSRF = "sightline_kept", 24, "csrfmiddlewaretoken"
MOST, LONGEST = 500, 200_000
"""How many are kept at once, and how long one may be: anybody can send, signed in or not."""

View = Callable[..., HttpResponse]


def keeping(page: URLPattern) -> URLPattern:
    """A page whose form is kept when it is sent by somebody who is not signed in any more."""
    page.callback = _keeping(page.callback)
    return page


def _keeping(view: View) -> View:
    @wraps(view)
    def keep(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST" or request.user.is_authenticated:
            return view(request, *args, **kwargs)
        answer, lists = redirect_to_login(request.path), request.POST.lists()
        data = {n: [v.replace("\x00", "") for v in all] for n, all in lists if n != _CSRF}
        return _with_cookie(answer, _kept(request.path, data))

    return keep


def _kept(path: str, data: Mapping[str, list[str]]) -> str:
    if sum(len(value) for values in data.values() for value in values) > LONGEST:
        return ""
    _tidy()
    token = secrets.token_urlsafe(32)
    Kept.objects.create(token_hash=_hash(token), path=path, data=dict(data))
    return token


def _with_cookie(answer: HttpResponse, token: str) -> HttpResponse:
    if token:
        answer.set_cookie(
            COOKIE,
            token,
            max_age=HOURS * 3600,
            path="/audits/",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return answer


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _tidy() -> None:
    """Forget what is a day old, and the oldest where there are too many."""
    Kept.objects.filter(at__lt=timezone.now() - timedelta(hours=HOURS)).delete()
    spare = list(Kept.objects.order_by("-at").values_list("pk", flat=True)[MOST - 1 :])
    if spare:
        Kept.objects.filter(pk__in=spare).delete()


def put_back(request: HttpRequest) -> dict[str, list[str]] | None:
    """What this browser sent to this page while nobody was signed in; None where nothing was."""
    token = request.COOKIES.get(COOKIE, "")
    since = timezone.now() - timedelta(hours=HOURS)
    held = Kept.objects.filter(token_hash=_hash(token), path=request.path, at__gte=since)
    one = held.order_by("-at").first() if token else None
    return dict(one.data) if one else None


def forget(request: HttpRequest) -> None:
    """Delete what was kept for this page: it is saved now."""
    token = request.COOKIES.get(COOKIE, "")
    if token:
        Kept.objects.filter(token_hash=_hash(token), path=request.path).delete()
