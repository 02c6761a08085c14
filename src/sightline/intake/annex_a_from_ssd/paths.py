"""How one table of a mapping is reached from another: the columns to join by, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from sightline.standards.columns import Column
from sightline.standards.declare import Table
from sightline.standards.ssd_to_annex_a import Link


class Step(NamedTuple):
    """From a column of a table that is there already, to one of the next."""

    left: Column
    right: Column


def path(links: tuple[Link, ...], start: type[Table], end: type[Table]) -> tuple[Step, ...]:
    """The shortest way; none from a table to itself. ``ValueError`` if nothing joins them.

    A table that is only passed through, in and out by one column, is left out: the child's own
    row need not be there for what belongs to the child to be found.
    """
    ways: dict[type[Table], tuple[Step, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for step in _from(links, here):
            there = step.right.table
            if there not in ways:
                ways[there] = _shortened((*ways[here], step))
                waiting.append(there)
    if end not in ways:
        raise ValueError(f"Nothing joins {start.__name__} and {end.__name__}")
    return ways[end]


def _from(links: tuple[Link, ...], table: type[Table]) -> Iterator[Step]:
    for link in links:
        if link.left.table is table:
            yield Step(link.left, link.right)
        if link.right.table is table:
            yield Step(link.right, link.left)


def _shortened(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    if len(steps) > 1 and steps[-2].right is steps[-1].left:
        return (*steps[:-2], Step(steps[-2].left, steps[-1].right))
    return steps
