"""What the verbs about figures do: the catalogue, figures, trends, and the children behind them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sightline.kit.problems import UserError
from sightline.workspace import workspace

if TYPE_CHECKING:
    from sightline.intake.store import Snapshot
    from sightline.measures.data import Data
    from sightline.measures.declare import Measure
    from sightline.measures.figure import Figure
    from sightline.measures.settings import Settings

Row = dict[str, Any]
WINDOWS = {0: "as at the day", 6: "6 months", 12: "12 months"}


@dataclass(frozen=True)
class Asking:
    """Which data are asked, on which engine, with which settings."""

    folder: str | None
    snapshot: str | None
    files: tuple[str, ...]
    as_at: date | None
    authority: str
    engine: str | None
    changed: tuple[str, ...]

    @classmethod
    def of(cls, options: argparse.Namespace) -> Asking:
        """As the command was given it. Raises ``UserError`` for files without their day."""
        files = tuple(options.file or ())
        if files and options.snapshot:
            raise UserError("Give --file or --snapshot, not both.")
        if files and options.as_at is None:
            raise UserError("Which day do the files show? Give --as-at DATE: it is never assumed.")
        return cls(
            options.workspace,
            options.snapshot,
            files,
            options.as_at,
            options.authority,
            options.engine,
            tuple(options.set),
        )

    def settings(self) -> Settings:
        """What the authority has set, and what is set for this run."""
        from sightline.measures.settings import FILE, changed, read_settings

        return changed(read_settings(workspace(self.folder).root / FILE), list(self.changed))

    @contextmanager
    def opened(self, what: str) -> Iterator[Data]:
        """The data, open. That a snapshot was read, and for what, is kept."""
        if self.files:
            with self._files() as data:
                yield data
            return
        with self.snapshot_open(self.found(), what) as data:
            yield data

    @contextmanager
    def snapshot_open(self, snapshot: Snapshot, what: str) -> Iterator[Data]:
        """A snapshot, open. That it was read, and for what, is kept."""
        from sightline.engines import Limits, engine
        from sightline.measures.opening import open_snapshot
        from sightline.tasks.intake_annex_a import local_words
        from sightline.tasks.snapshots import store

        store(self.folder).log_read(snapshot.id, what)
        words = local_words(self.folder, snapshot.manifest.authority)
        with open_snapshot(snapshot, engine(self.engine, Limits()), words) as data:
            yield data

    def found(self) -> Snapshot:
        """The snapshot that is meant."""
        from sightline.tasks.snapshots import store

        return store(self.folder).find(self.snapshot or "latest")

    def earlier(self, count: int) -> list[Snapshot]:
        """The last snapshots of the authority, the first first, one for each day."""
        from sightline.tasks.snapshots import store

        kept, last = store(self.folder), self.found()
        rows = [r for r in kept.list(last.manifest.authority) if r.current and not r.problem]
        mine = [r for r in rows if r.as_at <= last.manifest.as_at]
        return [kept.find(r.id) for r in mine[-count:]]

    @contextmanager
    def _files(self) -> Iterator[Data]:
        from sightline.engines import engine
        from sightline.measures.errors_found import errors_found
        from sightline.measures.opening import open_tables
        from sightline.tasks import intake
        from sightline.tasks.intake_annex_a import local_words

        assert self.as_at is not None
        checked = intake.check(self.files, self.as_at, None, self.authority or None, self.folder)
        if checked.unusable:
            first = checked.issues["message"][0].as_py() if len(checked.issues) else ""
            raise UserError(f"No file holds a list that can be measured. {first}")
        words = local_words(self.folder, self.authority)
        found = errors_found(lambda: checked.issues, checked.tables)
        with open_tables(
            checked.tables, self.as_at, engine(self.engine), self.authority, words, found
        ) as data:
            yield data


def named(ids: Sequence[str], every: bool) -> list[Measure]:
    """The measures asked for. Raises ``UserError`` where none is, or where one is not known."""
    from sightline.measures.library import all_measures, measures_named

    if every:
        return list(all_measures())
    if not ids:
        raise UserError("Which measure? Give ids (AS02 CP11), or --all. See sightline measures.")
    return [measure for text in ids for measure in measures_named(text)]


def catalogue(theme: str | None) -> Iterator[Row]:
    """A row for each measure."""
    from sightline.measures.columns_used import columns_used
    from sightline.measures.declare import BETTER
    from sightline.measures.library import all_measures
    from sightline.measures.timescales import TIMESCALES

    for one in all_measures():
        if theme and one.theme != theme:
            continue
        needs = sorted({f"{u.list}.{u.column}" for u in columns_used(one)})
        yield {
            "measure": one.id,
            "slug": one.slug,
            "title": one.title,
            "better": BETTER[one.better],
            "window": WINDOWS[one.window],
            "theme": one.theme,
            "needs": needs,
            "numerator": one.numerator,
            "denominator": one.denominator,
            "source": one.source,
            "timescale": str(TIMESCALES[one.timescale]) if one.timescale else "",
            "leaves_out": one.leaves_out,
            "proxy": one.proxy,
            "setting": one.setting,
        }


def figure_rows(
    asking: Asking, measures: Sequence[Measure], by: str, trend: int | None, sharing: bool
) -> Iterator[Row]:
    """Figures as rows: of now, or of the last months; with small numbers hidden for sharing."""
    found = trend_figures(asking, measures, by, trend) if trend else now(asking, measures, by)
    if sharing:
        from sightline.measures.small_numbers import for_sharing

        found = for_sharing(found, asking.settings().share_below)
    return map(row_of, found)


def now(asking: Asking, measures: Sequence[Measure], by: str) -> list[Figure]:
    """The figures of the data asked for, and of each group after those of all."""
    from sightline.measures.figures import figures

    settings = asking.settings()
    with asking.opened("measure") as data:
        whole = figures(data, measures, settings)
        if not by:
            return whole
        parts = figures(data, measures, settings, by)
    return _together(whole, [f for f in parts if f.by])


def trend_figures(asking: Asking, measures: Sequence[Measure], by: str, count: int) -> list[Figure]:
    """The figures of the last months: from load to load, or from one load by months."""
    from sightline.measures.trend import month_of_load, trend_of_load

    settings = asking.settings()
    if asking.files:
        with asking.opened("trend") as data:
            return _in_order(measures, trend_of_load(data, measures, settings, count, by))
    found: list[Figure] = []
    before = None
    for snapshot in asking.earlier(count):
        with asking.snapshot_open(snapshot, "trend") as data:
            found += month_of_load(data, measures, settings, before, by)
            before = data.as_at
    return _in_order(measures, found)


def _in_order(measures: Iterable[Measure], found: list[Figure]) -> list[Figure]:
    place = {m.id: n for n, m in enumerate(measures)}
    return sorted(found, key=lambda f: (place[f.measure], f.end))


def _together(whole: list[Figure], parts: list[Figure]) -> list[Figure]:
    made: list[Figure] = []
    for key in dict.fromkeys(f.measure for f in whole):
        made += [f for f in whole if f.measure == key]
        made += [f for f in parts if f.measure == key]
    return made


def row_of(figure: Figure) -> Row:
    """A figure as a row of the command's columns."""
    return {
        "measure": figure.measure,
        "title": figure.title,
        "window_start": figure.start.isoformat(),
        "window_end": figure.end.isoformat(),
        "group": ": ".join(filter(None, (figure.group, figure.category))),
        "numerator": "c" if figure.hidden else _number(figure.numerator),
        "denominator": "c" if figure.hidden else _number(figure.denominator),
        "value": "c" if figure.hidden else _number(_printed(figure)),
        "unit": figure.unit,
        "better": figure.better,
        "excluded": figure.excluded,
        "note": figure.note,
    }


