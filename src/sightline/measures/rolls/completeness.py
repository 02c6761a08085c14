"""The rolls of rows as they were loaded: how many cells each must have and has, and any error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.declare import roll
from sightline.measures.errors_found import ANNEX_A, SSD
from sightline.measures.rolls.people import person
from sightline.measures.rolls.people_ssd import PERSONS, person_ssd, roll_ssd
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
    """Every row of the lists that were loaded: its required cells, those filled, any error."""
    import ibis

    lists = standard("annex_a").tables
    keys = {f"annex_a.{titled.key}": titled for titled in lists}
    here = [_rows(data[key], asked, key, titled) for key, titled in keys.items() if key in data]
    return _with_errors(data, ANNEX_A, ibis.union(*here) if len(here) > 1 else here[0])


@roll_ssd("ssd_rows", "row", "rows of the SSD", PERSONS, ("list",), partial=True)
def ssd_rows(data: Data, asked: Asked) -> ir.Table:
    """Every row of the tables that were loaded, and whether it has an error."""
    import ibis

    tables = {f"ssd.{titled.key}": titled for titled in standard("ssd").tables}
    here = [_rows_ssd(data[key], key, titled) for key, titled in tables.items() if key in data]
    rows = _with_errors(data, SSD, ibis.union(*here) if len(here) > 1 else here[0])
    rows, who = person_ssd(data, rows, asked, "", "child")
    return rows.select(**{**who, "_list": rows._list}, list=rows.list, in_error=rows.in_error)


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


def _rows_ssd(rows: ir.Table, key: str, titled: type[Table]) -> ir.Table:
    """Whose each row is, and where it stands. Some tables name no child."""
    import ibis

    child, places = titled.child_column(), ("_file", "_sheet", "_row", "authority")
    return rows.select(
        *(name for name in places if name in rows.columns),
        _list=ibis.literal(key),
        list=ibis.literal(titled.title),
        child=rows[child.name] if child else ibis.null("string"),
    )


def _with_errors(data: Data, key: str, rows: ir.Table) -> ir.Table:
    """The rows with ``in_error``, which is null where the data were not checked on loading."""
    import ibis

    if key not in data:
        return rows.mutate(in_error=ibis.null("boolean"))
    wrong = data[key].rename(_wrong="list")
    pairs = (("_row", "_row"), ("_list", "_wrong"), ("_sheet", "_sheet"), ("_file", "_file"),
             ("authority", "authority"))  # fmt: skip
    same = [(a, b) for a, b in pairs if a in rows.columns and b in wrong.columns]
    found = rows.left_join(wrong, same)
    return found.select(*rows.columns, in_error=found._wrong.notnull())
