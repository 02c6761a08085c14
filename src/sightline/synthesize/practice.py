"""How a team works: how fast, how often it visits, how it changes over time."""

from __future__ import annotations

from typing import NamedTuple

from sightline.synthesize.dice import Dice


class Change(NamedTuple):
    """From a day on a habit moves to another value, over so many days."""

    habit: str
    start: int
    over: int
    to: float


class Practice:
    """The habits of a team, each with a slow trend and the changes that a story plants.

    ``pace``: working days from referral to the end of an assessment. ``visits``: what the usual
    days between visits are multiplied by. ``alone``: how often a child is seen alone.
    ``supervision``: days between two discussions of a child. ``held``: how often a planned
    discussion takes place.
    """

    __slots__ = ("_changes", "_middle", "_start", "_trend")

    def __init__(self, dice: Dice, middle: int) -> None:
        """A team of its own kind, whose habits are as drawn in the middle of the time."""
        self._middle = middle
        self._start = {
            "pace": dice.bell(34, 2.5),
            "visits": dice.bell(1.0, 0.07),
            "alone": dice.bell(0.68, 0.05),
            "supervision": dice.bell(31, 2.5),
            "held": dice.bell(0.9, 0.03),
        }
        self._trend = {
            "pace": dice.bell(-0.4, 0.6),
            "visits": dice.bell(-0.01, 0.01),
            "alone": dice.bell(0.012, 0.01),
            "supervision": dice.bell(0, 0.4),
            "held": 0.0,
        }
        self._changes: list[Change] = []

    def plant(self, change: Change) -> None:
        """Have a habit change."""
        self._changes.append(change)

    def at(self, habit: str, day: int) -> float:
        """The habit on a day."""
        value = self._start[habit] + self._trend[habit] * (day - self._middle) / 365
        for change in self._changes:
            if change.habit == habit and day > change.start:
                share = min(1.0, (day - change.start) / change.over) if change.over else 1.0
                value += (change.to - value) * share
        return value
