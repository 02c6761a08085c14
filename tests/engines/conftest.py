"""Spark, and the engines by name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sightline.engines import Engine, Limits, engine
from sightline.engines.spark_start import java_version


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
