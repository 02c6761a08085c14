"""The pathways, one module for each area."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sightline.measures.pathways.declare import PATHWAYS, Pathway


@cache
def all_pathways() -> tuple[Pathway, ...]:
    """Every pathway, in the order of the child's path."""
    for module in sorted(m.name for m in iter_modules(__path__)):
        import_module(f"{__name__}.{module}")
    return tuple(PATHWAYS.values())
