"""Reading a data set of Explore Education Statistics: one column for each figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from sightline.benchmarks import marks, periods, read_csv, tidy
from sightline.benchmarks.areas import area_of
from sightline.benchmarks.declare import DataSet, breakdown, data_sets, figures
from sightline.kit.problems import Problem, UserError

NEEDED = ("time_period", "geographic_level")
_PLACE = ("geographic_level", "region_name", "old_la_code", "new_la_code", "la_name")
# Columns that say when and where: neither a filter nor a figure. Vintages have more or fewer.
_KNOWN = frozenset(
    (
        *("time_period", "time_identifier", "geographic_level", "country_code", "country_name"),
        *("region_code", "region_name", "old_la_code", "new_la_code", "la_name", "la_code"),
        *("lad_code", "lad_name", "pcon_code", "pcon_name", "version", "number_of_las"),
    )
)
_TOTALS = ("total", "all", "totals")
_YEARS = re.compile(r"_?\d{4}(_to_\d{4})?$")


def is_ees(headings: Sequence[str]) -> bool:
    """Whether headings are those of a file of Explore Education Statistics."""
    return set(NEEDED) <= {h.lower() for h in headings}


def slug_of(stem: str) -> str:
    """The slug of a file's data set: the declared one of that name, else the name without years."""
    found = next((one for one in data_sets() if one.named(stem)), None)
    plain = re.sub(r"[^a-z0-9]+", "-", _YEARS.sub("", stem.lower())).strip("-")
    return found.slug if found else plain or "data"


def read(path: Path, slug: str | None = None) -> tidy.Read:
    """A file's values, tidied. ``slug`` says which data set it is; else its name does.

    Raises ``UserError`` where it is no such file at all; what is wrong in part is a problem, and
    the rest is there.
    """
    rows = read_csv.read(path)
    columns = {name.lower(): column for name, column in rows.columns.items()}
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise UserError(
            f"{path.name}, row 1: there is no column {' or '.join(missing)}. Download the data set "
            "as CSV from Explore Education Statistics."
        )
    if not len(rows.rows):
        raise UserError(f"{path.name}: there are headings, and no rows below them.")
    kept = slug or slug_of(path.stem)
    declared = next((one for one in data_sets() if one.slug == kept), None)
    return _Reading(path.name, kept, declared, columns, rows).result()


