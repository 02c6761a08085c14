"""A world of 2,000 children with every story, made once for all tests."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.synthesize.world import World, world

UNTIL = date(2026, 10, 31)


@pytest.fixture(scope="session")
def until() -> date:
    """The last day of the world."""
    return UNTIL


@pytest.fixture(scope="session")
def made() -> World:
    """The world."""
    return world(2000, UNTIL, 11, ("drift", "practice_model", "health_catch_up"))
