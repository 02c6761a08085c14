"""Columns of Python values, as files and databases give them, made into cells."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.cells import Cells

MOMENT = pa.timestamp("us")
# Beyond this a whole number is no longer exact as a float: it is a code, and stays text.
_EXACT = 2**53
_DAYS = frozenset({date, str, type(None)})
_MOMENTS = frozenset({datetime, str, type(None)})
_NUMBERS = frozenset({float, str, type(None)})
_TEXTS = frozenset({str, type(None)})
_USUAL = _DAYS | _MOMENTS | _NUMBERS


def cells(column: Sequence[Any]) -> Cells:
    """The cells of one column of values; ``""`` and None are blank.

    A column of one kind and blanks is made in one go; only a mixed one is looked at value by
    value. Numbers are ``float64``, times and truth values are text.
    """
    kinds = set(map(type, column))
    try:
        return _of_one_kind(column, kinds)
    except (pa.ArrowTypeError, pa.ArrowInvalid, OverflowError):
        return _parted(column) if kinds <= _USUAL else _mixed(column)


def _of_one_kind(column: Sequence[Any], kinds: set[type]) -> Cells:
    if kinds <= _TEXTS:
        return Cells(len(column), text=_full(pa.array([v or None for v in column], pa.string())))
    if kinds <= _DAYS:
        days = pa.array([v or None for v in column], pa.date32())
        return Cells(len(column), moments=_full(days.cast(MOMENT)))
    if kinds <= _MOMENTS:
        return Cells(len(column), moments=_full(pa.array([v or None for v in column], MOMENT)))
    if kinds <= _NUMBERS:
        return Cells(len(column), numbers=_full(_numbers(column)))
    if kinds <= _USUAL:
        return _parted(column)
    return _mixed(column)


def _parted(column: Sequence[Any]) -> Cells:
    """Cells of the usual kinds, each kind taken out in one go: a few odd ones are common."""
    texts = pa.array([v or None if type(v) is str else None for v in column], pa.string())
    days = pa.array([v if type(v) is date else None for v in column], pa.date32()).cast(MOMENT)
    moments = pa.array([v if type(v) is datetime else None for v in column], MOMENT)
    numbers = [v if type(v) is float else None for v in column]
    return Cells(
        len(column),
        _full(texts),
        _full(pc.coalesce(days, moments)),
        _full(pa.array(numbers, pa.float64(), from_pandas=True)),
    )


def _numbers(column: Sequence[Any]) -> pa.Array:
    """Blanks, and what is not a number at all (NaN), are null."""
    seen = [None if v == "" else v for v in column]
    return pa.array(seen, pa.float64(), from_pandas=True)


def _full(array: pa.Array) -> pa.Array | None:
    return None if array.null_count == len(array) else array


def _mixed(column: Sequence[Any]) -> Cells:
    texts: list[str | None] = []
    moments: list[datetime | None] = []
    numbers: list[float | None] = []
    for value in column:
        text, moment, number = _ways.get(type(value), _other)(value)
        texts.append(text or None)
        moments.append(moment)
        numbers.append(number)
    return Cells(
        len(column),
        _full(pa.array(texts, pa.string())),
        _full(pa.array(moments, MOMENT)),
        _full(pa.array(numbers, pa.float64(), from_pandas=True)),
    )


_Parts = tuple[str | None, datetime | None, float | None]


def _whole(value: int) -> _Parts:
    return (None, None, float(value)) if abs(value) < _EXACT else (str(value), None, None)


def _other(value: Any) -> _Parts:
    """Subclasses go by what they are a kind of; anything else by how it is written."""
    for kind, way in _ways.items():
        if isinstance(value, kind):
            return way(value)
    return str(value), None, None


def hours(value: timedelta) -> str:
    """A length of time as a sheet shows it: "36:00:00"."""
    seconds = int(abs(value.total_seconds()))
    sign = "-" if value < timedelta(0) else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _json(value: Any) -> _Parts:
    return json.dumps(value, ensure_ascii=False, default=str), None, None


def _at_midnight(value: date) -> _Parts:
    return None, datetime(value.year, value.month, value.day), None


# The order matters to ``_other``: bool is a kind of int, datetime a kind of date.
_ways: dict[type, Callable[[Any], _Parts]] = {
    type(None): lambda v: (None, None, None),
    str: lambda v: (str(v), None, None),
    bool: lambda v: ("TRUE" if v else "FALSE", None, None),
    int: _whole,
    float: lambda v: (None, None, v),
    datetime: lambda v: (None, v, None),
    date: _at_midnight,
    time: lambda v: (v.isoformat("seconds"), None, None),
    timedelta: lambda v: (hours(v), None, None),
    Decimal: lambda v: (None, None, float(v)) if v.is_finite() else (str(v), None, None),
    bytes: lambda v: (v.decode("utf-8", "replace"), None, None),
    memoryview: lambda v: (bytes(v).decode("utf-8", "replace"), None, None),
    dict: _json,
    list: _json,
}


def sliced(column: Cells, first: int) -> Cells:
    """The cells of a column from row ``first`` on."""
    return Cells(
        max(0, column.length - first),
        *(None if a is None else _full(a.slice(first)) for a in _arrays(column)),
    )


def joined(parts: Sequence[Cells]) -> Cells:
    """One column from its parts, one after the other."""
    if len(parts) == 1:
        return parts[0]
    kinds = (pa.string(), MOMENT, pa.float64())
    arrays = zip(*(_arrays(part) for part in parts))
    made = [
        None if all(a is None for a in same) else _concatenated(same, parts, kind)
        for same, kind in zip(arrays, kinds)
    ]
    return Cells(sum(part.length for part in parts), *made)


def _concatenated(arrays: Sequence[Any], parts: Sequence[Cells], kind: pa.DataType) -> pa.Array:
    return pa.concat_arrays(
        [pa.nulls(p.length, kind) if a is None else a for a, p in zip(arrays, parts)]
    )


def columns_of(rows: Sequence[Sequence[Any]]) -> list[Cells]:
    """The columns of rows that are all of one length."""
    return [cells(column) for column in zip(*rows)]


def padded(parts: Sequence[list[Cells]]) -> list[list[Cells]]:
    """Parts of one sheet, all with as many columns as the widest of them."""
    width = max(map(len, parts), default=0)
    return [
        part + [Cells(part[0].length if part else 0) for _ in range(width - len(part))]
        for part in parts
    ]


def values(columns: Sequence[Cells], rows: int) -> list[list[Any]]:
    """The first rows as plain values, a row at a time; ``""`` for a blank."""
    heads = [_head(column, rows) for column in columns]
    return [list(row) for row in zip(*heads)]


def _head(column: Cells, rows: int) -> list[Any]:
    count = min(rows, column.length)
    kinds = [a.slice(0, count).to_pylist() for a in _arrays(column) if a is not None]
    return [next((v for v in same if v is not None), "") for same in zip(*kinds)] or [""] * count


def _arrays(column: Cells) -> tuple[Any, Any, Any]:
    return column.text, column.moments, column.numbers
