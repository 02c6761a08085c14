"""The sentences of the report: what a figure says, and what stands out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sightline.kit.calendar import long_date
from sightline.measures.change import Change
from sightline.measures.declare import BAND, CONTEXT, Measure
from sightline.measures.deadlines.tally import Tally
from sightline.measures.figure import Figure
from sightline.measures.print import in_print, percent
from sightline.measures.variation.verdicts import IMPROVING, WORSENING
from sightline.packs.practice.model import Indicator, Standing

_HERE = "in this figure"


def figure_sentence(measure: Measure, figure: Figure, change: Change | None) -> str:
    """A figure in a sentence: the value, its usual range, and whether it is really changing."""
    if figure.hidden:
        return f"{measure.title}: hidden, for the numbers are small."
    if figure.value is None and not figure.denominator:
        return f"{measure.title}: nothing to count in the window."
    said = f"{measure.title}: {in_print(figure)}."
    left_out = f" {figure.excluded:,} could not be judged." if figure.excluded else ""
    return f"{said}{left_out}{_change_words(measure, change)}"


def _change_words(measure: Measure, change: Change | None) -> str:
    if change is None or not change.verdict.why:
        return ""
    verdict = change.verdict
    dot = verdict.dot
    usual = ""
    if dot is not None and dot.limits is not None:
        usual = f" Usual range {_value(dot.limits.low, change)} to {_value(dot.limits.high, change)}."
    said = f" {verdict.change[0].upper()}{verdict.change[1:]}: {verdict.why}"
    aim = "" if verdict.target == "no target" else f" The target: {verdict.target}."
    return f"{usual}{said}{aim}"


def _value(value: float, change: Change) -> str:
    share = change.chart.dots and change.chart.dots[0].point.of is not None
    return percent(min(max(value, 0), 1)) if share else f"{max(value, 0):.0f}"


def standing(indicators: Iterable[Indicator], tallies: Iterable[Tally]) -> Iterator[Standing]:
    """What stands out: first what is worsening, then what is improving, teams, and what is overdue."""
    told = list(indicators)
    for way in (WORSENING, IMPROVING):
        yield from _changing(told, way)
    for one in told:
        if one.between and one.measure.better not in (CONTEXT, BAND):
            yield from _unusual(one)
    for tally in tallies:
        if tally.overdue:
            yield Standing(
                "overdue",
                f"{tally.title}: {tally.overdue:,} overdue, the longest by {tally.longest:,} days.",
            )


def _changing(indicators: list[Indicator], way: str) -> Iterator[Standing]:
    for one in indicators:
        if one.change and one.change.verdict.change == way:
            yield Standing(way, f"{one.measure.title}: {way}. {one.change.verdict.why}",
                           one.measure.id)  # fmt: skip
        for team, change in one.team_changes.items():
            if change.verdict.change == way and _lasting(change):
                sentence = f"{one.measure.title}, {team}: {way}. {change.verdict.why}"
                yield Standing(way, sentence, one.measure.id, team)


def _lasting(change: Change) -> bool:
    """Whether a change is more than one month's: of many teams and measures some months stray."""
    dot = change.verdict.dot
    return dot is not None and any(signal.rule != "outside" for signal in dot.signals)


def _unusual(one: Indicator) -> Iterator[Standing]:
    assert one.between is not None
    for dot in one.between.funnel.dots:
        if dot.verdict.startswith("unusually"):
            yield Standing("team", f"{one.measure.title}: {dot.words}", one.measure.id,
                           dot.team.name)  # fmt: skip


def as_at_words(figure: Figure) -> str:
    """Which days a figure is of."""
    if figure.start == figure.end:
        return f"as at {long_date(figure.end)}"
    return f"{long_date(figure.start)} to {long_date(figure.end)}"
