"""A roll with the answers of measures beside each row: what figures and children are asked of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sightline.measures.answers import Answer, Mix
from sightline.measures.asked import Asked
from sightline.measures.declare import Measure, Roll

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from sightline.measures.data import Data


@dataclass(frozen=True)
class Put:
    """A measure put to the data: over which window, and what it answers of each row.

    The columns of the answer are in the rows as ``prefix`` and their name: ``m0_of``, ``m0_met``.
    """

    measure: Measure
    asked: Asked
    answer: Answer
    prefix: str

    def name(self, part: str) -> str:
        """The column that holds a part of the answer."""
        return f"{self.prefix}_{part}"


@dataclass(frozen=True)
class Prepared:
    """A roll's rows with the answers of several measures."""

    roll: Roll
    rows: ir.Table
    put: tuple[Put, ...]


def prepared(
    data: Data,
    asked_of: Iterable[tuple[Measure, Asked]],
    wanted: Mapping[Measure, Collection[str]] | None = None,
) -> Iterator[Prepared]:
    """Each roll once, with the answers of all its measures.

    A roll that does not look at the window is made once for all windows. ``wanted`` are the
    columns of the roll that will be asked for, by measure: without it, any may be.
    """
    for (chosen, asked), group in _grouped(asked_of).items():
        rows = bare_rows_of(data, chosen, asked)
        if wanted is None or any(set(wanted[m]) - {*rows.columns, ""} for m, _ in group):
            rows = rows_of(data, chosen, asked)
        put = tuple(
            Put(measure, mine, measure.answer(rows, mine), f"m{n}")
            for n, (measure, mine) in enumerate(group)
        )
        columns = {p.name(part): value for p in put for part, value in _filled(p.answer).items()}
        yield Prepared(chosen, rows.mutate(**columns), put)


def rows_of(data: Data, chosen: Roll, asked: Asked) -> ir.Table:
    """The rows of a roll. They are made once for all that is asked while the data are open."""
    if chosen.people is None:
        return bare_rows_of(data, chosen, asked)
    key = ("people", chosen, asked)
    if key not in data.plans:
        data.plans[key] = chosen.people(data, bare_rows_of(data, chosen, asked), asked)
    made: ir.Table = data.plans[key]
    return made


def bare_rows_of(data: Data, chosen: Roll, asked: Asked) -> ir.Table:
    """The rows of a roll without what its ``people`` would add: a join less, where they do."""
    shared = asked if chosen.windowed else asked.between(asked.as_at, asked.as_at)
    key = ("roll", chosen, shared)
    if key not in data.plans:
        rows = chosen.rows(data, shared)
        data.plans[key] = rows if data.lists is None else data.lists.view(rows)
    made: ir.Table = data.plans[key]
    return made


def _filled(answer: Answer) -> dict[str, Any]:
    """The parts of an answer; a row that may be asked about is not."""
    parts = dict(answer.columns())
    return {**parts, "of": parts["of"].fill_null(False)}


def _grouped(
    asked_of: Iterable[tuple[Measure, Asked]],
) -> Mapping[tuple[Roll, Asked], list[tuple[Measure, Asked]]]:
    groups: dict[tuple[Roll, Asked], list[tuple[Measure, Asked]]] = {}
    for measure, asked in asked_of:
        shared = asked if measure.roll.windowed else asked.between(asked.as_at, asked.as_at)
        groups.setdefault((measure.roll, shared), []).append((measure, asked))
    return groups


def is_mix(put: Put) -> bool:
    """Whether a measure divides its rows into groups of its own."""
    return isinstance(put.answer, Mix)
