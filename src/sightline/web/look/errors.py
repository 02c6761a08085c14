"""Pages for what went wrong. They say what to do, and nothing about a child or the code."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    told = {"title": title, "text": text, "number": getattr(request, "number", "")}
    return render(request, "look/error.html", told, status=status)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Something sent that cannot be read."""
    return _page(request, 400, "That could not be read", "Go back, and try again.")


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Something that may not be done."""
    text = "Sign in again, and try once more. If it stays so, ask an administrator."
    return _page(request, 403, "That is not allowed", text)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """No such page."""
    text = "Check the address, or use the menu. What you look for may have been replaced by a load."
    return _page(request, 404, "Page not found", text)


def server_error(request: HttpRequest) -> HttpResponse:
    """An error of ours. Nothing typed is shown, for it may be about a child."""
    text = "Nothing that you saved is lost. Try again; if it stays so, tell an administrator."
    return _page(request, 500, "Something went wrong", text)
