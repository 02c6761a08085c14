"""Stories that a made-up authority can tell: what is planted, and what is then true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sightline.synthesize.practice import Change

if TYPE_CHECKING:
    from sightline.synthesize.events import Team
    from sightline.synthesize.world import World

_MONTH = 30


@dataclass(frozen=True)
class Story:
    """Something planted in the events, which figures should then find.

    ``planted`` says what; ``plant`` does it, before any family is made; ``found_in`` names the
    teams, and ``began`` the day, of a world.
    """

    key: str
    title: str
    planted: str
    plant: Callable[[World], None]
    teams: Callable[[World], tuple[Team, ...]]
    months_ago: int

    def began(self, world: World) -> int:
        """The day, as an ordinal, from which it shows."""
        return world.until - self.months_ago * _MONTH


def _drifting(world: World) -> tuple[Team, ...]:
    return (world.teams["assessment"][0],)


def _drift(world: World) -> None:
    start = world.until - 9 * _MONTH
    (team,) = _drifting(world)
    for habit, to in (("pace", 52.0), ("visits", 1.5), ("supervision", 62.0), ("held", 0.55)):
        team.practice.plant(Change(habit, start, 5 * _MONTH, to))


def _new_model(world: World) -> tuple[Team, ...]:
    return world.teams["locality"][:2]


def _improve(world: World) -> None:
    start = world.until - 9 * _MONTH
    for team in _new_model(world):
        team.practice.plant(Change("visits", start, 3 * _MONTH, 0.72))
        team.practice.plant(Change("alone", start, 3 * _MONTH, 0.92))


def _nobody(world: World) -> tuple[Team, ...]:
    return ()


def _backlog(world: World) -> None:
    start, end = world.until - 12 * _MONTH, world.until - 5 * _MONTH
    world.health_backlog = (start, end, end + 4 * _MONTH)


STORIES = {
    story.key: story
    for story in (
        Story(
            "drift",
            "A team drifts after a change of manager",
            "From nine months before the last day, over five months, the first assessment team's "
            "assessments slow from about 34 working days to about 52, supervision from every 31 "
            "days to every 62, fewer planned discussions are held, and children are first seen "
            "later by half. Its manager changed then.",
            _drift,
            _drifting,
            9,
        ),
        Story(
            "practice_model",
            "A new model of practice improves visits",
            "From nine months before the last day, over three months, two safeguarding teams come "
            "to visit a quarter more often, and to see nine in ten children alone.",
            _improve,
            _new_model,
            9,
        ),
        Story(
            "health_catch_up",
            "Late health assessments catch up",
            "Of children who came into care from twelve to five months before the last day, 85 in "
            "100 had no initial health assessment until the four months after, when all caught up.",
            _backlog,
            _nobody,
            12,
        ),
    )
}


def find_stories(keys: Sequence[str]) -> tuple[Story, ...]:
    """The stories with these keys; ``ValueError`` says which there are."""
    for key in keys:
        if key not in STORIES:
            raise ValueError(f"There is no story {key!r}; there are {', '.join(STORIES)}.")
    return tuple(STORIES[key] for key in keys)
