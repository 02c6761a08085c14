"""Areas: which authority, region or country a row of a published file is about."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sightline.regime.authorities import all_authorities, by_dfe_code, resolve

AUTHORITY, REGION, ENGLAND = "authority", "region", "England"
_LEVELS = {
    "local authority": AUTHORITY,
    "la": AUTHORITY,
    "regional": REGION,
    "region": REGION,
    "national": ENGLAND,
    "country": ENGLAND,
}
_REGIONS = {
    "london (inner)": "Inner London",
    "london (outer)": "Outer London",
    "yorkshire and the humber": "Yorkshire and the Humber",
    "east": "East of England",
}
_NO_CODE = ("", "z", "x", "na")


class Area(NamedTuple):
    """An area as the store names it.

    ``code`` is the department's three-figure code of an authority ("330"; "314 / 318" where two
    return together), the region's name, or "England". ``region`` is that of an authority.
    """

    level: str
    code: str
    name: str
    region: str


def region_name(text: str) -> str:
    """A region's name as the store has it: one spelling for those that files spell in two ways."""
    plain = " ".join(text.split())
    return _REGIONS.get(plain.lower(), plain)


def area_of(level: str, region: str, code: str, ons_code: str, name: str) -> Area | None:
    """The area of a row by its geographic level, or None for levels that are not kept.

    Wards, schools and other small areas are not kept, and neither are countries but England.
    """
    kept = _LEVELS.get(level.strip().lower())
    if kept == AUTHORITY:
        return Area(AUTHORITY, _authority_code(code, ons_code, name), name, region_name(region))
    if kept == REGION:
        return Area(REGION, region_name(region), region_name(region), "")
    return Area(ENGLAND, ENGLAND, ENGLAND, "") if kept == ENGLAND else None


def _authority_code(code: str, ons_code: str, name: str) -> str:
    """The department's code: as given, else by the other code or the name, else what there is."""
    plain = " ".join(code.split()).removesuffix(".0")
    if plain.lower() not in _NO_CODE:
        return plain
    known = _by_ons_code().get(ons_code.strip())
    if known is None and (found := resolve(name)):
        known = found.dfe_code
    return known or ons_code.strip() or name.strip()


@cache
def _by_ons_code() -> dict[str, str]:
    return {a.ons_code: a.dfe_code for a in all_authorities() if a.ons_code}


def short_name(code: str, name: str) -> str:
    """An authority's name for running text, from the register where it is there."""
    found = by_dfe_code(code)
    return found.plain if found else name


def is_of(area_code: str, authority_code: str) -> bool:
    """Whether an area is that authority, or one that returns together with it."""
    return area_code == authority_code or authority_code in area_code.split(" / ")
