"""One indicator of the report, in the fixed order: sentence, better, time, teams, compared, why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from sightline.measures.declare import BETTER, Measure
from sightline.measures.groups import GROUPINGS
from sightline.measures.print import in_print
from sightline.measures.timescales import BASES, TIMESCALES
from sightline.measures.variation.verdicts import NO_TARGET
from sightline.packs import practice_charts
from sightline.packs.practice.model import WORKING, Indicator, Report
from sightline.packs.practice.sentences import as_at_words, headline
from sightline.packs.practice.view_compared import compared
from sightline.packs.practice.view_tables import (
    MOST,
    View,
    heading,
    how_many,
    rows_shown,
    said,
    table,
    where,
)
from sightline.packs.practice.view_teams import teams
from sightline.packs.practice.view_time import over_time
from sightline.regime.themes import by_id

if TYPE_CHECKING:
    from sightline.measures.children import Behind

_WINDOWS = {0: "On the day of the data", 6: "The last 6 months", 12: "The last 12 months"}
_BARS = 24


def indicator(one: Indicator, report: Report) -> View:
    """All that the report prints of one indicator."""
    measure = one.measure
    figure, rest = headline(one)
    return {
        "id": measure.id,
        "title": measure.title,
        "figure": figure,
        "rest": rest,
        "better": _first(BETTER[measure.better]),
        "when": as_at_words(one.figure),
        "changing": one.change.verdict.change if one.change else "",
        "target": _target(one),
        "parts": _parts(one),
        "time": over_time(one, report.events),
        "single": len([f for f in one.trend if f.known]) < 2,
        "teams": teams(one),
        "compared": compared(one),
        "why": _why(measure),
        "limits": list(_limits(one)),
        "children": _children(one) if report.mode == WORKING and one.look_at else None,
        "breakdowns": _breakdowns(one),
        "definition": list(_definition(one, report)),
    }


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _target(one: Indicator) -> str:
    target = one.change.verdict.target if one.change else NO_TARGET
    return "" if target == NO_TARGET else target


def _parts(one: Indicator) -> View | None:
    """The groups that the measure itself divides into, as bars and a table."""
    rows = [f for f in one.figures if f.category]
    if not rows:
        return None
    known = [f for f in rows if f.known]
    bars = [{"name": f.category, "value": f.value, "words": in_print(f)} for f in known]
    unit = {f.unit for f in known} == {"%"}
    title = f"{one.measure.title}: {' '.join(headline(one))}"
    drawn = practice_charts.bars(bars, title, unit) if 0 < len(bars) <= _BARS else ""
    caption = f"{one.measure.id} {one.measure.title}: each part"
    cells = [[f.category, in_print(f)] for f in rows]
    return {
        "chart": Markup(drawn),
        "table": table(caption, ["Part", "Figure"], cells, [1]),
    }


def _why(measure: Measure) -> str:
    """What the measure bears on, in the words of its theme."""
    theme = by_id(measure.theme)
    return f"It bears on {_small(theme.title)}: {_small(theme.covers.rstrip('.'))}."


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _limits(one: Indicator) -> Iterator[str]:
    """What the figure does not say: where it differs, what it leaves out, and remarks."""
    measure, figure = one.measure, one.figure
    if measure.proxy:
        yield measure.proxy
    if measure.leaves_out:
        yield f"Left out: {measure.leaves_out.rstrip('.')}."
    if figure.excluded:
        yield f"{how_many(int(figure.excluded), 'row')} could not be judged."
    for note in dict.fromkeys((measure.note, figure.note)):
        if note and note != measure.proxy:
            yield f"{_first(note.rstrip('.'))}."


def _children(one: Indicator) -> View:
    """The rows that somebody should look at, by the child's reference."""
    rows = one.children[:MOST]
    shown = list(rows[0].shown) if rows else []
    valued = any(row.value is not None for row in rows)
    head = ["Child", "Age", "Team", "Worker", *(["Value"] if valued else []),
            *map(heading, shown), "Where from"]  # fmt: skip
    caption = f"{one.measure.id} {one.measure.title}: {one.look_at}, by the child's reference"
    cells = [_child(row, shown, valued) for row in rows]
    return {
        "summary": f"To look at: {how_many(len(one.children), 'row')} {one.look_at}",
        "count": len(one.children),
        "table": table(caption, head, cells),
        "more": rows_shown(MOST, len(one.children)),
    }


def _child(row: Behind, shown: Sequence[str], valued: bool) -> list[str]:
    return [
        row.child_id,
        said(row.age),
        row.team,
        row.worker,
        *([said(row.value)] if valued else []),
        *(said(row.shown.get(name)) for name in shown),
        where(row.file, row.sheet, row.row),
    ]


def _breakdowns(one: Indicator) -> View | None:
    """Age, sex, ethnicity and the others in one table."""
    rows = [
        [GROUPINGS[by].title, f.group, *([f.category] if _apart(one) else []), in_print(f)]
        for by, figures in one.groups.items()
        if by != "team"
        for f in figures
    ]
    if not rows:
        return None
    head = ["By", "Group", *(["Part"] if _apart(one) else []), "Figure"]
    caption = f"{one.measure.id} {one.measure.title}: other groups"
    titles = [GROUPINGS[by].title.lower() for by in one.groups if by != "team"]
    return {
        "summary": f"By {', '.join(titles)}",
        "table": table(caption, head, rows, [len(head) - 1]),
    }


def _apart(one: Indicator) -> bool:
    return any(f.category for rows in one.groups.values() for f in rows)


def _definition(one: Indicator, report: Report) -> Iterator[tuple[str, str]]:
    measure = one.measure
    yield "Measure", f"{measure.id} ({measure.slug})"
    yield "Counted", measure.numerator
    if measure.denominator:
        yield "Of", measure.denominator
    yield "When", f"{_WINDOWS[measure.window]}: {as_at_words(one.figure)}"
    yield "Better", BETTER[measure.better]
    yield "Source", measure.source
    if measure.timescale:
        timescale = TIMESCALES[measure.timescale]
        yield "Timescale", str(timescale)
        yield "Basis", BASES[timescale.basis]
    if measure.setting:
        yield "Local standard", f"set as {measure.setting}: no national rule"
    yield "Theme", by_id(measure.theme).title
    yield "Lineage", _lineage(report)


def _lineage(report: Report) -> str:
    snapshot = f"snapshot {report.snapshot}" if report.snapshot else "files, not kept as a snapshot"
    return f"{snapshot}; {report.made_with}"
