"""The order of names in print: small letters as capitals, and numbers by what they count."""

from __future__ import annotations

import re

_NUMBER, _DIGITS = re.compile(r"\d+"), 12


def by_name(name: str) -> str:
    """What names are put in order by: List 2 stands before List 10."""
    return _NUMBER.sub(lambda found: found[0].zfill(_DIGITS), name.lower())
