"""The signals, one module for each area."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sightline.measures.signals.declare import SIGNALS, Signal


@cache
def all_signals() -> tuple[Signal, ...]:
    """Every signal."""
    for module in sorted(m.name for m in iter_modules(__path__)):
        import_module(f"{__name__}.{module}")
    return tuple(SIGNALS.values())
