"""How operations of the API are declared: each with its right, as pages are."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.security import APIKeyCookie, HttpBearer

from sightline import __version__
from sightline.web.people import tokens
from sightline.web.people.models import Person
from sightline.web.people.rights import Right


class ByToken(HttpBearer):
    """A token made on the page "You": ``Authorization: Bearer sl_…``."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        """Whose token it is; they then are the request's person."""
        person = tokens.person_of(token)
        if person is None or not person.may(Right.USE_API):
            return None
        request.user = person
        return person


class BySession(APIKeyCookie):
    """Somebody signed in with their browser, who may use the API."""

    param_name = "sessionid"

    def authenticate(self, request: HttpRequest, key: str | None) -> Person | None:
        """The person signed in."""
        person = request.user
        if not person.is_authenticated or not person.may(Right.USE_API):
            return None
        return person


api = NinjaAPI(
    title="Sightline",
    version=__version__,
    description=(
        "What the pages of Sightline show, as JSON. A token may do what its person may: of their "
        "own teams, and with small numbers hidden where their role sees no true figures. Dates are "
        "ISO 8601. Shares are parts of 1 with their numerator and denominator. Children are named "
        "by a reference that means nothing elsewhere. Every read of children is kept in the trail."
    ),
    docs_url=None,
    auth=[ByToken(), BySession()],
    urls_namespace="api",
)
OPERATIONS: dict[str, Right] = {}
"""The right that each operation needs, by its address."""


def get(address: str, needs: Right, response: Any, **more: Any) -> Callable[..., Any]:
    """Declare an operation that reads. Without the right it answers 403."""
    OPERATIONS[address] = needs

    def declared(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guard(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not request.user.may(needs):
                raise HttpError(403, f"You would need the right to {needs.value}.")
            return view(request, *args, **kwargs)

        # Names in annotations are those of the view's module, not of this one.
        guard.__signature__ = inspect.signature(view, eval_str=True)  # type: ignore[attr-defined]
        return api.get(address, response=response, exclude_none=False, **more)(guard)

    return declared
