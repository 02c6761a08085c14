"""The measures, one module for each area. All are declared when ``all_measures`` is first asked."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sightline.kit.problems import UserError
from sightline.measures.declare import MEASURES, Measure

_SHOWN = 5


@cache
def all_measures() -> tuple[Measure, ...]:
    """Every measure by id; those that share an id in the order they are preferred."""
    for module in sorted((m.name for m in iter_modules(__path__)), key=_exact_first):
        import_module(f"{__name__}.{module}")
    return tuple(one for key in sorted(MEASURES) for one in MEASURES[key])


def _exact_first(module: str) -> tuple[bool, str]:
    """Of a measure that both standards give, what the SSD gives is the exact one."""
    return not module.startswith("ssd_"), module


def measures_named(text: str) -> tuple[Measure, ...]:
    """The measures with that id or slug, the preferred first.

    Raises ``UserError`` where there is none, with the nearest names.
    """
    wanted = text.strip().lower()
    found = tuple(m for m in all_measures() if wanted in (m.id.lower(), m.slug))
    if found:
        return found
    from difflib import get_close_matches

    names = {m.id.lower(): m.id for m in all_measures()} | {m.slug: m.slug for m in all_measures()}
    near = get_close_matches(wanted, names, _SHOWN)
    hint = f" Did you mean {', '.join(names[n] for n in near)}?" if near else ""
    raise UserError(f"There is no measure {text!r}.{hint} sightline measures lists them all.")
