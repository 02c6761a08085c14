"""A theme's page: what inspectors said, what the measures show, and what audits found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from sightline.packs.links import slug
from sightline.packs.words import AREAS
from sightline.regime.themes import THEMES
from sightline.web.figures import inspectors
from sightline.web.figures.measure_list import BETTER, verdict
from sightline.web.people.rights import Right

if TYPE_CHECKING:
    from sightline.packs.published.model import Summary
    from sightline.packs.published.read import Published
    from sightline.regime.themes import Theme

_UNUSUAL = "unusual"
_SHOWN = ("Measures", "Getting worse", "Getting better")


def told_of(theme: Theme, found: Published | None, person: Any) -> dict[str, Any]:
    """What the template ``theme.html`` prints of a theme, as far as a person may see."""
    authority = found.said.authority if found else ""
    shows = found if person.may(Right.SEE_SHARED) else None
    return {
        "theme": theme,
        "areas": [AREAS.get(area, area) for area in theme.areas],
        "authority": authority,
        "said": inspectors.own(theme.id, authority),
        "elsewhere": inspectors.elsewhere(theme.id, authority),
        "figures": figures_of(theme, shows, person) if shows else None,
        "audits": audits_of(theme.id) if person.may(Right.SEE_AUDITS) else None,
        "actions": actions_of(theme.id) if person.may(Right.SEE_AUDITS) else "",
    }


def figures_of(theme: Theme, found: Published, person: Any) -> dict[str, Any]:
    """The measures of a theme, the teams that stand apart, deadlines, signals and waits."""
    rows = found.indicators(theme.id)
    teams = [
        (v, one)
        for one in rows
        for v in found.verdicts(one.id)
        if v.beside.startswith(_UNUSUAL) or v.changing in ("worsening", "improving")
    ]
    return {
        "sentence": sentence(rows),
        "table": _measures(rows, person),
        "teams": _teams(teams, person),
        "tallies": [tally for tally, about in found.tallies() if about == theme.id],
        "signs": [one for one in found.sign_counts() if one["theme"] == theme.id and one["count"]],
        "waits": [one for one in found.waits() if one["theme"] == theme.id],
    }


def sentence(rows: Sequence[Summary]) -> str:
    """How many measures there are, and how many really change."""
    if not rows:
        return "No measure of this theme has a figure in the lists that were loaded."
    worse = sum(one.changing == "worsening" for one in rows)
    better = sum(one.changing == "improving" for one in rows)
    many = f"{len(rows):,} measure{'s' if len(rows) > 1 else ''}"
    return f"{many}: {worse:,} getting worse, {better:,} getting better."


def _measures(rows: Sequence[Summary], person: Any) -> dict[str, Any]:
    sees = person.may(Right.SEE_CHILDREN)
    return {
        "caption": "Measures of this theme",
        "head": [
            "Measure",
            "Figure",
            "Better",
            "Really changing?",
            *(["Children"] if sees else []),
        ],
        "rows": [
            [
                (reverse("measure", args=(one.id,)), one.title),
                one.headline,
                BETTER.get(one.better, one.better),
                verdict(one.changing) if one.changing else "not told over time",
                *([(_children(one), f"Children of {one.id}")] if sees else []),
            ]
            for one in rows
        ],
    }


def _children(one: Summary) -> str:
    address = reverse("measure_children", args=(one.id,))
    return f"{address}?answer={one.look_at.replace(' ', '+')}" if one.look_at else address


def _teams(rows: Sequence[tuple[Any, Summary]], person: Any) -> dict[str, Any]:
    """Teams that differ more than chance explains, or are really changing."""
    links = person.may(Right.SEE_FIGURES)
    return {
        "caption": f"Teams that stand apart or change: {len(rows):,}",
        "head": ["Team", "Measure", "Beside all teams", "Its own past"],
        "rows": [
            [
                (reverse("team", args=(slug(v.team),)), v.team) if links else v.team,
                one.title,
                v.words or "not told",
                verdict(v.changing) if v.changing else "not told over time",
            ]
            for v, one in sorted(rows, key=lambda pair: (pair[0].team, pair[1].id))
        ],
    }


def audits_of(theme: str) -> dict[str, Any] | None:
    """What finished audits found on a theme; None where none graded it."""
    from sightline.web.audits.results import of_theme

    return of_theme(theme)


def actions_of(theme: str) -> str:
    """How far what audits set to be done on a theme is; nothing where none was set."""
    from sightline.web.audits.results import actions_of as said

    return said(theme)


def listed(found: Published | None, area: str, person: Any) -> dict[str, Any]:
    """The themes as a table: what inspectors last said, and what the measures show."""
    authority = found.said.authority if found else ""
    said = inspectors.by_theme(authority)
    shows = found.indicators() if found and person.may(Right.SEE_SHARED) else None
    themes = [theme for theme in THEMES if not area or area in theme.areas]
    return {
        "caption": f"{len(themes):,} themes",
        "head": ["Theme", "What inspectors last said", *(_SHOWN if shows is not None else ())],
        "rows": [_row(theme, said.get(theme.id), shows) for theme in themes],
        "numbers": (2, 3, 4),
    }  # fmt: skip


def _row(theme: Theme, said: dict[str, Any] | None, shows: Sequence[Summary] | None) -> list[Any]:
    mine = [one for one in shows or () if one.theme == theme.id]
    counts = [
        len(mine),
        sum(one.changing == "worsening" for one in mine),
        sum(one.changing == "improving" for one in mine),
    ]
    return [
        (reverse("theme", args=(theme.id,)), theme.title),
        f"{said['words']}, {said['when']}" if said else "nothing in the library",
        *(counts if shows is not None else ()),
    ]
