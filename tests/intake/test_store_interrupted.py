"""A save that is killed, meets a full disk, or runs beside another leaves whole snapshots only."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from store_given import OCTOBER, Server, hidden, save, save_numbered, serving

from sightline.intake.store import Store, durable
from sightline.kit.problems import UserError

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")

# Every step of a save with one list and one source, in order.
STEPS = [
    "swept",
    "folder made",
    "folder locked",
    "list annex_a.contacts written",
    "lists sealed",
    "issues written",
    "source given 1.csv kept",
    "sources sealed",
    "manifest written",
    "folder unlocked",
    "folder sealed",
    "renamed",
    "rename synced",
]
COUNTS_FROM = STEPS.index("renamed")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "snapshots"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as started:
        yield started


def test_the_steps_are_these(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[str] = []
    monkeypatch.setattr(durable, "reached", reached.append)
    save_numbered(root, 1)
    assert reached == STEPS


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs to ask which file is open")
def test_every_file_and_folder_is_on_the_disk_before_it_counts(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, order = os.fsync, []

    def fsync(handle: int) -> None:
        order.append(str(Path(f"/proc/self/fd/{handle}").readlink().relative_to(root.parent)))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(durable, "reached", lambda step: order.append(f"= {step}"))
    save_numbered(root, 1)
    partial = next(name for name in order if ".partial" in name).split("/")[2]
    synced = [name.replace(partial, "*") for name in order]
    before, after = synced[: synced.index("= renamed")], synced[synced.index("= renamed") :]
    assert [name for name in before if not name.startswith("=")] == [
        ".",  # where the root was made
        "snapshots",  # where the authority was made
        "snapshots/leeds/*/lists/annex_a.contacts.parquet",
        "snapshots/leeds/*/lists",
        "snapshots/leeds/*/issues.parquet",
        "snapshots/leeds/*/sources/given 1.csv",
        "snapshots/leeds/*/sources",
        "snapshots/leeds/*/manifest.json",
        "snapshots/leeds/*",
    ]
    assert after == ["= renamed", "snapshots/leeds", "= rename synced"]


@pytest.mark.parametrize("step", STEPS)
def test_an_error_at_any_step_leaves_nothing_half_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    earlier = save_numbered(root, 0)

    def fail(now: str) -> None:
        if now == step:
            raise RuntimeError(step)

    with monkeypatch.context() as patched:
        patched.setattr(durable, "reached", fail)
        with pytest.raises(RuntimeError, match=step):
            save_numbered(root, 1)
    store = Store(root)
    assert hidden(root) == []
    assert len(store.list()) == (2 if STEPS.index(step) >= COUNTS_FROM else 1)
    assert earlier.id in [row.id for row in store.list()]
    assert store.verify() == []


@forks
@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_step_leaves_nothing_that_counts(
    root: Path, server: Server, step: str
) -> None:
    earlier = save_numbered(root, 0)
    assert server.ask(root, [1], die_at=step) == [-9]
    store = Store(root)
    counts = STEPS.index(step) >= COUNTS_FROM
    assert len(store.list()) == (2 if counts else 1)
    assert store.open(earlier.id).table("annex_a.contacts").num_rows == 3000
    assert store.verify() == []
    # Before the folder is made there is nothing to be left; once renamed, it is whole.
    assert len(hidden(root)) == (0 if counts or step == "swept" else 1)
    again = save_numbered(root, 1)
    assert again.new is not counts
    assert hidden(root) == []
    assert store.verify() == []
    assert len(store.list()) == 2


def _kill_at_random(root: Path, server: Server, points: int) -> None:
    chance = random.Random(20261031)
    assert server.ask(root, [0]) == [0]  # the server itself may have had to start
    began = time.monotonic()
    assert server.ask(root, [1]) == [0]
    usual = time.monotonic() - began
    store = Store(root)
    known = {row.id for row in store.list()}
    killed = torn = 0
    for number in range(2, points + 2):
        killed += server.ask(root, [number], delay=chance.uniform(0, usual)) == [-9]
        torn += bool(hidden(root))
        assert store.verify() == []
        now = {row.id for row in store.list() if not row.problem}
        assert known <= now
        assert len(now - known) <= 1
        known = now
    assert killed > points // 5
    assert torn > 0  # some were killed while they wrote
    after = save_numbered(root, points + 2)
    assert after.new
    assert hidden(root) == []
    assert store.verify() == []
    assert {row.id for row in store.list()} == {*known, after.id}


@forks
def test_killed_at_ten_random_points(root: Path, server: Server) -> None:
    _kill_at_random(root, server, 10)


@forks
@pytest.mark.slow
def test_killed_at_a_hundred_random_points(root: Path, server: Server) -> None:
    _kill_at_random(root, server, 100)


@forks
def test_two_processes_with_the_same_data_keep_it_once(root: Path, server: Server) -> None:
    for number in range(5):
        assert sorted(server.ask(root, [number, number])) == [0, 1]
    store = Store(root)
    assert len(store.list()) == 5
    assert store.verify() == []
    assert hidden(root) == []


@forks
def test_processes_with_different_data_keep_all_of_it(root: Path, server: Server) -> None:
    assert server.ask(root, [1, 2, 3, 4]) == [0, 0, 0, 0]
    store = Store(root)
    assert len(store.list()) == 4
    assert [row.current for row in store.list()] == [False, False, False, True]
    assert store.verify() == []
    assert hidden(root) == []


def test_a_save_inside_a_save_sweeps_nothing_that_is_alive(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second save runs whole while the first has written all but its name."""
    inner: list[Any] = []

    def meanwhile(step: str) -> None:
        if step == "manifest written" and not inner:
            inner.append(None)
            inner[0] = save_numbered(root, 1)

    monkeypatch.setattr(durable, "reached", meanwhile)
    outer = save_numbered(root, 1)
    assert inner[0].new
    assert not outer.new
    assert outer.id == inner[0].id
    assert hidden(root) == []
    assert Store(root).verify() == []


