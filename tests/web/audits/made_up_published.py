"""A published file in small: made-up children of four teams, with what pages of audits ask of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sightline.packs.published.model import Child, OfChild, Paged, Row

TEAMS = ("North", "South", "East", "West")
PLANS = ("Child in need", "Child protection plan", "In care")


class Said:
    """What the file is."""

    as_at, snapshot = date(2026, 10, 31), "2026-10-31-aaaaaaaaaaaa"


class Summary:
    """A measure in a line."""

    id, slug, title, headline, look_at = "AS02", "in-time", "Assessments in time", "80%", "not met"


class MadeUp:
    """Children c001, c002 …, each with the reference r001, r002 … and the worker "Worker 0" to 7.

    The first child has two assessments, one of them not met; the second has one that is met.
    """

    said = Said()

    def __init__(self, count: int = 120) -> None:
        self.all = [
            Child(f"r{n:03}", f"c{n:03}", TEAMS[n % 4], f"Worker {n % 8}", n % 18,
                  PLANS[n % 3], None, "", None)
            for n in range(1, count + 1)
        ]  # fmt: skip
        self.behind = [
            self._row("r001", "met", 4), self._row("r001", "not met", 5),
            self._row("r002", "met", 6),
        ]  # fmt: skip

    def _row(self, ref: str, answer: str, row: int) -> Row:
        child = next(c for c in self.all if c.ref == ref)
        return Row("AS02", ref, child.child_id, child.team, child.worker, child.age, answer, None,
                   {}, "annex_a.assessments", "annex.xlsx", "List 4", row, "", None, None)  # fmt: skip

    def children(self, page: int = 1, size: int = 50, **said: Any) -> Paged[Child]:
        """Every child, a page at a time."""
        first = (page - 1) * size
        return Paged(self.all[first : first + size], len(self.all), page, size)

    def rows(self, measure: str, answer: str = "", page: int = 1, size: int = 50) -> Paged[Row]:
        """The rows behind a measure."""
        found = [r for r in self.behind if r.measure == measure and r.answer == answer]
        return Paged(found, len(found), page, size)

    def signs(self, signal: str = "", page: int = 1, size: int = 50) -> Paged[Any]:
        """No signals."""
        return Paged([], 0, page, size)

    def child(self, ref: str) -> Child | None:
        """A child by reference."""
        return next((c for c in self.all if c.ref == ref), None)

    def of_child(self, child_id: str) -> OfChild | None:
        """What there is of a child."""
        child = next((c for c in self.all if c.child_id == child_id), None)
        return OfChild(child, [r for r in self.behind if r.ref == child.ref]) if child else None

    def summary(self, measure: str) -> Any:
        """A measure by id."""
        return Summary() if measure in ("AS02", "in-time") else None

    def indicators(self, theme: str | None = None, area: str | None = None) -> list[Any]:
        """Every measure."""
        return [Summary()]

    def answers(self, measure: str) -> dict[str, int]:
        """How many rows have each answer."""
        return {"met": 2, "not met": 1}

    def sign_counts(self) -> list[dict[str, Any]]:
        """No signals."""
        return []
