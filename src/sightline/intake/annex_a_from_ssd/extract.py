"""An extract of the SSD in DuckDB as it stood at the snapshot date, and what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import duckdb
import pyarrow as pa

from sightline.intake.annex_a_from_ssd.words import LocalWords, column_of, meanings
from sightline.standards import ssd, standard
from sightline.standards.columns import Column
from sightline.standards.declare import Table

KINDS = {"date": "DATE", "datetime": "TIMESTAMP", "integer": "BIGINT", "decimal": "DOUBLE"}
# Dates that may lie after the snapshot date. Any other that does is something that had not
# happened yet: an end is then no end, and what was only planned was not done.
_MAY_BE_LATER = (
    ssd.Person.pers_dob,
    ssd.Person.pers_expected_dob,
    ssd.CareLeavers.clea_pathway_plan_review_date,
)


class Through(NamedTuple):
    """Where a table does not name the child, the column that leads to one that does."""

    child: Column
    by: Column
    key: Column
    other: Column


_THROUGH = (
    Through(
        ssd.CpVisits.cppv_person_id,
        ssd.CpVisits.cppv_cp_plan_id,
        ssd.CpPlans.cppl_cp_plan_id,
        ssd.CpPlans.cppl_person_id,
    ),
    Through(
        ssd.CinVisits.cinv_person_id,
        ssd.CinVisits.cinv_cin_plan_id,
        ssd.CinPlans.cinp_cin_plan_id,
        ssd.CinPlans.cinp_person_id,
    ),
    Through(
        ssd.Involvements.invo_person_id,
        ssd.Involvements.invo_referral_id,
        ssd.CinEpisodes.cine_referral_id,
        ssd.CinEpisodes.cine_person_id,
    ),
    Through(
        ssd.InitialCpConference.icpc_person_id,
        ssd.InitialCpConference.icpc_s47_enquiry_id,
        ssd.S47Enquiry.s47e_s47_enquiry_id,
        ssd.S47Enquiry.s47e_person_id,
    ),
    Through(
        ssd.ClaVisits.clav_person_id,
        ssd.ClaVisits.clav_cla_id,
        ssd.ClaEpisodes.clae_cla_id,
        ssd.ClaEpisodes.clae_person_id,
    ),
)


class Extract:
    """The SSD's tables in a connection of their own, under their keys.

    Every declared column is there, null where the extract lacks it, with ``_row`` and ``_place``
    (the row's place, from 0).
    """

    def __init__(self, tables: Mapping[str, pa.Table], as_at: date, local: LocalWords) -> None:
        """Take typed tables by "ssd.<key>"; others are passed over."""
        self._tables = {key.removeprefix("ssd."): t for key, t in tables.items() if _is_ssd(key)}
        self.connection = duckdb.connect(":memory:", config={"enable_external_access": "false"})
        self.connection.execute(f"CREATE MACRO as_at() AS DATE '{as_at.isoformat()}'")
        self.connection.execute("CREATE MACRO year_before(d) AS CAST(d - to_years(1) AS DATE)")
        for table in standard("ssd").tables:
            self._register(table)
        for table in standard("ssd").tables:
            self.connection.execute(f"CREATE VIEW {table.key} AS {self._as_it_stood(table)}")
        self._say_words(local)

    def lacks(self, *columns: Column) -> Column | None:
        """The first of some columns that the extract lacks."""
        return next((column for column in columns if not self._has(column)), None)

    def blank(self, column: Column) -> int:
        """In how many rows a column is blank."""
        found: int = self._tables[column.table.key][column.name].null_count
        return found

    def knows(self, words: str) -> bool:
        """Whether local words of a kind were found, or there was nothing to find them in."""
        table = self._tables.get(column_of(words).table.key)
        return bool(self._words[words]) or table is None or table.num_rows == 0

    def _has(self, column: Column) -> bool:
        if self._holds(column):
            return True
        through = _through(column)
        return through is not None and all(map(self._holds, through[1:]))

    def _holds(self, column: Column) -> bool:
        table = self._tables.get(column.table.key)
        return table is not None and column.name in table.column_names

    def _register(self, table: type[Table]) -> None:
        found = self._tables.get(table.key)
        length = 0 if found is None else found.num_rows
        columns = {"_place": pa.array(range(length), pa.int64())}
        if found is not None:
            # Of two columns of a name, as unchecked files have, the first is read.
            for place, name in enumerate(found.column_names):
                columns.setdefault(name, found.column(place))
            for column in table.columns:
                _check_type(column, columns.get(column.name))
        self.connection.register(f"{table.key}__given", pa.table(columns))

    def _as_it_stood(self, table: type[Table]) -> str:
        columns = [f"{self._value(column)} AS {column.name}" for column in table.columns]
        found = self._tables.get(table.key)
        numbered = found is not None and "_row" in found.column_names
        columns.append(f"CAST({'g._row' if numbered else 'g._place + 1'} AS INTEGER) AS _row")
        through = next((t for t in map(_through, table.columns) if self._needed(t)), None)
        join = "" if through is None else _joined(through)
        return f"SELECT {', '.join(columns)}, g._place FROM {table.key}__given g{join}"

    def _needed(self, through: Through | None) -> bool:
        return through is not None and not self._holds(through.child) and self._has(through.child)

    def _value(self, column: Column) -> str:
        kind = KINDS.get(column.kind, "VARCHAR")
        if not self._holds(column):
            return "x.child" if self._needed(_through(column)) else f"CAST(NULL AS {kind})"
        value = f"CAST(g.{column.name} AS {kind})"
        dated = _date_of(column)
        if dated is None or not self._holds(dated):
            return value
        return f"CASE WHEN CAST(g.{dated.name} AS DATE) > as_at() THEN NULL ELSE {value} END"

    def _say_words(self, local: LocalWords) -> None:
        found = {}
        for column in {column_of(k) for k in ("allocated", "health", "unaccompanied", "not_held")}:
            held = self._tables.get(column.table.key) if self._holds(column) else None
            found[column.name] = None if held is None else held[column.name]
        self._words = meanings(found, local)
        for kind, words in self._words.items():
            self.connection.register(f"words_{kind}", pa.table({"word": pa.array(words, "string")}))


def _check_type(column: Column, values: pa.ChunkedArray | None) -> None:
    """Stop at text that was not read: what it says must not come into a message."""
    if values is None or column.kind not in KINDS or not pa.types.is_string(values.type):
        return
    raise TypeError(f"{column.table.key}.{column.name} is text, and not yet read as {column.kind}")


def _is_ssd(key: str) -> bool:
    return key.startswith("ssd.")


def _through(column: Column) -> Through | None:
    return next((one for one in _THROUGH if one.child is column), None)


def _joined(through: Through) -> str:
    other = f"{through.other.table.key}__given"
    children = (
        f"SELECT {through.key.name} AS key, any_value({through.other.name}) AS child "
        f"FROM {other} GROUP BY ALL"
    )
    return f" LEFT JOIN ({children}) x ON x.key = g.{through.by.name}"


def _date_of(column: Column) -> Column | None:
    """The date that says whether a value was known yet: its own, or the one that it goes with."""
    if column in _MAY_BE_LATER or column.table is ssd.Person:
        return None
    if column.kind in ("date", "datetime"):
        return column
    dates = (c for c in column.table.columns if c.pairs_with == column.name)
    return next((c for c in dates if c.kind in ("date", "datetime")), None)
