"""The API on whose token it is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from sightline.web.api import shapes
from sightline.web.api.declared import get
from sightline.web.people.rights import Right


@get("/me", Right.USE_API, {200: shapes.Me, 403: shapes.Problem})
def me(request: HttpRequest) -> Any:
    """Whose token it is, in which role, and what it may do."""
    person: Any = request.user
    return {
        "username": person.username,
        "role": person.role,
        "rights": sorted(right.value for right in person.in_role.rights),
        "teams": None if person.scope.teams is None else list(person.scope.teams),
    }
