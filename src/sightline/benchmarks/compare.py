"""How an authority stands beside its statistical neighbours, its region and England.

The rules for the latest year, change, rank, quartile band and neighbours' mean are those of the
Local Authority Interactive Tool.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sightline.benchmarks import marks, ranks
from sightline.benchmarks.areas import AUTHORITY, ENGLAND, REGION, short_name
from sightline.benchmarks.comparison import Comparison, Neighbours, Place, YearValue
from sightline.benchmarks.declare import published
from sightline.benchmarks.measures import loaded_measures, named
from sightline.benchmarks.series import Series
from sightline.benchmarks.store import Store
from sightline.regime.authorities import Authority, by_dfe_code, resolve

_LONDON = "London"


def compare(store: Store, authority: str | Authority, measure: str) -> Comparison | None:
    """How an authority stands on a measure, or None where nothing is loaded that says so.

    ``authority`` is a name or the department's code; ``measure`` is the id of an indicator
    ("LA23"), the slug of a figure, or the short name of a measure of the interactive tool. For an
    indicator with several parts (ages, sources), the first is taken: see ``compare_parts``.
    """
    parts = compare_parts(store, authority, measure)
    return parts[0] if parts else None


def compare_parts(store: Store, authority: str | Authority, measure: str) -> list[Comparison]:
    """How an authority stands on every part of a measure: each age, each source, each length."""
    whose = _authority(authority)
    if whose is None:
        return []
    made = (of_series(s, whose, store) for s in chosen(store, measure))
    return [one for one in made if one]


def _authority(given: str | Authority) -> Authority | None:
    if isinstance(given, Authority):
        return given
    return by_dfe_code(given) or resolve(given)


def chosen(store: Store, measure: str) -> list[Series]:
    """The series to compare by: one for each part of an indicator.

    Of several files that publish the same part, the one with the newest figures is taken; of
    those that are as new, the published data set before the interactive tool. A rate or a share
    is taken before a number, which only authorities of one size could be compared by.
    """
    if not published(measure):
        one = named(store, measure)
        return [Series.read(store, one)] if one else []
    by_part: dict[str, Series] = {}
    for candidate in loaded_measures(store, measure):
        series = Series.read(store, candidate)
        held = by_part.setdefault(candidate.part, series)
        if candidate.unit == held.measure.unit and series.newer_than(held):
            by_part[candidate.part] = series
    return [series for series in by_part.values() if series.periods]


def of_series(series: Series, authority: Authority, store: Store) -> Comparison | None:
    """How an authority stands in a series, or None where the series does not know it."""
    own = series.area(AUTHORITY, authority.dfe_code)
    if own is None:
        return None
    measure, place = series.measure, _place(series, own, authority.plain)
    values = series.latest_values()
    bounds = ranks.quartiles(values) if measure.quartiles else ()
    return Comparison(
        measure=measure.slug,
        title=measure.title,
        indicator=measure.indicator,
        part=measure.part,
        authority=authority.name,
        code=authority.dfe_code,
        unit=measure.unit,
        better=str(measure.better),
        latest=place.latest,
        previous=place.previous,
        change=place.change,
        rank=ranks.rank(place.latest.value, values, measure.better),
        of=len(values),
        quartile_band=ranks.band(place.latest.value, bounds, measure.better),
        quartiles=ranks.quartiles(values),
        neighbours=_neighbours(series, authority, store),
        region=_region(series, own),
        england=_other(series, ENGLAND, ENGLAND),
        years=place.years,
        same_meaning=measure.same_meaning,
        differs=measure.differs,
        source=series.source(own),
    )


def _place(series: Series, key: str, name: str) -> Place:
    return _made(key, name, series.years(key))


def _made(code: str, name: str, years: Sequence[YearValue]) -> Place:
    previous = years[-2] if len(years) > 1 else None
    change = ranks.change(years[-1].value, previous.value) if previous else None
    return Place(code, name, years[-1], previous, change, tuple(years))


def _other(series: Series, level: str, code: str) -> Place | None:
    key = series.area(level, code)
    return _place(series, key, code) if key else None


def _region(series: Series, own: str) -> Place | None:
    """The region of an authority; Inner or Outer London only where they have any figure."""
    name = series.region_of(own)
    place = _other(series, REGION, name) if name else None
    has_figures = place is not None and any(y.value is not None for y in place.years)
    if not has_figures and _LONDON in name:
        return _other(series, REGION, _LONDON) or place
    return place


def _neighbours(series: Series, authority: Authority, store: Store) -> Neighbours | None:
    codes, source = store.neighbours(authority)
    if not codes:
        return None
    keys = [(code, series.area(AUTHORITY, code)) for code in codes]
    each = [_place(series, key, _called(series, code, key)) for code, key in keys if key]
    if not each:
        return None
    figures = [place.latest.value for place in each]
    return Neighbours(
        mean=_made("", "Statistical neighbours", _means(series.periods, each)),
        each=tuple(each),
        with_figure=sum(v is not None for v in figures),
        source=source,
    )


def _called(series: Series, code: str, key: str) -> str:
    """A neighbour's name; that of the file where it returns together with another."""
    name = series.name_of(key)
    return short_name(code, name) if key == code else name


def _means(periods: Iterable[str], each: Sequence[Place]) -> list[YearValue]:
    """The mean of each year over the neighbours that have a figure in it."""
    made = []
    for number, period in enumerate(periods):
        value = ranks.mean([place.years[number].value for place in each])
        made.append(YearValue(period, value, marks.PUBLISHED if value is not None else "x"))
    return made
