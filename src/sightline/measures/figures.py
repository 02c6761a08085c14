"""Figures of measures: n of N, by group, over windows, from one expression for each roll."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sightline.measures.asked import TODAY, Asked
from sightline.measures.columns_used import Used, answer_columns, lacking
from sightline.measures.declare import Measure
from sightline.measures.figure import Figure
from sightline.measures.groups import GROUPINGS
from sightline.measures.prepared import prepared
from sightline.measures.settings import Settings
from sightline.measures.sums import Plan, plans, run_plans

if TYPE_CHECKING:
    from datetime import date

    from sightline.measures.data import Data


def figures(
    data: Data,
    measures: Sequence[Measure],
    settings: Settings | None = None,
    by: str = "",
    window: tuple[date, date] | None = None,
) -> list[Figure]:
    """The figures of measures, in their order; those of each group where ``by`` names one.

    Of several with the same id the first that the data allow is used. One that cannot be worked
    out has a figure without a value, whose note says why. ``window`` overrides each measure's own.
    Runs one query for each roll, and one for each measure with groups of its own.
    """
    told = settings or Settings()
    key = (tuple(measures), told, by, window)
    if key not in data.plans:
        data.plans[key] = _planned(data, measures, told, by, window)
    blank, ready = data.plans[key]
    found: dict[str, list[Figure]] = {figure.measure: [figure] for figure in blank}
    for figure in run_plans(data, ready):
        found.setdefault(figure.measure, []).append(figure)
    return [
        figure for key in dict.fromkeys(m.id for m in measures) for figure in found.get(key, ())
    ]


def _planned(
    data: Data,
    measures: Sequence[Measure],
    settings: Settings,
    by: str,
    window: tuple[date, date] | None,
) -> tuple[list[Figure], list[Plan]]:
    """Figures of what cannot be worked out, and queries for the rest, ready to run."""
    blank, able = [], []
    for measure in chosen(data, measures):
        asked = asked_of(measure, data, settings, window)
        if why := unavailable(measure, data, settings):
            blank.append(_blank(measure, asked, why))
        else:
            able.append((measure, asked))
    grouping = GROUPINGS[by] if by else None
    grouped = {grouping.column} if grouping else set()
    wanted = {m: answer_columns(m) | grouped | {m.split} for m, _ in able}
    made = prepared(data, able, wanted)
    return blank, [plan for one in made for plan in plans(data, one, grouping)]


def chosen(data: Data, measures: Iterable[Measure]) -> list[Measure]:
    """One of each id: the first that the data allow, else the last."""
    best: dict[str, Measure] = {}
    for measure in measures:
        if measure.id not in best or lacking(best[measure.id], data):
            best[measure.id] = measure
    return list(best.values())


def unavailable(measure: Measure, data: Data, settings: Settings) -> str:
    """Why there is no figure: a list or column that was not loaded, or a standard not set."""
    if missing := lacking(measure, data):
        return needs(missing)
    if measure.setting and getattr(settings, measure.setting) is None:
        return f"No local standard is set: give {measure.setting} in the settings."
    return ""


def needs(missing: Sequence[Used]) -> str:
    """What the data lack, in a sentence: whole lists, else columns by their headings."""
    absent = [used for used in missing if not used.column]
    if absent:
        return f"Not in these data: needs {_lists(u.list for u in absent)}."
    names = "; ".join(f"{u.heading} ({_lists([u.list])})" for u in missing)
    return f"Not in these data: needs {names}."


def _lists(keys: Iterable[str]) -> str:
    from sightline.measures.data import list_of

    return ", ".join(
        f"list {t.number}, {t.title}" if t.number else t.title for t in map(list_of, keys)
    )


def asked_of(
    measure: Measure, data: Data, settings: Settings, window: tuple[date, date] | None
) -> Asked:
    """What is put to a measure: its own window, or another where it has one."""
    asked = Asked.window(data.as_at, measure.window, settings)
    if window is None or measure.window == TODAY:
        return asked
    return asked.between(*window)


def _blank(measure: Measure, asked: Asked, note: str) -> Figure:
    return Figure(
        measure.id, measure.title, asked.start, asked.end, better=measure.better, note=note
    )
