"""The API on what inspectors wrote, and what is under a theme."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query
from ninja.errors import HttpError

from sightline.regime.themes import THEME_IDS, by_id
from sightline.web.api import shapes
from sightline.web.api.declared import get
from sightline.web.api.shapes import Words
from sightline.web.library import told
from sightline.web.library.asking import Asked
from sightline.web.people.rights import Right
from sightline.web.published import mode_of, published_for

_PROBLEMS = {403: shapes.Problem, 404: shapes.Problem}
_YEAR = {"ge": 1990, "le": 2100}


@get("/findings", Right.READ_LIBRARY, {200: shapes.Findings} | _PROBLEMS)
def findings(
    request: HttpRequest,
    words: Words = "",
    theme: Words = "",
    polarity: Words = "",
    kind: Words = "",
    authority: Words = "",
    since: int | None = Query(None, **_YEAR, description="A year"),
    until: int | None = Query(None, **_YEAR, description="A year"),
    first: int = Query(0, ge=0, le=1_000_000, description="How many to pass over"),
) -> Any:
    """What inspectors found, with where it stands; a hundred at a time."""
    asked = Asked(words, theme, polarity, kind, authority, "", since, until)
    return told.findings(asked, first)


@get("/documents", Right.READ_LIBRARY, {200: list[shapes.DocumentShape]} | _PROBLEMS)
def documents(request: HttpRequest) -> Any:
    """Every document of the library."""
    return told.documents()


@get("/authorities", Right.READ_LIBRARY, {200: list[shapes.AuthorityShape]} | _PROBLEMS)
def authorities(request: HttpRequest) -> Any:
    """Every authority that a document tells of."""
    return told.authorities()


@get("/themes/{theme}", Right.READ_LIBRARY, {200: shapes.ThemeShape} | _PROBLEMS)
def theme(request: HttpRequest, theme: str) -> Any:
    """A theme: what inspectors said, what the measures show, and what audits found."""
    if theme not in THEME_IDS:
        raise HttpError(404, "There is no such theme.")
    published = published_for(request.user)
    return {
        "id": theme,
        "title": by_id(theme).title,
        "findings": told.on_theme(theme),
        "measures": _measures(published, theme),
        "audits": _audits(request.user, theme),
    }


def _measures(published: Any, theme: str) -> list[Any]:
    from dataclasses import asdict

    return [asdict(one) for one in published.indicators(theme)] if published else []


def _audits(person: Any, theme: str) -> str:
    """What audits found in a sentence, for those who may see it."""
    from sightline.web.audits.results import of_theme

    if not person.may(Right.SEE_AUDITS):
        return ""
    found = of_theme(theme, sharing=mode_of(person) == "sharing")
    return str(found["sentence"]) if found and "sentence" in found else ""
