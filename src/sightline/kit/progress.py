"""A progress bar on a terminal, and nothing where nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_WIDTH = 30
_EVERY = 0.1


def progress(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Yield the items, showing on standard error how many of ``total`` are done."""
    if not sys.stderr.isatty() or total < 2:
        yield from items
        return
    shown = 0.0
    for number, item in enumerate(items, 1):
        yield item
        if time.monotonic() - shown > _EVERY or number == total:
            shown = time.monotonic()
            done = round(_WIDTH * number / max(total, 1))
            bar = "#" * done + "." * (_WIDTH - done)
            sys.stderr.write(f"\r{what} [{bar}] {number:,} of {total:,}")
            sys.stderr.flush()
    sys.stderr.write("\n")
