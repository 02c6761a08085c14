"""Worked examples: rows with the answer worked by hand, run on every engine and printed in docs.

::

        child_id | assessment_start_date | assessment_authorised_date | met
        A        | 2026-08-03            | 2026-10-06                 | yes
        B        | 2026-08-03            |                            | -

The columns are those of the roll's first list, by name. ``met`` is yes or no for a row that
counts, ? for one that cannot be judged, - for one that is not asked about; of a length, a sum or a
group it is the length, "top/bottom", or the group. Where several rows of the list make one of the
roll, the rows after the first leave ``met`` blank. Another list follows under its key in brackets:
``[annex_a.referrals]``; ``_row`` in one of errors is the row of its list. All examples are as at 31
October 2026, with every local standard set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.columns_used import everything_set
from sightline.measures.data import column_types, list_of
from sightline.measures.declare import Measure

if TYPE_CHECKING:
    import pyarrow as pa

    from sightline.measures.data import Data

AS_AT = date(2026, 10, 31)
MET = "met"
_SAID = {True: "yes", False: "no", None: "?"}


@dataclass(frozen=True)
class Worked:
    """A measure's example: rows by list, and the answers expected, in order."""

    measure: Measure
    rows: Mapping[str, tuple[dict[str, str], ...]]
    expected: tuple[str, ...]


def worked(measure: Measure) -> Worked:
    """The example of a measure, parsed. Raises ``ValueError`` where it is not well formed."""
    lists: dict[str, list[dict[str, str]]] = {}
    key = measure.roll.lists[0]
    heads: list[str] = []
    for line in filter(None, map(str.strip, measure.example.splitlines())):
        if line.startswith("["):
            key, heads = line.strip("[]"), []
        elif not heads:
            heads = [cell.strip() for cell in line.split("|")]
            wrong = set(heads) - set(column_types(key)) - {MET}
            if wrong:
                raise ValueError(f"{measure.id}: {key} has no column {', '.join(sorted(wrong))}")
            lists.setdefault(key, [])
        else:
            cells = [cell.strip() for cell in line.split("|")]
            if len(cells) != len(heads):
                raise ValueError(f"{measure.id}: {line!r} has {len(cells)} cells, not {len(heads)}")
            lists[key].append(dict(zip(heads, cells)))
    expected = tuple(row.pop(MET, "") for rows in lists.values() for row in rows)
    return Worked(
        measure,
        {k: tuple(rows) for k, rows in lists.items()},
        tuple(e for e in expected if e not in ("", "-")),
    )


def example_tables(example: Worked) -> dict[str, pa.Table]:
    """The example's lists, typed, each row with where it stands in the example."""
    import pyarrow as pa

    made = {}
    for key, rows in example.rows.items():
        types = column_types(key)
        names = [n for n in types if not n.startswith("_")]
        said = [{n: _value(row.get(n, ""), types[n]) for n in names} for row in rows]
        where = {"_file": example.measure.id, "_sheet": "example"}
        said = [
            {**row, **where, "_row": int(told.get("_row", n))}
            for n, (row, told) in enumerate(zip(said, rows), 1)
        ]
        made[key] = pa.Table.from_pylist(said, schema=_schema(key))
    for key in {u.list for u in _needed(example.measure)} - set(made):
        made[key] = _schema(key).empty_table()
    return made


def every_example(measures: Iterable[Measure]) -> dict[str, pa.Table]:
    """The examples of several measures as one set of lists.

    Identifiers and workers begin with the measure's id, so that no example touches another.
    """
    import pyarrow as pa

    parts: dict[str, list[pa.Table]] = {}
    for measure in measures:
        for key, table in example_tables(worked(measure)).items():
            parts.setdefault(key, []).append(_apart(key, table, _mark(measure)))
    return {key: pa.concat_tables(tables) for key, tables in parts.items()}


def every_answer(data: Data, measures: Iterable[Measure]) -> dict[Measure, tuple[str, ...]]:
    """What measures answer of their own examples: one query for each roll and window."""
    from sightline.measures.prepared import prepared

    asked = [(m, Asked.window(AS_AT, m.window, everything_set())) for m in measures]
    made: dict[Measure, tuple[str, ...]] = {}
    assert data.lists is not None
    for one in prepared(data, asked):
        names = [put.name(part) for put in one.put for part in put.answer.columns()]
        rows = data.lists.run(one.rows.select("_file", "_row", *names)).to_pylist()
        for put in one.put:
            mine = [r for r in rows if r["_file"] == _mark(put.measure) and r[put.name("of")]]
            mine.sort(key=lambda r: r["_row"])
            parts = [put.name(part) for part in put.answer.columns()]
            said = [_said({p: r[p] for p in parts}, put.prefix) for r in mine]
            made[put.measure] = tuple(said)
    return made


def _mark(measure: Measure) -> str:
    return f"{measure.id} {measure.roll.key}"


def _apart(key: str, table: pa.Table, mark: str) -> pa.Table:
    """The rows of an example with identifiers and workers that no other example has."""
    ids = {c.name for c in list_of(key).columns if c.kind == "id"} | {"allocated_worker"}
    rows = [
        {
            name: f"{mark} {value}" if name in ids and value and value[0] != "#" else value
            for name, value in row.items()
        }
        | {"_file": mark}
        for row in table.to_pylist()
    ]
    return table.from_pylist(rows, schema=table.schema)


def answers(data: Data, measure: Measure) -> tuple[str, ...]:
    """What the measure answers of the rows of its example, in the order of the rows."""
    from sightline.measures.prepared import prepared

    asked = Asked.window(AS_AT, measure.window, everything_set())
    (one,) = prepared(data, [(measure, asked)])
    (put,) = one.put
    parts = [put.name(part) for part in put.answer.columns()]
    rows = one.rows.filter(one.rows[put.name("of")])
    assert data.lists is not None
    found = data.lists.run(rows.select("_row", *parts)).to_pylist()
    return tuple(_said(row, put.prefix) for row in sorted(found, key=lambda r: r["_row"]))


def _said(row: Mapping[str, Any], prefix: str) -> str:
    parts = {k.removeprefix(f"{prefix}_"): v for k, v in row.items() if k.startswith(f"{prefix}_")}
    if "met" in parts:
        return _SAID[parts["met"]]
    if "category" in parts:
        return str(parts["category"] or "?")
    if "value" in parts:
        return "?" if parts["value"] is None else f"{parts['value']:g}"
    if parts["top"] is None or parts["bottom"] is None:
        return "?"
    return f"{parts['top']:g}/{parts['bottom']:g}"


def _needed(measure: Measure) -> Iterable[Any]:
    from sightline.measures.columns_used import columns_used

    return columns_used(measure)


def _schema(key: str) -> pa.Schema:
    import ibis

    return ibis.Schema(dict(column_types(key))).to_pyarrow()


def _value(text: str, kind: str) -> Any:
    if not text:
        return None
    if kind == "date":
        return date.fromisoformat(text)
    if kind.startswith("timestamp"):
        return datetime.fromisoformat(text)
    if kind == "int64":
        return int(text)
    return float(text) if kind == "float64" else text
