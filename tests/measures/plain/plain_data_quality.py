"""Plain answers for the measures of the data themselves: loops over cells, and no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

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


PLAIN = {("QA05", "annex_a_rows"): qa05}
