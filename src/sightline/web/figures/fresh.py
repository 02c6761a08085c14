"""How old the figures are, whether a newer load waits, and what was wrong with the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from sightline.web.look.filters import day as said_day

if TYPE_CHECKING:
    from sightline.packs.published.read import Published


@dataclass(frozen=True)
class Load:
    """What the manifest of a load says: when it was loaded, and which lists came in part."""

    loaded: date
    lists: int
    partial: tuple[str, ...]


def fresh(found: Published | None) -> dict[str, Any] | None:
    """What the macro ``freshness`` takes; None where nothing is published."""
    if found is None:
        return None
    said = found.said
    load = load_of(settings.WORKSPACE.snapshots, said.snapshot)
    return {
        "as_at": said.as_at,
        "loaded": load.loaded if load else said.made_on,
        "stale": stale_words(said.as_at, timezone.localdate(), settings.STALE_DAYS),
        "partial": " ".join(filter(None, (_newer(said.snapshot), _partial(load)))),
    }


def stale_words(as_at: date, today: date, most: int) -> str:
    """How old the data are, where that is more than so many days."""
    age = (today - as_at).days
    return f"{age:,} days old" if age > most else ""


def _partial(load: Load | None) -> str:
    if load is None or not load.partial:
        return ""
    many = len(load.partial)
    return (
        f"{many:,} of {load.lists:,} lists came without some of their columns: "
        f"{', '.join(load.partial)}."
    )


def _newer(snapshot: str) -> str:
    """Whether a load of a later day waits to be published."""
    day = snapshot[: len("2026-10-31")]
    later = max((name for name in _beside(snapshot) if name[: len(day)] > day), default="")
    return f"A newer load, of {said_day(later)}, is not published yet." if later else ""


def _beside(snapshot: str) -> list[str]:
    """The loads of the same authority."""
    root: Path = settings.WORKSPACE.snapshots
    return [one.name for own in root.glob(f"*/{snapshot}") for one in own.parent.glob("????-*")]


@lru_cache(8)
def load_of(snapshots: Path, snapshot: str) -> Load | None:
    """What is known of a load; None where its manifest cannot be read."""
    from sightline.intake.store.snapshot import all_snapshots
    from sightline.kit.problems import UserError
    from sightline.standards.registry import all_standards

    titles = {(s.key, t.key): t.title for s in all_standards() for t in s.tables}
    for one in all_snapshots(snapshots):
        if one.id == snapshot:
            try:
                said = one.manifest
            except UserError:
                return None
            lists = said.summary.get("lists", ())
            partial = [
                titles.get((told["standard"], told["list"]), told["list"])
                for told in lists
                if told.get("columns_missing")
            ]
            return Load(said.loaded_at.date(), len(lists), tuple(dict.fromkeys(partial)))
    return None
