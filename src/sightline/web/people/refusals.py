"""What a person sees who may not see a page: why, and whom to ask. It is kept in the trail."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.web.people.rights import Right
from sightline.web.trail.record import record


def refused(request: HttpRequest, right: Right) -> HttpResponse:
    """A page that says no, with status 403."""
    record(request, "refused", right.value)
    return render(request, "people/refused.html", {"right": right.value}, status=403)
