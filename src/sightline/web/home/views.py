"""The first page of each role."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    """What a person's role needs first."""
    return render(request, "home/home.html", {"title": "Home"})
