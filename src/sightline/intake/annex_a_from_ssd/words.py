"""Local words of an extract: which roles, checks and statuses mean what Annex A asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from sightline.standards import ssd
from sightline.standards.columns import Column


@dataclass(frozen=True)
class LocalWords:
    """Values as the extract holds them. What is left empty is guessed from the words themselves.

    ``allocated`` are roles of the allocated social worker, ``health`` and ``dental`` types of
    checks, ``unaccompanied`` statuses of an unaccompanied child, ``not_held`` statuses of a check
    that was not held.
    """

    allocated: tuple[str, ...] = ()
    health: tuple[str, ...] = ()
    dental: tuple[str, ...] = ()
    unaccompanied: tuple[str, ...] = ()
    not_held: tuple[str, ...] = ()


_ROLE = ssd.Involvements.invo_professional_role_id
_CHECK = ssd.ClaHealth.clah_health_check_type
_HELD = ssd.ClaHealth.clah_health_check_status
_STATUS = ssd.ImmigrationStatus.immi_immigration_status
# Words that mean it, and words that do not although they are alike. A supervising social worker
# is the carers' own; a status of "former" is that of a young adult.
_KINDS: dict[str, tuple[Column, str, str]] = {
    "allocated": (
        _ROLE,
        r"social worker|\b(allocated|key|lead|named|case)\b.*\bworker|^(a?sw|allocated)$",
        r"supervising|fostering|adoption|second|co-?work|student|duty|support|help|former|previous",
    ),
    "health": (_CHECK, r"health assess|medical|\b[ir]ha\b|^(initial|review)( health)?$", "dent"),
    "dental": (_CHECK, "dent", "accident|incident"),
    "unaccompanied": (_STATUS, r"unaccompanied|\buasc\b", "former|previous"),
    "ever_unaccompanied": (_STATUS, r"unaccompanied|\buasc\b", "not "),
    "not_held": (
        _HELD,
        "cancel|not attend|did not|not held|dna|declin|refus|book|plan|schedul|due|outstanding",
        "held as planned",
    ),
}
_ASKED = {kind: column for kind, (column, _, _) in _KINDS.items()}


def column_of(kind: str) -> Column:
    """The column in which words of a kind are found."""
    return _ASKED[kind]


def meanings(found: dict[str, pa.ChunkedArray | None], local: LocalWords) -> dict[str, list[str]]:
    """For each kind, which values of its column have that meaning; ``found`` by column name."""
    made = {}
    for kind, (column, pattern, unlike) in _KINDS.items():
        values = found.get(column.name)
        distinct = [] if values is None else pc.unique(values.cast(pa.string())).to_pylist()
        given = {word.casefold() for word in _given(kind, local)}
        made[kind] = [
            value
            for value in distinct
            if value and _means(value, given, re.compile(pattern, re.I), re.compile(unlike, re.I))
        ]
    return made


def _given(kind: str, local: LocalWords) -> tuple[str, ...]:
    given: tuple[str, ...] = getattr(local, kind.removeprefix("ever_"))
    return given


def _means(value: str, given: set[str], like: re.Pattern[str], unlike: re.Pattern[str]) -> bool:
    if given:
        return value.casefold() in given
    return bool(like.search(value)) and not unlike.search(value)