def _fail_to_write(monkeypatch: pytest.MonkeyPatch, room: int, code: int) -> None:
    real, left = os.write, [room]

    def write(handle: int, data: bytes) -> int:
        left[0] -= len(data)
        if left[0] < 0:
            raise OSError(code, os.strerror(code))
        return real(handle, data)

    monkeypatch.setattr(durable.os, "write", write)


@pytest.mark.parametrize("room", [0, 2_000, 20_000, 60_000])
def test_a_full_disk_is_said_and_leaves_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    earlier = save(Store(root))
    with monkeypatch.context() as patched:
        _fail_to_write(patched, room, errno.ENOSPC)
        # The source alone has 2,000 times "Child Unique ID" and "C1", each with its line's end.
        with pytest.raises(UserError, match=r"it needs 0\.\d MB at most, and [\d,.]+ MB is free"):
            save_numbered(root, 1)
    assert hidden(root) == []
    assert [row.id for row in Store(root).list()] == [earlier.id]
    assert save_numbered(root, 1).new


def test_another_error_of_the_disk_is_said_in_plain_words(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail_to_write(monkeypatch, 0, errno.EIO)
    with pytest.raises(UserError, match=r"cannot be kept in .*: Input/output error"):
        save_numbered(root, 1)
    assert hidden(root) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_is_really_full(small_disk: Path, tmp_path: Path) -> None:
    store = Store(small_disk / "snapshots")
    earlier = save(store)
    source = tmp_path / "Annex A.csv"
    source.write_bytes(bytes(1_500_000))
    with pytest.raises(UserError, match=r"it needs 1\.5 MB at most, and 0\.\d MB is free"):
        save(store, sources=[source])
    assert hidden(store.root) == []
    assert [row.id for row in store.list()] == [earlier.id]
    assert store.verify() == []
    source.write_bytes(bytes(1_500))
    assert save(store, OCTOBER, sources=[source]).new
