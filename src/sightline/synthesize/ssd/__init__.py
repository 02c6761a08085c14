"""The tables of the SSD of a made-up authority, with their history, as at a day."""

from __future__ import annotations

from datetime import date

from sightline.standards import standard
from sightline.synthesize.ssd import (
    care,
    care_life,
    front_door,
    leaving,
    need,
    people,
    protection,
    workforce,
)
from sightline.synthesize.view import Row, View
from sightline.synthesize.world import World

_TABLES = {
    **people.TABLES,
    **front_door.TABLES,
    **need.TABLES,
    **protection.TABLES,
    **care.TABLES,
    **care_life.TABLES,
    **leaving.TABLES,
    **workforce.TABLES,
}


def ssd_rows(world: World, as_at: date) -> dict[str, list[Row]]:
    """The rows of each table, by its key, as they were known at a day.

    Tables that no system fills yet are empty. Codes are codes, dates are dates, None is blank.
    """
    view = View(world, as_at)
    rows: dict[str, list[Row]] = {table.key: [] for table in standard("ssd").tables}
    for key, make in _TABLES.items():
        rows[key] = make(view)
    return rows
