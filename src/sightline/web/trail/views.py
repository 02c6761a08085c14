"""Browsing the trail: who read and changed what, with filters in the address."""

from __future__ import annotations

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.web.look.listing import chips, links
from sightline.web.trail.models import Entry

_SIZE = 50


class TrailFilter(forms.Form):
    """What to keep of the trail."""

    person = forms.CharField(label="User name", required=False)
    action = forms.CharField(label="What was done", required=False)
    reference = forms.CharField(label="A child's reference", required=False)
    since = forms.DateField(label="Since", required=False, help_text="For example 2026-11-03")


def trail(request: HttpRequest) -> HttpResponse:
    """The trail, the latest first."""
    form = TrailFilter(request.GET or None)
    said = form.cleaned_data if form.is_valid() else {}
    rows = Entry.objects.all()
    for name, lookup in (("person", "person__iexact"), ("reference", "reference")):
        if said.get(name):
            rows = rows.filter(**{lookup: said[name]})
    if said.get("action"):
        rows = rows.filter(action__icontains=said["action"])
    if said.get("since"):
        rows = rows.filter(at__date__gte=said["since"])
    found = Paginator(rows, _SIZE).get_page(request.GET.get("page"))
    told = {
        "title": "Trail",
        "rows": found.object_list,
        "total": found.paginator.count,
        "filters": {"fields": list(form), "chips": chips(request, form), "clear": request.path},
        "pages": links(request, found.number, found.paginator.num_pages),
    }
    return render(request, "trail/trail.html", told)
