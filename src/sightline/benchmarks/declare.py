"""How a data set and its figures are declared. A wrong declaration cannot be imported."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from types import MappingProxyType

_INDICATOR = re.compile(r"[A-Z]{2}\d{2}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LIBRARY = ("lait", "front_door", "child_protection", "in_care", "care_leavers", "workforce")


class Better(StrEnum):
    """Which way is better. ``CONTEXT``: neither; it is to be read with other figures."""

    HIGHER = "higher"
    LOWER = "lower"
    CONTEXT = "context"


class Unit(StrEnum):
    """What a figure counts."""

    PERCENT = "%"
    RATE = "per 10,000 children"
    NUMBER = "number"
    SCORE = "score"
    CASES = "cases per worker"
    OTHER = "as published"

    @property
    def comparable(self) -> bool:
        """Whether authorities of different sizes can be set side by side."""
        return self is not Unit.NUMBER


class Sure(StrEnum):
    """How well the place where a data set is published is known."""

    SEEN = "seen in a published file"
    UNSURE = "not checked"


@dataclass(frozen=True)
class DataSet:
    """A file that is published every year, known by its name.

    ``files`` is an expression that the file's name without its ending must match; ``filters`` are
    the columns that part its rows. ``publication`` is the title under which Explore Education
    Statistics has it; ``api_id`` its id there, empty where it is looked for by ``api_titles``.
    ``api_sure`` says whether that place was checked.
    """

    slug: str
    title: str
    publication: str
    files: str
    filters: tuple[str, ...] = ()
    api_id: str = ""
    api_titles: tuple[str, ...] = ()
    api_sure: Sure = Sure.UNSURE
    owner: str = "Department for Education"

    def __post_init__(self) -> None:
        """The parts hold together, and the slug is new."""
        if not _SLUG.fullmatch(self.slug) or self.slug in _DATA_SETS:
            raise ValueError(f"{self.slug!r}: a data set needs a slug of its own, as a-b-c")
        if not self.title.strip() or not self.publication.strip():
            raise ValueError(f"{self.slug}: say the title and the publication")
        re.compile(self.files)
        if len(set(self.filters)) != len(self.filters):
            raise ValueError(f"{self.slug}: a filter is named twice")
        _DATA_SETS[self.slug] = self

    def named(self, stem: str) -> bool:
        """Whether a file of that name, without its ending, is one of this data set."""
        return re.fullmatch(self.files, stem, re.IGNORECASE) is not None


@dataclass(frozen=True)
class Figure:
    """One published figure: a column of a data set, for one value of each of its filters.

    ``indicator`` is the Sightline indicator of which it is the published figure; ``part`` tells
    figures of one indicator apart ("19 to 21 years"). ``same_meaning`` says whether it counts what
    the authority's own figure counts, and ``differs`` how it does not: a sentence. ``also`` are
    other names that files have for the column.
    """

    slug: str
    data_set: DataSet
    column: str
    title: str
    unit: Unit
    better: Better
    indicator: str
    same_meaning: bool
    differs: str
    where: Mapping[str, str] = field(default_factory=dict)
    part: str = ""
    also: tuple[str, ...] = ()
    quartiles: bool = True

    def __post_init__(self) -> None:
        """The parts hold together, and the slug and the place are new."""
        if not _SLUG.fullmatch(self.slug) or self.slug in _FIGURES:
            raise ValueError(f"{self.slug!r}: a figure needs a slug of its own, as a-b-c")
        if not _INDICATOR.fullmatch(self.indicator):
            raise ValueError(f"{self.slug}: {self.indicator!r} is no id of an indicator")
        if not self.title.strip() or not self.column.strip():
            raise ValueError(f"{self.slug}: say the title and the column")
        if set(self.where) != set(self.data_set.filters):
            raise ValueError(f"{self.slug}: give one value for each filter of {self.data_set.slug}")
        if not self.differs.endswith(".") or len(self.differs.split()) < 4:
            raise ValueError(f"{self.slug}: say in a sentence how it differs, or that it does not")
        place = (self.data_set.slug, self.column.lower(), self.breakdown)
        if place in _PLACES:
            raise ValueError(f"{self.slug}: {_PLACES[place]} is the same figure")
        object.__setattr__(self, "where", MappingProxyType(dict(self.where)))
        _FIGURES[self.slug] = self
        _PLACES[place] = self.slug

    @property
    def breakdown(self) -> str:
        """The values of the filters, as the store keeps them."""
        return breakdown({name: self.where[name] for name in self.data_set.filters})


_DATA_SETS: dict[str, DataSet] = {}
_FIGURES: dict[str, Figure] = {}
_PLACES: dict[tuple[str, str, str], str] = {}


def breakdown(values: Mapping[str, str]) -> str:
    """Values of filters in one text: ``age=17 to 18 years; breakdown=Total``."""
    return "; ".join(f"{name}={value}" for name, value in values.items())


def _imported() -> None:
    for name in LIBRARY:
        import_module(f"sightline.benchmarks.library.{name}")


def data_sets() -> tuple[DataSet, ...]:
    """Every declared data set."""
    _imported()
    return tuple(_DATA_SETS.values())


def data_set(slug: str) -> DataSet | None:
    """The declared data set with that slug, or None."""
    _imported()
    return _DATA_SETS.get(slug)


def figures() -> tuple[Figure, ...]:
    """Every declared figure: by indicator, and for each the best to compare by first.

    A rate or a share comes before a number, the published file before the interactive tool, and
    else the order is that of the declarations.
    """
    _imported()
    return tuple(sorted(_FIGURES.values(), key=_order))


def _order(figure: Figure) -> tuple[str, bool, bool]:
    return figure.indicator, not figure.unit.comparable, figure.data_set.slug == "lait"


def figure(slug: str) -> Figure | None:
    """The declared figure with that slug, or None."""
    _imported()
    return _FIGURES.get(slug)


def published(indicator: str) -> list[Figure]:
    """The published figures of an indicator ("LA23"), the best to compare by first."""
    return [one for one in figures() if one.indicator == indicator.upper()]
