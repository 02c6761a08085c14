"""The store of snapshots: data as it was loaded, kept whole, never edited, deleted on the record.

One folder for each authority, and in it one for each snapshot::

    leeds/2026-10-31-0123456789ab/manifest.json
                                  lists/annex_a.contacts.parquet
                                  issues.parquet
                                  sources/Annex A.xlsx

A folder is read-only and private to the user. What is hidden is not a snapshot: it is being
written, or being deleted. Beside the authorities are the records ``deletions.jsonl`` and
``reads.jsonl``, which tell of snapshots and never of a child.
"""

from sightline.intake.store.comparing import Change, Comparison, ListSummary
from sightline.intake.store.listing import Listed
from sightline.intake.store.manifest import Entry, Manifest, ManifestError
from sightline.intake.store.saving import Saved
from sightline.intake.store.snapshot import Snapshot
from sightline.intake.store.store import Store
from sightline.intake.store.trend import TrendRow

__all__ = [
    "Change",
    "Comparison",
    "Entry",
    "ListSummary",
    "Listed",
    "Manifest",
    "ManifestError",
    "Saved",
    "Snapshot",
    "Store",
    "TrendRow",
]
