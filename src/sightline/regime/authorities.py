"""The register of English authorities with children's services: by number, by code, by name.

It is shipped as ``data/authorities.csv``. Names are as the Office for National Statistics gives
them. Those abolished since 2019 are in it, with who took their place, because their reports
are still read. A blank is not known: two abolished authorities have no Ofsted number here, and
Cumberland and Westmorland and Furness no population, since only Cumbria's is known.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from sightline.regime.names import key, shorter


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority. Neighbours, predecessors and successors are DfE codes.

    ``urn`` is Ofsted's number. ``neighbours`` are the ten statistical neighbours of 2025, the
    nearest first. ``established`` is given for authorities that began in or after 2019, and
    ``abolished`` is the first day that one no longer was. ``trusts`` are bodies that run, or
    have run, its services.
    """

    urn: str
    dfe_code: str
    ons_code: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    region: str
    ofsted_region: str
    population_0_25: int | None
    neighbours: tuple[str, ...]
    established: date | None
    abolished: date | None
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    trusts: tuple[str, ...]

    @property
    def plain(self) -> str:
        """The name for running text: "Bristol" for "Bristol, City of"."""
        name = self.name.removesuffix(", City of").removesuffix(" Borough")
        return name.replace("St. ", "St ")

    def existed(self, on: date) -> bool:
        """Whether there was such an authority on that day."""
        begun = self.established is None or self.established <= on
        return begun and (self.abolished is None or on < self.abolished)


def unlisted(name: str) -> Authority:
    """An authority that the register lacks: its name, and nothing else known."""
    blank: tuple[str, ...] = ()
    return Authority(
        urn="",
        dfe_code="",
        ons_code="",
        name=name,
        aliases=blank,
        kind="",
        region="",
        ofsted_region="",
        population_0_25=None,
        neighbours=blank,
        established=None,
        abolished=None,
        predecessors=blank,
        successors=blank,
        trusts=blank,
    )


@cache
def all_authorities() -> tuple[Authority, ...]:
    """Every authority in the register, abolished ones too, by name."""
    from importlib import resources

    file = resources.files("sightline.regime") / "data" / "authorities.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return tuple(_authority(row) for row in rows)


def _authority(row: dict[str, str]) -> Authority:
    return Authority(
        urn=row["urn"],
        dfe_code=row["dfe_code"],
        ons_code=row["ons_code"],
        name=row["name"],
        aliases=_several(row["aliases"]),
        kind=row["kind"],
        region=row["region"],
        ofsted_region=row["ofsted_region"],
        population_0_25=int(row["population_0_25"]) if row["population_0_25"] else None,
        neighbours=tuple(row["neighbours"].split()),
        established=_day(row["established"]),
        abolished=_day(row["abolished"]),
        predecessors=tuple(row["predecessors"].split()),
        successors=tuple(row["successors"].split()),
        trusts=_several(row["trusts"]),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


@cache
def _by_urn() -> dict[str, Authority]:
    return {authority.urn: authority for authority in all_authorities() if authority.urn}


@cache
def _by_dfe_code() -> dict[str, Authority]:
    return {authority.dfe_code: authority for authority in all_authorities()}


def by_urn(urn: str) -> Authority | None:
    """The authority with that Ofsted number, or None."""
    return _by_urn().get(urn)


def by_dfe_code(code: str) -> Authority | None:
    """The authority with that three-figure code of the Department for Education, or None."""
    return _by_dfe_code().get(code)


@cache
def _by_name() -> dict[str, tuple[Authority, ...]]:
    """Every name, alias and trust, as its key, with the authorities that go by it."""
    index: dict[str, list[Authority]] = {}
    for authority in all_authorities():
        names = (authority.name, authority.plain, *authority.aliases, *authority.trusts)
        for name in dict.fromkeys(map(key, names)):
            index.setdefault(name, []).append(authority)
    return {name: tuple(found) for name, found in index.items()}


def resolve(name: str, on: date | None = None) -> Authority | None:
    """The authority that a printed name means, or None if it means none, or more than one.

    Takes the name with or without what councils put around it ("London Borough of Merton",
    "Leicester City Council", "Hull", "telford & wrekin", "Doncaster Children's Services
    Trust"), in any case. ``on`` chooses between an old authority and a new one of the same
    name; without it the one of today is meant. A trust that runs the services of several
    authorities names none of them.
    """
    words = key(name)
    while words not in _by_name():
        fewer = shorter(words)
        if fewer == words:
            return None
        words = fewer
    return _choose(_by_name()[words], on)


def _choose(candidates: Iterable[Authority], on: date | None) -> Authority | None:
    found = list(candidates)
    then = [one for one in found if one.existed(on)] if on else []
    now = [one for one in found if one.abolished is None]
    chosen = then or now or found
    return chosen[0] if len(chosen) == 1 else None


def find_in(text: str, on: date | None = None) -> list[tuple[int, int, Authority]]:
    """Every authority named in running text, as (start, end, authority), in order.

    The longest name wins, and takes in "London Borough of" before it or "City Council" after
    it. Hospitals, police forces, addresses, people and ordinary words that look like an
    authority are left out (see ``mentions``). ``on`` is as for :func:`resolve`.
    """
    from sightline.regime.mentions import mentions

    found = []
    for start, end, name in mentions(text):
        authority = resolve(name, on)
        if authority:
            found.append((start, end, authority))
    return found
