"""A snapshot, opened for reading: its manifest, its lists as tables, its issues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sightline.intake.store.manifest import (
    ID,
    ISSUES,
    MANIFEST,
    SOURCES,
    Entry,
    Manifest,
    ManifestError,
    read,
)
from sightline.kit.problems import UserError

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class Snapshot:
    """A folder that nothing writes to again. Its manifest is read when it is first asked for."""

    path: Path

    @property
    def id(self) -> str:
        """The day that it is of, and a hash of its contents."""
        return self.path.name

    @property
    def slug(self) -> str:
        """The folder of its authority."""
        return self.path.parent.name

    @cached_property
    def manifest(self) -> Manifest:
        """What is said of it. Raises ``ManifestError``, a ``UserError``."""
        where = f"Snapshot {self.id} of {self.slug}"
        try:
            data = (self.path / MANIFEST).read_bytes()
        except OSError as error:
            raise ManifestError(f"{where}: {MANIFEST} cannot be opened.") from error
        manifest = read(data, where)
        if manifest.id != self.id:
            raise ManifestError(f"{where}: {MANIFEST} is that of {manifest.id}.")
        return manifest

    @property
    def keys(self) -> list[str]:
        """The lists that it holds, as "annex_a.contacts"."""
        return sorted(self.manifest.tables)

    def table(self, key: str) -> pa.Table:
        """A list, with the columns of its standard and ``_file``, ``_sheet``, ``_row``."""
        return self._read(self.parquet(key))

    def parquet(self, key: str) -> Path:
        """The file of a list. Raises ``UserError`` where it is not there, or not what it was."""
        entry = self.manifest.tables.get(key)
        if entry is None:
            has = ", ".join(self.keys) or "none"
            raise UserError(f"Snapshot {self.id} has no list {key}. Its lists are: {has}.")
        return self._whole(entry)

    def issues(self) -> pa.Table:
        """What was wrong with the data, a row for each issue."""
        found = next((one for one in self.manifest.files if one.path == ISSUES), None)
        if found is None:
            raise ManifestError(f"Snapshot {self.id}: {MANIFEST} does not tell of {ISSUES}.")
        return self._read(self._whole(found))

    @property
    def sources(self) -> list[Path]:
        """The files that it was loaded from, as they were given."""
        return [self.path / e.path for e in self.manifest.files if e.path.startswith(SOURCES)]

    def _whole(self, entry: Entry) -> Path:
        """A file of the right size; its hash is left to ``verify``, which reads all of it."""
        path = self.path / entry.path
        if not path.is_file() or path.stat().st_size != entry.size:
            raise UserError(
                f"Snapshot {self.id} is damaged: {entry.path} is missing or has changed. Run "
                "`sightline snapshots verify`, and restore the workspace from a backup."
            )
        return path

    def _read(self, path: Path) -> pa.Table:
        import pyarrow.parquet as pq

        with pq.ParquetFile(path) as file:
            return file.read()


def all_snapshots(root: Path) -> Iterator[Snapshot]:
    """Every snapshot under the root, by authority and id; what is hidden does not count."""
    for authority in _folders(root):
        for folder in _folders(authority):
            if ID.fullmatch(folder.name):
                yield Snapshot(folder)


def _folders(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    return [one for one in inside if one.is_dir() and not one.name.startswith(".")]
