"""Verifying snapshots: every file is hashed again, and whatever is not as it was is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sightline.intake.store import durable
from sightline.intake.store.manifest import (
    ID,
    LISTS,
    MANIFEST,
    SOURCES,
    Entry,
    ManifestError,
    content_id,
)
from sightline.intake.store.snapshot import Snapshot
from sightline.kit.problems import Problem

_RESTORE = "Restore it from a backup, or delete the snapshot and load its files again."
_TAKE_OUT = "Take it out of the workspace, and find out who put it there."
_CLOSE = "Take away the right to write with chmod, and find out who gave it."
_SEALED = {True: durable.SEALED_FOLDER, False: durable.SEALED_FILE}


def verify_all(root: Path) -> list[Problem]:
    """What is wrong with any snapshot, and what else is visible among them."""
    return [problem for one in sorted(_visible(root)) for problem in _verify_authority(one)]


def _visible(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return [one for one in folder.iterdir() if one.is_dir() and not one.name.startswith(".")]


def _verify_authority(folder: Path) -> Iterator[Problem]:
    for one in sorted(folder.iterdir()):
        if ID.fullmatch(one.name) and one.is_dir():
            yield from verify_snapshot(Snapshot(one))
        elif not one.name.startswith("."):
            told = f"{folder.name}/{one.name} is among the snapshots, and is none."
            yield Problem("extra", told, _TAKE_OUT)


def verify_snapshot(snapshot: Snapshot) -> list[Problem]:
    """What is wrong with a snapshot: nothing, if it is as it was loaded."""
    where = f"Snapshot {snapshot.id} of {snapshot.slug}"
    return [
        *_manifest(snapshot, where),
        *_files(snapshot, where),
        *_permissions(snapshot.path, where),
    ]


def _manifest(snapshot: Snapshot, where: str) -> Iterator[Problem]:
    try:
        said = snapshot.manifest
    except ManifestError as error:
        yield Problem("manifest", str(error), _RESTORE)
        return
    if content_id(snapshot.slug, said.as_at, said.made_with, said.files) != snapshot.id:
        told = f"{where}: its id is not that of the contents that {MANIFEST} tells of."
        yield Problem("manifest", told, _RESTORE)


def _files(snapshot: Snapshot, where: str) -> Iterator[Problem]:
    try:
        entries = {entry.path: entry for entry in snapshot.manifest.files}
    except ManifestError:
        return  # what should be there is not known
    for entry in entries.values():
        wrong = _wrong(snapshot.path / entry.path, entry)
        if wrong:
            yield Problem(wrong[0], f"{where}: {entry.path} {wrong[1]}.", _RESTORE)
    for path in sorted(_there(snapshot.path) - {*entries, MANIFEST, LISTS, SOURCES}):
        yield Problem("extra", f"{where}: {path} was not there when it was loaded.", _TAKE_OUT)


def _wrong(path: Path, entry: Entry) -> tuple[str, str] | None:
    if path.is_symlink() or not path.is_file():
        return "missing", "is missing"
    if path.stat().st_size != entry.size:
        return "changed", f"has changed: it had {entry.size} bytes, and has {path.stat().st_size}"
    try:
        same = durable.hash_file(path) == entry.sha256
    except OSError as error:
        return "unreadable", f"cannot be read: {error.strerror}"
    return None if same else ("changed", "has changed: its SHA-256 is another one")


def _there(folder: Path) -> set[str]:
    """Every file and folder inside, with forward slashes."""
    return {
        (Path(here) / name).relative_to(folder).as_posix()
        for here, folders, files in os.walk(folder)
        for name in (*folders, *files)
    }


def _permissions(folder: Path, where: str) -> Iterator[Problem]:
    """Where the system keeps permissions: files 0400, folders 0500."""
    if os.name == "nt":
        return
    paths = [folder, *(folder / path for path in sorted(_there(folder)))]
    loose = [p for p in paths if not p.is_symlink() and durable.mode_of(p) != _SEALED[p.is_dir()]]
    if loose:
        first = loose[0]
        name = "its folder" if first == folder else first.relative_to(folder).as_posix()
        more = f" and {len(loose) - 1} more" if len(loose) > 1 else ""
        told = f"{where}: {name}{more} may be written to, or opened by others"
        yield Problem("permissions", f"{told} (its mode is {durable.mode_of(first):04o}).", _CLOSE)
