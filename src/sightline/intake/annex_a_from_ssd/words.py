"""Local words of an extract: which roles, checks and statuses mean what Annex A asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from sightline.standards import ssd
from sightline.standards.columns import Column


@dataclass(frozen=True)
class LocalWords:
    """Values as the extract holds them. What is left empty is guessed from the words themselves.

    An authority says them in a file: see ``words_file``. ``allocated`` are roles of the allocated
    social worker, ``health`` and ``dental`` types of checks, ``unaccompanied`` statuses of an
    unaccompanied child, ``not_held`` statuses of a check that was not held.
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
MEANINGS = tuple(one.name for one in fields(LocalWords))
"""What may be said: the names of the local words."""


class Word(NamedTuple):
    """A value that the extract holds, and whether it is taken to have a meaning.

    ``why`` says "as said" where the authority has said which do, else "as guessed".
    """

    meaning: str
    column: str
    word: str
    rows: int
    taken: bool
    why: str


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


def words_there(tables: Mapping[str, pa.Table], local: LocalWords) -> Iterator[Word]:
    """Every value that could have a local meaning, the commonest first; ``tables`` by "ssd.key"."""
    for meaning in MEANINGS:
        values = _values(tables, meaning)
        if values is None:
            continue
        column = column_of(meaning)
        taken = set(meanings({column.name: values}, local)[meaning])
        name, why = f"{column.table.key}.{column.name}", _why(meaning, local)
        counts = pc.value_counts(values.drop_null()).to_pylist()
        for one in sorted(counts, key=lambda c: (-c["counts"], c["values"])):
            yield Word(meaning, name, one["values"], one["counts"], one["values"] in taken, why)


def words_not_there(tables: Mapping[str, pa.Table], local: LocalWords) -> Iterator[str]:
    """Words that were said and that no row has, each in a sentence: they may be misspelt."""
    for meaning in MEANINGS:
        values = _values(tables, meaning)
        if values is None or len(values) == values.null_count:
            continue
        there = {value.casefold() for value in pc.unique(values.drop_null()).to_pylist()}
        column = column_of(meaning)
        for word in _given(meaning, local):
            if word.casefold() not in there:
                yield (
                    f"“{word}” is said to mean “{meaning}”, and no row of "
                    f"{column.table.key}.{column.name} has it."
                )


def _values(tables: Mapping[str, pa.Table], meaning: str) -> pa.ChunkedArray | None:
    column = column_of(meaning)
    table = tables.get(f"ssd.{column.table.key}")
    if table is None or column.name not in table.column_names:
        return None
    return table.column(table.column_names.index(column.name)).cast(pa.string())


def _why(meaning: str, local: LocalWords) -> str:
    return "as said" if _given(meaning, local) else "as guessed"
