"""Tables of the Standard Safeguarding Dataset in a PostgreSQL or SQL Server database.

Nothing is written: the connection is read-only, all tables are read in one transaction, and it
is rolled back at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sightline.intake.cells import Cells, Opened
from sightline.intake.readers.connect import Address, connect, parse_address
from sightline.intake.readers.convert import columns_of, joined
from sightline.intake.readers.held import HeadedSheet
from sightline.kit.problems import Problem, UserError

_BATCH = 20_000
_LONDON = ZoneInfo("Europe/London")
_TABLES = "SELECT table_schema, table_name FROM information_schema.tables"


class Found(NamedTuple):
    """A table of the database."""

    schema: str
    name: str

    @property
    def quoted(self) -> str:
        """Its name for a query."""
        return ".".join('"' + part.replace('"', '""') + '"' for part in self)

    def __str__(self) -> str:
        return f"{self.schema}.{self.name}"


def open_tables(
    url: str,
    tables: Sequence[str] | None = None,
    connector: Callable[[Address], Any] = connect,
) -> Opened:
    """A sheet for each table of the database that has the name of one in the standard.

    ``url`` is ``postgresql://...``, ``mssql://...`` or an ODBC connection string. ``tables``
    names the ones to read, each with or without its schema; where the same name is in two
    schemas, none is read until it is named with one. Raises ``UserError`` where a driver is
    missing or the database cannot be reached; it never shows a password.
    """
    address = parse_address(url)
    try:
        with closing(connector(address)) as connection:
            found, problems = _choose(address.shown, _listed(connection), tables)
            sheets = [_sheet(connection, address.shown, table) for table in found]
            connection.rollback()
    except UserError:
        raise
    except Exception as error:
        # The driver's error may repeat the address: it goes no further than these words.
        raise UserError(
            f"The database {address.shown} cannot be read: {address.hidden(str(error))} "
            "Check the address, the name and password, and that the account may read the tables."
        ) from None
    return Opened(address.shown, sheets, problems)


def _listed(connection: Any) -> list[Found]:
    with closing(connection.cursor()) as cursor:
        cursor.execute(_TABLES)
        return sorted(Found(str(schema), str(name)) for schema, name in cursor.fetchall())


def _choose(
    shown: str, there: Sequence[Found], asked: Sequence[str] | None
) -> tuple[list[Found], list[Problem]]:
    chosen: list[Found] = []
    problems: list[Problem] = []
    for name in _standard_names() if asked is None else asked:
        same = [t for t in there if name.casefold() in (t.name.casefold(), str(t).casefold())]
        if len(same) == 1:
            chosen += same
        elif same:
            problems.append(_twice(shown, name, same))
        elif asked is not None:
            problems.append(_absent(shown, name))
    if asked is None and not chosen and not problems:
        problems.append(_absent(shown, "of the Standard Safeguarding Dataset"))
    return chosen, problems


def _standard_names() -> list[str]:
    from sightline.standards.ssd import SSD

    return [table.sheet_name for table in SSD.tables]


def _twice(shown: str, name: str, same: Sequence[Found]) -> Problem:
    where = " and ".join(map(str, same))
    return Problem(
        "S02",
        f"{shown} has more than one table {name}: {where}. None was read.",
        "Name the one to read with its schema.",
    )


def _absent(shown: str, name: str) -> Problem:
    return Problem(
        "S01",
        f"{shown} has no table {name} that this account can see.",
        "Check the name, and that the account may read it.",
    )


def _sheet(connection: Any, shown: str, table: Found) -> HeadedSheet:
    with closing(connection.cursor()) as cursor:
        cursor.execute(f"SELECT * FROM {table.quoted}")
        names = [str(column[0]) for column in cursor.description]
        parts = [columns_of(rows) for rows in _batches(cursor)]
    columns = [joined(same) for same in zip(*parts)] or [Cells(0) for _ in names]
    return HeadedSheet(shown, table.name, names, columns)


def _batches(cursor: Any) -> Iterator[list[tuple[Any, ...]]]:
    while rows := cursor.fetchmany(_BATCH):
        yield [tuple(map(_plain, row)) for row in rows]


def _plain(value: Any) -> Any:
    """A moment with a time zone as the clock in England showed it; anything else as it is."""
    if type(value) is datetime and value.tzinfo is not None:
        return value.astimezone(_LONDON).replace(tzinfo=None)
    return value
