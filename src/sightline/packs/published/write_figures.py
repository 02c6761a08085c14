"""Writes the figures of a published file: what stands out, the views, and every figure of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

from sightline.measures.variation.verdicts import NO_TARGET
from sightline.packs.practice.model import Indicator, Report
from sightline.packs.practice.sentences import headline
from sightline.packs.practice.view_front import at_a_glance, contents, front, lacking
from sightline.packs.practice.view_indicator import indicator
from sightline.packs.practice.view_people import deadlines, signals
from sightline.packs.practice.view_reading import how_to_read
from sightline.packs.practice.view_waits import waits
from sightline.packs.published.insert import insert
from sightline.packs.published.texts import to_json

if TYPE_CHECKING:
    from sightline.measures.figure import Figure

Row = tuple[Any, ...]


def write_figures(file: sqlite3.Connection, report: Report, made_from: str) -> None:
    """Write all of a report that tells of no single child."""
    insert(file, "said", _said(report, made_from))
    insert(file, "view", _views(report))
    insert(file, "list", report.lists.items())
    insert(file, "standing", ((None, s.kind, s.sentence, s.measure, s.group)
                              for s in report.standing))  # fmt: skip
    insert(file, "area", _areas(report))
    insert(file, "lacking", ((None, *row) for row in report.lacking))
    insert(file, "wait", _waits(report))
    insert(file, "sign_count", _sign_counts(report))
    insert(file, "tally", _tallies(report))
    insert(file, "indicator", _indicators(report))
    insert(file, "figure", _figures(report))
    insert(file, "team_verdict", _verdicts(report))


def _said(report: Report, made_from: str) -> Iterator[Row]:
    names = ("authority", "as_at", "snapshot", "made_on", "made_with", "mode", "loads", "due_days")
    for name in names:
        yield name, to_json(getattr(report, name))
    yield "made_from", to_json(made_from)
    yield "children", to_json(0)


def _views(report: Report) -> Iterator[Row]:
    """Parts of the report as views; without the lists of children, which depend on the reader."""
    late, raised = deadlines(report), signals(report)
    views = {
        "front": front(report),
        "contents": contents(report),
        "reading": how_to_read(report),
        "lacking": lacking(report),
        "deadlines": {k: late[k] for k in ("sentence", "table", "teams", "some")},
        "signals": {k: raised[k] for k in ("sentence", "counts", "some")},
    }
    return ((name, to_json(view)) for name, view in views.items())


def _areas(report: Report) -> Iterator[Row]:
    for section in report.sections:
        yield None, section.key, section.title, to_json(at_a_glance(section))


def _waits(report: Report) -> Iterator[Row]:
    for found, view in zip(report.waits, waits(report)):
        yield None, found.pathway.key, to_json({**view, "theme": found.pathway.theme})


def _sign_counts(report: Report) -> Iterator[Row]:
    from sightline.measures.signals.late_steps import KEY, THEME
    from sightline.measures.signals.library import all_signals

    themes = {signal.key: signal.theme for signal in all_signals()} | {KEY: THEME}
    for key, title, many, means in report.sign_counts:
        yield None, key, title, many, means, themes.get(key, "")


def _tallies(report: Report) -> Iterator[Row]:
    from sightline.measures.deadlines.library import all_deadlines

    themes = {deadline.key: deadline.theme for deadline in all_deadlines()}
    for t in (*report.tallies, *report.team_tallies):
        yield (
            None, t.deadline, t.title, t.group, t.on_time, t.judged, t.overdue, t.to_come,
            t.longest, t.days, themes.get(t.deadline, ""),
        )  # fmt: skip


def _indicators(report: Report) -> Iterator[Row]:
    numbers = count(1)
    for section in report.sections:
        for one in section.indicators:
            yield next(numbers), *_indicator(one, section.key, report), None, None


def _indicator(one: Indicator, area: str, report: Report) -> Row:
    measure, verdict = one.measure, one.change.verdict if one.change else None
    figure, rest = headline(one)
    target = verdict.target if verdict and verdict.target != NO_TARGET else ""
    # Which children may be seen depends on the reader: their rows are asked for apart.
    view = {**indicator(one, report), "children": None}
    return (
        measure.id, measure.slug, measure.title, measure.theme, area, measure.better,
        one.sentence, figure, rest, verdict.change if verdict else "",
        verdict.why if verdict else "", target, one.look_at, to_json(view),
    )  # fmt: skip


def _figures(report: Report) -> Iterator[Row]:
    for number, one in enumerate(report.indicators, 1):
        groups = [figure for rows in one.groups.values() for figure in rows]
        yield from _rows(number, 0, (*one.figures, *groups))
        yield from _rows(number, 1, one.trend)


def _rows(number: int, trend: int, figures: Iterable[Figure]) -> Iterator[Row]:
    for f in figures:
        yield (
            None, number, trend, f.by, f.group, f.category, f.start.isoformat(), f.end.isoformat(),
            f.numerator, f.denominator, f.value, f.unit, f.excluded, f.note, f.hidden,
        )  # fmt: skip


def _verdicts(report: Report) -> Iterator[Row]:
    """Each team of each measure that something is told of: over time, or beside the others."""
    for one in report.indicators:
        beside = {dot.team.name: dot for dot in one.between.funnel.dots} if one.between else {}
        for team in dict.fromkeys([*beside, *one.team_changes]):
            dot, changed = beside.get(team), one.team_changes.get(team)
            yield (
                None, one.measure.id, team,
                changed.verdict.change if changed else "", changed.verdict.why if changed else "",
                dot.verdict if dot else "", dot.words if dot else "",
            )  # fmt: skip
