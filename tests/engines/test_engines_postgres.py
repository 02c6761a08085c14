"""PostgreSQL: loaded once and whole, only read from then on, and telling no secrets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from engine_tables import children, plans, written

from sightline.engines import Engine, Limits, engine
from sightline.engines.postgres import Postgres
from sightline.kit.problems import UserError

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
NAME = "2026-10-31-0123456789ab"


@pytest.fixture
def postgres(opened_engine: Callable[[str], Engine]) -> Postgres:
    """An engine over a database without any snapshot."""
    found = opened_engine("postgres")
    assert isinstance(found, Postgres)
    for name in found.held():
        found.drop(name)
    return found


@pytest.fixture
def asking(postgres: Postgres, postgres_url: str) -> Iterator[Callable[..., list[tuple[Any, ...]]]]:
    """A connection of somebody else's to the same database."""
    with psycopg.connect(postgres_url, autocommit=True) as connection:

        def ask(query: str) -> list[tuple[Any, ...]]:
            cursor = connection.execute(query)
            return cursor.fetchall() if cursor.description else []

        yield ask


def _tables(ask: Callable[..., list[tuple[Any, ...]]]) -> dict[str, int]:
    """The tables of snapshots, with the number that PostgreSQL gave each as it was made."""
    return dict(
        ask("SELECT schemaname || '.' || tablename, (quote_ident(schemaname) || '.' || "
            "quote_ident(tablename))::regclass::oid::int FROM pg_tables "
            "WHERE schemaname LIKE 'sightline%'")
    )  # fmt: skip


@pytest.mark.slow
def test_a_snapshot_is_loaded_once(
    postgres: Postgres, asking: Callable[..., list[tuple[Any, ...]]], tmp_path: Path
) -> None:
    """Into a schema of its own, with types of PostgreSQL's; opened again, it is as it was."""
    parquets = written(tmp_path)
    with postgres.open(parquets, NAME):
        made = _tables(asking)
    schema = f"sightline_{NAME}"
    assert sorted(made) == [
        f"{schema}.annex_a__children", f"{schema}.annex_a__plans", f"{schema}.sightline_loaded"
    ]  # fmt: skip
    with postgres.open(parquets, NAME):
        assert _tables(asking) == made
    types = asking(
        "SELECT column_name, data_type FROM information_schema.columns "
        "WHERE table_name = 'annex_a__children' AND column_name IN "
        "('name', 'born_on', 'seen_at', 'visits', 'hours', '_row')"
    )
    assert dict(types) == {
        "name": "text",
        "born_on": "date",
        "seen_at": "timestamp without time zone",
        "visits": "bigint",
        "hours": "double precision",
        "_row": "integer",
    }


@pytest.mark.slow
def test_every_kind_of_column_has_a_type(postgres: Postgres, tmp_path: Path) -> None:
    """Yes and no too, and text that looks like the end of a file or like nothing."""
    table = pa.table(
        {
            "flag": [True, None, False, True],
            "text": ["\\.", "", None, 'a"b\r\n\\.\n,c'],
            "number": pa.array([1, None, -2147483648, 2147483647], pa.int32()),
        }
    )
    with postgres.open(written(tmp_path, odd=table), NAME) as lists:
        back = lists.run(lists["annex_a.odd"])
    assert back.schema.equals(table.schema)
    assert back.to_pylist() == table.to_pylist()


@pytest.mark.slow
def test_many_rows_come_over_in_parts(postgres: Postgres, tmp_path: Path) -> None:
    """All of them, in the order asked for."""
    table = pa.table({"n": pa.array(range(70_001), pa.int64())})
    with postgres.open(written(tmp_path, many=table), NAME) as lists:
        assert lists.run(lists["annex_a.many"].order_by("n")).equals(table)


