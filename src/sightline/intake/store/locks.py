"""Locks between processes: a file that one of them holds, and that is let go when it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MODE = 0o600


class Lock:
    """A lock on a file, which is created where it is missing. The system frees a dead one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def take(self, wait: bool = True) -> bool:
        """Hold it. Without ``wait``, False where somebody else does."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, _MODE)
        if not _take(handle, wait):
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Let it go; nothing happens where it is not held."""
        if self._handle is not None:
            _let_go(self._handle)
            os.close(self._handle)
            self._handle = None


@contextmanager
def holding(path: Path) -> Iterator[None]:
    """Hold the lock of that file; waits until it is free."""
    lock = Lock(path)
    lock.take()
    try:
        yield
    finally:
        lock.release()


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, wait: bool) -> bool:
        while True:  # LK_LOCK gives up after ten seconds
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                return True
            except OSError:
                if not wait:
                    return False

    def _let_go(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int, wait: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True

    def _let_go(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
