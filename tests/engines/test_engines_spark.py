"""Spark keeps to one folder, shows no page, says nothing, and leaves nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from engine_tables import written

from sightline.engines import Engine
from sightline.kit.problems import UserError

pytestmark = pytest.mark.slow

SCRIPT = """
import sys, pathlib

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in ("pandas", "polars"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Absent())
from sightline.engines import Limits, engine
folder, *paths = map(pathlib.Path, sys.argv[1:])
with engine("spark", Limits(memory_mb=600, folder=folder)).open(
    {p.name.removesuffix(".parquet"): p for p in paths}, "s"
) as lists:
    children = lists["annex_a.children"]
    print(lists.run(children.count()).column(0).to_pylist())
    made = [p.name.partition("-")[0] for p in folder.iterdir()]
    print(made)
"""


def test_nothing_is_written_elsewhere_nor_left_behind(spark_folder: Path, tmp_path: Path) -> None:
    """Neither where it was started nor beside the snapshot; no log on the screen; no pandas."""
    working, folder, snapshot = tmp_path / "working", tmp_path / "folder", tmp_path / "snapshot"
    working.mkdir()
    paths = written(snapshot)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, folder, *paths.values()],
        cwd=working, capture_output=True, text=True, timeout=180,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("[6]\n['spark']\n", "")
    assert [os.listdir(place) for place in (working, folder)] == [[], []]
    assert sorted(os.listdir(snapshot)) == ["annex_a.children.parquet", "annex_a.plans.parquet"]


def test_it_runs_as_it_should(
    opened_engine: Callable[[str], Engine], spark_folder: Path, tmp_path: Path
) -> None:
    """In UTC, without its pages, reachable from here only, its warehouse in the folder."""
    with opened_engine("spark").open(written(tmp_path), "s") as lists:
        said = lists._session.conf
        assert said.get("spark.sql.session.timeZone") == "UTC"
        assert said.get("spark.ui.enabled") == "false"
        assert said.get("spark.driver.bindAddress") == "127.0.0.1"
        assert said.get("spark.master") == "local[2]"
        assert said.get("spark.sql.warehouse.dir").startswith(f"file:{spark_folder}/")
        assert said.get("spark.local.dir").startswith(str(spark_folder))


def test_no_file_is_read_by_its_path(
    opened_engine: Callable[[str], Engine], tmp_path: Path
) -> None:
    """A query names lists, not files."""
    from pyspark.errors import AnalysisException

    parquets = written(tmp_path)
    with opened_engine("spark").open(parquets, "s") as lists:
        schema = lists.run(lists["annex_a.children"].count()).schema
        with pytest.raises(AnalysisException):
            lists._fetch(f"SELECT count(*) FROM parquet.`{parquets['annex_a.plans']}`", schema)


def test_names_are_forgotten_when_the_lists_are_closed(
    opened_engine: Callable[[str], Engine], tmp_path: Path
) -> None:
    """Those of the snapshot, and of small tables with their files."""
    import ibis
    import pyarrow as pa

    small = ibis.memtable(pa.table({"child_id": ["007"]}))
    with opened_engine("spark").open(written(tmp_path), "s") as lists:
        session, folder = lists._session, lists._folder
        held = lists["annex_a.children"].semi_join(small, "child_id")
        assert lists.run(held.count()).column(0).to_pylist() == [1]
        assert len([t for t in session.catalog.listTables() if t.isTemporary]) == 3
        assert len(list(folder.glob("spark-table-*"))) == 1
    assert session.catalog.listTables() == []
    assert list(folder.glob("spark-table-*")) == []


def test_another_cluster_needs_another_process(
    opened_engine: Callable[[str], Engine], tmp_path: Path
) -> None:
    """Java runs one Spark at a time."""
    from sightline.engines import engine

    with (
        opened_engine("spark").open(written(tmp_path), "s"),
        pytest.raises(UserError, match=r"spark://nowhere:7077 in another process"),
        engine("spark://nowhere:7077").open({}, "s"),
    ):
        pass
