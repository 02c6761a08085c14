"""Reading the Local Authority Interactive Tool: its long table, and its dictionary."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sightline.benchmarks import periods, read_csv, tidy
from sightline.benchmarks.areas import AUTHORITY, ENGLAND, REGION, region_name
from sightline.benchmarks.declare import Better
from sightline.kit.problems import Problem, UserError

_COLUMNS = ("Short Desc", "Years", "LA and Regions", "Values", "LA Number", "Region")
_DICTIONARY = ("Measure_short", "Measure", "Polarity")
# From 970 up, a number is that of England or a region.
_ENGLAND, _FIRST_REGION = 970, 980
SLUG = "lait"


def is_long_table(headings: Sequence[str]) -> bool:
    """Whether headings are those of the long table."""
    return set(_COLUMNS) <= set(headings)


def is_dictionary(headings: Sequence[str]) -> bool:
    """Whether headings are those of the dictionary."""
    return set(_DICTIONARY) <= set(headings)


def read(path: Path) -> tidy.Read:
    """The long table's values, tidied, from Parquet or CSV."""
    if path.suffix.lower() == ".parquet":
        words = [name for name in _COLUMNS if name != "LA Number"]
        table = pq.read_table(path, columns=list(_COLUMNS), read_dictionary=words)
        table = table.unify_dictionaries().combine_chunks()
        columns = {name: _whole(table[name]) for name in _COLUMNS}
        rows = pa.array(range(2, len(table) + 2), pa.int32())
        problems: list[Problem] = []
    else:
        columns, rows, problems = read_csv.read(path)
    return _tidied(path.name, columns, rows, problems)


def _tidied(
    file: str, columns: dict[str, pa.Array], rows: pa.Array, problems: list[Problem]
) -> tidy.Read:
    text = {n: tidy.each(_as_text(columns[n]), str.strip) for n in _COLUMNS}
    period = tidy.each(text["Years"], periods.period_of)
    place = tidy.joined([text["LA Number"], text["LA and Regions"], text["Region"]])
    level, area, name, region = (
        tidy.each(place, lambda t, i=i: _area(*t.split("\x1f"))[i])  # type: ignore[misc]
        for i in range(4)
    )
    value, status = tidy.values_of(text["Values"])
    problems += tidy.unknown_marks(file, "Values", text["Values"], status, rows)
    made = tidy.made(
        {
            "indicator": text["Short Desc"],
            "breakdown": "",
            **{"level": level, "area": area, "name": name, "region": region},
            "period": period,
            "year": tidy.each(period, periods.year_of, pa.int16()),
            **{"value": value, "status": status, "row": rows},
        }
    )
    dated = pc.and_(pc.not_equal(period, ""), pc.not_equal(area, ""))
    problems += _undated(file, text["Years"], rows, pc.invert(dated))
    made, repeats = tidy.without_repeats(file, made.filter(dated))
    return tidy.Read(SLUG, made, problems + repeats)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    one = column.combine_chunks()
    one = one if isinstance(one, pa.Array) else one.chunk(0)
    if one.null_count and not pa.types.is_floating(one.type):
        return pc.fill_null(pc.cast(one, pa.string()), "").dictionary_encode()
    return one


def _as_text(column: pa.Array) -> pa.Array:
    if pa.types.is_floating(column.type):
        whole = pc.cast(column, pa.int64(), safe=False)
        return pc.cast(whole, pa.string())
    return column if pa.types.is_dictionary(column.type) else pc.cast(column, pa.string())


def _undated(file: str, years: pa.Array, rows: pa.Array, wrong: pa.Array) -> list[Problem]:
    if not (count := pc.sum(wrong).as_py()):
        return []
    row, text = rows.filter(wrong)[0].as_py(), years.filter(wrong)[0].as_py()
    return [
        Problem(
            "no_period",
            f"{file}: {count:,} rows have no year or no area (row {row}: year “{text}”).",
            "They were left out.",
        )
    ]


def _area(number: str, name: str, region: str) -> tuple[str, str, str, str]:
    plain = number.removesuffix(".0")
    if not plain.isdigit():
        return "", "", name, ""
    if int(plain) >= _FIRST_REGION:
        return REGION, region_name(name), region_name(name), ""
    if int(plain) >= _ENGLAND:
        return ENGLAND, ENGLAND, ENGLAND, ""
    return AUTHORITY, plain, name, region_name(region)


@dataclass(frozen=True)
class Definition:
    """What the dictionary says of a measure of the tool."""

    code: str
    title: str
    unit: str
    better: Better
    quartiles: bool
    topic: str
    description: str
    methodology: str
    owner: str
    links: str
    year_type: str


_POLARITY = {"low": Better.LOWER, "high": Better.HIGHER}


def read_dictionary(path: Path) -> list[Definition]:
    """The definitions in the tool's dictionary, each measure once: the first that names it."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    rows = list(csv.DictReader(text.splitlines(keepends=True)))
    if not rows:
        raise UserError(f"{path.name}: the dictionary has headings, and no rows below them.")
    found: dict[str, Definition] = {}
    for row in rows:
        one = _definition({k: (v or "").strip() for k, v in row.items() if k})
        if one.code:
            found.setdefault(one.code, one)
    return list(found.values())


def _definition(row: dict[str, str]) -> Definition:
    return Definition(
        code=row["Measure_short"],
        title=row.get("Chart_title") or row["Measure"],
        unit=row.get("y_axis_name", ""),
        better=_POLARITY.get(row["Polarity"].lower(), Better.CONTEXT),
        quartiles=row.get("No_Quartile", "") != "N",
        topic=row.get("Topic", ""),
        description=row.get("Description", ""),
        methodology=row.get("Methodology", ""),
        owner=row.get("Data Owner (DO) /Supplier and Contact Details", ""),
        links=row.get("Hyperlink(s)", ""),
        year_type=row.get("Year_Type", ""),
    )


def to_json(definitions: list[Definition]) -> str:
    """Definitions as text to keep."""
    return json.dumps([one.__dict__ for one in definitions], ensure_ascii=False)


def from_json(text: str) -> list[Definition]:
    """Definitions as they were kept."""
    return [_kept(one) for one in json.loads(text)]


def _kept(one: dict[str, Any]) -> Definition:
    return Definition(**{**one, "better": Better(one["better"])})
