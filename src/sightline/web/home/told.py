"""What stands on the first page of each role, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone

from sightline.packs.links import slug
from sightline.web.figures import inspectors, team_page
from sightline.web.figures.child_list import KINDS
from sightline.web.figures.measure_list import BETTER, verdict
from sightline.web.figures.scope import mine
from sightline.web.home.cards import cards_of

if TYPE_CHECKING:
    from sightline.packs.published.model import Standing, Summary
    from sightline.packs.published.read import Published

FIRST = 5
_KINDS = (
    ("worsening", "Getting worse"),
    ("improving", "Getting better"),
    ("team", "Teams that differ more than chance explains"),
)
_FEW = 10
SUPERVISION, LAPSED = "supervision", "supervision-lapsed"


def standing(found: Published, teams: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """What stands out, by kind, the first of each; of some teams alone where they are given."""
    every = found.standing()
    made = []
    for kind, title in _KINDS:
        rows = [one for one in every if one.kind == kind and (teams is None or one.group in teams)]
        if rows:
            made.append({"title": title, "first": [_stands(one) for one in rows[:FIRST]],
                         "rest": [_stands(one) for one in rows[FIRST:]]})  # fmt: skip
    return made


def _stands(one: Standing) -> dict[str, Any]:
    link = reverse("measure", args=(one.measure,)) if one.measure else reverse("children_overdue")
    title, colon, rest = one.sentence.partition(": ")
    return {"link": link, "title": title, "said": rest if colon else ""}


def counted(found: Published, person: Any) -> list[dict[str, Any]]:
    """What is overdue, due and signalled in a person's scope, as cards."""
    counts = found.counts(**mine(person.scope).asked)
    within = f"due within {found.said.due_days} days"
    return [
        _card(counts.overdue, "steps overdue", "children_overdue"),
        _card(counts.due, within, "children_due"),
        _card(counts.signs, "signals: reasons to look", "children_signals"),
        _card(counts.children, "children open", "children"),
    ]


def _card(number: int, words: str, page: str) -> dict[str, Any]:
    return {"number": number, "title": words, "text": "", "link": reverse(page)}


def list_of(found: Published, person: Any, kind: str) -> dict[str, Any]:
    """The first of a list of children in a person's scope, with how many there are."""
    listed = KINDS[kind]
    rows = found.steps(kind, size=_FEW, **mine(person.scope).asked)
    table = {
        "caption": f"{listed.title}: the first {len(rows.rows):,} of {rows.total:,}",
        "head": list(listed.head),
        "rows": [listed.cells(row) for row in rows.rows],
        "numbers": listed.numbers,
    }
    return {"title": listed.title, "table": table, "total": rows.total, "order": listed.order,
            "empty": listed.empty, "link": reverse(f"children_{kind}")}  # fmt: skip


def gaps(found: Published, person: Any) -> dict[str, Any]:
    """Children who were not discussed in supervision in time, in a person's scope.

    ``told`` is False where no list of supervision is loaded: that is not the same as no gap.
    """
    whose = mine(person.scope).asked
    told = any(tally.deadline == SUPERVISION for tally, _ in found.tallies())
    late = found.steps("overdue", deadline=SUPERVISION, size=1, **whose).total
    signs = {one["key"] for one in found.sign_counts()}
    lapsed = found.signs(signal=LAPSED, size=1, **whose).total
    return {
        "told": told or LAPSED in signs,
        "late": late,
        "lapsed": lapsed,
        "late_link": f"{reverse('children_overdue')}?deadline={SUPERVISION}",
        "lapsed_link": f"{reverse('children_signals')}?signal={LAPSED}",
    }


def teams_past(found: Published, person: Any) -> list[dict[str, Any]]:
    """Each team of a person's, beside its own past."""
    scope = person.scope
    every = [t for t in found.teams() if scope.teams is not None and t.name in scope.teams]
    return [
        {"link": reverse("team", args=(slug(t.name),))} | team_page.told_of(found, t, person)
        for t in every
    ]


def figures(found: Published, areas: Sequence[str]) -> list[dict[str, Any]]:
    """The measures of some areas in plain words, for councillors: a table for each area."""
    titles = {area.key: area.title for area in found.areas()}
    return [
        {
            "caption": titles[area],
            "head": ["Measure", "Figure", "Which way is better", "Really changing?"],
            "rows": [_figure(one) for one in found.indicators(area=area)],
        }
        for area in areas
        if area in titles
    ]


def _figure(one: Summary) -> list[Any]:
    said = verdict(one.changing) if one.changing else "not told over time"
    return [(reverse("measure", args=(one.id,)), one.title), one.headline, BETTER[one.better], said]


def ahead(found: Published) -> list[dict[str, Any]]:
    """The visits that are expected next, with how sure that is."""
    return inspectors.next_visits(found.said.authority, timezone.localdate())


def known_by(found: Published) -> list[tuple[str, str]]:
    """How it is known: what was loaded, and how far it can be relied on."""
    front = found.view("front") or {}
    facts = [(words, value) for words, value in front.get("facts", ()) if words in _FACTS]
    without = len(found.lacking())
    if without:
        facts.append(("Without a figure", f"{without:,} measures: lists or standards are missing"))
    return facts


_FACTS = ("Data as at", "Loads", "Read", "Measures")


def audits(person: Any) -> list[dict[str, Any]]:
    """The cards of audits."""
    return cards_of("audits", person)


def data(person: Any) -> list[dict[str, Any]]:
    """The cards of loads."""
    return cards_of("loads", person)
