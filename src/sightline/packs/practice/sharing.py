"""The report as it may be shared: small numbers hidden, no child, and no worker."""

from __future__ import annotations

from dataclasses import replace

from sightline.measures.deadlines.tally import Tally
from sightline.measures.pathways.curves import Found
from sightline.measures.settings import Settings
from sightline.measures.small_numbers import for_sharing, small
from sightline.packs.practice.model import SHARING, Indicator, Report
from sightline.packs.practice.sentences import figure_sentence, standing

FEWEST_WAITING = 10


def shared(report: Report, settings: Settings) -> Report:
    """The same report with nothing in it that tells of a few children."""
    below = settings.share_below
    sections = tuple(
        replace(s, indicators=tuple(_indicator(one, below) for one in s.indicators))
        for s in report.sections
    )
    indicators = [one for s in sections for one in s.indicators]
    whole = tuple(t for t in report.tallies if not _few(t, below))
    return replace(
        report,
        mode=SHARING,
        overdue=(),
        due=(),
        signs=(),
        sections=sections,
        lists={key: rows for key, rows in report.lists.items() if not small(rows, below)},
        standing=tuple(standing(indicators, ())),
        tallies=whole,
        team_tallies=(),
        sign_counts=tuple(
            (key, title, count, means)
            for key, title, count, means in report.sign_counts
            if not small(count, below)
        ),
        waits=tuple(found for found in map(_waits, report.waits) if found is not None),
    )


def _indicator(one: Indicator, below: int) -> Indicator:
    """An indicator whose figures are hidden together: what is seen beside each other."""
    parts = [*one.figures, *one.trend, *(f for rows in one.groups.values() for f in rows)]
    hidden = iter(for_sharing(parts, below))
    figures = tuple(next(hidden) for _ in one.figures)
    trend = tuple(next(hidden) for _ in one.trend)
    groups = {by: tuple(next(hidden) for _ in rows) for by, rows in one.groups.items()}
    kept = not any(f.hidden for f in (*figures, *trend))
    teams = not any(f.hidden for f in groups.get("team", ()))
    return replace(
        one,
        figures=figures,
        trend=trend,
        groups=groups,
        sentence=figure_sentence(one.measure, figures[0], one.change if kept else None),
        change=one.change if kept else None,
        before_after=one.before_after if kept else (),
        team_changes={},
        between=one.between if teams else None,
        children=(),
        look_at="",
    )


def _few(tally: Tally, below: int) -> bool:
    counts = (tally.on_time, tally.judged - tally.on_time, tally.overdue, tally.to_come)
    return any(small(count, below) for count in counts)


def _waits(found: Found) -> Found | None:
    """A pathway's curve of all, where enough set out and none but many are told apart."""
    whole = found.curves[0]
    if whole.waits.children < FEWEST_WAITING or 0 < whole.waiting < FEWEST_WAITING:
        return None
    told = replace(whole, longest=None, waits=replace(whole.waits, longest_still=None))
    return replace(found, curves=(told,), compared=None)
