"""The sheets of figures: measures, by team and other groups, over time, and definitions."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.measures.declare import BETTER
from sightline.measures.figure import Figure
from sightline.measures.groups import GROUPINGS
from sightline.packs.practice.areas import AREAS, area_of
from sightline.packs.practice.model import Indicator, Report
from sightline.packs.practice.telling import (
    basis_words,
    headline_words,
    is_share,
    limits_of,
    list_title,
    timescale_words,
    window_words,
)
from sightline.packs.practice.xlsx_table import (
    FEW,
    HIDDEN,
    NONE,
    NOT_MEANT,
    Percent,
    Row,
    Sheet,
)

_WHAT = (("Measure", 10), ("Title", 48))
_FIGURE = (("From", 20), ("To", 20), ("Numerator", 12), ("Denominator", 14), ("Percentage", 13),
           ("Value", 12), ("Unit", 20), ("Which way is better", 26), ("Not judged", 12),
           ("Note", 40))  # fmt: skip
_CATEGORY = ("Category", 34)


def figure_sheets(report: Report) -> Iterator[Sheet]:
    """Every sheet of figures, in the order that they are read."""
    yield Sheet(
        "Measures", "Measures: the figure of all",
        "One row for each measure, and one more for each category of those that have categories.",
        (*_WHAT, ("Area", 36), _CATEGORY, *_FIGURE, ("Is it changing", 18),
         ("Usual range: low", 18), ("Usual range: high", 18), ("Will it meet the target", 24),
         ("In a sentence", 90)),
        [row for one in report.indicators for row in _measure_rows(one)],
    )  # fmt: skip
    yield Sheet(
        "By team", "Measures by team", "Teams are in the order of their names.",
        (*_WHAT, ("Team", 30), _CATEGORY, *_FIGURE, ("Is it changing", 18)),
        [row for one in report.indicators for row in _team_rows(one)],
        "No measure has figures by team.",
    )  # fmt: skip
    yield Sheet(
        "By other groups", "Measures by age, sex, ethnicity, disability, plan and legal status",
        "Groups are in the order of their codes. A small group's percentage moves much by chance.",
        (*_WHAT, ("Breakdown", 16), ("Group", 36), _CATEGORY, *_FIGURE),
        [row for one in report.indicators for row in _group_rows(one)],
        "No measure has figures by other groups.",
    )  # fmt: skip
    yield Sheet(
        "Over time", "Measures over time",
        "One row for each measure and window. The windows share no day. Limits are those of the "
        "control chart; there are none with fewer than 10 points.",
        (*_WHAT, *_FIGURE, ("Centre", 12), ("Lower limit", 13), ("Upper limit", 13),
         ("Out of the usual", 50)),
        [row for one in report.indicators for row in _trend_rows(one)],
        "There is nothing over time.",
    )  # fmt: skip


def closing_sheets(report: Report) -> Iterator[Sheet]:
    """What a reader looks up: definitions, and the measures without a figure."""
    yield Sheet(
        "Definitions", "Definitions of the measures",
        "What each measure counts, by whose word, how it differs from a published figure, and what "
        "it needs.",
        (*_WHAT, ("Numerator", 60), ("Denominator", 60), ("Window", 20),
         ("Which way is better", 26), ("Source", 30), ("Timescale", 50), ("Basis", 34),
         ("How it differs", 50), ("Leaves out", 50), ("Note", 50), ("Lists", 40)),
        [_definition(one) for one in report.indicators],
    )  # fmt: skip
    yield Sheet(
        "No figure", "Measures without a figure, and why", "These could not be worked out.",
        (*_WHAT, ("Why there is no figure", 90)), list(report.lacking),
        "Every measure has a figure.",
    )  # fmt: skip


def _named(figure: Figure) -> tuple[str, str]:
    return figure.measure, figure.title


def _cells(figure: Figure) -> Row:
    share = figure.unit == "%"
    if figure.hidden:
        counts: tuple[object, ...] = (HIDDEN, HIDDEN)
        values: tuple[object, ...] = (HIDDEN, NOT_MEANT) if share else (NOT_MEANT, HIDDEN)
    else:
        counts = _count(figure.numerator), _count(figure.denominator)
        value = _value(figure)
        values = (value, NOT_MEANT) if share else (NOT_MEANT, value)
    left = NOT_MEANT if figure.excluded is None else figure.excluded
    way = BETTER.get(figure.better, figure.better)
    return (figure.start, figure.end, *counts, *values, figure.unit, way,
            HIDDEN if figure.hidden else left, figure.note)  # fmt: skip


def _value(figure: Figure) -> object:
    if figure.value is None:
        return FEW if figure.denominator else NONE
    return Percent(figure.value) if figure.unit == "%" else _count(figure.value)


def _count(value: float | None) -> object:
    """A count as a whole number where it is one."""
    if value is None:
        return NOT_MEANT
    return int(value) if value == int(value) else float(value)


def _measure_rows(one: Indicator) -> Iterator[Row]:
    area = AREAS.get(area_of(one.measure.id), "")
    for place, figure in enumerate(one.figures):
        whole = place == 0
        yield (*_named(figure), area, figure.category or "All", *_cells(figure),
               *(_verdict(one) if whole else (NOT_MEANT,) * 4),
               headline_words(one) if whole else "")  # fmt: skip


def _verdict(one: Indicator) -> Row:
    change = one.change
    if change is None:
        return (NOT_MEANT,) * 4
    limits = limits_of(change)
    ends = (_limit(limits[0], one), _limit(limits[1], one)) if limits else (NONE, NONE)
    return change.verdict.change, *ends, change.verdict.target


def _limit(value: float, one: Indicator) -> object:
    share = one.change is not None and is_share(one.change)
    return Percent(min(max(value, 0), 1)) if share else max(float(value), 0.0)


def _team_rows(one: Indicator) -> Iterator[Row]:
    for figure in one.groups.get("team", ()):
        change = None if figure.category else one.team_changes.get(figure.group)
        yield (*_named(figure), figure.group, figure.category or "All", *_cells(figure),
               change.verdict.change if change else NOT_MEANT)  # fmt: skip


def _group_rows(one: Indicator) -> Iterator[Row]:
    for by, rows in one.groups.items():
        if by == "team":
            continue
        for figure in rows:
            yield (*_named(figure), GROUPINGS[by].title, figure.group, figure.category or "All",
                   *_cells(figure))  # fmt: skip


def _trend_rows(one: Indicator) -> Iterator[Row]:
    dots = {dot.point.on: dot for dot in one.change.chart.dots} if one.change else {}
    for figure in one.trend:
        dot = dots.get(figure.end) if figure.known and not figure.category else None
        limits = dot.limits if dot else None
        lines = (
            tuple(_limit(line, one) for line in (limits.centre, limits.low, limits.high))
            if limits
            else (NOT_MEANT,) * 3
        )
        words = "; ".join(signal.words for signal in dot.signals) if dot else ""
        yield *_named(figure), *_cells(figure), *lines, words


def _definition(one: Indicator) -> Row:
    said = one.measure
    lists = "; ".join(list_title(key) for key in said.roll.lists)
    return (said.id, said.title, said.numerator, said.denominator, window_words(said),
            BETTER[said.better], said.source, timescale_words(said), basis_words(said), said.proxy,
            said.leaves_out, said.note, lists)  # fmt: skip
