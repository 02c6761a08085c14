"""What the verbs about official statistics do: update, load, list, compare."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.kit.problems import UserError
from sightline.workspace import workspace

if TYPE_CHECKING:
    from sightline.benchmarks.comparison import Comparison, Place
    from sightline.benchmarks.loading import Outcome
    from sightline.benchmarks.store import Store
    from sightline.regime.authorities import Authority

LOADED = ("file", "outcome", "problem")
UPDATED = ("data_set", "outcome", "version", "loaded", "problem")
STANDING = (
    *("measure", "indicator", "title", "part", "authority", "unit", "better", "year", "value"),
    *("status", "previous_year", "previous", "change", "rank", "of", "quartile_band"),
    *("neighbours", "neighbours_with_figure", "region", "region_value", "england"),
    *("same_meaning", "differs", "source"),
)
SHOWN = (
    *("indicator", "title", "year", "value", "change", "rank", "of", "quartile_band"),
    *("neighbours", "region_value", "england"),
)


def store(folder: str | None) -> Store:
    """The official statistics of a workspace."""
    from sightline.benchmarks.store import Store

    return Store(workspace(folder).statistics)


def loaded(folder: str | None, files: Sequence[str]) -> tuple[list[dict[str, Any]], bool]:
    """Load files, and folders of files: a row for each, and whether anything needs attention."""
    from sightline.benchmarks.loading import load

    outcomes = load(store(folder), [Path(file) for file in files])
    if outcomes and all(one.failed for one in outcomes):
        raise UserError(f"Nothing was loaded. {outcomes[0].problems[0]}")
    rows = [row for one in outcomes for row in _rows_of(one)]
    return rows, any(one.problems for one in outcomes)


def _rows_of(one: Outcome) -> Iterator[dict[str, Any]]:
    problems = [str(p) for p in one.problems] or [""]
    for problem in problems:
        yield {"file": one.file, "outcome": one.said, "problem": problem}


def updated(
    folder: str | None,
    names: Sequence[str] = (),
    api: str | None = None,
    dry_run: bool = False,
    pause: float = 1.0,
) -> list[dict[str, Any]]:
    """Fetch what is new of the declared data sets, and load it: a row for each."""
    from sightline.benchmarks.fetch import API, Fetching
    from sightline.kit.polite import Polite

    kept = store(folder)
    fetching = Fetching(Polite(pause=pause), kept.downloads, (api or API).rstrip("/"))
    rows = []
    for one in fetching.fetch(_wanted(names), dry_run):
        rows.append(_updated(kept, one))
        print(f"{one.data_set.slug}: {rows[-1]['outcome']}", file=sys.stderr, flush=True)
    return rows


def _wanted(names: Sequence[str]) -> list[Any]:
    from sightline.benchmarks.fetch import wanted

    there = {one.slug: one for one in wanted()}
    for name in names:
        if name not in there:
            raise UserError(
                f"No data set that can be fetched is called {name!r}: choose from "
                f"{', '.join(there)}. The interactive tool's table is loaded from its file."
            )
    return [there[name] for name in names] if names else list(there.values())


def _updated(kept: Store, one: Any) -> dict[str, Any]:
    from sightline.benchmarks.loading import load_one

    row = {
        "data_set": one.data_set.slug,
        "outcome": one.outcome,
        "version": one.version,
        "loaded": "",
        "problem": one.problem,
    }
    held = kept.loaded().get(one.data_set.slug)
    if one.path is None or (one.outcome == "known" and held and held.version == one.version):
        return row
    outcome = load_one(kept, one.path, one.data_set.slug, one.version)
    said = "; ".join(map(str, outcome.problems))
    return {**row, "loaded": outcome.said, "problem": said, **_failed(outcome)}


def _failed(outcome: Outcome) -> dict[str, str]:
    return {"outcome": "failed"} if outcome.failed else {}


def listed(folder: str | None, data_sets: bool, everything: bool) -> list[dict[str, Any]]:
    """The catalogue: figures, or data sets."""
    from sightline.benchmarks import catalogue

    kept = store(folder)
    if data_sets:
        return list(catalogue.data_set_rows(kept))
    return list(catalogue.figure_rows(kept, everything))


def compared(folder: str | None, name: str, measure: str | None) -> list[Comparison]:
    """How an authority stands: on every part of one measure, or on all that is declared.

    Raises ``UserError`` for a name that means no authority, a measure that is not known, and
    where no statistics are loaded.
    """
    from sightline.benchmarks.compare import compare_parts
    from sightline.benchmarks.declare import figures

    kept = store(folder)
    whose = _authority(name)
    if not kept.loaded():
        raise UserError(
            "No statistics are loaded. Fetch them with `sightline benchmarks update`, or load "
            "files: sightline benchmarks load FILES."
        )
    asked = [measure] if measure else list(dict.fromkeys(f.indicator for f in figures()))
    found = [one for each in asked for one in compare_parts(kept, whose, each)]
    if measure and not found:
        raise UserError(_nothing(kept, whose, measure))
    return found


def _authority(name: str) -> Authority:
    from sightline.regime.authorities import by_dfe_code, resolve

    found = by_dfe_code(name) or resolve(name)
    if found is None:
        raise UserError(f"No authority in the register is called {name!r}. Check the spelling.")
    return found


def _nothing(kept: Store, whose: Authority, measure: str) -> str:
    from sightline.benchmarks.declare import figure, published
    from sightline.benchmarks.measures import loaded_measures, named

    if loaded_measures(kept, measure) if published(measure) else named(kept, measure):
        return f"The statistics that are loaded have no row of {whose.name} for {measure}."
    if published(measure) or figure(measure.lower()):
        sets = {one.data_set.slug for one in published(measure)} or {"its data set"}
        return (
            f"{measure} is in {' and '.join(sorted(sets))}, which is not loaded. Fetch it with "
            "`sightline benchmarks update`, or load the file: sightline benchmarks load FILE."
        )
    return (
        f"No published figure is called {measure!r}. See `sightline benchmarks list`; with --all, "
        "the interactive tool's measures too."
    )


def standing_rows(found: Sequence[Comparison]) -> list[dict[str, Any]]:
    """A row for each comparison."""
    return [_standing(one) for one in found]


def _standing(one: Comparison) -> dict[str, Any]:
    near, region, england = one.neighbours, one.region, one.england
    own = {name: getattr(one, name) for name in STANDING if hasattr(one, name)}
    return {
        **own,
        "year": one.latest.year,
        "value": number(one.latest.value),
        "status": one.latest.status,
        "previous_year": one.previous.year if one.previous else "",
        "previous": number(one.previous.value) if one.previous else "",
        "change": number(one.change),
        "neighbours": number(near.mean.latest.value) if near else "",
        "neighbours_with_figure": near.with_figure if near else "",
        "region": region.name if region else "",
        "region_value": number(region.latest.value) if region else "",
        "england": number(england.latest.value) if england else "",
    }


def number(value: float | None) -> str:
    """A figure for reading, to two places at most: "22.6"; "" for none."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def area_rows(one: Comparison) -> list[dict[str, Any]]:
    """A row for each area of one comparison, with its figures by year."""
    rows = [_area(one.authority, "authority", one.years, one.change)]
    if one.neighbours:
        near = one.neighbours
        rows += [_placed(place, "neighbour") for place in near.each]
        rows.append(_placed(near.mean, f"mean of {near.with_figure}"))
    rows += [_placed(one.region, "region")] if one.region else []
    rows += [_placed(one.england, "country")] if one.england else []
    return rows


