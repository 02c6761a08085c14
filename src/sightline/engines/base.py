"""What every engine is: something that opens a snapshot's Parquet files as typed lists."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sightline.engines.lists import Lists

Parquets = Mapping[str, Path]


@dataclass(frozen=True)
class Limits:
    """What an engine may use of this computer.

    ``folder`` is where it may put temporary files, and the only place; without one DuckDB keeps
    within its memory, and Spark makes a folder of its own and removes it.
    """

    memory_mb: int = 2048
    threads: int = 2
    folder: Path | None = None


class Engine(ABC):
    """Where expressions run."""

    title: str
    """Its name in print."""

    @abstractmethod
    def open(self, parquets: Parquets, name: str) -> AbstractContextManager[Lists]:
        """The lists of the snapshot called ``name``, by key: ``annex_a.contacts``.

        Raises ``UserError`` where a file cannot be read, or the engine cannot be used.
        """

    @abstractmethod
    def open_pool(
        self, parquets: Mapping[str, Parquets], names: Mapping[str, str]
    ) -> AbstractContextManager[Lists]:
        """The lists of several authorities together, a snapshot of each.

        Both mappings go by authority. Each list holds the rows of all who have it, its first
        column the ``authority``; a column that some do not have is empty for them.
        """

    def drop(self, name: str) -> bool:
        """Remove what the engine keeps of a snapshot; whether there was anything."""
        return False

    def held(self) -> list[str]:
        """The names of the snapshots that the engine keeps a copy of."""
        return []
