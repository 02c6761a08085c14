"""Where expressions over a snapshot's typed tables run: DuckDB, PostgreSQL, Spark.

    with engine().open(parquets, snapshot_id) as lists:
        contacts = lists["annex_a.contacts"]
        lists.run(contacts.group_by("source").agg(children=contacts.child_id.nunique()))

The same expression gives the same rows on every engine. Nothing heavy is imported until an
engine is opened.
"""

from __future__ import annotations

from sightline.engines.base import Engine, Limits
from sightline.kit.problems import UserError

__all__ = ["Engine", "Limits", "engine"]


def engine(url: str | None = None, limits: Limits | None = None) -> Engine:
    """The engine of that address: ``duckdb`` where there is none, ``postgresql://…``, ``spark``.

    ``spark`` starts one on this computer; ``spark://host:port`` uses a cluster that sees the same
    folders. Raises ``UserError`` for an address of no engine; what is missing to run one is said
    when it is opened.
    """
    kind, told = (url or "duckdb").partition("://")[0].lower(), limits or Limits()
    if kind == "duckdb":
        from sightline.engines.duckdb import DuckDB

        return DuckDB(told)
    if kind in ("postgresql", "postgres"):
        from sightline.engines.postgres import Postgres

        return Postgres(str(url), told)
    if kind == "spark":
        from sightline.engines.spark import Spark

        return Spark(str(url), told)
    # Whatever else was given may hold a password: only its first word is repeated.
    raise UserError(
        f"There is no engine {kind!r}. Use duckdb, postgresql://user@host/database, "
        "spark, or spark://host:port."
    )
