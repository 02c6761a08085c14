"""Opening data to be measured: a snapshot of the store, or files straight from their folder."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sightline.engines import Engine
from sightline.measures.data import Data
from sightline.measures.errors_found import Found, errors_found, errors_of_pool

if TYPE_CHECKING:
    import pyarrow as pa

    from sightline.intake.annex_a_from_ssd import LocalWords
    from sightline.intake.store import Snapshot


@contextmanager
def open_snapshot(
    snapshot: Snapshot, engine: Engine, words: LocalWords | None = None
) -> Iterator[Data]:
    """The lists of a snapshot, on an engine. Annex A is made where only the SSD was loaded."""
    said = snapshot.manifest
    parquets = {name: snapshot.parquet(name) for name in said.tables}
    found = errors_found(snapshot.issues, parquets)
    if _only_ssd(parquets):
        tables = {name: snapshot.table(name) for name in parquets}
        with open_tables(tables, said.as_at, engine, said.authority, words, found) as data:
            yield data
        return
    with engine.open(parquets, snapshot.id) as lists:
        yield Data(said.as_at, lists, lists, said.authority, found)


@contextmanager
def open_pool(
    snapshots: Mapping[str, Snapshot], as_at: date, engine: Engine, name: str = "pool"
) -> Iterator[Data]:
    """The lists of several authorities together, by authority, for figures ``by="authority"``.

    Identifiers carry their authority, so that no child of one meets a child of another. All are
    asked as at the one day.
    """
    parquets = {
        who: {key: one.parquet(key) for key in one.manifest.tables}
        for who, one in snapshots.items()
    }
    ids = {who: one.id for who, one in snapshots.items()}
    found = {who: errors_found(one.issues, parquets[who]) for who, one in snapshots.items()}
    with engine.open_pool(parquets, ids) as lists:
        yield Data(as_at, lists, lists, name, errors_of_pool(found))


@contextmanager
def open_tables(
    tables: Mapping[str, pa.Table],
    as_at: date,
    engine: Engine,
    authority: str = "",
    words: LocalWords | None = None,
    found: Found | None = None,
) -> Iterator[Data]:
    """Typed tables, on an engine; by way of files that are gone when it is closed.

    ``found`` are the rows with an error, as ``errors_found`` gives them.
    """
    import pyarrow.parquet as pq

    made = _annex_a(tables, as_at, words) if _only_ssd(tables) else {}
    with tempfile.TemporaryDirectory(prefix="sightline-") as folder:
        parquets = {}
        for name, table in {**tables, **made}.items():
            parquets[name] = Path(folder) / f"{name}.parquet"
            pq.write_table(table, parquets[name])
        name = Path(folder).name
        with engine.open(parquets, name) as lists:
            try:
                yield Data(as_at, lists, lists, authority, found or {})
            finally:
                engine.drop(name)


def _only_ssd(tables: Mapping[str, object]) -> bool:
    standards = {key.partition(".")[0] for key in tables}
    return "ssd" in standards and "annex_a" not in standards


def _annex_a(
    tables: Mapping[str, pa.Table], as_at: date, words: LocalWords | None
) -> dict[str, pa.Table]:
    """Annex A as the SSD gives it, without the columns that it cannot fill."""
    from sightline.intake.annex_a_from_ssd import annex_a_from_ssd

    ssd = {key: table for key, table in tables.items() if key.startswith("ssd.")}
    made = annex_a_from_ssd(ssd, as_at, words)
    empty = {(one.list, one.column) for one in made.left_out if one.column and not one.partly}
    return {
        key: table.drop_columns(
            [c for c in table.column_names if (key.partition(".")[2], c) in empty]
        )
        for key, table in made.tables.items()
    }
