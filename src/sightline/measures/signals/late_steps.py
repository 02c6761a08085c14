"""The signal of late steps: the last two of a child's that had a day to be done by were late."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

from sightline.measures.data import Data
from sightline.measures.deadlines.declare import Deadline
from sightline.measures.deadlines.library import all_deadlines
from sightline.measures.deadlines.steps import step_rows, unavailable
from sightline.measures.groups import NOT_SAID
from sightline.measures.settings import Settings
from sightline.measures.signals.raised import FROM, WHO, Sign
from sightline.measures.signals.words import on

if TYPE_CHECKING:
    import ibis.expr.types as ir

KEY, TITLE = "late-steps", "Two steps in a row late"
THEME = "drift-delay"
MEANS = (
    "One late step may have its reason. Where the next is late too, the plan may stand still. "
    "Steps are those of every deadline that the data show; one that is not done yet, and past its "
    "day, is late."
)


def late_steps(data: Data, settings: Settings) -> list[Sign]:
    """Children whose last two steps were late, or are, the longest first."""
    able = [d for d in all_deadlines() if not unavailable(d, data, settings)]
    if not able:
        return []
    every = reduce(lambda a, b: a.union(b), [_steps(data, d, settings) for d in able])
    assert data.lists is not None
    found = data.lists.run(_last_two_late(every)).to_pylist()
    return sorted((_sign(row, data) for row in found), key=lambda s: (-s.days, s.child_id))


def _steps(data: Data, deadline: Deadline, settings: Settings) -> ir.Table:
    """A deadline's steps that can be judged: who, what, due and done."""
    import ibis

    rows = step_rows(data, deadline, settings)
    rows = rows.filter((rows.due < data.as_at) | (rows.done <= data.as_at))
    done = (rows.done <= data.as_at).fill_null(False).ifelse(rows.done, None)
    return rows.select(
        *WHO, *FROM, "due", done=done,
        late=(done > rows.due).fill_null(True) & (rows.due < data.as_at),
        title=ibis.literal(deadline.title),
    )  # fmt: skip


def _last_two_late(every: ir.Table) -> ir.Table:
    import ibis

    last_first = [every.due.desc(), every.title.desc(), every._row.desc()]
    latest = ibis.row_number().over(group_by=[every.child_id], order_by=last_first)
    before = {"group_by": ["child_id"], "order_by": ["due", "title", "_row"]}
    table = every.mutate(
        latest=latest,
        late_before=every.late.lag().over(**before),
        due_before=every.due.lag().over(**before),
        done_before=every.done.lag().over(**before),
        title_before=every.title.lag().over(**before),
    )
    return table.filter(table.latest == 0, table.late, table.late_before.fill_null(False))


def _sign(row: dict[str, Any], data: Data) -> Sign:
    first = _one(row["title_before"], row["due_before"], row["done_before"])
    second = _one(row["title"], row["due"], row["done"])
    return Sign(
        KEY,
        TITLE,
        row["child_id"] or NOT_SAID,
        row["team"] or NOT_SAID,
        row["worker"] or NOT_SAID,
        row["age"],
        row["due_before"],
        (data.as_at - row["due_before"]).days,
        f"{first}; then {second[0].lower()}{second[1:]}.",
        *(row[name] for name in FROM),
    )


def _one(title: str, due: Any, done: Any) -> str:
    if done is None:
        return f"{title} due on {on(due)}, not done"
    days = (done - due).days
    return f"{title} due on {on(due)}, done {days} day{'' if days == 1 else 's'} late"
