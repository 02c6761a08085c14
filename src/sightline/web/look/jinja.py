"""The templates' environment: GOV.UK's macros, the site's own words and filters, autoescape."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader

from sightline.web.look import filters


def environment(**options: Any) -> Environment:
    """The environment that Django asks for.

    GOV.UK's macros look for parameters that nobody gave, so a name that is not there is a blank.
    """
    folders = [str(folder) for folder in settings.TEMPLATES[0]["DIRS"]]
    options |= {
        "loader": ChoiceLoader(
            [
                FileSystemLoader(folders),
                PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
                PrefixLoader({"packs": PackageLoader("sightline.packs")}),
            ]
        ),
        "trim_blocks": True,
        "lstrip_blocks": True,
        "autoescape": True,
    }
    made = Environment(**options)
    made.globals |= {"static": static, "url": _url, "look": _look(), "options": options_of}
    made.filters |= filters.ALL
    return made


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)


def options_of(bound: Any, value: Any, mark: str) -> list[dict[str, Any]]:
    """The choices of a field, as GOV.UK's parts take them; those chosen are marked."""
    chosen = {str(v) for v in (value if isinstance(value, (list, tuple)) else [value])}
    return [
        {"value": str(key), "text": str(words), mark: str(key) in chosen}
        for key, words in bound.field.choices
    ]


def _look() -> bool:
    """Whether the GOV.UK parts were fetched. Without them the site is plain, and works."""
    from sightline.web.look.fetch import fetched

    return fetched()
