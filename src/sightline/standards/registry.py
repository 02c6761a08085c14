"""The standards by key, each imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module

from sightline.standards.declare import STANDARDS_MADE, Standard

STANDARDS = ("annex_a", "ssd", "local")


def standard(key: str) -> Standard:
    """The standard with that key: ``annex_a``, ``ssd`` or ``local``."""
    if key in STANDARDS:
        import_module(f"sightline.standards.{key}")
    if key not in STANDARDS_MADE:
        raise KeyError(f"There is no standard {key!r}; choose from {', '.join(STANDARDS)}")
    return STANDARDS_MADE[key]


def all_standards() -> tuple[Standard, ...]:
    """Every standard, Annex A first."""
    return tuple(standard(key) for key in STANDARDS)
