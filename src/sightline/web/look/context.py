"""What every page's template has: who is signed in, their menu, and how fresh the data are."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from sightline.web.people.rights import Right
from sightline.web.routes import PAGES

MENU = (
    ("Home", "home", Right.SIGNED_IN, ""),
    ("Themes", "themes", Right.READ_LIBRARY, "themes"),
    ("Measures", "measures", Right.SEE_SHARED, "measures"),
    ("Children", "children", Right.SEE_CHILDREN, "children"),
    ("Audits", "audits", Right.SEE_AUDITS, "audits"),
    ("Inspections", "library", Right.READ_LIBRARY, "library"),
    ("Data", "loads", Right.SEE_DATA, "data"),
    ("People", "people", Right.ADMINISTER, "people"),
    ("Trail", "trail", Right.SEE_TRAIL, "trail"),
)
"""Of each link of the menu: words, page, right, and the first part of the addresses under it."""


def every_page(request: HttpRequest) -> dict[str, Any]:
    """The person, the menu of what they may see, and where they are in it."""
    person: Any = getattr(request, "user", None)
    known = person is not None and person.is_authenticated
    first = request.path.strip("/").split("/")[0]
    return {
        "request": request,
        "person": person if known else None,
        "menu": [
            {"text": words, "page": page, "active": first == under}
            for words, page, right, under in MENU
            if known and page in PAGES and person.may(right)
        ],
        "demo": settings.DEMO,
        "may": person.may if known else (lambda right: False),
        "Right": Right,
    }
