"""Choosing an engine, opening several snapshots, and what is said when one is not to be had."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import ibis
import pyarrow as pa
import pytest
from engine_tables import children, plans, written

from sightline.engines import Engine, engine
from sightline.engines.kinds import typed_schema
from sightline.kit.problems import UserError

EVERY = pytest.mark.parametrize(
    "name",
    [
        "duckdb",
        pytest.param("postgres", marks=pytest.mark.slow),
        pytest.param("spark", marks=pytest.mark.slow),
    ],
)


@EVERY
def test_a_pool_holds_the_rows_of_all(
    opened_engine: Callable[[str], Engine], tmp_path: Path, name: str
) -> None:
    """With the authority first; what one does not have is empty for it."""
    newer = written(tmp_path / "a", children=children().slice(0, 2), plans=plans())
    older = written(tmp_path / "b", children=children().slice(2, 3).drop(["hours", "team"]))
    pool = {"Ashby": newer, "Bramley & O'Dell": older}
    names = {"Ashby": "2026-10-31-aaaa", "Bramley & O'Dell": "2026-09-30-bbbb"}
    with opened_engine(name).open_pool(pool, names) as lists:
        assert sorted(lists) == ["annex_a.children", "annex_a.plans"]
        together = lists["annex_a.children"]
        assert together.columns == ("authority", *children().column_names)
        found = lists.run(together.select("authority", "child_id", "hours").order_by("child_id"))
        assert [tuple(row.values()) for row in found.to_pylist()] == [
            ("Ashby", "007", 1.5),
            ("Ashby", "008", -0.25),
            ("Bramley & O'Dell", "009", None),
            ("Bramley & O'Dell", "010", None),
            ("Bramley & O'Dell", "011", None),
        ]
        figures = together.group_by("authority").agg(
            children=together.child_id.nunique(), north=(together.team == "North").sum()
        )
        assert lists.run(figures.order_by("authority")).to_pydict() == {
            "authority": ["Ashby", "Bramley & O'Dell"],
            "children": [2, 3],
            "north": [2, None],
        }
        having_plans = lists.run(lists["annex_a.plans"].select("authority").distinct())
        assert having_plans.to_pydict() == {"authority": ["Ashby"]}


def test_a_column_of_two_kinds_cannot_be_pooled(tmp_path: Path) -> None:
    """It is named; lists that agree are still to be had."""
    one = written(tmp_path / "a", odd=pa.table({"n": [1]}), plans=plans())
    other = written(tmp_path / "b", odd=pa.table({"n": ["one"]}))
    with engine().open_pool(
        {"Ashby": one, "Bramley": other}, {"Ashby": "a", "Bramley": "b"}
    ) as lists:
        assert (len(lists), "annex_a.odd" in lists) == (2, True)
        with pytest.raises(TypeError, match=r"annex_a\.odd\.n is int64 for some and string"):
            lists["annex_a.odd"]
        assert lists.run(lists["annex_a.plans"]).num_rows == 5


@EVERY
def test_two_that_are_open_at_once_do_not_see_each_other(
    opened_engine: Callable[[str], Engine], tmp_path: Path, name: str
) -> None:
    """Each answers from its own snapshot, small tables included."""
    one = written(tmp_path / "a", children=children().slice(0, 2))
    other = written(tmp_path / "b", children=children().slice(0, 5))
    small = ibis.memtable(pa.table({"child_id": ["007", "009"]}))
    chosen = opened_engine(name)
    with (
        chosen.open(one, "2026-10-31-cccc") as first,
        chosen.open(other, "2026-10-31-dddd") as second,
    ):
        for lists, rows, met in ((first, 2, 1), (second, 5, 2), (first, 2, 1)):
            held = lists["annex_a.children"]
            assert lists.run(held.count()).column(0).to_pylist() == [rows]
            assert lists.run(held.semi_join(small, "child_id").count()).column(0).to_pylist() == [
                met
            ]


@EVERY
def test_a_file_that_is_damaged_or_gone_is_named(
    opened_engine: Callable[[str], Engine], tmp_path: Path, name: str
) -> None:
    """With what to do."""
    path = tmp_path / "annex_a.children.parquet"
    path.write_bytes(b"PAR1 no more")
    for said in (path, tmp_path / "annex_a.gone.parquet"):
        with (
            pytest.raises(UserError, match=rf"^{said.name}: .*snapshots verify"),
            opened_engine(name).open({"annex_a.children": said}, "2026-10-31-eeee"),
        ):
            pass


def test_text_has_one_type_however_it_was_written(tmp_path: Path) -> None:
    """As a dictionary, large, or without a value at all."""
    table = pa.table(
        {
            "a": pa.array(["x", None]).dictionary_encode(),
            "b": pa.array(["y", "z"], pa.large_string()),
            "c": pa.array([None, None], pa.null()),
            "d": pa.array([1, None], pa.timestamp("ms")),
        }
    )
    path = written(tmp_path, odd=table)["annex_a.odd"]
    text = pa.string()
    expected = [("a", text), ("b", text), ("c", text), ("d", pa.timestamp("us"))]
    assert typed_schema("annex_a.odd", path) == pa.schema(expected)
    with engine().open({"annex_a.odd": path}, "s") as lists:
        odd = lists["annex_a.odd"]
        assert lists.run(odd.order_by("b").select("a", "b", "c")).to_pydict() == {
            "a": ["x", None], "b": ["y", "z"], "c": [None, None]
        }  # fmt: skip


def test_a_kind_that_no_standard_has_is_an_error_of_ours(tmp_path: Path) -> None:
    """It names the column."""
    path = written(tmp_path, odd=pa.table({"times": [[1, 2]]}))["annex_a.odd"]
    with pytest.raises(TypeError, match=r"annex_a\.odd\.times is list"):
        typed_schema("annex_a.odd", path)


@pytest.mark.parametrize("url", ["sqlite:///file", "oracle://u:s3cret@host/db", "sparks"])
def test_an_unknown_engine_is_refused_without_repeating_its_address(url: str) -> None:
    """It says which there are."""
    with pytest.raises(UserError, match="Use duckdb, postgresql://") as caught:
        engine(url)
    assert "s3cret" not in str(caught.value)


def test_choosing_an_engine_opens_nothing() -> None:
    """Each is known by its title."""
    titles = [
        engine(u).title for u in (None, "duckdb", "postgresql://h/d", "spark", "spark://h:7077")
    ]
    assert titles == ["DuckDB", "DuckDB", "PostgreSQL", "Spark", "Spark"]
    assert (engine().drop("2026-10-31-aaaa"), engine().held()) == (False, [])


CHEAP = """
import sys, pathlib

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in ("pandas", "polars"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Absent())

