"""Counts of the same children set side by side: Annex A and the SSD, this load and the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.annex_a_from_ssd import open_children

# What is counted; in Annex A the list, the start and the end. By the SSD they are those whom the
# same lists would hold if they were made from it, so that like is set beside like.
_COUNTED: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("in need", "children_in_need", "cin_start_date", "cin_closure_date"),
    ("on child protection plans", "child_protection", "plan_start_date", "plan_end_date"),
    ("in care", "children_in_care", "cla_start_date", "cla_end_date"),
    ("care leavers", "care_leavers", None, None),
)


@dataclass(frozen=True)
class OpenCount:
    """The children that are open at a day by one source: how many, and who."""

    source: str
    what: str
    as_at: date
    children: frozenset[str] = field(repr=False)

    @property
    def count(self) -> int:
        """How many different children."""
        return len(self.children)


@dataclass(frozen=True)
class Reconciled:
    """Two counts of the same thing. Who is in one alone is kept for those who may see it."""

    what: str
    first: str
    first_count: int
    second: str
    second_count: int
    only_first: tuple[str, ...] = field(repr=False)
    only_second: tuple[str, ...] = field(repr=False)
    sentence: str = ""

    @property
    def difference(self) -> int:
        """The first less the second."""
        return self.first_count - self.second_count


def open_counts(tables: Mapping[str, pa.Table], as_at: date) -> list[OpenCount]:
    """Open children by source, Annex A first; ``tables`` by "standard.list".

    Open on a day: begun by then, and no end, or an end after it (SSD design notes, section 4). By
    the SSD a child who was only referred is not in need, and one who has only short breaks is not
    in care. A list or column that is not there is left out.
    """
    found = list(_by_annex_a(tables, as_at))
    if any(key.startswith("ssd.") for key in tables):
        by_ssd = open_children(tables, as_at)
        found += [
            OpenCount("the SSD", what, as_at, by_ssd[key])
            for what, key, _, _ in _COUNTED
            if key in by_ssd
        ]
    return found


def _by_annex_a(tables: Mapping[str, pa.Table], as_at: date) -> Iterator[OpenCount]:
    for what, key, start, end in _COUNTED:
        table = tables.get(f"annex_a.{key}")
        if table is None or {c for c in ("child_id", start, end) if c} - set(table.column_names):
            continue
        children = _open(table, "child_id", start, end, as_at)
        yield OpenCount("Annex A", what, as_at, frozenset(children))


def _open(table: pa.Table, child: str, start: str | None, end: str | None, as_at: date) -> set[str]:
    day = pa.scalar(as_at, pa.date32())
    chosen: Any = pc.is_valid(table[child])
    if start:
        begun = pc.less_equal(table[start].cast(pa.date32()), day)
        chosen = pc.and_(chosen, pc.fill_null(begun, True))
    if end:
        ended = pc.less_equal(table[end].cast(pa.date32()), day)
        chosen = pc.and_(chosen, pc.invert(pc.fill_null(ended, False)))
    return set(table[child].filter(chosen).to_pylist())


def reconcile(now: Sequence[OpenCount], before: Sequence[OpenCount]) -> list[Reconciled]:
    """Annex A beside the SSD in this load, then each source beside the last load."""
    return [*_sources(now), *_loads(now, before)]


def _sources(now: Sequence[OpenCount]) -> Iterator[Reconciled]:
    by = {(one.source, one.what): one for one in now}
    for one in now:
        other = by.get(("the SSD", one.what))
        if one.source == "Annex A" and other is not None:
            made = _beside(one, other, "in Annex A", "in the SSD")
            yield _said(
                made,
                f"{_people(one)} {_are(one.count)} {_kind(one)}in Annex A and {other.count:,} in "
                f"the SSD{_alone(made, 'in Annex A', 'in the SSD')}.",
            )


def _loads(now: Sequence[OpenCount], before: Sequence[OpenCount]) -> Iterator[Reconciled]:
    by = {(one.source, one.what): one for one in before}
    for one in now:
        last = by.get((one.source, one.what))
        if last is not None:
            made = _beside(one, last, "now", "last time")
            yield _said(
                made,
                f"{_people(one)} {_are(one.count)} {_kind(one)}in {one.source}, and {last.count:,} "
                f"{_were(last.count)} in the last load: {len(made.only_first):,} are new, and "
                f"{len(made.only_second):,} are no longer open.",
            )


def _beside(one: OpenCount, other: OpenCount, first: str, second: str) -> Reconciled:
    return Reconciled(
        one.what,
        first,
        one.count,
        second,
        other.count,
        tuple(sorted(one.children - other.children)),
        tuple(sorted(other.children - one.children)),
    )


def _said(made: Reconciled, sentence: str) -> Reconciled:
    return replace(made, sentence=sentence)


def _people(one: OpenCount) -> str:
    if one.what == "care leavers":
        return f"{one.count:,} care leaver{'' if one.count == 1 else 's'}"
    return f"{one.count:,} {'child' if one.count == 1 else 'children'}"


def _kind(one: OpenCount) -> str:
    return "" if one.what == "care leavers" else f"{one.what} "


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _alone(made: Reconciled, first: str, second: str) -> str:
    parts = [
        f"{len(children):,} only {where}"
        for children, where in ((made.only_first, first), (made.only_second, second))
        if children
    ]
    return ": " + ", ".join(parts) if parts else ", and they are the same children"
