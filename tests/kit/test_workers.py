"""Work goes on when one item crashes its process or never ends."""

from __future__ import annotations

import os
import time

from sightline.kit.workers import Lost, spread


def work(item: object) -> object:
    """What the tests spread: some items misbehave."""
    if item == "crash":
        os._exit(3)
    if item == "hang":
        time.sleep(60)
    if item == "raise":
        raise ValueError("no")
    return f"done {item}"


def test_results_come_in_order() -> None:
    """However many processes work, the order is that of the items."""
    items = list(range(200))
    assert [r for _, r in spread(work, items, jobs=3)] == [f"done {i}" for i in items]


def test_a_crash_a_hang_and_an_error_lose_one_item_each() -> None:
    """The others are still done, and each loss says why."""
    items = ["a", "crash", "b", "hang", "raise", "c"]
    results = dict(spread(work, items, jobs=2, seconds=1.0))
    assert [results[i] for i in "abc"] == ["done a", "done b", "done c"]
    lost = [results[i] for i in ("crash", "hang", "raise")]
    assert all(isinstance(r, Lost) for r in lost)
    assert [r.reason for r in lost] == [
        "its process crashed",
        "it took longer than 1 seconds",
        "ValueError while reading it",
    ]


def test_items_are_taken_only_as_fast_as_they_are_done() -> None:
    """A long list is not drawn into memory at once."""
    drawn = []

    def items() -> object:
        for number in range(10_000):
            drawn.append(number)
            yield number

    results = spread(work, items(), jobs=2)
    next(results)
    assert len(drawn) < 200
    results.close()


def test_stopping_early_leaves_no_process() -> None:
    """A reader that goes away ends the processes."""
    results = spread(_pid, range(10), jobs=2)
    _, pid = next(results)
    results.close()
    for _ in range(100):
        if not os.path.exists(f"/proc/{pid}"):
            break
        time.sleep(0.02)
    else:
        raise AssertionError("the process is still there")


def _pid(_: object) -> int:
    return os.getpid()