@dataclass
class _Reading:
    file: str
    slug: str
    declared: DataSet | None
    columns: dict[str, pa.Array]
    rows: read_csv.Rows

    def result(self) -> tidy.Read:
        problems = list(self.rows.problems)
        shared, keep = self._shared(problems)
        filters, figure_columns = self._kinds(problems)
        parted = self._breakdown(filters)
        numbers = self.rows.rows.filter(keep)
        tables = []
        for name, shown in figure_columns.items():
            cells = self.columns[name].filter(keep)
            value, status = tidy.values_of(cells)
            problems += tidy.unknown_marks(self.file, shown, cells, status, numbers)
            own = {"indicator": shown, "value": value, "status": status, "row": numbers}
            tables.append(tidy.made({**shared, **own, "breakdown": parted.filter(keep)}))
        whole, repeats = tidy.without_repeats(self.file, tidy.together(tables))
        return tidy.Read(self.slug, whole, problems + repeats)

    def _column(self, name: str) -> pa.Array:
        blank = pa.repeat(pa.scalar(""), len(self.rows.rows))
        return self.columns.get(name, blank)

    def _shared(self, problems: list[Problem]) -> tuple[dict[str, pa.Array], pa.Array]:
        """Where and when each row is of, for the rows that are kept; and which those are."""
        place = tidy.joined([self._place(name) for name in _PLACE])

        def part(index: int) -> pa.Array:
            return tidy.each(place, lambda t: _area(t, index))

        when = tidy.joined([self._column("time_period"), self._column("time_identifier")])
        period = tidy.each(when, lambda t: periods.period_of(*t.split("\x1f")))
        dated = pc.not_equal(period, "")
        level = part(0)
        known = pc.is_valid(level)
        problems += self._undated(dated) + self._left_out(known)
        keep = pc.and_(known, dated)
        shared = {"level": level, "area": part(1), "name": part(2), "region": part(3)}
        shared = {name: column.filter(keep) for name, column in shared.items()}
        shared["period"] = period.filter(keep)
        shared["year"] = tidy.each(shared["period"], periods.year_of, pa.int16())
        return shared, keep

    def _place(self, name: str) -> pa.Array:
        if name == "old_la_code" and name not in self.columns:
            return self._column("la_code")
        return self._column(name)

    def _undated(self, dated: pa.Array) -> list[Problem]:
        wrong = pc.invert(dated)
        if not (count := pc.sum(wrong).as_py()):
            return []
        row = self.rows.rows.filter(wrong)[0].as_py()
        text = self.columns["time_period"].filter(wrong)[0].as_py()
        return [
            Problem(
                "no_period",
                f"{self.file}, column time_period: {count:,} rows have no year (row {row}: "
                f"“{text}”).",
                "They were left out. Correct them and load the file again.",
            )
        ]

    def _left_out(self, known: pa.Array) -> list[Problem]:
        other = pc.invert(known)
        if not (count := pc.sum(other).as_py()):
            return []
        levels = sorted(set(self.columns["geographic_level"].filter(other).to_pylist()))
        return [
            Problem(
                "other_levels",
                f"{self.file}: {count:,} rows are of other areas ({', '.join(levels[:6])}).",
                "They were left out: authorities, regions and England are kept.",
            )
        ]

    def _kinds(self, problems: list[Problem]) -> tuple[list[str], dict[str, str]]:
        """The columns that part the rows, and those of figures with the names they are kept by.

        A column of figures holds nothing but figures and marks. Where a data set is declared its
        filters and its columns are known.
        """
        named = self._declared_columns()
        filters = [f for f in (self.declared.filters if self.declared else ()) if f in self.columns]
        others = [n for n in self.columns if n not in _KNOWN and n not in filters]
        figure_columns = {}
        for name in others:
            if name in named or all(map(marks.is_figure_or_mark, self._different(name))):
                figure_columns[name] = named.get(name, self._as_printed(name))
            elif len(self._different(name)) > 1:
                filters.append(name)
        problems += self._absent(filters)
        return filters, figure_columns

    def _different(self, name: str) -> list[str]:
        return self.columns[name].unique().to_pylist()

    def _as_printed(self, name: str) -> str:
        return next(n for n in self.rows.columns if n.lower() == name)

    def _declared_columns(self) -> dict[str, str]:
        """The columns of declared figures as this file names them, with the declared name."""
        plain = {re.sub(r"[^a-z0-9]+", "_", name): name for name in self.columns}
        found = {}
        for one in figures():
            if one.data_set is not self.declared:
                continue
            for name in (one.column, *one.also):
                here = plain.get(re.sub(r"[^a-z0-9]+", "_", name.lower()))
                if here:
                    found[here] = one.column
        return found

    def _absent(self, filters: list[str]) -> list[Problem]:
        if self.declared is None:
            return []
        wanted = {f.column for f in figures() if f.data_set is self.declared}
        have = set(self._declared_columns().values())
        gone = sorted(wanted - have) + [f for f in self.declared.filters if f not in filters]
        if not gone:
            return []
        return [
            Problem(
                "column_missing",
                f"{self.file}, row 1: there is no column {', '.join(gone)}; the columns are "
                f"{', '.join(n for n in self.columns if n not in _KNOWN)}.",
                "What stands on it cannot be compared; the rest was loaded. See whether the "
                "department has renamed the column.",
            )
        ]

    def _breakdown(self, filters: list[str]) -> pa.Array:
        """The values of the filters in one text; totals of undeclared filters are left away."""
        if not filters:
            return tidy.each(self._column(""), str)
        own = set(self.declared.filters if self.declared else ())

        def text(cells: str) -> str:
            pairs = dict(zip(filters, cells.split("\x1f")))
            kept = {n: v for n, v in pairs.items() if n in own or v.lower() not in _TOTALS}
            return breakdown(kept)

        return tidy.each(tidy.joined([self.columns[f] for f in filters]), text)


def _area(text: str, index: int) -> str | None:
    level, region, code, ons_code, name = text.split("\x1f")
    found = area_of(level, region, code, ons_code, name)
    return found[index] if found else None
