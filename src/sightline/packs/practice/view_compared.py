"""What an indicator is compared with: its own past, and the published figures of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.measures.print import in_print
from sightline.packs.practice.model import Indicator
from sightline.packs.practice.sentences import as_at_words
from sightline.packs.practice.view_tables import View, table

if TYPE_CHECKING:
    from sightline.benchmarks.comparison import Comparison, Place, YearValue

_MARKS = {
    "c": "not published: small",
    "x": "not available",
    "z": "does not apply",
    "k": "rounds to 0",
    "u": "too unreliable to publish",
}


def compared(one: Indicator) -> View:
    """Before and after each event, and the published figure where there is one."""
    return {
        "events": [change.words for change in one.before_after],
        "published": _published(one, one.comparison) if one.comparison else None,
        "first": one.comparison is None and not one.before_after,
    }


def _published(one: Indicator, told: Comparison) -> View:
    title = told.title if not told.part else f"{told.title} ({told.part})"
    return {
        "sentences": list(_sentences(one, told, title)),
        "table": table(
            f"{one.measure.id} Published: {title}",
            ["Area", "Latest", "The year before", "Change"],
            [_row(place, told.unit) for place in _places(told)],
            (1, 2, 3),
        ),
        "source": f"{told.source}{_neighbours(told)}",
    }


def _sentences(one: Indicator, told: Comparison, title: str) -> list[str]:
    own = f"The authority's own figure now: {in_print(one.figure)}, {as_at_words(one.figure)}."
    latest = f"The published figure: {_dated(told.latest, told.unit)}."
    said = [f"Published: {title}. {_better(told.better)}.", f"{latest} {own}"]
    if not told.same_meaning or told.differs:
        lead = "" if told.same_meaning else "The two do not mean the same. "
        said.append(f"{lead}{told.differs}")
    if told.rank is not None:
        band = f" Quarter {told.quartile_band}, of A (the best) to D." if told.quartile_band else ""
        said.append(f"Place {told.rank:,} of {told.of:,} authorities, where 1 is the best.{band}")
    return said


def _better(better: str) -> str:
    if better in ("higher", "lower"):
        return f"{better.capitalize()} is better"
    return "Context: no direction is better"


def _places(told: Comparison) -> list[Place]:
    from sightline.benchmarks.comparison import Place

    own = Place(told.code, told.authority, told.latest, told.previous, told.change, told.years)
    others = (told.neighbours.mean if told.neighbours else None, told.region, told.england)
    return [own, *(place for place in others if place)]


def _row(place: Place, unit: str) -> list[str]:
    before = _dated(place.previous, unit) if place.previous else ""
    return [place.name, _dated(place.latest, unit), before, _change(place.change, unit)]


def _dated(year: YearValue, unit: str) -> str:
    """A published figure with its year: "57.3% (2025)"."""
    if year.value is None:
        return f"{_MARKS.get(year.status, 'no figure')} ({year.year})"
    return f"{value(year.value, unit)} ({year.year})"


def value(figure: float, unit: str) -> str:
    """A published figure as it is printed: shares are published in hundredths."""
    plain = f"{figure:,.1f}".removesuffix(".0")
    if unit == "%":
        return f"{plain}%"
    return f"{plain} {unit}" if unit.startswith("per ") else plain


def _change(change: float | None, unit: str) -> str:
    if change is None:
        return ""
    if not round(change, 1):
        return "no change"
    size = f"{abs(change):,.1f}".removesuffix(".0")
    return f"{'up' if change > 0 else 'down'} {size}{' points' if unit == '%' else ''}"


def _neighbours(told: Comparison) -> str:
    near = told.neighbours
    if near is None:
        return ""
    names = ", ".join(place.name for place in near.each)
    return (
        f" Statistical neighbours ({near.source}): {names}. Their mean is of the "
        f"{near.with_figure:,} that have a figure."
    )