from sightline.engines import engine
engine(); engine("spark"); engine("postgresql://h/d")
heavy = ("ibis", "duckdb", "pyarrow", "psycopg", "pyspark")
print([m for m in heavy if m in sys.modules])
with engine().open({"plans": pathlib.Path(sys.argv[1])}, "s") as lists:
    print(lists.run(lists["plans"].count()).column(0).to_pylist())
print([m for m in heavy if m in sys.modules])
"""


def test_importing_the_room_is_cheap(tmp_path: Path) -> None:
    """Nothing heavy, until an engine is opened; and neither pandas nor polars is needed."""
    done = subprocess.run(
        [sys.executable, "-c", CHEAP, written(tmp_path)["annex_a.plans"]],
        capture_output=True, text=True,
    )  # fmt: skip
    expected = ["[]", "[5]", "['ibis', 'duckdb', 'pyarrow']"]
    assert done.stdout.splitlines() == expected, done.stderr


@pytest.mark.parametrize(
    ("url", "package", "extra"),
    [("postgresql://host/db", "psycopg", "postgres"), ("spark", "pyspark.sql", "spark")],
)
def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, url: str, package: str, extra: str
) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, package, None)
    command = rf'pip install "sightline\[{extra}\]"'
    with pytest.raises(UserError, match=command), engine(url).open({}, "s"):
        pass


@pytest.mark.parametrize(
    ("said", "problem"),
    [('openjdk version "11.0.2" 2019-01-15', "Java 11 is too old"),
     ('java version "1.8.0_301"', "Java 8 is too old"),
     ("", "there is no Java here")],
)  # fmt: skip
def test_without_java_17_spark_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, problem: str
) -> None:
    """And how to get it."""
    from sightline.engines.spark_start import _check_java

    if said:
        (tmp_path / "bin").mkdir()
        java = tmp_path / "bin" / "java"
        java.write_text(f"#!/bin/sh\necho '{said}' >&2\n", encoding="utf-8")
        java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", os.fspath(tmp_path))
    with pytest.raises(UserError, match=f"{problem}.*openjdk-17"):
        _check_java()
