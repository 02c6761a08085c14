"""A team's page: what waits, how it stands beside its own past, and its workers to its manager."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from sightline.measures.groups import NOT_SAID
from sightline.measures.print import in_print
from sightline.packs.links import slug
from sightline.web.figures.measure_list import verdict

if TYPE_CHECKING:
    from sightline.packs.published.model import Counts, Summary, TeamVerdict
    from sightline.packs.published.read import Published

_ORDER = {"worsening": 0, "improving": 1}
_FAR = "unusual"


def team_named(found: Published, named: str) -> Counts | None:
    """The team whose name gives the slug; one to which no child is open has figures alone."""
    from sightline.packs.published.model import Counts

    every = (team for team in found.teams() if team.name != NOT_SAID)
    if one := next((team for team in every if slug(team.name) == named), None):
        return one
    groups = (g for i in found.indicators() for g in found.known_groups(i.id, "team"))
    other = next((g for g in groups if g != NOT_SAID and slug(g) == named), None)
    return Counts(other, 0, 0, 0, 0) if other else None


def manages(person: Any, team: str) -> bool:
    """Whether a person leads the team: they alone, and the worker, see its workers apart."""
    return person.role == "manager" and team in person.teams


def told_of(found: Published, team: Counts, person: Any) -> dict[str, Any]:
    """What the template ``team.html`` prints of a team."""
    verdicts = found.verdicts(team=team.name)
    summaries = {one.id: one for one in found.indicators()}
    told = [(v, summaries[v.measure]) for v in verdicts if v.measure in summaries]
    changed = [pair for pair in told if pair[0].changing in _ORDER]
    changed.sort(key=lambda pair: _ORDER[pair[0].changing])
    apart = [pair for pair in told if pair[0].beside.startswith(_FAR)]
    return {
        "team": team,
        "sees": person.scope.holds(team.name, "") and person.scope.worker is None,
        "deadlines": _deadlines(found, team.name),
        "past": _table(found, team.name, "Really changing", changed),
        "apart": _table(found, team.name, "Beside all teams", apart),
        "steady": sum(v.changing == "no real change" for v in verdicts),
        "told": len(verdicts),
        "workers": _workers(found, team.name) if manages(person, team.name) else None,
    }


def _table(
    found: Published, team: str, caption: str, told: list[tuple[TeamVerdict, Summary]]
) -> dict[str, Any]:
    return {
        "caption": f"{caption}: {len(told):,} measures of {team}",
        "head": ["Measure", "This team", "All teams", "Better", "Its own past", "Why",
                 "Beside all teams"],
        "rows": [
            [
                (reverse("measure", args=(one.id,)), one.title),
                figure_of(found, one.id, team),
                one.headline,
                one.better,
                verdict(v.changing) if v.changing else "not told over time",
                v.why or "–",
                v.beside or "–",
            ]
            for v, one in told
        ],
    }  # fmt: skip


def figure_of(found: Published, measure: str, team: str) -> str:
    """A team's figure of a measure in print."""
    mine = [f for f in found.figures(measure, "team") if f.group == team and not f.category]
    return in_print(mine[0]) if mine else "no figure"


def _deadlines(found: Published, team: str) -> dict[str, Any]:
    """What is overdue and done on time, by deadline."""
    rows = [tally for tally, _ in found.tallies(team)]
    address = reverse("children_overdue")
    from urllib.parse import urlencode

    return {
        "caption": f"Deadlines of {team}",
        "head": ["Deadline", "Overdue now", "Done on time", "Longest overdue, days"],
        "rows": [
            [
                t.title,
                (f"{address}?{urlencode({'team': team, 'deadline': t.deadline})}", f"{t.overdue:,}")
                if t.overdue
                else "0",
                on_time(t),
                t.longest if t.overdue else "–",
            ]
            for t in rows
        ],
        "numbers": (1, 3),
    }


def on_time(tally: Any) -> str:
    """What was done on time, with its counts."""
    from sightline.measures.print import percent

    if tally.share is None:
        return "none to judge"
    return f"{percent(tally.share)} ({tally.on_time:,} of {tally.judged:,})"


def _workers(found: Published, team: str) -> dict[str, Any]:
    """How much each worker has, by name and in no order of merit."""
    return {
        "caption": f"Workers of {team}, by name",
        "head": ["Worker", "Children open", "Overdue", f"Due in {found.said.due_days} days",
                 "Signals"],
        "rows": [[w.name, w.children, w.overdue, w.due, w.signs] for w in found.workers(team)],
        "numbers": (1, 2, 3, 4),
    }  # fmt: skip
