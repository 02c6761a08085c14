"""Deleting a snapshot: said first, then done, then said to be done; what was stopped is finished.

Every function here but ``deletions`` needs the store's lock to be held.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from sightline.intake.store import durable
from sightline.intake.store.manifest import ID, MANIFEST, ManifestError
from sightline.intake.store.records import Record, add_record, now, read_records
from sightline.intake.store.snapshot import Snapshot

RECORD = "deletions.jsonl"
_PREFIX = ".deleted-"
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")


def deletions(root: Path) -> Iterator[Record]:
    """The record of deletions: an "intended" and a "done" for each, in order."""
    return read_records(root / RECORD)


def delete(root: Path, snapshot: Snapshot, reason: str, by: str) -> None:
    """Delete a snapshot. Its record tells of the snapshot, and of no child."""
    add_record(root / RECORD, _intended(snapshot, reason, by))
    durable.reached("deletion recorded")
    _remove(root, snapshot.slug, snapshot.id)
    _say_done(root, snapshot.slug, snapshot.id)


def finish(root: Path) -> None:
    """Finish the deletions that were begun and not done."""
    for slug, snapshot_id in _unfinished(root):
        _remove(root, slug, snapshot_id)
        _say_done(root, slug, snapshot_id)


def _unfinished(root: Path) -> list[tuple[str, str]]:
    begun: dict[tuple[str, str], None] = {}
    for record in deletions(root):
        what = (str(record.get("folder")), str(record.get("id")))
        if record.get("what") == "done":
            begun.pop(what, None)
        elif _SLUG.fullmatch(what[0]) and ID.fullmatch(what[1]):  # no other path is ever removed
            begun[what] = None
    return list(begun)


def _remove(root: Path, slug: str, snapshot_id: str) -> None:
    """Hide it with one rename, then take it away, with what an earlier try left hidden."""
    authority = root / slug
    place = authority / snapshot_id
    if place.exists():
        place.rename(authority / f"{_PREFIX}{snapshot_id}-{secrets.token_hex(4)}")
        durable.reached("deletion hidden")
        durable.sync_folder(authority)
    for folder in authority.glob(f"{_PREFIX}{snapshot_id}-*"):
        durable.remove_tree(folder)
    durable.reached("deletion made")
    if authority.exists():
        durable.sync_folder(authority)


def _say_done(root: Path, slug: str, snapshot_id: str) -> None:
    done = {"what": "done", "id": snapshot_id, "folder": slug, "at": now().isoformat()}
    add_record(root / RECORD, done)
    durable.reached("deletion done")


def _intended(snapshot: Snapshot, reason: str, by: str) -> Record:
    try:
        authority, urn = snapshot.manifest.authority, snapshot.manifest.urn
        as_at = snapshot.manifest.as_at.isoformat()
    except ManifestError:  # a damaged snapshot can be deleted too
        authority, urn, as_at = "", "", snapshot.id[: len("2026-10-31")]
    manifest = snapshot.path / MANIFEST
    return {
        "what": "intended",
        "id": snapshot.id,
        "folder": snapshot.slug,
        "authority": authority,
        "urn": urn,
        "as_at": as_at,
        "manifest_sha256": durable.hash_file(manifest) if manifest.is_file() else "",
        "at": now().isoformat(),
        "by": by,
        "reason": reason,
    }
