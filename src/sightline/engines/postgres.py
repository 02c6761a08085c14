"""PostgreSQL: an engine for a pool that is kept where others may ask of it too.

A snapshot is loaded once, into a schema of its own called ``sightline_`` and the snapshot's name;
see ``postgres_load``. Questions are asked in transactions that can only read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from sightline.engines.base import Engine, Limits, Parquets
from sightline.kit.problems import UserError

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import psycopg

    from sightline.engines.lists import Lists


class Postgres(Engine):
    """A PostgreSQL database, by its address. The address may hold a password: it is not shown."""

    title = "PostgreSQL"

    def __init__(self, url: str, limits: Limits) -> None:
        """Take where it is. Nothing is connected yet."""
        self._url, self.limits = url, limits

    def __repr__(self) -> str:
        """Its place, without who asks and the password."""
        return f"<Postgres {_place(self._url)}>"

    @contextmanager
    def open(self, parquets: Parquets, name: str) -> Iterator[Lists]:
        """The lists of one snapshot, loaded first if the database does not hold it yet."""
        with self._connected() as connection:
            from sightline.engines.postgres_lists import PostgresLists

            yield PostgresLists(connection, _tables(connection, parquets, name))

    @contextmanager
    def open_pool(
        self, parquets: Mapping[str, Parquets], names: Mapping[str, str]
    ) -> Iterator[Lists]:
        """The lists of several authorities, each from the schema of its own snapshot."""
        with self._connected() as connection:
            from sightline.engines.postgres_lists import PostgresLists

            parts = {a: _tables(connection, lists, names[a]) for a, lists in parquets.items()}
            lists = PostgresLists(connection, {})
            lists.pool(parts)
            yield lists

    def drop(self, name: str) -> bool:
        """Remove the schema of a snapshot; whether there was one."""
        from sightline.engines.postgres_load import drop_schema

        with self._connected() as connection:
            return drop_schema(connection, name)

    def held(self) -> list[str]:
        """The names of the snapshots that the database holds."""
        from sightline.engines.postgres_load import held_schemas

        with self._connected() as connection:
            return held_schemas(connection)

    @contextmanager
    def _connected(self) -> Iterator[psycopg.Connection[Any]]:
        psycopg = _driver()
        connection = self._connect(psycopg)
        try:
            connection.execute("SET TIME ZONE 'UTC'")
            _check_encoding(connection)
            yield connection
        except (psycopg.OperationalError, psycopg.errors.InsufficientPrivilege) as error:
            # Only the first line: what follows may hold a row's values.
            said = error.diag.message_primary or "the connection was lost"
            raise UserError(f"PostgreSQL at {_place(self._url)}: {said}.") from None
        finally:
            connection.close()

    def _connect(self, psycopg: Any) -> psycopg.Connection[Any]:
        try:
            return psycopg.connect(
                self._url, autocommit=True, connect_timeout=10, application_name="sightline"
            )
        except psycopg.ProgrammingError:
            raise UserError(
                "The address of the PostgreSQL database cannot be read. It should look like "
                "postgresql://user@host:5432/database; a password in it is written with %40 for @."
            ) from None
        except psycopg.OperationalError as error:
            reason = _without_secrets(" ".join(str(error).split()), self._url)
            raise UserError(
                f"PostgreSQL at {_place(self._url)} cannot be used: {reason}. Check the address, "
                "the user and the password (in PGPASSWORD, or in ~/.pgpass)."
            ) from None


def _driver() -> Any:
    try:
        import psycopg
    except ImportError:
        raise UserError(
            'PostgreSQL needs the package psycopg. Install it with pip install "sightline'
            '[postgres]".'
        ) from None
    return psycopg


def _tables(
    connection: psycopg.Connection[Any], parquets: Parquets, name: str
) -> dict[str, ir.Table]:
    from sightline.engines.kinds import table_name, typed_schema
    from sightline.engines.lists import unbound
    from sightline.engines.postgres_load import load, schema_name

    schemas = {key: typed_schema(key, path) for key, path in parquets.items()}
    load(connection, parquets, schemas, name)
    return {k: unbound(table_name(k), s, schema_name(name)) for k, s in schemas.items()}


def _check_encoding(connection: psycopg.Connection[Any]) -> None:
    [encoding] = connection.execute("SHOW server_encoding").fetchone() or [""]
    if encoding != "UTF8":
        raise UserError(
            f"The PostgreSQL database keeps text as {encoding}, which cannot hold every name. "
            "Use a database made with ENCODING 'UTF8'."
        )


def _place(url: str) -> str:
    """Host and database of an address; nothing of who asks."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or "this computer"
    except ValueError:
        return "the address given"
    database = parts.path.strip("/")
    return f"{host}/{database}" if database else host


def _without_secrets(text: str, url: str) -> str:
    for secret in _secrets(url):
        text = text.replace(secret, "***")
    return text.rstrip(". ")


def _secrets(url: str) -> list[str]:
    try:
        parts = urlsplit(url)
        written = parts.password or ""
    except ValueError:
        return [url]
    asked = [value for key, value in parse_qsl(parts.query) if "pass" in key]
    return [s for s in (url, written, unquote(written), *asked) if s]
