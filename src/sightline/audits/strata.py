"""Strata: how many of a sample each group of children is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NOT_KNOWN = "not known"


def allocate(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    """How many to draw from each group, by its size. They add up to ``size``, or to all there are.

    In proportion, with what is left over to the largest remainders, and ties to the name that
    comes first. Each group is given one where ``size`` allows; the others then share the rest.
    """
    groups = {name: count for name, count in sizes.items() if count > 0}
    size = min(size, sum(groups.values()))
    small = _small(groups, size) if size >= len(groups) else set()
    given = dict.fromkeys(sorted(small), 1)
    rest = {name: count for name, count in groups.items() if name not in small}
    return {**dict.fromkeys(sizes, 0), **given, **_shared(rest, size - len(given))}


def _small(groups: Mapping[str, int], size: int) -> set[str]:
    """The groups whose share is less than one child, once those smaller were given one each."""
    small: set[str] = set()
    while True:
        rest = {name: count for name, count in groups.items() if name not in small}
        left, total = size - len(small), sum(rest.values())
        more = {name for name, count in rest.items() if left * count < total}
        if not more:
            return small
        small |= more


def _shared(groups: Mapping[str, int], size: int) -> dict[str, int]:
    total = sum(groups.values())
    if not total:
        return {}
    given = {name: size * count // total for name, count in groups.items()}
    left = size - sum(given.values())
    by_remainder = sorted(groups, key=lambda name: (-(size * groups[name] % total), name))
    for name in by_remainder[:left]:
        given[name] += 1
    return given


def stratum(names: Sequence[str], values: Mapping[str, object]) -> str:
    """A group's name from its values: "team: North; plan: child in need"."""
    return "; ".join(f"{name}: {values.get(name) or NOT_KNOWN}" for name in names)
