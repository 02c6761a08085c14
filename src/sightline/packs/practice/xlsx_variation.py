"""The sheets of how the authority varies: what stands out, teams, events, and who else there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sightline.packs.practice.model import Indicator, Report
from sightline.packs.practice.telling import HEADINGS_OF_STANDING, places, titled
from sightline.packs.practice.xlsx_table import NONE, NOT_MEANT, Percent, Row, Sheet

if TYPE_CHECKING:
    from sightline.benchmarks.comparison import Comparison

_WHAT = (("Measure", 10), ("Title", 48))


def standing_sheet(report: Report) -> Sheet:
    """What stands out, as the report says it."""
    return Sheet(
        "What stands out", "What stands out",
        "First what is worsening, then improving, then unusual among teams, then overdue.",
        (("What", 22), ("Measure", 10), ("Group", 30), ("In a sentence", 120)),
        [
            (HEADINGS_OF_STANDING.get(one.kind, one.kind), one.measure or NOT_MEANT,
             one.group or "All", one.sentence)
            for one in report.standing
        ],
        "Nothing stands out.",
    )  # fmt: skip


def variation_sheets(report: Report) -> Iterator[Sheet]:
    """How teams differ, what followed events, and the published figures."""
    yield Sheet(
        "Teams", "Teams beside what chance explains",
        "Teams are in the order of their names: this is no table of merit. About one team in "
        "twenty lies outside the 95% limits by chance.",
        (*_WHAT, ("Team", 30), ("Numerator", 12), ("Denominator", 14), ("Percentage", 13),
         ("All teams", 12), ("Lower limit (95%)", 14), ("Upper limit (95%)", 14),
         ("Lower limit (99.8%)", 14), ("Upper limit (99.8%)", 14), ("Verdict", 34),
         ("In a sentence", 90)),
        [row for one in report.indicators for row in _team_rows(one)],
        "No measure could be compared between teams.",
    )  # fmt: skip
    yield Sheet(
        "How much is teams", "How much depends on which team",
        "The part of the spread between children that goes with the team, with its 90% interval.",
        (*_WHAT, ("Teams", 10), ("Children", 12), ("Part that goes with the team", 18),
         ("Low", 12), ("High", 12), ("Verdict", 30), ("Left out", 40), ("In a sentence", 90)),
        [_spread(one) for one in report.indicators if one.between],
        "No measure could be compared between teams.",
    )  # fmt: skip
    yield Sheet(
        "Before and after", "Before and after events",
        "A difference does not show what caused it.",
        (*_WHAT, ("Before", 12), ("After", 12), ("Difference", 12), ("Low", 12), ("High", 12),
         ("Verdict", 24), ("In a sentence", 120)),
        [row for one in report.indicators for row in _before_rows(one)],
        "No event is set, or no measure has figures on both sides of one.",
    )  # fmt: skip
    yield Sheet(
        "Compared", "Published figures of the authority and others",
        "As the Department for Education published them, each with its year. These are not the "
        "figures of this load; where they do not mean the same, it is said how.",
        (*_WHAT, ("Published figure", 60), ("Place", 34), ("Kind of place", 30), ("Year", 12),
         ("Published value", 14), ("Unit", 22), ("Change on the year before", 16), ("Rank", 10),
         ("Of", 10), ("Quartile band", 12), ("Means the same", 12), ("How it differs", 60),
         ("Source", 50)),
        [row for one in report.indicators for row in _compared_rows(one)],
        "No published figures were loaded for this authority.",
    )  # fmt: skip


def _team_rows(one: Indicator) -> Iterator[Row]:
    if one.between is None:
        return
    funnel = one.between.funnel
    for dot in funnel.dots:
        band = dot.band
        limits = (
            tuple(map(Percent, (band.low, band.high, band.low_unusual, band.high_unusual)))
            if band
            else (NONE,) * 4
        )
        share = NONE if dot.share is None else Percent(dot.share)
        yield (one.measure.id, one.measure.title, dot.team.name, dot.team.count, dot.team.of, share,
               Percent(funnel.overall), *limits, dot.verdict, dot.words)  # fmt: skip


def _spread(one: Indicator) -> Row:
    assert one.between is not None
    said = one.between.spread
    parts = (_part(value) for value in (said.share, said.low, said.high))
    return (one.measure.id, one.measure.title, said.teams, said.children, *parts, said.verdict,
            ", ".join(said.left_out), said.words)  # fmt: skip


def _part(value: float | None) -> object:
    return NONE if value is None else Percent(value)


def _before_rows(one: Indicator) -> Iterator[Row]:
    for said in one.before_after:
        parts = (said.before, said.after, said.difference, said.low, said.high)
        yield (one.measure.id, one.measure.title, *map(_part, parts), said.verdict, said.words)


def _compared_rows(one: Indicator) -> Iterator[Row]:
    for said in one.compared:
        yield from _part_rows(one, said)


def _part_rows(one: Indicator, said: Comparison) -> Iterator[Row]:
    what = one.measure.id, one.measure.title, titled(said)
    same = "yes" if said.same_meaning else "no"
    own = (said.rank, said.of, said.quartile_band)
    yield (*what, said.authority, "This authority", said.latest.year, _value(said.latest.value),
           said.unit, _value(said.change), *(NONE if v is None else v for v in own), same,
           said.differs, said.source)  # fmt: skip
    for kind, place in places(said):
        if place is not None:
            yield (*what, place.name, kind, place.latest.year, _value(place.latest.value),
                   said.unit, _value(place.change), *(NOT_MEANT,) * 3, same, said.differs,
                   said.source)  # fmt: skip


def _value(value: float | None) -> object:
    return NONE if value is None else float(value)
