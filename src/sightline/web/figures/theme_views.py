"""Pages about themes: the list, and one. They stand where no data are published too."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sightline.packs.words import AREAS
from sightline.regime.themes import THEMES, by_id
from sightline.web.figures import theme_page
from sightline.web.figures.forms import ThemeFilter
from sightline.web.figures.reading import page_of
from sightline.web.look.listing import chips
from sightline.web.published import published_for


def themes(request: HttpRequest) -> HttpResponse:
    """Every theme, with what inspectors last said and what the measures show."""
    found, person = published_for(request.user), request.user
    areas = dict.fromkeys(area for theme in THEMES for area in theme.areas)
    choices = [("", "Every area"), *((area, AREAS.get(area, area)) for area in areas)]
    form = ThemeFilter(request.GET, choices={"area": choices})
    return page_of(
        request, found, "figures/themes.html", "Themes", [],
        table=theme_page.listed(found, form.asked("area"), person),
        filters={"fields": list(form), "chips": chips(request, form), "clear": request.path},
    )  # fmt: skip


def theme(request: HttpRequest, theme: str) -> HttpResponse:
    """One theme: what inspectors said, what the measures show, what audits found."""
    try:
        known = by_id(theme)
    except KeyError as error:
        raise Http404 from error
    person: Any = request.user
    found = published_for(person)
    return page_of(
        request, found, "figures/theme.html", known.title, [("Themes", reverse("themes"))],
        **theme_page.told_of(known, found, person),
    )  # fmt: skip