def _printed(figure: Figure) -> float | None:
    """The value in its unit: a part of a whole as so many in a hundred."""
    return figure.value * 100 if figure.value is not None and figure.unit == "%" else figure.value


def _number(value: float | None) -> float | int | None:
    """A whole number as one, and others to six places, which is more than any page shows."""
    if value is None:
        return None
    return int(value) if value == int(value) else round(value, 6)


def children_rows(
    asking: Asking, name: str, only: str | None, by: str, group: str
) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The columns, and a row for each row behind a figure."""
    from sightline.measures.children import children
    from sightline.measures.library import measures_named

    if bool(by) != bool(group):
        raise UserError("Give --by and --group together: --by team --group 'Assessment North'.")
    settings = asking.settings()
    with asking.opened("children") as data:
        try:
            measure, found = children(data, measures_named(name), settings, None, by, group)
        except ValueError as error:
            raise UserError(f"{name}: {error}") from error
    shown = measure.roll.shown
    columns = (
        *("measure", "child_id", "team", "worker", "age", "answer", "value"),
        *shown,
        *("list", "file", "sheet", "row"),
    )
    rows = (
        {
            "measure": measure.id,
            **{name: getattr(one, name) for name in (*columns[1:7], *columns[-4:])},
            **one.shown,
        }
        for one in found
        if only in (None, one.answer)
    )
    return columns, rows
