"""What ``sightline publish`` does: makes what pages read of a load, and tells what is stale."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sightline.kit.problems import UserError
from sightline.kit.progress import progress
from sightline.tasks.measures import Asking
from sightline.tasks.report import MONTHS, Watch, gathered
from sightline.workspace import Workspace, make_private, workspace

if TYPE_CHECKING:
    from sightline.intake.store import Manifest, Snapshot
    from sightline.packs.published.read import Published

MODES = ("working", "sharing")
_MARK, _LOCK, _HISTORY = "published.json", ".lock", "history"
_OPEN = 16


@dataclass(frozen=True)
class Mark:
    """What is kept beside the files of a load once they are whole: which load, and made of what."""

    snapshot: str
    slug: str
    authority: str
    as_at: str
    loaded_at: str
    made_from: str


@dataclass(frozen=True)
class Made:
    """What publishing came to. ``new`` is False where all of it was there already."""

    snapshot: str
    folder: Path
    new: bool
    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """In words."""
        if not self.new:
            return f"{self.snapshot} is published already; nothing that it rests on has changed."
        sizes = ", ".join(f"{mode} {size / 1e6:.1f} MB" for mode, size in self.sizes.items())
        return f"{self.snapshot} published in {self.folder} ({sizes})."


def publish(
    asking: Asking, made_on: date, watch: Watch = progress, again: bool = False
) -> Made:  # fmt: skip
    """Make what pages read of a snapshot: a file to work with, and one for sharing.

    Skips it where the snapshot, those before it, the settings, the published statistics and this
    release are those it was made with, unless ``again``. What was published of snapshots that are
    not there any more is deleted. Raises ``UserError`` where there is no snapshot.
    """
    from sightline.intake.store.locks import holding

    found, here = asking.found(), workspace(asking.folder)
    make_private(here.published)
    with holding(here.published / _LOCK):
        forget(asking.folder)
        mark = _mark(asking, found)
        folder = here.published / found.id
        if again or not _is_whole(folder, mark):
            _write(asking, made_on, watch, folder, mark)
            return Made(found.id, folder, True, {m: _file(folder, m).stat().st_size for m in MODES})
        return Made(found.id, folder, False)


def _write(asking: Asking, made_on: date, watch: Watch, folder: Path, mark: Mark) -> None:
    from sightline.measures.library import all_measures
    from sightline.packs.practice.sharing import shared
    from sightline.packs.published.behind import able, every_row
    from sightline.packs.published.people import people
    from sightline.packs.published.refs import reference_key
    from sightline.packs.published.write import write

    key = reference_key(workspace(asking.folder).records)
    with gathered(asking, made_on, what="publish", watch=watch) as told:
        measures = able(told.data, all_measures(), told.settings)
        rows = watch(every_row(told.data, measures, told.settings), len(measures), "children")
        write(told.report, _file(folder, "working"), key, rows, people(told.data), mark.made_from)
    sharing = shared(told.report, told.settings)
    write(sharing, _file(folder, "sharing"), key, made_from=mark.made_from)
    _keep(folder / _MARK, mark)


def _mark(asking: Asking, found: Snapshot) -> Mark:
    """Which load it is, and what a file of it would be made from now."""
    from sightline.intake.annex_a_from_ssd import FILE
    from sightline.packs.published.basis import digest, hash_of, told_settings
    from sightline.tasks.benchmarks import store as statistics_store

    said, here = found.manifest, workspace(asking.folder)
    statistics = statistics_store(asking.folder)
    made_from = digest({
        "loads": _loads(asking.folder, said),
        "snapshot": found.id,
        "settings": told_settings(asking.settings()),
        "words": hash_of(here.root / FILE),
        "statistics": [hash_of(p) for p in sorted(statistics.folder.glob("*.json"))],
    })  # fmt: skip
    loaded = said.loaded_at.isoformat()
    return Mark(found.id, found.slug, said.authority, said.as_at.isoformat(), loaded, made_from)


def _loads(folder: str | None, said: Manifest) -> list[str]:
    """The snapshots that figures over time are of, as ``Asking.earlier`` has them, but not opened.

    A page asks whether it is stale: the manifests are read once for that.
    """
    from sightline.tasks.snapshots import store

    rows = store(folder).list(said.authority)
    mine = [row for row in rows if row.current and not row.problem and row.as_at <= said.as_at]
    return [row.id for row in mine[-MONTHS:]]


def _is_whole(folder: Path, mark: Mark) -> bool:
    from sightline.packs.published.read import Published

    if _read_mark(folder) != mark:
        return False
    try:
        for mode in MODES:
            Published(_file(folder, mode)).close()
    except UserError:
        return False
    return True


def _file(folder: Path, mode: str) -> Path:
    return folder / f"{mode}.sqlite"


def _keep(path: Path, mark: Mark) -> None:
    """Write a mark, whole: with it the files of a load count as published."""
    partial = path.with_name(f".{path.name}.{secrets.token_hex(6)}.partial")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(mark), file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(partial, path)


def _read_mark(folder: Path) -> Mark | None:
    try:
        return Mark(**json.loads((folder / _MARK).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _marks(here: Workspace) -> Iterator[Mark]:
    """Every load that was published and whose snapshot is still there."""
    try:
        folders = sorted(here.published.iterdir())
    except FileNotFoundError:
        return
    for folder in folders:
        mark = _read_mark(folder)
        if mark and (here.snapshots / mark.slug / mark.snapshot).is_dir():
            yield mark


def published(
    folder: str | Path | None, mode: str, snapshot: str = "latest"
) -> Published | None:  # fmt: skip
    """What was published of a snapshot, by its id or the beginning of it; None where nothing was.

    "latest" is the last day of which something was published, and its newest load: a load that is
    not published yet does not take its place. The same file is opened once.
    """
    if mode not in MODES:
        return None
    here = workspace(folder)
    wanted = "" if snapshot == "latest" else snapshot
    mine = [mark for mark in _marks(here) if mark.snapshot.startswith(wanted)]
    if not mine:
        return None
    newest = max(mine, key=lambda mark: (mark.as_at, mark.loaded_at))
    path = _file(here.published / newest.snapshot, mode)
    try:
        now = path.stat()
    except FileNotFoundError:
        return None
    return _opened(path, now.st_ino, now.st_mtime_ns)


@lru_cache(_OPEN)
def _opened(path: Path, number: int, changed: int) -> Published:
    from sightline.packs.published.read import Published

    return Published(path)


def stale(folder: str | Path | None) -> str:
    """Why the latest that was published is not what would be made now; nothing where it is."""
    from sightline.tasks.snapshots import store

    here = workspace(folder)
    mark = max(_marks(here), key=lambda mark: (mark.as_at, mark.loaded_at), default=None)
    if mark is None:
        return "Nothing is published yet. Run sightline publish."
    told = str(here.root)
    kept = store(told)
    rows = [row for row in kept.list(mark.authority) if row.current and not row.problem]
    if rows and rows[-1].id != mark.snapshot:
        return f"A newer load is not published yet: {rows[-1].id}. Run sightline publish."
    asking = Asking(told, mark.snapshot, (), None, "", None, ())
    if _mark(asking, kept.open(mark.snapshot)) != mark:
        return "Settings, earlier loads, statistics or this release have changed since it was made."
    return ""


def forget(folder: str | Path | None) -> list[str]:
    """Delete what was published of snapshots that are not there any more; their ids.

    What a killed run left half-written is deleted too.
    """
    from sightline.intake.store.manifest import ID
    from sightline.intake.store.snapshot import all_snapshots
    from sightline.packs.published.history import forget_history

    here = workspace(folder)
    if not here.published.is_dir():
        return []
    there = {snapshot.id for snapshot in all_snapshots(here.snapshots)}
    named = (one for one in here.published.iterdir() if ID.fullmatch(one.name))
    gone = sorted(one.name for one in named if one.name not in there)
    for name in gone:
        shutil.rmtree(here.published / name)
    forget_history(here.published / _HISTORY, there)
    for partial in here.published.glob("*/.*.partial"):
        with contextlib.suppress(FileNotFoundError):
            partial.unlink()
    return gone
