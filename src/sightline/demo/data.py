"""The demonstration's data: a made-up authority, month after month, loaded, checked and shown."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.kit.calendar import add_months
from sightline.workspace import Workspace

if TYPE_CHECKING:
    from sightline.intake.checking import Checked
    from sightline.intake.store import Store
    from sightline.synthesize.world import World

Watch = Callable[[Iterable[Any], int, str], Iterable[Any]]
AS_AT = date(2026, 10, 31)
CHILDREN = 8_700
"""Children in the lists: about 3,000 of them are open to children's social care."""
MONTHS = 18
STORIES = ("drift", "practice_model", "health_catch_up")
SEED = 2026
DIRT = 0.002
"""Of the rows that could hold it, how many hold each kind of error."""
PAGE = "data.html"


def build_data(
    out: Path,
    children: int = CHILDREN,
    months: int = MONTHS,
    as_at: date = AS_AT,
    watch: Watch | None = None,
) -> Path:
    """Load a snapshot for each month into the workspace, and write the page of the latest.

    Stopped and run again, it makes only the months that are missing.
    """
    from sightline.intake.store import Store
    from sightline.packs.data_page import data_page
    from sightline.packs.write_html import render
    from sightline.synthesize.words import AUTHORITY

    see: Watch = watch or (lambda items, total, what: items)
    store = Store(Workspace(out / "workspace").made().snapshots)
    days = [_month_end(as_at, n) for n in reversed(range(months))]
    there = {row.as_at for row in store.list(AUTHORITY)}
    missing = [day for day in days if day not in there]
    if missing:
        made = _world(children, as_at)
        for day in see(missing, len(missing), "Loading months"):
            _load(store, made, day)
    latest = store.find(f"{AUTHORITY}@{as_at.isoformat()}")
    page = data_page(latest, store.trend(AUTHORITY), days, "The children are made up.")
    crumbs = [("National picture", "index.html")]
    path = out / "site" / PAGE
    path.parent.mkdir(parents=True, exist_ok=True)
    html = render("data.html", page["title"], as_at, "", crumbs, [("Data", PAGE)], page=page)
    path.write_text(html, encoding="utf-8")
    return path


def _month_end(as_at: date, back: int) -> date:
    return add_months(as_at, -back)


def _world(children: int, until: date) -> World:
    from sightline.synthesize.world import world

    return world(children, until, SEED, STORIES)


def _load(store: Store, made: World, day: date) -> None:
    """One month: lists written as an authority would give them, errors and all, and loaded."""
    from sightline.intake.loading import keep

    with tempfile.TemporaryDirectory() as folder:
        keep(store, _checked(made, day, Path(folder)), made.authority)


def _checked(made: World, day: date, folder: Path) -> Checked:
    from sightline.intake.checking import check_files
    from sightline.synthesize.annex_a import annex_a_rows
    from sightline.synthesize.dirt import plant
    from sightline.synthesize.local import local_rows
    from sightline.synthesize.write import write_csvs

    files: list[Path] = []
    for standard, rows in (
        ("annex_a", annex_a_rows(made, day)),
        ("local", local_rows(made, day)),
    ):
        plant(rows, standard, day, DIRT, SEED, text_only=True)
        into = folder / standard
        write_csvs(rows, standard, into)
        files += sorted(into.iterdir())
    return check_files(files, day, own_names=(made.authority,))
