"""The pages of words, and the health of the site."""

from __future__ import annotations

from django.db import connection
from django.db.utils import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from sightline.web.look import words


def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement, which the council edits."""
    return _words(request, "Accessibility statement", words.ACCESSIBILITY)


def privacy(request: HttpRequest) -> HttpResponse:
    """How data about children are kept."""
    return _words(request, "How data about children are kept", words.PRIVACY)


def help_page(request: HttpRequest) -> HttpResponse:
    """How to read the pages."""
    return _words(request, "Help and definitions", words.HELP)


def health(request: HttpRequest) -> HttpResponse:
    """200 where the database answers, else 503. It says nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except DatabaseError:
        return JsonResponse({"status": "the database does not answer"}, status=503)
    return JsonResponse({"status": "well"})


def _words(request: HttpRequest, title: str, sections: words.Sections) -> HttpResponse:
    return render(request, "look/words.html", {"title": title, "sections": sections})
