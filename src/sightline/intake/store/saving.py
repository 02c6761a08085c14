"""Saving a snapshot: written aside, made to last, and put in its place with one rename."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.intake.store import durable
from sightline.intake.store.durable import Writer
from sightline.intake.store.locks import holding
from sightline.intake.store.manifest import (
    ISSUES,
    LISTS,
    MANIFEST,
    SOURCES,
    Entry,
    Manifest,
    content_id,
    written,
)
from sightline.intake.store.partial import STORE_LOCK, Partial, begun
from sightline.intake.store.records import now, user
from sightline.intake.store.snapshot import Snapshot
from sightline.intake.store.verifying import verify_snapshot
from sightline.intake.store.whose import authority_named, slug
from sightline.kit.problems import UserError

if TYPE_CHECKING:
    import pyarrow as pa

_KEY = re.compile(r"[a-z0-9_]+\.[a-z0-9_]+")
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class Given:
    """What is to be kept, as ``Store.save`` takes it."""

    authority: str
    as_at: date
    tables: Mapping[str, pa.Table]
    issues: pa.Table
    sources: Sequence[Path]
    summary: Mapping[str, Any]
    made_with: str

    @property
    def size(self) -> int:
        """The bytes that it takes at most: tables are smaller once they are written."""
        in_memory = sum(table.nbytes for table in self.tables.values()) + self.issues.nbytes
        return in_memory + sum(path.stat().st_size for path in self.sources)


@dataclass(frozen=True)
class Saved:
    """A snapshot that is kept. It is not ``new`` if the same had been loaded before.

    ``urn`` is nothing where the register lacks the authority: its name may be misspelt.
    """

    id: str
    path: Path
    authority: str
    urn: str
    new: bool


def save(root: Path, given: Given) -> Saved:
    """Keep a snapshot; see ``Store.save``."""
    _refuse_what_cannot_be_kept(given)
    authority = authority_named(given.authority, given.as_at)
    folder = root / slug(authority)
    with _room(root, given.size), begun(root, folder) as partial:
        manifest = _write(partial.path, given, slug(authority), (authority.name, authority.urn))
        place = folder / manifest.id
        new = _published(root, partial, place)
    return Saved(manifest.id, place, authority.name, authority.urn, new)


def _refuse_what_cannot_be_kept(given: Given) -> None:
    if not given.tables:
        raise UserError("There is no list to be kept: none was found in the files.")
    for key in given.tables:
        if not _KEY.fullmatch(key):
            raise ValueError(f"{key!r} does not name a list as annex_a.contacts does")
    for path in given.sources:
        if not path.is_file():
            raise UserError(f"{path.name} is not a file that can be kept. Give each file itself.")


@contextmanager
def _room(root: Path, needed: int) -> Iterator[None]:
    """Say in plain words that the disk is full, or that it cannot be written to."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            free = shutil.disk_usage(root if root.exists() else root.parent).free
            raise UserError(
                f"There is no room for the snapshot in {root}: it needs {_megabytes(needed)} at "
                f"most, and {_megabytes(free)} is free. Nothing of it was kept. Make room, or "
                "choose another folder with --workspace."
            ) from error
        raise UserError(
            f"The snapshot cannot be kept in {root}: {error.strerror or error}. Nothing of it was "
            "kept. See that the folder can be written to."
        ) from error


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


def _write(folder: Path, given: Given, slugged: str, whose: tuple[str, str]) -> Manifest:
    """All files of a snapshot, each on the disk; only the folder itself is not yet sealed."""
    files = (*_lists(folder, given), _issues(folder, given), *_sources(folder, given))
    manifest = Manifest(
        id=content_id(slugged, given.as_at, given.made_with, files),
        authority=whose[0],
        urn=whose[1],
        as_at=given.as_at,
        loaded_at=now(),
        loaded_by=user(),
        made_with=given.made_with,
        summary=given.summary,
        files=files,
    )
    with durable.writing(folder / MANIFEST) as file:
        file.write(written(manifest))
    durable.reached("manifest written")
    return manifest


def _lists(folder: Path, given: Given) -> Iterator[Entry]:
    (folder / LISTS).mkdir(mode=durable.PRIVATE)
    for key, table in sorted(given.tables.items()):
        yield _parquet(folder, f"{LISTS}/{key}.parquet", table)
        durable.reached(f"list {key} written")
    durable.seal_folder(folder / LISTS)
    durable.reached("lists sealed")


def _issues(folder: Path, given: Given) -> Entry:
    entry = _parquet(folder, ISSUES, given.issues)
    durable.reached("issues written")
    return entry


def _parquet(folder: Path, path: str, table: pa.Table) -> Entry:
    """A table as Parquet. What a library keeps beside a schema may differ between loads."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    plain = table.replace_schema_metadata(None)
    with durable.writing(folder / path) as file:
        pq.write_table(plain, pa.PythonFile(file, mode="w"), compression="zstd")
        return Entry(path, file.size, file.sha256, rows=table.num_rows)


def _sources(folder: Path, given: Given) -> Iterator[Entry]:
    (folder / SOURCES).mkdir(mode=durable.PRIVATE)
    taken: set[str] = set()
    for source in dict.fromkeys(path.resolve() for path in given.sources):
        name = _free_name(source.name, taken)
        with durable.writing(folder / SOURCES / name) as file:
            _copy(source, file)
            yield Entry(f"{SOURCES}/{name}", file.size, file.sha256, name=source.name)
        durable.reached(f"source {name} kept")
    durable.seal_folder(folder / SOURCES)
    durable.reached("sources sealed")


def _copy(source: Path, into: Writer) -> None:
    blocks = durable.chunks(source)
    while True:
        try:
            block = next(blocks, None)
        except OSError as error:
            raise UserError(f"{source.name} cannot be read: {error.strerror}.") from error
        if block is None:
            return
        into.write(block)


def _free_name(name: str, taken: set[str]) -> str:
    """A name not taken, in any case of letters: two folders may each hold a "List 1.csv"."""
    path, chosen, number = Path(name), name, 1
    while chosen.casefold() in taken:
        number += 1
        chosen = f"{path.stem} ({number}){path.suffix}"
    taken.add(chosen.casefold())
    return chosen


def _published(root: Path, partial: Partial, place: Path) -> bool:
    """Put it in its place; False where the same is there already, and whole."""
    with holding(root / STORE_LOCK):
        if not place.exists():
            partial.publish(place)
            return True
    wrong = verify_snapshot(Snapshot(place))
    if wrong:
        raise UserError(
            f"These files were loaded before, as snapshot {place.name}, which is damaged: "
            f"{wrong[0].message} Delete it with `sightline snapshots delete {place.name}`, then "
            "load them again."
        )
    return False
