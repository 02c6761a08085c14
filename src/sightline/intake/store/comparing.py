"""Comparing two snapshots: which children appeared or vanished, and what changed of the others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from sightline.intake.store.differing import Differing, connected
from sightline.intake.store.matching import Match, match_for
from sightline.intake.store.snapshot import Snapshot
from sightline.kit.problems import UserError


class Change(NamedTuple):
    """One difference. A blank cell is "".

    ``what`` is "appeared" or "vanished" (a child who was not, or is no longer, in the list),
    "added" or "removed" (a row of a child who is in both: ``column`` names what the row is
    known by, and ``before`` or ``after`` is its value), or "changed" (one cell).
    """

    list: str
    what: str
    child_id: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class ListSummary:
    """What a comparison found in one list. ``changed`` counts children, ``cells`` cells.

    Rows without a child's identifier cannot be matched and are only counted. Columns that are in
    one of the two snapshots alone are not compared.
    """

    list: str
    matched_on: tuple[str, ...]
    rows_before: int
    rows_after: int
    children_before: int
    children_after: int
    without_id_before: int
    without_id_after: int
    appeared: int
    vanished: int
    added: int
    removed: int
    changed: int
    cells: int
    columns_only_before: tuple[str, ...]
    columns_only_after: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """The differences between two snapshots of an authority.

    ``only_before`` and ``only_after`` are lists that one of them lacks; ``not_about_children``
    are in both and cannot be compared by child.
    """

    before: str
    after: str
    rows: list[Change]
    lists: list[ListSummary]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    not_about_children: tuple[str, ...]


def compare(before: Snapshot, after: Snapshot, ignore: Collection[str] = ()) -> Comparison:
    """The differences, list by list; columns named in ``ignore`` are left out."""
    if before.slug != after.slug:
        raise UserError(
            f"Snapshot {before.id} is of {before.manifest.authority}, and {after.id} of "
            f"{after.manifest.authority}. Choose two of one authority."
        )
    old, new = set(before.keys), set(after.keys)
    matched = {key: match_for(key) for key in sorted(old & new)}
    compared = [_list(key, match, before, after, ignore) for key, match in matched.items() if match]
    return Comparison(
        before=before.id,
        after=after.id,
        rows=[change for rows, _ in compared for change in rows],
        lists=[summary for _, summary in compared],
        only_before=tuple(sorted(old - new)),
        only_after=tuple(sorted(new - old)),
        not_about_children=tuple(key for key, match in matched.items() if not match),
    )


def _list(
    key: str, match: Match, before: Snapshot, after: Snapshot, ignore: Collection[str]
) -> tuple[list[Change], ListSummary]:
    with connected() as connection:
        tables = before.table(key), after.table(key)
        differing = Differing(connection, tables, match, ignore)
        rows = [Change(key, *row) for row in differing.rows()]
        return rows, _summary(key, differing, rows)


def _summary(key: str, differing: Differing, rows: list[Change]) -> ListSummary:
    before, after = differing.counted("before"), differing.counted("after")
    several = dict.fromkeys(("appeared", "vanished", "added", "removed", "changed"), 0)
    for row in rows:
        several[row.what] += 1
    return ListSummary(
        list=key,
        matched_on=differing.match.columns,
        rows_before=before.rows,
        rows_after=after.rows,
        children_before=before.children,
        children_after=after.children,
        without_id_before=before.without_id,
        without_id_after=after.without_id,
        appeared=several["appeared"],
        vanished=several["vanished"],
        added=several["added"],
        removed=several["removed"],
        changed=len({row.child_id for row in rows if row.what == "changed"}),
        cells=several["changed"],
        columns_only_before=differing.only_before,
        columns_only_after=differing.only_after,
    )
