"""A child's page: what is late and due, signals, and what the lists tell over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse

from sightline.web.figures.rows_behind import plain, where
from sightline.web.figures.source_rows import SourceRow, source_rows
from sightline.web.look.filters import day

if TYPE_CHECKING:
    from sightline.packs.published.model import OfChild, Sign, Step
    from sightline.packs.published.read import Published

SHOWN = 20


@dataclass(frozen=True)
class Moment:
    """Something that the lists say of a day: what, in which list, and where the row stands."""

    on: date
    what: str
    list: str
    where: str


def told_of(found: Published, known: OfChild) -> dict[str, Any]:
    """What the template ``child.html`` prints of a child."""
    rows = source_rows(settings.WORKSPACE.snapshots, found.said.snapshot, known.child.child_id)
    moments = sorted(_moments(rows), key=lambda one: one.on, reverse=True)
    ahead = [one for one in moments if one.on > found.said.as_at]
    past = [one for one in moments if one.on <= found.said.as_at]
    return {
        "child": known.child,
        "overdue": [_step(step, "days overdue") for step in known.overdue],
        "due": [_step(step, "days left") for step in known.due],
        "signs": known.signs,
        "ahead": ahead[::-1],
        "past": past[:SHOWN],
        "earlier": past[SHOWN:],
        "measures": _measures(found, known),
        "sources": _sources(rows),
    }


def _moments(rows: Sequence[SourceRow]) -> Iterator[Moment]:
    """Each day of each row, with what happened on it in words.

    What a list repeats on every row of a child, such as when a plan began, is told once.
    """
    seen: set[tuple[date, str, str]] = set()
    for row in rows:
        told: dict[date, list[str]] = {}
        for on, what in row.days():
            if (on, what, row.key) not in seen:
                seen.add((on, what, row.key))
                told.setdefault(on, []).append(what)
        for on, whats in told.items():
            yield Moment(on, "; ".join(whats), row.title, where(row))


def _step(step: Step, words: str) -> dict[str, Any]:
    return {"step": step, "days": f"{abs(step.days_late):,} {words}", "where": where(step)}


def _measures(found: Published, known: OfChild) -> dict[str, Any]:
    """The measures that count the child, with the answer, and the row that gives it."""
    titles = {one.id: one.title for one in found.indicators()}
    return {
        "caption": f"Counted in {len({row.measure for row in known.rows}):,} measures",
        "head": ["Measure", "Answer", "What it rests on", "File, sheet and row"],
        "rows": [
            [
                (reverse("measure", args=(row.measure,)), titles.get(row.measure, row.measure)),
                row.answer if row.value is None else f"{row.answer}: {plain(row.value)}",
                _rests(row.shown),
                where(row),
            ]
            for row in known.rows
        ],
    }


def _rests(shown: dict[str, Any]) -> str:
    from sightline.web.figures.rows_behind import heading

    return "; ".join(f"{heading(k)}: {plain(v)}" for k, v in shown.items() if v is not None) or "–"


def _sources(rows: Sequence[SourceRow]) -> list[dict[str, Any]]:
    """The rows list by list, each with its own values."""
    return [
        {
            "title": row.title,
            "where": where(row),
            "values": [(heading, plain(value)) for heading, value in row.told()],
        }
        for row in rows
    ]


def sign_words(sign: Sign) -> str:
    """A signal in a sentence."""
    return f"{sign.title} since {day(sign.since)}, {sign.days:,} days. {sign.because}"
