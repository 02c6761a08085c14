"""Parquet, XML and databases: tables whose columns have names of their own."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sightline.intake.readers import open_database, open_file
from sightline.intake.readers.connect import parse_address
from sightline.intake.readers.database import open_tables
from sightline.kit.problems import UserError

CENSUS = (
    Path(__file__).parent.parent.parent.parent
    / "shared"
    / "corpus"
    / "samples"
    / "workforce_census_2022.xml"
)


def listed(array: Any) -> list[Any]:
    return [] if array is None else array.to_pylist()


def test_parquet_columns_keep_their_kinds(tmp_path: Path) -> None:
    """Names are row 0; data go from row 1."""
    table = pa.table(
        {
            "text": pa.array(["a", ""]),
            "coded": pa.array(["F", None]).dictionary_encode(),
            "day": pa.array([date(2026, 3, 2), None]),
            "moment": pa.array([datetime(2026, 7, 2, 9, tzinfo=UTC), None]),
            "whole": pa.array([7, 2**60]),
            "share": pa.array([0.5, float("nan")]),
            "money": pa.array([Decimal("1.50"), None]),
            "flag": pa.array([True, None]),
            "at": pa.array([time(9, 30), None]),
            "nothing": pa.nulls(2),
        }
    )
    pq.write_table(table, tmp_path / "ssd_person.parquet")
    (sheet,) = open_file(tmp_path / "ssd_person.parquet").sheets
    assert (sheet.name, sheet.length, sheet.headed) == ("ssd_person", 3, True)
    assert sheet.top(1) == [table.column_names]
    assert sheet.top(2)[1][:3] == ["a", "F", datetime(2026, 3, 2)]
    text, coded, day, moment, whole, share, money, flag, at, nothing = sheet.columns(1)
    assert listed(text.text) == ["a", None]
    assert listed(coded.text) == ["F", None]
    assert listed(day.moments) == [datetime(2026, 3, 2), None]
    assert listed(moment.moments) == [datetime(2026, 7, 2, 10), None]  # summer time
    assert (listed(whole.numbers), listed(whole.text)) == ([7.0, None], [None, str(2**60)])
    assert listed(share.numbers) == [0.5, None]
    assert listed(money.numbers) == [1.5, None]
    assert listed(flag.text) == ["TRUE", None]
    assert listed(at.text) == ["09:30:00", None]
    assert (nothing.length, nothing.text) == (2, None)
    assert listed(sheet.columns(0)[0].text) == ["text", "a", None]


def test_parquet_of_billions_of_rows_is_refused(tmp_path: Path) -> None:
    """What is all alike takes next to no room in the file."""
    batch = pa.table({"a": pa.nulls(8_000_000, pa.int8()), "b": pa.nulls(8_000_000, pa.int8())})
    with pq.ParquetWriter(tmp_path / "a.parquet", batch.schema) as writer:
        for _ in range(4):
            writer.write_table(batch)
    (problem,) = open_file(tmp_path / "a.parquet").problems
    assert (problem.code, "64,000,000 cells" in problem.message) == ("S13", True)


XML = """<?xml version="1.0"?>
<Message xmlns="urn:x">
  <Header><Year>2026</Year></Header>
  <Worker><Id>1</Id><Role> Senior </Role></Worker>
  <Worker><Id>2</Id><Start>2026-03-02</Start></Worker>
  <Worker><Id>3</Id><Skill>a</Skill><Skill>b</Skill><Role/></Worker>
