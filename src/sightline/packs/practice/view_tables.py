"""Tables of the report on practice, as plain values that the templates print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from sightline.kit.calendar import long_date
from sightline.kit.names import by_name
from sightline.measures.groups import NOT_SAID
from sightline.measures.print import number

MOST = 50
"""Rows of children that are printed of one list; the others are counted."""

View = dict[str, Any]
T = TypeVar("T")


def table(
    caption: str, head: Sequence[str], rows: Iterable[Sequence[Any]], numbers: Sequence[int] = ()
) -> View:
    """A table: its caption, the heads of its columns, its rows, and which columns are numbers."""
    return {
        "caption": caption,
        "head": list(head),
        "rows": [list(row) for row in rows],
        "numbers": tuple(numbers),
    }


def said(value: Any) -> str:
    """A value of a list as people write it: dates in words, yes and no, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return long_date(value)
    return number(value) if isinstance(value, (int, float)) else str(value)


def heading(column: str) -> str:
    """A column's name as a heading: "started_on" is "Started on"."""
    words = column.strip("_").replace("_", " ")
    return words[:1].upper() + words[1:]


def where(file: str, sheet: str, row: int) -> str:
    """Where a row stands in the files that were loaded."""
    told = "" if file.rpartition(".")[0] == sheet else sheet
    named = ", ".join(part for part in (file, told) if part)
    return f"{named}, row {row:,}" if named and row else named


def how_many(count: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def rows_shown(shown: int, count: int) -> str:
    """How many rows of a list are printed, where it is not all."""
    return "" if shown >= count else f"The first {shown:,} of {count:,} are shown."


def by_team(rows: Iterable[T], team: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Rows of each team, each in the order they came; teams by name, none recorded last."""
    found: dict[str, list[T]] = {}
    for row in rows:
        found.setdefault(team(row), []).append(row)
    return sorted(found.items(), key=lambda pair: (pair[0] == NOT_SAID, by_name(pair[0])))


def listed(
    rows: Sequence[T],
    caption: str,
    head: Sequence[str],
    cells: Callable[[T], Sequence[Any]],
    team: Callable[[T], str],
    numbers: Sequence[int] = (),
) -> View:
    """A list of children: the first of all, and the first of each team."""
    teams = by_team(rows, team)
    return {
        "table": table(caption, head, map(cells, rows[:MOST]), numbers),
        "more": rows_shown(MOST, len(rows)),
        "teams": [
            {
                "summary": f"{name}: {len(mine):,}",
                "table": table(f"{caption}: {name}", head, map(cells, mine[:MOST]), numbers),
                "more": rows_shown(MOST, len(mine)),
            }
            for name, mine in teams
        ]
        if len(teams) > 1 and len(rows) > MOST
        else [],
    }
