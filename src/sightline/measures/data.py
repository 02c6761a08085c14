"""The lists that measures read: every declared column there, empty where the files lack it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sightline.measures.errors_found import Found
from sightline.standards import STANDARDS, standard
from sightline.standards.declare import Table

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from sightline.engines.lists import Lists

_TYPES = {
    "date": "date",
    "datetime": "timestamp(6)",
    "integer": "int64",
    "decimal": "float64",
}
ORIGIN = {"_file": "string", "_sheet": "string", "_row": "int32"}


@dataclass(frozen=True)
class Data:
    """An authority's lists as at a day, as an engine holds them.

    ``tables`` are by key ("annex_a.assessments") and hold what the files held. ``lists`` runs what
    is made of them. ``found`` are lists that are made when they are first asked for.
    """

    as_at: date
    tables: Mapping[str, ir.Table]
    lists: Lists | None = None
    authority: str = ""
    found: Found = field(default_factory=dict, repr=False)
    plans: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What was made ready to be asked before, by what was asked."""
    _whole: dict[str, ir.Table] = field(default_factory=dict, repr=False)

    def __getitem__(self, key: str) -> ir.Table:
        """The list with every column that its standard declares, and no row where it is absent."""
        if key not in self._whole:
            self._whole[key] = self._completed(key)
        return self._whole[key]

    def __contains__(self, key: object) -> bool:
        """Whether the list was loaded."""
        return key in self.tables or key in self.found

    def shared(self, key: tuple[Any, ...], make: Callable[[], ir.Table]) -> ir.Table:
        """A table that several rolls join, worked out once while the data are open."""
        if key not in self.plans:
            made = make()
            self.plans[key] = made if self.lists is None else self.lists.keep(made)
        kept: ir.Table = self.plans[key]
        return kept

    def has(self, key: str, column: str) -> bool:
        """Whether the list was loaded with that column."""
        return key in self.found or (key in self.tables and column in self.tables[key].columns)

    def _completed(self, key: str) -> ir.Table:
        import ibis

        types = column_types(key)
        if key not in self:
            return _without_rows(key)
        here = ibis.memtable(self.found[key]()) if key in self.found else self.tables[key]
        whole = all(here.schema().get(name) == ibis.dtype(kind) for name, kind in types.items())
        if whole and "authority" not in here.columns:
            return here
        extra = {"authority": here.authority} if "authority" in here.columns else {}
        columns = {
            name: here[name].cast(kind) if name in here.columns else ibis.null(kind)
            for name, kind in types.items()
        }
        if extra:
            # In a pool two authorities may use one identifier for two children.
            apart = {name: here.authority + ":" + columns[name] for name in identifiers(key)}
            columns |= apart
        made = here.select(**columns, **extra)
        return made if self.lists is None else self.lists.view(made)


@cache
def declared() -> Data:
    """Lists of every standard with all columns, and no engine: for looking at expressions."""
    import ibis

    keys = [f"{one}.{t.key}" for one in (*STANDARDS, "errors") for t in standard(one).tables]
    return Data(date(2026, 10, 31), {key: ibis.table(column_types(key), name=key) for key in keys})


@cache
def column_types(key: str) -> Mapping[str, str]:
    """The type of each column of a list, by name, and where its rows come from."""
    kinds = {column.name: _TYPES.get(column.kind, "string") for column in list_of(key).columns}
    return {**kinds, **ORIGIN}


def identifiers(key: str) -> tuple[str, ...]:
    """The columns of a list that hold identifiers of children, families, workers or records."""
    return tuple(c.name for c in list_of(key).columns if c.kind == "id")


def list_of(key: str) -> type[Table]:
    """The list with that key ("annex_a.assessments") as its standard declares it."""
    name, _, wanted = key.partition(".")
    for table in standard(name).tables:
        if table.key == wanted:
            return table
    raise KeyError(f"There is no list {key!r}")


@cache
def _without_rows(key: str) -> Any:
    import ibis
    import pyarrow as pa

    schema = ibis.Schema(dict(column_types(key))).to_pyarrow()
    return ibis.memtable(pa.Table.from_pylist([], schema=schema))