</Message>"""


def test_repeated_elements_are_a_table(tmp_path: Path) -> None:
    """With a column for each name that is inside any of them."""
    (tmp_path / "a.xml").write_text(XML, encoding="utf-8")
    (sheet,) = open_file(tmp_path / "a.xml").sheets
    assert (sheet.name, sheet.length, sheet.headed) == ("Worker", 4, True)
    assert sheet.top(3) == [
        ["Id", "Role", "Start", "Skill", "Skill 2"],
        ["1", "Senior", "", "", ""],
        ["2", "", "2026-03-02", "", ""],
    ]
    assert listed(sheet.columns(1)[4].text) == [None, None, "b"]


def test_attributes_are_columns_and_one_record_is_enough(tmp_path: Path) -> None:
    """Where nothing repeats, each element with elements of text is a table."""
    (tmp_path / "a.xml").write_text('<rows><row id="1"/><row id="2"/></rows>', encoding="utf-8")
    assert open_file(tmp_path / "a.xml").sheets[0].top(3) == [["id"], ["1"], ["2"]]
    (tmp_path / "b.xml").write_text("<m><Worker><Id>1</Id></Worker></m>", encoding="utf-16")
    assert open_file(tmp_path / "b.xml").sheets[0].top(2) == [["Id"], ["1"]]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "b">]><m><r><i>&a;</i></r></m>', "entity"),
        ('<!DOCTYPE m SYSTEM "file:///etc/passwd"><m><r><i>1</i></r></m>', "entity"),
        ("<m><r><i>&a;</i></r></m>", "XML is broken"),
        ("<m/>", "without records"),
        ('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "Excel 2003"),
        ("<m>" + "<d>" * 300 + "</d>" * 300 + "</m>", "XML is broken"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_unsafe_or_useless_xml_is_refused(
    tmp_path: Path, content: str, words: str, encoding: str
) -> None:
    """Whatever it is encoded in."""
    (tmp_path / "a.xml").write_text(content, encoding=encoding)
    (problem,) = open_file(tmp_path / "a.xml").problems
    assert problem.code == "S11"
    assert words in problem.message


@pytest.mark.corpus
@pytest.mark.skipif(not CENSUS.is_file(), reason="the sample census is not here")
def test_workforce_census() -> None:
    """Its thirty workers."""
    (sheet,) = open_file(CENSUS).sheets
    assert (sheet.name, sheet.length) == ("CSWWWorker", 31)
    assert sheet.top(2)[0][:3] == ["AgencyWorker", "SWENo", "FTE"]


class FakeCursor:
    """Answers two kinds of question."""

    def __init__(self, tables: dict[tuple[str, str], tuple[list[str], list[tuple[Any, ...]]]]):
        self.tables, self.rows, self.description = tables, [], []

    def execute(self, query: str) -> None:
        if "information_schema" in query:
            self.rows = list(self.tables)
            return
        for (schema, name), (names, rows) in self.tables.items():
            if f'"{schema}"."{name}"' in query:
                self.description = [(n, None) for n in names]
                self.rows = list(rows)
                return
        raise RuntimeError(f"no such table for secret-word: {query}")

    def fetchall(self) -> list[Any]:
        return self.rows

    def fetchmany(self, count: int) -> list[Any]:
        taken, self.rows = self.rows[:count], self.rows[count:]
        return taken

    def close(self) -> None: ...


class FakeConnection:
    """Remembers what was done to it."""

    def __init__(self, tables: dict[tuple[str, str], Any]):
        self.tables, self.done = tables, []

    def cursor(self) -> FakeCursor:
        return FakeCursor(self.tables)

    def rollback(self) -> None:
        self.done.append("rollback")

    def close(self) -> None:
        self.done.append("close")


PERSON = (
    ["pers_person_id", "pers_dob", "pers_flag"],
    [("A1", datetime(2015, 7, 1, 0, 0, tzinfo=UTC), True), ("A2", None, None)],
)


def test_tables_of_the_standard_are_found() -> None:
    """In any schema; others are left alone; nothing is committed."""
    fake = FakeConnection({("hdm", "SSD_Person"): PERSON, ("hdm", "payroll"): (["x"], [(1,)])})
    opened = open_tables("postgresql://u:secret-word@host:5432/ssd", None, lambda _: fake)
    (sheet,) = opened.sheets
    assert (opened.file, sheet.file) == ("postgresql://host:5432/ssd",) * 2
    assert (sheet.name, sheet.length, sheet.headed) == ("SSD_Person", 3, True)
    assert sheet.top(1) == [PERSON[0]]
    person, born, flag = sheet.columns(1)
    assert listed(person.text) == ["A1", "A2"]
    assert listed(born.moments) == [datetime(2015, 7, 1, 1, 0), None]  # summer time
    assert listed(flag.text) == ["TRUE", None]
    assert fake.done == ["rollback", "close"]
    assert opened.problems == []


def test_many_rows_come_in_batches() -> None:
    """A column may be of one kind in the first and of another in a later one."""
    rows = [(i,) for i in range(45_000)] + [("last",)]
    fake = FakeConnection({("s", "ssd_person"): (["n"], rows)})
    (column,) = open_tables("mssql://host/ssd", None, lambda _: fake).sheets[0].columns(1)
    assert (column.length, column.numbers[44_999].as_py()) == (45_001, 44_999.0)
    assert (column.text[45_000].as_py(), column.text.null_count) == ("last", 45_000)


def test_an_empty_table_has_its_columns() -> None:
    """And no rows."""
    fake = FakeConnection({("s", "ssd_person"): (["a", "b"], [])})
    (sheet,) = open_tables("mssql://host/ssd", ["ssd_person"], lambda _: fake).sheets
    assert (sheet.length, [c.length for c in sheet.columns(1)]) == (1, [0, 0])


def test_two_tables_of_one_name_are_not_chosen_between() -> None:
    """Unless one is named with its schema."""
    fake = FakeConnection({("old", "ssd_person"): PERSON, ("new", "ssd_person"): PERSON})
    opened = open_tables("mssql://host/ssd", None, lambda _: fake)
    assert (list(opened.sheets), [p.code for p in opened.problems]) == ([], ["S02"])
    named = open_tables("mssql://host/ssd", ["new.ssd_person"], lambda _: fake)
    assert len(named.sheets) == 1


def test_what_is_not_there_is_told() -> None:
    """A table that was asked for, or all of them."""
    fake = FakeConnection({("s", "payroll"): (["x"], [])})
    assert [p.code for p in open_tables("mssql://h/d", ["nope"], lambda _: fake).problems] == [
        "S01"
    ]
    assert [p.code for p in open_tables("mssql://h/d", None, lambda _: fake).problems] == ["S01"]


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:secret-word@host/ssd",
        "postgresql://me@host/ssd?password=secret-word",
        "mssql://me:secret-word@host:1433/ssd",
        "Driver={X};Server=host;UID=me;PWD=secret-word",
        "Server=host;Driver=X;Password={secret-word};Database=ssd",
    ],
)
def test_a_password_is_never_shown(url: str) -> None:
    """Not by an address, nor by an error, whatever the driver says."""

    def fail(address: Any) -> Any:
        raise RuntimeError(f"cannot reach {address.full} with secret-word")

    assert "secret-word" not in repr(parse_address(url))
    assert "secret-word" not in parse_address(url).shown
    with pytest.raises(UserError) as raised:
        open_tables(url, None, fail)
    assert "secret-word" not in str(raised.value)
    assert raised.value.__suppress_context__
    assert "host" in str(raised.value)


def test_addresses_of_sql_server() -> None:
    """As ODBC wants them: what has odd characters is put in braces."""
    address = parse_address("mssql://me:p%3Bw%7D@host:1433/my%20db?driver=FreeTDS")
    assert address.full == (
        "Driver=FreeTDS;Server=host,1433;Database={my db};UID=me;PWD={p;w}}};"
        "ApplicationIntent=ReadOnly;Encrypt=yes"
    )
    assert "Trusted_Connection=yes" in parse_address("mssql://host/ssd").full


@pytest.mark.parametrize("url", ["ssd.csv", "mysql://host/ssd", "postgresql://host:port/ssd", ""])
def test_other_addresses_are_refused(url: str) -> None:
    """With what may be given."""
    with pytest.raises(UserError, match="postgresql://user@host/database"):
        open_database(url)


@pytest.mark.parametrize(
    ("url", "package", "extra"),
    [
        ("postgresql://u:secret@h/d", "psycopg", "postgres"),
        ("mssql://h/d", "pyodbc", "sqlserver"),
    ],
)
def test_a_missing_driver_is_named(
    monkeypatch: pytest.MonkeyPatch, url: str, package: str, extra: str
) -> None:
    """With how to install it."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UserError) as raised:
        open_database(url)
    assert package in str(raised.value)
    assert f"sightline[{extra}]" in str(raised.value)
    assert "secret" not in str(raised.value)


@pytest.mark.slow
def test_a_real_postgresql(postgres_url: str) -> None:
    """The standard's table is read; nothing can be written through the connection."""
    import psycopg

    from sightline.intake.readers.connect import connect

    url = postgres_url
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("DROP SCHEMA IF EXISTS readers_test CASCADE")
        server.execute("CREATE SCHEMA readers_test")
        server.execute("CREATE TABLE readers_test.ssd_person (id text, dob date, n numeric)")
        server.execute("INSERT INTO readers_test.ssd_person VALUES ('A1', '2015-07-01', 1.5)")
    try:
        (sheet,) = open_database(url, ["readers_test.ssd_person"]).sheets
        assert sheet.top(2) == [["id", "dob", "n"], ["A1", datetime(2015, 7, 1), 1.5]]
        connection = connect(parse_address(url))
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            connection.execute("DELETE FROM readers_test.ssd_person")
        connection.close()
    finally:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("DROP SCHEMA readers_test CASCADE")
