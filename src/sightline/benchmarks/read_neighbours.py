"""Reading a list of statistical neighbours: an authority and its neighbours on each row."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from sightline.kit.problems import Problem, UserError
from sightline.regime.authorities import by_dfe_code, resolve

_NEIGHBOUR = re.compile(r"(sn|neighbou?r)[ _-]?\d+", re.IGNORECASE)
_AUTHORITY = ("la num", "la number", "dfe_code", "la code", "authority", "la name", "la")
MOST = 10

Neighbours = dict[str, tuple[str, ...]]


def is_neighbours(headings: Sequence[str]) -> bool:
    """Whether headings are those of such a list: an authority, and SN1, SN2 … or neighbour_1 …"""
    return any(map(_NEIGHBOUR.fullmatch, headings)) and _authority_heading(headings) is not None


def _authority_heading(headings: Sequence[str]) -> str | None:
    named = {h.strip().lower(): h for h in headings}
    return next((named[h] for h in _AUTHORITY if h in named), None)


def read(path: Path) -> tuple[Neighbours, list[Problem]]:
    """Neighbours by authority, the nearest first, as three-figure codes; and what is wrong."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    reader = csv.DictReader(text.splitlines(keepends=True))
    headings = list(reader.fieldnames or ())
    whose = _authority_heading(headings)
    columns = sorted(
        (h for h in headings if _NEIGHBOUR.fullmatch(h)), key=lambda h: int(re.sub(r"\D", "", h))
    )
    if whose is None or not columns:
        raise UserError(
            f"{path.name}, row 1: a list of neighbours has a column “authority” (a code or a name) "
            "and columns neighbour_1 to neighbour_10."
        )
    found: Neighbours = {}
    problems: list[Problem] = []
    for number, row in enumerate(reader, 2):
        cells = [(row.get(h) or "").strip() for h in (whose, *columns)]
        codes = [_code(c) for c in cells if c]
        unknown = [c for c in cells if c and _code(c) is None]
        if unknown or not cells[0]:
            problems.append(_unknown(path.name, number, unknown))
        if codes and cells[0] and codes[0]:
            found[codes[0]] = tuple(c for c in codes[1 : MOST + 1] if c)
    return found, problems


def _code(text: str) -> str | None:
    plain = text.removesuffix(".0")
    found = by_dfe_code(plain) or resolve(text)
    return found.dfe_code if found else None


def _unknown(file: str, row: int, names: list[str]) -> Problem:
    what = f"no authority is called {', '.join(names)}" if names else "there is no authority"
    return Problem(
        "unknown_authority",
        f"{file}, row {row}: {what}.",
        "It was left out. Write the department's three-figure code or the name in the register: "
        "see `sightline authorities`.",
    )
