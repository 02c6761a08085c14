"""The demonstration's data: a made-up authority, month after month, loaded, checked and shown."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.kit.calendar import add_months
from sightline.workspace import Workspace

if TYPE_CHECKING:
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
REPORTS = {
    "working": ("practice.html", "practice.xlsx"),
    "sharing": ("practice-sharing.html", "practice-sharing.pdf"),
}
"""The files of the report on practice, by what they are for."""
Rows = dict[str, list[dict[str, Any]]]
_LONG, _ONE_IN = 1_000, 20
_SECONDS = 300


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
        with tempfile.TemporaryDirectory() as folder:
            _load_all(store, _world(children, as_at), missing, Path(folder), see)
    latest = store.find(f"{AUTHORITY}@{as_at.isoformat()}")
    page = data_page(latest, store.trend(AUTHORITY), days, "The children are made up.")
    crumbs = [("National picture", "index.html")]
    path = out / "site" / PAGE
    path.parent.mkdir(parents=True, exist_ok=True)
    html = render(
        "data.html",
        page["title"],
        as_at,
        "",
        crumbs,
        [("Data", PAGE), ("Practice", REPORTS["working"][0])],
        page=page,
    )
    path.write_text(html, encoding="utf-8")
    return path


def _month_end(as_at: date, back: int) -> date:
    return add_months(as_at, -back)


def _world(children: int, until: date) -> World:
    from sightline.synthesize.world import world

    return world(children, until, SEED, STORIES)


def _load_all(store: Store, made: World, days: list[date], folder: Path, see: Watch) -> None:
    """Make the files of each month in processes beside this one, and load them here, in order."""
    from sightline.kit.workers import Lost, spread

    made_up = spread(partial(_files, made, folder), days, None, _SECONDS)
    for day, files in see(made_up, len(days), "Loading months"):
        # A month whose process was killed is made here, where an error is told.
        given = _files(made, folder, day) if isinstance(files, Lost) else files
        _load(store, made.authority, day, given)
        shutil.rmtree(folder / day.isoformat())  # what is loaded is kept with the snapshot


def _load(store: Store, authority: str, day: date, files: list[Path]) -> None:
    """One month, as an authority would load it."""
    from sightline.intake.checking import check_files
    from sightline.intake.loading import keep

    keep(store, check_files(files, day, own_names=(authority,)), authority)


def _files(made: World, folder: Path, day: date) -> list[Path]:
    """The lists of a day as an authority would give them, errors and all."""
    from sightline.synthesize.annex_a import annex_a_rows
    from sightline.synthesize.dirt import plant
    from sightline.synthesize.local import local_rows
    from sightline.synthesize.write import write_csvs

    files: list[Path] = []
    annex_a, local = annex_a_rows(made, day), local_rows(made, day)
    plant(annex_a, "annex_a", day, DIRT, SEED, text_only=True)
    _plant_local(local, day)
    for standard, rows in (("annex_a", annex_a), ("local", local)):
        into = folder / day.isoformat() / standard
        write_csvs(rows, standard, into)
        files += sorted(into.iterdir())
    return files


def _plant_local(rows: Rows, day: date) -> None:
    """Errors in the local lists; in long ones in some of the rows, at a higher rate.

    There each row stands alone, so that as many errors come of it. To look at every row for each
    kind of error took most of a month's time.
    """
    from sightline.synthesize.dirt import plant

    some = {key: held[::_ONE_IN] for key, held in rows.items() if len(held) > _LONG}
    looked_at = {key: len(held) for key, held in some.items()}
    short = {key: [] if key in some else held for key, held in rows.items()}
    plant(short, "local", day, DIRT, SEED, text_only=True)
    long = {key: some.get(key, []) for key in rows}
    plant(long, "local", day, DIRT * _ONE_IN, SEED, text_only=True)
    for key, held in some.items():
        rows[key] += held[looked_at[key] :]  # rows that were put in twice
