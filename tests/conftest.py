"""What several rooms' tests run against: a PostgreSQL server to throw away."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))


def _unprivileged() -> list[str]:
    """What goes before a command so that PostgreSQL, which refuses root, runs as another."""
    if os.geteuid() != 0:
        return []
    for user in ("postgres", "nobody"):
        try:
            return ["setpriv", f"--reuid={pwd.getpwnam(user).pw_uid}", "--clear-groups", "--"]
        except KeyError:
            continue
    pytest.skip("root has no other user to run PostgreSQL as")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of an empty database on a server of its own, reached by a socket only."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    if not BINARIES or not (BINARIES[-1] / "initdb").exists():
        pytest.skip("there is no PostgreSQL server on this computer")
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    user, binaries = _unprivileged(), BINARIES[-1]
    if user:
        os.chown(folder, int(user[1].partition("=")[2]), -1)
    try:
        yield from _served(folder, user, binaries)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _served(folder: Path, user: list[str], binaries: Path) -> Iterator[str]:
    data = str(folder / "data")

    def run(*command: str) -> None:
        done = subprocess.run(
            [*user, str(binaries / command[0]), *command[1:]],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    run("initdb", "-D", data, "-U", "analyst", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
        "--no-sync")  # fmt: skip
    options = f"-c listen_addresses= -c fsync=off -k {folder}"
    run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://analyst@/postgres?host={folder}"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
