"""A deadline's figures: on time, overdue, still to come, and days taken, by group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.measures.data import Data
from sightline.measures.deadlines.declare import Deadline
from sightline.measures.deadlines.steps import shows_when_done, step_rows
from sightline.measures.groups import ALL, GROUPINGS, label, place
from sightline.measures.settings import Settings
from sightline.measures.sums import GROUP, with_group


@dataclass(frozen=True)
class Tally:
    """What became of the steps of a deadline, of all or of one group.

    ``on_time`` of ``judged`` were done by their day; ``judged`` are those done in the window, and
    those overdue now, so that one which never happens counts against. Where the list shows the
    latest alone, as of visits, ``judged`` are all who are open, and ``on_time`` those not overdue.
    ``overdue`` are not done and past their day, the longest by ``longest`` days; ``to_come`` are
    not done and have time. ``days`` is the median from start to done, of those done in the window.
    """

    deadline: str
    title: str
    group: str
    on_time: int
    judged: int
    overdue: int
    to_come: int
    longest: int
    days: float | None

    @property
    def share(self) -> float | None:
        """The part on time, None where nothing is to be judged."""
        return self.on_time / self.judged if self.judged else None


def tallies(
    data: Data, deadline: Deadline, settings: Settings, window: tuple[date, date], by: str = ""
) -> list[Tally]:
    """The tallies of a deadline, of all or of each group; what is done by when it was done."""
    grouping = GROUPINGS[by] if by else None
    rows = with_group(step_rows(data, deadline, settings), grouping)
    done = rows.done.notnull() & (rows.done <= data.as_at)
    finished = done & rows.done.between(*window)
    late = ~done & (rows.due < data.as_at)
    parts: dict[str, Any] = {
        "on_time": (finished & (rows.done <= rows.due)).sum(),
        "finished": finished.sum(),
        "overdue": late.sum(),
        "to_come": (~done & (rows.due >= data.as_at)).sum(),
        "first": rows.due.min(where=late),
        "days": finished.ifelse(rows.done.delta(rows.since, unit="day"), None).median(),
    }
    query = rows.group_by(GROUP).agg(**parts) if grouping else rows.agg(**parts)
    assert data.lists is not None
    found = [_tally(deadline, row, data, grouping) for row in data.lists.run(query).to_pylist()]
    order = grouping.order if grouping else ()
    return sorted(found, key=lambda tally: place(order, tally.group))


def _tally(deadline: Deadline, row: dict[str, Any], data: Data, grouping: Any) -> Tally:
    codes = "" if grouping is None or grouping.by_group else grouping.codes
    overdue, to_come = row["overdue"] or 0, row["to_come"] or 0
    on_time, judged = row["on_time"] or 0, (row["finished"] or 0) + overdue
    if not shows_when_done(deadline):
        on_time, judged = to_come, to_come + overdue
    return Tally(
        deadline.key,
        deadline.title,
        label(codes, False, row[GROUP]) if grouping else ALL,
        on_time,
        judged,
        overdue,
        to_come,
        (data.as_at - row["first"]).days if row["first"] else 0,
        row["days"],
    )
