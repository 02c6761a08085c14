"""What an indicator is compared with: its own past, and the published figures of others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sightline.measures.print import in_print
from sightline.packs.practice.model import Indicator
from sightline.packs.practice.sentences import as_at_words
from sightline.packs.practice.telling import titled
from sightline.packs.practice.view_tables import View, table

if TYPE_CHECKING:
    from sightline.benchmarks.comparison import Comparison, Place, YearValue
    from sightline.measures.figure import Figure

_MARKS = {
    "c": "not published: small",
    "x": "not available",
    "z": "does not apply",
    "k": "rounds to 0",
    "u": "too unreliable to publish",
}


def compared(one: Indicator) -> View:
    """Before and after each event, and the published figures where there are any."""
    return {
        "events": [change.words for change in one.before_after],
        "published": _published(one) if one.compared else None,
        "first": not one.compared and not one.before_after,
    }


def _published(one: Indicator) -> View:
    """Each part of what is published, in one table; what is true of all of them is said once."""
    told, several = one.compared, len(one.compared) > 1
    caption = "what is published, part by part" if several else titled(told[0])
    rows = [
        ([part_of(part)] if several else []) + _row(place, part.unit)
        for part in told
        for place in _places(part)
    ]
    head = [*(["Part"] if several else []), "Area", "Latest", "The year before", "Change"]
    return {
        "sentences": list(_sentences(one)),
        "table": table(f"{one.measure.id} Published: {caption}", head, rows, range(len(head))[-3:]),
        "source": " ".join(dict.fromkeys(f"{p.source}{_neighbours(p)}" for p in told)),
    }


def part_of(told: Comparison) -> str:
    """What a part is called in a table: "19 to 21 years"."""
    return told.part or told.title


def _sentences(one: Indicator) -> Iterator[str]:
    if not any(own_part(one, part) for part in one.compared):
        yield f"The authority's own figure now: {_now(one.figure)}."
    for part in one.compared:
        own = own_part(one, part)
        now = f" The authority's own figure now: {_now(own)}." if own else ""
        latest = _dated(part.latest, part.unit)
        yield (
            f"Published: {titled(part)}. {_better(part.better)}. The published figure: {latest}."
            f"{now}{_standing(part)}"
        )
    yield from dict.fromkeys(filter(None, map(_differing, one.compared)))


def own_part(one: Indicator, part: Comparison) -> Figure | None:
    """The authority's own figure of the same part, such as an age, where it is shown apart."""
    mine = (f for f in one.figures if f.category and part.part.startswith(f.category))
    return next(mine, None)


def _now(figure: Figure) -> str:
    return f"{in_print(figure)}, {as_at_words(figure)}"


def _standing(told: Comparison) -> str:
    if told.rank is None:
        return ""
    band = f" Quarter {told.quartile_band}, of A (the best) to D." if told.quartile_band else ""
    return f" Place {told.rank:,} of {told.of:,} authorities, where 1 is the best.{band}"


def _differing(told: Comparison) -> str:
    lead = "" if told.same_meaning else "The two do not mean the same. "
    return f"{lead}{told.differs}".strip()


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
