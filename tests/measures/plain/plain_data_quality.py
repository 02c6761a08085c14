"""Plain answers for the measures of the data themselves: loops over cells, and no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from plain_ssd_people import Teams, place

from sightline.standards import standard

Row = dict[str, Any]


def qa05(
    lists: dict[str, list[Row]], on: date, settings: Any
) -> Iterator[tuple[Row, tuple[int, int]]]:
    for titled in standard("annex_a").tables:
        for row in lists.get(f"annex_a.{titled.key}", []):
            filled = needed = 0
            for column in titled.columns:
                if column.required and not column.optional:
                    needed += 1
                    filled += row.get(column.name) is not None
            yield {"_team": row.get("allocated_team")}, (filled, needed)


def qa06(lists: dict[str, list[Row]], on: date, settings: Any) -> Iterator[tuple[Row, bool]]:
    wrong = places(lists["errors.annex_a"])
    for titled in standard("annex_a").tables:
        key = f"annex_a.{titled.key}"
        for row in lists.get(key, []):
            yield {"_team": row.get("allocated_team")}, (key, *place(row)) in wrong


def qa06_ssd(lists: dict[str, list[Row]], on: date, settings: Any) -> Iterator[tuple[Row, bool]]:
    wrong = places(lists["errors.ssd"])
    teams = Teams(lists, on)
    for titled in standard("ssd").tables:
        key, child = f"ssd.{titled.key}", titled.child_column()
        for row in lists.get(key, []):
            who = row.get(child.name) if child else None
            yield teams.child(who), (key, *place(row)) in wrong


def places(rows: list[Row]) -> set[tuple[Any, ...]]:
    return {(row["list"], *place(row)) for row in rows}


PLAIN = {
    ("QA05", "annex_a_rows"): qa05,
    ("QA06", "annex_a_rows"): qa06,
    ("QA06", "ssd_rows"): qa06_ssd,
}
