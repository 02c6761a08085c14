"""Authorities' names as keys: what councils put around a name is taken off, a phrase at a time."""

from __future__ import annotations

import re

_APOSTROPHES = re.compile(r"['‘’ʼ`´]")
_BETWEEN = re.compile(r"[\s\-‐‑‒–—_.,/()]+")
_NUMBER = re.compile(r"^\d{5,} ")

_AFTER = (
    "council of the city",
    "metropolitan borough council",
    "metropolitan district council",
    "london borough council",
    "borough council",
    "district council",
    "county council",
    "city council",
    "unitary authority",
    "local authority",
    "metropolitan borough",
    "metropolitan district",
    "london borough",
    "childrens services department",
    "childrens services",
    "childrens social care",
    "childrens social work",
    "social services",
    "council",
    "county",
    "borough",
    "city",
    "corporation",
    "mbc",
    "mdc",
    "lbc",
    "cc",
    "bc",
)
_BEFORE = (
    "the",
    "council of the",
    "city and county of",
    "city of",
    "county of",
    "county council of",
    "london borough of",
    "royal borough of",
    "metropolitan borough of",
    "metropolitan district of",
    "borough council of",
    "borough of",
    "lb",
    "rb",
)
_END = re.compile(rf"(?<!city of) (?:{'|'.join(_AFTER)})$")
_START = re.compile(rf"^(?:{'|'.join(sorted(_BEFORE, key=len, reverse=True))}) ")


def key(name: str) -> str:
    """A name as it is looked up: small letters, single spaces, "and", no marks.

    A number in front (as folders of reports have) is dropped.
    """
    words = _APOSTROPHES.sub("", name.lower()).replace("&", " and ")
    words = _BETWEEN.sub(" ", words).strip()
    return _NUMBER.sub("", words)


def shorter(words: str) -> str:
    """A key with one phrase off its end, or else off its start; the same when there is none."""
    without = _END.sub("", words)
    return without if without != words else _START.sub("", words)
