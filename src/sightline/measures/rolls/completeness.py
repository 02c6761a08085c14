"""The roll of rows of Annex A: how many cells each must have, and how many it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.declare import roll
from sightline.measures.rolls.people import person
from sightline.standards import standard
from sightline.standards.declare import Table

if TYPE_CHECKING:
    import ibis.expr.types as ir


def required_columns(titled: type[Table]) -> tuple[str, ...]:
    """The columns of a list that every row must fill, in every layout of the list."""
    return tuple(c.name for c in titled.columns if c.required and not c.optional)


@roll("annex_a_rows", "row", "rows of Annex A", "annex_a.contacts",
      ("list", "required", "filled"), partial=True)  # fmt: skip
def annex_a_rows(data: Data, asked: Asked) -> ir.Table:
    """Every row of the lists that were loaded, with its required cells, and those filled."""
    import ibis

    lists = standard("annex_a").tables
    keys = {f"annex_a.{titled.key}": titled for titled in lists}
    here = [_rows(data[key], asked, key, titled) for key, titled in keys.items() if key in data]
    return ibis.union(*here) if len(here) > 1 else here[0]


def _rows(rows: ir.Table, asked: Asked, key: str, titled: type[Table]) -> ir.Table:
    import ibis

    names = required_columns(titled)
    filled: Any = sum(rows[name].notnull().ifelse(1, 0) for name in names)
    table = rows.mutate(_filled=filled)
    if "date_of_birth" not in table.columns:
        table = table.mutate(date_of_birth=ibis.null("date"))
    return table.select(
        **person(table, asked, key),
        list=ibis.literal(f"List {titled.number}, {titled.title}"),
        required=ibis.literal(len(names), "int64"),
        filled=table._filled.cast("int64"),
    )
