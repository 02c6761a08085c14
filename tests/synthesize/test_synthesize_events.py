"""What happens to children hangs together: no gap in support, in care, or in who holds the work."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from sightline.synthesize.days import birthday
from sightline.synthesize.events import Care, Child, Episode
from sightline.synthesize.view import View
from sightline.synthesize.world import World


@pytest.fixture(scope="module")
def episodes(made: World) -> list[tuple[Child, Episode]]:
    """Every referral with its child."""
    return [(child, episode) for child in made.children for episode in child.episodes]


@pytest.fixture(scope="module")
def cares(episodes: list[tuple[Child, Episode]]) -> list[tuple[Child, Care]]:
    """Every period of care with its child."""
    return [(child, care) for child, episode in episodes for care in episode.cares]


def test_an_open_episode_always_has_a_status(
    made: World, until: date, episodes: list[tuple[Child, Episode]]
) -> None:
    """From the start of its assessment to its end there is always something that goes on."""
    asked = 0
    for back in range(0, 900, 53):
        view = View(made, until - timedelta(days=back))
        for _, episode in episodes:
            begun = episode.assessments and episode.assessments[0].start <= view.day
            if begun and view.day < episode.close:
                asked += 1
                assert view.status(episode) in ("ASSESSMENT", "CIN", "CPP", "CLA")
    assert asked > 5000


def test_support_ends_with_the_episode(episodes: list[tuple[Child, Episode]]) -> None:
    """Nothing goes on after it, and none goes on at eighteen."""
    for child, episode in episodes:
        assert episode.referral <= episode.close <= child.adult
        stretches = [(one.start, one.end) for one in episode.plans]
        stretches += [(one.start, one.end) for one in episode.protections]
        stretches += [(one.start, one.end) for one in episode.cares]
        for start, end in stretches:
            assert start <= end <= episode.close
        if stretches:
            assert max(end for _, end in stretches) == episode.close


def test_a_child_comes_back_only_after_the_window(made: World) -> None:
    """So that the lists of one window never show parts of two episodes of support."""
    returns = 0
    for child in made.children:
        for one, following in pairwise(child.episodes):
            supported = one.plans or one.protections or one.cares
            returns += bool(supported)
            assert following.referral - one.close >= (185 if supported else 15)
    assert returns > 50


def test_care_has_no_gap(cares: list[tuple[Child, Care]]) -> None:
    """Legal statuses and placements follow each other from its first day to its last."""
    for _, care in cares:
        for parts in (care.legal, care.placements):
            assert (parts[0].start, parts[-1].end) == (care.start, care.end)
            assert all(one.end == following.start for one, following in pairwise(parts))
            assert all(one.start < one.end for one in parts)


def test_placements_are_for_the_age(cares: list[tuple[Child, Care]]) -> None:
    """Supported accommodation and independent living begin at sixteen."""
    kinds = set()
    for child, care in cares:
        for placement in care.placements:
            kinds.add(placement.kind)
            if placement.kind in ("H5", "P2"):
                assert placement.start >= birthday(child.born, 16)
    assert {"H5", "P2", "K2", "U1", "A6", "P1"} <= kinds


def test_care_begins_after_birth(cares: list[tuple[Child, Care]]) -> None:
    """And ends by the eighteenth birthday, for some on it."""
    assert all(child.born < care.start < care.end <= child.adult for child, care in cares)
    assert any(care.end == child.adult for child, care in cares)


def test_somebody_always_holds_the_work(episodes: list[tuple[Child, Episode]]) -> None:
    """From referral to closure, each worker only while in post."""
    workers = 0
    for _, episode in episodes:
        held = episode.holdings
        workers = max(workers, len(held))
        assert held[0].start == episode.referral
        assert held[-1].end == max(episode.close, held[-1].start)
        assert all(one.end == following.start for one, following in pairwise(held))
        for one in held:
            assert one.worker.start <= one.start
            assert one.end <= one.worker.end
    assert workers > 3


def test_visits_lie_in_their_plans(episodes: list[tuple[Child, Episode]], made: World) -> None:
    """In order, one a day, none before history begins."""
    counted = 0
    for _, episode in episodes:
        for plan in episode.protections:
            days = [visit // 8 for visit in plan.visits]
            counted += len(days)
            assert days == sorted(set(days))
            assert all(max(plan.start, made.first) <= day <= plan.end for day in days)
    assert counted > 1000


def test_unaccompanied_children_come_alone(made: World) -> None:
    """In families of one, into care within days."""
    alone = [child for child in made.children if child.unaccompanied]
    assert alone
    for child in alone:
        assert child.episodes[0].need == "N8"
        care = child.episodes[0].cares[0]
        assert care.start - child.episodes[0].referral <= 3
