"""The sentences of the report: what a figure says, and what stands out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sightline.kit.calendar import long_date
from sightline.measures.change import Change
from sightline.measures.deadlines.tally import Tally
from sightline.measures.declare import BAND, CONTEXT, DOWN, UP, Measure
from sightline.measures.figure import Figure
from sightline.measures.print import in_print, number, percent
from sightline.measures.variation.rules import OUTSIDE
from sightline.measures.variation.verdicts import IMPROVING, WORSENING
from sightline.measures.variation.words import days_words
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


def headline(one: Indicator) -> tuple[str, str]:
    """An indicator's sentence without its title: the figure, and what is said of it.

    Of a measure that is only told in parts, the largest parts.
    """
    if one.figure.category:
        return _largest(one.figures)
    said = one.sentence.removeprefix(f"{one.measure.title}: ")
    printed = in_print(one.figure)
    if said.startswith(printed) and not one.figure.hidden:
        return printed, said.removeprefix(printed).lstrip(". ")
    return said[:1].upper() + said[1:], ""


def _largest(figures: Sequence[Figure]) -> tuple[str, str]:
    known = sorted((f for f in figures if f.value), key=lambda f: (-(f.value or 0), f.category))
    if not known:
        return "Nothing to count in the window, or the numbers are small.", ""
    first, *others = (f"{f.category}, {in_print(f)}" for f in known[:3])
    return f"Most often: {first}", f"Then: {'; '.join(others)}." if others else ""


def _change_words(measure: Measure, change: Change | None) -> str:
    if change is None or not change.verdict.why:
        return ""
    verdict = change.verdict
    dot = verdict.dot
    usual = ""
    if dot is not None and dot.limits is not None:
        low, high = (_value(limit, change) for limit in (dot.limits.low, dot.limits.high))
        usual = f" Usual range by month {low} to {high}."
    said = f" {verdict.change[0].upper()}{verdict.change[1:]}: {verdict.why}"
    aim = "" if verdict.target == "no target" else f" The target: {verdict.target}."
    return f"{usual}{said}{aim}"


def _value(value: float, change: Change) -> str:
    share = change.chart.dots and change.chart.dots[0].point.of is not None
    return percent(min(max(value, 0), 1)) if share else f"{max(value, 0):.0f}"


STOCK = (
    "Neighbouring months share children, so runs and trends are not judged: only a figure outside "
    "the limits is picked out."
)


def target_words(measure: Measure, change: Change | None) -> str:
    """The target of a measure, where one is set: "85% or more"."""
    if change is None or change.target is None:
        return ""
    share = change.chart.dots and change.chart.dots[0].point.of is not None
    said = percent(change.target) if share else number(change.target)
    return said + {UP: " or more", DOWN: " or less"}.get(measure.better, "")


def standing(indicators: Iterable[Indicator], tallies: Iterable[Tally]) -> Iterator[Standing]:
    """What stands out: what is worsening, what is improving, teams, and what is overdue."""
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
                f"{tally.title}: {tally.overdue:,} overdue, the longest by "
                f"{days_words(tally.longest)}.",
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
    """Whether a change is more than one month's: of many teams and measures some months stray.

    Only of shares of children: what is counted of few workers strays most.
    """
    judged = [dot for dot in change.chart.dots if dot.point.judged]
    if len(judged) < 2 or judged[-1].point.of is None:
        return False
    last, before = judged[-1].signals, judged[-2].signals
    return any(signal.rule != OUTSIDE for signal in last) or any(
        one.way == other.way for one in last for other in before
    )


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
