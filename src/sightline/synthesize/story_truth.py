"""What planted stories did to the events: the same figure before, and at the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from sightline.synthesize.events import ALONE, Child, Team
from sightline.synthesize.health import INITIAL
from sightline.synthesize.stories import Story
from sightline.synthesize.visits import BITS
from sightline.synthesize.world import World

_SPAN = 182
_SOON = 90
_ASSESSED_WITHIN, _HEALTH_WITHIN = 45, 20
_TALKS = 2 * 365
_Found = Iterator[tuple[str, float | None, str]]


def story_values(world: World, as_at: date) -> dict[str, dict[str, Any]]:
    """For each story of a world: what it planted, in whom, and figures before and at the day."""
    made: dict[str, dict[str, Any]] = {}
    day = as_at.toordinal()
    for story in world.stories:
        teams = [team.name for team in story.teams(world)]
        began = date.fromordinal(story.began(world))
        made[f"story.{story.key}"] = {
            "value": {"title": story.title, "teams": teams, "began": began.isoformat()},
            "means": story.planted,
        }
        for key, value, means in _TOLD[story.key](world, story, day):
            made[f"story.{story.key}.{key}"] = {"value": value, "means": means}
    return made


def _drift(world: World, story: Story, day: int) -> _Found:
    (team,) = story.teams(world)
    began = story.began(world)
    for when, end in (("before", min(began, day)), ("now", day)):
        since = end - (_SPAN if when == "before" else _SOON)
        taken = _paces(world, team, since, end)
        share = sum(days <= _ASSESSED_WITHIN for days in taken) / len(taken) if taken else None
        yield (
            f"within_45_{when}",
            share,
            f"The team's assessments finished from {_day(since)} to {_day(end)} within 45 working "
            "days of the referral, as a share.",
        )
        seen = _first_seen(world, team, since, end)
        yield (
            f"days_to_first_seen_{when}",
            sum(seen) / len(seen) if seen else None,
            f"Working days until a child was first seen, on average, in the team's assessments "
            f"begun from {_day(since)} to {_day(end)}; those not seen are left out.",
        )


def _first_seen(world: World, team: Team, since: int, end: int) -> list[int]:
    """The working days until a child was first seen, of assessments begun in a stretch."""
    return [
        world.days.between(one.start, one.seen)
        for child in world.children
        for episode in child.episodes
        for one in episode.assessments[:1]
        if one.team is team and since < one.start <= end and one.seen is not None
    ]


def _paces(world: World, team: Team, since: int, end: int) -> list[int]:
    """The working days that a team's assessments took, of those finished in a stretch."""
    return [
        world.days.between(episode.referral, one.end)
        for child in world.children
        for episode in child.episodes
        for one in episode.assessments[:1]
        if one.team is team and since < one.end <= end
    ]


def _model(world: World, story: Story, day: int) -> _Found:
    teams = story.teams(world)
    began = story.began(world)
    for when, end in (("before", min(began, day)), ("now", day)):
        since = end - (_SPAN if when == "before" else _SOON)
        alone, gaps = _visited(world, teams, since, end)
        dates = f"from {_day(since)} to {_day(end)}"
        yield (
            f"alone_{when}",
            sum(alone) / len(alone) if alone else None,
            f"Visits {dates} by the teams to children of two or more who are in need or on a "
            "child protection plan, at which the child was seen alone, as a share.",
        )
        yield (
            f"days_between_{when}",
            sum(gaps) / len(gaps) if gaps else None,
            f"Days between two visits of a child protection plan, on average, later ones {dates}.",
        )


def _visited(
    world: World, teams: tuple[Team, ...], since: int, end: int
) -> tuple[list[bool], list[int]]:
    alone: list[bool] = []
    gaps: list[int] = []
    for child, visits, protection in _plans(world, teams):
        inside = [visit for visit in visits if since < visit // BITS <= end]
        old = [visit for visit in inside if visit // BITS - child.born > _TALKS]
        alone += [bool(visit & ALONE) for visit in old]
        if protection:
            days = [visit // BITS for visit in visits if visit // BITS <= end]
            gaps += [later - day for day, later in pairwise(days) if later > since]
    return alone, gaps


def _plans(world: World, teams: tuple[Team, ...]) -> Iterator[tuple[Child, Sequence[int], bool]]:
    for child in world.children:
        for episode in child.episodes:
            for need in episode.plans:
                if need.team in teams:
                    yield child, need.visits, False
            for plan in episode.protections:
                if plan.team in teams:
                    yield child, plan.visits, True


def _health(world: World, story: Story, day: int) -> _Found:
    assert world.health_backlog is not None
    begins, ends, caught_up = world.health_backlog
    stretches = (("before", begins - 2 * _SPAN, begins), ("late", begins, ends))
    for when, since, end in (*stretches, ("after", caught_up, day)):
        in_time = _in_time(world, since, min(end, day))
        yield (
            f"within_20_{when}",
            sum(in_time) / len(in_time) if in_time else None,
            f"Children who came into care from {_day(since)} to {_day(end)} with an initial health "
            "assessment within 20 working days, as a share of those in care for longer.",
        )


def _in_time(world: World, since: int, end: int) -> list[bool]:
    found = []
    for child in world.children:
        for episode in child.episodes:
            for care in episode.cares:
                limit = world.days.plus(care.start, _HEALTH_WITHIN)
                if since <= care.start < end and limit <= world.until and care.end > limit:
                    firsts = [when for when, kind in care.health if kind == INITIAL]
                    found.append(any(when <= limit for when in firsts))
    return found


def _day(day: int) -> str:
    return f"{date.fromordinal(day):%d/%m/%Y}"


_TOLD: dict[str, Callable[[World, Story, int], _Found]] = {
    "drift": _drift,
    "practice_model": _model,
    "health_catch_up": _health,
}
