"""The documents on disk: each kept under the hash of its bytes, as it came."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PRIVATE = 0o700
_SHA = re.compile(r"[0-9a-f]{64}")
_STALE_AFTER = 3600.0  # seconds: nothing takes that long to be written


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, as 64 hexadecimal figures."""
    return hashlib.sha256(data).hexdigest()


class Files:
    """A folder of documents by hash. A file in it is whole, or it is not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "documents"
        self.arriving = folder / "arriving"
        for made in (folder, self.folder, self.arriving):
            made.mkdir(mode=PRIVATE, parents=True, exist_ok=True)

    def path(self, sha256: str) -> Path:
        """Where the document of that hash is, or would be."""
        if not _SHA.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is not a SHA-256")
        return self.folder / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        """Whether the document is there."""
        return self.path(sha256).is_file()

    def get(self, sha256: str) -> bytes:
        """The document's bytes; FileNotFoundError where it is not there."""
        return self.path(sha256).read_bytes()

    def put(self, sha256: str, data: bytes) -> None:
        """Keep a document. One that is there already is written anew only if it is damaged."""
        place = self.path(sha256)
        if place.is_file() and place.read_bytes() == data:
            return
        place.parent.mkdir(mode=PRIVATE, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.arriving)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _sync_folder(place.parent)

    def drop(self, sha256: str) -> None:
        """Take a document away; nothing happens where there is none."""
        self.path(sha256).unlink(missing_ok=True)

    def all(self) -> Iterator[str]:
        """The hash of every document that is there."""
        for folder in sorted(self.folder.iterdir()):
            if folder.is_dir():
                yield from sorted(f.name for f in folder.iterdir() if _SHA.fullmatch(f.name))

    def tidy(self) -> None:
        """Take away what a stopped process had begun to write, once nobody can be at it."""
        for file in self.arriving.iterdir():
            try:
                if time.time() - file.stat().st_mtime > _STALE_AFTER:
                    file.unlink()
            except FileNotFoundError:  # another process was quicker
                continue


def _sync_folder(folder: Path) -> None:
    """Make a new name last through a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
