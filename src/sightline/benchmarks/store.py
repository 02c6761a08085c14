"""The store of official statistics: one Parquet file for each data set, and what was loaded."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sightline.workspace import make_private

if TYPE_CHECKING:
    from sightline.benchmarks.read_lait import Definition
    from sightline.benchmarks.tidy import Read
    from sightline.regime.authorities import Authority

_LOADED, _DEFINITIONS, _NEIGHBOURS = "loaded.json", "definitions.json", "neighbours.json"


@dataclass(frozen=True)
class Loaded:
    """A data set that is in the store: the file it came from, and what it covers."""

    data_set: str
    file: str
    sha256: str
    loaded_at: str
    rows: int
    indicators: int
    first_period: str
    last_period: str
    version: str = ""

    @property
    def loaded_on(self) -> str:
        """The day on which it was loaded."""
        return self.loaded_at[:10]


class Store:
    """Official statistics in a folder. A data set that is loaded again is replaced whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def downloads(self) -> Path:
        """Files as they were fetched."""
        return self.folder / "downloads"

    def parquet(self, slug: str) -> Path:
        """Where a data set's values are."""
        return self.folder / "data" / f"{slug}.parquet"

    def loaded(self) -> dict[str, Loaded]:
        """What is in the store, by data set."""
        rows = json.loads(self._text(_LOADED) or "{}")
        return {slug: Loaded(**row) for slug, row in rows.items() if self.parquet(slug).is_file()}

    def keep(self, read: Read, path: Path, version: str = "") -> Loaded:
        """Keep a file's values in place of those that the store has of this data set."""
        import pyarrow.parquet as pq

        from sightline.benchmarks import tidy

        table = tidy.clustered(read.table)
        periods = sorted(set(table["period"].unique().to_pylist()))
        row = Loaded(
            data_set=read.slug,
            file=path.name,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            loaded_at=datetime.now(UTC).isoformat(timespec="seconds"),
            rows=len(table),
            indicators=len(table["indicator"].unique()),
            first_period=periods[0],
            last_period=periods[-1],
            version=version,
        )
        target = self.parquet(read.slug)
        make_private(target.parent)
        partial = target.with_name(target.name + ".partial")
        # Small groups, so that one measure is read without the others.
        pq.write_table(
            table, partial, compression="zstd", row_group_size=20_000, store_schema=False
        )
        os.replace(partial, target)
        self._note(row)
        return row

    def _note(self, row: Loaded) -> None:
        rows = {slug: asdict(one) for slug, one in self.loaded().items()}
        self._write(_LOADED, json.dumps({**rows, row.data_set: asdict(row)}, indent=1))

    def keep_definitions(self, definitions: list[Definition]) -> None:
        """Keep the interactive tool's dictionary."""
        from sightline.benchmarks.read_lait import to_json

        self._write(_DEFINITIONS, to_json(definitions))

    def definitions(self) -> dict[str, Definition]:
        """The interactive tool's measures by their short names; none where it is not loaded."""
        text = self._text(_DEFINITIONS)
        if not text:
            return {}
        from sightline.benchmarks.read_lait import from_json

        return {one.code: one for one in from_json(text)}

    def keep_neighbours(self, found: dict[str, tuple[str, ...]], file: str) -> None:
        """Keep a list of neighbours, to be used in place of the register's."""
        self._write(_NEIGHBOURS, json.dumps({"file": file, "neighbours": found}, indent=1))

    def neighbours(self, authority: Authority) -> tuple[tuple[str, ...], str]:
        """An authority's neighbours, the nearest first, and where the list is from.

        A list that was loaded goes before that of the register, for every authority.
        """
        text = self._text(_NEIGHBOURS)
        if text:
            kept = json.loads(text)
            near = kept["neighbours"].get(authority.dfe_code, ())
            return tuple(near), f"as loaded from {kept['file']}"
        return authority.neighbours, "of 2025, as in the register of authorities"

    def _text(self, name: str) -> str:
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def _write(self, name: str, text: str) -> None:
        make_private(self.folder)
        partial = self.folder / f"{name}.partial"
        partial.write_text(text, encoding="utf-8")
        os.replace(partial, self.folder / name)

    def series(self, data_set: str, indicator: str, breakdown: str) -> Iterator[dict[str, object]]:
        """The published values of one figure, as rows."""
        import pyarrow.parquet as pq

        path = self.parquet(data_set)
        if not path.is_file():
            return
        chosen = [("indicator", "=", indicator), ("breakdown", "=", breakdown)]
        yield from pq.read_table(path, filters=chosen).to_pylist()

    def columns(self, data_set: str) -> list[tuple[str, str]]:
        """The figures of a data set: each column with each breakdown."""
        import pyarrow.parquet as pq

        path = self.parquet(data_set)
        if not path.is_file():
            return []
        table = pq.read_table(path, columns=["indicator", "breakdown"])
        pairs = table.group_by(["indicator", "breakdown"]).aggregate([]).to_pylist()
        return sorted((row["indicator"], row["breakdown"]) for row in pairs)
