"""The differences between two tables with a child's column, found by DuckDB in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from sightline.intake.store.matching import Match

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

# No column of a standard begins with an underscore.
_NUMBER, _SIDE, _MORE, _COPY = "__number", "__side", "__more", "__copy"


class Counted(NamedTuple):
    """How many rows and children a table has, and how many rows name no child."""

    rows: int
    children: int
    without_id: int


@contextmanager
def connected() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory that can reach neither files nor the network."""
    import duckdb

    connection = duckdb.connect(":memory:", config={"enable_external_access": "false"})
    try:
        yield connection
    finally:
        connection.close()


class Differing:
    """Two tables, matched; rows that are the same in both are set aside before all else."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        tables: tuple[pa.Table, pa.Table],
        match: Match,
        ignore: Collection[str] = (),
    ) -> None:
        self._connection = connection
        before, after = tables
        left_out = set(ignore) - set(match.columns)
        old, new = _columns(before, left_out), _columns(after, left_out)
        self.only_before = tuple(name for name in old if name not in new)
        self.only_after = tuple(name for name in new if name not in old)
        both = [name for name in old if name in new]
        self.match = Match(match.child, tuple(name for name in match.more if name in both))
        self._others = [name for name in both if name not in self.match.columns]
        connection.register("before_given", before)
        connection.register("after_given", after)
        self._prepare([self._as_compared(name, before, after) for name in both])
        self._pair()

    def _as_compared(self, name: str, before: pa.Table, after: pa.Table) -> str:
        """A column as it is; as text where its type has changed."""
        same = before.schema.field(name).type == after.schema.field(name).type
        quoted = _quoted(name)
        return quoted if same else f"CAST({quoted} AS VARCHAR) AS {quoted}"

    def _prepare(self, columns: list[str]) -> None:
        """Each side's rows that name a child, and those of them that the other side lacks."""
        named = f"trim(CAST({_quoted(self.match.child)} AS VARCHAR)) <> ''"
        for side in ("before", "after"):
            self._run(
                f"CREATE TEMP VIEW {side} AS "
                f"SELECT {', '.join(columns)} FROM {side}_given WHERE {named}"
            )
        # One grouping, with its signs, is several times as quick as EXCEPT ALL there and back.
        self._run(
            "CREATE TEMP TABLE unlike AS "
            f"SELECT * EXCLUDE ({_SIDE}), sum({_SIDE})::BIGINT AS {_MORE} FROM "
            f"(SELECT *, 1 AS {_SIDE} FROM before UNION ALL SELECT *, -1 FROM after) "
            f"GROUP BY ALL HAVING {_MORE} <> 0"
        )
        for table, times in (("gone", _MORE), ("come", f"-{_MORE}")):
            self._run(
                f"CREATE TEMP TABLE {table} AS "
                f"SELECT *, unnest(range({times})) AS {_COPY} FROM unlike"
            )

    def _pair(self) -> None:
        """Put what is gone beside what has come: same child, same key, same place in order."""
        keys = [*self.match.columns, _NUMBER]
        alike = " AND ".join(f"g.{_quoted(k)} IS NOT DISTINCT FROM c.{_quoted(k)}" for k in keys)
        self._run(
            f"CREATE TEMP TABLE pairs AS SELECT g, c FROM ({self._numbered('gone')}) AS g "
            f"FULL JOIN ({self._numbered('come')}) AS c ON {alike}"
        )

    def _numbered(self, table: str) -> str:
        """A table as text, with each row's place among those of the same child and key."""
        names = [*self.match.columns, *self._others]
        as_text = ", ".join(f"CAST({_quoted(n)} AS VARCHAR) AS {_quoted(n)}" for n in names)
        within = ", ".join(map(_quoted, self.match.columns))
        order = ", ".join(f"{_quoted(n)} NULLS FIRST" for n in self._others)
        ordered = f"ORDER BY {order}" if order else ""
        return (
            f"SELECT *, row_number() OVER (PARTITION BY {within} {ordered}) AS {_NUMBER} "
            f"FROM (SELECT {as_text} FROM {table})"
        )

    def rows(self) -> list[tuple[str, ...]]:
        """What, child, column, before, after; sorted in that order."""
        parts = [
            self._children("appeared", of="after", lacking="before"),
            self._children("vanished", of="before", lacking="after"),
            self._whole_rows("added", has="c", lacks="g", known_in="before"),
            self._whole_rows("removed", has="g", lacks="c", known_in="after"),
            *map(self._cells, self._others),
        ]
        order = ["appeared", "vanished", "added", "removed", "changed"]
        found = [row for part in parts for row in self._run(part).fetchall()]
        return sorted(found, key=lambda row: (order.index(row[0]), *row[1:]))

    def _children(self, what: str, of: str, lacking: str) -> str:
        child = _quoted(self.match.child)
        return (
            f"SELECT '{what}', CAST({child} AS VARCHAR), '', '', '' FROM ("
            f"SELECT {child} FROM {of} EXCEPT SELECT {child} FROM {lacking})"
        )

    def _whole_rows(self, what: str, has: str, lacks: str, known_in: str) -> str:
        """Rows without a partner, of children who are in the other table too."""
        child = _quoted(self.match.child)
        value = ", ".join(f"coalesce({has}.{_quoted(n)}, '')" for n in self.match.more) or "''"
        known_by = _literal(", ".join(self.match.more))
        value = f"concat_ws(', ', {value})"
        before, after = ("''", value) if has == "c" else (value, "''")
        return (
            f"SELECT '{what}', {has}.{child}, {known_by}, {before}, {after} FROM pairs "
            f"WHERE {lacks}.{_NUMBER} IS NULL AND {has}.{child} IN "
            f"(SELECT CAST({child} AS VARCHAR) FROM {known_in})"
        )

    def _cells(self, name: str) -> str:
        column, child = _quoted(name), _quoted(self.match.child)
        return (
            f"SELECT 'changed', g.{child}, {_literal(name)}, "
            f"coalesce(g.{column}, ''), coalesce(c.{column}, '') FROM pairs "
            f"WHERE g.{_NUMBER} = c.{_NUMBER} AND g.{column} IS DISTINCT FROM c.{column}"
        )

    def counted(self, side: str) -> Counted:
        """How many there are on one side, "before" or "after"."""
        child = _quoted(self.match.child)
        rows = self._one(f"SELECT count(*) FROM {side}_given")
        named = self._one(f"SELECT count(*) FROM {side}")
        return Counted(rows, self._one(f"SELECT count(DISTINCT {child}) FROM {side}"), rows - named)

    def _one(self, sql: str) -> int:
        row = self._run(sql).fetchone()
        return int(row[0]) if row else 0

    def _run(self, sql: str) -> Any:
        return self._connection.execute(sql)


def _columns(table: pa.Table, ignore: Collection[str]) -> list[str]:
    """The columns to be compared: not where a row stood in its file."""
    return [n for n in table.column_names if not n.startswith("_") and n not in ignore]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
