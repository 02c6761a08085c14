"""Writes what is published of a report: one file, whole or not at all, for its owner alone."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sightline.intake.store.durable import sync_folder
from sightline.packs.practice.model import WORKING, Report
from sightline.packs.published.people import Person
from sightline.packs.published.schema import APPLICATION, FORMAT, INDEXES, TABLES
from sightline.packs.published.write_children import write_children
from sightline.packs.published.write_figures import write_figures
from sightline.workspace import make_private

if TYPE_CHECKING:
    from sightline.packs.published.behind import Behinds

PARTIAL = ".partial"


def write(
    report: Report,
    path: Path,
    key: bytes,
    behind: Iterable[Behinds] = (),
    people: Iterable[Person] = (),
    made_from: str = "",
) -> None:
    """Write a report as a file that :class:`~sightline.packs.published.read.Published` reads.

    ``key`` is that of the references to children. ``behind`` has the rows behind each measure, and
    ``people`` who works with each child: both are asked for in the working mode alone, so that
    nothing about a child can be in what is shared. ``made_from`` is kept, to tell whether the file
    is still what would be made. Until the file is whole the one that was there before stays.
    """
    with _new(path) as file:
        write_figures(file, report, made_from)
        if report.mode == WORKING:
            write_children(file, report, key, behind, people)


@contextmanager
def _new(path: Path) -> Iterator[sqlite3.Connection]:
    """A new file with the tables; at the end with indexes, on the disk, under its name."""
    make_private(path.parent)
    partial = path.with_name(f".{path.name}.{secrets.token_hex(6)}{PARTIAL}")
    os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        file = sqlite3.connect(partial, isolation_level=None)
        try:
            _begin(file)
            yield file
            _end(file)
        finally:
            file.close()
        reached("written")
        _sync(partial)
        os.replace(partial, path)
        sync_folder(path.parent)
    finally:
        partial.unlink(missing_ok=True)


def _begin(file: sqlite3.Connection) -> None:
    # The file is thrown away unless it is finished, so nothing need be undone in it.
    for said in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE",
                 "page_size = 8192", f"application_id = {APPLICATION}"):  # fmt: skip
        file.execute(f"PRAGMA {said}")
    file.executescript(TABLES)
    file.execute("BEGIN")


def _end(file: sqlite3.Connection) -> None:
    for statement in filter(str.strip, INDEXES.split(";")):
        file.execute(statement)
    file.execute("ANALYZE")
    file.execute(f"PRAGMA user_version = {FORMAT}")
    file.execute("COMMIT")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def reached(step: str) -> None:
    """Called before a file takes the place of another; tests stop the work here."""
