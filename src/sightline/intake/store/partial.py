"""A snapshot that is still being written: hidden, locked, and swept away if its writer died."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sightline.intake.store import durable
from sightline.intake.store.deletions import finish
from sightline.intake.store.locks import Lock, holding

STORE_LOCK = ".lock"
_PREFIX = ".partial-"
_LOCK = ".lock"


class Partial:
    """A hidden folder next to the place that it will have, and the lock inside it."""

    def __init__(self, authority: Path) -> None:
        self.path = authority / f"{_PREFIX}{secrets.token_hex(8)}"
        self._lock = Lock(self.path / _LOCK)

    def make(self) -> None:
        """Create and lock the folder. The caller holds the store's lock, so nobody sweeps it."""
        self.path.mkdir(mode=durable.PRIVATE)
        durable.reached("folder made")
        self._lock.take()
        durable.reached("folder locked")

    def publish(self, place: Path) -> None:
        """Give it its name, from when on it counts. The caller holds the store's lock.

        The lock goes first, because a folder that is sealed keeps it. Nobody sweeps meanwhile:
        sweeping needs the store's lock too.
        """
        self._unlock()
        durable.reached("folder unlocked")
        durable.seal_folder(self.path)
        durable.reached("folder sealed")
        self.path.rename(place)
        durable.reached("renamed")
        durable.sync_folder(place.parent)
        durable.reached("rename synced")

    def _unlock(self) -> None:
        self._lock.release()
        (self.path / _LOCK).unlink()

    def drop(self) -> None:
        """Take away what was written, if it has not been published."""
        self._lock.release()
        if self.path.exists():
            durable.remove_tree(self.path)


@contextmanager
def begun(root: Path, authority: Path) -> Iterator[Partial]:
    """A new partial snapshot, dropped at the end unless it was published.

    First what other processes left is put right: their partial snapshots, their deletions.
    """
    durable.make_folder(authority)
    partial = Partial(authority)
    try:
        with holding(root / STORE_LOCK):
            finish(root)
            _sweep(root)
            durable.reached("swept")
            partial.make()
        yield partial
    finally:
        with holding(root / STORE_LOCK):
            partial.drop()


def _sweep(root: Path) -> None:
    """Take away the partial snapshots that nobody writes. The caller holds the store's lock."""
    for folder in root.glob(f"*/{_PREFIX}*"):
        if _is_free(folder / _LOCK):
            durable.remove_tree(folder)


def _is_free(path: Path) -> bool:
    """Whether a lock is not held, or not there: it is made under the store's lock."""
    if not path.exists():
        return True
    lock = Lock(path)
    taken = lock.take(wait=False)
    lock.release()
    return taken
