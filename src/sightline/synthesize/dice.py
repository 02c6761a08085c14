"""Chance that falls out alike on every machine: one stream for the world, and one for details."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from math import log
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")
_STEPS = 512
# Rounded, so that a last digit that differs between machines cannot change a world.
_WAITS = tuple(round(-log(1 - (step + 0.5) / _STEPS), 6) for step in range(_STEPS))
_MASK = (1 << 64) - 1


class Weighted(Generic[T]):
    """Things of which some come more often than others."""

    __slots__ = ("_sums", "_things")

    def __init__(self, weights: Mapping[T, float]) -> None:
        """Take each thing with its weight; the weights need not add up to anything."""
        total = sum(weights.values())
        self._things = tuple(weights)
        self._sums = tuple(accumulate(weight / total for weight in weights.values()))[:-1]

    def at(self, share: float) -> T:
        """The thing at a place between nought and one."""
        return self._things[bisect_right(self._sums, share)]


class Dice:
    """One stream of chance, drawn from in a fixed order."""

    __slots__ = ("random",)

    def __init__(self, seed: int | str) -> None:
        """Begin the stream anew."""
        self.random = Random(seed).random

    def chance(self, share: float) -> bool:
        """Whether something happens that happens so often."""
        return self.random() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def bell(self, mean: float, spread: float) -> float:
        """A number near the mean; two in three lie within the spread."""
        draw = self.random
        return mean + (draw() + draw() + draw() - 1.5) * 2 * spread

    def wait(self, mean: float) -> int:
        """Days until something that may come on any day: often short, now and then long."""
        return int(mean * _WAITS[int(self.random() * _STEPS)])

    def pick(self, weighted: Weighted[T]) -> T:
        """One of the things."""
        return weighted.at(self.random())

    def one(self, things: tuple[T, ...] | list[T]) -> T:
        """One of the things, each as often as another."""
        return things[int(self.random() * len(things))]


def draw(*parts: int) -> float:
    """A number between nought and one that the same whole numbers always give.

    Details that no other event rests on are drawn so when they are asked for: they need not be
    kept, and are the same in every snapshot.
    """
    mixed = 0x9E3779B97F4A7C15
    for part in parts:
        mixed = ((mixed ^ (part & _MASK)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed ^= mixed >> 29
    mixed = (mixed * 0x94D049BB133111EB) & _MASK
    return ((mixed ^ (mixed >> 32)) & 0xFFFFFFFF) / 4294967296.0
