"""Which snapshots a rule of retention keeps, and which it lets go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline.intake.store.listing import Listed
from sightline.kit.calendar import add_months
from sightline.kit.problems import UserError


@dataclass(frozen=True)
class Retention:
    """What is kept: snapshots of the last months, the last days of each authority, or either."""

    keep_months: int | None = None
    keep_last: int | None = None

    def __post_init__(self) -> None:
        """Stop at a rule that keeps nothing, or says nothing."""
        if self.keep_months is None and self.keep_last is None:
            raise UserError("Say what to keep: a number of months, of the last snapshots, or both.")
        if any(n is not None and n < 1 for n in (self.keep_months, self.keep_last)):
            raise UserError(
                "A number of months or of snapshots to keep is 1 or more. To delete one snapshot "
                "use `sightline snapshots delete`."
            )

    def __str__(self) -> str:
        """The rule in words."""
        months = f"those of the last {self.keep_months} months" if self.keep_months else ""
        last = f"those of an authority's last {self.keep_last} days" if self.keep_last else ""
        return f"Retention keeps {' and '.join(part for part in (months, last) if part)}"

    def lets_go(self, rows: Sequence[Listed], today: date) -> list[Listed]:
        """The snapshots that no part of the rule keeps, the oldest first.

        A load that was corrected is kept as long as the day that it is of.
        """
        since = add_months(today, -self.keep_months) if self.keep_months else date.max
        last = self._last_days(rows)
        gone = [r for r in rows if r.as_at < since and (r.slug, r.as_at) not in last]
        return sorted(gone, key=lambda row: (row.as_at, row.slug, row.id))

    def _last_days(self, rows: Sequence[Listed]) -> set[tuple[str, date]]:
        if not self.keep_last:
            return set()
        days: dict[str, set[date]] = {}
        for row in rows:
            days.setdefault(row.slug, set()).add(row.as_at)
        return {(s, day) for s, all_ in days.items() for day in sorted(all_)[-self.keep_last :]}
