"""The rows behind a figure: which a person sees, filters in the address, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from sightline.measures.groups import GROUPINGS
from sightline.web.figures.forms import RowFilter
from sightline.web.figures.scope import Mine, choices, mine, teams_of
from sightline.web.look.filters import day

if TYPE_CHECKING:
    from django.http import HttpRequest

    from sightline.packs.published.model import Paged, Row, Summary
    from sightline.packs.published.read import Published

SIZE = 50
_DIVIDES = ":"
LINES = ("Child", "Age", "Team", "Worker", "Answer", "Value", "What it rests on", "Overdue for",
         "Days overdue", "Last seen", "List", "File", "Sheet", "Row")  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """Which rows behind which measure are asked for."""

    found: Published
    measure: str
    form: RowFilter
    whose: Mine
    everybody: bool

    @property
    def _filters(self) -> dict[str, Any]:
        by, _, group = self.form.asked("by").partition(_DIVIDES)
        return {"answer": self.form.asked("answer") or None, "by": by, "group": group}

    def page(self, number: int, size: int = SIZE) -> Paged[Row]:
        """A page of the rows that the person sees."""
        return self.found.rows(
            self.measure, page=number, size=size, **self.whose.asked, **self._filters
        )

    def outside(self) -> int:
        """How many rows the same filters keep of children whom the person does not see."""
        team = self.form.asked("team")
        if team:
            return 0
        every = self.found.rows(self.measure, page=1, size=1, **self._filters).total
        return every - self.page(1, 1).total

    def every(self, size: int = 1_000) -> Iterator[Row]:
        """All the rows that the person sees, a page at a time."""
        number, last = 1, 1
        while number <= last:
            rows = self.page(number, size)
            yield from rows.rows
            number, last = number + 1, rows.pages


def asked_of(request: HttpRequest, found: Published, one: Summary) -> Asked:
    """What an address asks for, within a person's scope."""
    person: Any = request.user
    form = RowFilter(
        request.GET,
        choices={
            "answer": choices(list(found.answers(one.id)), "Any"),
            "team": choices(teams_of(person.scope, found), "Every team of yours"),
            "by": list(_groups(found, one.id)),
        },
    )
    scope = person.scope
    everybody = scope.teams is None and scope.worker is None
    return Asked(found, one.id, form, mine(scope, form.asked("team")), everybody)


def _groups(found: Published, measure: str) -> Iterator[tuple[str, str]]:
    """The groups of the breakdowns as choices: "Age: 5 to 9"."""
    named = dict.fromkeys(
        (f.by, f.group) for f in found.figures(measure) if f.by not in ("", "team")
    )
    if named:
        yield "", "Every group"
    for by, group in named:
        yield f"{by}{_DIVIDES}{group}", f"{GROUPINGS[by].title}: {group}"


def table(one: Summary, rows: Paged[Row]) -> dict[str, Any]:
    """A page of rows as a table, each child a link and each row with where it came from."""
    shown = list(rows.rows[0].shown) if rows.rows else []
    valued = any(row.value is not None for row in rows.rows)
    head = ["Child", "Age", "Team", "Worker", "Answer", *(["Value"] if valued else []),
            *map(heading, shown), "File, sheet and row"]  # fmt: skip
    first = (rows.page - 1) * rows.size
    caption = f"{one.title}: rows {first + 1:,} to {first + len(rows.rows):,} of {rows.total:,}"
    return {
        "caption": caption,
        "head": head,
        "rows": [_cells(row, shown, valued) for row in rows.rows],
    }


def _cells(row: Row, shown: Sequence[str], valued: bool) -> list[Any]:
    return [
        child_link(row.ref, row.child_id), row.age, row.team, row.worker, row.answer,
        *([plain(row.value)] if valued else []),
        *(plain(row.shown.get(name)) for name in shown),
        where(row),
    ]  # fmt: skip


def line(row: Row) -> list[Any]:
    """A row for a download."""
    rests = "; ".join(f"{heading(k)}: {plain(v)}" for k, v in row.shown.items() if v is not None)
    return [
        row.child_id, row.age, row.team, row.worker, row.answer, row.value, rests, row.late_for,
        row.days_late, row.last_seen_on, row.list, row.file, row.sheet, row.row,
    ]  # fmt: skip


def child_link(ref: str, child_id: str) -> Any:
    """A child's identifier as a link to its page; alone where the row names no child."""
    return (reverse("child", args=(ref,)), child_id) if ref else child_id


def where(row: Any) -> str:
    """Where a row stands in the files that were loaded."""
    told = "" if row.file.rpartition(".")[0] == row.sheet else row.sheet
    named = ", ".join(part for part in (row.file, told) if part)
    return f"{named}, row {row.row:,}" if row.row else named


def heading(column: str) -> str:
    """A column's name as a heading: "started_on" is "Started on"."""
    words = column.strip("_").replace("_", " ")
    return words[:1].upper() + words[1:]


def plain(value: Any) -> str:
    """A value as people write it: dates in words, yes and no, a dash for nothing."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, float):
        return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
