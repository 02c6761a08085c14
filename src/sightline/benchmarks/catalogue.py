"""The catalogue: which figures are known, and what of them is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sightline.benchmarks.declare import Figure, data_sets, figures
from sightline.benchmarks.marks import MEANS
from sightline.benchmarks.measures import of_definition
from sightline.benchmarks.store import Store

FIGURES = ("measure", "indicator", "part", "title", "unit", "better", "data_set", "loaded")
DATA_SETS = ("data_set", "title", "publication", "loaded", "periods", "file", "version")


def figure_rows(store: Store, everything: bool = False) -> Iterator[dict[str, Any]]:
    """The declared figures; with ``everything``, all measures of the interactive tool too."""
    loaded = store.loaded()
    for one in figures():
        yield {**described(one), "loaded": one.data_set.slug in loaded}
    known = {one.slug for one in figures()}
    for definition in store.definitions().values() if everything else ():
        made = of_definition(definition)
        if made.slug not in known:
            row = {name: getattr(made, name) for name in FIGURES if hasattr(made, name)}
            yield {**row, "measure": made.slug, "loaded": made.data_set in loaded}


def described(one: Figure) -> dict[str, Any]:
    """A declared figure as a row."""
    return {
        "measure": one.slug,
        "indicator": one.indicator,
        "part": one.part,
        "title": one.title,
        "unit": str(one.unit),
        "better": str(one.better),
        "data_set": one.data_set.slug,
        "same_meaning": one.same_meaning,
        "differs": one.differs,
        "column": one.column,
    }


def data_set_rows(store: Store) -> Iterator[dict[str, Any]]:
    """The data sets: the declared ones, and others that were loaded."""
    loaded = store.loaded()
    known = {one.slug: (one.title, one.publication) for one in data_sets()}
    for slug in [*known, *(s for s in loaded if s not in known)]:
        title, publication = known.get(slug, ("", ""))
        kept = loaded.get(slug)
        yield {
            "data_set": slug,
            "title": title,
            "publication": publication,
            "loaded": kept.loaded_on if kept else "",
            "periods": f"{kept.first_period} to {kept.last_period}" if kept else "",
            "file": kept.file if kept else "",
            "version": kept.version if kept else "",
        }


def mark_rows() -> list[tuple[str, str]]:
    """Each mark of a figure that is not published, and what it means."""
    return list(MEANS.items())
