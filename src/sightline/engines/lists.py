"""The lists of an open snapshot: Ibis tables by key, and the running of what is made of them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import ibis
import ibis.expr.operations as ops
import pyarrow as pa

from sightline.engines.kinds import conformed, table_name

if TYPE_CHECKING:
    import ibis.expr.types as ir

AUTHORITY = "authority"


class Compiled(NamedTuple):
    """A query in an engine's SQL, and the columns that it promises."""

    sql: str
    schema: pa.Schema


class Lists(Mapping[str, "ir.Table"]):
    """Typed lists by key. They hold no connection: ``run`` gives an expression to the engine.

    An expression may use ``ibis.memtable`` too, such as a table of working days.
    """

    dialect: str
    """The engine's name for its SQL: ``duckdb``, ``postgres``, ``pyspark``."""

    def __init__(self, tables: Mapping[str, ir.Table], compiler: Any) -> None:
        """Take the tables, and Ibis' compiler to the engine's SQL."""
        self._tables, self._compiler = dict(tables), compiler
        self._parts: dict[str, dict[str, ir.Table]] = {}
        self._held: set[str] = set()
        self._views = 0

    def __getitem__(self, key: str) -> ir.Table:
        """The list of that key; ``KeyError`` says which there are."""
        if key in self._tables:
            return self._tables[key]
        if key not in self._parts:
            raise KeyError(f"There is no list {key!r} here, only {', '.join(sorted(self))}")
        # Not before it is asked for: a pool is wide, and a question is of a list or two.
        self._tables[key] = self._together(key, pooled(key, self._parts[key]))
        return self._tables[key]

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(dict.fromkeys([*self._tables, *self._parts]))

    def __len__(self) -> int:
        """How many lists there are."""
        return len(list(iter(self)))

    def __contains__(self, key: object) -> bool:
        """Whether there is a list of that key."""
        return key in self._tables or key in self._parts

    def pool(self, parts: Mapping[str, Mapping[str, ir.Table]]) -> None:
        """Take the tables of several authorities, to be one list each."""
        for authority, lists in parts.items():
            for key, table in lists.items():
                self._parts.setdefault(key, {})[authority] = table

    def sql(self, expression: ir.Expr) -> str:
        """The query that the expression becomes here."""
        query = self._compiler.to_sqlglot(expression.as_table())
        return str(query.sql(dialect=self._compiler.dialect))

    def run(self, expression: ir.Expr) -> pa.Table:
        """The rows of an expression, in no order but the one it asks for.

        A column or a figure comes as a table of one column. Types are the expression's own.
        Raises ``UserError`` where the engine runs out of memory or is gone.
        """
        return self.fetch(self.compiled(expression))

    def compiled(self, expression: ir.Expr) -> Compiled:
        """An expression made ready to be run more than once while the lists are open."""
        asked = expression.as_table()
        self._hold_small_tables(asked)
        # Nothing is promised of where a null may be: engines differ in what they can say.
        promised = asked.schema().to_pyarrow()
        schema = pa.schema([pa.field(f.name, f.type) for f in promised])
        return Compiled(self.sql(asked), schema)

    def view(self, expression: ir.Table) -> ir.Table:
        """An expression's rows under a name of the engine's: what is asked of them is short.

        Nothing is worked out before it is asked for. The name lasts as long as the lists are open.
        """
        self._hold_small_tables(expression)
        self._views += 1
        name = f"view_{self._views}"
        self._define(name, self.sql(expression))
        return unbound(name, expression.schema().to_pyarrow())

    def keep(self, expression: ir.Table) -> ir.Table:
        """As ``view``; an engine may work the rows out once and keep them while it is open.

        For what many questions join, and is small beside the lists.
        """
        return self.view(expression)

    def fetch(self, query: Compiled) -> pa.Table:
        """The rows of an expression that was made ready; as ``run``."""
        return conformed(self._fetch(query.sql, query.schema), query.schema)

    def _hold_small_tables(self, expression: ir.Table) -> None:
        for table in expression.op().find(ops.InMemoryTable):
            if table.name not in self._held:
                held = table.data.to_pyarrow(table.schema)
                self._hold(table.name, held.cast(table.schema.to_pyarrow()))
                self._held.add(table.name)

    def _together(self, key: str, several: Sequence[ir.Table]) -> ir.Table:
        """Tables of the same columns as a view of the engine's: a query that names it is short."""
        name, schema = table_name(key), several[0].schema().to_pyarrow()
        # Ibis' own union of a hundred and fifty is slow to turn into SQL.
        self._define(name, " UNION ALL ".join(map(self.sql, several)))
        return unbound(name, schema)

    @abstractmethod
    def _define(self, name: str, sql: str) -> None:
        """Make a query known by that name for as long as the lists are open."""

    @abstractmethod
    def _fetch(self, sql: str, schema: pa.Schema) -> pa.Table:
        """Run one query, which reads only."""

    @abstractmethod
    def _hold(self, name: str, table: pa.Table) -> None:
        """Make a small table known by that name for as long as the lists are open."""


def unbound(name: str, schema: pa.Schema, database: str | None = None) -> ir.Table:
    """An Ibis table of that name and those columns."""
    return ibis.table(ibis.Schema.from_pyarrow(schema), name=name, database=database)


def pooled(key: str, parts: Mapping[str, ir.Table]) -> list[ir.Table]:
    """The tables of several authorities, with the authority first, and all with all columns.

    Raises ``TypeError`` where a column is of one kind for some and of another for others.
    """
    types: dict[str, Any] = {}
    for table in parts.values():
        for name, kind in table.schema().items():
            if types.setdefault(name, kind) != kind:
                raise TypeError(f"{key}.{name} is {types[name]} for some and {kind} for others")
    return [_widened(table, types, authority) for authority, table in parts.items()]


def _widened(table: ir.Table, types: Mapping[str, Any], authority: str) -> ir.Table:
    columns = {
        name: table[name] if name in table.columns else ibis.null(kind)
        for name, kind in types.items()
    }
    return table.select(**{AUTHORITY: ibis.literal(authority)}, **columns)
