"""How addresses are declared: each with the right that it needs. Nothing is open by omission."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from sightline.web.people.rights import PUBLIC, Right

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Page:
    """One address: its pattern, its name, and the right without which nobody sees it."""

    pattern: str
    name: str
    needs: Right


PAGES: dict[str, Page] = {}
"""Every page there is, by name: what the tests of who may see what go through."""


def page(pattern: str, view: View, name: str, needs: Right) -> URLPattern:
    """Declare a page. ``needs`` is a right; ``PUBLIC`` is for what nobody signs in to see.

    A view is called with a person who has the right; others are asked to sign in, or get a page
    that says no (403). Raises ``ValueError`` where a name is taken.
    """
    if name in PAGES:
        raise ValueError(f"Two pages are called {name!r}")
    PAGES[name] = Page(pattern, name, needs)
    return path(pattern, guarded(view, needs), name=name)


def guarded(view: View, needs: Right) -> View:
    """A view behind a right."""

    @wraps(view)
    def guard(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if needs is PUBLIC:
            return view(request, *args, **kwargs)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not request.user.may(needs):
            from sightline.web.people.refusals import refused

            return refused(request, needs)
        return view(request, *args, **kwargs)

    return guard
