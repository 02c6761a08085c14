"""What the verbs about waiting and drift do: overdue, due, signals, waits, variation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sightline.tasks.measures import Asking, named, now, trend_figures

if TYPE_CHECKING:
    from sightline.measures.change import Change
    from sightline.measures.deadlines.steps import Step
    from sightline.measures.figure import Figure

Row = dict[str, Any]
STEPS = (
    *("deadline", "title", "child_id", "team", "worker", "age", "since", "due", "days_late"),
    *("list", "file", "sheet", "row"),
)
SIGNS = (
    *("signal", "title", "child_id", "team", "worker", "age", "since", "days", "because"),
    *("list", "file", "sheet", "row"),
)
TALLIES = (
    *("deadline", "title", "group", "on_time", "judged", "share", "overdue", "longest"),
    *("to_come", "median_days", "basis", "note"),
)
WAITS = (
    *("pathway", "title", "group", "since", "children", "arrived", "median_days", "waiting"),
    *("longest_days", "still_after_30", "still_after_90", "still_after_180", "sentence"),
)
VARIATION = (
    *("measure", "title", "figure", "change", "target", "why", "chart", "points"),
    *("teams", "teams_to_look_at", "depends_on_team", "sentence"),
)


def overdue_rows(asking: Asking, within: int | None = None) -> Iterator[Row]:
    """What is overdue, or due within so many days: a row for each child and step."""
    from sightline.measures.deadlines.library import all_deadlines
    from sightline.measures.deadlines.steps import due_within, overdue, unavailable

    settings = asking.settings()
    with asking.opened("overdue" if within is None else "due") as data:
        able = [d for d in all_deadlines() if not unavailable(d, data, settings)]
        found = (
            overdue(data, able, settings)
            if within is None
            else due_within(data, able, settings, within)
        )
    return map(_step, found)


def _step(step: Step) -> Row:
    return {name: getattr(step, name) for name in STEPS}


def tally_rows(asking: Asking, by: str) -> list[Row]:
    """A row for each deadline and group: on time, overdue, still to come; or why there is none."""
    from sightline.kit.calendar import add_months
    from sightline.measures.deadlines.library import all_deadlines
    from sightline.measures.deadlines.steps import unavailable
    from sightline.measures.deadlines.tally import tallies

    settings, rows = asking.settings(), []
    with asking.opened("overdue") as data:
        window = (add_months(data.as_at, -6), data.as_at)
        for one in all_deadlines():
            if why := unavailable(one, data, settings):
                rows.append({"deadline": one.key, "title": one.title, "note": why})
                continue
            for tally in tallies(data, one, settings, window, by):
                made = {name: getattr(tally, name, "") for name in TALLIES}
                share = "" if tally.share is None else f"{tally.share:.1%}"
                rows.append(made | {"share": share, "median_days": tally.days,
                                    "basis": one.basis, "note": one.note})  # fmt: skip
    return rows


def sign_rows(asking: Asking, only: Sequence[str]) -> Iterator[Row]:
    """A row for each signal of a child, what has gone on longest first."""
    from sightline.measures.signals.raised import every_sign

    settings = asking.settings()
    with asking.opened("signals") as data:
        found = every_sign(data, settings)
    kept = (sign for sign in found if not only or sign.signal in only)
    return ({name: getattr(sign, name) for name in SIGNS} for sign in kept)


def wait_rows(asking: Asking, by: str) -> Iterator[Row]:
    """A row for each pathway and group: how long children wait, with those who still do."""
    from sightline.measures.pathways.curves import curves, in_words, unavailable
    from sightline.measures.pathways.library import all_pathways

    settings = asking.settings()
    with asking.opened("waits") as data:
        for one in all_pathways():
            if why := unavailable(one, data):
                yield {"pathway": one.key, "title": one.title, "sentence": why}
                continue
            for curve in curves(data, one, settings, by).curves:
                yield {
                    "pathway": one.key,
                    "title": one.title,
                    "group": curve.group,
                    "since": curve.since,
                    "children": curve.waits.children,
                    "arrived": curve.waits.ended,
                    "median_days": curve.waits.median.day,
                    "waiting": curve.waiting,
                    "longest_days": curve.longest,
                    **{f"still_after_{d}": _still(curve.waits.at(d)) for d in (30, 90, 180)},
                    "sentence": " ".join(in_words(curve)),
                }


def _still(step: Any) -> str:
    return "" if step is None else f"{step.share:.0%}"


def variation_rows(asking: Asking, ids: Sequence[str], count: int) -> Iterator[Row]:
    """A row for each measure: is it changing, will it meet its target, and how teams differ."""
    from sightline.measures.change import change
    from sightline.measures.teams import between_teams
    from sightline.measures.trend import by_measure

    measures, settings = named(ids, not ids), asking.settings()
    figures = now(asking, measures, "team")
    over_time = by_measure(trend_figures(asking, measures, "", count))
    for one in {m.id: m for m in measures}.values():
        mine = [f for f in figures if f.measure == one.id]
        known = [f for f in over_time.get(one.id, []) if f.known and not f.category]
        if not any(f.known for f in mine):
            continue
        between = between_teams([f for f in mine if f.by])
        yield {
            "measure": one.id,
            "title": one.title,
            "figure": _printed(mine[0]),
            **_changed(change(one, known, settings) if known else None),
            **_between(between),
        }


def _printed(figure: Figure) -> str:
    from sightline.measures.print import in_print

    return in_print(figure)


def _changed(found: Change | None) -> Row:
    if found is None:
        return {"change": "too few to tell", "points": 0}
    verdict = found.verdict
    return {
        "change": verdict.change,
        "target": verdict.target,
        "why": verdict.why,
        "chart": found.choice.chart,
        "points": len(found.chart.dots),
    }


def _between(found: Any) -> Row:
    if found is None:
        return {}
    look = [dot.team.name for dot in found.funnel.dots if dot.look]
    return {
        "teams": len(found.funnel.dots),
        "teams_to_look_at": look,
        "depends_on_team": "" if found.spread.share is None else f"{found.spread.share:.0%}",
        "sentence": found.spread.words,
    }
