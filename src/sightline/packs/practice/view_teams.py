"""How the teams of an indicator differ: dots beside what chance explains, and the spread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from sightline.measures.change import Change
from sightline.measures.figure import Figure
from sightline.measures.print import in_print, percent
from sightline.measures.variation.funnel import Funnel, TeamDot
from sightline.measures.variation.words import TOO_FEW
from sightline.packs import practice_charts
from sightline.packs.practice.model import Indicator
from sightline.packs.practice.view_tables import View, table

_KEY = (
    "The line is the figure of all teams. Thick grey: where 19 teams in 20 of that size lie by "
    "chance. Thin grey: 499 in 500. Circle: within chance. Square: 1 team in 20 is as far off by "
    "chance. Diamond: unusual. Hollow: too few to tell. Teams stand by name, in no order of merit."
)


def teams(one: Indicator) -> View | None:
    """The indicator between teams; None where it is not told by team."""
    rows = [f for f in one.groups.get("team", ()) if not f.category]
    if one.between is None and len(rows) < 2:
        return None
    return _shares(one, rows) if one.between else _others(one, rows)


def _shares(one: Indicator, rows: Sequence[Figure]) -> View:
    """Shares: a funnel's limits, and how much depends on which team."""
    assert one.between is not None
    funnel = one.between.funnel
    sentence = _sentence(funnel)
    drawn = Markup(
        practice_charts.team_dots(
            [_dot(dot) for dot in funnel.dots if dot.share is not None],
            funnel.overall,
            f"{one.measure.title}, by team: {sentence}",
        )
    )
    return {
        "sentence": sentence,
        "unusual": [dot.words for dot in funnel.dots if dot.verdict.startswith("unusually")],
        "chart": drawn,
        "key": _KEY,
        "spread": one.between.spread.words,
        "note": funnel.note,
        "table": _table(one, rows, {dot.team.name: dot for dot in funnel.dots}),
    }


def _sentence(funnel: Funnel) -> str:
    """How many teams are unusual, and from where to where they go."""
    judged = [d for d in funnel.dots if d.verdict != TOO_FEW and d.share is not None]
    if not judged:
        return "Too few to tell teams apart."
    unusual = [d for d in judged if d.verdict.startswith("unusually")]
    shares = [d.share for d in judged if d.share is not None]
    told = f"{len(unusual):,} of {len(judged):,} teams" if unusual else "No team"
    verb = "is unusual" if len(unusual) < 2 else "are unusual"
    ends = f"From {percent(min(shares))} to {percent(max(shares))} in teams of 10 or more"
    return f"{told} {verb} beside {percent(funnel.overall)} in all. {ends}."


def _dot(dot: TeamDot) -> dict[str, Any]:
    assert dot.band is not None
    if dot.verdict == TOO_FEW:
        mark = practice_charts.FEW
    elif dot.verdict.startswith("unusually"):
        mark = practice_charts.UNUSUAL
    else:
        mark = practice_charts.LOOK if dot.look else practice_charts.WITHIN
    return {
        "name": dot.team.name, "value": dot.share, "mark": mark,
        "low": dot.band.low, "high": dot.band.high,
        "far_low": dot.band.low_unusual, "far_high": dot.band.high_unusual,
    }  # fmt: skip


def _others(one: Indicator, rows: Sequence[Figure]) -> View:
    """Counts and lengths: a bar for each team."""
    known = [f for f in rows if f.known]
    drawn: Markup | str = ""
    sentence = f"{len(known):,} teams have a figure."
    if known:
        least, most = min(known, key=_value), max(known, key=_value)
        sentence = f"From {in_print(least)} ({least.group}) to {in_print(most)} ({most.group})."
        bars = [{"name": f.group, "value": f.value, "words": in_print(f)} for f in known]
        title = f"{one.measure.title}, by team: {sentence}"
        unit = {f.unit for f in known} == {"%"}
        drawn = Markup(practice_charts.bars(bars, title, unit))
    return {
        "sentence": sentence,
        "unusual": [],
        "chart": drawn,
        "key": "Teams stand by name, in no order of merit." if known else "",
        "spread": "",
        "note": "",
        "table": _table(one, rows, {}),
    }


def _value(figure: Figure) -> float:
    return figure.value or 0.0


def _table(one: Indicator, rows: Sequence[Figure], dots: dict[str, TeamDot]) -> View:
    head = ["Team", "Figure"]
    head += ["Expected by chance", "Beside all teams"] if dots else []
    head += ["Over time"] if one.team_changes else []
    cells = [
        [
            f.group,
            in_print(f),
            *(_beside(dots.get(f.group)) if dots else ()),
            *([_changing(one.team_changes.get(f.group))] if one.team_changes else ()),
        ]
        for f in rows
    ]
    return table(
        f"{one.measure.id} {one.measure.title}: by team", head, cells, (1, 2)[: len(head) - 1]
    )


def _beside(dot: TeamDot | None) -> list[str]:
    if dot is None or dot.band is None:
        return ["", ""]
    expected = f"{percent(dot.band.low)} to {percent(dot.band.high)}"
    unsure = ", but outside 19 in 20" if dot.look and not dot.verdict.startswith("unus") else ""
    return [expected, f"{dot.verdict}{unsure}"]


def _changing(change: Change | None) -> str:
    return change.verdict.change if change else "too few points"
