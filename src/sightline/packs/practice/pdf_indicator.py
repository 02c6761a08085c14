"""The paper report's block of one measure: sentence, chart, teams, compared, definition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sightline.measures.figure import Figure
from sightline.measures.print import in_print
from sightline.measures.small_numbers import NOTE
from sightline.measures.variation.funnel import (
    UNUSUALLY_HIGH,
    UNUSUALLY_LOW,
    WITHIN_CHANCE,
    TeamDot,
)
from sightline.measures.variation.words import TOO_FEW
from sightline.packs.practice.model import Indicator
from sightline.packs.practice.pdf_blocks import (
    DIAMOND,
    DOT,
    RING,
    Block,
    chart,
    heading,
    paragraph,
    strip,
    table,
    terms,
)
from sightline.packs.practice.pdf_charts import begins_at_nought, over_time
from sightline.packs.practice.sentences import STOCK, as_at_words, target_words
from sightline.packs.practice.telling import (
    better_words,
    compared_sentences,
    headline_words,
    in_unit,
    is_share,
    limits_of,
    timescale_words,
    window_words,
)

MOST_PARTS = 12
_OUT = {UNUSUALLY_HIGH, UNUSUALLY_LOW}


def indicator_blocks(one: Indicator) -> Iterator[Block]:
    """All that is printed of a measure, in a fixed order."""
    yield heading(2, f"{one.measure.id} {one.measure.title}", one.measure.id)
    yield paragraph(headline_words(one), "strong")
    days = as_at_words(one.figure)
    yield paragraph(f"{better_words(one.measure)}. {days[0].upper()}{days[1:]}.")
    yield from _over_time(one)
    yield from _parts(one)
    yield from _teams(one)
    for published in one.compared:
        yield paragraph(" ".join(compared_sentences(published)))
    for said in one.before_after:
        yield paragraph(said.words)
    yield _definition(one)


def _over_time(one: Indicator) -> Iterator[Block]:
    change = one.change
    if change is None or len(change.chart.dots) < 2:
        return
    dots = change.chart.dots
    share = is_share(change)
    first, last = dots[0].point, dots[-1].point
    said = (
        f"{one.measure.title} over time: {in_unit(first.value, share)} in {first.on:%B %Y}, "
        f"{in_unit(last.value, share)} in {last.on:%B %Y}, {len(dots)} points."
    )
    limits = limits_of(change)
    usual = (
        f" Usual range {in_unit(limits[0], share)} to {in_unit(limits[1], share)}."
        if limits
        else ""
    )
    yield chart(over_time(change), said + usual, _caption(one))


def _caption(one: Indicator) -> str:
    assert one.change is not None
    dots = one.change.chart.dots
    parts = []
    if any(dot.limits for dot in dots):
        parts.append("Grey: the usual range. Line: the average.")
    if any(dot.signals for dot in dots):
        parts.append("Diamond: out of the usual.")
    if not all(dot.point.judged for dot in dots):
        parts.append("Ring: fewer than 10, not judged.")
    if aim := target_words(one.measure, one.change):
        parts.append(f"Green, long dashes: the target, {aim}.")
    if one.change.stock and any(dot.limits for dot in dots):
        parts.append(STOCK)
    if not begins_at_nought(one.change):
        parts.append("The scale does not begin at 0.")
    return " ".join(parts)


def _parts(one: Indicator) -> Iterator[Block]:
    """What a measure divides into, in its own order."""
    told = [figure for figure in one.figures if figure.category]
    if not told:
        return
    rows = [(figure.category, in_print(figure)) for figure in told[:MOST_PARTS]]
    yield table(("Category", "Figure"), (3, 2), rows, (1,))
    if len(told) > MOST_PARTS:
        yield paragraph(
            f"{MOST_PARTS} of {len(told)} categories. All are in the workbook.", "quiet"
        )


def _teams(one: Indicator) -> Iterator[Block]:
    figures = [figure for figure in one.groups.get("team", ()) if not figure.category]
    if not figures:
        return
    columns = [_TEAM, _PRINTED]
    if one.between:
        columns += [_STRIP, _BESIDE]
    if one.team_changes:
        columns.append(_CHANGING)
    dots = {dot.team.name: dot for dot in one.between.funnel.dots} if one.between else {}
    rows = [[c.cell(one, f, dots.get(f.group)) for c in columns] for f in figures]
    yield table([c.heading for c in columns], [c.width for c in columns], rows)
    if one.between:
        yield paragraph(_about_teams(one), "quiet")
    if any(figure.hidden for figure in figures):
        yield paragraph(f"{NOTE}.", "quiet")


def _about_teams(one: Indicator) -> str:
    assert one.between is not None
    return (
        "Teams by name. Grey: what chance explains. Line: all teams. Diamond: outside it. Ring: "
        "fewer than 10. "
        f"{one.between.spread.words}"
    )


def _drawn(one: Indicator, _figure: Figure, dot: TeamDot | None) -> object:
    """The team's dot between 0% and 100%: what is said beside it, drawn."""
    if dot is None or dot.share is None or one.between is None:
        return ""
    band = (dot.band.low_unusual, dot.band.high_unusual) if dot.band else None
    shape = RING if dot.verdict == TOO_FEW else DIAMOND if dot.verdict in _OUT else DOT
    return strip(dot.share, band, one.between.funnel.overall, shape)


def _beside(_one: Indicator, _figure: Figure, dot: TeamDot | None) -> str:
    if dot is None:
        return ""
    return "within" if dot.verdict == WITHIN_CHANCE else dot.verdict


def _changing(one: Indicator, figure: Figure, _dot: TeamDot | None) -> str:
    change = one.team_changes.get(figure.group)
    return change.verdict.change if change else "too few to tell"


class _Column(NamedTuple):
    """A column of the table of teams."""

    heading: str
    width: float
    cell: Callable[[Indicator, Figure, TeamDot | None], object]


_TEAM = _Column("Team", 6, lambda _one, figure, _dot: figure.group)
_PRINTED = _Column("Figure", 4.2, lambda _one, figure, _dot: in_print(figure))
_STRIP = _Column("0% to 100%", 3.6, _drawn)
_BESIDE = _Column("Beside chance", 4.2, _beside)
_CHANGING = _Column("Changing", 3.8, _changing)


def _definition(one: Indicator) -> Block:
    said = one.measure
    return terms(
        [
            ("Counts", said.numerator),
            ("Of", said.denominator),
            ("Window", window_words(said)),
            ("Timescale", timescale_words(said)),
            ("How it differs", said.proxy),
            ("Leaves out", said.leaves_out),
            ("Note", said.note),
            ("Source", said.source),
        ]
    )
