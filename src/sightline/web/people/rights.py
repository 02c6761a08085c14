"""What people may do, and which roles may do it: one table, read by every page and the API."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Right(StrEnum):
    """One thing that a person may do. A page needs one of them."""

    PUBLIC = "nothing: no sign-in"
    SIGNED_IN = "to be signed in"
    READ_LIBRARY = "read what inspectors wrote"
    CORRECT_FINDINGS = "correct what was read in a document"
    SEE_SHARED = "see figures with small numbers hidden"
    SEE_FIGURES = "see true figures"
    SEE_CHILDREN = "see lists of children, and a child's page"
    COMMENT = "write commentary on a figure"
    SEE_DATA = "see loads, their issues and fixing lists"
    LOAD_DATA = "load, accept and publish data"
    SEE_AUDITS = "see audits and their results"
    AUDIT = "audit practice"
    MODERATE = "moderate another's audit"
    RUN_PROGRAMME = "run the audit programme: draw samples, give out audits, close the loop"
    ACT = "own an action, and say that it is done"
    EXPORT = "download what a page lists"
    USE_API = "use the API"
    SEE_TRAIL = "see who read and changed what"
    ADMINISTER = "manage people, their roles and their teams"


PUBLIC, SIGNED_IN = Right.PUBLIC, Right.SIGNED_IN


@dataclass(frozen=True)
class Role:
    """A role: its name in words, what it may do, and whose children it sees.

    ``scope`` is "all", "teams" (those that the person is given), or "worker" (their own). A
    person with ``by_reason`` may see a child outside it after saying why, which is kept.
    """

    key: str
    title: str
    rights: frozenset[Right]
    scope: str = "teams"
    by_reason: bool = False
    until: bool = False
    """Whether a person may have the role only until a day."""


_READ = {Right.SIGNED_IN, Right.READ_LIBRARY, Right.SEE_SHARED}
_FIGURES = _READ | {Right.SEE_FIGURES, Right.USE_API}
_CHILDREN = _FIGURES | {Right.SEE_CHILDREN, Right.EXPORT}
_PRACTICE = _CHILDREN | {Right.SEE_AUDITS, Right.ACT}
_LEAD = _PRACTICE | {Right.COMMENT, Right.AUDIT}

_ALL = (
    Role("director", "Director", frozenset(_LEAD | {Right.SEE_DATA, Right.SEE_TRAIL}), "all"),
    Role("head", "Head of service", frozenset(_LEAD | {Right.SEE_DATA}), by_reason=True),
    Role("manager", "Team manager", frozenset(_LEAD), by_reason=True),
    Role(
        "qa_lead",
        "Quality assurance lead",
        frozenset(
            _LEAD | {Right.MODERATE, Right.RUN_PROGRAMME, Right.CORRECT_FINDINGS, Right.SEE_DATA}
        ),
        "all",
    ),
    Role("auditor", "Auditor", frozenset(_PRACTICE | {Right.AUDIT}), by_reason=True),
    Role(
        "analyst",
        "Performance analyst",
        frozenset(
            _CHILDREN | {Right.SEE_DATA, Right.LOAD_DATA, Right.COMMENT, Right.CORRECT_FINDINGS}
        ),
        "all",
    ),
    Role("practitioner", "Practitioner", frozenset(_PRACTICE - {Right.EXPORT}), "worker"),
    Role("member", "Councillor", frozenset(_READ), "teams"),
    Role(
        "inspector",
        "Inspector (read only, for a time)",
        frozenset(_FIGURES - {Right.USE_API} | {Right.SEE_CHILDREN, Right.SEE_AUDITS}),
        by_reason=True,
        until=True,
    ),
    Role(
        "administrator",
        "Administrator",
        frozenset({Right.SIGNED_IN, Right.READ_LIBRARY, Right.ADMINISTER, Right.SEE_TRAIL}),
    ),
)
ROLES: dict[str, Role] = {role.key: role for role in _ALL}
