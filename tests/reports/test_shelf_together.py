"""The library under stress: processes that are killed, and several that add at once."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from shelf_texts import label, letters

from sightline.reports.shelf import Shelf

HERE = Path(__file__).parent
START = """\
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from shelf_texts import label
from sightline.reports.shelf import Shelf, files, store

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

"""
ADD = """
print("ready", flush=True)
with Shelf(sys.argv[2], label=label) as shelf:
    shelf.add([sys.argv[3]])
"""
# Where a process dies, and the lines that make it die there.
DEATHS = {
    "before the document is listed": "store.Store.put_document = die",
    "between list and document": "files.Files.put = die",
    "while the document is written": (
        "def half(handle, mode):\n"
        "    os.write(handle, b'half of it')\n"
        "    die()\n"
        "files.os.fdopen = half"
    ),
    "before the document is safe on the disk": "files.os.fsync = die",
    "before the document gets its name": "files.os.replace = die",
    "just after it has its name": "files._sync_folder = die",
    "while it is read": "import sightline.reports.shelf.shelf as s\ns._read_bytes = die",
    "while rows are written": (
        "insert = store.Store._insert\n"
        "def half(self, table, *rest):\n"
        "    die() if table == 'findings' else insert(self, table, *rest)\n"
        "store.Store._insert = half"
    ),
    "before the rows are final": (
        "put = store.Store.put_derived\n"
        "def late(self, *rest):\n"
        "    put(self, *rest)\n"
        "    die()\n"
        "store.Store.put_derived = late"
    ),
}


@pytest.fixture
def folder(tmp_path):
    """A folder of invented letters."""
    made = tmp_path / "given"
    made.mkdir()
    for name, data in letters(24):
        (made / name).write_bytes(data)
    return made


def started(library, folder, before=""):
    command = [sys.executable, "-c", START + before + ADD, str(HERE), str(library), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def whole(library, folder):
    """What the library holds after everything has been added, and what is wrong with it."""
    with Shelf(library, label=label) as shelf:
        shelf.add([folder])
        quotes = [(f["path"], f["start"], f["quote"]) for f in shelf.findings()]
        return shelf.verify(), len(shelf.documents()), quotes


@pytest.mark.parametrize("moment", DEATHS)
def test_a_process_killed_at_a_bad_moment_leaves_nothing_half_written(tmp_path, folder, moment):
    """Resume mends it; adding again gives just what an undisturbed library holds."""
    library = tmp_path / "library"
    with started(library, folder, DEATHS[moment]) as process:
        assert process.wait(60) == -signal.SIGKILL
    with Shelf(library, label=label) as shelf:
        shelf.resume()
        assert shelf.verify() == []
        assert {row["path"] for row in shelf.documents()} <= {"letter-000.txt"}
    assert whole(library, folder) == whole(tmp_path / "undisturbed", folder)


def test_a_process_killed_at_any_moment_leaves_nothing_half_written(tmp_path, folder):
    """Killed again and again while it adds, the library is whole each time, and goes on."""
    library, chance = tmp_path / "library", random.Random(2026)
    counts = []
    for _ in range(6):
        with started(library, folder) as process:
            assert process.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.0, 0.25))
            os.kill(process.pid, signal.SIGKILL)
            process.wait(60)
        with Shelf(library, label=label) as shelf:
            shelf.resume()
            assert shelf.verify() == []
            counts.append(len(shelf.documents()))
    assert counts == sorted(counts)
    assert whole(library, folder) == whole(tmp_path / "undisturbed", folder)


def test_two_processes_may_add_the_same_folder_at_once(tmp_path, folder):
    """Both end well, and everything is there once."""
    library = tmp_path / "library"
    processes = [started(library, folder) for _ in range(2)]
    for process in processes:
        with process:
            assert process.wait(120) == 0
    with Shelf(library, label=label) as shelf:
        assert shelf.verify() == []
        assert len(shelf.documents()) == len(list(folder.iterdir()))
        spans = [(f["sha256"], f["start"]) for f in shelf.findings()]
        assert len(spans) == len(set(spans))
    assert whole(library, folder) == whole(tmp_path / "undisturbed", folder)


def test_the_library_is_read_while_another_process_adds(tmp_path, folder):
    """A reader never waits for the writer, and never sees half a document."""
    library = tmp_path / "library"
    with Shelf(library, label=label) as shelf, started(library, folder) as process:
        seen = set()
        while process.poll() is None:
            for row in shelf.documents():
                if row["kind"]:
                    assert row["n_findings"] > 40
            seen.add(len(shelf.documents()))
        assert process.returncode == 0
        assert len(shelf.documents()) == len(list(folder.iterdir()))
    assert len(seen) > 1


def test_a_library_held_by_another_is_waited_for(tmp_path):
    """A short transaction of somebody else delays an addition and does not spoil it."""
    with Shelf(tmp_path, label=label) as shelf:
        file = tmp_path / "library.sqlite3"
        held = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        held.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.4, lambda: held.execute("COMMIT"))
        release.start()
        began = time.monotonic()
        (added,) = shelf.add(letters(1))
        release.join()
        held.close()
        assert added.outcome == "added"
        assert time.monotonic() - began >= 0.3
