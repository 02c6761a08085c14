"""The list of measures: filters, and a table for each area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from sightline.regime.themes import by_id
from sightline.web.figures.forms import MeasureFilter
from sightline.web.figures.scope import choices

if TYPE_CHECKING:
    from django.http import HttpRequest

    from sightline.packs.published.model import Area, Summary
    from sightline.packs.published.read import Published

SIZE = 60
BETTER = {
    "higher": "higher is better",
    "lower": "lower is better",
    "band": "neither is better in itself",
    "context": "context",
}
_COLOURS = {"worsening": "red", "improving": "green"}
HEAD = ["Measure", "Figure", "Better", "Really changing?", "Target"]


def filter_of(request: HttpRequest, found: Published) -> MeasureFilter:
    """The filter, with the areas, themes and verdicts that there are."""
    every = found.indicators()
    themes = {one.theme: by_id(one.theme).title for one in every}
    said = {
        "area": [("", "Every area"), *((area.key, area.title) for area in found.areas())],
        "theme": [("", "Every theme"), *sorted(themes.items(), key=lambda pair: pair[1])],
        "changing": choices(sorted({one.changing for one in every if one.changing}), "Any"),
    }
    return MeasureFilter(request.GET, choices=said)


def chosen(found: Published, form: MeasureFilter) -> list[Summary]:
    """The measures that a filter keeps, in order."""
    rows = found.indicators(form.asked("theme") or None, form.asked("area") or None)
    changing, words = form.asked("changing"), form.asked("words").lower().split()
    return [
        one
        for one in rows
        if (not changing or one.changing == changing)
        and all(word in f"{one.id} {one.title}".lower() for word in words)
    ]


def tables(rows: Sequence[Summary], areas: Sequence[Area]) -> list[dict[str, Any]]:
    """A table for each area that has some of the measures."""
    return [
        {
            "title": area.title,
            "id": f"area-{area.key}",
            "table": {
                "caption": f"{area.title}: {len(mine):,} of {area.indicators:,} measures",
                "head": HEAD,
                "rows": [row(one) for one in mine],
            },
        }
        for area in areas
        if (mine := [one for one in rows if one.area == area.key])
    ]


def row(one: Summary) -> list[Any]:
    """A measure in a row."""
    return [
        (reverse("measure", args=(one.id,)), one.title),
        one.headline,
        BETTER.get(one.better, one.better),
        verdict(one.changing) if one.changing else "not told over time",
        one.target or None,
    ]


def verdict(changing: str) -> Any:
    """Whether it is really changing; as a tag where that is for better or worse."""
    colour = _COLOURS.get(changing)
    return {"tag": changing, "colour": colour} if colour else changing
