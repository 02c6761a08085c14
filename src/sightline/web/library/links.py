"""The addresses of the library's pages, and those of the site on paper turned into them."""

from __future__ import annotations

import re
from typing import Any

from django.urls import reverse
from markupsafe import Markup

from sightline.packs.links import slug

SHORT = 12
"""How much of a document's hash its address has."""
_DOCUMENT = re.compile(r"(?:\.\./)?documents/([0-9a-f]{12})\.html(?:#c(\d+))?")
_AUTHORITY = re.compile(r"(?:\.\./)?authorities/([a-z0-9-]+)\.html")
_GRADE = re.compile(r'class="tag g(\d)"')
_COLOURS = {"0": "grey", "1": "green", "2": "turquoise", "3": "yellow", "4": "red"}


def document(sha256: str, start: int | None = None, end: int | None = None) -> str:
    """The page of a document; at a finding, or at the words from ``start`` to ``end``."""
    address = reverse("library_document", args=[sha256[:SHORT]])
    if start is None:
        return address
    at = f"{start}-{end}" if end else f"{start}"
    return f"{address}?at={at}#finding-{start}"


def authority(name: str) -> str:
    """The page of an authority."""
    return reverse("library_authority", args=[slug(name)])


def relinked(value: Any) -> Any:
    """Plain values of a page of the site on paper, their links those of this site."""
    if isinstance(value, str):
        made = _DOCUMENT.sub(_document, _AUTHORITY.sub(_authority, value))
        made = _GRADE.sub(_tag, made).replace("<a href=", '<a class="govuk-link" href=')
        return Markup(made) if isinstance(value, Markup) else made
    if isinstance(value, dict):
        return {name: relinked(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [relinked(one) for one in value]
    return value


def _document(match: re.Match[str]) -> str:
    return document(match[1], int(match[2]) if match[2] else None)


def _authority(match: re.Match[str]) -> str:
    return reverse("library_authority", args=[match[1]])


def _tag(match: re.Match[str]) -> str:
    return f'class="govuk-tag govuk-tag--{_COLOURS.get(match[1], "grey")}"'
