"""What was checked, set beside the last load, and kept as a snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from sightline import __version__
from sightline.intake.checking import Checked
from sightline.intake.fitness import fitness
from sightline.intake.reconcile import open_counts, reconcile
from sightline.intake.rules import all_rules
from sightline.intake.since_last import compare_with_last
from sightline.intake.store import Saved, Snapshot, Store


@dataclass(frozen=True)
class Kept:
    """A load that is kept, and how its counts of children compare, in sentences."""

    saved: Saved
    sentences: list[str]


def keep(store: Store, checked: Checked, authority: str) -> Kept:
    """Keep what was checked as a snapshot of that day, with what only shows beside the last load.

    The sentences set open children beside the last load, and Annex A beside the SSD.
    """
    last = last_before(store, authority, checked.as_at)
    before = {} if last is None else {key: last.table(key) for key in last.keys}
    issues = checked.issues
    if last is not None:
        more = compare_with_last(checked.tables, before, checked.as_at, last.manifest.as_at)
        issues = pa.concat_tables([issues, more])
    now = open_counts(checked.tables, checked.as_at)
    then = [] if last is None else open_counts(before, last.manifest.as_at)
    sentences = [row.sentence for row in reconcile(now, then)]
    saved = store.save(
        authority,
        checked.as_at,
        checked.tables,
        issues,
        checked.files,
        {**_summary(checked), "counts": sentences},
        f"Sightline {__version__}",
    )
    return Kept(saved, sentences)


def last_before(store: Store, authority: str, day: date) -> Snapshot | None:
    """An authority's newest load of an earlier day."""
    rows = [r for r in store.list(authority) if r.current and not r.problem and r.as_at < day]
    return store.open(max(rows, key=lambda row: row.as_at).id) if rows else None


def _summary(checked: Checked) -> dict[str, Any]:
    """What is kept beside the lists; a rule that could not be asked is not among those run."""
    not_run = {one.rule for one in checked.not_checked}
    return {
        "lists": checked.summary(),
        "fitness": list(fitness(checked.lists)),
        "not_checked": [one._asdict() for one in checked.not_checked],
        "rules": [one.id for one in all_rules() if one.id not in not_run],
    }
