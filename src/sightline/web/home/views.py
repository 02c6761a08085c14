"""The first page of each role."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.web.figures.reading import page_of
from sightline.web.home.roles import parts
from sightline.web.published import published_for

_TITLES = {
    "manager": "This week",
    "practitioner": "Your children",
    "auditor": "Your audits",
    "qa_lead": "Quality assurance",
    "analyst": "Data and figures",
    "member": "How children are doing",
    "administrator": "People and access",
}


def home(request: HttpRequest) -> HttpResponse:
    """What a person's role needs first."""
    person: Any = request.user
    found = published_for(person)
    title = _TITLES.get(person.role, "What stands out")
    return page_of(request, found, "home/home.html", title, [], **parts(person, found))
