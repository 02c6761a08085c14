"""Lists of children: all, overdue, due, with a signal; each says its order, and has filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sightline.web.figures.forms import ChildFilter
from sightline.web.figures.rows_behind import child_link, where
from sightline.web.figures.scope import choices, mine, teams_of, workers_of
from sightline.web.look.filters import day

if TYPE_CHECKING:
    from django.http import HttpRequest

    from sightline.packs.published.model import Child, Paged, Sign, Step
    from sightline.packs.published.read import Published

SIZE = 50
Rows = Callable[[int, int], "Paged[Any]"]


@dataclass(frozen=True)
class Kind:
    """A list of children: its words, in which order it stands, and what it means to be empty."""

    key: str
    title: str
    order: str
    empty: str
    head: tuple[str, ...]
    cells: Callable[[Any], list[Any]]
    numbers: tuple[int, ...] = ()


def _child(row: Child) -> list[Any]:
    return [child_link(row.ref, row.child_id), row.age, row.team, row.worker,
            row.open_as or "nothing open", row.late_for or "nothing",
            row.days_late, day(row.last_seen_on)]  # fmt: skip


def _step(row: Step) -> list[Any]:
    return [child_link(row.ref, row.child_id), row.age, row.team, row.worker, row.waits_for,
            day(row.due), abs(row.days_late), where(row)]  # fmt: skip


def _sign(row: Sign) -> list[Any]:
    return [child_link(row.ref, row.child_id), row.age, row.team, row.worker, row.title,
            day(row.since), row.days, row.because, where(row)]  # fmt: skip


_WHO = ("Child", "Age", "Team", "Worker")
KINDS = {
    kind.key: kind
    for kind in (
        Kind("all", "All", "Those with something overdue come first, the longest overdue at the "
             "top; then by identifier.", "No child is open to the teams that you chose.",
             (*_WHO, "Open as", "Overdue for", "Days overdue", "Last seen"), _child, (6,)),
        Kind("overdue", "Overdue", "The longest overdue come first.",
             "Nothing is overdue for the children that you chose.",
             (*_WHO, "Waits for", "Was due", "Days overdue", "File, sheet and row"),
             _step, (6,)),
        Kind("due", "Due soon", "What is due first comes first.",
             "Nothing comes due for the children that you chose.",
             (*_WHO, "Waits for", "Due by", "Days left", "File, sheet and row"),
             _step, (6,)),
        Kind("signals", "Signals", "What has gone on longest comes first. A signal is a reason to "
             "look, and no score.", "No signal is raised for the children that you chose.",
             (*_WHO, "Signal", "Since", "Days", "Why", "File, sheet and row"), _sign, (6,)),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Listing:
    """A list as it is asked for: its kind, its filter, and its rows."""

    kind: Kind
    form: ChildFilter
    rows: Rows
    loaded: bool

    def page(self, number: int) -> Paged[Any]:
        """A page of it."""
        return self.rows(number, SIZE)

    def every(self, size: int = 1_000) -> Iterator[Any]:
        """All of it, a page at a time."""
        number, last = 1, 1
        while number <= last:
            found = self.rows(number, size)
            yield from found.rows
            number, last = number + 1, found.pages


def listing(request: HttpRequest, found: Published, kind: Kind) -> Listing:
    """What an address asks for, within a person's scope."""
    person: Any = request.user
    team = request.GET.get("team", "")
    form = ChildFilter(request.GET, choices=_choices(person, found, kind, team))
    whose = mine(person.scope, form.asked("team"), form.asked("worker"))
    rows = _rows(found, kind, form, whose.asked)
    return Listing(kind, form, rows, _loaded(found, kind))


def _choices(person: Any, found: Published, kind: Kind, team: str) -> dict[str, Any]:
    teams = teams_of(person.scope, found)
    only = teams[0] if len(teams) == 1 else team if team in teams else ""
    steps = [(tally.deadline, tally.title) for tally, _ in found.tallies()]
    signs = [(one["key"], one["title"]) for one in found.sign_counts() if one["count"]]
    return {
        "team": choices(teams, "Every team of yours") if len(teams) > 1 else [],
        "worker": choices(workers_of(found, only), "Everybody") if only else [],
        "deadline": [("", "Any"), *steps] if kind.key in ("overdue", "due") else [],
        "signal": [("", "Any"), *signs] if kind.key == "signals" else [],
        "opened": [("", "Yes"), ("no", "No: closed"), ("any", "Either")]
        if kind.key == "all"
        else [],
    }


def _rows(found: Published, kind: Kind, form: ChildFilter, whose: dict[str, Any]) -> Rows:
    if kind.key == "signals":
        signal = form.asked("signal") or None
        return lambda page, size: found.signs(signal=signal, page=page, size=size, **whose)
    if kind.key in ("overdue", "due"):
        step = form.asked("deadline") or None
        return lambda page, size: found.steps(
            kind.key, deadline=step, page=page, size=size, **whose
        )
    is_open = {"": True, "no": False}.get(form.asked("opened"))
    return lambda page, size: found.children(is_open=is_open, page=page, size=size, **whose)


def _loaded(found: Published, kind: Kind) -> bool:
    """Whether the lists that were loaded allow it: none overdue is not the same as no data."""
    if kind.key == "all":
        return found.said.children > 0
    return bool(found.sign_counts() if kind.key == "signals" else found.tallies())


def table(kind: Kind, rows: Paged[Any]) -> dict[str, Any]:
    """A page of a list as a table."""
    first = (rows.page - 1) * rows.size
    shown = f"{first + 1:,} to {first + len(rows.rows):,} of {rows.total:,}"
    return {
        "caption": f"{kind.title}: {shown}",
        "head": list(kind.head),
        "rows": [kind.cells(row) for row in rows.rows],
        "numbers": kind.numbers,
    }


def line(kind: Kind, row: Any) -> list[Any]:
    """A row for a download: the child by its identifier."""
    return [row.child_id, *kind.cells(row)[1:]]
