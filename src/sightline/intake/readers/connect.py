"""Connections to databases, for reading only, from an address that may hold a password."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from sightline.kit.problems import UserError

_ODBC = re.compile(r"(?:^|;)\s*(?:driver|dsn)\s*=", re.I)
_ODBC_PASSWORD = re.compile(r"(?:^|;)\s*(?:pwd|password)\s*=\s*(\{(?:[^}]|\}\})*\}|[^;]*)", re.I)
_ODBC_PART = r"(?:^|;)\s*(?:{})\s*=\s*([^;]*)"
_SECONDS = 15


@dataclass(frozen=True)
class Address:
    """Where a database is. ``shown`` may be printed; ``full`` may not: it can hold a password."""

    kind: Literal["postgresql", "odbc"]
    full: str
    shown: str
    secrets: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Address({self.shown})"

    def hidden(self, text: str) -> str:
        """A text without the address or the password in it, and on one line."""
        for secret in sorted({self.full, *self.secrets}, key=len, reverse=True):
            text = text.replace(secret, "***") if secret else text
        line = " ".join(text.split())
        return line if line.endswith(".") else f"{line}."


def parse_address(url: str) -> Address:
    """An address from what a person typed. Raises ``UserError`` where it is of no kind known."""
    url = url.strip()
    if _ODBC.search(url):
        return _odbc_string(url)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _unknown() from None
    if parts.scheme in ("postgresql", "postgres"):
        return Address("postgresql", url, _shown(parts, "postgresql"), _secrets(parts))
    if parts.scheme == "mssql":
        return Address("odbc", _odbc(parts, port), _shown(parts, "mssql"), _secrets(parts))
    raise _unknown()


def _unknown() -> UserError:
    return UserError(
        "This is no address of a database. Give postgresql://user@host/database, "
        "mssql://host/database, or an ODBC connection string with Driver= or DSN=."
    )


def _shown(parts: SplitResult, scheme: str) -> str:
    """The server and the database; neither user nor password."""
    host = (parts.netloc.rpartition("@")[2]) or "localhost"
    return f"{scheme}://{host}{parts.path}"


def _secrets(parts: SplitResult) -> tuple[str, ...]:
    in_query = [value for key, value in parse_qsl(parts.query) if "pass" in key or key == "pwd"]
    typed = [parts.password or "", *in_query]
    return tuple(s for p in typed for s in (p, unquote(p)) if s)


def _odbc(parts: SplitResult, port: int | None) -> str:
    """The connection string of ``mssql://user:password@host:port/database?driver=...``."""
    given = dict(parse_qsl(parts.query))
    driver = given.pop("driver", "ODBC Driver 18 for SQL Server")
    server = f"{parts.hostname or 'localhost'},{port}" if port else parts.hostname or "localhost"
    words = {"Driver": driver, "Server": server, "Database": unquote(parts.path.strip("/"))}
    if parts.username:
        words |= {"UID": unquote(parts.username), "PWD": unquote(parts.password or "")}
    else:
        words["Trusted_Connection"] = "yes"
    words |= {"ApplicationIntent": "ReadOnly", "Encrypt": "yes"} | given
    return ";".join(f"{key}={_braced(value)}" for key, value in words.items() if value)


def _braced(value: str) -> str:
    return "{" + value.replace("}", "}}") + "}" if re.search(r"[;{}\s=]", value) else value


def _odbc_string(text: str) -> Address:
    found = _ODBC_PASSWORD.search(text)
    password = found[1] if found else ""
    bare = password.removeprefix("{").removesuffix("}").replace("}}", "}")
    server = re.search(_ODBC_PART.format("server|dsn"), text, re.I)
    database = re.search(_ODBC_PART.format("database"), text, re.I)
    shown = f"{server[1] if server else 'odbc'}{'/' + database[1] if database else ''}"
    return Address("odbc", text, shown, tuple(s for s in (password, bare) if s))


def connect(address: Address) -> Any:
    """A connection that only reads. Raises ``UserError`` where its driver is missing."""
    return _postgresql(address) if address.kind == "postgresql" else _sql_server(address)


def _postgresql(address: Address) -> Any:
    try:
        import psycopg
    except ImportError:
        raise _missing("PostgreSQL", "psycopg", "postgres") from None
    connection = psycopg.connect(address.full, connect_timeout=_SECONDS)
    connection.read_only = True
    # All tables as they were at one moment, though people go on working.
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    return connection


def _sql_server(address: Address) -> Any:
    try:
        import pyodbc
    except ImportError:
        raise _missing("SQL Server", "pyodbc", "sqlserver") from None
    return pyodbc.connect(address.full, readonly=True, autocommit=False, timeout=_SECONDS)


def _missing(what: str, package: str, extra: str) -> UserError:
    return UserError(
        f"Reading from {what} needs {package}, which is not installed. "
        f'Install it with: pip install "sightline[{extra}]".'
    )
