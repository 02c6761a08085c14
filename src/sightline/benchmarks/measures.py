"""Measures that can be compared: the declared figures, and all others that files hold."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.benchmarks.declare import Better, Figure, data_set, figure, figures, published
from sightline.benchmarks.library.lait import LAIT, slug_of
from sightline.benchmarks.read_lait import Definition
from sightline.benchmarks.store import Store

_NOT_KNOWN = "It is not declared which figure of the authority's own counts the same thing."


@dataclass(frozen=True, slots=True)
class Measure:
    """One column of a loaded data set, for one value of each filter, and what is known of it."""

    slug: str
    title: str
    unit: str
    better: Better
    data_set: str
    column: str
    breakdown: str
    source: str
    indicator: str = ""
    part: str = ""
    same_meaning: bool = False
    differs: str = _NOT_KNOWN
    quartiles: bool = True
    definition: str = ""


def of_figure(one: Figure) -> Measure:
    """A declared figure as a measure."""
    return Measure(
        slug=one.slug,
        title=one.title,
        unit=str(one.unit),
        better=one.better,
        data_set=one.data_set.slug,
        column=one.column,
        breakdown=one.breakdown,
        source=f"{one.data_set.owner}, {one.data_set.publication}, {one.data_set.title}",
        indicator=one.indicator,
        part=one.part,
        same_meaning=one.same_meaning,
        differs=one.differs,
        quartiles=one.quartiles,
    )


def of_definition(one: Definition) -> Measure:
    """A measure of the interactive tool as its dictionary has it."""
    return Measure(
        slug=slug_of(one.code),
        title=one.title,
        unit=one.unit,
        better=one.better,
        data_set=LAIT.slug,
        column=one.code,
        breakdown="",
        source=f"{LAIT.owner}, {LAIT.publication}",
        quartiles=one.quartiles,
        definition=one.description,
    )


def loaded_measures(store: Store, indicator: str = "") -> list[Measure]:
    """The declared figures whose data set is loaded: of one indicator, or of all."""
    loaded = store.loaded()
    chosen = published(indicator) if indicator else list(figures())
    return [of_figure(one) for one in chosen if one.data_set.slug in loaded]


def named(store: Store, name: str) -> Measure | None:
    """The measure of that slug, or that short name in the interactive tool, if it is loaded.

    A column of any loaded data set can be named too: ``referrals:referral_child_count``.
    """
    declared = figure(name.lower())
    if declared:
        return of_figure(declared) if declared.data_set.slug in store.loaded() else None
    return _of_the_tool(store, name) or _column(store, name)


def _of_the_tool(store: Store, name: str) -> Measure | None:
    for code, definition in store.definitions().items():
        if name.lower() in (code.lower(), slug_of(code)):
            known = figure(slug_of(code))
            return of_figure(known) if known else of_definition(definition)
    return None


def _column(store: Store, name: str) -> Measure | None:
    slug, _, rest = name.partition(":")
    for column, parted in store.columns(slug) if rest else ():
        whole = f"{column}; {parted}" if parted else column
        if rest.lower() == whole.lower():
            return _undeclared(slug, column, parted)
    return None


def _undeclared(slug: str, column: str, parted: str) -> Measure:
    known = data_set(slug)
    source = f"{known.owner}, {known.publication}, {known.title}" if known else slug
    return Measure(
        slug=f"{slug}:{column}" + (f"; {parted}" if parted else ""),
        title=column.replace("_", " ") + (f" ({parted})" if parted else ""),
        unit="as published",
        better=Better.CONTEXT,
        data_set=slug,
        column=column,
        breakdown=parted,
        source=source,
    )
