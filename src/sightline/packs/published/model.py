"""What is read from a published file: plain values, each with the words that a page prints."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from sightline.measures.figure import Figure

T = TypeVar("T")
OVERDUE, DUE = "overdue", "due"


@dataclass(frozen=True)
class Said:
    """What a file is: whose, as at which day, from which snapshot, made when and in which mode.

    ``children`` is how many children it tells of; none in the mode for sharing.
    """

    authority: str
    as_at: date
    snapshot: str
    made_on: date
    made_with: str
    mode: str
    loads: tuple[date, ...]
    due_days: int
    children: int
    made_from: str


@dataclass(frozen=True)
class Standing:
    """Something that stands out: a sentence, and the measure and the group that it is of."""

    kind: str
    sentence: str
    measure: str = ""
    group: str = ""


@dataclass(frozen=True)
class Area:
    """An area of the report, such as assessment. ``glance`` is its table at a glance."""

    key: str
    title: str
    indicators: int
    glance: dict[str, Any]


@dataclass(frozen=True)
class Summary:
    """A measure in a line. ``headline`` is its figure in print, ``sentence`` all that is said.

    ``better`` is higher, lower, band or context. ``changing`` and ``target`` are verdicts in words,
    or nothing. ``look_at`` says which rows behind it somebody should look at: "met", "not met",
    "counted", or nothing where none is better. ``figure`` is the figure of all.
    """

    id: str
    slug: str
    title: str
    theme: str
    area: str
    better: str
    sentence: str
    headline: str
    rest: str
    changing: str
    why: str
    target: str
    look_at: str
    figure: Figure


@dataclass(frozen=True)
class TeamVerdict:
    """How a team stands on a measure: over time, and beside all teams; nothing where not told."""

    measure: str
    team: str
    changing: str
    why: str
    beside: str
    words: str


@dataclass(frozen=True)
class Child:
    """A child as at the day: who works with them, and what is overdue for longest.

    ``ref`` stands for the child in addresses. ``open_as`` is the list in which something is open,
    in words; nothing where nothing is. ``days_late`` is None where nothing is overdue.
    """

    ref: str
    child_id: str
    team: str
    worker: str
    age: int | None
    open_as: str
    last_seen_on: date | None
    late_for: str
    days_late: int | None


@dataclass(frozen=True)
class Row:
    """A row behind a figure. ``team`` and ``worker`` are those of the row.

    ``answer`` is met, not met, cannot be judged, or counted. ``shown`` are the dates and words that
    the answer rests on. ``late_for``, ``days_late`` and ``last_seen_on`` are of the child. ``ref``
    is nothing where the row names no child.
    """

    measure: str
    ref: str
    child_id: str
    team: str
    worker: str
    age: int | None
    answer: str
    value: Any
    shown: dict[str, Any]
    list: str
    file: str
    sheet: str
    row: int
    late_for: str
    days_late: int | None
    last_seen_on: date | None


@dataclass(frozen=True)
class Step:
    """A step that is overdue, or comes due; ``days_late`` is below 0 for those to come."""

    kind: str
    deadline: str
    title: str
    waits_for: str
    ref: str
    child_id: str
    team: str
    worker: str
    age: int | None
    since: date | None
    due: date
    days_late: int
    list: str
    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class Sign:
    """A signal of a child: since when, for how many days, and why."""

    signal: str
    title: str
    ref: str
    child_id: str
    team: str
    worker: str
    age: int | None
    since: date
    days: int
    because: str
    list: str
    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class Paged(Generic[T]):
    """One page of a list, from page 1, and how many there are in all."""

    rows: list[T]
    total: int
    page: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are; one of nothing."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True)
class Counts:
    """How much there is to look at: of a team, or of a worker. ``children`` are those open now."""

    name: str
    children: int
    overdue: int
    due: int
    signs: int


@dataclass(frozen=True)
class OfChild:
    """All that the file tells of one child."""

    child: Child
    rows: list[Row] = field(default_factory=list)
    overdue: list[Step] = field(default_factory=list)
    due: list[Step] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
