"""DuckDB reaches nothing but what it is handed, and keeps within what it may use."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import duckdb
import ibis
import pytest
from engine_tables import written

from sightline.engines import Limits, engine
from sightline.kit.problems import UserError

# Where the snapshot is, and a file beside it that is none of an engine's business.
ATTEMPTS = {
    "another file": "SELECT * FROM read_csv('{folder}/beside.csv')",
    "another file's text": "SELECT * FROM read_text('{folder}/beside.csv')",
    "the snapshot's own file": "SELECT * FROM read_parquet('{list}')",
    "what files there are": "SELECT * FROM glob('{folder}/*')",
    "a file by its name": "SELECT * FROM '{folder}/beside.csv'",
    "writing": "COPY (SELECT 1) TO '{folder}/new.csv'",
    "writing into the temporary folder": "COPY (SELECT 1) TO '{temporary}/new.csv'",
    "writing over the snapshot": "COPY (SELECT 1 AS a) TO '{list}' (FORMAT parquet)",
    "writing over it directly": (
        "COPY (SELECT 1 AS a) TO '{list}' (FORMAT parquet, USE_TMP_FILE false)"
    ),
    "exporting": "EXPORT DATABASE '{folder}/out'",
    "attaching": "ATTACH '{folder}/new.db'",
    "installing": "INSTALL httpfs",
    "loading": "LOAD httpfs",
    "the network": "SELECT * FROM read_csv('http://127.0.0.1:9/a.csv')",
    "the network, encrypted": "SELECT * FROM read_parquet('https://127.0.0.1:9/a.parquet')",
    "a bucket": "SELECT * FROM read_parquet('s3://bucket/a.parquet')",
    "a secret": "CREATE PERSISTENT SECRET s (TYPE s3)",
    "allowing files": "SET enable_external_access = true",
    "allowing a folder": "SET allowed_directories = ['/']",
    "unlocking": "SET lock_configuration = false",
    "resetting": "RESET lock_configuration",
    "more memory": "SET memory_limit = '100GB'",
    "more threads": "PRAGMA threads = 64",
    "other files for temporary ones": "SET temp_directory = '{folder}'",
}


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    """A snapshot, what is beside it, and where an engine may write."""
    folder = tmp_path / "snapshot"
    listed = written(folder)["annex_a.children"]
    (folder / "beside.csv").write_text("secret\n1\n", encoding="utf-8")
    return {"folder": folder, "list": listed, "temporary": tmp_path / "temporary"}


@pytest.fixture(params=["with a folder", "without"])
def connection(
    request: pytest.FixtureRequest, places: dict[str, Path]
) -> Iterator[duckdb.DuckDBPyConnection]:
    """What is behind open lists."""
    folder = places["temporary"] if request.param == "with a folder" else None
    with engine(None, Limits(folder=folder)).open(
        {"annex_a.children": places["list"]}, "snapshot"
    ) as lists:
        yield lists._connection


@pytest.mark.parametrize("attempt", [a for a in ATTEMPTS if "temporary folder" not in a])
def test_nothing_else_can_be_reached(
    connection: duckdb.DuckDBPyConnection, places: dict[str, Path], attempt: str
) -> None:
    """Not even by whoever gets hold of the connection; nothing is read, made or changed."""
    before = _prints(places["folder"])
    with pytest.raises(duckdb.Error, match=r"disabled|locked|does not exist"):
        connection.execute(ATTEMPTS[attempt].format(**places)).fetchall()
    assert _prints(places["folder"]) == before


def test_the_attempts_would_succeed_elsewhere(places: dict[str, Path]) -> None:
    """They fail for what is forbidden, not for a slip in how they are written."""
    free = duckdb.connect(":memory:")
    for attempt in ("another file", "another file's text", "the snapshot's own file",
                    "what files there are", "a file by its name", "writing"):  # fmt: skip
        assert free.execute(ATTEMPTS[attempt].format(**places)).fetchall(), attempt
    assert (places["folder"] / "new.csv").exists()
    free.close()


def test_only_a_query_is_run(places: dict[str, Path]) -> None:
    """What would change the connection, or leave a file, is refused before it is run."""
    with engine(None, Limits(folder=places["temporary"])).open(
        {"annex_a.children": places["list"]}, "snapshot"
    ) as lists:
        schema = lists.run(lists["annex_a.children"].count()).schema
        for statement in (
            "CREATE OR REPLACE VIEW annex_a__children AS SELECT 1",
            "DROP VIEW annex_a__children",
            "SELECT 1; SELECT 2",
            ATTEMPTS["writing into the temporary folder"].format(**places),
        ):
            with pytest.raises(ValueError, match="nothing but queries"):
                lists._fetch(statement, schema)
        assert lists.run(lists["annex_a.children"].count()).column(0).to_pylist() == [6]


def test_the_snapshot_is_as_it_was_and_nothing_is_left(places: dict[str, Path]) -> None:
    """Opening and asking leaves no file behind."""
    before = _prints(places["folder"])
    with engine("duckdb", Limits(folder=places["temporary"])).open(
        {"annex_a.children": places["list"]}, "snapshot"
    ) as lists:
        lists.run(lists["annex_a.children"].order_by("name"))
    assert _prints(places["folder"]) == before
    assert list(places["temporary"].iterdir()) == []


def test_memory_and_threads_are_what_was_allowed(places: dict[str, Path]) -> None:
    """As DuckDB says itself."""
    with engine(None, Limits(memory_mb=100, threads=1)).open({}, "snapshot") as lists:
        said = dict(
            lists._connection.execute(
                "SELECT name, value FROM duckdb_settings() WHERE name IN "
                "('memory_limit', 'threads', 'temp_directory', 'TimeZone')"
            ).fetchall()
        )
    assert said == {
        "memory_limit": "100.0 MiB", "threads": "1", "temp_directory": "", "TimeZone": "UTC"
    }  # fmt: skip


def test_running_out_of_memory_says_what_to_do() -> None:
    """And does not end the process."""
    numbers = ibis.range(2_000_000).unnest().name("n").as_table()
    many = numbers.group_by(text=ibis._.n.cast("string") + "-of-many").agg(rows=ibis._.count())
    with (
        engine(None, Limits(memory_mb=20)).open({}, "snapshot") as lists,
        pytest.raises(UserError, match=r"ran out of the memory it may use\. Allow it more"),
    ):
        lists.run(many)


def test_with_a_folder_it_makes_do(tmp_path: Path) -> None:
    """What does not fit into memory goes there."""
    numbers = ibis.range(1_000_000).unnest().name("n").as_table()
    ordered = numbers.mutate(place=ibis.row_number().over(order_by=-numbers.n)).agg(
        last=ibis._.place.max()
    )
    with engine(None, Limits(memory_mb=60, folder=tmp_path / "made")).open({}, "s") as lists:
        assert lists.run(ordered).to_pydict() == {"last": [999_999]}


def _prints(folder: Path) -> dict[str, str]:
    files = sorted(folder.rglob("*"))
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files if f.is_file()}
