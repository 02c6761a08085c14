"""Pathways put to data: the part still waiting by day, for all and for each team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.columns_used import Used, columns_in, everything_set
from sightline.measures.data import Data, declared
from sightline.measures.figures import needs
from sightline.measures.groups import ALL, GROUPINGS, label, place
from sightline.measures.pathways.declare import Pathway, Span
from sightline.measures.prepared import rows_of
from sightline.measures.settings import Settings
from sightline.measures.sums import GROUP, with_group
from sightline.measures.variation.survival import Comparison, Waits, compare_waits, waits


@dataclass(frozen=True)
class Curve:
    """How long those of a group wait. ``waiting`` and ``longest`` are of all who wait now, however
    long ago they set out; ``waits`` is of those who set out from ``since`` on."""

    pathway: str
    title: str
    group: str
    since: date
    waits: Waits
    waiting: int
    longest: int | None


@dataclass(frozen=True)
class Found:
    """The curves of a pathway, the one of all first, and whether the groups differ."""

    pathway: Pathway
    curves: tuple[Curve, ...]
    compared: Comparison | None


def curves(data: Data, pathway: Pathway, settings: Settings, by: str = "") -> Found:
    """The curves of a pathway; with ``by``, of each group too, and whether they differ."""
    grouping = GROUPINGS[by] if by else None
    asked = Asked.window(data.as_at, pathway.months, settings)
    rows, said = _said(pathway, data, asked)
    table = _spans(with_group(rows, grouping), said, data.as_at)
    names = [GROUP] if grouping else []
    assert data.lists is not None
    found = data.lists.run(table.select("start", "days", "ended", "left", *names)).to_pylist()
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        if grouping:
            codes = "" if grouping.by_group else grouping.codes
            groups[label(codes, False, row[GROUP])].append(row)
    order = grouping.order if grouping else ()
    named = sorted(groups, key=lambda name: place(order, name))
    made = [_curve(pathway, name, rows, asked.start)
            for name, rows in [(ALL, found), *((n, groups[n]) for n in named)]]  # fmt: skip
    compared = compare_waits({n: _lengths(groups[n], asked.start) for n in named}) if by else None
    return Found(pathway, tuple(made), compared)


def unavailable(pathway: Pathway, data: Data) -> str:
    """Why there are no curves: lists or columns that were not loaded."""
    absent = [Used(key, "") for key in pathway.roll.lists if key not in data]
    missing = [used for used in columns_of(pathway) if not data.has(*used)]
    return needs(absent or missing) if absent or missing else ""


@cache
def columns_of(pathway: Pathway) -> tuple[Used, ...]:
    """The columns without which a pathway cannot be followed."""
    asked = Asked.window(date(2026, 10, 31), pathway.months, everything_set())
    said = _said(pathway, declared(), asked)[1]
    return columns_in([said.of, said.start, said.end, said.left])


def _said(pathway: Pathway, data: Data, asked: Asked) -> tuple[Any, Span]:
    rows = rows_of(data, pathway.roll, asked)
    return rows, pathway.says(rows, asked)


def _spans(rows: Any, said: Span, as_at: date) -> Any:
    """Rows that set out by the day, with the days they have taken, and whether they arrived.

    One that ends before it starts is wrong in the data, and is left out.
    """
    import ibis

    today = ibis.literal(as_at)
    arrived = (said.end <= today).fill_null(False)
    left = said.left.fill_null(today) if said.left is not None else today
    until = arrived.ifelse(said.end, ibis.least(left, today))
    table = rows.mutate(_of=said.of.fill_null(False) & (said.start <= today), start=said.start,
                        days=until.delta(said.start, unit="day"), ended=arrived,
                        left=~arrived & (left < today))  # fmt: skip
    return table.filter(table._of, table.days >= 0)


def _curve(pathway: Pathway, name: str, rows: list[dict[str, Any]], since: date) -> Curve:
    waiting = [row["days"] for row in rows if not row["ended"] and not row["left"]]
    return Curve(
        pathway.key,
        pathway.title,
        name,
        since,
        waits(*_lengths(rows, since)),
        len(waiting),
        max(waiting, default=None),
    )


def _lengths(rows: list[dict[str, Any]], since: date) -> tuple[list[int], list[bool]]:
    recent = [row for row in rows if row["start"] >= since]
    return [row["days"] for row in recent], [row["ended"] for row in recent]


def in_words(curve: Curve) -> Iterator[str]:
    """A curve in sentences: the median with those who still wait, who waits now, the longest."""
    known, middle = curve.waits, curve.waits.median
    if middle.day is None:
        yield (
            f"{known.verdict}."
            if known.children < 10
            else (f"Fewer than half of {known.children:,} have arrived, so there is no median yet.")
        )
    else:
        when = f"within {middle.day:,} days" if middle.day else "on the same day"
        yield f"Half of {known.children:,} had arrived {when}."
    if curve.waiting:
        many = "1 is waiting" if curve.waiting == 1 else f"{curve.waiting:,} are waiting"
        longest = "" if curve.longest is None else f", the longest for {curve.longest:,} days"
        yield f"{many} now{longest}."
    else:
        yield "Nobody is waiting now."
