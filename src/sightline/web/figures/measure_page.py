"""One measure's page: the published view of it, its commentary, and how many rows are whose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from sightline.measures.children import MET, NOT_MET
from sightline.measures.groups import NOT_SAID
from sightline.packs.links import slug
from sightline.web.figures.models import Commentary, Owner
from sightline.web.figures.scope import mine
from sightline.web.people.rights import Right
from sightline.web.published import SHARING

if TYPE_CHECKING:
    from sightline.packs.published.model import Summary
    from sightline.packs.published.read import Published


def view_of(found: Published, one: Summary, person: Any) -> dict[str, Any]:
    """What the template ``measure.html`` prints of a measure."""
    told = dict(found.indicator(one.id) or {})
    if person.may(Right.SEE_FIGURES) and told.get("teams"):
        told["teams"] = {**told["teams"], "table": linked(told["teams"]["table"])}
    sees = person.may(Right.SEE_CHILDREN) and found.said.mode != SHARING
    return told | {
        "theme": one.theme,
        "breaks": found.breakdowns(one.id),
        "children": children_of(found, one, person) if sees else None,
    }


def linked(table: dict[str, Any]) -> dict[str, Any]:
    """A table by team whose first cells lead to the teams' pages."""
    rows = [[_team(row[0]), *row[1:]] for row in table["rows"]]
    return {**table, "rows": rows}


def _team(name: str) -> tuple[str, str] | str:
    """A link to a team's page; what has no team has none."""
    return name if name == NOT_SAID else (reverse("team", args=(slug(name),)), name)


def children_of(found: Published, one: Summary, person: Any) -> dict[str, Any]:
    """How many rows are behind a measure, how many are to look at, and how many are one's own."""
    every = found.answers(one.id)
    own = found.answers(one.id, **mine(person.scope).asked)
    answer = one.look_at if one.look_at in (MET, NOT_MET) else ""
    address = reverse("measure_children", args=(one.id,))
    total, yours = sum(every.values()), sum(own.values())
    return {
        "answer": answer,
        "all": every.get(answer, 0) if answer else total,
        "own": own.get(answer, 0) if answer else yours,
        "rows": total,
        "link": f"{address}?answer={answer.replace(' ', '+')}" if answer else address,
        "every": address,
        "outside": total - yours,
    }


def commentary_of(found: Published, measure: str) -> list[Commentary]:
    """What was written about a measure, the latest first; what is shared, where only that is seen.

    A later text that is not shared does not bring back an earlier one that was.
    """
    said = found.said
    rows = list(
        Commentary.objects.filter(authority=said.authority, measure=measure).select_related("by")
    )
    if said.mode == SHARING:
        return [row for row in rows[:1] if row.shared]
    return rows


def owner_of(found: Published, measure: str) -> Owner | None:
    """Who answers for a measure; None where nobody is named."""
    rows = Owner.objects.filter(authority=found.said.authority, measure=measure)
    return rows.first()
