"""Whose a snapshot is: an authority of the register, or a name that the register lacks."""

from __future__ import annotations

import re
from datetime import date

from sightline.kit.problems import UserError
from sightline.regime.authorities import Authority, all_authorities, resolve, unlisted
from sightline.regime.names import key

_PLAIN = re.compile(r"[^a-z0-9]+")


def authority_named(name: str, on: date | None = None) -> Authority:
    """The authority that a name means on a day; one without a number where it is not known.

    Raises ``UserError`` for a name that is blank or that several authorities share.
    """
    found = resolve(name, on)
    if found:
        return found
    several = [one.name for one in all_authorities() if _goes_by(one, name)]
    if several:
        raise UserError(f"{name} can mean {' or '.join(several)}. Say which.")
    if not _slugged(name):
        raise UserError("Whose data is it? Give the authority's name with --authority.")
    return unlisted(" ".join(name.split()))


def slug(authority: Authority) -> str:
    """The name of its folder: its official name in small letters, with hyphens."""
    return _slugged(authority.name)


def _slugged(name: str) -> str:
    return _PLAIN.sub("-", key(name)).strip("-")


def _goes_by(authority: Authority, name: str) -> bool:
    names = (authority.name, authority.plain, *authority.aliases, *authority.trusts)
    return key(name) in map(key, names)
