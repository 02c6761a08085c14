"""The tidy table: one row for each published value, with its place in the file it came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from sightline.benchmarks import marks
from sightline.kit.problems import Problem

WORD = pa.dictionary(pa.int32(), pa.string())
"""Text of which few differ: kept as a number for each row, and each text once."""

SCHEMA = pa.schema(
    [
        *((name, WORD) for name in ("indicator", "breakdown", "level", "area", "name", "region")),
        ("period", WORD),
        ("year", pa.int16()),
        ("value", pa.float64()),
        ("status", WORD),
        ("row", pa.int32()),
    ]
)
"""``indicator`` is the column (or the tool's measure), ``status`` a mark where there is no value.

``row`` is the row in the file, as a spreadsheet counts: the headings are row 1.
"""

_SHOWN = 5


@dataclass
class Read:
    """What a file held: its rows, and what is wrong with it. ``table`` may be empty."""

    slug: str
    table: pa.Table
    problems: list[Problem] = field(default_factory=list)


def each(column: pa.Array, function: Callable[[str], Any], kind: pa.DataType = WORD) -> pa.Array:
    """A column made by a function of text, called once for each text that differs."""
    coded = column
    if not pa.types.is_dictionary(coded.type):
        coded = pc.fill_null(column, "").dictionary_encode()
    made = [function(text) for text in coded.dictionary.to_pylist()]
    if kind != WORD:
        return pa.array(made, kind).take(coded.indices)
    # Two texts may come to the same: its number is then the first one's.
    numbers = {text: n for n, text in enumerate(dict.fromkeys(m for m in made if m is not None))}
    codes = pa.array([numbers.get(m) for m in made], pa.int32()).take(coded.indices)
    return pa.DictionaryArray.from_arrays(codes, pa.array(list(numbers), pa.string()))


def values_of(column: pa.Array) -> tuple[pa.Array, pa.Array]:
    """A column of cells as figures, and the marks where there is no figure."""
    return (
        each(column, lambda text: marks.read(text)[0], pa.float64()),
        each(column, lambda text: marks.read(text)[1]),
    )


def unknown_marks(
    file: str, heading: str, cells: pa.Array, status: pa.Array, rows: pa.Array
) -> list[Problem]:
    """A problem for a column with cells that are neither a figure nor a known mark."""
    where = pc.equal(status, marks.UNKNOWN)
    count = pc.sum(where).as_py() or 0
    if not count:
        return []
    shown = zip(rows.filter(where)[:_SHOWN].to_pylist(), cells.filter(where)[:_SHOWN].to_pylist())
    listed = "; ".join(f"row {row}: “{text}”" for row, text in shown)
    return [
        Problem(
            "not_a_figure",
            f"{file}, column {heading}: {count:,} cells are neither a figure nor a known mark "
            f"({listed}).",
            "They were loaded as not known, and the rest as it stands. Correct the cells and load "
            "the file again.",
        )
    ]


def without_repeats(file: str, table: pa.Table) -> tuple[pa.Table, list[Problem]]:
    """The rows, each value once: where a file has two for one place, the first is kept."""
    keys = ["indicator", "breakdown", "level", "area", "period"]
    numbered = table.append_column("n", pa.array(range(len(table)), pa.int32()))
    first = numbered.group_by(keys).aggregate([("n", "min"), ("row", "max"), ("n", "count")])
    if len(first) == len(table):
        return table, []
    again = first.filter(pc.greater(first["n_count"], 1))
    area, period, row = (again[k][0].as_py() for k in ("area", "period", "row_max"))
    problem = Problem(
        "same_place_twice",
        f"{file}: {len(table) - len(first):,} values stand twice for one area and period (row "
        f"{row}: {area}, {period}).",
        "The first of each was kept. See whether the file has a column that parts its rows and is "
        "not declared as a filter.",
    )
    return table.take(first["n_min"].combine_chunks().sort()), [problem]


def made(columns: dict[str, Any]) -> pa.Table:
    """A table of the schema from its columns; a text alone stands for a whole column."""
    length = next(len(c) for c in columns.values() if not isinstance(c, str))
    blank = pa.repeat(pa.scalar(0, pa.int32()), length)
    whole = {
        name: pa.DictionaryArray.from_arrays(blank, pa.array([c])) if isinstance(c, str) else c
        for name, c in columns.items()
    }
    return pa.table([whole[name] for name in SCHEMA.names], SCHEMA.names).cast(SCHEMA)


def together(tables: Sequence[pa.Table]) -> pa.Table:
    """Tables of the schema as one."""
    whole = pa.concat_tables(tables) if tables else SCHEMA.empty_table()
    return whole.unify_dictionaries().combine_chunks()


def clustered(table: pa.Table) -> pa.Table:
    """The rows of each figure together, in the order of their names, as they stood in the file."""
    keys = [_codes(table[name]) for name in ("indicator", "breakdown")]
    order = pa.table([*keys, table["row"]], ["i", "b", "row"])
    by = [(name, "ascending") for name in order.column_names]
    return table.take(pc.sort_indices(order, by))


def _codes(column: pa.ChunkedArray) -> pa.Array:
    """Numbers that put texts in their order: what is read of one figure lies in few places."""
    whole = column.combine_chunks()
    coded = whole if isinstance(whole, pa.Array) else whole.chunk(0)
    places = pc.rank(coded.dictionary, sort_keys="ascending")
    return places.take(coded.indices)


def joined(columns: Sequence[pa.Array], by: str = "\x1f") -> pa.Array:
    """Columns of text as one, so that rows that differ can be told by it."""
    return pc.binary_join_element_wise(*[_text(c) for c in columns], by)


def _text(column: pa.Array) -> pa.Array:
    return pc.fill_null(pc.cast(column, pa.string()), "")
