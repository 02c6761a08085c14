"""Work spread over processes that may crash or hang without taking the rest with them."""

from __future__ import annotations

import multiprocessing as mp
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

# How far ahead of the slowest item work may run: results wait in memory to keep their order.
_AHEAD = 32


@dataclass(frozen=True)
class Lost:
    """What became of an item whose process crashed or took too long."""

    reason: str


@dataclass
class _Worker:
    process: Any
    pipe: Connection
    place: int = -1
    since: float = 0.0


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    function: Callable[[Any], Any],
    items: Iterable[Any],
    jobs: int | None = None,
    seconds: float = 10.0,
) -> Iterator[tuple[Any, Any]]:
    """Yield ``(item, function(item))`` in the order of the items, worked out in ``jobs`` processes.

    An item whose process dies, or that takes longer than ``seconds``, yields ``Lost``; the others
    go on in a fresh process. ``function`` must not raise: an exception is an item lost too.
    """
    pool = _Pool(function, jobs or cores(), seconds)
    try:
        yield from pool.run(iter(items))
    finally:
        pool.close()


class _Pool:
    def __init__(self, function: Callable[[Any], Any], jobs: int, seconds: float) -> None:
        self.function, self.jobs, self.seconds = function, max(1, jobs), seconds
        self.workers: list[_Worker] = []
        self.held: dict[int, Any] = {}
        self.results: dict[int, Any] = {}

    def run(self, items: Iterator[Any]) -> Iterator[tuple[Any, Any]]:
        following, given, done = 0, 0, False
        while True:
            while not done and (free := self._free()) and given - following < _AHEAD * self.jobs:
                try:
                    item = next(items)
                except StopIteration:
                    done = True
                    break
                self._give(free, given, item)
                given += 1
            while following in self.results:
                yield self.held.pop(following), self.results.pop(following)
                following += 1
            if done and following == given:
                return
            self._collect()

    def _free(self) -> _Worker | None:
        for worker in self.workers:
            if worker.place < 0:
                return worker
        if len(self.workers) < self.jobs:
            self.workers.append(self._start())
            return self.workers[-1]
        return None

    def _start(self) -> _Worker:
        ours, theirs = mp.Pipe()
        process = mp.Process(target=_serve, args=(self.function, theirs, ours), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker, place: int, item: Any) -> None:
        self.held[place] = item
        worker.place, worker.since = place, time.monotonic()
        try:
            worker.pipe.send(item)
        except (BrokenPipeError, OSError):
            self._replace(worker, "its process ended before it began")

    def _collect(self) -> None:
        busy = [w for w in self.workers if w.place >= 0]
        if not busy:
            return
        oldest = min(w.since for w in busy)
        pause = max(0.0, oldest + self.seconds - time.monotonic())
        ready = set(wait([w.pipe for w in busy], timeout=pause))
        for worker in busy:
            if worker.pipe in ready:
                self._receive(worker)
            elif time.monotonic() - worker.since > self.seconds:
                self._replace(worker, f"it took longer than {self.seconds:g} seconds")

    def _receive(self, worker: _Worker) -> None:
        try:
            self.results[worker.place] = worker.pipe.recv()
            worker.place = -1
        except (EOFError, OSError):
            self._replace(worker, "its process crashed")

    def _replace(self, worker: _Worker, reason: str) -> None:
        self.results[worker.place] = Lost(reason)
        self._stop(worker)
        self.workers.remove(worker)

    def _stop(self, worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()

    def close(self) -> None:
        for worker in self.workers:
            self._stop(worker)
        self.workers = []


def _serve(function: Callable[[Any], Any], pipe: Connection, other_end: Connection) -> None:
    """What a worker does: take an item, answer, until the pipe closes."""
    other_end.close()
    while True:
        try:
            item = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            result = function(item)
        except Exception as error:
            result = Lost(f"{type(error).__name__} while reading it")
        try:
            pipe.send(result)
        except (BrokenPipeError, OSError):
            return
