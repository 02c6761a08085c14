"""What the report on practice says, as plain values: what every writer of it prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sightline.benchmarks.comparison import Comparison
    from sightline.measures.change import Change
    from sightline.measures.children import Behind
    from sightline.measures.deadlines.steps import Step
    from sightline.measures.deadlines.tally import Tally
    from sightline.measures.declare import Measure
    from sightline.measures.figure import Figure
    from sightline.measures.pathways.curves import Found
    from sightline.measures.settings import Event
    from sightline.measures.signals.raised import Sign
    from sightline.measures.teams import Between
    from sightline.measures.variation.before_after import Change as BeforeAfter

WORKING, SHARING = "working", "sharing"
MODES = {
    WORKING: "Working: true counts and children's references. Not to leave the authority.",
    SHARING: "For sharing: counts of 1 to 5 are hidden (c), and no child is named.",
}


@dataclass(frozen=True)
class Standing:
    """Something that stands out: a sentence, the measure it is of, and the group if one alone.

    ``kind`` is worsening, improving, team (unusual among teams), overdue, waiting, or signal.
    """

    kind: str
    sentence: str
    measure: str = ""
    group: str = ""


@dataclass(frozen=True)
class Indicator:
    """A measure in the report: its figure, over time, between teams, compared, and its children.

    ``figures`` has the figure of all first, then categories if it has them. ``groups`` has those
    of each breakdown. ``trend`` is of windows that share no day. ``children`` are the rows that
    somebody should look at: those that do not meet what is better, in the working mode alone.
    """

    measure: Measure
    figures: tuple[Figure, ...]
    sentence: str
    trend: tuple[Figure, ...] = ()
    change: Change | None = None
    before_after: tuple[BeforeAfter, ...] = ()
    team_changes: Mapping[str, Change] = field(default_factory=dict)
    between: Between | None = None
    groups: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    compared: tuple[Comparison, ...] = ()
    """The published figure of each part, such as an age; one where it has no parts."""
    children: tuple[Behind, ...] = ()
    look_at: str = ""
    """What the children are: "not met", or "met"."""

    @property
    def figure(self) -> Figure:
        """The figure of all."""
        return self.figures[0]


@dataclass(frozen=True)
class Section:
    """Indicators of one area, such as assessment."""

    key: str
    title: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Report:
    """The whole report. ``lacking`` says for each measure without a figure why there is none."""

    authority: str
    as_at: date
    mode: str
    made_on: date
    made_with: str
    snapshot: str
    loads: tuple[date, ...]
    lists: Mapping[str, int]
    standing: tuple[Standing, ...]
    tallies: tuple[Tally, ...]
    team_tallies: tuple[Tally, ...]
    overdue: tuple[Step, ...]
    due: tuple[Step, ...]
    due_days: int
    signs: tuple[Sign, ...]
    sign_counts: tuple[tuple[str, str, int, str], ...]
    """For each signal: key, title, how many children, and what it may mean."""
    waits: tuple[Found, ...]
    sections: tuple[Section, ...]
    lacking: tuple[tuple[str, str, str], ...]
    """For each measure without a figure: id, title, why."""
    events: tuple[Event, ...]

    @property
    def title(self) -> str:
        """The report's title."""
        return f"{self.authority}: practice"

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, in order."""
        return tuple(one for section in self.sections for one in section.indicators)
