"""What several rooms' tests run against: a PostgreSQL server to throw away, Spark, the engines."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sightline.engines import Engine, Limits, engine
from sightline.engines.spark_start import java_version

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


@pytest.fixture(scope="session")
def spark_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Spark may write; skips where there is no Spark or no Java for it."""
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    home = os.environ.get("JAVA_HOME")
    java = f"{home}/bin/java" if home else shutil.which("java")
    if not java or java_version(java) < 17:
        pytest.skip("there is no Java 17 on this computer")
    return tmp_path_factory.mktemp("spark")


@pytest.fixture(scope="session")
def opened_engine(request: pytest.FixtureRequest) -> Callable[[str], Engine]:
    """An engine by its name; skips where this computer has not got it."""

    def named(name: str) -> Engine:
        if name == "postgres":
            return engine(request.getfixturevalue("postgres_url"))
        if name == "spark":
            folder = request.getfixturevalue("spark_folder")
            return engine("spark", Limits(memory_mb=1024, folder=folder))
        return engine(None)

    return named
