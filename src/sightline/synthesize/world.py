"""A made-up authority over six years: families, children, teams, workers, and what happened."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sightline.kit.calendar import add_months
from sightline.synthesize.adopters import Adopters
from sightline.synthesize.days import Days, months_before
from sightline.synthesize.dice import Dice
from sightline.synthesize.events import Child, Family, Team
from sightline.synthesize.stories import Story, find_stories
from sightline.synthesize.teams import Teams, make_teams
from sightline.synthesize.words import AUTHORITY
from sightline.synthesize.workforce import Worker

HISTORY_MONTHS = 72
"""How far back visits, reviews and contacts go."""
WHOLE = 20_000
"""The children that the numbers of teams and families are given for."""
# The longest that a child can have been in care, and the farthest that a plan can reach.
_YEARS_BEFORE, _YEARS_AFTER = 20, 24


@dataclass(slots=True)
class World:
    """The authority. ``until`` is the last day that anything is known of, as an ordinal too.

    ``first`` is where history begins; older events are those of children still in care then.
    """

    asked: int
    until_date: date
    seed: int
    stories: tuple[Story, ...] = ()
    authority: str = AUTHORITY
    until: int = field(init=False)
    first: int = field(init=False)
    scale: float = field(init=False)
    dice: Dice = field(init=False)
    days: Days = field(init=False)
    teams: Teams = field(init=False)
    families: list[Family] = field(default_factory=list)
    children: list[Child] = field(default_factory=list)
    adopters: Adopters = field(default_factory=Adopters)
    workers: list[Worker] = field(default_factory=list)
    mothers: list[tuple[Child, Child]] = field(default_factory=list)
    """Young people who are mothers, each with her child."""
    health_backlog: tuple[int, int, int] | None = None
    """From when to when first health assessments were late, and when all were caught up."""

    def __post_init__(self) -> None:
        """Set up the calendar, the teams, and the stories."""
        self.until = self.until_date.toordinal()
        self.first = add_months(self.until_date, -HISTORY_MONTHS).toordinal()
        self.scale = self.asked / WHOLE
        self.dice = Dice(self.seed)
        year = self.until_date.year
        self.days = Days(year - _YEARS_BEFORE, year + _YEARS_AFTER)
        self.teams = make_teams(self.dice, self.scale, (self.first + self.until) // 2)

    def team(self, kind: str, family: Family) -> Team:
        """The team of a kind that works with a family."""
        teams = self.teams[kind]
        return teams[family.district % len(teams)]

    def window(self, as_at: date, months: int) -> int:
        """The first day of a window that ends on a day."""
        return months_before(as_at, months)


def world(children: int, until: date, seed: int, stories: Sequence[str] = ()) -> World:
    """Make the authority of which so many children are in the lists of Annex A at ``until``.

    The same arguments make the same world on every machine. ``stories`` are keys of
    ``stories.STORIES``; ``ValueError`` where there is no such story, or no child is asked for.
    """
    from sightline.synthesize.careers import populate
    from sightline.synthesize.workforce import employ

    if children < 1:
        raise ValueError("A world needs one child at least.")
    made = World(children, until, seed, find_stories(stories))
    collecting = gc.isenabled()
    gc.disable()  # millions of small records that all stay: looking for rubbish would double time
    try:
        for story in made.stories:
            story.plant(made)
        populate(made)
        employ(made)
    finally:
        if collecting:
            gc.enable()
    return made
