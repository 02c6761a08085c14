"""Starting Spark: a Java machine that keeps to one folder, shows no page, and says nothing."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.engines.base import Limits
from sightline.kit.problems import UserError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# What Spark 4 is made for.
JAVA = 17
# Spark does not start with less.
LEAST_MB = 512


def started(master: str, limits: Limits) -> SparkSession:
    """The Spark of this process, started if there is none.

    Raises ``UserError`` where pyspark or Java is missing, or Spark does not start, or another
    Spark than the one asked for runs already.
    """
    sql = _package()
    running = sql.SparkSession.getActiveSession() or sql.SparkSession._instantiatedSession
    if running is not None and running.sparkContext._jsc is not None:
        return _the_one_asked_for(running, master)
    _check_java()
    return _start(sql, master, limits)


def _package() -> Any:
    try:
        import pyspark.sql as sql
    except ImportError:
        raise UserError(
            'Spark needs the package pyspark. Install it with pip install "sightline[spark]".'
        ) from None
    return sql


def _the_one_asked_for(running: SparkSession, master: str) -> SparkSession:
    here = running.sparkContext.master
    if master.startswith("spark://") and here != master:
        raise UserError(f"A Spark at {here} is in use already. Run {master} in another process.")
    return running


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    found = java_version(java) if java else 0
    if found < JAVA:
        has = f"Java {found} is too old" if found else "there is no Java here"
        raise UserError(
            f"Spark needs Java {JAVA}, and {has}. Install it (on Debian and Ubuntu: apt install "
            f"openjdk-{JAVA}-jre-headless) or set JAVA_HOME to where it is."
        )


def java_version(java: str) -> int:
    """The release of a Java program: 17 for "17.0.15", 8 for "1.8.0"; 0 where it does not run."""
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r'version "(?:1\.)?(\d+)', said.stderr + said.stdout)
    return int(found[1]) if found else 0


def _start(sql: Any, master: str, limits: Limits) -> SparkSession:
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway

    if limits.folder is not None:
        limits.folder.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="spark-", dir=limits.folder)).absolute()
    conf = SparkConf(loadDefaults=False).setAll(list(_settings(master, limits, folder).items()))
    log = folder / "spark.log"
    try:
        if SparkContext._gateway is None:
            with log.open("wb") as said:
                gateway = launch_gateway(conf, {"stdout": said, "stderr": said})
            SparkContext._ensure_initialized(gateway=gateway, conf=conf)
        session = sql.SparkSession(SparkContext(conf=conf))
    except Exception as error:
        raise _not_started(error, log) from error
    atexit.register(_stop, session, folder)
    return session


def _settings(master: str, limits: Limits, folder: Path) -> dict[str, str]:
    settings = {
        "spark.master": master,
        "spark.app.name": "sightline",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.catalogImplementation": "in-memory",
        "spark.sql.warehouse.dir": (folder / "warehouse").as_uri(),
        "spark.local.dir": str(folder),
        "spark.driver.memory": f"{max(limits.memory_mb, LEAST_MB)}m",
        "spark.driver.extraJavaOptions": (
            f'-Djava.io.tmpdir="{folder}" -Dderby.system.home="{folder}" -Duser.timezone=UTC'
        ),
    }
    if master.startswith("local"):
        # Nobody else need reach it.
        loopback = "127.0.0.1"
        settings |= {"spark.driver.bindAddress": loopback, "spark.driver.host": loopback}
    return settings


def _not_started(error: Exception, log: Path) -> UserError:
    said = log.read_text(errors="replace").strip().splitlines() if log.exists() else []
    reason = next((line for line in said if "rror" in line), str(error).splitlines()[0])
    return UserError(f"Spark did not start: {reason.strip()}. Its log is {log}.")


def _stop(session: SparkSession, folder: Path) -> None:
    session.stop()
    shutil.rmtree(folder, ignore_errors=True)
