"""How issues have come and gone: by rule and list, over an authority's snapshots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sightline.intake.store.snapshot import Snapshot

if TYPE_CHECKING:
    import pyarrow as pa

RULES_RUN = "rules"
_ROW = ["file", "sheet", "row"]
_Found = dict[tuple[str, str], tuple[int, int]]


@dataclass(frozen=True)
class TrendRow:
    """A rule's issues in one list of one snapshot.

    ``issues`` counts them, and ``rows_with_issue`` the rows that have one or more. ``rows`` are
    all rows of the list; None for an issue that is about no list of the snapshot.
    """

    as_at: date
    snapshot: str
    rule: str
    list: str
    issues: int
    rows_with_issue: int
    rows: int | None

    @property
    def share(self) -> float | None:
        """The part of the list's rows that have an issue; None where there are no rows."""
        return self.rows_with_issue / self.rows if self.rows else None


def trend(snapshots: Sequence[Snapshot]) -> list[TrendRow]:
    """A row for each snapshot, and each rule and list for which it is known.

    A rule that found nothing counts as nought if it was run: if the summary's "rules" name it,
    or, for a load that does not say, if the same Sightline found something by it at another
    time. Else there is no row, since not having looked is not being clean.
    """
    found = [_found(one.issues()) for one in snapshots]
    pairs = sorted({pair for one in found for pair in one})
    by_version = _found_by_version(snapshots, found)
    rows: list[TrendRow] = []
    for snapshot, counts in zip(snapshots, found):
        run = _rules_run(snapshot, by_version)
        lists = _rows_by_list(snapshot)
        for rule, name in pairs:
            if (rule, name) in counts or (rule in run and (name in lists or not name)):
                rows.append(_row(snapshot, rule, name, counts, lists))
    return rows


def _row(
    snapshot: Snapshot, rule: str, name: str, counts: _Found, lists: Mapping[str, int]
) -> TrendRow:
    issues, with_issue = counts.get((rule, name), (0, 0))
    as_at = snapshot.manifest.as_at
    return TrendRow(as_at, snapshot.id, rule, name, issues, with_issue, lists.get(name))


def _found(issues: pa.Table) -> _Found:
    """By rule and list: how many issues, and how many rows they are on."""
    by_row = issues.group_by(["rule", "list", *_ROW]).aggregate([([], "count_all")])
    by_rule = by_row.append_column("on_row", _is_on_a_row(by_row)).group_by(["rule", "list"])
    said = by_rule.aggregate([("count_all", "sum"), ("on_row", "sum")]).to_pylist()
    return {(r["rule"], r["list"] or ""): (r["count_all_sum"], r["on_row_sum"]) for r in said}


def _is_on_a_row(table: pa.Table) -> pa.ChunkedArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.is_valid(table["row"]).cast(pa.int64())


def _found_by_version(
    snapshots: Sequence[Snapshot], found: Iterable[_Found]
) -> dict[str, set[str]]:
    rules: dict[str, set[str]] = {}
    for snapshot, counts in zip(snapshots, found):
        rules.setdefault(snapshot.manifest.made_with, set()).update(rule for rule, _ in counts)
    return rules


def _rules_run(snapshot: Snapshot, by_version: Mapping[str, set[str]]) -> set[str]:
    said = snapshot.manifest.summary.get(RULES_RUN)
    return by_version[snapshot.manifest.made_with] if said is None else set(said)


def _rows_by_list(snapshot: Snapshot) -> dict[str, int]:
    """How many rows each list has, under its key with and without the standard's."""
    full = {key: entry.rows or 0 for key, entry in snapshot.manifest.tables.items()}
    return {key.partition(".")[2]: rows for key, rows in full.items()} | full
