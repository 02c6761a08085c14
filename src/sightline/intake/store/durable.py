"""Writing that lasts: a file is whole, on the disk and private to this user, or it is an error."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PRIVATE = 0o700
SEALED_FILE = 0o400
SEALED_FOLDER = 0o500
_WRITABLE_FILE = 0o600
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 20


def reached(step: str) -> None:
    """Called after every step of a save or a deletion; tests stop the work here."""


class Writer:
    """A new file, hashed and counted as it is written. It is closed by :func:`writing` alone."""

    closed = False

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        """Write all of it."""
        left = memoryview(data)
        while left:
            left = left[os.write(self._handle, left) :]
        self._hash.update(data)
        self.size += len(data)
        return len(data)

    def tell(self) -> int:
        """How much was written."""
        return self.size

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Left to :func:`writing`: a library that closes what it was lent would lose the sync."""

    @property
    def sha256(self) -> str:
        """The hash of what was written."""
        return self._hash.hexdigest()


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """A writer for a file that must be new; at the end it is read-only and on the disk."""
    handle = os.open(path, _NEW, _WRITABLE_FILE)
    try:
        yield Writer(handle)
        path.chmod(SEALED_FILE)
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def seal_folder(folder: Path) -> None:
    """Let nothing be added to a folder or taken from it."""
    folder.chmod(SEALED_FOLDER)
    sync_folder(folder)


def make_folder(folder: Path) -> None:
    """A private folder, and those above it that are missing; each lasts through a power cut."""
    for level in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
        level.mkdir(mode=PRIVATE, exist_ok=True)
        sync_folder(level.parent)


def remove_tree(folder: Path) -> None:
    """Take away a folder, read-only or not. A link is removed, and never followed."""
    for here, _, files in os.walk(folder):
        os.chmod(here, PRIVATE)
        for name in files:
            path = os.path.join(here, name)
            if not os.path.islink(path):
                os.chmod(path, _WRITABLE_FILE)  # Windows removes no file that is read-only
    shutil.rmtree(folder)


def hash_file(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def mode_of(path: Path) -> int:
    """The permissions of a file or folder, without following a link."""
    return stat.S_IMODE(path.lstat().st_mode)


def chunks(path: Path) -> Iterator[bytes]:
    """A file's bytes, a mebibyte at a time."""
    with path.open("rb") as file:
        while block := file.read(_CHUNK):
            yield block
