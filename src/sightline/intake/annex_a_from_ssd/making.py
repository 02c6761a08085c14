"""Annex A from the SSD: each list that can be made, and what could not be, in plain words."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from sightline.intake.annex_a_from_ssd import library
from sightline.intake.annex_a_from_ssd.declare import SAID, Rows
from sightline.intake.annex_a_from_ssd.extract import KINDS, Extract
from sightline.intake.annex_a_from_ssd.ways import Filling, LackingError, said_of
from sightline.intake.annex_a_from_ssd.words import LocalWords
from sightline.standards.columns import Column
from sightline.standards.ssd_to_annex_a import MAPPINGS, NOT_MADE
from sightline.standards.ssd_to_annex_a import Mapping as Mapped


@dataclass(frozen=True)
class LeftOut:
    """What could not be made, and why. Without a ``column`` it is the whole list.

    ``partly`` says that it was made, though with less than it should be made of.
    """

    list: str
    column: str
    reason: str
    partly: bool = False

    def __str__(self) -> str:
        """In one line."""
        return f"{self.list}{'.' if self.column else ''}{self.column}: {self.reason}"


@dataclass(frozen=True)
class Made:
    """Lists of Annex A by "annex_a.<key>", and what of Annex A was left out."""

    tables: dict[str, pa.Table] = field(repr=False)
    left_out: list[LeftOut]


def annex_a_from_ssd(
    tables: Mapping[str, pa.Table],
    as_at: date,
    local: LocalWords | None = None,
    lists: Container[str] | None = None,
) -> Made:
    """Make the lists of Annex A at a day from typed tables of the SSD ("ssd.ssd_contacts" …).

    ``lists`` are the keys of those wanted, all if left out.

    A list has all its columns in order, null where they cannot be filled, then ``_file`` ("SSD"),
    ``_sheet`` (the table) and ``_row`` (its row) of the row that it comes from. What happened
    after the day is not known: an end after it is no end yet. A list whose own table is missing is
    left out, for an empty list would say that there were no children. ``TypeError`` names a column
    that is not typed as the standard declares it.
    """
    left_out = [
        LeftOut(table.key, "", reason)
        for table, reason in NOT_MADE.items()
        if lists is None or table.key in lists
    ]
    made: dict[str, pa.Table] = {}
    extract = Extract(tables, as_at, local or LocalWords())
    try:
        library.prepare(extract.connection)
        for mapping in MAPPINGS:
            if lists is not None and mapping.target.key not in lists:
                continue
            table = _make(extract, mapping, left_out)
            if table is not None:
                made[f"annex_a.{mapping.target.key}"] = table
    finally:
        extract.connection.close()
    return Made(made, left_out)


def open_children(tables: Mapping[str, pa.Table], as_at: date) -> dict[str, frozenset[str]]:
    """The children of each list, by its key, who are open at a day by the SSD.

    They are those of the list's rows that have no end by then. A list that cannot be made is left
    out. Quicker than making the lists.
    """
    found: dict[str, frozenset[str]] = {}
    extract = Extract(tables, as_at, LocalWords())
    try:
        library.prepare(extract.connection)
        for mapping in MAPPINGS:
            rows, child = SAID.rows[mapping.target.key], _child(mapping)
            if not mapping.target.one_row_per_key or extract.lacks(child, rows.began, *rows.needs):
                continue
            _take_rows(extract, mapping, rows, child)
            chosen = "SELECT child FROM base WHERE ended IS NULL AND child IS NOT NULL"
            children = extract.connection.execute(chosen).fetchall()
            found[mapping.target.key] = frozenset(row[0] for row in children)
    finally:
        extract.connection.close()
    return found


def _make(extract: Extract, mapping: Mapped, left_out: list[LeftOut]) -> pa.Table | None:
    rows = SAID.rows[mapping.target.key]
    child = _child(mapping)
    lacking = extract.lacks(child, rows.began, *rows.needs)
    if lacking is not None:
        reason = f"It cannot be made: {said_of(extract, lacking)}."
        left_out.append(LeftOut(mapping.target.key, "", reason))
        return None
    left_out += _of_rows(extract, mapping, rows)
    _take_rows(extract, mapping, rows, child)
    filling = Filling(extract, mapping)
    columns = [_column(filling, column, left_out) for column in mapping.target.columns]
    return extract.connection.sql(
        f"SELECT {', '.join(columns)}, 'SSD' AS _file, '{mapping.rows.key}' AS _sheet, b._row "
        f"FROM base b {' '.join(filling.joins.values())} ORDER BY b.n"
    ).to_arrow_table()


def _child(mapping: Mapped) -> Column:
    """The column of the rows' own table that names the child."""
    target = mapping.target.child_column()
    assert target is not None
    return mapping.fills[target].columns[0]


def _take_rows(extract: Extract, mapping: Mapped, rows: Rows, child: Column) -> None:
    """The rows of the SSD that the list is made of, as the table ``base``."""
    months = mapping.target.period.months
    since = f"CAST(as_at() - to_months({months}) AS DATE)" if months else "as_at()"
    extract.connection.execute(f"CREATE OR REPLACE MACRO since() AS {since}")
    one = (
        ""
        if not rows.latest
        else (
            f" QUALIFY row_number() OVER (PARTITION BY coalesce(r.child, 'row ' || r._place) "
            f"ORDER BY {rows.latest}) = 1"
        )
    )
    own = f"SELECT {child.name} AS child, * FROM {mapping.rows.key}"
    extract.connection.execute(
        "CREATE OR REPLACE TEMP TABLE base AS "
        f"SELECT row_number() OVER (ORDER BY r._place) AS n, {rows.ended} AS ended, "
        "coalesce(ended, as_at()) AS moment, r.* FROM "
        f"(SELECT r.* FROM ({own}) r WHERE {rows.takes}{one}) r WHERE {rows.keeps}"
    )


def _of_rows(extract: Extract, mapping: Mapped, rows: Rows) -> Iterator[LeftOut]:
    """Rows that may be missing from the list, or in it wrongly."""
    key, table = mapping.target.key, mapping.rows.key
    blank = 0 if rows.blank_is_usual else extract.blank(rows.began)
    if blank:
        held = "1 row" if blank == 1 else f"{blank:,} rows"
        reason = f"{held} of {table} with no {rows.began.name} could not be placed."
        yield LeftOut(key, "", reason, partly=True)
    lacking = [said_of(extract, column) for column in rows.better_with if extract.lacks(column)]
    for reason in dict.fromkeys(lacking):
        yield LeftOut(key, "", f"Rows are chosen with less: {reason}.", partly=True)


def _column(filling: Filling, column: Column, left_out: list[LeftOut]) -> str:
    """A column of the list, as it is selected."""
    key, kind = column.table.key, KINDS.get(column.kind, "VARCHAR")
    fill = filling.mapping.fills.get(column)
    if fill is None:
        left_out.append(LeftOut(key, column.name, filling.mapping.unfilled[column]))
        return f"CAST(NULL AS {kind}) AS {column.name}"
    try:
        value = filling.value(column, fill)
    except LackingError as why:
        left_out.append(LeftOut(key, column.name, f"It cannot be filled: {why}."))
        value = "NULL"
    else:
        left_out += [
            LeftOut(key, column.name, f"It is filled with less: {lacking}.", partly=True)
            for lacking in dict.fromkeys(filling.without)
        ]
    return f"CAST({value} AS {kind}) AS {column.name}"