def _placed(place: Place, kind: str) -> dict[str, Any]:
    return _area(place.name, kind, place.years, place.change)


def _area(name: str, kind: str, years: Sequence[Any], change: float | None) -> dict[str, Any]:
    by_year = {y.year: number(y.value) if y.value is not None else y.status for y in years}
    return {"area": name, "kind": kind, **by_year, "change": number(change)}


def area_columns(one: Comparison) -> list[str]:
    """The columns of :func:`area_rows`."""
    return ["area", "kind", *(y.year for y in one.years), "change"]


def sentences(one: Comparison) -> list[str]:
    """What is to be said above a comparison: the figure, its rank, its meaning, its source."""
    from sightline.benchmarks.marks import in_words

    value = one.latest.value
    said = (
        f"{number(value)} {one.unit}".strip()
        if value is not None
        else f"no figure: {in_words(one.latest.status)}"
    )
    part = f", {one.part}" if one.part and one.part not in one.title else ""
    lines = [f"{one.title}{part} ({one.measure}): {one.authority} in {one.latest.year}, {said}."]
    if one.rank:
        lines.append(f"Rank {one.rank} of {one.of} (1 is the best). {_better(one)}")
    else:
        lines.append(_better(one))
    if one.neighbours:
        lines.append(f"Statistical neighbours are those {one.neighbours.source}.")
    else:
        lines.append("No statistical neighbours are known of it: load a list of them.")
    same = "It has the authority's own meaning." if one.same_meaning else "It means something else."
    own = f"{same} {one.differs}" if one.indicator else one.differs
    return [*lines, own, f"Source: {one.source}"]


def _better(one: Comparison) -> str:
    if one.better == "context":
        return "Neither way is better."
    said = f"{one.better.title()} is better."
    return f"{said} Quartile band {one.quartile_band}." if one.quartile_band else said
