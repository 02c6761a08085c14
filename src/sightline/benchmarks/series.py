"""A series: every published value of one measure, by area and period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sightline.benchmarks import marks
from sightline.benchmarks.areas import AUTHORITY, is_of
from sightline.benchmarks.comparison import YearValue
from sightline.benchmarks.measures import Measure
from sightline.benchmarks.store import Loaded, Store
from sightline.kit.calendar import long_date

Row = dict[str, Any]


@dataclass(frozen=True)
class Series:
    """The values of a measure. An area is known by a key: its code, or its region's name."""

    measure: Measure
    rows: tuple[Row, ...]
    loaded: Loaded | None

    @classmethod
    def read(cls, store: Store, measure: Measure) -> Series:
        """The values that the store has of a measure; none where it has none."""
        rows = store.series(measure.data_set, measure.column, measure.breakdown)
        return cls(measure, tuple(rows), store.loaded().get(measure.data_set))

    @cached_property
    def _by_area(self) -> dict[tuple[str, str], dict[str, Row]]:
        found: dict[tuple[str, str], dict[str, Row]] = {}
        for row in self.rows:
            found.setdefault((row["level"], row["area"]), {})[row["period"]] = row
        return found

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """The periods for which authorities have rows, the oldest first."""
        pairs = {(r["year"], r["period"]) for r in self.rows if r["level"] == AUTHORITY}
        return tuple(period for _, period in sorted(pairs))

    def newer_than(self, other: Series) -> bool:
        """Whether its last period is after that of another series."""
        return self.periods[-1:] > other.periods[-1:]

    def area(self, level: str, code: str) -> str | None:
        """The key of an area, or None where there is none.

        An authority that has no row of its own is found in that of two which return together.
        """
        if (level, code) in self._by_area:
            return code
        joint = (key for its, key in self._by_area if its == level == AUTHORITY)
        return next((key for key in joint if is_of(key, code)), None)

    def _rows(self, key: str) -> dict[str, Row]:
        return next(rows for (_, area), rows in self._by_area.items() if area == key)

    def years(self, key: str) -> list[YearValue]:
        """An area's figures, one for each period of the series."""
        rows = self._rows(key)
        return [_value(period, rows.get(period)) for period in self.periods]

    def name_of(self, key: str | None) -> str:
        """An area's name as the file has it last."""
        return str(list(self._rows(key).values())[-1]["name"]) if key else ""

    def region_of(self, key: str) -> str:
        """The region in which the file has an authority."""
        return str(max(self._rows(key).values(), key=lambda r: r["year"])["region"])

    def latest_values(self) -> list[float]:
        """The figures of the authorities that have one in the last period."""
        last = self.periods[-1]
        found = (
            rows[last]["value"]
            for (level, _), rows in self._by_area.items()
            if level == AUTHORITY and last in rows
        )
        return [value for value in found if value is not None]

    def source(self, key: str) -> str:
        """Where an area's latest value stands: publisher, file, row, and when it was loaded."""
        row = self._rows(key).get(self.periods[-1]) or {}
        if self.loaded is None:
            return self.measure.source
        where = f"{self.loaded.file}, row {row['row']:,}" if row else self.loaded.file
        joint = f" One figure for {self.name_of(key)} together." if " / " in key else ""
        day = long_date(date.fromisoformat(self.loaded.loaded_on))
        return f"{self.measure.source} ({where}; loaded {day}).{joint}"


def _value(period: str, row: Row | None) -> YearValue:
    if row is None:
        return YearValue(period, None, marks.ABSENT)
    return YearValue(period, row["value"], row["status"])
