"""What is said of each fault: marks of cells and broken checks made into issues, with owners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.checks.fields import OWNERS
from sightline.intake.checks.run import Hit
from sightline.intake.issues import Issues
from sightline.intake.lists import Loaded
from sightline.standards.columns import Date

_SAID = {
    "F02": "“{}” holds none of the column's codes.",
    "F03": "“{}” cannot be read as a date.",
    "F06": "“{}” holds a date that stands for “no date”, or lies before any record.",
    "F07": "“{}” is not a number that the column can hold.",
    "F08": "“{}” is too long, or holds odd characters.",
    "F09": "“{}” is not in the form of a postcode.",
    "F12": "“{}” holds a placeholder, which was read as blank.",
    "F15": "“{}” is not JSON.",
}


class Owners:
    """Whose each row is: the team and worker of its own list, else those of children in need."""

    def __init__(self, lists: Mapping[str, Loaded]) -> None:
        """Look up children in need once."""
        self._need = lists.get("children_in_need")

    def of(self, one: Loaded, places: pa.Array) -> tuple[pa.Array | None, pa.Array | None]:
        """Teams and workers of some rows of a list."""
        return self._of(one, places, "team"), self._of(one, places, "worker")

    def _of(self, one: Loaded, places: pa.Array, what: str) -> pa.Array | None:
        for name in (f"allocated_{what}", what):
            if name in one.rows.column_names:
                return _taken(one.rows[name], places)
        child = one.placed.table.child_column()
        name = f"allocated_{what}"
        if self._need is None or child is None or child.name not in one.rows.column_names:
            return None
        if name not in self._need.rows.column_names:
            return None
        children = _taken(one.rows[child.name], places)
        found = pc.index_in(children, self._need.rows["child_id"].combine_chunks(), skip_nulls=True)
        return _taken(self._need.rows[name], found)


class _Said(NamedTuple):
    """What is said of some rows of a list."""

    rule: str
    severity: str
    column: str
    message: str
    places: pa.Array
    values: pa.Array | None = None


def add_marks(issues: Issues, one: Loaded, owners: Owners) -> None:
    """Cells that could not be read, or were read with a remark."""
    _add(issues, one, owners, list(_of_marks(one)))


def _of_marks(one: Loaded) -> Iterator[_Said]:
    for column, mark in one.marks:
        if mark.rule == "F12" and (column.required or column.name in OWNERS):
            continue  # it is a blank where none may be, and is told as that
        heading = column.heading.strip()
        said = _SAID.get(mark.rule, "“{}”.").format(heading)
        message = f"“{heading}”: {mark.message}" if mark.message else said
        values = _shown(mark.printed) if isinstance(column, Date) else mark.printed
        yield _Said(mark.rule, mark.severity, heading, message, mark.rows, values)


def add_hits(
    issues: Issues, lists: Mapping[str, Loaded], hits: Iterable[Hit], owners: Owners
) -> None:
    """Checks that rows break."""
    for key, same in groupby(hits, lambda hit: hit.check.table.key):
        said = [hit for hit in same if not _add_whole(issues, lists[key], hit)]
        _add(issues, lists[key], owners, [_of_hit(hit) for hit in said])


def _of_hit(hit: Hit) -> _Said:
    check = hit.check
    heading = check.named.heading.strip() if check.named else ""
    return _Said(check.rule.id, check.grade, heading, check.says, hit.rows)


def _add_whole(issues: Issues, one: Loaded, hit: Hit) -> bool:
    """Add an issue of a list as a whole; False where the check is of rows."""
    if hit.rows is not None:
        return False
    sheet, said = one.placed.sheet, _of_hit(hit)
    issues.add(
        said.rule,
        severity=said.severity,
        list_key=one.key,
        file=sheet.file,
        sheet=sheet.name,
        column=said.column,
        message=said.message,
    )
    return True


def _add(issues: Issues, one: Loaded, owners: Owners, told: Sequence[_Said]) -> None:
    """Add issues of rows. Whose they are is looked up for all of them at once, which is faster."""
    if not told:
        return
    places = pa.concat_arrays([said.places.cast(pa.int64()) for said in told])
    child = one.placed.table.child_column()
    there = child is not None and child.name in one.rows.column_names
    whose = {
        "rows": _taken(one.rows["_row"], places),
        "children": _taken(one.rows[child.name], places) if child is not None and there else None,
        **dict(zip(("teams", "workers"), owners.of(one, places), strict=True)),
    }
    start = 0
    for said in told:
        length = len(said.places)
        parts = {k: None if a is None else a.slice(start, length) for k, a in whose.items()}
        start += length
        issues.add(
            said.rule,
            severity=said.severity,
            list_key=one.key,
            file=one.placed.sheet.file,
            sheet=one.placed.sheet.name,
            column=said.column,
            message=said.message,
            values=said.values,
            **parts,
        )


def _taken(column: pa.ChunkedArray, places: pa.Array) -> pa.Array:
    taken = column.take(places)
    return taken.combine_chunks() if isinstance(taken, pa.ChunkedArray) else taken


def _shown(printed: pa.Array | None) -> pa.Array | None:
    """Moments at midnight without their time."""
    if printed is None:
        return None
    return pc.replace_substring_regex(printed, r" 00:00:00(\.0+)?$", "")
