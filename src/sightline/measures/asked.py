"""What is asked of a measure: as at which day, over which window, by which local standards."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sightline.kit.calendar import add_months
from sightline.measures.limits import Limit
from sightline.measures.settings import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

TODAY, SIX_MONTHS, TWELVE_MONTHS = 0, 6, 12


@dataclass(frozen=True)
class Asked:
    """A day, a window that ends on it, and settings.

    ``start`` and ``end`` are both in the window. Of a measure of one day, both are that day.
    """

    as_at: date
    start: date
    end: date
    settings: Settings = field(default_factory=Settings)

    @classmethod
    def window(cls, as_at: date, months: int, settings: Settings) -> Asked:
        """The window of so many months that ends on the snapshot date, both days included."""
        return cls(as_at, add_months(as_at, -months), as_at, settings)

    def between(self, start: date, end: date) -> Asked:
        """The same question of another window."""
        return replace(self, start=start, end=end)

    def within(self, day: Any) -> ir.BooleanValue:
        """Whether a date lies in the window."""
        return day.between(_literal(self.start), _literal(self.end))

    def is_open(self, start: Any, end: Any) -> ir.BooleanValue:
        """Whether something is open as at the day: begun, and not ended on it or before."""
        return (start <= self.today) & (end.isnull() | (end > self.today))

    @property
    def today(self) -> ir.DateScalar:
        """The snapshot date."""
        return _literal(self.as_at)

    def ago(self, length: Limit) -> ir.DateScalar:
        """The day that is so long before the snapshot date."""
        return _literal(length.before(self.as_at))

    def ahead(self, length: Limit) -> ir.DateScalar:
        """The day that is so long after the snapshot date."""
        return _literal(length.after(self.as_at))

    def older(self, start: Any, length: Limit) -> ir.BooleanValue:
        """Whether something began so long ago or longer."""
        return start <= _literal(length.gone_by(self.as_at))


def _literal(day: date) -> Any:
    import ibis

    return ibis.literal(day)
