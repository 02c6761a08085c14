"""The store itself: what can be asked of it, each a call to the module that does it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.intake.store import deletions
from sightline.intake.store.comparing import Comparison, compare
from sightline.intake.store.durable import make_folder
from sightline.intake.store.listing import Listed, found, listed
from sightline.intake.store.locks import holding
from sightline.intake.store.manifest import ID
from sightline.intake.store.partial import STORE_LOCK
from sightline.intake.store.records import Record, add_record, now, read_records, user
from sightline.intake.store.retaining import Retention
from sightline.intake.store.saving import Given, Saved, save
from sightline.intake.store.snapshot import Snapshot, all_snapshots
from sightline.intake.store.trend import TrendRow, trend
from sightline.intake.store.verifying import verify_all, verify_snapshot
from sightline.kit.problems import Problem, UserError

if TYPE_CHECKING:
    import pyarrow as pa

    Listing = list[Listed]  # inside the class, ``list`` is a method

READS = "reads.jsonl"


class Store:
    """The snapshots in a folder, which is made when the first one is saved."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def save(
        self,
        authority: str,
        as_at: date,
        tables: Mapping[str, pa.Table],
        issues: pa.Table,
        sources: Sequence[Path],
        summary: Mapping[str, Any],
        made_with: str,
    ) -> Saved:
        """Keep a load as a snapshot, all of it or nothing.

        ``tables`` are by "standard.list". The same data of the same files, read by the same
        Sightline (``made_with``) for the same day, is kept once: ``Saved.new`` is then False.
        Put the rules that were run under "rules" in the ``summary``, for :meth:`trend`. Raises
        ``UserError`` where there is no room, and where a file or the folder cannot be used.
        """
        return save(self.root, Given(authority, as_at, tables, issues, sources, summary, made_with))

    def list(self, authority: str | None = None) -> Listing:
        """The snapshots by authority, day and time of loading. Damaged ones are told of too."""
        return listed(self.root, authority)

    def find(self, text: str) -> Snapshot:
        """The snapshot that a person means.

        An id or the beginning of one; "latest"; an authority, for its latest; or
        "Leeds@2026-10-31", for the newest load of that day. Raises ``UserError`` where there is
        none, or more than one: then they are listed.
        """
        return found(self.root, text)

    def open(self, snapshot_id: str) -> Snapshot:
        """The snapshot with exactly that id; ``UserError`` where there is none."""
        for snapshot in all_snapshots(self.root):
            if snapshot.id == snapshot_id:
                return snapshot
        raise UserError(
            f"There is no snapshot {snapshot_id}. `sightline snapshots list` shows which there are."
        )

    def verify(self, snapshot_id: str | None = None) -> Sequence[Problem]:
        """What is not as it was loaded, in one snapshot or in all: nothing, if all is well."""
        if snapshot_id is None:
            return verify_all(self.root)
        return verify_snapshot(self.open(snapshot_id))

    def compare(self, before: str, after: str, ignore: Collection[str] = ()) -> Comparison:
        """What differs between two snapshots, each named as for :meth:`find`."""
        return compare(self.find(before), self.find(after), ignore)

    def delete(self, snapshot_id: str, reason: str, by: str = "") -> None:
        """Delete a snapshot for good, with a record of when, by whom and why.

        Stopped half-way, it is finished by the next save or deletion. ``by`` is the user of the
        system if it is left out. Say nothing of a child in the reason.
        """
        if not reason.strip():
            raise UserError("Say why the snapshot is deleted, with --reason. The reason is kept.")
        with self._changing():
            deletions.delete(self.root, self.open(snapshot_id), reason.strip(), by or user())

    def retain(
        self,
        keep_months: int | None = None,
        keep_last: int | None = None,
        authority: str | None = None,
        dry_run: bool = False,
        by: str = "",
        today: date | None = None,
    ) -> Listing:
        """Delete what is too old, and return it; with ``dry_run`` only return it.

        A snapshot stays if it is of the last ``keep_months`` months before today, or of the last
        ``keep_last`` days for which its authority has one.
        """
        rule = Retention(keep_months, keep_last)
        day = today or now().date()
        if dry_run:
            return rule.lets_go(self.list(authority), day)
        with self._changing():
            gone = rule.lets_go(self.list(authority), day)
            for row in gone:
                deletions.delete(self.root, self.open(row.id), f"{rule}.", by or user())
        return gone

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Hold the store's lock, and first finish what was begun; errors in plain words."""
        try:
            make_folder(self.root)
            with holding(self.root / STORE_LOCK):
                deletions.finish(self.root)
                yield
        except OSError as error:
            raise UserError(
                f"The deletion in {self.root} was stopped: {error.strerror or error}. Once that is "
                "put right, any save or deletion will finish what was begun."
            ) from error

    def deletions(self) -> Iterator[Record]:
        """The record of deletions: an "intended" and a "done" for each, in order."""
        return deletions.deletions(self.root)

    def trend(self, authority: str) -> Sequence[TrendRow]:
        """Issues by rule and list over an authority's days; the newest load of each day counts."""
        current = [row.id for row in self.list(authority) if row.current]
        return trend([self.open(snapshot_id) for snapshot_id in current])

    def log_read(self, snapshot_id: str, what: str) -> None:
        """Keep who read a snapshot, when and what for ("pack: readiness"); never a child."""
        if not ID.fullmatch(snapshot_id):
            raise ValueError(f"{snapshot_id!r} is not the id of a snapshot")
        read = {"at": now().isoformat(), "by": user(), "id": snapshot_id, "what": what}
        add_record(self.root / READS, read)

    def reads(self) -> Iterator[Record]:
        """Who read which snapshot, in order."""
        return read_records(self.root / READS)
