"""Asking the measures for the report: figures, changes, teams, children, deadlines, signals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sightline.kit.calendar import add_months
from sightline.kit.names import by_name
from sightline.kit.progress import progress
from sightline.measures.change import Change, change
from sightline.measures.children import MET, NOT_MET, Behind, children
from sightline.measures.deadlines.library import all_deadlines
from sightline.measures.deadlines.steps import due_within, overdue, unavailable
from sightline.measures.deadlines.tally import tallies
from sightline.measures.declare import BAND, CONTEXT, UP, Measure
from sightline.measures.figure import Figure
from sightline.measures.figures import chosen, figures
from sightline.measures.groups import NOT_SAID
from sightline.measures.library import all_measures
from sightline.measures.pathways.curves import curves
from sightline.measures.pathways.curves import unavailable as not_followed
from sightline.measures.pathways.library import all_pathways
from sightline.measures.settings import Settings
from sightline.measures.signals.late_steps import KEY, MEANS, TITLE
from sightline.measures.signals.library import all_signals
from sightline.measures.signals.raised import every_sign
from sightline.measures.teams import between_teams
from sightline.measures.trend import by_measure
from sightline.measures.variation.before_after import Change as BeforeAfter
from sightline.measures.variation.before_after import compare_shares
from sightline.measures.variation.points import Event
from sightline.packs.practice.areas import AREAS, area_of
from sightline.packs.practice.model import WORKING, Indicator, Report, Section
from sightline.packs.practice.sentences import figure_sentence, standing

if TYPE_CHECKING:
    from sightline.benchmarks.comparison import Comparison
    from sightline.measures.data import Data
    from sightline.measures.signals.raised import Sign

BREAKDOWNS = ("age", "sex", "ethnicity", "disability", "plan_type", "legal_status")
TEAM_POINTS = 10
DUE_DAYS = 14
Compare = Callable[[str], "Sequence[Comparison]"]


@dataclass(frozen=True)
class Told:
    """What the report is about, beside its figures."""

    authority: str
    made_on: date
    made_with: str
    snapshot: str
    loads: tuple[date, ...]
    history: Sequence[Figure] = ()
    """Figures of all and by team, of windows that share no day."""
    compare: Compare | None = None


def gather(data: Data, settings: Settings, told: Told) -> Report:
    """The report of the data that are open, to work with. It shows progress."""
    measures = chosen(data, all_measures())
    found, lacking = _figures(data, measures, settings)
    made = [
        _indicator(data, measure, found, settings, told)
        for measure in progress(measures, len(measures), "measures")
        if measure.id in found
    ]
    six = (add_months(data.as_at, -6), data.as_at)
    able = [d for d in all_deadlines() if not unavailable(d, data, settings)]
    whole = tuple(t for d in able for t in tallies(data, d, settings, six))
    signs = tuple(every_sign(data, settings))
    return Report(
        told.authority, data.as_at, WORKING, told.made_on, told.made_with, told.snapshot,
        told.loads, _lists(data), tuple(standing(made, whole)), whole,
        tuple(t for d in able for t in tallies(data, d, settings, six, "team")),
        tuple(overdue(data, able, settings)),
        tuple(due_within(data, able, settings, DUE_DAYS)),
        DUE_DAYS, signs, _counted(signs),
        tuple(
            curves(data, p, settings, "team") for p in all_pathways() if not not_followed(p, data)
        ),
        _sections(made), tuple(lacking), settings.events,
    )  # fmt: skip


def _figures(
    data: Data, measures: Sequence[Measure], settings: Settings
) -> tuple[dict[str, dict[str, list[Figure]]], list[tuple[str, str, str]]]:
    """Figures by measure and breakdown; and why some have none."""
    found: dict[str, dict[str, list[Figure]]] = {}
    lacking = []
    for figure in figures(data, measures, settings):
        if figure.unit:
            found.setdefault(figure.measure, {}).setdefault("", []).append(figure)
        else:
            lacking.append((figure.measure, figure.title, figure.note))
    able = [m for m in measures if m.id in found]
    for by in progress(("team", *BREAKDOWNS), len(BREAKDOWNS) + 1, "breakdowns"):
        for figure in figures(data, able, settings, by):
            if figure.by:
                found[figure.measure].setdefault(by, []).append(figure)
    return found, lacking


def _indicator(
    data: Data,
    measure: Measure,
    found: Mapping[str, Mapping[str, list[Figure]]],
    settings: Settings,
    told: Told,
) -> Indicator:
    groups = found[measure.id]
    mine = [f for f in told.history if f.measure == measure.id and not f.category]
    trend = tuple(by_measure([f for f in mine if not f.by]).get(measure.id, ()))
    changed = change(measure, trend, settings) if trend else None
    rows, look_at = _children(data, measure, settings)
    return Indicator(
        measure,
        tuple(groups[""]),
        figure_sentence(measure, groups[""][0], changed),
        trend,
        changed,
        _before_after(trend, settings),
        _team_changes(measure, mine, settings),
        between_teams(groups.get("team", [])) if groups.get("team") else None,
        {by: tuple(rows) for by, rows in groups.items() if by and _says_something(rows)},
        tuple(told.compare(measure.id)) if told.compare else (),
        rows,
        look_at,
    )


def _says_something(rows: Sequence[Figure]) -> bool:
    return len({f.group for f in rows} - {NOT_SAID}) > 1


def _children(data: Data, measure: Measure, settings: Settings) -> tuple[tuple[Behind, ...], str]:
    """The rows that somebody should look at, and whether they are those met or not met."""
    if measure.better in (CONTEXT, BAND):
        return (), ""
    look_at = NOT_MET if measure.better == UP else MET
    _, rows = children(data, (measure,), settings)
    return tuple(row for row in rows if row.answer == look_at), look_at


def _team_changes(
    measure: Measure, history: Sequence[Figure], settings: Settings
) -> dict[str, Change]:
    """The change of each team that has figures enough, by name."""
    if measure.better in (CONTEXT, BAND):
        return {}
    mine = [f for f in history if f.by == "team" and f.known and f.group != NOT_SAID]
    made = {}
    for team in sorted({f.group for f in mine}, key=by_name):
        points = sorted((f for f in mine if f.group == team), key=lambda f: f.end)
        if len(points) >= TEAM_POINTS:
            made[team] = change(measure, points, settings)
    return made


def _before_after(trend: Sequence[Figure], settings: Settings) -> tuple[BeforeAfter, ...]:
    """A share before and after each event, over all the windows there are."""
    if not trend or any(f.unit != "%" for f in trend if f.known):
        return ()
    if any(f.start == f.end for f in trend):
        # The same children are counted again on each day: days are not added up.
        return ()
    made = []
    for event in settings.events:
        before = [f for f in trend if f.known and f.end < event.on]
        after = [f for f in trend if f.known and f.start >= event.on]
        if before and after:
            told = Event(event.on, event.title, event.rebase)
            made.append(compare_shares(_sum(before), _sum(after), told))
    return tuple(made)


def _sum(rows: Sequence[Figure]) -> tuple[int, int]:
    return int(sum(f.numerator or 0 for f in rows)), int(sum(f.denominator or 0 for f in rows))


def _sections(indicators: Sequence[Indicator]) -> tuple[Section, ...]:
    return tuple(
        Section(key.lower(), title, mine)
        for key, title in AREAS.items()
        if (mine := tuple(one for one in indicators if area_of(one.measure.id) == key))
    )


def _counted(signs: Sequence[Sign]) -> tuple[tuple[str, str, int, str], ...]:
    """For each signal: how many children, and what it may mean."""
    counts = Counter(sign.signal for sign in signs)
    known = [(s.key, s.title, s.means) for s in all_signals()] + [(KEY, TITLE, MEANS)]
    return tuple((key, title, counts[key], means) for key, title, means in known)


def _lists(data: Data) -> dict[str, int]:
    """How many rows each list has."""
    assert data.lists is not None
    return {
        key: data.lists.run(data.tables[key].count().name("n").as_table())["n"][0].as_py()
        for key in sorted(data.tables)
    }
