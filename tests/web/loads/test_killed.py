"""The worker is killed at random points, many times: nothing is lost, and nothing is half done."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sightline.intake.store import Store

pytestmark = pytest.mark.slow
KILLS, LOADS = (int(os.environ.get(name, some)) for name, some in (("KILLS", 25), ("LOADS", 10)))
"""How often: KILLS=100 LOADS=40 takes many minutes."""
_ADD = """
import sys
import django
django.setup()
from datetime import date, timedelta
from django.core.files.uploadedfile import SimpleUploadedFile
from sightline.web.loads import queue, uploads
head = ("Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),"
        "Date of Contact,Contact Source")
for number in range(int(sys.argv[1])):
    day = date(2026, 1, 1) + timedelta(days=number)
    rows = [f"C{n},Female,White British,01/02/2015,11,{day:%d/%m/%Y},Police" for n in range(200)]
    text = chr(10).join([head, *rows]).encode()
    folder = uploads.keep([SimpleUploadedFile("List 1.csv", text)])
    queue.add("check_and_load", "ana", folder=folder, files=["List 1.csv"],
              as_at=day.isoformat(), authority="Fernshire")
"""


def environment(workspace: Path, **more: str) -> dict[str, str]:
    told = {k: v for k, v in os.environ.items() if not k.startswith("SIGHTLINE_")}
    return told | {
        "SIGHTLINE_WORKSPACE": str(workspace),
        "SIGHTLINE_DEMO": "1",
        "SIGHTLINE_LOG_LEVEL": "ERROR",
        "SIGHTLINE_LEASE_SECONDS": "1",
        "DJANGO_SETTINGS_MODULE": "sightline.web.settings",
        **more,
    }


def run(told: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words], env=told, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def started(told: dict[str, str], *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sightline.web", "work", *more]
    return subprocess.Popen(command, env=told, start_new_session=True)


def jobs(workspace: Path, where: str = "kind = 'check_and_load'") -> list[dict[str, Any]]:
    with closing(sqlite3.connect(workspace / "records" / "records.sqlite3", timeout=20)) as records:
        records.row_factory = sqlite3.Row
        return [dict(r) for r in records.execute(f"select * from loads_job where {where}")]


def change(workspace: Path, statement: str) -> None:
    with closing(sqlite3.connect(workspace / "records" / "records.sqlite3", timeout=20)) as records:
        records.execute(statement)
        records.commit()


def processes_of(workspace: Path) -> list[int]:
    """Processes of jobs that work on this workspace."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if b"--lease" in (folder / "cmdline").read_bytes() and (
                str(workspace).encode() in (folder / "environ").read_bytes()
            ):
                found.append(int(folder.name))
        except (OSError, ValueError):
            continue
    return found


