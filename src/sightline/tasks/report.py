"""What ``sightline report`` does: asks the measures, and writes the report in each form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sightline import __version__
from sightline.kit.problems import UserError
from sightline.tasks.measures import Asking

if TYPE_CHECKING:
    from sightline.measures.data import Data
    from sightline.measures.figure import Figure
    from sightline.packs.practice.gather import Compare
    from sightline.packs.practice.model import Report

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
    from sightline.measures.figures import chosen
    from sightline.measures.library import all_measures
    from sightline.measures.trend import trend_of_load
    from sightline.packs.practice.gather import Told, gather
    from sightline.packs.practice.sharing import shared

    settings = asking.settings()
    with _opened(asking) as (data, snapshot, authority):
        measures = chosen(data, all_measures())
        if snapshot:
            history, loads = _history(asking, months)
        else:
            whole = trend_of_load(data, measures, settings, 6)
            parts = trend_of_load(data, measures, settings, 6, "team")
            history, loads = [*whole, *(f for f in parts if f.by)], [data.as_at]
        told = Told(
            authority or "Your authority", made_on, f"sightline {__version__}", snapshot,
            tuple(loads), history, _compare(asking, authority),
        )  # fmt: skip
        made = gather(data, settings, told)
    for mode in modes:
        yield made if mode == made.mode else shared(made, settings)


@contextmanager
def _opened(asking: Asking) -> Iterator[tuple[Data, str, str]]:
    if asking.files:
        with asking.opened("report") as data:
            yield data, "", asking.authority
        return
    found = asking.found()
    with asking.snapshot_open(found, "report") as data:
        yield data, found.id, found.manifest.authority


def _history(asking: Asking, months: int) -> tuple[list[Figure], list[date]]:
    """Figures of each load before, of all and by team; and the days of the loads.

    Each load is asked in a process beside the others: most of the time goes into the queries.
    """
    from sightline.kit.progress import progress
    from sightline.kit.workers import Lost, spread

    days = [snapshot.manifest.as_at for snapshot in asking.earlier(months)]
    ids = [snapshot.id for snapshot in asking.earlier(months)]
    items = list(zip(ids, [None, *days[:-1]]))
    asked = spread(partial(_of_load, asking), items, None if asking.engine is None else 1, _SECONDS)
    found: list[Figure] = []
    for item, figures in progress(asked, len(items), "loads"):
        # A load whose process was killed is asked here, where an error is told.
        found += _of_load(asking, item) if isinstance(figures, Lost) else figures
    return found, days


def _of_load(asking: Asking, item: tuple[str, date | None]) -> list[Figure]:
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
    from sightline.benchmarks.compare import compare
    from sightline.tasks.benchmarks import store

    kept = store(asking.folder)
    if not authority or not kept.loaded():
        return None

    def asked(indicator: str) -> object:
        try:
            return compare(kept, authority, indicator)
        except UserError:  # an authority that is not in the register has nobody to stand beside
            return None

    return asked  # type: ignore[return-value]


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
