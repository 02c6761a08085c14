"""How a page reads what was published, in the reader's mode, with what all pages say."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from sightline.web.figures.fresh import fresh
from sightline.web.published import mode_of, published_for

if TYPE_CHECKING:
    from sightline.packs.published.read import Published

View = Callable[..., HttpResponseBase]
Crumbs = list[tuple[str, str | None]]


def reads(view: View) -> View:
    """A view that is given what was published, or a page that says that nothing is."""

    @wraps(view)
    def read(request: HttpRequest, **asked: Any) -> HttpResponseBase:
        found = published_for(request.user)
        if found is None:
            return nothing(request)
        return view(request, found, **asked)

    return read


def nothing(request: HttpRequest) -> HttpResponse:
    """No data were loaded and published: that is said, and is not the same as none overdue."""
    told = {"title": "No data yet", "mode": mode_of(request.user)}
    return render(request, "figures/nothing.html", told)


def page_of(
    request: HttpRequest,
    found: Published | None,
    template: str,
    title: str,
    crumbs: Crumbs,
    **told: Any,
) -> HttpResponse:
    """A page with what all of them say: its mode, how fresh the data are, and where one is."""
    shared = {
        "title": title,
        "crumbs": crumbs,
        "mode": mode_of(request.user),
        "fresh": fresh(found),
        "said": found.said if found else None,
    }
    return render(request, template, shared | told)


def number_of(request: HttpRequest, name: str = "page") -> int:
    """A page's number in the address: 1 where it is none."""
    given = request.GET.get(name, "")
    return min(int(given), 100_000) if given.isascii() and given.isdigit() and int(given) else 1