def until(what: Any, seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def queued(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A workspace with loads in its queue, and the environment of its processes."""
    told = environment(tmp_path)
    (tmp_path / "static").mkdir()
    run(told, "-m", "sightline.web", "migrate", "-v", "0")
    return tmp_path, told


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_killed_a_hundred_times_every_file_is_loaded_once(
    queued: tuple[Path, dict[str, str]],
) -> None:
    workspace, told = queued
    run(told, "-c", _ADD, str(LOADS))
    whole = _time_of_one(workspace, told)
    chance, alone, in_the_middle = random.Random(5), 0, 0
    for kill in range(KILLS):
        worker = started(told)
        if kill % 4:  # most begin to count when a job is at work, so as to hit it
            until(lambda: processes_of(workspace), 20)
        time.sleep(chance.uniform(0, 1.2 * whole))
        in_the_middle += bool(processes_of(workspace))
        if kill % 2:
            worker.kill()  # its job's process must see that, and end
            alone += 1
        else:
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        assert until(lambda: not processes_of(workspace), 30), "a job went on without its worker"
        _is_whole(workspace)
        # So many kills would use up a job's three tries: that limit has a test of its own.
        change(workspace, "update loads_job set tries = 0 where state = 'running'")
    done = sum(job["state"] == "done" for job in jobs(workspace))
    print(f"killed {KILLS} times, {in_the_middle} with a job at work, {alone} the worker alone; ")
    print(f"a job takes {whole:.1f} s; {done} of {LOADS} loads were done between the kills")
    assert in_the_middle > KILLS / 2
    worker = started(told)
    assert until(lambda: all(j["state"] == "done" for j in jobs(workspace)), 300)
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    _all_is_there(workspace, told)


def _time_of_one(workspace: Path, told: dict[str, str]) -> float:
    """How long a job takes that nobody stops, so that the kills fall all over it."""
    worker = started(told)
    assert until(lambda: any(j["state"] == "running" for j in jobs(workspace)))
    since = time.monotonic()
    assert until(lambda: any(j["state"] == "done" for j in jobs(workspace)))
    took = time.monotonic() - since
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    change(workspace, "update loads_job set tries = 0 where state = 'running'")
    return took


def _is_whole(workspace: Path) -> None:
    """What counts as done is there and as it was; the database is sound."""
    with closing(sqlite3.connect(workspace / "records" / "records.sqlite3", timeout=20)) as records:
        assert records.execute("pragma quick_check").fetchone() == ("ok",)
    there = {row.id for row in Store(workspace / "snapshots").list() if not row.problem}
    for job in jobs(workspace):
        if job["state"] == "done":
            assert json.loads(job["result"])["snapshot"] in there
        else:
            assert job["state"] in ("queued", "running")


def _all_is_there(workspace: Path, told: dict[str, str]) -> None:
    store = Store(workspace / "snapshots")
    assert len(store.list()) == LOADS  # one for each day, and none twice
    assert {row.rows for row in store.list()} == {200}
    assert store.verify() == []
    done = jobs(workspace)
    assert len(done) == LOADS
    for job in done:  # exactly one publishing follows from each load
        following = jobs(workspace, f"after_id = {job['id']} and kind = 'publish'")
        assert len(following) == 1
    change(workspace, "update loads_job set state = 'stopped' where kind <> 'check_and_load'")
    run(
        told,
        "-c",
        "import django; django.setup()\nfrom sightline.web.loads import uploads\nuploads.sweep()",
    )
    assert list((workspace / "records" / "uploads").iterdir()) == []


def test_told_to_stop_it_hands_its_job_back(queued: tuple[Path, dict[str, str]]) -> None:
    workspace, told = queued
    run(told, "-c", _ADD, "1")
    worker = started(told, "--grace", "0")
    assert until(lambda: jobs(workspace)[0]["state"] == "running")
    worker.terminate()
    assert worker.wait(30) == 0
    job = jobs(workspace)[0]
    assert (job["state"], job["tries"], job["lease"]) == ("queued", 0, "")


def test_told_to_stop_it_ends_its_job_if_it_can(queued: tuple[Path, dict[str, str]]) -> None:
    workspace, told = queued
    run(told, "-c", _ADD, "1")
    worker = started(told, "--grace", "120")
    assert until(lambda: jobs(workspace)[0]["state"] == "running")
    worker.terminate()
    assert worker.wait(150) == 0
    assert jobs(workspace)[0]["state"] == "done"


def test_a_process_that_crashes_is_tried_three_times(
    queued: tuple[Path, dict[str, str]],
) -> None:
    workspace, told = queued
    run(told, "-c", _ADD, "1")
    worker = started(told)
    for number in (1, 2, 3):
        assert until(lambda n=number: jobs(workspace)[0]["tries"] == n and processes_of(workspace))
        for process in processes_of(workspace):
            os.kill(process, signal.SIGKILL)
    assert until(lambda: jobs(workspace)[0]["state"] == "failed")
    worker.terminate()
    worker.wait(60)
    assert jobs(workspace)[0]["problem"].startswith("It was begun 3 times")
    assert Store(workspace / "snapshots").list() == []


def test_two_workers_on_postgresql_do_each_job_once_and_its_backup_is_equal(
    tmp_path: Path, postgres_url: str
) -> None:
    """The jobs compare loads that are not there: each fails at its first try."""
    folder = postgres_url.rpartition("host=")[2]
    site = {
        "SIGHTLINE_DATABASE": "postgresql://analyst@/queue",
        "PGHOST": folder,
        "PGUSER": "analyst",
    }
    for name in ("queue", "restored"):
        subprocess.run(["createdb", name], env=os.environ | site, check=True)
    told = environment(tmp_path / "one", **site)
    (tmp_path / "one" / "static").mkdir(parents=True)
    run(told, "-m", "sightline.web", "migrate", "-v", "0")
    script = (
        "import django; django.setup()\nfrom sightline.web.loads import queue\n"
        "for n in range(30): queue.add('compare', 'ana', before=str(n), after='x')"
    )
    run(told, "-c", script)
    two = [started(told, "--once", "--here") for _ in range(2)]
    assert [one.wait(120) for one in two] == [0, 0]
    count = (
        "import django; django.setup()\nfrom sightline.web.loads.models import Job\n"
        "print(sorted(Job.objects.values_list('state', 'tries', 'what__before')))"
    )
    said = run(told, "-c", count)
    assert said.count("('failed', 1,") == 30
    run(told, "-m", "sightline.web", "backup", str(tmp_path / "b.tar.gz"))
    new = told | {"SIGHTLINE_DATABASE": "postgresql://analyst@/restored"}
    new["SIGHTLINE_WORKSPACE"] = str(tmp_path / "two")
    restore = (
        "-m",
        "sightline.web",
        "restore",
        str(tmp_path / "b.tar.gz"),
        "--into",
        str(tmp_path / "two"),
    )
    assert "made by Sightline" in run(new, *restore)
    assert run(new, "-c", count) == said
