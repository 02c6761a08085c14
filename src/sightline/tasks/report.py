"""What ``sightline report`` does: asks the measures, and writes the report in each form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline import __version__
from sightline.kit.problems import UserError
from sightline.kit.progress import progress
from sightline.tasks.measures import Asking
from sightline.workspace import workspace

if TYPE_CHECKING:
    from sightline.benchmarks.comparison import Comparison
    from sightline.measures.data import Data
    from sightline.measures.figure import Figure
    from sightline.measures.settings import Settings
    from sightline.packs.practice.gather import Compare
    from sightline.packs.practice.model import Report

Watch = Callable[[Iterable[Any], int, str], Iterable[Any]]
"""Passes things on, and shows how many of them are done, of what."""
Item = tuple[str, date | None]
"""A snapshot, and the day of the load before it."""
MONTHS = 18
_SECONDS = 900


def report(asking: Asking, mode: str, made_on: date, months: int = MONTHS) -> Report:
    """The report of a snapshot or of files, with what there is of the months before."""
    return next(_reports(asking, (mode,), made_on, months))


def reports(asking: Asking, made_on: date, months: int = MONTHS) -> tuple[Report, Report]:
    """The report to work with, and the one to share, of the same figures."""
    working, sharing = _reports(asking, ("working", "sharing"), made_on, months)
    return working, sharing


def _reports(asking: Asking, modes: Sequence[str], made_on: date, months: int) -> Iterator[Report]:
    from sightline.packs.practice.sharing import shared

    with gathered(asking, made_on, months) as told:
        settings, made = told.settings, told.report
    for mode in modes:
        yield made if mode == made.mode else shared(made, settings)


@dataclass(frozen=True)
class Gathered:
    """The report to work with, and the data that it was asked of, still open."""

    report: Report
    data: Data
    settings: Settings


@contextmanager
def gathered(
    asking: Asking,
    made_on: date,
    months: int = MONTHS,
    what: str = "report",
    watch: Watch = progress,
) -> Iterator[Gathered]:
    """The report to work with, while the data are open. ``what`` is kept as the reason to read."""
    from sightline.packs.practice.gather import Told, gather

    settings = asking.settings()
    with _opened(asking, what) as (data, snapshot, authority):
        if snapshot:
            history, loads = _history(asking, months, settings, watch)
        else:
            history, loads = _of_files(data, settings), [data.as_at]
        told = Told(
            authority or "Your authority", made_on, f"sightline {__version__}", snapshot,
            tuple(loads), history, _compare(asking, authority),
        )  # fmt: skip
        yield Gathered(gather(data, settings, told), data, settings)


@contextmanager
def _opened(asking: Asking, what: str) -> Iterator[tuple[Data, str, str]]:
    if asking.files:
        with asking.opened(what) as data:
            yield data, "", asking.authority
        return
    found = asking.found()
    with asking.snapshot_open(found, what) as data:
        yield data, found.id, found.manifest.authority


def _of_files(data: Data, settings: Settings) -> list[Figure]:
    """What files tell of the months before, by their own dates."""
    from sightline.measures.figures import chosen
    from sightline.measures.library import all_measures
    from sightline.measures.trend import trend_of_load

    measures = chosen(data, all_measures())
    whole = trend_of_load(data, measures, settings, 6)
    parts = trend_of_load(data, measures, settings, 6, "team")
    return [*whole, *(f for f in parts if f.by)]


def _history(
    asking: Asking, months: int, settings: Settings, watch: Watch
) -> tuple[list[Figure], list[date]]:
    """Figures of each load before, of all and by team; and the days of the loads.

    A load is asked once: its figures are kept. Each is asked in a process beside the others: most
    of the time goes into the queries.
    """
    from sightline.kit.workers import Lost, spread
    from sightline.packs.published.history import keep_history, read_history

    earlier = asking.earlier(months)
    days = [snapshot.manifest.as_at for snapshot in earlier]
    items = [(one.id, day) for one, day in zip(earlier, [None, *days[:-1]])]
    kept = {item: _kept(asking, item, settings) for item in items}
    found = {item: read_history(path) for item, path in kept.items()}
    missing = [item for item in items if found[item] is None]
    jobs = None if asking.engine is None else 1
    asked = spread(partial(_of_load, asking), missing, jobs, _SECONDS)
    for item, figures in watch(asked, len(missing), "loads"):
        # A load whose process was killed is asked here, where an error is told.
        found[item] = _of_load(asking, item) if isinstance(figures, Lost) else figures
        keep_history(kept[item], found[item] or [])
    return [figure for item in items for figure in found[item] or ()], days


def _kept(asking: Asking, item: Item, settings: Settings) -> Path:
    """Where the figures of one load are kept, as long as nothing that they rest on changes."""
    from sightline.intake.annex_a_from_ssd import FILE
    from sightline.packs.published.basis import digest, hash_of, told_settings
    from sightline.packs.published.history import history_file

    name, before = item
    here = workspace(asking.folder)
    rests_on = {"before": before, "settings": told_settings(settings)}
    made_from = digest({**rests_on, "words": hash_of(here.root / FILE)})
    return history_file(here.published / "history", name, made_from)


def _of_load(asking: Asking, item: Item) -> list[Figure]:
    """The figures of one load since the one before, of all and by team."""
    from sightline.measures.answers import Mix, Share
    from sightline.measures.columns_used import answer_of
    from sightline.measures.declare import DOWN, UP
    from sightline.measures.figures import chosen
    from sightline.measures.library import all_measures
    from sightline.measures.trend import month_of_load
    from sightline.tasks.snapshots import store

    name, before = item
    settings = asking.settings()
    with asking.snapshot_open(store(asking.folder).find(name), "report") as data:
        plain = [m for m in all_measures() if not isinstance(answer_of(m), Mix)]
        # Of a team only what may stand out is asked: a share that is better one way.
        shares = [m for m in plain if isinstance(answer_of(m), Share) and m.better in (UP, DOWN)]
        return [
            figure
            for by, measures in (("", plain), ("team", shares))
            for figure in month_of_load(data, chosen(data, measures), settings, before, by)
            if figure.by == by and figure.unit
        ]


def _compare(asking: Asking, authority: str) -> Compare | None:
    """How the authority stands on a published figure, where statistics were loaded."""
    from sightline.benchmarks.compare import compare_parts
    from sightline.tasks.benchmarks import store

    kept = store(asking.folder)
    if not authority or not kept.loaded():
        return None

    def asked(indicator: str) -> list[Comparison]:
        try:
            return compare_parts(kept, authority, indicator)
        except UserError:  # an authority that is not in the register has nobody to stand beside
            return []

    return asked


def write(made: Report, targets: Sequence[str]) -> Iterator[str]:
    """Write the report to each file, by its ending; yields what to print."""
    from sightline.packs.practice.model import MODES

    writers = _writers()
    for path in map(Path, targets):
        if path.suffix.lower() not in writers:
            raise UserError(f"{path}: end the name in {', '.join(writers)}.")
    for path in map(Path, targets):
        path.parent.mkdir(parents=True, exist_ok=True)
        writers[path.suffix.lower()](made, path)
        yield f"{path} written: {len(made.indicators):,} measures. {MODES[made.mode]}"


def _writers() -> dict[str, Callable[[Report, Path], None]]:
    from sightline.packs.practice.write_html import write_html
    from sightline.packs.practice.write_pdf import write_pdf
    from sightline.packs.practice.write_xlsx import write_xlsx

    return {".html": write_html, ".pdf": write_pdf, ".xlsx": write_xlsx}
