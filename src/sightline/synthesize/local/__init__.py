"""The local lists of a made-up authority, as at a day."""

from __future__ import annotations

from datetime import date

from sightline.standards import standard
from sightline.synthesize.local import (
    court,
    education,
    families,
    meetings,
    midpoints,
    missing,
    private_fostering,
    supervision,
    workforce,
)
from sightline.synthesize.view import Row, View
from sightline.synthesize.world import World

_LISTS = {
    **supervision.LISTS,
    **education.LISTS,
    **court.LISTS,
    **meetings.LISTS,
    **midpoints.LISTS,
    **families.LISTS,
    **missing.LISTS,
    **private_fostering.LISTS,
    **workforce.LISTS,
}


def local_rows(world: World, as_at: date) -> dict[str, list[Row]]:
    """The rows of each local list, by its key, as they were known at a day."""
    view = View(world, as_at)
    rows: dict[str, list[Row]] = {table.key: [] for table in standard("local").tables}
    for key, make in _LISTS.items():
        rows[key] = make(view)
    return rows
