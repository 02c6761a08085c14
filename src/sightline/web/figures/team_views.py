"""Pages about teams: the list of them, and one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sightline.measures.groups import NOT_SAID
from sightline.packs.links import slug
from sightline.web.figures import team_page
from sightline.web.figures.reading import page_of, reads

if TYPE_CHECKING:
    from sightline.packs.published.read import Published


@reads
def teams(request: HttpRequest, found: Published) -> HttpResponse:
    """Every team, by name, with how much there is to look at."""
    rows = [t for t in found.teams() if t.name != NOT_SAID]
    table = {
        "caption": f"{len(rows):,} teams, by name",
        "head": ["Team", "Children open", "Overdue", f"Due in {found.said.due_days} days",
                 "Signals"],
        "rows": [
            [(reverse("team", args=(slug(t.name),)), t.name), t.children, t.overdue, t.due, t.signs]
            for t in rows
        ],
        "numbers": (1, 2, 3, 4),
    }  # fmt: skip
    return page_of(request, found, "figures/teams.html", "Teams", [], table=table)


@reads
def team(request: HttpRequest, found: Published, team: str) -> HttpResponse:
    """One team: what waits, and how it stands beside its own past."""
    one = team_page.team_named(found, team)
    if one is None:
        raise Http404
    person: Any = request.user
    return page_of(
        request, found, "figures/team.html", one.name, [("Teams", reverse("teams"))],
        **team_page.told_of(found, one, person),
    )  # fmt: skip