@pytest.mark.slow
def test_a_load_that_is_interrupted_leaves_nothing(
    postgres: Postgres,
    asking: Callable[..., list[tuple[Any, ...]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And the next one is whole."""
    from sightline.engines import postgres_load

    def fails(*_: object) -> None:
        raise InterruptedError

    parquets = written(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(postgres_load, "_mark", fails)
        with pytest.raises(InterruptedError), postgres.open(parquets, NAME):
            pass
    assert _tables(asking) == {}
    with postgres.open(parquets, NAME) as lists:
        assert lists.run(lists["annex_a.plans"]).num_rows == 5


@pytest.mark.slow
@pytest.mark.parametrize(
    "harm",
    [
        'DROP TABLE "{0}".sightline_loaded; DELETE FROM "{0}".annex_a__children',
        "DELETE FROM \"{0}\".sightline_loaded WHERE list = 'annex_a.plans'; "
        'DROP TABLE "{0}".annex_a__plans',
        "UPDATE \"{0}\".sightline_loaded SET sha256 = 'another'; "
        'DELETE FROM "{0}".annex_a__children',
    ],
)
def test_what_is_not_marked_as_complete_is_loaded_anew(
    postgres: Postgres, asking: Callable[..., list[tuple[Any, ...]]], tmp_path: Path, harm: str
) -> None:
    """A schema without the mark, without a list, or of other files."""
    parquets = written(tmp_path)
    with postgres.open(parquets, NAME):
        pass
    asking(harm.format(f"sightline_{NAME}"))
    with postgres.open(parquets, NAME) as lists:
        assert lists.run(lists["annex_a.children"]).num_rows == 6
        assert lists.run(lists["annex_a.plans"]).num_rows == 5


@pytest.mark.slow
def test_several_that_load_at_once_wait_for_each_other(
    postgres: Postgres, asking: Callable[..., list[tuple[Any, ...]]], tmp_path: Path
) -> None:
    """All see the whole, and it is loaded once."""
    parquets = written(tmp_path)

    def count(_: int) -> tuple[int, int]:
        with postgres.open(parquets, NAME) as lists:
            rows = lists.run(lists["annex_a.children"]).num_rows
            return rows, _tables(asking)[f"sightline_{NAME}.annex_a__children"]

    with ThreadPoolExecutor(4) as pool:
        seen = list(pool.map(count, range(4)))
    assert {rows for rows, _ in seen} == {6}
    assert len({number for _, number in seen}) == 1


@pytest.mark.slow
def test_questions_can_only_read(
    postgres: Postgres, asking: Callable[..., list[tuple[Any, ...]]], tmp_path: Path
) -> None:
    """What would write is refused by PostgreSQL itself, even inside of a query."""
    with postgres.open(written(tmp_path), NAME) as lists:
        listed = f'"sightline_{NAME}".annex_a__children'
        schema = lists.run(lists["annex_a.children"].count()).schema
        asking("CREATE SEQUENCE IF NOT EXISTS counted")
        for query, error in (
            ("SELECT nextval('counted')", psycopg.errors.ReadOnlySqlTransaction),
            (f"WITH d AS (DELETE FROM {listed} RETURNING 1) SELECT * FROM d",
             psycopg.errors.FeatureNotSupported),
            (f"DELETE FROM {listed}", psycopg.errors.SyntaxError),
            (f"SELECT 1; DELETE FROM {listed}", psycopg.errors.SyntaxError),
        ):  # fmt: skip
            with pytest.raises(error):
                lists._fetch(query, schema)
        assert lists.run(lists["annex_a.children"].count()).column(0).to_pylist() == [6]


@pytest.mark.slow
def test_a_snapshot_is_dropped_by_its_name(postgres: Postgres, tmp_path: Path) -> None:
    """And no other."""
    parquets = written(tmp_path)
    for name in (NAME, NAME + "_2"):
        with postgres.open(parquets, name):
            pass
    assert postgres.held() == [NAME, NAME + "_2"]
    assert postgres.drop(NAME) is True
    assert postgres.held() == [NAME + "_2"]
    assert (postgres.drop(NAME), postgres.drop("2026")) == (False, False)


@pytest.mark.slow
@pytest.mark.parametrize("name", ['x"; DROP SCHEMA public', "", "a b", "x" * 60])
def test_a_name_that_would_not_be_kept_whole_is_refused(postgres: Postgres, name: str) -> None:
    """PostgreSQL would cut it, or mistake it."""
    with pytest.raises(ValueError, match="cannot be kept in PostgreSQL"), postgres.open({}, name):
        pass


@pytest.mark.slow
def test_a_nul_in_a_text_is_shown_by_its_sign(postgres: Postgres, tmp_path: Path) -> None:
    """The load goes on; what differed before and after the character differs still."""
    names = ["A\x00B", "AB", "\x00", "", None, 'quote"\x00,']
    table = pa.table({"child_id": names, "n": pa.array(range(6), pa.int64())})
    with postgres.open(written(tmp_path, odd=table), NAME) as lists:
        found = lists.run(lists["annex_a.odd"].order_by("n"))
    assert found["child_id"].to_pylist() == ["A␀B", "AB", "␀", "", None, 'quote"␀,']


@pytest.mark.slow
def test_a_value_that_cannot_be_kept_names_the_list_and_no_row(
    postgres: Postgres, asking: Callable[..., list[tuple[Any, ...]]], tmp_path: Path
) -> None:
    """A day long before any that PostgreSQL has."""
    days = pa.array([-3_000_000], pa.int32()).cast(pa.date32())
    table = pa.table({"child_id": ["Hidden"], "born_on": days})
    with (
        pytest.raises(
            UserError, match=r"^annex_a\.odd: PostgreSQL cannot keep a value of"
        ) as caught,
        postgres.open(written(tmp_path, odd=table), NAME),
    ):
        pass
    assert "Hidden" not in str(caught.value)
    assert "6244" not in str(caught.value)
    assert _tables(asking) == {}


@pytest.mark.slow
def test_a_user_who_may_not_load_is_told(
    postgres: Postgres,
    asking: Callable[..., list[tuple[Any, ...]]],
    postgres_url: str,
    tmp_path: Path,
) -> None:
    """In PostgreSQL's own words, with the place."""
    asking("DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN")
    other = engine(postgres_url.replace("analyst@", "reader@"))
    with (
        pytest.raises(UserError, match="permission denied for database postgres"),
        other.open(written(tmp_path), NAME),
    ):
        pass


@pytest.mark.slow
def test_order_does_not_depend_on_the_databases_language(
    postgres: Postgres, postgres_url: str, tmp_path: Path
) -> None:
    """Small letters come after capitals, and é has a capital, in any database."""
    table = pa.table({"name": ["b", "A", "é", "B", "a"]})
    with postgres.open(written(tmp_path, names=table), NAME) as lists:
        names = lists["annex_a.names"]
        found = lists.run(names.select("name", up=names.name.upper()).order_by("name"))
    assert found.to_pydict() == {"name": ["A", "B", "a", "b", "é"], "up": ["A", "B", "A", "B", "É"]}


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://anna:s3cret%40x@127.0.0.1:1/db",
        "postgresql://anna:s3cret@127.0.0.1:1/db?connect_timeout=2",
        "postgresql://anna@127.0.0.1:1/db?password=s3cret",
        "postgresql://anna:s3cret@host:notaport/db",
        "postgresql://anna:s3cret@[bad/db",
        "postgresql://anna:s3cret@127.0.0.1:1/db?nonsense=1",
    ],
)
def test_a_password_is_in_no_message(url: str) -> None:
    """Neither in errors nor in what is printed of the engine."""
    chosen = engine(url)
    with pytest.raises(UserError) as caught, chosen.open({}, NAME):
        pass
    for said in (str(caught.value), repr(chosen), str(chosen)):
        assert "s3cret" not in said
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_server_that_is_not_there_is_named() -> None:
    """With what to look at."""
    with (
        pytest.raises(UserError, match=r"^PostgreSQL at 127\.0\.0\.1/db cannot be used: .*refused"),
        engine("postgresql://anna@127.0.0.1:1/db", Limits()).open({}, NAME),
    ):
        pass


@pytest.mark.slow
def test_children_and_plans_of_one_snapshot_meet(postgres: Postgres, tmp_path: Path) -> None:
    """Lists given later under another name are another snapshot."""
    with postgres.open(written(tmp_path / "a", plans=plans()), NAME) as lists:
        assert list(lists) == ["annex_a.plans"]
    with postgres.open(written(tmp_path / "b", children=children()), NAME + "b") as lists:
        assert list(lists) == ["annex_a.children"]
    assert postgres.held() == [NAME, NAME + "b"]
